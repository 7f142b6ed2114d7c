import type { Actor } from '../../../access/actor.ts'
import { readsClosedOf } from '../../../access/policy.ts'
import { type FormState, formOf } from '../../../http/forms/forms.ts'
import { longMoment } from '../../../kernel/days.ts'
import { capitalised, listDanish } from '../../../kernel/text.ts'
import {
  bodyOf,
  type ItemView,
  isWritten,
  itemViews,
  type MeetingRow,
  meetingCrumbs,
  meetingTabs,
  meetingTitle,
  readableFollowUps,
  readSendings,
  sentNumbers,
  sightOf,
  toMeetingIn,
  whenText,
  withdrawnNumbers,
} from '../meetings/index.ts'
import { agendaPath, itemPath } from '../meetings/paths.ts'
import { notePath, readAllPath, readItemPath } from './paths.ts'
import { type NoteRow, notesAt, readingsOf } from './queries.ts'
import { type ItemStanding, leftToRead, standingOf } from './read-rules.ts'
import { sentAgenda } from './sent-agendas.ts'

/** A note that comes back with what was typed. */
export interface Noting {
  itemId: number
  form: FormState
}

/**
 * What was sent to a meeting, item by item in one flow, with what is the reader's own: what is read, what has changed
 * since, and notes. Null where nothing has been sent.
 */
export function readerPage(actor: Actor, meeting: MeetingRow, noting: Noting | null = null) {
  const db = actor.database
  const agenda = sentAgenda(db, meeting.id)
  if (!agenda) return null
  const { content, sending, changedSince } = agenda
  const body = bodyOf(meeting)
  const inside = readsClosedOf(actor, body)
  const { questions, followUps } = readSendings(db, meeting.id)
  const views = itemViews(content, sightOf(actor, body, meeting.id, null), {
    today: actor.today,
    questions: inside ? questions : [],
    followUps: readableFollowUps(actor, body.id, followUps),
    withdrawn: withdrawnNumbers(sentNumbers(db, meeting.id), content.items),
  })
  const ids = views.filter(view => view.hidden === null).map(({ id }) => id)
  const readings = readingsOf(db, actor.personId, ids)
  const notes = notesAt(db, actor.personId, meeting.id)
  const standing = (id: number) => standingOf(id, readings.get(id), changedSince)
  const left = leftToRead(ids, standing)
  const noteForm = (id: number) => (noting?.itemId === id ? noting.form : formFor(notes.get(id)))
  return {
    title: `Læs dagsordenen: ${meetingTitle(meeting)}`,
    active: 'moeder',
    crumbs: meetingCrumbs(meeting, { text: 'Dagsorden', href: agendaPath(meeting.id) }, { text: 'Læs' }),
    tabs: meetingTabs(actor, meeting, 'agenda'),
    heading: `Dagsorden ${toMeetingIn(meeting)}`,
    when: whenText(meeting),
    place: isWritten(meeting) ? '' : content.meeting.place,
    note: content.meeting.note,
    agendaHref: agendaPath(meeting.id),
    sending,
    progress: progressText(ids.length, left),
    readAllAction: left > 0 ? readAllPath(meeting.id) : null,
    labels: { note: 'Min note' },
    ...Object.fromEntries(ids.map(id => [noteFormName(id), noteForm(id)])),
    items: views.map((view, index) => ({
      ...view,
      own: view.hidden === null ? ownOf(meeting, view, standing(view.id), notes.get(view.id), views[index + 1]) : null,
      noteForm: view.hidden === null ? noteForm(view.id) : null,
      questionsHref:
        inside && view.hidden === null && meeting.state === 'CALLED'
          ? `${itemPath(meeting.id, view.id)}/spoergsmaal`
          : null,
    })),
  }
}

/** Each item has its own form for a note, which the page's model knows by this name. */
export const noteFormName = (itemId: number): string => `note${itemId}`

const formFor = (note: NoteRow | undefined): FormState => formOf({ note: note?.text ?? '' }, note?.version ?? 0)

function ownOf(
  meeting: MeetingRow,
  view: ItemView,
  { state, fields }: ItemStanding,
  note: NoteRow | undefined,
  next: ItemView | undefined,
) {
  return {
    state,
    mark: marks[state],
    changed: fields.length > 0 ? `Ændret, siden du læste punktet: ${listDanish([...fields])}` : marks[state].text,
    readAction: readItemPath(meeting.id, view.id),
    /** Where one goes on, once the item is read. */
    next: next ? next.anchor : '',
    goOn: next ? `Læst, videre til ${next.withdrawn ? 'næste' : `punkt ${next.number}`}` : 'Læst',
    noteAction: notePath(meeting.id, view.id),
    noteShown: Boolean(note?.text),
    noteAbout: note?.text ? capitalised(`gemt den ${longMoment(note.updatedAt)}`) : '',
  }
}

const marks = {
  unread: { text: 'Ulæst', kind: 'neutral' },
  read: { text: 'Læst', kind: 'success' },
  changed: { text: 'Ændret siden sidst', kind: 'warning' },
} as const

const progressText = (items: number, left: number): string => {
  if (items === 0) return 'Der er ingen punkter, du kan læse.'
  return left === 0 ? 'Du har læst hele dagsordenen.' : `Du har læst ${items - left} af ${items} punkter.`
}
