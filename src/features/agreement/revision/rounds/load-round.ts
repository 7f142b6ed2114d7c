import type { Side } from '../../../../access/actor.ts'
import type { ReadClient } from '../../../../database/database.ts'
import { addDays, type Day, dayInRow } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { decidedUnder, isOfAnotherText } from '../../../decisions/adoption/index.ts'
import { isInEffect } from '../../../decisions/decisions/index.ts'
import { unanswered } from '../../../ground/hearing/index.ts'
import { type Ownership, type SignOffFacts, secretariatNames, unsignedSides } from '../../../ground/sealed/index.ts'
import type { AgreementText } from '../../agreement/index.ts'
import { sealedText } from '../../agreement/index.ts'
import { addendumHoldsFrom } from '../addenda/holds-from.ts'
import { type Amendment, type Clause, conflictsAmong, type ProposalState } from '../proposals/proposal-rules.ts'
import { requiredToSign, type SigningOrganisation, unboundAmong } from '../signing/signing-rules.ts'
import { isWaitedFor } from '../signing/signing-state.ts'
import type { RoundFacts } from './round-conditions.ts'
import { findStored, roundOf } from './stored-round.ts'

/** The same reads for the pages and inside the transactions of the acts. */
export type RoundReads = Pick<ReadClient, 'revisionRound' | 'organisation' | 'agendaItem' | 'addendum'>

/** A round with all that its rules ask about. The number of statements is the same however much it holds. */
export async function loadRound(reads: RoundReads, year: number) {
  const row = await findStored(reads, year)
  return row && roundOf(row)
}

export type Round = NonNullable<Awaited<ReturnType<typeof loadRound>>>
export type RoundProposal = Round['proposals'][number]
export type RoundSigning = Round['signings'][number]

/** @throws Refusal notFound */
export async function foundRound(reads: RoundReads, year: number): Promise<Round> {
  const round = await loadRound(reads, year)
  if (!round) throw notFound(`Revisionen i ${year} er ikke åbnet.`)
  return round
}

/** The text that the round revises. */
export const basisText = ({ basis }: Round): AgreementText => ({
  title: basis.title.split('\n'),
  parties: basis.parties,
  dateText: basis.dateText,
  sections: basis.sections.map(({ key, number, heading, body }) => ({ key, number, heading, body })),
  appendices: basis.appendices.map(({ heading, dateText, body }) => ({ heading, dateText, body })),
})

export const draftText = (draft: { content: string }): AgreementText => sealedText.thaw(draft.content)

export const latestDraft = (round: Round) => round.drafts[0] ?? null

/** The signing that counts: the latest, also when it was stopped. */
export const latestSigning = (round: Round): RoundSigning | null => round.signings[0] ?? null

export const amendmentOf = (proposal: RoundProposal): Amendment & { id: number; state: ProposalState } => ({
  id: proposal.id,
  state: proposal.state,
  kind: proposal.kind,
  sectionKey: proposal.section?.key ?? null,
  heading: proposal.heading,
  words: proposal.words,
  text: proposal.text,
})

/** Pairs of open proposals on the same words that the two secretariats have not agreed upon. */
export function openConflicts(round: Round) {
  const clauses: Clause[] = round.basis.sections
  return conflictsAmong(clauses, round.proposals.map(amendmentOf))
}

/** What the joint group has decided under the round's items, and under the items that they were carried over to. */
export async function decisionsOf(reads: RoundReads, round: Round) {
  const items = new Map(round.items.map(({ itemId, purpose, draftId }) => [itemId, { purpose, draftId }]))
  const decisions = await decidedUnder(reads, [...items.keys()])
  return decisions.map(decision => ({
    ...decision,
    ...(items.get(decision.origin) ?? { purpose: null, draftId: null }),
  }))
}

export type RoundDecision = Awaited<ReturnType<typeof decisionsOf>>[number]

/**
 * The decision that stands for a purpose, as for every text that is adopted: one in effect before a conditional one, of
 * exactly what was put forward; an endorsement of this draft only.
 */
export function standingDecision(
  round: Round,
  decisions: readonly RoundDecision[],
  purpose: 'ENDORSE' | 'CLOSE',
): RoundDecision | null {
  const mine = decisions.filter(
    decision =>
      decision.purpose === purpose &&
      !isOfAnotherText(decision.outcome) &&
      (purpose === 'CLOSE' || decision.draftId === (latestDraft(round)?.id ?? null)),
  )
  return mine.find(isInEffect) ?? mine.find(({ state }) => state === 'CONDITIONAL') ?? null
}

/** Every organisation with its period in the cooperation: a withdrawal that holds ends it, also before it is registered. */
export async function allOrganisations(
  reads: Pick<ReadClient, 'organisation' | 'addendum'>,
): Promise<SigningOrganisation[]> {
  const rows = await reads.organisation.findMany({ orderBy: { position: 'asc' } })
  const addenda = await reads.addendum.findMany({
    where: { droppedAt: null, declinedAt: null },
    include: { signatures: true },
    orderBy: { id: 'asc' },
  })
  const left = new Map<number, Day | null>()
  for (const { organisationId, kind, inForceFrom, signatures } of addenda) {
    const from = addendumHoldsFrom({ inForceFrom, signatures })
    if (from !== null) left.set(organisationId, kind === 'WITHDRAWAL' ? addDays(from, -1) : null)
  }
  return rows.map(row => {
    const last = left.get(row.id) ?? null
    const to = dayInRow(row.to)
    return { ...row, from: dayInRow(row.from), to: last !== null && (to === null || last < to) ? last : to }
  })
}

export const strategyGroups = {
  HOUSING: 'boligorganisationernes strategigruppe',
  MUNICIPALITY: 'kommunens strategigruppe',
} as const
const sides = ['HOUSING', 'MUNICIPALITY'] as const

/** R60: a draft of the agreement is both parties'. */
export const draftOwnership: Ownership = { side: null }

/** The sides whose sign-off of the draft as it stands is missing. */
export function draftUnsignedBy(round: Round) {
  const draft = latestDraft(round)
  return unsignedSides(draftOwnership, draft ? draft.signOffs.map(signOffFacts) : [], draft?.hash ?? '')
}

/** Taken back by the one who gave it, a sign-off of a draft stands no more; an edit is another draft. */
export const signOffFacts = (row: { side: Side; hash: string; takenBackAt: string | null }): SignOffFacts => ({
  side: row.side,
  hash: row.hash,
  voidedAt: row.takenBackAt,
})

/** The hearing of the draft as it stands: both strategy groups are asked, each by its side. */
export function hearingOf(round: Round) {
  const draftId = latestDraft(round)?.id
  const answers = round.answers.flatMap(answer => (answer.draftId === draftId ? [{ ...answer, by: answer.side }] : []))
  return { asked: sides, until: round.hearingUntil, answers }
}

/** Everything that the conditions of the steps ask about, as things stand on the connection asked. */
export const roundFacts = async (reads: RoundReads, round: Round, today: Day): Promise<RoundFacts> =>
  factsFrom(round, await decisionsOf(reads, round), await allOrganisations(reads), today)

/** The same of what has been read. */
export function factsFrom(
  round: Round,
  decisions: readonly RoundDecision[],
  organisations: readonly SigningOrganisation[],
  today: Day,
): RoundFacts {
  const endorsement = standingDecision(round, decisions, 'ENDORSE')
  const draft = latestDraft(round)
  const required = requiredToSign(organisations, today)
  const bound = endorsement?.consequences.filter(row => row.legal !== null).map(row => row.organisationId) ?? []
  const signing = latestSigning(round)
  const hearing = hearingOf(round)
  return {
    state: round.state,
    today,
    proposalsUntil: round.proposalsUntil,
    hearingUntil: hearing.until,
    newDeadline: null,
    reason: '',
    openProposals: round.proposals.filter(({ state }) => state === 'OPEN').map(({ number }) => number),
    conflicts: openConflicts(round).length,
    draftDiffers: draft !== null && !sameSections(draftText(draft), basisText(round)),
    draftUnsignedBy: draftUnsignedBy(round).map(side => secretariatNames[side]),
    hearingUnansweredBy: unanswered(hearing, hearing.answers).map(side => strategyGroups[side]),
    endorsement: endorsement ? standing(endorsement) : null,
    unboundOrganisations: endorsement ? unboundAmong(required, bound).map(({ name }) => name) : [],
    unsignedBy: signing ? signing.required.filter(isWaitedFor).map(({ organisationName }) => organisationName) : [],
    closing: standing(standingDecision(round, decisions, 'CLOSE')),
  }
}

function standing(decision: RoundDecision | null): 'EFFECTIVE' | 'CONDITIONAL' | null {
  if (decision === null) return null
  return isInEffect(decision) ? 'EFFECTIVE' : 'CONDITIONAL'
}

/** The date on the front page is not what a revision is about. */
const sameSections = (one: AgreementText, other: AgreementText): boolean =>
  JSON.stringify(one.sections.map(read)) === JSON.stringify(other.sections.map(read))

const read = ({ number, heading, body }: Clause) => [number, heading, body]
