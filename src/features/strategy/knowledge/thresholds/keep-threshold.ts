import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { brokenRule, notFound, refuseAll, stalePage } from '../../../../kernel/refusal.ts'
import { objectionsToThreshold, type ThresholdTerms } from './threshold-rules.ts'

/** R37: from which value on a figure is worrying, in which years. */
export const setThreshold = (actor: Actor, { indicator: slug, ...terms }: ThresholdTerms & { indicator: string }) =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepIndicators')
    const indicator = await tx.indicator.findUnique({ where: { slug }, include: { thresholds: true } })
    if (!indicator) throw notFound()
    refuseAll(objectionsToThreshold(terms, indicator.thresholds, terms.name))
    const { id } = await tx.threshold.create({
      data: { indicatorId: indicator.id, ...terms, createdById: personIdOf(actor), createdAt: at },
    })
    return { result: { id }, events: [event('thresholdSet', 'indicator', indicator.id, { after: { ...terms } })] }
  })

/** The same corrected, or ended with its last year. What it was stands in the log. */
export const editThreshold = (
  actor: Actor,
  { indicator: slug, id, version, ...terms }: ThresholdTerms & { indicator: string; id: number; version: number },
) =>
  write(actor, async tx => {
    requireRight(actor, 'keepIndicators')
    const indicator = await tx.indicator.findUnique({ where: { slug }, include: { thresholds: true } })
    const found = indicator?.thresholds.find(one => one.id === id)
    if (!indicator || !found) throw notFound()
    if (found.version !== version) throw brokenRule(stalePage)
    const others = indicator.thresholds.filter(one => one.id !== id)
    refuseAll(objectionsToThreshold(terms, others, terms.name))
    await tx.threshold.update({ where: { id }, data: { ...terms, version: { increment: 1 } } })
    const { name, side, kind, amount, reference, fromYear, toYear, source } = found
    const before = { name, side, kind, amount, reference, fromYear, toYear, source }
    return {
      result: undefined,
      events: [event('thresholdEdited', 'indicator', indicator.id, { before, after: { ...terms } })],
    }
  })
