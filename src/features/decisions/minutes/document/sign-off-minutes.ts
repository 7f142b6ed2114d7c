import type { Actor, Side } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { brokenRule, refuseAll } from '../../../../kernel/refusal.ts'
import { giveSignOff, withdrawSignOff } from '../../../ground/sealed/index.ts'
import { loadMeeting, type MeetingRow, signedMeeting } from '../../../meetings/meetings/index.ts'
import { loadTreatments } from '../session/session-facts.ts'
import { whyNotSigned } from '../session/session-rules.ts'
import { loadMinutes } from './load-minutes.ts'
import { sealedMinutes } from './minutes-content.ts'

/** R60: one secretariat signs off the minutes exactly as they were shown. */
export const signOffMinutes = (
  actor: Actor,
  input: { meetingId: number; shownHash: string },
): Promise<{ complete: boolean; side: Side }> =>
  write(actor, async tx => {
    const meeting = await inPreparation(tx, input.meetingId)
    refuseAll(whyNotSigned(await loadTreatments(tx, meeting.id)))
    const hash = sealedMinutes.hash(await loadMinutes(rowReaderIn(tx), meeting.id))
    const shown = { shown: input.shownHash, current: hash }
    const given = await giveSignOff(actor, signedMeeting(tx, meeting, 'MINUTES'), shown)
    const after = { side: given.side, hash }
    return { result: given, events: [event('minutesSignOffGiven', 'meeting', meeting.id, { after })] }
  })

export const withdrawMinutesSignOff = (actor: Actor, input: { meetingId: number }): Promise<void> =>
  write(actor, async tx => {
    const meeting = await inPreparation(tx, input.meetingId)
    const none = 'Der er ingen godkendelse at trække tilbage.'
    const { side } = await withdrawSignOff(actor, signedMeeting(tx, meeting, 'MINUTES'), { none })
    return {
      result: undefined,
      events: [event('minutesSignOffWithdrawn', 'meeting', meeting.id, { before: { side } })],
    }
  })

async function inPreparation(tx: Tx, meetingId: number): Promise<MeetingRow> {
  const meeting = await loadMeeting(rowReaderIn(tx), meetingId)
  if (meeting.state !== 'MINUTES_IN_PREPARATION') {
    throw brokenRule('Referatet kan kun godkendes, mens det er under udarbejdelse.')
  }
  return meeting
}
