import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event, type NewEvent } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule } from '../../../../kernel/refusal.ts'
import type { MeasuredKey } from './read-series.ts'

/** The secretariats say which indicator measures which criterion; what is chosen again counts instead. */
export const chooseSources = (
  actor: Actor,
  chosen: readonly { key: MeasuredKey; indicatorId: number | null }[],
): Promise<void> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepLists')
    const events: NewEvent[] = []
    for (const { key, indicatorId } of chosen) {
      const last = await tx.criterionSource.findFirst({ where: { key }, orderBy: { id: 'desc' } })
      if ((last?.indicatorId ?? null) === indicatorId) continue
      const found = indicatorId === null ? null : await tx.indicator.findUnique({ where: { id: indicatorId } })
      if (indicatorId !== null && !found) throw brokenRule('Vælg indikatoren fra listen.', key)
      const { id } = await tx.criterionSource.create({ data: { key, indicatorId, byId: personIdOf(actor), at } })
      events.push(event('criterionSourceChosen', 'criterionSource', id, { after: { key, indicator: indicatorId } }))
    }
    return { result: undefined, events }
  })
