import type { Actor } from '../../../../access/actor.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { compareDanish, listDanish, plural } from '../../../../kernel/text.ts'
import { readCurrent } from '../figures/current.ts'
import { cellOf, type FigureCell, figureWords, signsIn, withUnit } from '../figures/figure-cell.ts'
import { type KnownPlace, readKnownPlaces } from '../figures/known-places.ts'
import type { ShownFigure } from '../figures/shown-figures.ts'
import { indicatorsFor } from '../indicators/found.ts'
import { type IndicatorRow, unitOf } from '../indicators/queries.ts'
import { isOfAParty } from '../indicators/visible.ts'
import { countsText } from '../indicators/year-lines.ts'
import { levelNames } from '../labels.ts'
import { placeCsvPath, placePath, placesPath, seriesPath } from '../paths.ts'
import { beyondOf, limitsIn, limitText, wholesOf } from '../thresholds/limits.ts'
import { readThresholds } from '../thresholds/read-thresholds.ts'
import { estatesInArea } from './estates-in.ts'
import { pointsOf } from './points.ts'
import { foundPlace } from './series-page.ts'
import { breaksOf, changeOf } from './series-rules.ts'
import { signedText } from './signed.ts'

/** What one indicator says of a place in a year, beside the town and the limits. */
export interface PlaceLine {
  indicator: IndicatorRow
  year: number
  figure: ShownFigure
  /** That it was counted in. */
  unit: string
  town: ShownFigure | undefined
  /** Names of the thresholds that it is beyond, with what they ask. */
  beyond: { name: string; text: string }[]
  limits: string[]
  change: number | null
  broken: boolean
}

/**
 * A place by all indicators that this reader may see: each indicator's latest year of it, up to a year where that is
 * given, or exactly the year that is asked for.
 * One statement beside what is kept.
 */
export function readPlaceLines(
  actor: Actor,
  place: KnownPlace,
  { year, upTo }: { year: number | null; upTo?: number },
): PlaceLine[] {
  if (place.measuredId === null) return []
  const indicators = indicatorsFor(actor)
  const places = readKnownPlaces(actor.database)
  const wholes = wholesOf(places)
  const figures = readCurrent(actor, indicators, {
    placeIds: [...new Set([place.measuredId, ...[...wholes.values()].flatMap(id => id ?? [])])],
    ...(year === null ? { to: upTo ?? 9999 } : { from: year - 12, to: year }),
  })
  const thresholds = readThresholds(actor.database)
  const estates = place.level === 'AREA' && place.ref.id ? estatesInArea(actor.database, place.ref.id) : undefined
  return indicators.flatMap(indicator => {
    const points = pointsOf(indicator, figures, place.measuredId)
    const shownYear = year ?? points.findLast(({ value }) => value !== null)?.year ?? points.at(-1)?.year
    const figure = shownYear === undefined ? undefined : figures.of(indicator.id, place.measuredId, shownYear)
    if (!figure || shownYear === undefined) return []
    const breaks = breaksOf(points, indicator.versions, estates)
    const unit = unitOf(indicator, figure)
    const limits = unit === indicator.unit ? limitsIn(indicator, shownYear, { thresholds, figures, wholes }) : []
    return [
      {
        ...{ indicator, year: shownYear, figure, unit },
        town: place.level === 'TOWN' ? undefined : figures.of(indicator.id, wholes.get('TOWN') ?? null, shownYear),
        beyond: beyondOf(figure.value, limits).map(limit => ({
          name: limit.threshold.name,
          text: limitText(limit, indicator),
        })),
        limits: limits.map(limit => limitText(limit, indicator)),
        change: changeOf(points, breaks, shownYear, indicator.decimals),
        broken: breaks.some(({ after }) => after === shownYear),
      },
    ]
  })
}

/** R37: one place by all indicators, with the town and the limits beside it; what is beyond a limit first in words. */
export function placePage(actor: Actor, address: string, query: { aar: number | null; tema: string }) {
  const place = foundPlace(actor, address)
  const all = readPlaceLines(actor, place, { year: query.aar })
  const themes = [...new Set(all.map(({ indicator }) => indicator.theme).filter(Boolean))].sort(compareDanish)
  const lines = all
    .filter(({ indicator }) => query.tema === '' || indicator.theme === query.tema)
    .sort(
      (one, other) =>
        compareDanish(one.indicator.theme, other.indicator.theme) ||
        compareDanish(one.indicator.name, other.indicator.name),
    )
  const beyond = all.filter(line => line.beyond.length > 0)
  const rows = lines.map(line => rowOf(line, place))
  const path = placePath(address)
  return {
    title: `Tal for ${place.name}`,
    active: 'indikatorer',
    crumbs: [{ text: 'Steder', href: placesPath }, { text: place.name }],
    kicker: levelNames[place.level],
    heading: `Tal for ${place.name}`,
    ownHref: isOfAParty(actor) ? place.href : '',
    ownName: place.name,
    lead: leadText(all.length, beyond.length),
    beyond: beyond.map(beyondText),
    filters: {
      action: path,
      label: 'Vælg år og tema',
      clearHref: query.aar !== null || query.tema !== '' ? path : null,
      fields: [
        {
          ...{ kind: 'select' as const, name: 'aar', label: 'År', value: query.aar === null ? '' : String(query.aar) },
          options: [
            { value: '', text: 'Seneste år for hver' },
            ...yearsIn(actor).map(year => ({ value: String(year), text: String(year) })),
          ],
        },
        {
          ...{ kind: 'select' as const, name: 'tema', label: 'Tema', value: query.tema },
          options: [{ value: '', text: 'Alle' }, ...themes.map(text => ({ value: text, text }))],
          shown: themes.length > 0,
        },
      ],
    },
    isTown: place.level === 'TOWN',
    rows,
    signs: signsIn(rows.map(({ cell }) => cell)),
    csvHref: rows.length > 0 ? withQuery(placeCsvPath(address), query) : null,
    note: notes[place.level] ?? '',
  }
}

const notes: Partial<Record<KnownPlace['level'], string>> = {
  AREA: 'Tallene er leveret for området som helhed og er ikke regnet ud af afdelingernes tal.',
  ESTATE: 'Tallene gælder afdelingen alene.',
  DISTRICT: 'Tallene gælder alle, der bor i bydelen, og ikke kun beboere i almene boliger.',
}

const leadText = (all: number, beyond: number): string =>
  all === 0
    ? 'Der er ikke leveret tal for stedet.'
    : `${plural(all, 'indikator er opgjort', 'indikatorer er opgjort')} for stedet. ${
        beyond === 0 ? 'Ingen ligger uden for en grænseværdi.' : `${beyond} ligger uden for en grænseværdi.`
      }`

/** »Uden arbejde: 42,3 % i 2025. Over 40,0 % (udsat boligområde). Hele byen: 21,0 %.« */
export function beyondText({ indicator, figure, unit, year, beyond, town }: PlaceLine) {
  const limits = listDanish(beyond.map(({ name, text }) => `${text.charAt(0).toLowerCase()}${text.slice(1)} (${name})`))
  return {
    name: indicator.name,
    text: `${figureWords(figure, unit)} i ${year}, ${limits}.${town ? ` Hele byen: ${figureWords(town, unit)}.` : ''}`,
  }
}

function yearsIn(actor: Actor): number[] {
  const all = indicatorsFor(actor)
  const first = Math.min(...all.flatMap(({ firstYear }) => firstYear ?? []))
  const last = Math.max(...all.flatMap(({ lastYear }) => lastYear ?? []))
  if (!Number.isFinite(first) || !Number.isFinite(last)) return []
  return Array.from({ length: last - first + 1 }, (_, at) => last - at)
}

export interface PlaceRow {
  name: string
  theme: string
  href: string
  year: string
  cell: FigureCell
  value: string
  of: string
  town: string
  limits: string
  beyond: string
  change: string
  broken: string
  corrected: string
}

function rowOf(line: PlaceLine, place: KnownPlace): PlaceRow {
  const { indicator, figure, unit, town, change, broken, beyond, limits, year } = line
  const cell = cellOf(figure)
  return {
    name: indicator.name,
    theme: indicator.theme,
    href: seriesPath(indicator.slug, place.address),
    year: String(year),
    cell,
    value: cell.kind === 'VALUE' ? withUnit(cell.text, unit) : cell.text,
    of: figure.hidden ? '' : countsText(figure),
    town: town ? figureWords(town, unit) : '',
    limits: limits.join('\n'),
    beyond: beyond.map(({ name }) => name).join(', '),
    change: change === null ? '' : signedText(change, indicator.decimals),
    broken: broken ? 'Databrud' : '',
    corrected: figure.correctsId === null ? '' : 'Rettet',
  }
}

const csvNumber = (value: number | null, decimals: number): string =>
  value === null ? '' : value.toFixed(decimals).replace('.', ',')

/** The same as a file: one row an indicator. */
export function placeTable(actor: Actor, address: string, query: { aar: number | null; tema: string }) {
  const place = foundPlace(actor, address)
  const head = [
    ...['Sted', 'Tema', 'Indikator', 'Enhed', 'År', 'Værdi', 'Mangler', 'Tæller', 'Nævner', 'Hele byen'],
    ...['Uden for grænseværdi', 'Ændring', 'Databrud'],
  ]
  const rows = readPlaceLines(actor, place, { year: query.aar })
    .filter(({ indicator }) => query.tema === '' || indicator.theme === query.tema)
    .map(({ indicator, year, figure, unit, town, beyond, change, broken }) => {
      const cell = cellOf(figure)
      return [
        ...[place.name, indicator.theme, indicator.name, unit, String(year)],
        csvNumber(figure.value, indicator.decimals),
        cell.words,
        figure.numerator === null ? '' : String(figure.numerator).replace('.', ','),
        figure.denominator === null ? '' : String(figure.denominator).replace('.', ','),
        csvNumber(town?.value ?? null, indicator.decimals),
        beyond.map(({ name }) => name).join(', '),
        change === null ? '' : csvNumber(change, indicator.decimals),
        broken ? 'Ja' : 'Nej',
      ]
    })
  return { head, rows }
}
