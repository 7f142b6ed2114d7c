import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Day } from '../../../../kernel/days.ts'
import { areaChoices } from '../../../ground/places/index.ts'
import { subjectAreaChoices } from '../../../ground/subject-areas/index.ts'
import type { Choice } from './choices.ts'

const caseRow = rowsOf({ id: column.number, number: column.text, title: column.text })

/**
 * What a mandate can be limited to: subject areas, the housing areas of the day, the cooperation's own open cases.
 * @param kept housing areas that it is limited to already
 * @param keptSubjects subject areas likewise
 */
export function scopeChoices(
  actor: Actor,
  on: Day,
  kept: readonly number[] = [],
  keptSubjects: readonly number[] = [],
): { subjectAreas: Choice[]; areas: Choice[]; cases: Choice[] } {
  const db = actor.database
  const subjectAreas = subjectAreaChoices(db, on, keptSubjects).map(({ id, name, department }) => ({
    value: String(id),
    text: `${name} (${department})`,
  }))
  const cases = db.sql
    .all(
      caseRow,
      `SELECT c.id, c.number, ${viewOf(actor).caseTitle('c')} AS title FROM "Case" c
       WHERE c.sideInternal IS NULL AND c.closedAt IS NULL ORDER BY c.openedAt DESC, c.id DESC LIMIT 200`,
    )
    .map(({ id, number, title }) => ({ value: String(id), text: `${number}: ${title}` }))
  return {
    subjectAreas,
    areas: areaChoices(db, on, kept),
    cases: [{ value: '', text: 'Ikke begrænset til én sag' }, ...cases],
  }
}
