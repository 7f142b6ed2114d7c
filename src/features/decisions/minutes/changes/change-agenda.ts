import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { type Tx, write } from '../../../../database/write.ts'
import type { Objection } from '../../../../kernel/objection.ts'
import { notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { type ItemDraft, type MeetingRow, putOn, refuseWithheld, takeOff } from '../../../meetings/meetings/index.ts'
import { loadTreatedItem, openForMinutes } from '../session/session-facts.ts'

/**
 * R57, R65: the meeting approves its agenda and may change it: items come on, are taken off and are treated in another
 * order. Each change stands in the minutes by itself. The agenda that was sent stays what it was.
 */
export const addAtMeeting = (
  actor: Actor,
  input: { meetingId: number; afterId: number | null; reason: string; draft: ItemDraft },
): Promise<{ id: number; position: number }> =>
  write(actor, async tx => {
    const meeting = await inSession(tx, actor, input.meetingId)
    const after = await otherItem(tx, input.afterId, meeting.id, null)
    const placed = await putOn(tx, actor, meeting, input.draft)
    const events = [await changed(tx, actor, meeting, { kind: 'ADDED', itemId: placed.id, reason: input.reason })]
    if (after !== null)
      events.push(await changed(tx, actor, meeting, { kind: 'MOVED', itemId: placed.id, afterId: after, reason: '' }))
    return { result: placed, events }
  })

export const takeOffAtMeeting = (
  actor: Actor,
  input: { meetingId: number; itemId: number; reason: string },
): Promise<{ position: number }> =>
  write(actor, async tx => {
    const meeting = await inSession(tx, actor, input.meetingId)
    const item = await ownItem(tx, actor, input.itemId, meeting.id)
    const { treatment } = item
    const treated = treatment !== null && (treatment.outcome !== null || treatment.text.trim() !== '')
    const told: Objection[] = []
    if (item.standing === 'APPROVE_AGENDA')
      told.push({ sentence: 'Punktet »Godkendelse af dagsorden« kan ikke tages af.', field: 'removedId' })
    if (treated || item.decisions.length > 0)
      told.push({
        sentence: 'Punktet er allerede behandlet. Udsæt det, eller ret dets resultat.',
        field: 'removedId',
      })
    refuseAll(told)
    const made = await changed(tx, actor, meeting, { kind: 'REMOVED', itemId: item.id, reason: input.reason })
    await takeOff(tx, actor, item)
    return { result: { position: item.position }, events: [made] }
  })

export const moveAtMeeting = (
  actor: Actor,
  input: { meetingId: number; itemId: number; afterId: number | null; reason: string },
): Promise<{ position: number }> =>
  write(actor, async tx => {
    const meeting = await inSession(tx, actor, input.meetingId)
    const item = await ownItem(tx, actor, input.itemId, meeting.id)
    const afterId = await otherItem(tx, input.afterId, meeting.id, item.id)
    const made = await changed(tx, actor, meeting, { kind: 'MOVED', itemId: item.id, afterId, reason: input.reason })
    return { result: { position: item.position }, events: [made] }
  })

const inSession = (tx: Tx, actor: Actor, meetingId: number): Promise<MeetingRow> =>
  openForMinutes(tx, actor, meetingId, state => state === 'IN_SESSION')

async function ownItem(tx: Tx, actor: Actor, itemId: number, meetingId: number) {
  const item = await loadTreatedItem(tx, itemId)
  if (item.meetingId !== meetingId) throw notFound('Punktet findes ikke.')
  await refuseWithheld(tx, actor, item.id)
  return item
}

async function otherItem(tx: Tx, id: number | null, meetingId: number, self: number | null): Promise<number | null> {
  if (id === null) return null
  const found = await tx.agendaItem.findUnique({ where: { id } })
  if (!found || found.removedAt || found.meetingId !== meetingId || id === self)
    refuseAll([{ sentence: 'Vælg et andet punkt på dagsordenen.', field: 'afterId' }])
  return id
}

async function changed(
  tx: Tx,
  actor: Actor,
  meeting: MeetingRow,
  change: { kind: 'ADDED' | 'REMOVED' | 'MOVED'; itemId: number; afterId?: number | null; reason: string },
): Promise<NewEvent> {
  const { kind, itemId, afterId = null, reason } = change
  await tx.agendaChange.create({
    data: { meetingId: meeting.id, kind, itemId, afterId, reason, byId: personIdOf(actor), at: actor.at },
  })
  return event('agendaChangedAtMeeting', 'item', itemId, { after: { kind, afterId, reason } })
}
