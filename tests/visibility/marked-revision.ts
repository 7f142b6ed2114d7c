import {
  closeProposals,
  editDraftSection,
  openAddendum,
  openRound,
  proposeAmendment,
  settleAmendment,
  signAddendum,
  signOffDraft,
} from '../../src/features/agreement/revision/index.ts'
import { day } from '../../src/kernel/days.ts'
import { givenAgreement } from '../revision/stage.ts'
import type { TestApp } from '../support/app.ts'
import type { Cooperation } from '../support/builders.ts'

type Marking = (by: readonly string[], what: string) => string

/**
 * A revision with a proposal taken in and a section that the secretariats have written: the draft is their own until
 * both have signed it off, and one has. Beside it an organisation joins by an addendum that one side has signed.
 */
export async function markedRevision(
  { db }: TestApp,
  cooperation: Cooperation,
  mark: Marking,
  all: readonly string[],
  secretaries: readonly string[],
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
  const standing = async () => db.prisma.consolidatedDraft.findFirstOrThrow({ orderBy: { number: 'desc' } })
  await editDraftSection(housing(drafted), {
    year,
    key: 'maalet',
    version: (await standing()).number,
    heading: mark(secretaries, 'udkast: overskrift'),
    body: mark(secretaries, 'udkast: tekst'),
    note: mark(secretaries, 'udkast: bemærkning'),
  })
  await signOffDraft(housing(drafted), { year, hash: (await standing()).hash })

  const addendum = await openAddendum(housing(drafted), {
    kind: 'ACCESSION',
    organisationId: cooperation.organisation('hoejstrup'),
    inForceFrom: day('2026-07-01'),
    text: mark(all, 'tillæg: tekst'),
  })
  const { textHash: hash } = await db.prisma.addendum.findFirstOrThrow()
  const signing = { ...addendum, capacity: 'HOUSING' as const, hash, password: 'boligstrategi-demo' }
  await signAddendum(housing(drafted), signing, { demo: true })
}
