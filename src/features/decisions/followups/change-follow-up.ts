import { type Actor, personIdOf } from '../../../access/actor.ts'
import { event } from '../../../database/events.ts'
import { write } from '../../../database/write.ts'
import { type Day, longDay } from '../../../kernel/days.ts'
import { brokenRule, Conflict } from '../../../kernel/refusal.ts'
import { openFollowUp, refuseStranger } from './load-follow-up.ts'

export interface FollowUpChange {
  id: number
  version: number
  organisationId: number
  personId: number | null
  dueDay: Day
}

/** Another responsible, or another day. Why is told by a note. */
export const changeFollowUp = (actor: Actor, change: FollowUpChange): Promise<void> =>
  write(actor, async tx => {
    const { id, version, organisationId, personId, dueDay } = change
    const before = await openFollowUp(tx, actor, id)
    await refuseStranger(tx, organisationId, personId)
    const saved = await tx.followUp.updateMany({
      where: { id, version, closedAt: null },
      data: { organisationId, personId, dueDay, version: { increment: 1 } },
    })
    if (saved.count === 0)
      throw new Conflict({ organisationId: before.organisation.name, dueDay: longDay(before.dueDay) }, before.version)
    return {
      result: undefined,
      events: [
        event('followUpChanged', 'followUp', id, {
          before: { organisationId: before.organisationId, personId: before.personId, dueDay: before.dueDay },
          after: { organisationId, personId, dueDay },
        }),
      ],
    }
  })

export const noteOnFollowUp = (actor: Actor, { id, text }: { id: number; text: string }): Promise<void> =>
  write(actor, async (tx, at) => {
    await openFollowUp(tx, actor, id)
    if (text.trim() === '') throw brokenRule('Feltet »Note« skal udfyldes.', 'text')
    await tx.followUpNote.create({ data: { followUpId: id, personId: personIdOf(actor), text, at } })
    return { result: undefined, events: [event('followUpNoted', 'followUp', id, { after: { text } })] }
  })

export interface FollowUpClosing {
  id: number
  version: number
  note: string
}

/** What came of it is said: a follow-up is never closed in silence. */
export const closeFollowUp = (actor: Actor, { id, version, note }: FollowUpClosing): Promise<void> =>
  write(actor, async (tx, at) => {
    const before = await openFollowUp(tx, actor, id)
    if (note.trim() === '') throw brokenRule('Feltet »Resultat« skal udfyldes.', 'note')
    const saved = await tx.followUp.updateMany({
      where: { id, version, closedAt: null },
      data: { closedAt: at, closedById: personIdOf(actor), closedNote: note, version: { increment: 1 } },
    })
    if (saved.count === 0) throw new Conflict({ dueDay: longDay(before.dueDay) }, before.version)
    return { result: undefined, events: [event('followUpClosed', 'followUp', id, { after: { note } })] }
  })
