import { clockTime, type Day, type Instant, longMoment, shortDay } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { renderMarkdown, type SafeHtml } from '../../../../kernel/markdown/markdown.ts'
import { capitalised, listDanish, sentence } from '../../../../kernel/text.ts'
import { kindName, sizeText } from '../../../ground/documents/index.ts'
import type { CaseStandIns } from '../../cases/index.ts'
import { casePath } from '../../cases/paths.ts'
import { withWithdrawn } from '../items/item-numbers.ts'
import { kindLabels } from '../labels.ts'
import { isWritten } from '../meeting/written-procedure.ts'
import { attachmentPath } from '../paths.ts'
import type { AgendaContent, ContentItem, FrozenFollowUp, ItemChange } from './agenda-content.ts'
import { clockTimes, involvementLabels, kindMarks, tasksOf } from './agenda-rules.ts'

/** What of closed items this person may read: nothing, or all but those he or she is recused for. */
export interface Sight {
  readsClosed: boolean
  recused: ReadonlySet<number>
  /** Items that are closed now, whatever the content at hand says. */
  closedNow: ReadonlySet<number>
  /** Items that the meeting moved to the open part. */
  openedNow: ReadonlySet<number>
  /** Titles that stand in for those of closed cases, whatever the content at hand says. */
  cases: CaseStandIns
}

export interface Question {
  itemId: number
  text: string
  person: string
  at: Instant
  answer: string | null
  answeredBy: string | null
}

interface Section {
  heading: string
  html: SafeHtml
}

export interface ItemView {
  id: number
  anchor: string
  number: number
  title: string
  clock: string
  kind: string
  kindMark: string
  closed: boolean
  /** Why the reader sees no more than this; null when everything is shown. */
  hidden: string | null
  change: { text: string; kind: 'info' | 'warning' } | null
  facts: { term: string; text: string; href?: string }[]
  sections: Section[]
  involvements: { organisation: string; status: string; note: string; missing: boolean }[]
  attachments: { href: string; title: string; about: string }[]
  followUps: { text: string; organisation: string; due: string; overdue: boolean }[] | null
  questions: { text: string; asked: string; answer: string | null; answered: string }[]
  /** It was sent and taken off since: the number alone is shown. */
  withdrawn: boolean
  previous: { href: string; text: string } | null
  next: { href: string; text: string } | null
}

/** Whether the item is kept from the reader, and what is said instead. */
export function hiddenText(item: Pick<ContentItem, 'id' | 'closed' | 'closedReason'>, sight: Sight): string | null {
  const closed = isClosed(item, sight)
  if (!closed) return null
  if (sight.recused.has(item.id)) return 'Du er inhabil i dette punkt. Materialet er derfor ikke tilgængeligt for dig.'
  return sight.readsClosed ? null : closedText(item.closedReason)
}

const closedText = (reason: string | null): string =>
  reason ? `Lukket punkt. ${sentence(`Begrundelse: ${reason}`)}` : 'Lukket punkt.'

/** The item's title as the reader sees it: its own, or the one that stands in for it. */
export const shownTitle = (item: ContentItem, sight: Sight): string =>
  hiddenText(item, sight) === null ? item.title : item.publicTitle?.trim() || 'Lukket punkt'

export const isClosed = (item: Pick<ContentItem, 'id' | 'closed'>, sight: Sight): boolean =>
  (item.closed || sight.closedNow.has(item.id)) && !sight.openedNow.has(item.id)

export interface AgendaExtras {
  today: Day
  questions?: readonly Question[]
  /** Those that the reader may see. */
  followUps?: readonly FrozenFollowUp[]
  changes?: readonly ItemChange[]
  /** Numbers that were sent and whose items were taken off. */
  withdrawn?: readonly number[]
}

/** The agenda's items, as one person may read them: nothing of a hidden item leaves this function. */
export function itemViews(content: AgendaContent, sight: Sight, extras: AgendaExtras): ItemView[] {
  const clocks = clockTimes(
    content.meeting.startsAt,
    content.items.map(item => item.plannedMinutes),
  )
  const views = content.items.map((item, index): ItemView => {
    const clock = clocks[index]
    const hidden = hiddenText(item, sight)
    const shown = hidden === null
    // Written out in full: a spread would make each of these large objects property by property.
    return {
      id: item.id,
      anchor: `punkt-${item.position}`,
      number: item.position,
      title: shownTitle(item, sight),
      clock: clock && !isWritten(content.meeting) ? `${clockTime(clock.from)}–${clockTime(clock.to).slice(4)}` : '',
      kind: kindLabels[item.kind],
      kindMark: kindMarks[item.kind],
      closed: isClosed(item, sight),
      hidden,
      change: shown ? changeOf(item, extras.changes) : null,
      facts: shown ? factsOf(item, sight.cases) : [],
      sections: shown ? sectionsOf(item) : [],
      involvements: shown ? item.involvements.map(involvementView) : [],
      attachments: shown ? item.attachments.map(attachmentView) : [],
      followUps: shown && item.standing === 'FOLLOW_UP' ? followUpsOf(extras) : null,
      questions: shown ? (extras.questions ?? []).filter(row => row.itemId === item.id).map(questionView) : [],
      withdrawn: false,
      previous: null,
      next: null,
    }
  })
  for (const [index, view] of views.entries()) {
    view.previous = linkTo(views[index - 1])
    view.next = linkTo(views[index + 1])
  }
  return withWithdrawn(views, (extras.withdrawn ?? []).map(withdrawnView))
}

/** What is said at a number that was sent and is not used any more. */
export const withdrawnText = 'Punktet er taget af dagsordenen, efter at den blev udsendt. Nummeret bruges ikke igen.'

const withdrawnView = (number: number): ItemView => ({
  id: 0,
  anchor: `punkt-${number}`,
  number,
  title: 'Udgår',
  clock: '',
  kind: '',
  kindMark: '',
  closed: false,
  hidden: withdrawnText,
  change: null,
  facts: [],
  sections: [],
  involvements: [],
  attachments: [],
  followUps: null,
  questions: [],
  withdrawn: true,
  previous: null,
  next: null,
})

const involvementView = ({ organisation, status, note }: ContentItem['involvements'][number]) => ({
  organisation,
  status: involvementLabels[status],
  note,
  missing: status === 'MISSING',
})

const attachmentView = ({ id, title, mediaType, size }: ContentItem['attachments'][number]) => ({
  href: attachmentPath(id),
  title,
  about: `${kindName(mediaType)}, ${sizeText(size)}`,
})

const linkTo = (view: ItemView | undefined) => (view ? { href: `#${view.anchor}`, text: `Punkt ${view.number}` } : null)

function changeOf(item: ContentItem, changes: readonly ItemChange[] | undefined): ItemView['change'] {
  const change = changes?.find(one => one.id === item.id)
  if (!change || change.mark === 'same') return null
  return change.mark === 'new'
    ? { text: 'Nyt', kind: 'warning' }
    : { text: `Ændret: ${listDanish(change.fields)}`, kind: 'info' }
}

function factsOf(item: ContentItem, cases: CaseStandIns): ItemView['facts'] {
  const facts: ItemView['facts'] = []
  if (item.caseNumber) {
    const title = cases.get(item.caseNumber) ?? item.caseTitle ?? ''
    facts.push({ term: 'Sag', text: `${item.caseNumber} ${title}`, href: casePath(item.caseNumber) })
  }
  const tasks = tasksOf(item)
  if (tasks.length > 0) facts.push({ term: tasks.length > 1 ? 'Opgaver' : 'Opgave', text: listDanish(tasks) })
  if (item.presenter) facts.push({ term: 'Oplæg', text: item.presenter })
  if (item.guests) facts.push({ term: 'Gæster under punktet', text: item.guests })
  if (item.subjectAreas.length > 0) facts.push({ term: 'Sagsområder', text: listDanish(item.subjectAreas) })
  if (item.closed && item.closedReason) facts.push({ term: 'Lukkegrund', text: capitalised(item.closedReason) })
  if (item.carriedFromId) facts.push({ term: 'Overført fra', text: 'Et tidligere møde' })
  return facts
}

/** In the order that Odense's own agendas have. */
function sectionsOf(item: ContentItem): Section[] {
  const texts: [string, string][] = [
    ['Resumé', item.summary],
    ['Indstilling', item.recommendation],
    ['Sagsfremstilling', item.presentation],
    ['Effekt', item.effect],
    ['Økonomi', item.economy],
  ]
  return texts.flatMap(([heading, text]) => (text ? [{ heading, html: renderMarkdown(text) }] : []))
}

const followUpsOf = ({ followUps, today }: AgendaExtras): ItemView['followUps'] =>
  (followUps ?? []).map(({ text, organisation, dueDay }) => ({
    text,
    organisation,
    due: shortDay(dueDay),
    overdue: isPast(dueDay, today),
  }))

const questionView = ({ text, person, at, answer, answeredBy }: Question) => ({
  text,
  asked: `${person}, ${longMoment(at)}`,
  answer,
  answered: answeredBy ? `Besvaret af ${answeredBy}` : '',
})
