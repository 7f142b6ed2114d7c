import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import { byAndWhen, compareDanish } from '../../../../kernel/text.ts'
import { correctValuePath, enterValuePath, indicatorPath, indicatorsPath, valuePath } from '../paths.ts'
import { numberText } from './indicator-rules.ts'
import { directionNames, everyText, monthNames, townName, townSlug } from './labels.ts'
import { findIndicator, type IndicatorRow, readSeries, type SeriesValue } from './queries.ts'

/** @throws Refusal when there is none with that address */
export function foundIndicator(actor: Actor, slug: string): IndicatorRow {
  const found = findIndicator(actor.database, slug)
  if (!found) throw notFound()
  return found
}

export const crumbsOf = ({ name, slug }: IndicatorRow, ...after: { text: string; href?: string }[]) => [
  { text: 'Indikatorer', href: indicatorsPath },
  { text: name, ...(after.length > 0 && { href: indicatorPath(slug) }) },
  ...after,
]

const placeName = ({ area }: SeriesValue): string => area ?? townName
const placeSlug = ({ areaSlug }: SeriesValue): string => areaSlug ?? townSlug

/** An indicator with all that has been entered: a row a place, a column a year. */
export function showPage(actor: Actor, slug: string) {
  const indicator = foundIndicator(actor, slug)
  const series = readSeries(actor.database, [indicator.id])
  const years = [...new Set(series.map(({ year }) => year))].sort((one, other) => one - other)
  const places = new Map<string, SeriesValue[]>()
  for (const value of series) places.set(placeSlug(value), [...(places.get(placeSlug(value)) ?? []), value])
  const mayKeep = mayDo(actor, 'keepIndicators')
  return {
    title: indicator.name,
    active: 'indikatorer',
    crumbs: crumbsOf(indicator),
    heading: indicator.name,
    facts: [
      { term: 'Enhed', text: indicator.unit },
      { term: 'Retning', text: directionNames[indicator.direction] },
      { term: 'Opgøres', text: everyText(indicator.everyYears) },
      { term: 'Et års værdi foreligger', text: `Senest i ${monthNames[indicator.dueMonth - 1]} året efter` },
      { term: 'Kilde', text: indicator.source },
    ],
    editHref: mayKeep ? `${indicatorPath(slug)}/ret` : null,
    enterHref: mayKeep ? enterValuePath(slug) : null,
    csvHref: series.length > 0 ? `${indicatorPath(slug)}/tabel.csv` : null,
    years,
    rows: [...places.values()]
      .sort(
        ([one], [other]) =>
          Number(one?.area !== null) - Number(other?.area !== null) ||
          compareDanish(one?.area ?? '', other?.area ?? ''),
      )
      .map(values => ({
        place: placeName(values[0] as SeriesValue),
        cells: years.map(year => cellOf(indicator, values, year)),
      })),
    eventsHref: ownEvents(actor, 'indikator', indicator.id),
  }
}

function cellOf({ slug, decimals }: IndicatorRow, values: readonly SeriesValue[], year: number) {
  const value = values.find(one => one.year === year && !one.corrected)
  return value
    ? {
        text: numberText(value.value, decimals),
        href: valuePath(slug, year, placeSlug(value)),
        about: `${placeName(value)} ${year}`,
        corrected: value.correctsId !== null,
      }
    : null
}

/** All that has been entered, the values that were corrected among them, as a table to be taken along. */
export function valuesTable(actor: Actor, slug: string): { head: string[]; rows: string[][] } {
  const indicator = foundIndicator(actor, slug)
  const head = [
    'Indikator',
    'Enhed',
    'Sted',
    'År',
    'Værdi',
    'Kilde',
    'Registreret af',
    'Registreret',
    'Rettet',
    'Årsag',
  ]
  const rows = readSeries(actor.database, [indicator.id]).map(value => [
    indicator.name,
    indicator.unit,
    placeName(value),
    String(value.year),
    value.value.toFixed(indicator.decimals).replace('.', ','),
    value.source,
    value.by,
    value.at,
    value.corrected ? 'Ja' : 'Nej',
    value.reason,
  ])
  return { head, rows }
}

/** A place's year: its value with its source, and what stood there before. @throws Refusal when nothing was entered */
export function foundValue(actor: Actor, indicator: IndicatorRow, year: number, place: string) {
  const all = readSeries(actor.database, [indicator.id]).filter(one => one.year === year && placeSlug(one) === place)
  const standing = all.find(({ corrected }) => !corrected)
  if (!standing) throw notFound('Der er ikke registreret en værdi for det sted og år.')
  return { standing, before: all.filter(({ corrected }) => corrected).toReversed(), place: placeName(standing) }
}

export function valuePage(actor: Actor, slug: string, year: number, placeName: string) {
  const indicator = foundIndicator(actor, slug)
  const { standing, before, place } = foundValue(actor, indicator, year, placeName)
  const written = (value: SeriesValue) => `${numberText(value.value, indicator.decimals)} ${indicator.unit}`
  return {
    title: `${indicator.name}, ${place} ${year}`,
    active: 'indikatorer',
    crumbs: crumbsOf(indicator, { text: `${place} ${year}` }),
    heading: `${place} ${year}`,
    facts: [
      { term: 'Indikator', text: indicator.name, href: indicatorPath(slug) },
      { term: 'Værdi', text: written(standing) },
      { term: 'Kilde', text: standing.source },
      { term: standing.reason ? 'Rettet' : 'Registreret', text: enteredText(standing) },
      ...(standing.reason ? [{ term: 'Årsag til rettelsen', text: standing.reason }] : []),
    ],
    correctHref: mayDo(actor, 'keepIndicators') ? correctValuePath(slug, year, placeName) : null,
    before: before.map(value => ({
      value: written(value),
      source: value.source,
      entered: enteredText(value),
      reason: value.reason,
    })),
  }
}

const enteredText = ({ by, at }: SeriesValue): string => {
  const text = byAndWhen(by, at)
  return text.charAt(0).toUpperCase() + text.slice(1)
}
