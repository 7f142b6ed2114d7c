import type { Tx } from '../../database/write.ts'
import type { Day } from '../../kernel/days.ts'
import { oere } from '../../kernel/money.ts'
import { type ConsequenceRow, checkDecision, heldBy, type MandateCheck } from '../mandates/index.ts'
import { type Held, type ReferralFacts, referralStateOf, unspentOf } from './settle-rules.ts'

/** A decision with what its settling reads of it. */
export const loadDecision = (tx: Tx, id: number) =>
  tx.decision.findUniqueOrThrow({
    where: { id },
    include: {
      consequences: true,
      referrals: { include: { cells: true }, orderBy: { id: 'asc' } },
      subjectAreas: true,
      areas: true,
      item: { select: { closedReason: true } },
    },
  })

export type LoadedDecision = Awaited<ReturnType<typeof loadDecision>>

export const referralFactsOf = ({ referrals }: LoadedDecision): ReferralFacts[] =>
  referrals.map(referral => ({
    id: referral.id,
    state: referralStateOf(referral),
    cells: referral.cells.map(({ organisationId, kind }) => ({ organisationId, kind: kindOf[kind] })),
  }))

export const kindOf = { ECONOMIC: 'economic', LEGAL: 'legal', ORGANISATIONAL: 'organisational' } as const
export const storedKind = { economic: 'ECONOMIC', legal: 'LEGAL', organisational: 'ORGANISATIONAL' } as const

/** The decision's check on a day, as if it held nothing itself and what it replaces had given way. */
export async function checkOn(tx: Tx, decision: LoadedDecision, on: Day): Promise<MandateCheck> {
  const rows: ConsequenceRow[] = decision.consequences.map(row => ({
    organisationId: row.organisationId,
    amount: row.amount === null ? null : oere(row.amount),
    legal: row.legal,
    organisational: row.organisational,
  }))
  const { id, strategy, professionalDevelopment, coordination, caseId, decidedOn } = decision
  const about = {
    tasks: { strategy, professionalDevelopment, coordination },
    subjectAreaIds: decision.subjectAreas.map(area => area.subjectAreaId),
    areaIds: decision.areas.map(area => area.areaId),
    caseId,
    decisionId: id,
    taken: decidedOn as Day,
    freed: [...drawsIn(await heldBy(tx, id)), ...drawsIn(await freedBy(tx, decision))],
  }
  return checkDecision(tx, rows, about, on)
}

const drawsIn = (held: Held) => [...held].map(([mandateId, amount]) => ({ mandateId, amount: oere(amount) }))

/** What the decision that this one reverses or replaces gives back when this one takes effect; nothing if it is gone. */
export async function freedBy(tx: Tx, later: { id: number; replacesId: number | null }): Promise<Map<number, number>> {
  if (later.replacesId === null) return new Map()
  const earlier = await tx.decision.findUniqueOrThrow({ where: { id: later.replacesId } })
  if (earlier.state !== 'EFFECTIVE' && earlier.state !== 'CONDITIONAL') return new Map()
  return unspentOf(await heldBy(tx, earlier.id), await spentUnder(tx, later.id))
}

async function spentUnder(tx: Tx, laterId: number): Promise<Map<number, number>> {
  const spent = await tx.spentAmount.findMany({ where: { decisionId: laterId } })
  return new Map(spent.map(({ mandateId, amount }) => [mandateId, Number(amount)]))
}
