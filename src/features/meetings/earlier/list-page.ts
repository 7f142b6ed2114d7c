import type { Actor } from '../../../access/actor.ts'
import { inSecretariat } from '../../../access/policy.ts'
import { viewOf } from '../../../access/visibility.ts'
import { type Cursor, takePage, withQuery } from '../../../http/pages/paging.ts'
import { csvOf } from '../../../kernel/csv.ts'
import { longDay, shortDay, writtenDay } from '../../../kernel/days.ts'
import { plural } from '../../../kernel/text.ts'
import type { ListQuery } from './forms.ts'
import { kindNames, kindOptions, mark } from './labels.ts'
import { type ListRow, readList, recordYears } from './list-queries.ts'
import { earlierPath, recordPath } from './paths.ts'
import { type RecordRow, recordBodies } from './queries.ts'
import { holdsOn } from './record-rules.ts'
import { recordedFromOf } from './store-record.ts'

const all = { value: '', text: 'Alle' }
const sorts = [
  { value: 'nyeste', text: 'Nyeste først' },
  { value: 'aeldste', text: 'Ældste først' },
  { value: 'registreret', text: 'Sidst registreret' },
]

export function listPage(actor: Actor, query: ListQuery) {
  const { efter, sorter, ...filter } = query
  const mayEnter = inSecretariat(actor, null)
  const found = takePage(readList(actor, { ...filter, sorter, after: efter }), row => cursorOf(row, sorter))
  const kept = { ...filter, sorter: sorter === 'nyeste' ? '' : sorter }
  const from = recordedFromOf(actor)
  return {
    title: mark,
    active: 'beslutninger',
    crumbs: [{ text: mark }],
    heading: mark,
    lead: `Referater, beslutninger og andre dokumenter fra før den ${longDay(from)}, som portalen fører samarbejdets møder fra. De er registreret, som de er. Portalen har ikke kontrolleret dem, og de tæller ikke med blandt møder og beslutninger.`,
    filters: {
      ...filter,
      sorter,
      bodies: [
        all,
        ...recordBodies(actor.database)
          .filter(body => viewOf(actor).readsBody(body))
          .map(({ slug, name }) => ({ value: slug, text: name })),
      ],
      kinds: [all, ...kindOptions],
      years: [all, ...recordYears(actor).map(year => ({ value: year, text: year }))],
      sorts,
      shown: [
        all,
        { value: 'gaelder', text: 'Fælles holdninger, der gælder' },
        ...(mayEnter ? [{ value: 'trukket', text: 'Trukket tilbage' }] : []),
      ],
    },
    filtered: Object.values(filter).some(Boolean),
    mayEnter,
    rows: found.rows.map(row => lineOf(actor, row)),
    csvHref: withQuery(`${earlierPath}.csv`, kept),
    nextHref: found.next ? withQuery(earlierPath, { ...kept, efter: found.next }) : null,
    prevHref: efter ? withQuery(earlierPath, kept) : null,
  }
}

const cursorOf = (row: ListRow, sorter: ListQuery['sorter']): Cursor => ({
  key: sorter === 'registreret' ? '-' : row.day,
  id: row.id,
})

const lineOf = (actor: Actor, row: ListRow) => ({
  href: recordPath(row.id),
  title: row.title,
  date: tableDay(row),
  body: row.bodyName,
  kind: kindNames[row.kind],
  number: row.number,
  files: row.files === 0 ? 'Ingen' : plural(row.files, 'fil', 'filer'),
  closed: row.closed,
  holds: holdsOn(row, actor.today) && row.withdrawnAt === null,
  withdrawn: row.withdrawnAt !== null,
})

/** In a table: »14.03.2011«, »marts 2011« or »2011«: no more than is known. */
const tableDay = ({ day, dayPrecision }: Pick<RecordRow, 'day' | 'dayPrecision'>): string =>
  dayPrecision === 'DAY' ? shortDay(day) : writtenDay(day, dayPrecision)

/** In a sentence: »14. marts 2011«. */
export const dateText = ({ day, dayPrecision }: Pick<RecordRow, 'day' | 'dayPrecision'>): string =>
  writtenDay(day, dayPrecision)

/** What a spreadsheet takes at most: more than any cooperation has. */
const mostLines = 5000

/** The list as it is filtered, whole. */
export function listCsv(actor: Actor, { efter: _, ...filter }: ListQuery): { name: string; content: Buffer } {
  const rows = readList(actor, { ...filter, after: null }, mostLines)
  const head = ['Dato', 'Organ', 'Type', 'Nummer', 'Titel', 'Lukket', 'Gældende fælles holdning', 'Filer', 'Adresse']
  const lines = rows.map(row => [
    writtenDay(row.day, row.dayPrecision),
    row.bodyName,
    kindNames[row.kind],
    row.number,
    row.title,
    row.closed ? 'ja' : 'nej',
    holdsOn(row, actor.today) ? 'ja' : 'nej',
    String(row.files),
    recordPath(row.id),
  ])
  return { name: `foer-portalen-${actor.today}.csv`, content: csvOf(head, lines) }
}
