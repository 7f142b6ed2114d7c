import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { objection } from '../../../../kernel/objection.ts'
import { brokenRule, notFound, refuseAll, stalePage } from '../../../../kernel/refusal.ts'
import { type Definition, definitionOf } from './definition.ts'
import { readIndicatorsIn } from './queries.ts'

export interface NewVersion extends Definition {
  slug: string
  /** Of the indicator, as the form showed it. */
  version: number
  /** Whether its figures may be compared with those of the version before. */
  comparable: boolean
  reason: string
}

/** R37: another way to count from now on. Figures of before stay as they were counted, and a series shows the break. */
export const addVersion = (actor: Actor, { slug, version, comparable, reason, ...given }: NewVersion) =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepIndicators')
    const found = (await readIndicatorsIn(tx)).find(one => one.slug === slug)
    if (!found) throw notFound()
    if (found.version !== version) throw brokenRule(stalePage)
    const definition = definitionOf(given)
    const { newest } = found
    refuseAll([
      newest.hasFigures
        ? null
        : objection('Den nuværende version har ingen tal endnu. Ret dens oplysninger i stedet.', 'reason'),
      comparable && definition.unit !== newest.unit
        ? objection('Tal i en anden enhed kan ikke sammenlignes med tallene før.', 'comparable')
        : null,
    ])
    const number = newest.number + 1
    const created = await tx.indicatorVersion.create({
      data: {
        indicatorId: found.id,
        number,
        ...definition,
        ...{ comparable, reason, createdById: personIdOf(actor), createdAt: at },
      },
    })
    await tx.indicator.update({ where: { id: found.id }, data: { version: { increment: 1 } } })
    const after = { number, comparable, reason, ...definition }
    return {
      result: { versionId: created.id, number },
      events: [event('indicatorVersionAdded', 'indicator', found.id, { before: definitionOf(newest), after })],
    }
  })
