import type { Database } from '../../database/database.ts'
import type { Day } from '../../kernel/days.ts'
import { compareDanish } from '../../kernel/text.ts'
import type { Choice } from './choices.ts'

/** What a mandate can be limited to: subject areas, the housing areas of the day, the cooperation's own open cases. */
export function scopeChoices(db: Database, on: Day): { subjectAreas: Choice[]; areas: Choice[]; cases: Choice[] } {
  const subjectAreas = db.sql
    .all<{ id: number; name: string; department: string }>(
      `SELECT s.id, s.name, o.shortName AS department FROM SubjectArea s JOIN Organisation o ON o.id = s.departmentId
       ORDER BY o.position, s.id`,
    )
    .map(({ id, name, department }) => ({ value: String(id), text: `${name} (${department})` }))
  const areas = db.sql
    .all<{ id: number; name: string }>(
      `SELECT id, name FROM HousingArea WHERE "from" <= ? AND ("to" IS NULL OR "to" >= ?) ORDER BY id LIMIT 500`,
      on,
      on,
    )
    .map(({ id, name }) => ({ value: String(id), text: name }))
    .sort((a, b) => compareDanish(a.text, b.text))
  const cases = db.sql
    .all<{ id: number; number: string; title: string }>(
      `SELECT id, number, title FROM "Case" WHERE sideInternal IS NULL AND closedAt IS NULL ORDER BY openedAt DESC, id DESC LIMIT 200`,
    )
    .map(({ id, number, title }) => ({ value: String(id), text: `${number}: ${title}` }))
  return { subjectAreas, areas, cases: [{ value: '', text: 'Ikke begrænset til én sag' }, ...cases] }
}
