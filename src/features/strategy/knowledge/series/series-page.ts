import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { dayOf, longDay } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { listDanish } from '../../../../kernel/text.ts'
import type { PlaceLevel } from '../figures/figure.ts'
import { cellOf, type FigureCell, figureWords, signsIn, withUnit } from '../figures/figure-cell.ts'
import { findKnownPlace, type KnownPlace } from '../figures/known-places.ts'
import type { ShownFigure } from '../figures/shown-figures.ts'
import type { ToldBy } from '../figures/told.ts'
import { crumbsOf, foundIndicator } from '../indicators/found.ts'
import { numberText } from '../indicators/indicator-rules.ts'
import { type IndicatorRow, unitOf } from '../indicators/queries.ts'
import { leadOf } from '../indicators/show-page.ts'
import { countsText } from '../indicators/year-lines.ts'
import { enterValuePath, placePath, valuePath } from '../paths.ts'
import { readThresholds } from '../thresholds/read-thresholds.ts'
import { isBeyond, limitOf } from '../thresholds/threshold-rules.ts'
import { type PlaceSeries, readPlaceSeries, type SeriesYear } from './read-place-series.ts'
import { seriesChartOf } from './series-chart.ts'
import { changeOf, type SeriesBreak } from './series-rules.ts'
import { signedText } from './signed.ts'

/** @throws Refusal when there is no such place */
export function foundPlace(actor: Actor, address: string): KnownPlace {
  const found = findKnownPlace(actor.database, address)
  if (!found) throw notFound()
  return found
}

/** A place's years by one indicator, the newest first, and the same drawn. */
export function seriesPage(actor: Actor, slug: string, address: string) {
  const indicator = foundIndicator(actor, slug)
  const place = foundPlace(actor, address)
  const series = readPlaceSeries(actor, indicator, place)
  const { years, breaks } = series
  const town = series.wholes.find(one => one.place.level === 'TOWN')
  const limits = limitsByYear(actor, indicator, place, series)
  const known = { indicator, series, limits, townYears: town?.years }
  const rows = years.map(one => lineOf(one, known)).reverse()
  return {
    title: `${indicator.name}: ${place.name}`,
    active: 'indikatorer',
    crumbs: crumbsOf(indicator, { text: place.name }),
    kicker: indicator.name,
    heading: place.name,
    lead: leadOf(indicator),
    placeHref: placePath(place.address),
    placeName: place.name,
    unit: indicator.unit,
    hasTown: town !== undefined,
    hasLimits: limits.size > 0,
    hasCounts: rows.some(({ of }) => of !== ''),
    rows,
    signs: signsIn(rows.map(({ cell }) => cell)),
    breaks: breaks.map(one => breakText(one, series, indicator)),
    chart: drawn(series, limits, town?.years, indicator),
    said: saidOf(place, years, indicator),
    corrections: correctionsOf(series, indicator),
    enterHref: mayDo(actor, 'keepIndicators') ? enterValuePath(slug) : null,
  }
}

interface YearLimit {
  /** Of the threshold. */
  id: number
  value: number
  side: 'ABOVE' | 'BELOW'
  name: string
}

interface Known {
  indicator: IndicatorRow
  series: PlaceSeries
  limits: ReadonlyMap<number, YearLimit[]>
  townYears: ReadonlyMap<number, ShownFigure> | undefined
}

function lineOf(one: SeriesYear, { indicator, series, limits, townYears }: Known) {
  const { figure, year, value } = one
  const { decimals } = indicator
  const change = changeOf(series.years, series.breaks, year, decimals)
  const beyond = (limits.get(year) ?? []).filter(limit => value !== null && isBeyond(limit, value, limit.value))
  return {
    year: String(year),
    href: valuePath(indicator.slug, year, one.place.address),
    of: figure.hidden ? '' : countsText(figure),
    cell: withOwnUnit(cellOf(figure), indicator, figure),
    town: townYears?.has(year) ? figureWords(townYears.get(year), '') : '',
    limit: (limits.get(year) ?? []).map(limit => numberText(limit.value, decimals)).join(' / '),
    change: change === null ? '' : signedText(change, decimals),
    broken: series.breaks.some(({ after }) => after === year) ? 'Databrud' : '',
    beyond: beyond.map(({ name }) => name).join(', '),
    corrected: figure.correctsId === null ? '' : 'Rettet',
    place: one.place.name,
  }
}

/** What was counted in another unit says so. */
function withOwnUnit(cell: FigureCell, indicator: IndicatorRow, figure: ShownFigure): FigureCell {
  const unit = unitOf(indicator, figure)
  return cell.kind === 'VALUE' && unit !== indicator.unit ? { ...cell, text: withUnit(cell.text, unit) } : cell
}

function breakText({ before, after, kind }: SeriesBreak, series: PlaceSeries, { versions }: IndicatorRow): string {
  const between = `Mellem ${before} og ${after}`
  const [one, other] = [before, after].map(year => series.years.find(point => point.year === year))
  if (kind === 'PLACE')
    return one && other && one.place !== other.place
      ? `${between}: ${other.place.name} er udskilt af ${one.place.name}. Tallene før gælder ${one.place.name}.`
      : `${between}: Området består af andre afdelinger end før.`
  const newer = versions.filter(
    ({ number, comparable }) => !comparable && number > (one?.version ?? 0) && number <= (other?.version ?? 0),
  )
  return `${between}: Indikatoren er opgjort på en anden måde. ${newer.map(({ reason }) => reason).join(' ')}`.trim()
}

/** Every correction: what stood there, since when something else does, by whom and why. The latest first. */
function correctionsOf({ years, told }: PlaceSeries, indicator: IndicatorRow) {
  return years
    .flatMap(({ figure, before, place, year }) => {
      const chain = [figure, ...before]
      return chain.slice(1).map((old, at) => {
        const by = chain[at] as ShownFigure
        const delivery = told.get(by.deliveryId)
        return {
          year: `${place.name} ${year}`,
          old: figureWords(old, unitOf(indicator, old)),
          now: figureWords(by, unitOf(indicator, by)),
          who: delivery ? whoText(delivery) : '',
          reason: by.reason,
          at: delivery?.at ?? '',
        }
      })
    })
    .sort((one, other) => (one.at < other.at ? 1 : -1))
}

export const whoText = ({ by, at }: Pick<ToldBy, 'by' | 'at'>): string => `${by}, ${longDay(dayOf(at))}`

function limitsByYear(actor: Actor, indicator: IndicatorRow, place: KnownPlace, series: PlaceSeries) {
  const own = readThresholds(actor.database).filter(({ indicatorId }) => indicatorId === indicator.id)
  const figureOf = (level: PlaceLevel, year: number) =>
    place.level === level
      ? series.years.find(one => one.year === year)?.value
      : series.wholes.find(one => one.place.level === level)?.years.get(year)?.value
  const found = new Map<number, YearLimit[]>()
  for (const { year, figure } of series.years) {
    if (unitOf(indicator, figure) !== indicator.unit) continue
    const those = own.flatMap(threshold => {
      const value = limitOf(threshold, year, level => figureOf(level, year) ?? null)
      return value === null ? [] : [{ id: threshold.id, value, side: threshold.side, name: threshold.name }]
    })
    if (those.length > 0) found.set(year, those)
  }
  return found
}

function drawn(
  { years: all, breaks }: PlaceSeries,
  limits: Known['limits'],
  townYears: Known['townYears'],
  indicator: IndicatorRow,
) {
  const { decimals } = indicator
  // What was counted in another unit has no place on the same scale.
  const alike = (figure: ShownFigure) => unitOf(indicator, figure) === indicator.unit
  const years = all.filter(({ figure }) => alike(figure))
  const valued = <One extends { year: number; value: number | null }>(all: readonly One[]) =>
    all.flatMap(one => (one.value === null ? [] : [{ ...one, value: one.value }]))
  const from = years[0]?.year ?? 0
  const chart = seriesChartOf(
    {
      own: valued(years).map(({ year, value, figure }) => ({ year, value, corrected: figure.correctsId !== null })),
      town: valued([...(townYears?.values() ?? [])].filter(alike)).filter(({ year }) => year >= from),
      limits: linesOf(limits),
      breaks,
    },
    value => numberText(value, decimals),
  )
  return chart && { ...chart, hasTown: (townYears?.size ?? 0) > 0, hasLimits: limits.size > 0 }
}

/** A line a threshold: another one is not led to from the one before. */
function linesOf(limits: Known['limits']): { year: number; value: number }[][] {
  const lines = new Map<number, { year: number; value: number }[]>()
  for (const [year, those] of limits)
    for (const { id, value } of those) lines.set(id, [...(lines.get(id) ?? []), { year, value }])
  return [...lines.values()]
}

function saidOf(place: KnownPlace, years: readonly SeriesYear[], indicator: IndicatorRow): string {
  const told = years.filter(({ value }) => value !== null)
  const [first, last] = [told[0], told.at(-1)]
  if (!first || !last) return ''
  return `${indicator.name} i ${place.name}: ${listDanish([first, last].map(one => `${figureWords(one.figure, unitOf(indicator, one.figure))} i ${one.year}`))}. Alle år står i tabellen.`
}
