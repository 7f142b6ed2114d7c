import type { Actor } from '../../../../access/actor.ts'
import { sideName } from '../../../../access/cooperation.ts'
import { mayDo } from '../../../../access/policy.ts'
import { takePage, withQuery } from '../../../../http/pages/paging.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { type Day, daysBetween, longDay, shortDay } from '../../../../kernel/days.ts'
import { inDays } from '../../../../kernel/text.ts'
import { readPlaces } from '../../../ground/places/index.ts'
import { acknowledgeBy } from '../flag-rules.ts'
import { flagStateLabels, isOpenFlag } from '../flag-states.ts'
import type { ListQuery } from '../forms.ts'
import { optionsOf, sourceNames, stateKinds, themeNames, urgencyNames } from '../labels.ts'
import { flagPath, flagsCsvPath, flagsPath, newFlagPath } from '../paths.ts'
import { levelNames, placeChoices, placeOf, placeOfKey } from '../place-ref.ts'
import { type FlagRow, placeSortKey, readList } from '../queries.ts'

const sorts = [
  { value: 'aeldste', text: 'Ældste først' },
  { value: 'nyeste', text: 'Nyeste først' },
  { value: 'sted', text: 'Sted' },
]
const statuses = [
  { value: '', text: 'Åbne' },
  { value: 'alle', text: 'Alle' },
  { value: 'overskredet', text: 'Kvitteringen er forsinket' },
  ...optionsOf(flagStateLabels),
]
const all = { value: '', text: 'Alle' }

/** What has been pointed out: the oldest first, since nothing may lie. */
export function listPage(actor: Actor, query: ListQuery) {
  const { efter, sorter, ...filter } = query
  const found = takePage(readList(actor, { ...filter, sorter, after: efter }), row => ({
    key: sorter === 'sted' ? placeSortKey(row.place) : row.raisedOn,
    id: row.id,
  }))
  const filtered = Object.values(filter).some(Boolean)
  const kept = { ...filter, sorter: sorter === 'aeldste' ? '' : sorter }
  const place = placeOfKey(filter.sted)
  return {
    title: 'Påpegninger',
    active: 'paapegninger',
    crumbs: [{ text: 'Påpegninger' }],
    heading: 'Påpegninger',
    lead: 'Alle hos parterne kan påpege et sted, som andre bør være opmærksomme på. Den anden part kvitterer inden for fem hverdage, og ingen påpegning lukkes uden et udfald.',
    raiseHref: mayDo(actor, 'raiseFlag') ? withQuery(newFlagPath, { sted: filter.sted }) : null,
    filters: {
      action: flagsPath,
      label: 'Søg i påpegninger',
      submit: 'Søg',
      clearHref: filtered ? flagsPath : null,
      fields: [
        { kind: 'search', name: 'q', label: 'Søg i sted, tekst og afsender', value: filter.q },
        { kind: 'select', name: 'status', label: 'Status', value: filter.status, options: statuses },
        { kind: 'select', name: 'tema', label: 'Tema', value: filter.tema, options: [all, ...optionsOf(themeNames)] },
        { kind: 'select', name: 'sorter', label: 'Rækkefølge', value: sorter, options: sorts },
      ],
      more: [
        {
          ...{ kind: 'select', name: 'sted', label: 'Sted', value: filter.sted },
          options: [all, ...placeChoices(readPlaces(actor.database), actor.today, place)],
        },
        {
          ...{ kind: 'select', name: 'part', label: 'Påpeget af', value: filter.part },
          options: [
            all,
            ...(['HOUSING', 'MUNICIPALITY'] as const).map(value => ({ value, text: sideName(actor.database, value) })),
          ],
        },
        { kind: 'select', name: 'hast', label: 'Hast', value: filter.hast, options: [all, ...optionsOf(urgencyNames)] },
      ],
    },
    filtered,
    allHref: withQuery(flagsPath, { status: 'alle' }),
    rows: found.rows.map(row => lineOf(row, actor.today)),
    csvHref: withQuery(flagsCsvPath, kept),
    nextHref: found.next ? withQuery(flagsPath, { ...kept, efter: found.next }) : null,
    prevHref: efter ? withQuery(flagsPath, kept) : null,
  }
}

export const tagOf = (row: Pick<FlagRow, 'state'>) => ({
  text: flagStateLabels[row.state],
  kind: stateKinds[row.state],
})

/** What must be said of it before anything else. */
export function alarmOf(row: Pick<FlagRow, 'state' | 'raisedOn'>, today: Day) {
  return row.state === 'NEW' && acknowledgeBy(row.raisedOn) < today
    ? { text: 'Kvitteringen er forsinket', kind: 'danger' as const }
    : null
}

/** What is next, and by when. */
export function nextText(row: Pick<FlagRow, 'state' | 'raisedOn' | 'until' | 'joinedTo'>): string {
  if (row.state === 'NEW') return `Kvitteres senest den ${longDay(acknowledgeBy(row.raisedOn))}`
  if (row.state === 'FOLLOWED' && row.until) return `Til den ${longDay(row.until)}`
  if (row.state === 'RETURNED' && row.until) return `Skulle tages op den ${longDay(row.until)}`
  return row.state === 'JOINED' && row.joinedTo ? `Samlet med ${row.joinedTo}` : ''
}

const lineOf = (row: FlagRow, today: Day) => ({
  place: row.place,
  href: flagPath(row.number),
  level: `${levelNames[placeOf(row).level]}, påpegning ${row.number}`,
  theme: themeNames[row.theme],
  urgent:
    row.urgency === 'NORMAL'
      ? null
      : { text: urgencyNames[row.urgency], kind: row.urgency === 'URGENT' ? 'danger' : 'warning' },
  organisation: row.organisation,
  source: sourceNames[row.source],
  raised: shortDay(row.raisedOn),
  age: isOpenFlag(row.state) ? inDays(daysBetween(today, row.raisedOn)) : '',
  tag: tagOf(row),
  alarm: alarmOf(row, today),
  next: nextText(row),
})

/** What a spreadsheet takes at most: more than any cooperation has. */
const mostLines = 5000

/** The list as it is filtered, whole. */
export function listCsv(actor: Actor, { efter: _, ...filter }: ListQuery): { name: string; content: Buffer } {
  const head = [
    ...[
      'Nummer',
      'Niveau',
      'Sted',
      'Tema',
      'Set',
      'Kilde',
      'Hast',
      'Begrundelse',
      'Organisation',
      'Påpeget',
      'Kvitteres senest',
    ],
    ...['Status', 'Følges til', 'Samlet med', 'Adresse'],
  ]
  const lines = readList(actor, { ...filter, after: null }, mostLines).map(row => [
    ...[
      row.number,
      levelNames[placeOf(row).level],
      row.place,
      themeNames[row.theme],
      row.seenOn,
      sourceNames[row.source],
    ],
    ...[urgencyNames[row.urgency], row.reason, row.organisation, row.raisedOn, acknowledgeBy(row.raisedOn)],
    ...[flagStateLabels[row.state], row.state === 'FOLLOWED' || row.state === 'RETURNED' ? (row.until ?? '') : ''],
    ...[row.joinedTo ?? '', flagPath(row.number)],
  ])
  return { name: `paapegninger-${actor.today}.csv`, content: csvOf(head, lines) }
}

/** The list, narrowed to a place. */
export const listOfPlace = (key: string): string => withQuery(flagsPath, { sted: key, status: 'alle' })
