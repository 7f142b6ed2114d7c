import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { pageOf, withQuery } from '../../../../http/pages/paging.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import type { Day } from '../../../../kernel/days.ts'
import { holdsWords } from '../../../../kernel/match-words.ts'
import { compareDanish } from '../../../../kernel/text.ts'
import { estateLine } from '../estate-lines.ts'
import { dayFacts, homeTypeNames, placeTabs } from '../labels.ts'
import { anyChoice, byName, districtChoices, isShown, shownChoices } from '../list-parts.ts'
import { estateImportPath, estatePath, estatesCsvPath, estatesPath, newEstatePath } from '../paths.ts'
import { type EstateOn, placesOn } from '../places-on.ts'
import { readPlaces } from '../read-places.ts'
import { homeTypes, totalOf } from './estate-rules.ts'
import type { EstatesQuery } from './forms.ts'

const sorts = [
  { value: 'ejer', text: 'Ejer og nummer' },
  { value: 'navn', text: 'Navn' },
  { value: 'boliger', text: 'Flest boliger' },
  { value: 'byggeaar', text: 'Ældste først' },
]

const nowhere = { value: 'uden', text: 'Uden for boligområderne' }

/** The estates as of a day: who owns each, where it lies and what homes it has. */
export function estatesPage(actor: Actor, query: EstatesQuery) {
  const { efter, ...filter } = query
  const { on, asOf, shownDay } = dayFacts(actor, filter.dag, estatesPath)
  const places = readPlaces(actor.database)
  const there = placesOn(places, on)
  const kept = { ...filter, dag: asOf, sorter: filter.sorter === 'ejer' ? '' : filter.sorter }
  const { rows, nextHref, prevHref } = pageOf(chosenEstates(actor, filter), efter, { path: estatesPath, query: kept })
  const mayKeep = mayDo(actor, 'keepEstates')
  const owners = new Map([...there.estates.values()].flatMap(({ owner }) => (owner ? [[owner.slug, owner.name]] : [])))
  return {
    title: 'Afdelinger',
    active: 'boligomraader',
    crumbs: [{ text: 'Afdelinger' }],
    ways: placeTabs('estates'),
    shownDay,
    filters: {
      action: estatesPath,
      label: 'Søg i afdelinger',
      fields: [
        { name: 'q', label: 'Søg i nummer, navn og ejer', kind: 'search', value: filter.q },
        {
          ...{ name: 'ejer', label: 'Ejer', kind: 'select', value: filter.ejer ?? '' },
          options: [anyChoice, ...[...owners].map(([value, text]) => ({ value, text })).sort(byText)],
        },
        {
          ...{ name: 'bydel', label: 'Bydel', kind: 'select', value: filter.bydel ?? '' },
          options: [anyChoice, ...districtChoices(places, on)],
        },
        {
          ...{ name: 'omraade', label: 'Boligområde', kind: 'select', value: filter.omraade },
          options: [
            anyChoice,
            nowhere,
            ...[...there.areas.values()]
              .filter(({ isThere }) => isThere)
              .sort(byName)
              .map(({ slug, name }) => ({ value: slug, text: name })),
          ],
        },
        { name: 'sorter', label: 'Rækkefølge', kind: 'select', value: filter.sorter, options: sorts },
      ],
      more: [
        { name: 'vis', label: 'Vis', kind: 'select', value: filter.vis, options: shownChoices },
        { name: 'dag', label: 'Vis pr. dato', kind: 'date', value: asOf ?? '' },
      ],
      clearHref: isFiltered(filter, actor.today) ? estatesPath : null,
    },
    none: places.estates.length === 0,
    newPath: mayKeep ? newEstatePath : null,
    importPath: mayKeep ? estateImportPath : null,
    rows: rows.map(estate => estateLine(estate, asOf)),
    csvHref: withQuery(estatesCsvPath, kept),
    nextHref,
    prevHref,
  }
}

const byText = (one: { text: string }, other: { text: string }): number => compareDanish(one.text, other.text)

type Filter = Omit<EstatesQuery, 'efter'>

const isFiltered = ({ q, ejer, bydel, omraade, vis, dag }: Filter, today: Day): boolean =>
  Boolean(q || ejer || bydel || omraade || vis) || (dag !== null && dag !== today)

/** Those that the reader asks for, in the order that he or she asks for. */
function chosenEstates(actor: Actor, { q, ejer, bydel, omraade, vis, dag, sorter }: Filter): EstateOn[] {
  const on = dag ?? actor.today
  return [...placesOn(readPlaces(actor.database), on).estates.values()]
    .filter(
      estate =>
        isShown(estate, vis, on) &&
        (ejer === undefined || estate.owner?.slug === ejer) &&
        (bydel === undefined || estate.district?.slug === bydel) &&
        (omraade === '' || (omraade === nowhere.value ? estate.area === null : estate.area?.slug === omraade)) &&
        holdsWords([estate.label, estate.owner?.name, estate.area?.name], q),
    )
    .sort((one, other) => orders[sorter](one, other) || byOwner(one, other) || one.id - other.id)
}

const byOwner = (one: EstateOn, other: EstateOn): number =>
  compareDanish(one.owner?.name ?? '', other.owner?.name ?? '') || compareDanish(one.number, other.number)

const homesIn = ({ homes }: EstateOn): number => (homes ? totalOf(homes) : -1)

const orders: Record<EstatesQuery['sorter'], (one: EstateOn, other: EstateOn) => number> = {
  ejer: byOwner,
  navn: byName,
  boliger: (one, other) => homesIn(other) - homesIn(one),
  byggeaar: (one, other) => (one.built ?? 9999) - (other.built ?? 9999),
}

/** The list as it is filtered, whole: in the columns that it can be read in with again. */
export function estatesCsv(actor: Actor, { efter: _, ...filter }: EstatesQuery): { name: string; content: Buffer } {
  const homes = homeTypes.map(type => homeTypeNames[type].heading)
  const head = [
    'Afdelingsnr.',
    'Navn',
    'Ejer',
    'Bydel',
    ...homes,
    'Byggeår',
    'Registreret fra',
    'Sidste dag',
    'Boligområde',
    'Adresse',
  ]
  const rows = chosenEstates(actor, filter).map(estate => [
    estate.number,
    estate.name,
    estate.owner?.name ?? '',
    estate.district?.name ?? '',
    ...homeTypes.map(type => (estate.homes ? String(estate.homes[type]) : '')),
    estate.built === null ? '' : String(estate.built),
    estate.from,
    estate.to ?? '',
    estate.area?.name ?? '',
    estatePath(estate.slug),
  ])
  return { name: `afdelinger-${filter.dag ?? actor.today}.csv`, content: csvOf(head, rows) }
}
