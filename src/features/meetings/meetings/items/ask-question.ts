import type { Actor } from '../../../../access/actor.ts'
import { isAwaited } from '../../../../access/meeting-states.ts'
import { prepares, requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule, Conflict, forbidden, notFound } from '../../../../kernel/refusal.ts'
import { bodyOf, loadMeeting, type MeetingRow } from '../agenda/load-agenda.ts'
import { refuseWithheld } from '../agenda/withheld.ts'

/** R70: a member asks about an item before the meeting; all of the group read the question and its answer. */
export const askQuestion = (actor: Actor, input: { itemId: number; text: string }) =>
  write(actor, async tx => {
    // Also one that was taken off, until the supplement tells it.
    const item = await tx.agendaItem.findUnique({ where: { id: input.itemId } })
    if (!item) throw notFound('Punktet findes ikke.')
    const meeting = await loadMeeting(rowReaderIn(tx), item.meetingId)
    requireRight(actor, 'askQuestion', { body: bodyOf(meeting) })
    if (!actor.person) throw forbidden('brugere, der er logget ind,')
    await refuseWithheld(tx, actor, item.id)
    assertBeforeMeeting(meeting)
    const question = await tx.itemQuestion.create({
      data: { itemId: item.id, personId: actor.person.id, text: input.text, at: actor.at },
    })
    return {
      result: { id: question.id, itemId: item.id, meetingId: meeting.id },
      events: [event('questionAsked', 'item', item.id, { after: { text: input.text } })],
    }
  })

/**
 * The presenter answers, or a secretariat for it; an answer can be put right until the meeting is over.
 * @throws Conflict with the answer as it stands when somebody else saved first
 */
export const answerQuestion = (actor: Actor, input: { questionId: number; version: number; answer: string }) =>
  write(actor, async tx => {
    const question = await tx.itemQuestion.findUnique({ where: { id: input.questionId }, include: { item: true } })
    if (!question) throw notFound('Spørgsmålet findes ikke.')
    const meeting = await loadMeeting(rowReaderIn(tx), question.item.meetingId)
    const body = bodyOf(meeting)
    requireRight(actor, 'askQuestion', { body })
    // Nobody answers his or her own question, but a secretariat answers for the presenter.
    if (question.personId === actor.personId && !prepares(actor, body))
      throw forbidden('andre end spørgeren', 'Du kan ikke besvare dit eget spørgsmål.')
    await refuseWithheld(tx, actor, question.itemId)
    if (!isAwaited(meeting.state))
      throw brokenRule('Spørgsmål kan kun besvares, fra dagsordenen er udsendt, til mødet lukkes.')
    const saved = await tx.itemQuestion.updateMany({
      where: { id: question.id, version: input.version },
      data: { answer: input.answer, answeredById: actor.personId, answeredAt: actor.at, version: { increment: 1 } },
    })
    if (saved.count === 0) throw new Conflict({ answer: question.answer ?? '' }, question.version, otherAnswer)
    const change = { before: { answer: question.answer ?? undefined }, after: { answer: input.answer } }
    return {
      result: { id: question.id, itemId: question.itemId, meetingId: meeting.id },
      events: [event('questionAnswered', 'item', question.itemId, change)],
    }
  })

const otherAnswer = 'En anden har besvaret spørgsmålet, mens du skrev. Begge svar vises nedenfor.'

function assertBeforeMeeting(meeting: MeetingRow): void {
  if (meeting.state === 'CALLED') return
  const told =
    meeting.state === 'IN_SESSION'
      ? 'Mødet er i gang. Stil spørgsmålet på mødet.'
      : 'Der kan kun stilles spørgsmål, fra dagsordenen er udsendt, til mødet åbnes.'
  throw brokenRule(told)
}
