import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { pageOf, withQuery } from '../../../../http/pages/paging.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { dayOf, shortDay, yearOf } from '../../../../kernel/days.ts'
import { holdsWords } from '../../../../kernel/match-words.ts'
import { compareDanish, thousands } from '../../../../kernel/text.ts'
import {
  districtChoices,
  homesText,
  homeTypeNames,
  homeTypes,
  readPlaces,
  totalOf,
} from '../../../ground/places/index.ts'
import { districtPath, estatePath } from '../../../ground/places/paths.ts'
import { changeSigns, isToCome } from '../balance/balance-rules.ts'
import { optionsOf } from '../labels.ts'
import { changePath, changesCsvPath, changesPath, newChangePath } from '../paths.ts'
import { active, needTabs } from '../tabs.ts'
import { isLate } from './change-rules.ts'
import type { ChangesQuery } from './forms.ts'
import { changeKinds, changeStates } from './labels.ts'
import { type ChangeRow, readChanges } from './read-changes.ts'

const all = { value: '', text: 'Alle' }
const sorts = [
  { value: 'aar', text: 'År' },
  { value: 'bydel', text: 'Bydel' },
  { value: 'boliger', text: 'Flest boliger' },
]

type Filter = Omit<ChangesQuery, 'efter'>

/** Homes that are planned or go, and what has become of them. */
export function changesPage(actor: Actor, query: ChangesQuery) {
  const { efter, ...filter } = query
  const everything = readChanges(actor.database)
  const kept = { ...filter, sorter: filter.sorter === 'aar' ? '' : filter.sorter }
  const found = chosen(everything, filter, actor)
  const { rows, ...pages } = pageOf(found, efter, { path: changesPath, query: kept })
  const years = [...new Set(everything.map(({ year }) => year))].sort((one, other) => one - other)
  const mayKeep = mayDo(actor, 'keepNeed')
  const { sorter: _, ...narrowed } = filter
  return {
    title: 'Planlagt og nedrevet',
    active,
    crumbs: [{ text: 'Planlagt og nedrevet' }],
    ways: needTabs('changes'),
    newHref: mayKeep ? newChangePath : null,
    filters: {
      ...{ action: changesPath, label: 'Søg i ændringer', submit: 'Søg' },
      clearHref: Object.values(narrowed).some(Boolean) ? changesPath : null,
      fields: [
        { kind: 'search', name: 'q', label: 'Søg i navn, sted og kilde', value: filter.q },
        {
          ...{ kind: 'select', name: 'bydel', label: 'Bydel', value: filter.bydel },
          options: [all, ...districtChoices(readPlaces(actor.database), actor.today)],
        },
        {
          ...{ kind: 'select', name: 'type', label: 'Hvad sker der?', value: filter.type },
          options: [all, ...optionsOf(changeKinds)],
        },
        {
          ...{ kind: 'select', name: 'vis', label: 'Vis', value: filter.vis },
          options: [
            { value: '', text: 'Det, der er på vej' },
            { value: 'alle', text: 'Alle' },
          ],
        },
        { kind: 'select', name: 'sorter', label: 'Rækkefølge', value: filter.sorter, options: sorts },
      ],
      more: [
        {
          ...{ kind: 'select', name: 'status', label: 'Status', value: filter.status },
          options: [all, ...optionsOf(changeStates), { value: 'forsinket', text: 'Året er gået' }],
        },
        {
          ...{ kind: 'select', name: 'aar', label: 'År', value: filter.aar },
          options: [all, ...years.map(year => ({ value: String(year), text: String(year) }))],
        },
      ],
    },
    none: everything.length === 0,
    rows: rows.map(row => lineOf(row, yearOf(actor.today), mayKeep)),
    sum: sumText(found),
    csvHref: withQuery(changesCsvPath, kept),
    ...pages,
  }
}

const orders: Record<Filter['sorter'], (one: ChangeRow, other: ChangeRow) => number> = {
  aar: (one, other) => one.year - other.year || one.id - other.id,
  bydel: (one, other) => compareDanish(one.district, other.district) || one.year - other.year || one.id - other.id,
  boliger: (one, other) => totalOf(other.homes) - totalOf(one.homes) || one.id - other.id,
}

const chosen = (
  rows: readonly ChangeRow[],
  { q, bydel, type, status, aar, vis, sorter }: Filter,
  actor: Actor,
): ChangeRow[] =>
  rows
    .filter(row => {
      const thisYear = yearOf(actor.today)
      if (status === 'forsinket' && !isLate(row, thisYear)) return false
      if (status !== '' && status !== 'forsinket' && row.state !== status) return false
      // A status that is asked for is shown, whether it is still to come or not.
      if (status === '' && vis === '' && !isToCome(row)) return false
      return (
        (bydel === '' || row.districtSlug === bydel) &&
        (type === '' || row.kind === type) &&
        (aar === '' || String(row.year) === aar) &&
        holdsWords([row.name, row.district, row.estate ?? undefined, row.source], q)
      )
    })
    .sort(orders[sorter])

/** »-24«, »120« */
const signed = ({ kind, homes }: ChangeRow): string => {
  const total = thousands(totalOf(homes))
  return changeSigns[kind] < 0 ? `−${total}` : `+${total}`
}

const sumText = (rows: readonly ChangeRow[]): string => {
  const of = (sign: 1 | -1) =>
    rows.filter(({ kind }) => changeSigns[kind] === sign).reduce((sum, { homes }) => sum + totalOf(homes), 0)
  return `Listen omfatter ${thousands(of(1))} boliger, der kommer til, og ${thousands(of(-1))}, der går fra.`
}

const lineOf = (row: ChangeRow, thisYear: number, mayKeep: boolean) => ({
  ...{ year: String(row.year), name: row.name, kind: changeKinds[row.kind], about: row.name },
  place: { text: row.district, href: districtPath(row.districtSlug) },
  estate: row.estate && row.estateSlug ? { text: row.estate, href: estatePath(row.estateSlug) } : '',
  ...{ homes: signed(row), homes_soft: homesText(row.homes) },
  tag: changeStates[row.state],
  late: isLate(row, thisYear) ? { text: 'Året er gået', kind: 'warning' as const } : null,
  ...{ source: row.source, told: `${shortDay(dayOf(row.at))} af ${row.by}` },
  editHref: mayKeep ? changePath(row.id) : '',
})

/** The list as it is filtered, whole. */
export function changesCsv(actor: Actor, { efter: _, ...filter }: ChangesQuery): { name: string; content: Buffer } {
  const head = [
    ...['År', 'Navn', 'Hvad sker der', 'Bydel', 'Afdeling', 'Status', 'Fortegn'],
    ...[...homeTypes.map(type => homeTypeNames[type].heading), 'Boliger i alt', 'Kilde', 'Opdateret'],
  ]
  const lines = chosen(readChanges(actor.database), filter, actor).map(row => [
    ...[String(row.year), row.name, changeKinds[row.kind], row.district, row.estate ?? ''],
    ...[changeStates[row.state].text, changeSigns[row.kind] > 0 ? 'Til' : 'Fra'],
    ...homeTypes.map(type => String(row.homes[type])),
    ...[String(totalOf(row.homes)), row.source, dayOf(row.at)],
  ])
  return { name: `boligaendringer-${actor.today}.csv`, content: csvOf(head, lines) }
}
