import type { Actor } from '../../../../access/actor.ts'
import { write } from '../../../../database/write.ts'
import { awaitAgain } from '../items/await-item.ts'
import { takeStep } from '../steps/take-step.ts'

/**
 * A meeting can be cancelled until it is in session; the reason stays on its page. What had come on its agenda by itself
 * waits for the next one.
 */
export const cancelMeeting = (actor: Actor, input: { meetingId: number; reason: string }) =>
  write(actor, async tx => {
    const step = await takeStep(tx, actor, input.meetingId, 'CANCEL', { reason: input.reason })
    const awaited = await awaitAgain(tx, actor, input.meetingId)
    return { result: { id: input.meetingId }, events: [step.event, ...awaited] }
  })
