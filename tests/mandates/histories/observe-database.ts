import type { Database } from '../../../src/database/database.ts'
import { kindOf, referralStateOf } from '../../../src/features/decisions/decisions/index.ts'
import { storedCheck } from '../../../src/features/decisions/mandates/index.ts'
import type { Day } from '../../../src/kernel/days.ts'
import { observedCells } from '../reference/compare.ts'
import type { Observation } from './portal.ts'
import { countedOf } from './pure-portal.ts'
import type { Ground } from './stage.ts'

/** What the database holds, in a history's own words: everything by the order in which it came. */
export async function observeDatabase(db: Database, ground: Ground): Promise<Observation> {
  const { prisma } = db
  const ids = {
    mandate: await ground.idsOf(db, 'mandate'),
    decision: await ground.idsOf(db, 'decision'),
    referral: await ground.idsOf(db, 'referral'),
  }
  const nth = (kind: keyof typeof ids, id: number) => ids[kind].indexOf(id) + 1
  const entries = await prisma.mandateEntry.findMany()
  const mandates = await prisma.mandate.findMany({ orderBy: { id: 'asc' } })
  const decisions = await prisma.decision.findMany({
    where: { id: { in: ids.decision } },
    include: { checks: { orderBy: { id: 'desc' }, take: 1 } },
    orderBy: { id: 'asc' },
  })
  const referrals = await prisma.referral.findMany({
    include: { cells: { orderBy: { id: 'asc' } } },
    orderBy: { id: 'asc' },
  })
  return {
    mandates: mandates.map(({ id, total, adjusted, drawn }) => ({
      id: nth('mandate', id),
      drawn: Number(drawn),
      adjusted: Number(adjusted),
      total: total === null ? Infinity : Number(total),
      entries: {
        draws: sumOf(entries.filter(entry => entry.mandateId === id && entry.decisionId !== null)),
        adjusts: sumOf(entries.filter(entry => entry.mandateId === id && entry.decisionId === null)),
      },
    })),
    decisions: decisions.map(({ id, state, effectiveOn, checks, check }) => ({
      id: nth('decision', id),
      state: state === 'ANNULLED' ? 'LAPSED' : state,
      effectiveOn: effectiveOn === null ? null : countedOf(effectiveOn as Day),
      holds: Object.fromEntries(
        ids.mandate
          .map(mandate => entries.filter(entry => entry.decisionId === id && entry.mandateId === mandate))
          .map((own, index): [number, number] => [index + 1, sumOf(own)])
          .filter(([, amount]) => amount !== 0),
      ),
      cells: observedCells(storedCheck(checks[0]?.content ?? check), ground.placeOf).map(cell => ({
        ...cell,
        parts: cell.parts?.map(part => ({ ...part, mandateId: nth('mandate', part.mandateId) })) ?? null,
      })),
    })),
    referrals: referrals.map(referral => ({
      id: nth('referral', referral.id),
      decision: nth('decision', referral.decisionId),
      state: referralStateOf(referral),
      cells: referral.cells.map(({ organisationId, kind, amount }) => ({
        organisation: ground.placeOf(organisationId),
        kind: kindOf[kind],
        amount: amount === null ? null : Number(amount),
      })),
    })),
  }
}

const sumOf = (entries: { kind: string; amount: bigint }[]): number =>
  entries.reduce(
    (sum, { kind, amount }) => sum + (kind === 'DRAW' || kind === 'RAISE' ? Number(amount) : -Number(amount)),
    0,
  )
