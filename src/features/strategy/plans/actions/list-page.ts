import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { takePage, withQuery } from '../../../../http/pages/paging.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { type Day, day, dayOf, shortDay, writtenDay, yearOf } from '../../../../kernel/days.ts'
import { capitalised, compareDanish, plural } from '../../../../kernel/text.ts'
import { strategyPath } from '../../strategies/paths.ts'
import type { ActionsQuery } from '../forms.ts'
import { actionPath, actionsPath, newPlanPath, planPath, plansPath } from '../paths.ts'
import { responsibleText } from '../plan-kind.ts'
import type { ActionRow } from './actions-sql.ts'
import { actionTags } from './labels.ts'
import { countList, readFilters, readList } from './read-list.ts'

/** The months of a year, by their numbers. */
const monthsOf = (year: number) =>
  Array.from({ length: 12 }, (_, at) => ({
    value: String(at + 1),
    text: capitalised(writtenDay(day(`${year}-${String(at + 1).padStart(2, '0')}-01`), 'MONTH')),
  }))

const shownActions = [
  { value: 'aabne', text: 'Åbne' },
  { value: 'overskredne', text: 'Over fristen' },
  { value: 'gennemfoert', text: 'Gennemført' },
  { value: 'opgivet', text: 'Opgivet' },
  { value: 'mine', text: 'Mine og min organisations' },
]
const parts = [
  { value: 'HOUSING', text: 'Boligorganisationerne' },
  { value: 'MUNICIPALITY', text: 'Kommunen' },
]

/** *Hvad gør vi i år?* The actions of a year, by who answers for them, by area or by month. */
export function actionsPage(actor: Actor, query: ActionsQuery) {
  const year = query.aar ?? yearOf(actor.today)
  const { rows, next } = takePage(readList(actor, query, { year, after: query.efter }), row => ({
    key: row.place,
    id: row.number,
  }))
  const filters = readFilters(actor)
  const options = (kind: string) =>
    filters
      .filter(one => one.kind === kind)
      .map(({ value, text }) => ({ value, text }))
      .toSorted((one, other) => compareDanish(one.text, other.text))
  const { efter, aar, ...filter } = query
  const kept = { ...filter, aar }
  const filtered = Object.entries(filter).some(([name, value]) => name !== 'gruppe' && value)
  return {
    title: `Hvad gør vi i ${year}?`,
    active: 'handlinger',
    crumbs: [{ text: 'Handlinger' }],
    heading: year === yearOf(actor.today) ? 'Hvad gør vi i år?' : `Hvad gør vi i ${year}?`,
    summary: summaryOf(countList(actor, query, year)),
    tabs: [
      { value: '' as const, text: 'Efter ansvarlig' },
      { value: 'omraade' as const, text: 'Efter boligområde' },
      { value: 'maaned' as const, text: 'Efter måned' },
    ].map(({ value, text }) => ({
      text,
      current: query.gruppe === value,
      href: withQuery(actionsPath, { ...kept, gruppe: value }),
    })),
    action: actionsPath,
    group: query.gruppe,
    fields: [
      { name: 'q', label: 'Søg', kind: 'search', value: query.q },
      {
        name: 'aar',
        label: 'År',
        kind: 'select',
        value: query.aar ?? '',
        all: 'I år',
        options: options('aar').toReversed(),
      },
      { name: 'vis', label: 'Vis', kind: 'select', all: 'Alle', value: query.vis, options: shownActions },
    ],
    more: [
      { name: 'part', label: 'Part', kind: 'select', all: 'Alle', value: query.part, options: parts },
      {
        name: 'organisation',
        label: 'Organisation',
        kind: 'select',
        all: 'Alle',
        value: query.organisation ?? '',
        options: options('organisation'),
      },
      {
        name: 'omraade',
        label: 'Boligområde',
        kind: 'select',
        all: 'Alle',
        value: query.omraade ?? '',
        options: options('omraade'),
      },
      {
        name: 'maaned',
        label: 'Måned',
        kind: 'select',
        all: 'Alle',
        value: query.maaned,
        options: monthsOf(year),
      },
      {
        name: 'strategi',
        label: 'Strategi',
        kind: 'select',
        all: 'Alle',
        value: query.strategi,
        options: options('strategi'),
      },
    ],
    clearHref: filtered || query.aar ? withQuery(actionsPath, { gruppe: query.gruppe }) : null,
    csvHref: withQuery(`${actionsPath}/tabel.csv`, kept),
    plansHref: plansPath,
    beginHref: mayDo(actor, 'prepareTexts') ? newPlanPath : null,
    filtered,
    // What is the same for all rows, or stands above them already, is not told at each.
    columns: {
      strategy: new Set(rows.map(({ strategy }) => strategy)).size > 1,
      organisation: query.gruppe !== '',
      area: query.gruppe !== 'omraade',
    },
    groups: grouped(rows, query.gruppe, actor.today),
    nextHref: next ? withQuery(actionsPath, { ...kept, efter: next }) : null,
    prevHref: efter ? withQuery(actionsPath, kept) : null,
  }
}

function summaryOf(counts: ReturnType<typeof countList>): string {
  const sum = (of: typeof counts) => of.reduce((total, { count }) => total + count, 0)
  const all = sum(counts)
  if (all === 0) return ''
  const own = counts.filter(({ carried }) => !carried)
  const told = [
    [sum(own.filter(({ state }) => state === 'DONE')), 'gennemført'],
    [sum(own.filter(({ state }) => state === 'IN_PROGRESS')), 'i gang'],
    [sum(own.filter(({ state }) => state === 'NOT_STARTED')), 'ikke begyndt'],
    [sum(own.filter(({ state }) => state === 'GIVEN_UP')), 'opgivet'],
    [sum(counts.filter(({ carried }) => carried)), 'videreført'],
  ] as const
  const overdue = counts.reduce((total, one) => total + one.overdue, 0)
  return [
    `${plural(all, 'handling', 'handlinger')}: ${told.flatMap(([count, text]) => (count > 0 ? [`${count} ${text}`] : [])).join(', ')}.`,
    overdue > 0 ? `${overdue} er over fristen.` : 'Ingen er over fristen.',
  ].join(' ')
}

/** Rows in their order, under the heading that they stand under. */
function grouped(rows: readonly ActionRow[], by: ActionsQuery['gruppe'], today: Day) {
  const found: { heading: string; rows: ReturnType<typeof lineOf>[] }[] = []
  for (const row of rows) {
    const heading = headingOf(row, by)
    const last = found.at(-1)
    if (last?.heading === heading) last.rows.push(lineOf(row, today))
    else found.push({ heading, rows: [lineOf(row, today)] })
  }
  return found
}

function headingOf(row: ActionRow, by: ActionsQuery['gruppe']): string {
  if (by === 'omraade') return row.area ?? 'Ikke knyttet til et boligområde'
  if (by === 'maaned') return capitalised(writtenDay(row.deadline, 'MONTH'))
  return row.organisation ?? 'Ingen ansvarlig organisation'
}

const lineOf = (row: ActionRow, today: Day) => ({
  title: row.title,
  href: actionPath(row.plan, row.key),
  responsible: responsibleText({
    person: row.person === null ? null : { id: 0, name: row.person },
    organisation: row.organisation === null ? null : { id: 0, name: row.organisation },
  }),
  person: row.person ?? '',
  area: row.area ?? '',
  deadline: shortDay(row.deadline),
  ...actionTags(row, today),
  goal: row.movedTo ?? row.goalName ?? '',
  strategy: row.strategyTitle,
  strategyHref: strategyPath(row.strategy),
  planHref: planPath(row.plan),
})

const head = [
  'År',
  'Strategi',
  'Mål',
  'Handling',
  'Beskrivelse',
  'Part',
  'Ansvarlig organisation',
  'Ansvarlig person',
  'Samarbejdspartnere',
  'Boligområde',
  'Frist',
  'Status',
  'Over fristen',
  'Status fra',
]

/** The same as a table for a spreadsheet, a line an action. */
export function actionsCsv(actor: Actor, query: ActionsQuery): { name: string; content: Buffer } {
  const year = query.aar ?? yearOf(actor.today)
  const lines = readList(actor, query, { year, after: null, limit: 5000 }).map(row => {
    const { tag, late } = actionTags(row, actor.today)
    return [
      String(year),
      row.strategyTitle,
      row.movedTo ?? row.goalName ?? '',
      row.title,
      row.text,
      parts.find(({ value }) => value === row.side)?.text ?? '',
      row.organisation ?? '',
      row.person ?? '',
      row.partners,
      row.area ?? '',
      row.deadline,
      tag.text,
      late ? 'Ja' : 'Nej',
      row.toldAt ? dayOf(row.toldAt) : '',
    ]
  })
  return { name: `handlinger-${year}.csv`, content: csvOf(head, lines) }
}
