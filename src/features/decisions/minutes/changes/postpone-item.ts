import type { Actor } from '../../../../access/actor.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { write } from '../../../../database/write.ts'
import { longDay } from '../../../../kernel/days.ts'
import { brokenRule, Conflict } from '../../../../kernel/refusal.ts'
import { carryOverIn, loadMeeting, refuseWithheld } from '../../../meetings/meetings/index.ts'
import { otherMinuteTaker, outcomeSentence } from '../labels.ts'
import { saveTreatment } from '../session/minute-item.ts'
import { loadTreatedItem, openForMinutes } from '../session/session-facts.ts'

/**
 * An item is cut short and postponed to a chosen meeting: its outcome says so, and it stands on that meeting's agenda, in
 * one act. What was minuted of it stays.
 */
export const postponeItem = (
  actor: Actor,
  input: { itemId: number; version: number; toMeetingId: number },
): Promise<{ message: string }> =>
  write(actor, async tx => {
    const item = await loadTreatedItem(tx, input.itemId)
    await openForMinutes(tx, actor, item.meetingId, state => state === 'IN_SESSION')
    await refuseWithheld(tx, actor, item.id)
    const version = item.treatment?.version ?? 0
    if (input.version !== version) throw new Conflict({}, version, otherMinuteTaker)
    if (item.decisions.length > 0)
      throw brokenRule(
        'Punktet har en beslutning, der er ført til protokols. Annullér beslutningen, før punktet udsættes.',
        'toMeetingId',
      )
    const target = await loadMeeting(rowReaderIn(tx), input.toMeetingId)
    const note = outcomeSentence('POSTPONED', `mødet den ${longDay(target.day)}`)
    await saveTreatment(tx, actor, item, { outcome: 'POSTPONED', outcomeNote: note, withoutConsequences: false })
    const carried = await carryOverIn(tx, actor, { itemId: item.id, toMeetingId: target.id })
    return {
      result: { message: carried.result.message },
      events: [event('itemPostponed', 'item', item.id, { after: { meeting: target.number } }), ...carried.events],
    }
  })
