import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { ownEvents } from '../../../../http/own-events.ts'
import { takePage, withQuery } from '../../../../http/pages/paging.ts'
import { readCurrent } from '../figures/current.ts'
import { signsIn, withUnit } from '../figures/figure-cell.ts'
import { type KnownPlace, readKnownPlaces } from '../figures/known-places.ts'
import { directionNames, levelNames } from '../labels.ts'
import { enterValuePath, indicatorCsvPath, indicatorPath } from '../paths.ts'
import { barChartOf } from '../series/bar-chart.ts'
import { limitsIn, limitText, wholesOf } from '../thresholds/limits.ts'
import { readThresholds } from '../thresholds/read-thresholds.ts'
import type { YearQuery } from './forms.ts'
import { crumbsOf, foundIndicator } from './found.ts'
import { indicatorTabs } from './indicator-tabs.ts'
import { type IndicatorRow, unitOf } from './queries.ts'
import { lineOf, placesShown, worstFirst, type YearFacts, type YearLine } from './year-lines.ts'

export const smallLevels = ['AREA', 'DISTRICT', 'ESTATE'] as const
export type SmallLevel = (typeof smallLevels)[number]

export const levelSlugs: Record<SmallLevel, string> = { AREA: 'omraader', DISTRICT: 'bydele', ESTATE: 'afdelinger' }

/** One indicator in one year: each place of a level beside the town and the limits. */
export function showPage(actor: Actor, slug: string, query: YearQuery) {
  const indicator = foundIndicator(actor, slug)
  const places = readKnownPlaces(actor.database)
  const level = smallLevels.find(one => levelSlugs[one] === query.sted) ?? 'AREA'
  const years = yearsOf(indicator)
  const year = query.aar !== null && years.includes(query.aar) ? query.aar : indicator.lastYear
  const figures = readCurrent(actor, [indicator], {
    placeIds: places
      .filter(place => place.level === level || isWhole(place))
      .flatMap(({ measuredId }) => measuredId ?? []),
    ...(year === null ? {} : { from: year - 3 * indicator.everyYears, to: year }),
  })
  const unit = unitOf(
    indicator,
    figures.all.find(one => one.year === year),
  )
  const limits =
    year === null || unit !== indicator.unit
      ? []
      : limitsIn(indicator, year, {
          thresholds: readThresholds(actor.database),
          figures,
          wholes: wholesOf(places),
        })
  const known = { indicator, figures, limits, year: year ?? 0, database: actor.database }
  const wholes = places.filter(isWhole).filter(place => figures.of(indicator.id, place.measuredId, known.year))
  const all = placesShown(places, level, known)
    .map(place => lineOf(place, known))
    .sort(query.sorter === 'vaerdi' ? worstFirst(indicator) : () => 0)
  const begins = query.efter ? all.findIndex(({ id }) => id === query.efter?.id) + 1 : 0
  const { rows, next } = takePage(all.slice(begins), ({ id }) => ({ key: 'x', id }))
  const kept = { aar: query.aar, sted: query.sted, sorter: query.sorter }
  const mayKeep = mayDo(actor, 'keepIndicators')
  const csv = { aar: year, sted: query.sted }
  return {
    title: indicator.name,
    active: 'indikatorer',
    crumbs: crumbsOf(indicator),
    heading: indicator.name,
    tabs: indicatorTabs(slug, 'year'),
    lead: leadOf(indicator),
    filters: {
      action: indicatorPath(slug),
      label: 'Vælg år og steder',
      fields: [
        {
          ...{ name: 'aar', label: 'År', kind: 'select' as const, value: String(year ?? '') },
          options: years.map(one => ({ value: String(one), text: String(one) })),
          shown: years.length > 0,
        },
        {
          ...{ name: 'sted', label: 'Steder', kind: 'select' as const, value: levelSlugs[level] },
          options: smallLevels.map(one => ({ value: levelSlugs[one], text: levelNames[one] })),
        },
        {
          ...{ name: 'sorter', label: 'Rækkefølge', kind: 'select' as const, value: query.sorter },
          options: [
            { value: 'navn', text: 'Navn' },
            { value: 'vaerdi', text: 'Dårligste først' },
          ],
        },
      ],
    },
    year,
    levelName: levelNames[level],
    unit,
    wholes: wholes.map(place => lineOf(place, known)),
    rows,
    limits: limits.map(limit => ({ term: limit.threshold.name, text: limitText(limit, indicator) })),
    hasLimits: limits.length > 0,
    signs: signsIn([...rows, ...wholes.map(place => lineOf(place, known))].map(({ cell }) => cell)),
    levelNote: levelNotes[level],
    chart: year === null ? null : chartOf(rows, wholes, known),
    nextHref: next ? withQuery(indicatorPath(slug), { ...kept, efter: next }) : null,
    prevHref: query.efter ? withQuery(indicatorPath(slug), kept) : null,
    enterHref: mayKeep ? enterValuePath(slug) : null,
    csvHref: rows.length > 0 ? withQuery(indicatorCsvPath(slug), csv) : null,
    empty: emptyOf(mayKeep, slug),
    eventsHref: ownEvents(actor, 'indikator', indicator.id),
  }
}

const emptyOf = (mayKeep: boolean, slug: string) =>
  mayKeep
    ? {
        title: 'Der er ingen værdier at vise',
        text: 'Registrér det første år med dets kilde, eller vælg andre steder.',
        action: { text: 'Registrér en værdi', href: enterValuePath(slug) },
      }
    : { title: 'Der er ingen værdier at vise', text: 'Sekretariaterne registrerer dem.' }

/** What the figures of a level are, and are not. */
const levelNotes: Record<SmallLevel, string> = {
  AREA: 'Områdernes tal er leveret for området som helhed. De er ikke regnet ud af afdelingernes tal.',
  DISTRICT: 'Bydelenes tal gælder alle, der bor i bydelen, og ikke kun beboere i almene boliger.',
  ESTATE: 'Afdelingernes tal gælder den enkelte afdeling. De kan ikke lægges sammen til områdets tal.',
}

const isWhole = ({ level }: KnownPlace): boolean => level === 'TOWN' || level === 'REGION' || level === 'COUNTRY'

/** The years between the first and the last that the indicator is told of, the newest first. */
export function yearsOf({ lastYear, everyYears, firstYear }: IndicatorRow): number[] {
  if (lastYear === null || firstYear === null) return []
  const count = Math.floor((lastYear - firstYear) / everyYears) + 1
  return Array.from({ length: count }, (_, at) => lastYear - at * everyYears)
}

export const leadOf = ({ newest, source }: IndicatorRow): string =>
  [
    newest.numerator === '' ? '' : `${newest.numerator}${newest.denominator === '' ? '' : ` af ${newest.denominator}`}`,
    newest.population,
    newest.averagingYears > 1 ? `gennemsnit af ${newest.averagingYears} år` : '',
    directionNames[newest.direction].toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ')
    .replace(/^./, first => first.toUpperCase())
    .concat(`. Kilde: ${source}`)

function chartOf(rows: readonly YearLine[], wholes: readonly KnownPlace[], known: YearFacts) {
  const { indicator, figures, limits, year } = known
  const told = rows.flatMap(({ name, value, cell, beyond }) =>
    value === null ? [] : [{ name, value, text: cell.text, beyond: beyond !== '' }],
  )
  const town = wholes.find(({ level }) => level === 'TOWN')
  const ofTown = town ? (figures.of(indicator.id, town.measuredId, year)?.value ?? null) : null
  const chart = barChartOf(told.slice(0, 40), [
    ...(ofTown === null ? [] : [{ value: ofTown, kind: 'town' as const }]),
    ...limits.map(({ value }) => ({ value, kind: 'limit' as const })),
  ])
  return (
    chart && {
      ...chart,
      left: told.length - chart.bars.length,
      hasTown: ofTown !== null,
      said: withUnit(`${indicator.name} i ${year}`, ''),
    }
  )
}
