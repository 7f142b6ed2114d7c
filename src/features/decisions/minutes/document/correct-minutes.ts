import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule, forbidden } from '../../../../kernel/refusal.ts'
import { bodyOf, loadMeeting, stateOnDay } from '../../../meetings/meetings/index.ts'
import { sealedMinutes } from './minutes-content.ts'

export interface CorrectionInput {
  meetingId: number
  itemPosition: number | null
  text: string
  reason: string
}

/** After the seal: what was wrong is told beside the sealed text, which stays as it was (R80). */
export const correctMinutes = (actor: Actor, input: CorrectionInput): Promise<{ id: number }> =>
  write(actor, async tx => {
    const meeting = await loadMeeting(rowReaderIn(tx), input.meetingId)
    requireRight(actor, 'minute', { body: bodyOf(meeting) })
    if (!actor.person) throw forbidden('medarbejdere i organets sekretariat')
    const unanswered = await tx.objection.count({ where: { meetingId: meeting.id, answeredAt: null } })
    if (stateOnDay({ ...meeting, objectionsUnanswered: unanswered }, actor.today) !== 'MINUTES_APPROVED') {
      throw brokenRule('Kun et godkendt referat kan berigtiges. Indtil da retter du teksten i referatet.')
    }
    const { itemPosition, text, reason } = input
    const version = await tx.minutesVersion.findFirstOrThrow({
      where: { meetingId: meeting.id },
      orderBy: { number: 'desc' },
    })
    const items = sealedMinutes.thaw(version.content).items
    if (itemPosition !== null && !items.some(item => item.position === itemPosition)) {
      throw brokenRule('Vælg et af punkterne i referatet.', 'itemPosition')
    }
    const { id: personId, name } = actor.person
    const correction = await tx.correction.create({
      data: { meetingId: meeting.id, itemPosition, text, reason, personId, name, at: actor.at },
    })
    return {
      result: { id: correction.id },
      events: [event('minutesCorrected', 'meeting', meeting.id, { after: { itemPosition, text, reason } })],
    }
  })
