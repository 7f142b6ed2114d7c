import type { ReadClient } from '../../../../database/database.ts'
import type { Day } from '../../../../kernel/days.ts'
import { oere } from '../../../../kernel/money.ts'
import {
  type ConsequenceRow,
  checkMandates,
  heldByEach,
  loadCheckFacts,
  type MandateCheck,
} from '../../mandates/index.ts'
import { standsWhere } from '../decision-state.ts'
import { referralStateOf } from './referral-state.ts'
import { type Held, type ReferralFacts, unspentOf } from './settle-rules.ts'
import { amountOf, decisionOf, referralOf } from './stored-rows.ts'

/** The same reads on a page's connection and inside the transaction that settles. */
type Reads = Pick<ReadClient, 'decision' | 'mandateEntry' | 'spentAmount' | 'organisation' | 'mandate'>

const settlingReads = {
  consequences: true,
  referrals: {
    include: { cells: true, body: { select: { name: true } }, organisation: { select: { name: true } } },
    orderBy: { id: 'asc' as const },
  },
  subjectAreas: true,
  areas: true,
  item: { select: { closedReason: true } },
}

/** A decision with what its settling reads of it. */
export const loadDecision = async (reads: Reads, id: number) => loaded(await found(reads, id))

const found = (reads: Reads, id: number) => reads.decision.findUniqueOrThrow({ where: { id }, include: settlingReads })

export type LoadedDecision = Awaited<ReturnType<typeof loadDecision>>

const loaded = (decision: Awaited<ReturnType<typeof found>>) => ({
  ...decisionOf(decision),
  referrals: decision.referrals.map(referralOf),
  consequences: decision.consequences.map(row => ({ ...row, amount: amountOf(row.amount) })),
})

/** Several, in the order of the register, the oldest first. */
export async function loadDecisions(reads: Reads, ids: number[]): Promise<LoadedDecision[]> {
  const decisions = await reads.decision.findMany({
    where: { id: { in: ids } },
    include: settlingReads,
    orderBy: [{ decidedOn: 'asc' }, { id: 'asc' }],
  })
  return decisions.map(loaded)
}

export const referralFactsOf = ({ referrals }: LoadedDecision): ReferralFacts[] =>
  referrals.map(referral => ({
    id: referral.id,
    state: referralStateOf(referral),
    cells: referral.cells.map(({ organisationId, kind }) => ({ organisationId, kind: kindOf[kind] })),
  }))

export const kindOf = { ECONOMIC: 'economic', LEGAL: 'legal', ORGANISATIONAL: 'organisational' } as const
export const storedKind = { economic: 'ECONOMIC', legal: 'LEGAL', organisational: 'ORGANISATIONAL' } as const

/** The decision's check on a day, as if it held nothing itself and what it replaces had given way. */
export async function checkOn(reads: Reads, decision: LoadedDecision, on: Day): Promise<MandateCheck> {
  const check = (await checksOn(reads, [decision], on)).get(decision.id)
  if (!check) throw new Error(`Decision ${decision.number} was not checked.`)
  return check
}

/** The same of several, each as if it were the only one to be settled now, in a number of reads that does not grow. */
export async function checksOn(reads: Reads, decisions: LoadedDecision[], on: Day): Promise<Map<number, MandateCheck>> {
  const organisationIds = decisions.flatMap(({ consequences }) => consequences.map(row => row.organisationId))
  const ids = decisions.map(({ id }) => id)
  const { organisations, mandates } = await loadCheckFacts(reads, [...new Set(organisationIds)], on, ids)
  const held = await heldByEach(reads, ids)
  const freed = await freedByEach(reads, decisions)
  return new Map(
    decisions.map(decision => {
      const given = [...drawsIn(held.get(decision.id)), ...drawsIn(freed.get(decision.id))]
      const about = { ...aboutOf(decision), organisations, freed: given }
      return [decision.id, checkMandates(rowsOf(decision), mandates, about, on)]
    }),
  )
}

const rowsOf = (decision: LoadedDecision): ConsequenceRow[] =>
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
    subjectAreaIds: decision.subjectAreas.map(area => area.subjectAreaId),
    areaIds: decision.areas.map(area => area.areaId),
    caseId,
    decisionId: id,
    taken: decidedOn,
  }
}
const drawsIn = (held: Held = new Map()) =>
  [...held].map(([mandateId, amount]) => ({ mandateId, amount: oere(amount) }))

/** What the decision that this one reverses or replaces gives back when this one takes effect; nothing if it is gone. */
export const freedBy = async (
  reads: Reads,
  later: { id: number; replacesId: number | null },
): Promise<Map<number, number>> => (await freedByEach(reads, [later])).get(later.id) ?? new Map()

async function freedByEach(
  reads: Reads,
  later: { id: number; replacesId: number | null }[],
): Promise<Map<number, Map<number, number>>> {
  const replacing = later.flatMap(({ id, replacesId }) => (replacesId === null ? [] : [{ id, replacesId }]))
  if (replacing.length === 0) return new Map()
  const standing = await reads.decision.findMany({
    where: { id: { in: replacing.map(({ replacesId }) => replacesId) }, ...standsWhere },
    select: { id: true },
  })
  const held = await heldByEach(
    reads,
    standing.map(({ id }) => id),
  )
  const spent = await reads.spentAmount.findMany({ where: { decisionId: { in: replacing.map(({ id }) => id) } } })
  return new Map(
    replacing.map(({ id, replacesId }) => {
      const own = spent.filter(({ decisionId }) => decisionId === id)
      const used = new Map(own.map(({ mandateId, amount }) => [mandateId, Number(amount)]))
      return [id, unspentOf(held.get(replacesId) ?? new Map(), used)]
    }),
  )
}
