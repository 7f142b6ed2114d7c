import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { pageOf, withQuery } from '../../../../http/pages/paging.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import type { Day } from '../../../../kernel/days.ts'
import { holdsWords } from '../../../../kernel/match-words.ts'
import { periodText } from '../../../../kernel/periods.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { homeTypes } from '../estates/estate-rules.ts'
import { areaCount, dayFacts, estateCount, homeCount, homeTypeNames, placeTabs } from '../labels.ts'
import { anyChoice, byName, isShown, shownChoices } from '../list-parts.ts'
import { districtPath, districtsCsvPath, districtsPath, newDistrictPath } from '../paths.ts'
import { type DistrictOn, placesOn } from '../places-on.ts'
import { readPlaces } from '../read-places.ts'
import type { DistrictsQuery } from './forms.ts'

const sorts = [
  { value: 'navn', text: 'Navn' },
  { value: 'omraader', text: 'Flest boligområder' },
  { value: 'boliger', text: 'Flest boliger' },
]

/** The districts as of a day, each with the division of the town that it belongs to. */
export function districtsPage(actor: Actor, query: DistrictsQuery) {
  const { efter, ...filter } = query
  const { on, asOf, shownDay } = dayFacts(actor, filter.dag, districtsPath)
  const { districts } = readPlaces(actor.database)
  const kept = { ...filter, dag: asOf, sorter: filter.sorter === 'navn' ? '' : filter.sorter }
  const list = { path: districtsPath, query: kept }
  const { rows, nextHref, prevHref } = pageOf(chosenDistricts(actor, filter), efter, list)
  const definitions = [...new Set(districts.map(({ definition }) => definition))].filter(Boolean).sort(compareDanish)
  return {
    title: 'Bydele',
    active: 'boligomraader',
    crumbs: [{ text: 'Bydele' }],
    ways: placeTabs('districts'),
    shownDay,
    filters: {
      action: districtsPath,
      label: 'Søg i bydele',
      fields: [
        { name: 'q', label: 'Søg i navn', kind: 'search', value: filter.q },
        {
          ...{ name: 'inddeling', label: 'Inddeling', kind: 'select', value: filter.inddeling },
          options: [anyChoice, ...definitions.map(text => ({ value: text, text }))],
        },
        { name: 'vis', label: 'Vis', kind: 'select', value: filter.vis, options: shownChoices },
        { name: 'sorter', label: 'Rækkefølge', kind: 'select', value: filter.sorter, options: sorts },
        { name: 'dag', label: 'Vis pr. dato', kind: 'date', value: on },
      ],
      clearHref: isFiltered(filter, actor.today) ? districtsPath : null,
    },
    none: districts.length === 0,
    newPath: mayDo(actor, 'manageOwnSide') ? newDistrictPath : null,
    rows: rows.map(row => lineOf(row, asOf)),
    csvHref: withQuery(districtsCsvPath, kept),
    nextHref,
    prevHref,
  }
}

type Filter = Omit<DistrictsQuery, 'efter'>

const isFiltered = ({ q, inddeling, vis, dag }: Filter, today: Day): boolean =>
  Boolean(q || inddeling || vis) || (dag !== null && dag !== today)

function chosenDistricts(actor: Actor, { q, inddeling, vis, dag, sorter }: Filter): DistrictOn[] {
  const on = dag ?? actor.today
  return [...placesOn(readPlaces(actor.database), on).districts.values()]
    .filter(
      row => isShown(row, vis, on) && (inddeling === '' || row.definition === inddeling) && holdsWords([row.name], q),
    )
    .sort((one, other) => orders[sorter](one, other) || byName(one, other))
}

const orders: Record<DistrictsQuery['sorter'], (one: DistrictOn, other: DistrictOn) => number> = {
  navn: byName,
  omraader: (one, other) => other.areas.length - one.areas.length,
  boliger: (one, other) => other.homes.total - one.homes.total,
}

const lineOf = (row: DistrictOn, asOf: Day | null) => ({
  name: { text: row.name, href: districtPath(row.slug, asOf) },
  closed: row.to === null ? '' : 'Lukket',
  definition: row.definition,
  areas: row.areas.length === 0 ? '' : areaCount(row.areas.length),
  estates: row.estates.length === 0 ? '' : estateCount(row.estates.length),
  homes: row.estates.length === 0 ? '' : homeCount(row.homes.total),
  period: periodText(row),
})

/** The list as it is filtered, whole. */
export function districtsCsv(actor: Actor, { efter: _, ...filter }: DistrictsQuery): { name: string; content: Buffer } {
  const head = ['Bydel', 'Inddeling', 'Kilde', 'Fra', 'Til og med', 'Boligområder', 'Afdelinger']
  const rows = chosenDistricts(actor, filter).map(row => [
    row.name,
    row.definition,
    row.source,
    row.from,
    row.to ?? '',
    String(row.areas.length),
    String(row.estates.length),
    ...homeTypes.map(type => String(row.homes.homes[type])),
    String(row.homes.total),
    districtPath(row.slug),
  ])
  const homes = homeTypes.map(type => homeTypeNames[type].heading)
  const content = csvOf([...head, ...homes, 'Boliger i alt', 'Adresse'], rows)
  return { name: `bydele-${filter.dag ?? actor.today}.csv`, content }
}
