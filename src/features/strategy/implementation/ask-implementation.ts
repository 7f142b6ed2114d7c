import { type Actor, personIdOf } from '../../../access/actor.ts'
import { requireRight } from '../../../access/policy.ts'
import { event } from '../../../database/events.ts'
import { rowReaderIn } from '../../../database/reader.ts'
import { write } from '../../../database/write.ts'
import type { Day } from '../../../kernel/days.ts'
import { refuseAll } from '../../../kernel/refusal.ts'
import { type HalfYear, halfKey } from './half-year.ts'
import { objectionsToRound } from './implementation-rules.ts'
import { strategiesInForce } from './strategies-in-force.ts'

/**
 * §5, R52: the secretariats ask all organisations how far they are with the strategies. A round is about the versions
 * that are in force for all parties today; one that comes later leaves it as it is.
 */
export const askImplementation = (
  actor: Actor,
  { half, deadline }: { half: HalfYear; deadline: Day },
): Promise<{ key: string; strategies: number }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'prepareTexts')
    const strategies = await strategiesInForce(rowReaderIn(tx), actor.today)
    const latest = await tx.implementationRound.findFirst({ orderBy: [{ year: 'desc' }, { half: 'desc' }] })
    refuseAll(
      objectionsToRound({
        half,
        deadline,
        today: actor.today,
        latest: latest && { year: latest.year, half: latest.half === 1 ? 1 : 2 },
        strategies: strategies.length,
      }),
    )
    const { id } = await tx.implementationRound.create({
      data: {
        ...half,
        openedOn: actor.today,
        deadline,
        openedById: personIdOf(actor),
        openedAt: at,
        subjects: { create: strategies.map(({ textId, draftId }) => ({ textId, draftId })) },
      },
    })
    const key = halfKey(half)
    const after = { half: key, deadline, strategies: strategies.map(({ title, version }) => ({ title, version })) }
    return {
      result: { key, strategies: strategies.length },
      events: [event('implementationAsked', 'implementationRound', id, { after })],
    }
  })
