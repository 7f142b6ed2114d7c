import type { Actor, Side } from '../../../../access/actor.ts'
import { cooperationOf } from '../../../../access/cooperation.ts'
import { hasBegun } from '../../../../access/meeting-states.ts'
import { isClosed } from '../../../../access/openness.ts'
import { mayDo } from '../../../../access/policy.ts'
import { rowReader } from '../../../../database/reader.ts'
import { type FormState, formOf } from '../../../../http/forms/forms.ts'
import { clockTime, type Day, type Instant, longDay, timeOf, weekdayOf } from '../../../../kernel/days.ts'
import { notFound } from '../../../../kernel/refusal.ts'
import {
  attendanceLabelsOf,
  bodyOf,
  clockTimes,
  isCalled,
  isWritten,
  kindLabels,
  type MeetingRow,
  meetingCrumbs,
  meetingTabs,
  meetingTitle,
  type Quorum,
  quorumOf,
  roleLabels,
  sentNumbers,
  stateKinds,
  stateLabels,
  underItem,
  whenText,
  withdrawnNumbers,
  withWithdrawn,
} from '../../../meetings/meetings/index.ts'
import { meetingPath } from '../../../meetings/meetings/paths.ts'
import { decisionPath } from '../../decisions/paths.ts'
import { itemNow, minutesUsed, usedText } from '../changes/time-rules.ts'
import { documentOf } from '../document/document-model.ts'
import { loadMinutes } from '../document/load-minutes.ts'
import { closedTitle, minutesFor } from '../document/minutes-content.ts'
import { readerOfSession } from '../document/minutes-reader.ts'
import { outcomeText } from '../labels.ts'
import { changesPath, linePath, screenPath, sessionItemPath, sessionPath } from '../paths.ts'
import { apologiesOpen, attendanceIsOpen, minutesAreOpen } from './session-facts.ts'
import { type AttendanceRow, readSession, type Session, type SessionItem } from './session-queries.ts'
import { isDecided } from './session-rules.ts'
import { sessionWords } from './session-words.ts'

/** The session page: for those who minute to work in, for the group to read along. */
export async function sessionPage(actor: Actor, meetingId: number, form: FormState = formOf()) {
  const session = await readSession(actor.database, meetingId)
  const { meeting } = session
  if (!isCalled(meeting.state)) throw notFound()
  const subject = { body: bodyOf(meeting) }
  const minutes = mayDo(actor, 'minute', subject)
  const path = sessionPath(meeting.id)
  const chairs = mayDo(actor, 'openMeeting', { ...subject, membersChair: session.membersChair })
  return {
    title: `Afvikling: ${meetingTitle(meeting)}`,
    active: 'moeder',
    crumbs: meetingCrumbs(meeting, { text: 'Afvikling' }),
    heading: meetingTitle(meeting),
    when: whenText(meeting),
    place: isWritten(meeting) ? '' : meeting.place,
    words: sessionWords(isWritten(meeting)),
    state: { text: stateLabels[meeting.state], kind: stateKinds[meeting.state] },
    opened: session.openedAt
      ? `${isWritten(meeting) ? 'Behandlingen' : 'Mødet'} blev åbnet ${clockTime(timeOf(session.openedAt))}.`
      : null,
    path,
    tabs: meetingTabs(actor, meeting, 'session'),
    quorum: quorumModel(
      cooperationOf(actor.database).sides,
      quorumOf(session.attendance, session.rules),
      session.meeting,
      session.attendance,
    ),
    form,
    minutes,
    statuses: Object.entries(attendanceLabelsOf(meeting)).map(([value, text]) => ({ value, text })),
    editsAttendance: minutes && attendanceIsOpen(meeting.state),
    unmarked: session.attendance.some(
      row => row.status === null && row.seated && (row.role !== 'SUBSTITUTE' || row.fillsSeat),
    ),
    attendance: session.attendance.filter(isAsked).map(row => attendanceLine(row, session, path)),
    guests: readableGuests(actor, session).map(({ id, name, organisation, position }) => ({
      text: [name, organisation, position === null ? '' : `punkt ${position}`].filter(Boolean).join(', '),
      removeAction: `${path}/gaester/${id}/fjern`,
    })),
    itemOptions: [
      { value: '', text: sessionWords(isWritten(meeting)).whole },
      ...session.items.map(item => ({ value: String(item.id), text: `Punkt ${item.position}` })),
    ],
    items: itemLines(actor, session),
    openAction: chairs && meeting.state === 'CALLED' && mayOpenOn(meeting, actor.today) ? `${path}/aabn` : null,
    opensOn:
      chairs && meeting.state === 'CALLED' && !mayOpenOn(meeting, actor.today)
        ? `Mødet kan åbnes på mødedagen, ${weekdayOf(meeting.day)} den ${longDay(meeting.day)}.`
        : null,
    screenHref: hasBegun(meeting.state) ? screenPath(meeting.id) : null,
    changesHref: minutes && meeting.state === 'IN_SESSION' ? changesPath(meeting.id) : null,
    closeAction: chairs && meeting.state === 'IN_SESSION' ? `${path}/luk` : null,
    apologiesHref:
      apologiesOpen(meeting.state) && isCalledTo(session, actor) ? `${meetingPath(meeting.id)}/afbud` : null,
    reading: minutes ? null : await readingModel(actor, session),
  }
}

/** What those who read along see renewed while the meeting goes on. */
export async function livePart(actor: Actor, meetingId: number) {
  const session = await readSession(actor.database, meetingId)
  if (!isCalled(session.meeting.state)) throw notFound()
  return {
    state: { text: stateLabels[session.meeting.state], kind: stateKinds[session.meeting.state] },
    quorum: quorumModel(
      cooperationOf(actor.database).sides,
      quorumOf(session.attendance, session.rules),
      session.meeting,
      session.attendance,
    ),
    reading: await readingModel(actor, session),
  }
}

async function readingModel(actor: Actor, { meeting, attendance }: Session) {
  const reader = readerOfSession(actor, meeting)
  const written = minutesFor(await loadMinutes(rowReader(actor.database), meeting.id), reader)
  // Until the meeting is open, what its items say is read on the agenda, as it was sent.
  const content = meeting.state === 'CALLED' ? { ...written, items: [], guests: [] } : written
  const open = minutesAreOpen(meeting.state)
  const attends = attendance.some(row => row.personId === actor.personId && row.status === 'PRESENT')
  return {
    document: documentOf(
      content,
      meeting.state === 'CALLED' ? [] : sentNumbers(actor.database, meeting.id),
      cooperationOf(actor.database).sides,
    ),
    live: open ? `${sessionPath(meeting.id)}/live` : null,
    line: linePath(meeting.id),
    statementItems:
      open && attends
        ? content.items
            .filter(item => !item.withheld)
            .map(item => ({ value: String(item.id), text: `Punkt ${item.position}. ${item.title}` }))
        : null,
  }
}

/** A guest of a closed item would tell whoever is recused from it what it is about. */
const readableGuests = (actor: Actor, session: Session) =>
  session.guests.filter(guest => {
    const item = session.items.find(one => one.id === guest.itemId)
    return !item || mayReadSessionItem(actor, session, item)
  })

const isCalledTo = ({ attendance }: Session, actor: Actor): boolean =>
  attendance.some(row => row.personId === actor.personId && row.role !== 'SECRETARY')

/** A substitute is shown when asked to come. */
const isAsked = (row: AttendanceRow): boolean =>
  row.role !== 'SUBSTITUTE' || row.fillsSeat || row.standsInForId !== null || row.status !== null

/** Nobody meets in a written procedure: it is the body that can decide. */
const quorumText = ({ sentence }: Quorum, written: boolean): string =>
  written ? sentence.replace(/^Mødet/, 'Organet') : sentence

/** Before the meeting nobody is present yet: what it takes is told, and nothing is warned about. */
export function quorumModel(
  sideNames: Readonly<Record<Side, string>>,
  quorum: Quorum,
  meeting: Pick<MeetingRow, 'state' | 'form'>,
  attendance: readonly Pick<AttendanceRow, 'status'>[],
) {
  const written = isWritten(meeting)
  // Whoever opens the meeting is registered by that. Until somebody else is, there is nothing to be warned about.
  const begun = meeting.state !== 'CALLED' && (quorum.quorate || attendance.filter(row => row.status).length > 1)
  const sides = (['HOUSING', 'MUNICIPALITY'] as const).filter(side => quorum.bySide[side].needed > 0)
  return {
    sentence: begun
      ? quorumText(quorum, written)
      : `Der er endnu ikke registreret ${written ? 'svar' : 'fremmøde'}. Beslutningsdygtigheden opgøres, når det er sket.`,
    kind: begun ? (quorum.quorate ? 'success' : 'warning') : 'info',
    sides: sides.map(side => {
      const { present, needed } = quorum.bySide[side]
      if (!begun) return `${sideNames[side]}: Der kræves mindst ${needed}.`
      return `${sideNames[side]}: ${present} ${written ? 'har svaret' : 'til stede'}, der kræves mindst ${needed}.`
    }),
  }
}

/** Not before its day; a written procedure begins when it has been sent. */
const mayOpenOn = (meeting: MeetingRow, today: Day): boolean => isWritten(meeting) || today >= meeting.day

function attendanceLine(row: AttendanceRow, session: Session, path: string) {
  const standIn = session.attendance.find(one => one.standsInForId === row.id)
  const details = [
    row.standsInFor ? `Stedfortræder for ${row.standsInFor}` : '',
    standIn ? `Stedfortræder: ${standIn.name}` : '',
    row.arrivedAtItem === null ? '' : `Ankom under punkt ${row.arrivedAtItem}`,
    row.leftAfterItem === null ? '' : `Forlod mødet efter punkt ${row.leftAfterItem}`,
  ]
  return {
    personId: row.personId,
    name: row.name,
    about: [row.title, row.organisation, roleLabels[row.role]?.toLowerCase()].filter(Boolean).join(', '),
    status: row.status,
    statusText: row.status ? (attendanceLabelsOf(session.meeting)[row.status] ?? '') : 'Ikke registreret',
    details: details.filter(Boolean).join('. '),
    // Called before the seat changed hands: stays on the list, and takes no part as a member.
    seatless: !row.seated,
    version: row.version,
    editHref: `${path}/fremmoede/${row.personId}`,
  }
}

/** »12 af 10 minutter brugt«; null where the item has not been begun. */
export const usedOf = ({ spells }: Session, { id, plannedMinutes }: SessionItem, now: Instant): string | null => {
  const used = minutesUsed(spells, id, now)
  return used === null ? null : usedText(used, plannedMinutes)
}

/**
 * Items with the running clock: from the planned start, and once the meeting is open from when it was; with the numbers
 * among them whose items were taken off.
 */
export function itemLines(actor: Actor, session: Session) {
  const { meeting, items, openedAt } = session
  const clock = clockTimes(
    openedAt ? timeOf(openedAt) : meeting.startsAt,
    items.map(item => item.plannedMinutes),
  )
  const lines = items.map((item, index) => {
    const reads = mayReadSessionItem(actor, session, item)
    const title = reads ? item.title : closedTitle(item)
    const outcome = item.outcome ? outcomeText(item.outcome, item.outcomeNote ?? '') : null
    return {
      id: item.id,
      href: reads ? sessionItemPath(meeting.id, item.id) : null,
      number: item.position,
      title,
      heading: `${item.position}. ${title}`,
      kind: kindLabels[item.kindChangedTo ?? item.kind],
      closed: isClosed(item),
      withheld: !reads,
      clock: clock[index] && !isWritten(meeting) ? clockTime(clock[index].from) : '',
      isNow: itemNow(session.spells) === item.id,
      used: usedOf(session, item, actor.at),
      outcome: reads ? outcome : null,
      decided: reads && isDecided(item.outcome),
      notQuorate:
        meeting.state === 'CALLED' || itemQuorum(session, item).quorate ? null : itemQuorum(session, item).sentence,
      decisions: session.decisions
        .filter(decision => reads && decision.itemId === item.id)
        .map(({ number }) => ({ number, href: decisionPath(number) })),
      withdrawn: false as const,
    }
  })
  const gone = withdrawnNumbers(sentNumbers(actor.database, meeting.id), items)
  return withGone(
    lines,
    gone.map(number => ({ number, title: 'Udgår', heading: `${number}. Udgår`, withdrawn: true as const })),
  )
}

/** Numbers that are gone stand where they stood, among items that the meeting may treat in another order. */
function withGone<Line extends { number: number }, Gone extends { number: number }>(
  lines: readonly Line[],
  gone: readonly Gone[],
): (Line | Gone)[] {
  const isMoved = lines.some(({ number }, at) => at > 0 && number < (lines[at - 1]?.number ?? 0))
  return isMoved ? [...lines, ...gone] : withWithdrawn(lines, gone)
}

/** A closed item's own text is withheld from whoever is recused from it, also from who minutes. */
export const mayReadSessionItem = (actor: Actor, session: Session, item: SessionItem): boolean =>
  !isClosed(item) ||
  !session.recusals.some(recusal => recusal.itemId === item.id && recusal.personId === actor.personId)

export const itemQuorum = (session: Session, item: SessionItem): Quorum =>
  quorumOf(session.attendance, session.rules, underItem(item, session.recusals))
