import type { Actor } from '../../../../access/actor.ts'
import { rowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import {
  type ConsequenceRow,
  checkDecision,
  type MandateCheck,
  matrixOf,
  reservationText,
  type Tasks,
} from '../../mandates/index.ts'
import { consequencesOf, type DecisionForm } from '../forms.ts'
import { freedTyped } from './replacement-form.ts'

const plannedRow = rowsOf({
  day: column.day,
  caseId: column.orNull(column.number),
})

const idRow = rowsOf({
  id: column.number,
})

/** The check of what is typed so far, as things stand now. Nothing is stored. */
export async function checkTyped(
  actor: Actor,
  form: DecisionForm,
  address: { meeting: number; item: number },
): Promise<MandateCheck> {
  const db = actor.database
  const planned = db.sql.get(
    plannedRow,
    `SELECT m.day, i.caseId FROM AgendaItem i JOIN Meeting m ON m.id = i.meetingId WHERE i.id = ? AND m.id = ?`,
    address.item,
    address.meeting,
  )
  if (!planned) throw notFound()
  const { strategy, professionalDevelopment, coordination } = form
  const tasks: Tasks = { strategy, professionalDevelopment, coordination }
  const rows: ConsequenceRow[] = consequencesOf(form).map(row => ({
    organisationId: row.organisationId,
    amount: (row.amount || null) as ConsequenceRow['amount'],
    legal: row.legal,
    organisational: row.organisational,
  }))
  const seen = new Set<number>()
  const each = rows.filter(row => !seen.has(row.organisationId) && seen.add(row.organisationId))
  const subjectAreaIds = db.sql
    .all(idRow, 'SELECT subjectAreaId AS id FROM ItemSubjectArea WHERE itemId = ? ORDER BY id', address.item)
    .map(({ id }) => id)
  const freed = freedTyped(actor, form)
  return checkDecision(
    rowReader(db),
    each,
    { tasks, subjectAreaIds, areaIds: form.areaIds, caseId: planned.caseId, freed },
    planned.day,
  )
}

export const checkModel = (check: MandateCheck) => ({
  matrix: matrixOf(check),
  reservation: check.adoptable ? null : reservationText(check),
})
