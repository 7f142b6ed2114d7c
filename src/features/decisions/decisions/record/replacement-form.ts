import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { Database } from '../../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { kronerInText, oere } from '../../../../kernel/money.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { type Draw, drawnSql } from '../../mandates/index.ts'
import type { DecisionForm } from '../forms.ts'
import { decisionPath } from '../paths.ts'
import type { ReplacementDraft } from './replacement.ts'

type Typed = Pick<DecisionForm, 'replacementKind' | 'replacesNumber' | 'spent' | 'spentFor'>

const earlierRow = rowsOf({
  id: column.number,
  number: column.text,
  title: column.text,
})
type Earlier = RowOf<typeof earlierRow>

/** The decision that was named, when the person reads it: what it drew is told of it. */
const findEarlier = (actor: Actor, number: string): Earlier | undefined => {
  const view = viewOf(actor)
  return actor.database.sql.get(
    earlierRow,
    `SELECT d.id, d.number, d.title FROM Decision d
     WHERE d.number = ? AND ${view.decisions('d')} AND ${view.insideDecisions('d')}`,
    number.replace(/\s/g, ''),
  )
}

const heldRow = rowsOf({
  mandateId: column.number,
  mandate: column.text,
  organisation: column.text,
  /** In øre: what it drew less what it released. */
  amount: column.amount,
})
type HeldRow = RowOf<typeof heldRow>

const readHeld = (db: Database, decisionId: number): HeldRow[] =>
  db.sql.all(
    heldRow,
    `SELECT e.mandateId, m.number AS mandate, o.name AS organisation,
            sum(${drawnSql('e')}) AS amount
     FROM MandateEntry e JOIN Mandate m ON m.id = e.mandateId JOIN Organisation o ON o.id = m.organisationId
     WHERE e.decisionId = ? GROUP BY e.mandateId HAVING sum(${drawnSql('e')}) > 0 ORDER BY e.mandateId`,
    decisionId,
  )

/**
 * What was typed of an earlier decision to reverse or replace; null: nothing.
 * @throws Refusal at the field: which decision, or what was spent of it, is not told yet
 */
export function replacementTyped(actor: Actor, form: Typed): ReplacementDraft | null {
  const { replacementKind: kind, replacesNumber } = form
  if (!kind && replacesNumber === '') return null
  if (!kind) throw brokenRule('Vælg, om den tidligere beslutning omgøres eller erstattes.', 'replacementKind')
  if (replacesNumber === '') throw brokenRule('Skriv nummeret på den tidligere beslutning.', 'replacesNumber')
  const earlier = findEarlier(actor, replacesNumber)
  if (!earlier) throw brokenRule(`Der er ingen beslutning med nummeret »${replacesNumber}«.`, 'replacesNumber')
  const held = readHeld(actor.database, earlier.id)
  if (held.length > 0 && form.spentFor !== earlier.number)
    throw brokenRule(
      `Skriv, hvad der er brugt af det, beslutning ${earlier.number} har trukket. Resten frigives.`,
      'replacesNumber',
    )
  return { decisionId: earlier.id, kind, spent: spentOf(form, held) }
}

const spentOf = (form: Typed, held: HeldRow[]) =>
  held.map(({ mandateId }) => ({ mandateId, amount: form.spent[`m${mandateId}`] ?? oere(0) }))

/** What the check of a draft may count on; nothing while the form does not say enough. */
export function freedTyped(actor: Actor, form: Typed): Draw[] {
  const earlier = form.replacementKind && form.replacesNumber ? findEarlier(actor, form.replacesNumber) : undefined
  if (!earlier) return []
  const held = readHeld(actor.database, earlier.id)
  const spent = new Map(spentOf(form, held).map(({ mandateId, amount }) => [mandateId, amount as number]))
  return held.map(({ mandateId, amount }) => ({
    mandateId,
    amount: oere(Math.max(0, amount - (spent.get(mandateId) ?? 0))),
  }))
}

/** The earlier decision as the form shows it: with a field for what was spent of each mandate it drew on. */
export function earlierModel(actor: Actor, replacesNumber: unknown) {
  if (typeof replacesNumber !== 'string' || replacesNumber.trim() === '') return null
  const earlier = findEarlier(actor, replacesNumber.trim())
  if (!earlier) return null
  return {
    number: earlier.number,
    text: `Beslutning ${earlier.number}: ${earlier.title}`,
    href: decisionPath(earlier.number),
    held: readHeld(actor.database, earlier.id).map(({ mandateId, mandate, organisation, amount }) => ({
      name: `spent[m${mandateId}]`,
      label: `Brugt af mandat ${mandate} (${organisation}) i kr.`,
      hint: `Der er trukket ${kronerInText(amount)} Lad feltet være tomt, hvis intet er brugt.`,
    })),
  }
}
