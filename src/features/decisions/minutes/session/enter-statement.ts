import type { Actor } from '../../../../access/actor.ts'
import { may } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { rowReaderIn } from '../../../../database/reader.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule, forbidden, notFound } from '../../../../kernel/refusal.ts'
import { attends, bodyOf, loadMeeting, refuseWithheld } from '../../../meetings/meetings/index.ts'
import { assertOpen, loadTreatedItem, minutesAreOpen, openForMinutes, voidMinutes } from './session-facts.ts'

/**
 * Any participant may have a short dissent entered (mindretalsudtalelse). A secretary enters it for whoever asks for
 * it; a participant may do it alone. The name is the one of the day.
 */
export const enterStatement = (
  actor: Actor,
  input: { itemId: number; personId: number; text: string },
): Promise<{ id: number; notice: string | null }> =>
  write(actor, async tx => {
    const item = await loadTreatedItem(tx, input.itemId)
    await refuseWithheld(tx, actor, item.id)
    const meeting = await loadMeeting(rowReaderIn(tx), item.meetingId)
    if (input.personId !== actor.personId && !may(actor, 'minute', { body: bodyOf(meeting) }).allowed) {
      throw forbidden('sekretariatets medarbejdere og deltageren selv')
    }
    assertOpen(meeting, minutesAreOpen)
    const person = await tx.attendance.findUnique({
      where: { meetingId_personId: { meetingId: meeting.id, personId: input.personId } },
    })
    const recused = await tx.recusal.count({ where: { itemId: item.id, personId: input.personId, endedAt: null } })
    if (!person || !attends(person, item.position) || recused > 0) {
      throw brokenRule('Kun den, der deltog i punktet, kan få en udtalelse ført til referat.', 'personId')
    }
    const { text, personId } = input
    const statement = await tx.minutedStatement.create({
      data: { itemId: item.id, personId, name: person.name, text, at: actor.at },
    })
    return {
      result: { id: statement.id, notice: await voidMinutes(tx, actor, meeting, `punkt ${item.position} er ændret`) },
      events: [event('statementEntered', 'item', item.id, { after: { person: person.name, text } })],
    }
  })

/** A statement is taken back before the minutes are sent. The event keeps it. */
export const removeStatement = (
  actor: Actor,
  input: { itemId: number; statementId: number },
): Promise<{ notice: string | null }> =>
  write(actor, async tx => {
    const statement = await tx.minutedStatement.findUnique({ where: { id: input.statementId } })
    if (!statement || statement.itemId !== input.itemId) throw notFound()
    const item = await loadTreatedItem(tx, statement.itemId)
    await refuseWithheld(tx, actor, item.id)
    const meeting = await openForMinutes(tx, actor, item.meetingId)
    await tx.minutedStatement.delete({ where: { id: statement.id } })
    const { name, text } = statement
    return {
      result: { notice: await voidMinutes(tx, actor, meeting, `punkt ${item.position} er ændret`) },
      events: [event('statementRemoved', 'item', item.id, { before: { person: name, text } })],
    }
  })
