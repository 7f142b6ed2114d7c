import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { brokenRule, refuseAll } from '../../../../kernel/refusal.ts'
import { actingFor, personOf, proposalIn, requireState } from '../rounds/acting-for.ts'
import { foundRound } from '../rounds/load-round.ts'
import { type Amendment, amendmentObjections } from './proposal-rules.ts'

export interface ProposalDraft extends Amendment {
  year: number
  organisationId: number
  reasons: string
  /** No change of meaning. */
  editorial: boolean
}

/** An organisation proposes to replace, add or delete words of the version in force, with its reasons. */
export const proposeAmendment = (actor: Actor, input: ProposalDraft): Promise<{ number: number }> =>
  write(actor, async (tx, at) => {
    const person = personOf(actor)
    const organisation = await actingFor(tx, actor, input.organisationId, 'proposeAmendment')
    const round = await foundRound(tx, input.year)
    requireState(round, ['PROPOSALS'])
    if (isPast(round.proposalsUntil, actor.today)) {
      throw brokenRule(`Fristen for ændringsforslag udløb den ${longDay(round.proposalsUntil)}.`)
    }
    refuseAll([
      ...amendmentObjections(input, round.basis.sections),
      ...(input.reasons.trim() === '' ? [{ sentence: 'Feltet »Begrundelse« skal udfyldes.', field: 'reasons' }] : []),
    ])
    const number = round.proposals.length + 1
    const { kind, heading, words, text, reasons, editorial } = input
    const section = round.basis.sections.find(({ key }) => key === input.sectionKey)
    const proposal = await tx.amendmentProposal.create({
      data: {
        roundId: round.id,
        number,
        organisationId: organisation.id,
        kind,
        sectionId: section?.id ?? null,
        editorial,
        heading,
        words,
        text,
        reasons,
        proposedById: person.id,
        proposedAt: at,
      },
    })
    const after = { ...input, number, organisation: organisation.name, section: section?.number ?? null }
    return { result: { number }, events: [event('amendmentProposed', 'amendment', proposal.id, { after })] }
  })

/** Whose it is takes it back; it stays to be read, with why. */
export const withdrawAmendment = (
  actor: Actor,
  input: { year: number; number: number; reason: string },
): Promise<void> =>
  write(actor, async (tx, at) => {
    const round = await foundRound(tx, input.year)
    const proposal = proposalIn(round, input.number)
    await actingFor(tx, actor, proposal.organisationId, 'proposeAmendment')
    requireState(round, ['PROPOSALS', 'DRAFTING'])
    if (proposal.state !== 'OPEN') throw brokenRule('Ændringsforslaget er allerede besvaret.')
    await tx.amendmentProposal.update({
      where: { id: proposal.id },
      data: {
        state: 'WITHDRAWN',
        settledReason: input.reason,
        settledAt: at,
        settledById: personOf(actor).id,
        version: { increment: 1 },
      },
    })
    const after = { year: round.year, number: proposal.number, reason: input.reason }
    return { result: undefined, events: [event('amendmentWithdrawn', 'amendment', proposal.id, { after })] }
  })

/** Another organisation says that it supports a proposal that is still open. */
export const supportAmendment = (
  actor: Actor,
  input: { year: number; number: number; organisationId: number },
): Promise<void> =>
  write(actor, async (tx, at) => {
    const person = personOf(actor)
    const organisation = await actingFor(tx, actor, input.organisationId, 'proposeAmendment')
    const round = await foundRound(tx, input.year)
    const proposal = proposalIn(round, input.number)
    requireState(round, ['PROPOSALS', 'DRAFTING'])
    if (proposal.state !== 'OPEN') throw brokenRule('Ændringsforslaget er allerede besvaret.')
    if (proposal.organisationId === organisation.id) {
      throw brokenRule(`Forslaget er stillet af ${organisation.name} selv.`, 'organisationId')
    }
    if (proposal.support.some(row => row.organisationId === organisation.id)) {
      throw brokenRule(`${organisation.name} støtter allerede forslaget.`, 'organisationId')
    }
    await tx.proposalSupport.create({
      data: { proposalId: proposal.id, organisationId: organisation.id, personId: person.id, at },
    })
    const after = { year: round.year, number: proposal.number, organisation: organisation.name }
    return { result: undefined, events: [event('amendmentSupported', 'amendment', proposal.id, { after })] }
  })

export const takeBackSupport = (
  actor: Actor,
  input: { year: number; number: number; organisationId: number },
): Promise<void> =>
  write(actor, async (tx, at) => {
    const organisation = await actingFor(tx, actor, input.organisationId, 'proposeAmendment')
    const round = await foundRound(tx, input.year)
    const proposal = proposalIn(round, input.number)
    requireState(round, ['PROPOSALS', 'DRAFTING'])
    const given = proposal.support.find(row => row.organisationId === organisation.id)
    if (!given) throw brokenRule(`${organisation.name} støtter ikke forslaget.`, 'organisationId')
    await tx.proposalSupport.update({ where: { id: given.id }, data: { takenBackAt: at } })
    const after = { year: round.year, number: proposal.number, organisation: organisation.name }
    return { result: undefined, events: [event('supportTakenBack', 'amendment', proposal.id, { after })] }
  })

/** The discussion of a proposal, open to both parties; what is written stays. */
export const commentOnAmendment = (
  actor: Actor,
  input: { year: number; number: number; text: string },
): Promise<void> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'discussAmendment')
    const person = personOf(actor)
    const round = await foundRound(tx, input.year)
    const proposal = proposalIn(round, input.number)
    requireState(round, ['PROPOSALS', 'DRAFTING', 'HEARING', 'ENDORSEMENT'])
    if (input.text.trim() === '') throw brokenRule('Feltet »Indlæg« skal udfyldes.', 'text')
    await tx.proposalComment.create({
      data: {
        proposalId: proposal.id,
        organisationId: person.organisationId,
        personId: person.id,
        name: person.name,
        text: input.text,
        at,
      },
    })
    const after = { year: round.year, number: proposal.number }
    return { result: undefined, events: [event('amendmentDiscussed', 'amendment', proposal.id, { after })] }
  })
