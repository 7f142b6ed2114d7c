import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import {
  bodyOf,
  giveSignOff,
  loadMeeting,
  type MeetingRow,
  type Side,
  secretariatNames,
  sideOf,
  voidSignOffs,
} from '../../../meetings/meetings/index.ts'
import { loadMinutes } from './load-minutes.ts'
import { minutesHash } from './minutes-content.ts'

/** R60: one secretariat signs off the minutes exactly as they were shown. */
export const signOffMinutes = (
  actor: Actor,
  input: { meetingId: number; shownHash: string },
): Promise<{ complete: boolean; side: Side }> =>
  write(actor, async tx => {
    const meeting = await inPreparation(tx, input.meetingId)
    const hash = minutesHash(await loadMinutes(rowReaderIn(tx), meeting.id))
    const { complete, side } = await giveSignOff(tx, actor, {
      meetingId: meeting.id,
      body: bodyOf(meeting),
      content: 'MINUTES',
      shownHash: input.shownHash,
      currentHash: hash,
    })
    return {
      result: { complete, side },
      events: [event('minutesSignOffGiven', 'meeting', meeting.id, { after: { side, hash } })],
    }
  })

export const withdrawMinutesSignOff = (actor: Actor, input: { meetingId: number }): Promise<void> =>
  write(actor, async tx => {
    const meeting = await inPreparation(tx, input.meetingId)
    requireRight(actor, 'signOff', { body: bodyOf(meeting) })
    const side = sideOf(actor, bodyOf(meeting))
    if (!side) throw brokenRule('Der er ingen godkendelse at trække tilbage.')
    const reason = `${secretariatNames[side]} har trukket sin godkendelse tilbage`
    const voided = await voidSignOffs(tx, actor, { meetingId: meeting.id, content: 'MINUTES', reason, side })
    if (voided === 0) throw brokenRule('Der er ingen godkendelse at trække tilbage.')
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
