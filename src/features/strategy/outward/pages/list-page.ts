import type { Actor } from '../../../../access/actor.ts'
import { mayDo } from '../../../../access/policy.ts'
import { takePage, withQuery } from '../../../../http/pages/paging.ts'
import { csvOf } from '../../../../kernel/csv.ts'
import { daysBetween, longDay, shortDay } from '../../../../kernel/days.ts'
import { capitalised, inDays } from '../../../../kernel/text.ts'
import type { ListQuery } from '../forms.ts'
import { outwardStateKinds, stepNames } from '../labels.ts'
import { outwardKinds } from '../letter/letter-content.ts'
import { isOnItsWay, outwardStateLabels } from '../outward-states.ts'
import { newOutwardPath, outwardCsvPath, outwardListPath, outwardPath } from '../paths.ts'
import { type Calendar, nextStepOf, readCalendar, standingOf } from '../plan/read-plan.ts'
import { type OutwardRow, readAddressees, readList, readOnTheirWay, titleKey } from '../queries.ts'

/** Statements under way that are shown above the list: more are never under way at once. */
const mostUrgent = 20

const sorts = [
  { value: 'frist', text: 'Seneste frist først' },
  { value: 'modtaget', text: 'Sidst modtaget først' },
  { value: 'titel', text: 'Emne' },
]
const all = { value: '', text: 'Alle' }
const statuses = [
  all,
  ...Object.entries(outwardStateLabels).map(([value, text]) => ({ value, text })),
  { value: 'overskredet', text: 'Fristen er overskredet' },
]
const kinds = [all, ...Object.entries(outwardKinds).map(([value, text]) => ({ value, text }))]

/** What the parties are asked, and say: what is urgent first, then all of it. */
export function listPage(actor: Actor, query: ListQuery) {
  const { efter, sorter, ...filter } = query
  const found = takePage(readList(actor, { ...filter, sorter, after: efter }), row => ({
    key: keyOf(row, sorter),
    id: row.id,
  }))
  const filtered = Object.values(filter).some(Boolean)
  const calendar = readCalendar(actor)
  const kept = { ...filter, sorter: sorter === 'frist' ? '' : sorter }
  const mayBegin = mayDo(actor, 'prepareTexts')
  return {
    title: 'Udtalelser udadtil',
    active: 'udtalelser',
    crumbs: [{ text: 'Udtalelser udadtil' }],
    heading: 'Udtalelser udadtil',
    lead: 'Høringssvar og henvendelser, som parterne sender i fællesskab. Et brev sendes først, når fælles boligstrategisk gruppe har vedtaget det.',
    filters: {
      ...filter,
      sorter,
      statuses,
      kinds,
      addressees: [all, ...readAddressees(actor).map(text => ({ value: text, text }))],
      sorts,
    },
    filtered,
    mayBegin,
    beginHref: newOutwardPath,
    urgent: filtered || efter ? [] : readOnTheirWay(actor, mostUrgent).map(row => urgentLine(actor, row, calendar)),
    rows: found.rows.map(row => lineOf(actor, row, calendar)),
    csvHref: withQuery(outwardCsvPath, kept),
    nextHref: found.next ? withQuery(outwardListPath, { ...kept, efter: found.next }) : null,
    prevHref: efter ? withQuery(outwardListPath, kept) : null,
  }
}

const keyOf = (row: OutwardRow, sorter: ListQuery['sorter']): string =>
  sorter === 'titel' ? titleKey(row.title) : sorter === 'modtaget' ? row.receivedOn : row.deadline

/** What must be said of it before anything else: that its day has passed, or cannot be reached. */
export function alarmOf(standing: ReturnType<typeof standingOf>) {
  if (standing.overdue) return { text: 'Fristen er overskredet', kind: 'danger' as const }
  return standing.outOfReach ? { text: 'Kan ikke nås', kind: 'danger' as const } : null
}

function urgentLine(actor: Actor, row: OutwardRow, calendar: Calendar) {
  const standing = standingOf(row, calendar, actor.today)
  const next = nextStepOf(standing)
  return {
    title: row.title,
    href: outwardPath(row.slug),
    addressee: `${outwardKinds[row.kind]} til ${row.addressee}`,
    deadline: shortDay(row.deadline),
    left: capitalised(inDays(daysBetween(actor.today, row.deadline))),
    next: next ? stepNames[next.step] : '',
    by: next?.day ? `Senest den ${longDay(next.day)}` : '',
    alarm: alarmOf(standing),
  }
}

function lineOf(actor: Actor, row: OutwardRow, calendar: Calendar) {
  return {
    title: row.title,
    href: outwardPath(row.slug),
    kind: outwardKinds[row.kind],
    addressee: row.addressee,
    deadline: shortDay(row.deadline),
    tag: { text: outwardStateLabels[row.state], kind: outwardStateKinds[row.state] },
    alarm: isOnItsWay(row.state) ? alarmOf(standingOf(row, calendar, actor.today)) : null,
    sent: row.sentOn ? `Sendt ${shortDay(row.sentOn)}` : '',
  }
}

/** What a spreadsheet takes at most: more than any cooperation has. */
const mostLines = 5000

/** The list as it is filtered, whole. */
export function listCsv(actor: Actor, { efter: _, ...filter }: ListQuery): { name: string; content: Buffer } {
  const calendar = readCalendar(actor)
  const rows = readList(actor, { ...filter, after: null }, mostLines)
  const head = [
    'Emne',
    'Type',
    'Modtager',
    'Journalnummer',
    'Modtaget',
    'Frist',
    'Status',
    'Bemærkning',
    'Sendt',
    'Svar modtaget',
    'Ansvarlig',
    'Adresse',
  ]
  const lines = rows.map(row => [
    row.title,
    outwardKinds[row.kind],
    row.addressee,
    row.reference,
    row.receivedOn,
    row.deadline,
    outwardStateLabels[row.state],
    alarmOf(standingOf(row, calendar, actor.today))?.text ?? '',
    row.sentOn ?? '',
    row.answeredOn ?? '',
    row.lead,
    outwardPath(row.slug),
  ])
  return { name: `udtalelser-${actor.today}.csv`, content: csvOf(head, lines) }
}
