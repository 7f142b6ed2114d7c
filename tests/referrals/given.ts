import type { Database } from '../../src/database/database.ts'
import { smallPdf } from '../../src/demo/pdf.ts'
import { recordDecision } from '../../src/features/decisions/decisions/index.ts'
import type { StandingMandate } from '../../src/features/decisions/referrals/index.ts'
import { day } from '../../src/kernel/days.ts'
import { kroner, type Oere } from '../../src/kernel/money.ts'
import { draft, givenItemInSession } from '../decisions/given.ts'
import type { Cooperation } from '../support/builders.ts'

export const protocol = { name: 'protokol.pdf', buffer: smallPdf('Protokol', ['Punkt 7: Godkendt.']) }

/** A week after the meeting of tests/decisions/given.ts. */
export const later = '2026-03-19T09:00:00.000Z'

export const bound = (cooperation: Cooperation, slug: string, amount: number | null, legal: string | null = null) => ({
  organisationId: cooperation.organisation(slug),
  amount: amount === null ? null : kroner(amount),
  legal,
  organisational: null,
})

/** A decision that binds Højstrup to an amount, and others as told, adopted subject to approval. */
export async function givenPending(
  db: Database,
  cooperation: Cooperation,
  more: ReturnType<typeof bound>[] = [],
  given: Partial<Parameters<typeof draft>[1]> = {},
) {
  const item = await givenItemInSession(db, cooperation)
  const decision = await recordDecision(
    cooperation.actor('sekretariat.kommune'),
    draft(item, {
      consequences: [bound(cooperation, 'hoejstrup', 500_000), ...more],
      subjectToApproval: true,
      ...given,
    }),
  )
  return { ...item, ...decision }
}

/** The referrals of a decision, in the order in which they were opened. */
export const referralsOf = (db: Database, decisionId: number) =>
  db.prisma.referral.findMany({
    where: { decisionId },
    orderBy: { id: 'asc' },
    include: { cells: true, mandate: true },
  })

export const stateOf = async (db: Database, decisionId: number) =>
  db.prisma.decision.findUniqueOrThrow({ where: { id: decisionId } })

/** What every answer tells of the deciding body's meeting. */
export const told = (referralId: number, version = 1) => ({
  referralId,
  version,
  answeredOn: day('2026-03-18'),
  protocolItem: '7',
  protocol,
})

export const standing = (total: Oere): StandingMandate => ({
  title: 'Rammemandat',
  economic: true,
  limitPerDecision: null,
  total,
  legal: false,
  organisational: false,
  strategy: false,
  professionalDevelopment: false,
  coordination: false,
  to: day('2026-12-31'),
})
