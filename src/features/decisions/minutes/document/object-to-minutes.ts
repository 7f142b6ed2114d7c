import type { Actor } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { type Tx, write } from '../../../../database/write.ts'
import { longDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { brokenRule, Conflict, forbidden, notFound } from '../../../../kernel/refusal.ts'
import { bodyOf, loadMeeting, takeStep, voidSignOffs } from '../../../meetings/meetings/index.ts'
import { mayReadItem, sealedMinutes } from './minutes-content.ts'
import { readerOfSent } from './minutes-reader.ts'

export interface ObjectionInput {
  meetingId: number
  /** The item it is about; null: the minutes as a whole. */
  itemPosition: number | null
  text: string
}

/** A member objects to the minutes that are out, until the end of the deadline day. */
export const objectToMinutes = (actor: Actor, input: ObjectionInput): Promise<{ id: number }> =>
  write(actor, async tx => {
    const meeting = await loadMeeting(rowReaderIn(tx), input.meetingId)
    requireRight(actor, 'objectToMinutes', { body: bodyOf(meeting) })
    if (!actor.person) throw forbidden('organets medlemmer')
    const version = await tx.minutesVersion.findFirst({
      where: { meetingId: meeting.id },
      orderBy: { number: 'desc' },
    })
    if (meeting.state !== 'MINUTES_OUT' || !version || !meeting.objectionsUntil) {
      throw brokenRule('Referatet er ikke sendt til indsigelse.')
    }
    if (isPast(meeting.objectionsUntil, actor.today)) {
      throw brokenRule(`Indsigelsesfristen udløb den ${longDay(meeting.objectionsUntil)}.`)
    }
    const { itemPosition, text } = input
    const items = sealedMinutes.thaw(version.content).items
    const item = items.find(one => one.position === itemPosition)
    const reader = await readerOfSent(rowReaderIn(tx), actor, meeting)
    if (itemPosition !== null && (!item || !mayReadItem(item, reader))) {
      throw brokenRule('Vælg et af punkterne i referatet.', 'itemPosition')
    }
    const { id: personId, name } = actor.person
    const objection = await tx.objection.create({
      data: { meetingId: meeting.id, versionId: version.id, itemPosition, personId, name, text, at: actor.at },
    })
    return {
      result: { id: objection.id },
      events: [event('minutesObjectedTo', 'meeting', meeting.id, { after: { itemPosition, text } })],
    }
  })

export interface AnswerInput {
  /** The meeting in the address: an objection to another's minutes does not exist there. */
  meetingId?: number
  objectionId: number
  answer: string
  /** The minutes are to be changed as asked: they go back to preparation and are sent anew. */
  upheld: boolean
}

export interface Answered {
  takenBack: boolean
  /** What the objection was about. */
  itemPosition: number | null
}

export const answerObjection = (actor: Actor, input: AnswerInput): Promise<Answered> =>
  write(actor, async tx => {
    const objection = await tx.objection.findUnique({ where: { id: input.objectionId } })
    if (!objection || (input.meetingId && objection.meetingId !== input.meetingId))
      throw notFound('Indsigelsen findes ikke.')
    const meeting = await loadMeeting(rowReaderIn(tx), objection.meetingId)
    requireRight(actor, 'minute', { body: bodyOf(meeting) })
    const { answer, upheld } = input
    const { count } = await tx.objection.updateMany({
      where: { id: objection.id, answeredAt: null },
      data: { answer, upheld, answeredById: actor.personId, answeredAt: actor.at },
    })
    if (count === 0) {
      throw new Conflict({ answer: objection.answer ?? '' }, 0, 'En anden har besvaret indsigelsen, mens du skrev.')
    }
    const answered = event('objectionAnswered', 'meeting', meeting.id, { after: { objection: objection.id, upheld } })
    const takenBack = upheld && meeting.state === 'MINUTES_OUT'
    const events = takenBack ? [answered, await takeBack(tx, actor, meeting.id, answer)] : [answered]
    return { result: { takenBack, itemPosition: objection.itemPosition }, events }
  })

async function takeBack(tx: Tx, actor: Actor, meetingId: number, reason: string) {
  const step = await takeStep(tx, actor, meetingId, 'TAKE_BACK_MINUTES', { reason })
  await voidSignOffs(tx, actor, { meetingId, content: 'MINUTES', reason: 'en indsigelse er taget til følge' })
  return step.event
}
