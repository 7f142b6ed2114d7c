import type { Actor } from '../../../../access/actor.ts'
import { hasBegun } from '../../../../access/meeting-states.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { longDay } from '../../../../kernel/days.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import { loadMeeting, type MeetingRow, takeStep } from '../../../meetings/meetings/index.ts'

export interface ApprovalInput {
  meetingId: number
  /** The later meeting of the same body that approved them; null: the deadline has run out. */
  atMeetingId?: number | null
}

/**
 * Seals the minutes: at the body's next meeting, or after the deadline. Never over an unanswered objection. Without
 * this act the calendar approves them on the day after the deadline.
 */
export const approveMinutes = (actor: Actor, input: ApprovalInput): Promise<void> =>
  write(actor, async tx => {
    const approvedAt = input.atMeetingId ? await laterMeeting(tx, input.meetingId, input.atMeetingId) : null
    const step = await takeStep(tx, actor, input.meetingId, 'APPROVE_MINUTES', {
      reason: approvedAt && `Godkendt på mødet den ${longDay(approvedAt.day)}`,
      known: { approvedAtMeeting: approvedAt !== null },
    })
    const version = await tx.minutesVersion.findFirstOrThrow({
      where: { meetingId: input.meetingId },
      orderBy: { number: 'desc' },
    })
    await tx.minutesVersion.update({
      where: { id: version.id },
      data: { approvedAt: actor.at, approvedById: actor.personId },
    })
    return { result: undefined, events: [step.event] }
  })

async function laterMeeting(tx: Tx, meetingId: number, laterId: number): Promise<MeetingRow> {
  const meeting = await loadMeeting(rowReaderIn(tx), meetingId)
  const later = await loadMeeting(rowReaderIn(tx), laterId)
  if (later.bodyId !== meeting.bodyId || later.id === meeting.id || later.day < meeting.day || !hasBegun(later.state)) {
    throw brokenRule('Vælg et senere møde i samme organ, som er afholdt eller er i gang.', 'atMeetingId')
  }
  return later
}
