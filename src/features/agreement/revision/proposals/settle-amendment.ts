import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { nextDraft, standingDraft, withAmendment, withProposal } from '../drafts/draft.ts'
import { personOf, proposalIn, requireState, secretariatSide } from '../rounds/acting-for.ts'
import { amendmentOf, foundRound, openConflicts, type Round, type RoundProposal } from '../rounds/load-round.ts'
import { wordsOfBoth } from './proposal-rules.ts'

export type Settlement = 'TAKEN_IN' | 'ADAPTED' | 'DECLINED'

export interface SettlementDraft {
  year: number
  number: number
  version: number
  outcome: Settlement
  /** ADAPTED: the words that are taken in. */
  text: string
  /** ADAPTED: the draft has been edited by hand, and is left as it stands. */
  byHand: boolean
  reason: string
}

/** The secretariats answer a proposal: what is taken in stands in the next draft; a decline has its reason. */
export const settleAmendment = (actor: Actor, input: SettlementDraft): Promise<void> =>
  write(actor, async tx => {
    requireRight(actor, 'runRevision')
    const round = await foundRound(tx, input.year)
    const proposal = proposalIn(round, input.number)
    requireState(round, ['DRAFTING'])
    refuseAnswered(round, proposal, input.version)
    if (input.outcome === 'DECLINED' && input.reason.trim() === '') {
      throw brokenRule('Skriv, hvorfor forslaget ikke imødekommes.', 'reason')
    }
    if (input.outcome === 'ADAPTED' && input.text.trim() === '') {
      throw brokenRule('Skriv den tekst, der er indarbejdet i stedet.', 'text')
    }
    const events = await putInDraft(tx, actor, round, proposal, input)
    return { result: undefined, events: [...events, await settle(tx, actor, round, proposal, input)] }
  })

function refuseAnswered(round: Round, proposal: RoundProposal, version: number): void {
  if (proposal.state !== 'OPEN' || proposal.version !== version) {
    throw brokenRule('Ændringsforslaget er allerede besvaret.')
  }
  const conflict = openConflicts(round).find(({ firstId, secondId }) => [firstId, secondId].includes(proposal.id))
  if (!conflict) return
  const otherId = conflict.firstId === proposal.id ? conflict.secondId : conflict.firstId
  const other = round.proposals.find(({ id }) => id === otherId)
  throw brokenRule(`Forslaget er i modstrid med ændringsforslag ${other?.number ?? ''}. Afgør modstriden først.`)
}

async function putInDraft(
  tx: Tx,
  actor: Actor,
  round: Round,
  proposal: RoundProposal,
  { outcome, text, byHand }: SettlementDraft,
): Promise<NewEvent[]> {
  if (outcome === 'DECLINED' || (outcome === 'ADAPTED' && byHand)) return []
  const words = outcome === 'ADAPTED' ? text : undefined
  const next = withProposal(standingDraft(round).text, proposal, round.year, words)
  const note = `Ændringsforslag ${proposal.number} er indarbejdet${outcome === 'ADAPTED' ? ' i tilpasset form' : ''}.`
  return [(await nextDraft(tx, actor, round, next, note)).event]
}

async function settle(
  tx: Tx,
  actor: Actor,
  round: Round,
  proposal: RoundProposal,
  { outcome, text, reason }: Pick<SettlementDraft, 'outcome' | 'text' | 'reason'>,
): Promise<NewEvent> {
  await tx.amendmentProposal.update({
    where: { id: proposal.id },
    data: {
      state: outcome,
      settledText: outcome === 'ADAPTED' ? text : null,
      settledReason: reason,
      settledAt: actor.at,
      settledById: personOf(actor).id,
      version: { increment: 1 },
    },
  })
  const after = { year: round.year, number: proposal.number, outcome, reason }
  return event('amendmentSettled', 'amendment', proposal.id, { after })
}

export type ConflictOutcome = 'FIRST' | 'SECOND' | 'BOTH_ADAPTED' | 'NEITHER'

export interface ConflictAnswer {
  year: number
  /** Numbers of the two proposals. */
  first: number
  second: number
  outcome: ConflictOutcome
  /** BOTH_ADAPTED: the common words. */
  text: string
  reason: string
}

/**
 * Two proposals on the same words: each secretariat says what should come of them, and it takes effect when both have
 * said the same.
 * @returns whether it took effect
 */
export const resolveConflict = (actor: Actor, input: ConflictAnswer): Promise<{ agreed: boolean }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'runRevision')
    const side = secretariatSide(actor)
    const round = await foundRound(tx, input.year)
    requireState(round, ['DRAFTING'])
    const first = proposalIn(round, input.first)
    const second = proposalIn(round, input.second)
    const conflict = openConflicts(round).find(pair => pair.firstId === first.id && pair.secondId === second.id)
    if (!conflict) throw brokenRule('De to forslag er ikke i modstrid med hinanden.')
    const text = input.outcome === 'BOTH_ADAPTED' ? input.text.trim() : ''
    if (input.outcome === 'BOTH_ADAPTED' && text === '') throw brokenRule('Skriv den fælles tekst.', 'text')
    if (input.reason.trim() === '') throw brokenRule('Feltet »Begrundelse« skal udfyldes.', 'reason')
    await tx.conflictResolution.create({
      data: {
        roundId: round.id,
        firstId: first.id,
        secondId: second.id,
        outcome: input.outcome,
        text,
        reason: input.reason,
        side,
        resolvedById: personOf(actor).id,
        at,
      },
    })
    const said = event('conflictAnswered', 'revision', round.id, { after: { ...input, side } })
    const other = standingAnswers(round, first.id, second.id).find(answer => answer.side !== side)
    const agreed = other?.outcome === input.outcome && other.text === text
    const effects = agreed ? await takeEffect(tx, actor, round, first, second, { ...input, text }) : []
    return { result: { agreed }, events: [said, ...effects] }
  })

/** What each secretariat said last about a pair. */
export const standingAnswers = (round: Round, firstId: number, secondId: number) =>
  (['HOUSING', 'MUNICIPALITY'] as const).flatMap(side =>
    round.conflicts.filter(row => row.firstId === firstId && row.secondId === secondId && row.side === side).slice(-1),
  )

async function takeEffect(
  tx: Tx,
  actor: Actor,
  round: Round,
  first: RoundProposal,
  second: RoundProposal,
  { outcome, text, reason }: ConflictAnswer,
): Promise<NewEvent[]> {
  const decline = (proposal: RoundProposal, other: RoundProposal) =>
    settle(tx, actor, round, proposal, {
      outcome: 'DECLINED',
      text: '',
      reason: `I modstrid med ændringsforslag ${other.number}. ${reason}`,
    })
  if (outcome === 'FIRST') return [await decline(second, first)]
  if (outcome === 'SECOND') return [await decline(first, second)]
  if (outcome === 'NEITHER') return [await decline(first, second), await decline(second, first)]
  const amendment = amendmentOf(first)
  const clause = round.basis.sections.find(({ key }) => key === amendment.sectionKey)
  const words = clause ? wordsOfBoth(clause, amendment, amendmentOf(second)) : ''
  const joined = { ...amendment, kind: 'REPLACE' as const, words, text }
  const next = withAmendment(standingDraft(round).text, joined, [first, second], round.year)
  const note = `Ændringsforslag ${first.number} og ${second.number} er skrevet sammen.`
  const adapted = { outcome: 'ADAPTED' as const, text, reason }
  return [
    (await nextDraft(tx, actor, round, next, note)).event,
    await settle(tx, actor, round, first, adapted),
    await settle(tx, actor, round, second, adapted),
  ]
}
