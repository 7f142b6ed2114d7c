import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import type { Tx } from '../../../../database/write.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { voidedSentence } from '../../../ground/sealed/index.ts'
import { numberItems } from '../items/item-numbers.ts'
import { voidSignOffs } from '../sign-off/meeting-sign-offs.ts'
import { agendaIsOpen, stateLabels } from '../steps/meeting-states.ts'
import { recordStep } from '../steps/take-step.ts'
import type { Placed } from './agenda-rules.ts'
import { bodyOf, loadMeeting, type MeetingRow } from './load-agenda.ts'
import { sentNumbersIn } from './sent-numbers.ts'

/** The meeting whose agenda is to be changed. @throws Refusal when it no longer can be, or not by this person */
export async function openAgenda(tx: Tx, actor: Actor, meetingId: number): Promise<MeetingRow> {
  const meeting = await loadMeeting(rowReaderIn(tx), meetingId)
  requireRight(actor, 'prepareMeeting', { body: bodyOf(meeting) })
  return whileOpen(meeting)
}

/** A form that cannot be saved is not shown: asked by the pages, too. @throws Refusal that says why, and what one does instead */
export function whileOpen<Meeting extends Pick<MeetingRow, 'state'>>(meeting: Meeting): Meeting {
  if (agendaIsOpen(meeting.state)) return meeting
  const instead = meeting.state === 'IN_SESSION' ? ' Det, mødet ændrer, føres til referat under mødets afvikling.' : ''
  throw brokenRule(`Mødet har status »${stateLabels[meeting.state]}«. Derfor kan dagsordenen ikke ændres.${instead}`)
}

export interface AgendaChange {
  events: NewEvent[]
  /** What the edit did to sign-offs, or that it is not sent yet: to be shown with the confirmation. */
  notice: string | null
}

/**
 * What every edit of an agenda brings with it: sign-offs that were given are void, a signed-off agenda is open again,
 * and one that was sent has an unsent change. `what` tells the edit in Danish: »punkt 4 er ændret«.
 */
export async function markChanged(tx: Tx, actor: Actor, meeting: MeetingRow, what: string): Promise<AgendaChange> {
  const sent = await tx.agendaVersion.findFirst({
    where: { meetingId: meeting.id },
    orderBy: { number: 'desc' },
    select: { sentAt: true },
  })
  const voided = await voidSignOffs(tx, actor, {
    meetingId: meeting.id,
    content: 'AGENDA',
    reason: what,
    since: sent?.sentAt ?? null,
  })
  const told = voidedSentence(voided, what)
  const events = voided > 0 ? [event('agendaSignOffsVoided', 'meeting', meeting.id, { after: { reason: what } })] : []
  if (meeting.state === 'AGENDA_SIGNED_OFF') {
    await recordStep(tx, actor, meeting.id, 'REOPEN_AGENDA', what)
    await tx.meeting.update({
      where: { id: meeting.id },
      data: { state: 'AGENDA_IN_PREPARATION', version: { increment: 1 } },
    })
    events.push(event('agendaReopened', 'meeting', meeting.id, { after: { reason: what } }))
  }
  if (meeting.state === 'CALLED') {
    if (!(await hasUnsentMark(tx, meeting.id))) await recordStep(tx, actor, meeting.id, 'REOPEN_AGENDA', what)
    return {
      events,
      notice: [told, 'Ændringen er ikke udsendt endnu. Udsend den som tillæg.'].filter(Boolean).join(' '),
    }
  }
  return { events, notice: told }
}

/** An unsent change is the last word of the agenda's steps: REOPEN_AGENDA after the latest sending. */
async function hasUnsentMark(tx: Tx, meetingId: number): Promise<boolean> {
  const last = await tx.meetingStep.findFirst({
    where: { meetingId, kind: { in: ['CALL', 'SUPPLEMENT', 'REOPEN_AGENDA'] } },
    orderBy: { id: 'desc' },
  })
  return last?.kind === 'REOPEN_AGENDA'
}

export const orderedItems = (tx: Tx, meetingId: number): Promise<(Placed & { position: number })[]> =>
  tx.agendaItem.findMany({
    where: { meetingId, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, standing: true, position: true },
  })

/** Stores the items' numbers in the order given; those that were sent keep theirs. */
export async function renumber(tx: Tx, meetingId: number, items: readonly Placed[]): Promise<void> {
  const sent = await sentNumbersIn(rowReaderIn(tx), meetingId)
  for (const { id, number } of numberItems(items, sent)) {
    await tx.agendaItem.updateMany({ where: { id, NOT: { position: number } }, data: { position: number } })
  }
}
