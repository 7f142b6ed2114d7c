import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { pageOf, withQuery } from '../../../../http/pages/paging.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import type { Day } from '../../../../kernel/days.ts'
import { holdsWords } from '../../../../kernel/match-words.ts'
import { periodText } from '../../../../kernel/periods.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { decisionsPath } from '../../../decisions/decisions/paths.ts'
import { mandatesPath } from '../../../decisions/mandates/paths.ts'
import { homeTypes } from '../estates/estate-rules.ts'
import { dayFacts, estateCount, homeCount, homeTypeNames, placeTabs } from '../labels.ts'
import { anyChoice, byName, districtChoices, isShown, shownChoices } from '../list-parts.ts'
import { areaPath, areasCsvPath, areasPath, districtPath, newAreaPath } from '../paths.ts'
import { type AreaOn, placesOn } from '../places-on.ts'
import { readPlaces } from '../read-places.ts'
import type { AreasQuery } from './forms.ts'

const sorts = [
  { value: 'navn', text: 'Navn' },
  { value: 'bydel', text: 'Bydel' },
  { value: 'boliger', text: 'Flest boliger' },
]

/** The housing areas as of a day: what each consists of, and where it lies. */
export function areasPage(actor: Actor, query: AreasQuery) {
  const { efter, ...filter } = query
  const { on, asOf, shownDay } = dayFacts(actor, filter.dag, areasPath)
  const places = readPlaces(actor.database)
  const kept = { ...filter, dag: asOf, sorter: filter.sorter === 'navn' ? '' : filter.sorter }
  const { rows, nextHref, prevHref } = pageOf(chosenAreas(actor, filter), efter, { path: areasPath, query: kept })
  const mayKeep = mayDo(actor, 'manageOwnSide')
  return {
    title: 'Boligområder',
    active: 'boligomraader',
    crumbs: [{ text: 'Boligområder' }],
    ways: placeTabs('areas'),
    shownDay,
    filters: {
      action: areasPath,
      label: 'Søg i boligområder',
      fields: [
        { name: 'q', label: 'Søg i navn og bydel', kind: 'search', value: filter.q },
        {
          ...{ name: 'bydel', label: 'Bydel', kind: 'select', value: filter.bydel ?? '' },
          options: [anyChoice, ...districtChoices(places, on)],
        },
        { name: 'vis', label: 'Vis', kind: 'select', value: filter.vis, options: shownChoices },
        { name: 'sorter', label: 'Rækkefølge', kind: 'select', value: filter.sorter, options: sorts },
        { name: 'dag', label: 'Vis pr. dato', kind: 'date', value: on },
      ],
      clearHref: isFiltered(filter, actor.today) ? areasPath : null,
    },
    none: places.areas.length === 0,
    newPath: mayKeep ? newAreaPath : null,
    rows: rows.map(area => lineOf(area, asOf)),
    csvHref: withQuery(areasCsvPath, kept),
    nextHref,
    prevHref,
  }
}

type Filter = Omit<AreasQuery, 'efter'>

const isFiltered = ({ q, bydel, vis, dag }: Filter, today: Day): boolean =>
  q !== '' || bydel !== undefined || vis !== '' || (dag !== null && dag !== today)

/** Those that the reader asks for, in the order that he or she asks for. */
function chosenAreas(actor: Actor, { q, bydel, vis, dag, sorter }: Filter): AreaOn[] {
  const on = dag ?? actor.today
  const found = [...placesOn(readPlaces(actor.database), on).areas.values()].filter(
    area =>
      isShown(area, vis, on) &&
      (bydel === undefined || area.district?.slug === bydel) &&
      holdsWords([area.name, area.district?.name], q),
  )
  const nowhere = (area: AreaOn) => Number(area.district === null)
  return found.sort(
    (one, other) =>
      (sorter === 'boliger' ? other.homes.total - one.homes.total : 0) ||
      (sorter === 'bydel'
        ? nowhere(one) - nowhere(other) || compareDanish(one.district?.name ?? '', other.district?.name ?? '')
        : 0) ||
      byName(one, other),
  )
}

const lineOf = (area: AreaOn, asOf: Day | null) => ({
  name: { text: area.name, href: areaPath(area.slug, asOf) },
  district: area.district ? { text: area.district.name, href: districtPath(area.district.slug, asOf) } : '',
  estates: area.delimitation ? estateCount(area.estates.length) : '',
  homes: area.delimitation ? homeCount(area.homes.total) : '',
  period: periodText(area),
  closed: area.to === null ? '' : 'Lukket',
  // An empty day: of every day.
  mandatesHref: `${mandatesPath}?omraade=${area.id}&dag=`,
  decisionsHref: `${decisionsPath}?omraade=${area.id}`,
  about: `om ${area.name}`,
})

/** The list as it is filtered, whole. */
export function areasCsv(actor: Actor, { efter: _, ...filter }: AreasQuery): { name: string; content: Buffer } {
  const head = ['Boligområde', 'Bydel', 'Fra', 'Til og med', 'Afdelinger']
  const kinds = homeTypes.map(type => homeTypeNames[type].heading)
  const rows = chosenAreas(actor, filter).map(area => [
    area.name,
    area.district?.name ?? '',
    area.from,
    area.to ?? '',
    area.delimitation ? String(area.estates.length) : '',
    ...homeTypes.map(type => (area.delimitation ? String(area.homes.homes[type]) : '')),
    area.delimitation ? String(area.homes.total) : '',
    areaPath(area.slug),
  ])
  const content = csvOf([...head, ...kinds, 'Boliger i alt', 'Adresse'], rows)
  return { name: `boligomraader-${filter.dag ?? actor.today}.csv`, content }
}
