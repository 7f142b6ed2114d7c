import type { Actor } from '../../../../access/actor.ts'
import { withQuery } from '../../../../http/pages/paging.ts'
import { fold } from '../../../../kernel/fold.ts'
import { readCurrent } from '../figures/current.ts'
import { cellOf, signsIn, withUnit } from '../figures/figure-cell.ts'
import { type KnownPlace, readKnownPlaces } from '../figures/known-places.ts'
import { levelNames } from '../labels.ts'
import { allYearsPath, indicatorCsvPath, seriesPath, valuePath } from '../paths.ts'
import { estatesInArea } from '../series/estates-in.ts'
import { pointsOf } from '../series/points.ts'
import { breaksOf } from '../series/series-rules.ts'
import type { YearsQuery } from './forms.ts'
import { crumbsOf, foundIndicator } from './found.ts'
import { indicatorTabs } from './indicator-tabs.ts'
import { unitOf } from './queries.ts'
import { leadOf, levelSlugs, smallLevels, yearsOf } from './show-page.ts'

const placesOnPage = 50

/** All years of an indicator: a row a place, a column a year, with a mark where a series breaks. */
export function yearsPage(actor: Actor, slug: string, query: YearsQuery) {
  const indicator = foundIndicator(actor, slug)
  const places = readKnownPlaces(actor.database)
  const level = smallLevels.find(one => levelSlugs[one] === query.sted) ?? 'AREA'
  const words = fold(query.q).split(/\s+/).filter(Boolean)
  const wholes = places.filter(
    one => one.measuredId !== null && !(smallLevels as readonly string[]).includes(one.level),
  )
  const found = places.filter(
    one => one.level === level && one.measuredId !== null && words.every(word => fold(one.name).includes(word)),
  )
  const begins = query.efter ? found.findIndex(one => one.measuredId === query.efter?.id) + 1 : 0
  const some = found.slice(begins, begins + placesOnPage)
  const figures = readCurrent(actor, [indicator], {
    placeIds: [...wholes, ...some].flatMap(({ measuredId }) => measuredId ?? []),
  })
  const years = yearsOf(indicator).reverse()
  const told = (one: KnownPlace) => figures.yearsOf(indicator.id, one.measuredId).length > 0
  const lineOf = (place: KnownPlace) => {
    const points = pointsOf(indicator, figures, place.measuredId)
    const estates = place.level === 'AREA' && place.ref.id ? estatesInArea(actor.database, place.ref.id) : undefined
    const breaks = breaksOf(points, indicator.versions, estates)
    return {
      place: place.name,
      href: seriesPath(slug, place.address),
      cells: years.map(year => {
        const figure = figures.of(indicator.id, place.measuredId, year)
        const cell = cellOf(figure)
        const unit = unitOf(indicator, figure)
        return {
          ...cell,
          text: cell.kind === 'VALUE' && unit !== indicator.unit ? withUnit(cell.text, unit) : cell.text,
          href: figure ? valuePath(slug, year, place.address) : '',
          about: `${place.name} ${year}`,
          corrected: figure !== undefined && figure.correctsId !== null,
          broken: breaks.some(({ after }) => after === year),
        }
      }),
    }
  }
  const rows = [...wholes, ...some].filter(told).map(lineOf)
  const last = some.at(-1)
  const kept = { sted: query.sted === 'omraader' ? '' : query.sted, q: query.q }
  const path = allYearsPath(slug)
  return {
    title: `${indicator.name}, alle år`,
    active: 'indikatorer',
    crumbs: crumbsOf(indicator, { text: 'Alle år' }),
    heading: indicator.name,
    lead: leadOf(indicator),
    tabs: indicatorTabs(slug, 'years'),
    filters: {
      action: path,
      label: 'Vælg steder',
      clearHref: query.q === '' ? null : withQuery(path, { sted: kept.sted }),
      fields: [
        { kind: 'search' as const, name: 'q', label: 'Søg i steder', value: query.q },
        {
          ...{ kind: 'select' as const, name: 'sted', label: 'Steder', value: levelSlugs[level] },
          options: smallLevels.map(one => ({ value: levelSlugs[one], text: levelNames[one] })),
        },
      ],
    },
    unit: indicator.unit,
    years,
    rows,
    signs: signsIn(rows.flatMap(({ cells }) => cells)),
    anyBreak: rows.some(({ cells }) => cells.some(({ broken }) => broken)),
    csvHref: rows.length > 0 ? withQuery(indicatorCsvPath(slug), { sted: query.sted }) : null,
    nextHref:
      last && begins + placesOnPage < found.length ? withQuery(path, { ...kept, efter: `x~${last.measuredId}` }) : null,
    prevHref: query.efter ? withQuery(path, kept) : null,
  }
}
