import { closeProposals, openRound, proposeAmendment, settleAmendment } from '../../src/features/revision/index.ts'
import { day } from '../../src/kernel/days.ts'
import { givenAgreement } from '../revision/stage.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

/** A revision with a proposal taken in: its draft is the secretariats' own until both have signed it off. */
export async function markedRevision(
  { db }: TestApp,
  cooperation: Cooperation,
  mark: Marking,
  all: readonly string[],
): Promise<void> {
  await givenAgreement(db)
  const year = 2026
  const housing = (at: string) => cooperation.actor('sekretariat.bolig', at)
  await openRound(housing('2026-01-06T09:00:00.000Z'), {
    year,
    purpose: mark(all, 'revision: formål'),
    proposalsUntil: day('2026-02-10'),
  })
  await proposeAmendment(cooperation.actor('medlem.fab', '2026-01-20T09:00:00.000Z'), {
    year,
    organisationId: cooperation.organisation('fab'),
    kind: 'REPLACE',
    sectionKey: 'organisationen',
    heading: '',
    words: 'de under 4 nævnte opgaver..',
    text: mark(all, 'ændringsforslag: tekst'),
    reasons: mark(all, 'ændringsforslag: grunde'),
    editorial: true,
  })
  const drafted = '2026-02-12T09:00:00.000Z'
  await closeProposals(housing(drafted), { year })
  const proposal = await db.prisma.amendmentProposal.findFirstOrThrow()
  await settleAmendment(housing(drafted), {
    year,
    number: proposal.number,
    version: proposal.version,
    outcome: 'TAKEN_IN',
    text: '',
    byHand: false,
    reason: '',
  })
}
