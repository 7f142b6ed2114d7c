import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { pageOf, withQuery } from '../../../../http/pages/paging.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { dayOf, shortDay } from '../../../../kernel/days.ts'
import { holdsWords } from '../../../../kernel/match-words.ts'
import { kronerInText, plainKroner } from '../../../../kernel/money.ts'
import { compareDanish, counted, plural, thousands } from '../../../../kernel/text.ts'
import { districtChoices, homeTypeNames, homeTypes, readPlaces } from '../../../ground/places/index.ts'
import { estatePath } from '../../../ground/places/paths.ts'
import { optionsOf } from '../labels.ts'
import { newVacancyPath, vacanciesCsvPath, vacanciesPath, vacancyImportPath, vacancyPath } from '../paths.ts'
import { active, needTabs } from '../tabs.ts'
import type { VacanciesQuery } from './forms.ts'
import { causeNames } from './labels.ts'
import { countedYears, readVacancies, sumOfVacancies, type VacancyRow } from './read-vacancies.ts'

const all = { value: '', text: 'Alle' }
const sorts = [
  { value: 'ledige', text: 'Flest ledige' },
  { value: 'tab', text: 'Største huslejetab' },
  { value: 'afdeling', text: 'Afdeling' },
]

type Filter = Omit<VacanciesQuery, 'efter'>

/** The yearly count of homes that nobody lives in: where, how many, what it cost, and why. */
export function vacanciesPage(actor: Actor, query: VacanciesQuery) {
  const { efter, ...filter } = query
  const years = countedYears(actor.database)
  const kept = { ...filter, sorter: filter.sorter === 'ledige' ? '' : filter.sorter }
  const found = chosen(actor, filter, years)
  const { rows, ...pages } = pageOf(found, efter, { path: vacanciesPath, query: kept })
  const year = yearOfFilter(filter, years)
  const mayKeep = mayDo(actor, 'keepNeed')
  const { sorter: _, ...narrowed } = filter
  const title = year === null ? 'Ledige boliger' : `Ledige boliger i ${year}`
  return {
    title,
    active,
    crumbs: [{ text: 'Ledige boliger' }],
    ways: needTabs('vacancies'),
    heading: title,
    newHref: mayKeep ? newVacancyPath : null,
    importHref: mayKeep ? vacancyImportPath : null,
    filters: {
      ...{ action: vacanciesPath, label: 'Søg i ledige boliger', submit: 'Søg' },
      clearHref: Object.values(narrowed).some(Boolean) ? vacanciesPath : null,
      fields: [
        { kind: 'search', name: 'q', label: 'Søg i afdeling, ejer og tiltag', value: filter.q },
        {
          ...{ kind: 'select', name: 'aar', label: 'År', value: filter.aar || String(year ?? '') },
          options: [
            ...years.map(one => ({ value: String(one), text: String(one) })),
            { value: 'alle', text: 'Alle år' },
          ],
        },
        {
          ...{ kind: 'select', name: 'bydel', label: 'Bydel', value: filter.bydel },
          options: [all, ...districtChoices(readPlaces(actor.database), actor.today)],
        },
        {
          ...{ kind: 'select', name: 'aarsag', label: 'Årsag', value: filter.aarsag },
          options: [all, ...optionsOf(causeNames)],
        },
        { kind: 'select', name: 'sorter', label: 'Rækkefølge', value: filter.sorter, options: sorts },
      ],
      more: [
        {
          ...{ kind: 'select', name: 'type', label: 'Boligtype', value: filter.type },
          options: [all, ...homeTypes.map(type => ({ value: type, text: homeTypeNames[type].heading }))],
        },
      ],
    },
    none: years.length === 0,
    manyYears: year === null,
    rows: rows.map(row => lineOf(row, mayKeep)),
    sum: sumText(found),
    causes: causeLines(found),
    csvHref: withQuery(vacanciesCsvPath, kept),
    ...pages,
  }
}

const yearOfFilter = ({ aar }: Filter, years: readonly number[]): number | null =>
  aar === 'alle' ? null : aar === '' ? (years[0] ?? null) : Number(aar)

const orders: Record<Filter['sorter'], (one: VacancyRow, other: VacancyRow) => number> = {
  ledige: (one, other) => other.vacant - one.vacant || one.id - other.id,
  tab: (one, other) => (other.rentLoss ?? -1) - (one.rentLoss ?? -1) || one.id - other.id,
  afdeling: (one, other) => compareDanish(one.estate, other.estate) || other.year - one.year || one.id - other.id,
}

const chosen = (actor: Actor, filter: Filter, years: readonly number[]): VacancyRow[] =>
  readVacancies(actor, yearOfFilter(filter, years))
    .filter(
      row =>
        (filter.bydel === '' || row.districtSlug === filter.bydel) &&
        (filter.type === '' || row.type === filter.type) &&
        (filter.aarsag === '' || row.cause === filter.aarsag) &&
        holdsWords([row.estateNumber, row.estate, row.owner, row.district, row.measures, row.source], filter.q),
    )
    .sort(orders[filter.sorter])

function sumText(rows: readonly VacancyRow[]): string {
  const { vacant, loss, homes, estates } = sumOfVacancies(rows)
  const share = homes > 0 && vacant <= homes ? ` af ${thousands(homes)}` : ''
  return `${counted(vacant, 'ledig bolig', 'ledige boliger')}${share} i ${plural(estates, 'afdeling', 'afdelinger')}. Huslejetabet er ${kronerInText(loss)} i alt, så vidt det er oplyst.`
}

/** What stands empty, cause by cause: the most first. */
function causeLines(rows: readonly VacancyRow[]) {
  const named = rows.filter(({ cause }) => cause !== '')
  return Object.entries(causeNames)
    .map(([key, cause]) => ({ cause, ...sumOfVacancies(named.filter(row => row.cause === key)) }))
    .filter(({ vacant }) => vacant > 0)
    .sort((one, other) => other.vacant - one.vacant)
    .map(({ cause, vacant, loss, estates }) => ({
      ...{ cause, vacant: thousands(vacant), loss: kronerInText(loss) },
      estates: plural(estates, 'afdeling', 'afdelinger'),
    }))
}

const lineOf = (row: VacancyRow, mayKeep: boolean) => ({
  ...{ estate: `${row.estateNumber} ${row.estate}`, href: estatePath(row.estateSlug), owner: row.owner },
  ...{ district: row.district, year: String(row.year), type: homeTypeNames[row.type].heading },
  vacant: thousands(row.vacant),
  of: row.homes === null ? '' : `af ${thousands(row.homes)}`,
  loss: row.rentLoss === null ? '' : kronerInText(row.rentLoss),
  cause: row.cause === '' ? '' : causeNames[row.cause],
  measures: row.measures,
  ...{ source: row.source, told: `${shortDay(dayOf(row.at))} af ${row.by}` },
  corrected: row.version > 1 ? { text: 'Rettet', kind: 'neutral' as const } : null,
  editHref: mayKeep ? vacancyPath(row.id) : '',
  about: `${row.estate}, ${row.year}`,
})

/** The list as it is filtered, whole; it is read as it is when it is loaded again. */
export function vacanciesCsv(actor: Actor, { efter: _, ...filter }: VacanciesQuery): { name: string; content: Buffer } {
  const head = [
    ...['År', 'Ejer', 'Afdelingsnr.', 'Afdeling', 'Bydel', 'Boligtype', 'Boliger', 'Ledige boliger', 'Huslejetab'],
    ...['Årsag til ledighed', 'Tiltag', 'Kilde', 'Opdateret'],
  ]
  const lines = chosen(actor, filter, countedYears(actor.database)).map(row => [
    ...[String(row.year), row.owner, row.estateNumber, row.estate, row.district, homeTypeNames[row.type].heading],
    ...[row.homes === null ? '' : String(row.homes), String(row.vacant)],
    ...[row.rentLoss === null ? '' : plainKroner(row.rentLoss), row.cause === '' ? '' : causeNames[row.cause]],
    ...[row.measures, row.source, dayOf(row.at)],
  ])
  return { name: `ledige-boliger-${actor.today}.csv`, content: csvOf(head, lines) }
}
