import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import { moneyText } from '../../../../http/forms/fields.ts'
import type { FormState } from '../../../../http/forms/forms.ts'
import type { Day } from '../../../../kernel/days.ts'
import { sharesOf } from '../../../../kernel/money.ts'
import { listDanish } from '../../../../kernel/text.ts'
import { placesOn, readPlaces } from '../../../ground/places/index.ts'
import { takenSql } from '../decision-state.ts'
import type { DecisionForm } from '../forms.ts'
import { caseOrganisations } from './case-organisations.ts'

/** Where the item stands: what the keys are looked up by. */
interface Place {
  itemId: number
  bodyId: number
  caseId: number | null
  day: Day
}

/**
 * The form with an amount shared among the rows that name an organisation, and among the case's organisations where no
 * row does. What cannot be shared by the key is told at its field, and the rows stay as they were typed.
 */
export function distributed(actor: Actor, form: DecisionForm, place: Place): FormState {
  const { typed } = form
  const chosen = form.rows.flatMap(({ organisationId }) => organisationId ?? [])
  const ids = chosen.length > 0 ? chosen : caseOrganisations(actor, place)
  const errors: Record<string, string> = {}
  if (form.distributeTotal === null) errors.distributeTotal = 'Skriv det beløb, der skal fordeles.'
  if (form.distributeBy === undefined) errors.distributeBy = 'Vælg en fordelingsnøgle.'
  if (ids.length === 0) errors.distributeTotal ??= 'Vælg først de organisationer, beløbet skal fordeles på, i rækkerne.'
  if (new Set(ids).size < ids.length) errors.distributeBy ??= 'Hver organisation kan kun stå i én konsekvensrække.'
  if (form.distributeTotal === null || form.distributeBy === undefined || Object.keys(errors).length > 0)
    return { values: typed, errors }
  const weights = weightsOf(actor, form.distributeBy, ids, place)
  if ('told' in weights) return { values: typed, errors: { distributeBy: weights.told } }
  const shares = new Map(sharesOf(form.distributeTotal, weights.of).map((share, at) => [ids[at], moneyText(share)]))
  const rows =
    chosen.length > 0
      ? form.rows.map((row, at) => ({ ...rowIn(typed.rows, at), ...amountOf(shares.get(row.organisationId ?? 0)) }))
      : ids.map(id => ({ organisationId: String(id), amount: shares.get(id) ?? '' }))
  return { values: { ...typed, rows }, errors }
}

const amountOf = (amount: string | undefined) => (amount === undefined ? {} : { amount })

function rowIn(rows: unknown, at: number): Record<string, unknown> {
  const all: unknown[] = Array.isArray(rows) ? rows : Object.values((rows as Record<string, unknown>) ?? {})
  return (all[at] as Record<string, unknown>) ?? {}
}

type Weights = { of: number[] } | { told: string }

function weightsOf(actor: Actor, by: NonNullable<DecisionForm['distributeBy']>, ids: number[], place: Place): Weights {
  if (by === 'equal') return { of: ids.map(() => 1) }
  return by === 'homes' ? byHomes(actor, ids, place.day) : byLastTime(actor, ids, place)
}

/** Whoever owns no home that is told of would pay nothing in silence. */
function byHomes(actor: Actor, ids: number[], on: Day): Weights {
  const owned = new Map<number, number>()
  for (const { owner, isThere, homes } of placesOn(readPlaces(actor.database), on).estates.values())
    if (owner && isThere && homes)
      owned.set(owner.id, (owned.get(owner.id) ?? 0) + Object.values(homes).reduce((sum, number) => sum + number, 0))
  const without = ids.filter(id => !owned.get(id))
  if (without.length > 0)
    return { told: `Der er ikke registreret boliger hos ${namesOf(actor, without)}. Vælg en anden fordelingsnøgle.` }
  return { of: ids.map(id => owned.get(id) ?? 0) }
}

const amountRow = rowsOf({ organisationId: column.number, amount: column.amount })

/** As the body's latest decision with an amount for each of them shared it: one of the same case before any other. */
function byLastTime(actor: Actor, ids: number[], { bodyId, caseId }: Place): Weights {
  const places = ids.map(() => '?').join(',')
  const rows = actor.database.sql.all(
    amountRow,
    `WITH latest AS (
       SELECT d.id, d.caseId IS ? AND d.caseId IS NOT NULL AS same FROM Decision d
       WHERE d.bodyId = ? AND ${takenSql('d')} AND d.economic AND ${viewOf(actor).decisions('d')} AND ${viewOf(actor).insideDecisions('d')}
         AND (SELECT count(*) FROM Consequence c
              WHERE c.decisionId = d.id AND c.amount > 0 AND c.organisationId IN (${places})) = ?
       ORDER BY same DESC, d.id DESC LIMIT 1)
     SELECT c.organisationId, c.amount FROM latest CROSS JOIN Consequence c ON c.decisionId = latest.id
     WHERE c.amount > 0`,
    caseId,
    bodyId,
    ...ids,
    ids.length,
  )
  const amounts = new Map(rows.map(({ organisationId, amount }) => [organisationId, amount]))
  const of = ids.map(id => Number(amounts.get(id) ?? 0))
  return rows.length === 0
    ? {
        told: `Der er ingen tidligere beslutning, hvor ${namesOf(actor, ids)} alle har et beløb. Vælg en anden fordelingsnøgle.`,
      }
    : { of }
}

const nameRow = rowsOf({ name: column.text })

const namesOf = (actor: Actor, ids: readonly number[]): string =>
  listDanish(
    actor.database.sql
      .all(nameRow, `SELECT name FROM Organisation WHERE id IN (${ids.map(() => '?').join(',')}) ORDER BY name`, ...ids)
      .map(({ name }) => name),
  )
