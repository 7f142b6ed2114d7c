import type { Actor } from '../../../../access/actor.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { notFound, orTold } from '../../../../kernel/refusal.ts'
import { type DecisionForm, draftOf, rowsWithoutOrganisation } from '../forms.ts'
import { recheckDecision } from '../settle/recheck-decision.ts'
import { type RecordedDecision, recordDecision } from './record-decision.ts'
import { replacementTyped } from './replacement-form.ts'
import { withdrawDecision } from './withdraw-decision.ts'

const organisationRow = rowsOf({
  id: column.number,
  side: column.oneOf<'HOUSING' | 'MUNICIPALITY'>(),
})

/** Records what was typed in the form. */
export async function recordTyped(
  actor: Actor,
  meetingId: number,
  itemId: number,
  form: DecisionForm,
): Promise<RecordedDecision> {
  const nameless = rowsWithoutOrganisation(form).map(row => ({
    sentence: 'Vælg den organisation, som konsekvensen gælder.',
    field: `rows[${row}][organisationId]`,
  }))
  const replaces = await orTold(() => replacementTyped(actor, form))
  const sides = new Map(
    actor.database.sql
      .all(organisationRow, `SELECT id, side FROM Organisation WHERE side IS NOT NULL`)
      .map(({ id, side }) => [id, side]),
  )
  const draft = draftOf(form, meetingId, itemId, sides, replaces.value ?? null)
  return recordDecision(actor, draft, [...nameless, ...replaces.told])
}

export async function withdrawTyped(
  actor: Actor,
  address: { year: number; serial: number },
  form: { version: number; reason: string },
): Promise<void> {
  await withdrawDecision(actor, { decisionId: idOf(actor, address), ...form })
}

export const recheckTyped = (actor: Actor, address: { year: number; serial: number }): Promise<{ state: string }> =>
  recheckDecision(actor, idOf(actor, address))

const idRow = rowsOf({
  id: column.number,
})

function idOf(actor: Actor, { year, serial }: { year: number; serial: number }): number {
  const found = actor.database.sql.get(idRow, `SELECT id FROM Decision WHERE year = ? AND serial = ?`, year, serial)
  if (!found) throw notFound()
  return found.id
}
