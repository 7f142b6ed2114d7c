import type { RowReader } from '../../../../database/reader.ts'
import { column, rowsOf } from '../../../../database/rows.ts'
import type { Day } from '../../../../kernel/days.ts'
import { oere } from '../../../../kernel/money.ts'
import {
  type ConsequenceRow,
  checkMandates,
  heldByEach,
  loadCheckFacts,
  type MandateCheck,
} from '../../mandates/index.ts'
import { standsSql } from '../decision-state.ts'
import type { LoadedDecision } from './load-decisions.ts'
import { referralStateOf } from './referral-state.ts'
import { type Held, type ReferralFacts, unspentOf } from './settle-rules.ts'

export const referralFactsOf = ({ referrals }: LoadedDecision): ReferralFacts[] =>
  referrals.map(referral => ({
    id: referral.id,
    state: referralStateOf(referral),
    cells: referral.cells.map(({ organisationId, kind }) => ({ organisationId, kind: kindOf[kind] })),
  }))

export const kindOf = { ECONOMIC: 'economic', LEGAL: 'legal', ORGANISATIONAL: 'organisational' } as const
export const storedKind = { economic: 'ECONOMIC', legal: 'LEGAL', organisational: 'ORGANISATIONAL' } as const

/** The decision's check on a day, as if it held nothing itself and what it replaces had given way. */
export async function checkOn(read: RowReader, decision: LoadedDecision, on: Day): Promise<MandateCheck> {
  const check = (await checksOn(read, [decision], on)).get(decision.id)
  if (!check) throw new Error(`Decision ${decision.number} was not checked.`)
  return check
}

/** The same of several, each as if it were the only one to be settled now, in a number of reads that does not grow. */
export async function checksOn(
  read: RowReader,
  decisions: LoadedDecision[],
  on: Day,
): Promise<Map<number, MandateCheck>> {
  const organisationIds = decisions.flatMap(({ consequences }) => consequences.map(row => row.organisationId))
  const ids = decisions.map(({ id }) => id)
  const { organisations, mandates } = await loadCheckFacts(read, [...new Set(organisationIds)], on, ids)
  const held = await heldByEach(read, ids)
  const freed = await freedByEach(read, decisions)
  return new Map(
    decisions.map(decision => {
      const given = [...drawsIn(held.get(decision.id)), ...drawsIn(freed.get(decision.id))]
      const about = { ...aboutOf(decision), organisations, freed: given }
      return [decision.id, checkMandates(consequencesOf(decision), mandates, about, on)]
    }),
  )
}

const consequencesOf = (decision: LoadedDecision): ConsequenceRow[] =>
  decision.consequences.map(row => ({
    organisationId: row.organisationId,
    amount: row.amount,
    legal: row.legal,
    organisational: row.organisational,
  }))

function aboutOf({
  id,
  strategy,
  professionalDevelopment,
  coordination,
  caseId,
  decidedOn,
  ...decision
}: LoadedDecision) {
  return {
    tasks: { strategy, professionalDevelopment, coordination },
    subjectAreaIds: decision.subjectAreaIds,
    areaIds: decision.areaIds,
    caseId,
    decisionId: id,
    taken: decidedOn,
  }
}
const drawsIn = (held: Held = new Map()) =>
  [...held].map(([mandateId, amount]) => ({ mandateId, amount: oere(amount) }))

/** What the decision that this one reverses or replaces gives back when this one takes effect; nothing if it is gone. */
export const freedBy = async (
  read: RowReader,
  later: { id: number; replacesId: number | null },
): Promise<Map<number, number>> => (await freedByEach(read, [later])).get(later.id) ?? new Map()

const idRow = rowsOf({ id: column.number })
const spentRow = rowsOf({ decisionId: column.number, mandateId: column.number, amount: column.amount })

async function freedByEach(
  read: RowReader,
  later: { id: number; replacesId: number | null }[],
): Promise<Map<number, Map<number, number>>> {
  const replacing = later.flatMap(({ id, replacesId }) => (replacesId === null ? [] : [{ id, replacesId }]))
  if (replacing.length === 0) return new Map()
  const standing = await read(
    idRow,
    `SELECT d.id FROM Decision d WHERE d.id IN (SELECT value FROM json_each(?)) AND ${standsSql('d')}`,
    JSON.stringify(replacing.map(({ replacesId }) => replacesId)),
  )
  const held = await heldByEach(
    read,
    standing.map(({ id }) => id),
  )
  const spent = await read(
    spentRow,
    `SELECT decisionId, mandateId, amount FROM SpentAmount WHERE decisionId IN (SELECT value FROM json_each(?))`,
    JSON.stringify(replacing.map(({ id }) => id)),
  )
  return new Map(
    replacing.map(({ id, replacesId }) => {
      const own = spent.filter(({ decisionId }) => decisionId === id)
      const used = new Map(own.map(({ mandateId, amount }) => [mandateId, amount as number]))
      return [id, unspentOf(held.get(replacesId) ?? new Map(), used)]
    }),
  )
}
