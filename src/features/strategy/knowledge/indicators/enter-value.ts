import { type Actor, personIdOf } from '../../../../access/actor.ts'
import { requireRight } from '../../../../access/policy.ts'
import { event } from '../../../../database/events.ts'
import { write } from '../../../../database/write.ts'
import { objection } from '../../../../kernel/objection.ts'
import { Conflict, notFound, refuseAll } from '../../../../kernel/refusal.ts'
import { inUnits, numberText, objectionsToValue, stepsOf } from './indicator-rules.ts'

export interface EnteredValue {
  indicator: string
  /** A housing area; null: the whole town. */
  areaId: number | null
  year: number
  value: number
  source: string
  /** The value that this one corrects, as the form showed it; null: none was there. */
  corrects: number | null
  /** Why it is corrected. */
  reason: string
}

/**
 * A year's value for a place, with its source. One that is corrected stays beside it, with who and when.
 * @throws Conflict when somebody else has corrected the same meanwhile
 */
export const enterValue = (actor: Actor, given: EnteredValue): Promise<{ corrected: boolean }> =>
  write(actor, async (tx, at) => {
    requireRight(actor, 'keepIndicators')
    const { areaId, year, value, source, corrects, reason } = given
    const indicator = await tx.indicator.findUnique({ where: { slug: given.indicator } })
    if (!indicator) throw notFound()
    const { decimals, unit } = indicator
    const area = areaId === null ? null : await tx.housingArea.findUnique({ where: { id: areaId } })
    const standing = await tx.observation.findFirst({
      where: { indicatorId: indicator.id, areaId, year, correctedBy: null },
      orderBy: { id: 'desc' },
    })
    const now = standing ? numberText(inUnits(standing.value, decimals), decimals) : ''
    if (standing && corrects !== null && standing.id !== corrects)
      throw new Conflict({ value: now, source: standing.source }, standing.id)
    refuseAll([
      standing && corrects === null
        ? objection(
            `Der er allerede registreret ${now} for ${area?.name ?? 'hele byen'} i ${year}. Ret den værdi i stedet.`,
            'year',
          )
        : null,
      areaId !== null && !area ? objection('Vælg et sted fra listen.', 'areaId') : null,
      ...objectionsToValue({ value, year }, { decimals, unit }, actor.today),
      corrects !== null && reason === '' ? objection('Skriv, hvorfor værdien rettes.', 'reason') : null,
      standing && corrects !== null && standing.value === stepsOf(value, decimals) && standing.source === source
        ? objection('Værdien er den samme som før. Ret den, før du gemmer.', 'value')
        : null,
    ])
    const steps = stepsOf(value, decimals)
    await tx.observation.create({
      data: {
        indicatorId: indicator.id,
        areaId,
        year,
        value: steps,
        source,
        correctsId: standing?.id ?? null,
        reason: standing ? reason : '',
        byId: personIdOf(actor),
        at,
      },
    })
    const place = area?.name ?? null
    const after = { place, year, value: numberText(value, decimals), source }
    const before = standing && { value: now, source: standing.source }
    return {
      result: { corrected: standing !== null },
      events: [
        standing
          ? event('valueCorrected', 'indicator', indicator.id, { before, after: { ...after, reason } })
          : event('valueEntered', 'indicator', indicator.id, { after }),
      ],
    }
  })
