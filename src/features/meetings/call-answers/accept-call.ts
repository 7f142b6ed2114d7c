import { type Actor, personIdOf } from '../../../access/actor.ts'
import { isAwaited } from '../../../access/meeting-states.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { rowReaderIn } from '../../../database/reader.ts'
import { write } from '../../../database/write.ts'
import { brokenRule, notFound } from '../../../kernel/refusal.ts'
import { bodyOf, isWritten, loadMeeting } from '../meetings/index.ts'

/** Whoever is called says to come, until the meeting is closed; said twice it is said once. */
export const acceptCall = (actor: Actor, input: { meetingId: number }): Promise<void> =>
  write(actor, async tx => {
    const meeting = await loadMeeting(rowReaderIn(tx), input.meetingId)
    requireRight(actor, 'readClosed', { body: bodyOf(meeting) })
    if (!isAwaited(meeting.state) || isWritten(meeting)) throw brokenRule('Der svares ikke på indkaldelsen nu.')
    const own = { meetingId_personId: { meetingId: meeting.id, personId: personIdOf(actor) } }
    const called = await tx.attendance.findUnique({ where: own })
    if (!called || called.role === 'SECRETARY') throw notFound('Du er ikke indkaldt til mødet.')
    if (called.status === 'APOLOGIES') throw brokenRule('Du har meldt afbud. Træk afbuddet tilbage, hvis du deltager.')
    if (await tx.callAcceptance.findUnique({ where: own })) return { result: undefined, events: [] }
    await tx.callAcceptance.create({ data: { ...own.meetingId_personId, at: actor.at } })
    return {
      result: undefined,
      events: [event('callAccepted', 'meeting', meeting.id, { after: { person: called.name } })],
    }
  })
