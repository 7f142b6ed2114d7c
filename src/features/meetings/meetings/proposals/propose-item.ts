import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { brokenRule, forbidden, notFound } from '../../../../kernel/refusal.ts'
import { rulesOn } from '../../../ground/bodies/index.ts'
import { type ItemKind, proposalDay } from '../agenda/agenda-rules.ts'
import { markChanged, openAgenda } from '../agenda/change-agenda.ts'
import { loadMeeting } from '../agenda/load-agenda.ts'
import { placeItem } from '../items/edit-items.ts'
import { agendaIsOpen } from '../steps/meeting-states.ts'

export interface Proposal {
  bodyId: number
  /** Null: the body's next meeting. */
  meetingId?: number | null
  title: string
  kind: ItemKind
  text: string
}

/** A member proposes an item until the deadline that the rules in force on the meeting's day set. */
export const proposeItem = (actor: Actor, input: Proposal): Promise<{ id: number }> =>
  write(actor, async tx => {
    const body = await tx.body.findUnique({ where: { id: input.bodyId } })
    if (!body) throw notFound('Organet findes ikke.')
    requireRight(actor, 'proposeItem', { body })
    if (!actor.person) throw forbidden('brugere, der er logget ind,')
    if (input.meetingId) await checkDeadline(tx, actor, input.meetingId, body.id)
    const proposal = await tx.itemProposal.create({
      data: {
        bodyId: body.id,
        meetingId: input.meetingId ?? null,
        personId: actor.person.id,
        organisationId: actor.person.organisationId,
        title: input.title,
        kind: input.kind,
        text: input.text,
        at: actor.at,
      },
    })
    const after = { title: input.title, kind: input.kind, body: body.slug }
    return { result: { id: proposal.id }, events: [event('itemProposed', 'proposal', proposal.id, { after })] }
  })

async function checkDeadline(tx: Tx, actor: Actor, meetingId: number, bodyId: number): Promise<void> {
  const read = rowReaderIn(tx)
  const meeting = await loadMeeting(read, meetingId)
  if (meeting.bodyId !== bodyId)
    throw brokenRule('Mødet hører til et andet organ. Vælg et af organets egne møder.', 'meetingId')
  if (!agendaIsOpen(meeting.state))
    throw brokenRule('Mødets dagsorden er lukket for forslag. Foreslå punktet til et senere møde.', 'meetingId')
  const deadline = proposalDay(meeting.day, await rulesOn(read, bodyId, meeting.day))
  if (isPast(deadline, actor.today)) {
    throw brokenRule(
      `Fristen for forslag til mødet udløb den ${longDay(deadline)}. Foreslå punktet til et senere møde.`,
      'meetingId',
    )
  }
}

/** A secretariat takes the proposal onto a meeting's agenda; what the item still lacks is filled in there. */
export const acceptProposal = (
  actor: Actor,
  input: {
    proposalId: number
    meetingId: number
    strategy?: boolean
    professionalDevelopment?: boolean
    coordination?: boolean
  },
): Promise<{ itemId: number; meetingId: number; position: number; notice: string | null }> =>
  write(actor, async tx => {
    const proposal = await waitingProposal(tx, input.proposalId)
    const meeting = await openAgenda(tx, actor, input.meetingId)
    if (meeting.bodyId !== proposal.bodyId)
      throw brokenRule('Mødet hører til et andet organ. Vælg et af organets egne møder.', 'meetingId')
    const { strategy, professionalDevelopment, coordination } = input
    const placed = await placeItem(tx, actor, meeting, {
      title: proposal.title,
      kind: proposal.kind,
      presentation: proposal.text,
      presenter: proposal.organisation.name,
      strategy,
      professionalDevelopment,
      coordination,
    })
    await tx.itemProposal.update({
      where: { id: proposal.id },
      data: { acceptedItemId: placed.id, answeredById: actor.personId, answeredAt: actor.at },
    })
    const change = await markChanged(tx, actor, meeting, `punkt ${placed.position} er tilføjet`)
    const after = { item: placed.id, meeting: meeting.number, position: placed.position }
    return {
      result: { itemId: placed.id, meetingId: meeting.id, position: placed.position, notice: change.notice },
      events: [event('proposalAccepted', 'proposal', proposal.id, { after }), ...change.events],
    }
  })

export const declineProposal = (actor: Actor, input: { proposalId: number; reason: string }) =>
  write(actor, async tx => {
    const proposal = await waitingProposal(tx, input.proposalId)
    requireRight(actor, 'prepareMeeting', { body: proposal.body })
    if (input.reason.trim() === '') throw brokenRule('Feltet »Begrundelse« skal udfyldes.', 'reason')
    await tx.itemProposal.update({
      where: { id: proposal.id },
      data: { declinedReason: input.reason, answeredById: actor.personId, answeredAt: actor.at },
    })
    const after = { reason: input.reason }
    return { result: { id: proposal.id }, events: [event('proposalDeclined', 'proposal', proposal.id, { after })] }
  })

/** Only the proposer takes an unanswered proposal back. */
export const withdrawProposal = (actor: Actor, input: { proposalId: number }) =>
  write(actor, async tx => {
    const proposal = await waitingProposal(tx, input.proposalId)
    if (proposal.personId !== actor.personId)
      throw forbidden('forslagsstillere', 'Kun den, der har stillet forslaget, kan gøre dette.')
    await tx.itemProposal.update({ where: { id: proposal.id }, data: { withdrawnAt: actor.at } })
    return { result: { id: proposal.id }, events: [event('proposalWithdrawn', 'proposal', proposal.id)] }
  })

async function waitingProposal(tx: Tx, id: number) {
  const proposal = await tx.itemProposal.findUnique({ where: { id }, include: { body: true, organisation: true } })
  if (!proposal) throw notFound('Forslaget findes ikke.')
  if (proposal.withdrawnAt) throw brokenRule('Forslaget er trukket tilbage.')
  if (proposal.answeredAt) throw brokenRule('Forslaget er allerede besvaret.')
  return proposal
}
