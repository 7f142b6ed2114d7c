import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { write } from '../../../../database/write.ts'
import { takeAwaited } from '../items/await-item.ts'
import { takeStep } from '../steps/take-step.ts'
import { standingItems } from './agenda-rules.ts'
import { orderedItems, renumber } from './change-agenda.ts'

/** Starts the preparation: the standing items come by themselves, around items that are already on. */
export const prepareAgenda = (actor: Actor, input: { meetingId: number }) =>
  write(actor, async tx => {
    const step = await takeStep(tx, actor, input.meetingId, 'PREPARE')
    for (const { place: _place, ...template } of standingItems) {
      await tx.agendaItem.create({
        data: {
          ...template,
          meetingId: input.meetingId,
          position: 0,
          procedural: true,
          createdById: personIdOf(actor),
        },
      })
    }
    await renumber(tx, input.meetingId, await orderedItems(tx, input.meetingId))
    const awaited = await takeAwaited(tx, actor, input.meetingId)
    return { result: { id: input.meetingId }, events: [step.event, ...awaited] }
  })
