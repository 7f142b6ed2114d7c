import type { Actor } from '../../../../access/actor.ts'
import type { AreaMeasure } from '../../../../http/feature.ts'
import { yearOf } from '../../../../kernel/days.ts'
import { readCurrent } from '../figures/current.ts'
import { withUnit } from '../figures/figure-cell.ts'
import { readMeasuredPlaces } from '../figures/places.ts'
import { indicatorsFor } from '../indicators/found.ts'
import { numberText } from '../indicators/indicator-rules.ts'
import { type IndicatorRow, unitOf } from '../indicators/queries.ts'

/** The indicators that the map of the areas can show: each in its latest year, or in that of the day that is asked for. */
export const figureMeasures = (actor: Actor): AreaMeasure[] =>
  indicatorsFor(actor)
    .filter(({ lastYear }) => lastYear !== null)
    .map((indicator, at) => measureOf(indicator, 100 + at))

const measureOf = (indicator: IndicatorRow, order: number): AreaMeasure => ({
  order,
  slug: `i${indicator.id}`,
  label: `${indicator.name} (${indicator.unit})`,
  values(actor, on) {
    const places = readMeasuredPlaces(actor.database).filter(({ level }) => level === 'AREA')
    const last = Math.min(indicator.lastYear ?? 0, yearOf(on))
    const figures = readCurrent(actor, [indicator], {
      placeIds: places.map(({ id }) => id),
      ...{ from: last - indicator.everyYears, to: last },
    })
    const year = Math.max(0, ...figures.all.filter(({ value }) => value !== null).map(one => one.year))
    return new Map(
      places.flatMap(({ id, areaId }) => {
        const figure = figures.of(indicator.id, id, year)
        const value = unitOf(indicator, figure) === indicator.unit ? (figure?.value ?? null) : null
        return areaId === null || value === null ? [] : [[areaId, value]]
      }),
    )
  },
  text: value => withUnit(numberText(value, indicator.decimals), indicator.unit),
  number: value => numberText(value, indicator.decimals),
})
