import type { Actor, BodyKind, Side } from '../../../access/actor.ts'
import { agendaIsOpenSql } from '../../../access/meeting-states.ts'
import { type View, viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { inSteps } from '../../../database/in-steps.ts'
import { ofOneState } from '../../../database/one-state.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { untilCommit } from '../../../database/until-commit.ts'
import { type Cursor, cursorRow, pageSize } from '../../../http/pages/paging.ts'
import type { Day } from '../../../kernel/days.ts'
import { isOnSql } from '../../../kernel/periods.ts'
import { rulesInForceSql } from '../../ground/bodies/index.ts'
import { likeText, sentItems } from '../cases/index.ts'
import { type MeetingRow, meetingRow, meetingText } from './agenda/load-agenda.ts'
import type { roleLabels } from './labels.ts'
import { type MeetingState, stateOnDaySql } from './steps/meeting-states.ts'
import type { Step } from './steps/meeting-steps.ts'

const meetingListRow = rowsOf({
  id: column.number,
  number: column.text,
  form: column.oneOf<MeetingRow['form']>(),
  day: column.day,
  startsAt: column.text,
  endsAt: column.text,
  place: column.text,
  state: column.oneOf<MeetingState>(),
  bodyName: column.text,
  bodySide: column.orNull(column.oneOf<Side>()),
  /** The side whose sign-off of the agenda stands. */
  signedBy: column.orNull(column.oneOf<Side>()),
})
export type MeetingListRow = RowOf<typeof meetingListRow>

export interface MeetingFilter {
  body: string
  year: string
  state: MeetingState | ''
  q: string
  after: Cursor | null
}

/** So many are looked through in one turn, each with its items' titles. */
const stepSize = 300

/**
 * Newest first, one more than a page holds. The state is the day's, also in the filter. What is typed, and a state, are
 * looked for in steps.
 */
export function listMeetings(
  db: Database,
  view: View,
  today: Day,
  filter: MeetingFilter,
): MeetingListRow[] | Promise<MeetingListRow[]> {
  const sent = sentItems(view)
  const where = [view.meetings('m')]
  const values: (string | number)[] = [today]
  if (filter.body) {
    where.push('b.slug = ?')
    values.push(filter.body)
  }
  if (filter.year) {
    where.push('m.day >= ? AND m.day < ?')
    values.push(`${filter.year}-01-01`, `${Number(filter.year) + 1}-01-01`)
  }
  if (filter.state) {
    where.push(`${stateOnDaySql('m')} = ?`)
    values.push(today, filter.state)
  }
  if (filter.q) {
    where.push(`(fold(m.number) LIKE ? ESCAPE '\\' OR fold(m.place) LIKE ? ESCAPE '\\' OR fold(m.note) LIKE ? ESCAPE '\\' OR fold(b.name) LIKE ? ESCAPE '\\'
      OR (${view.agendas('m')} AND EXISTS (SELECT 1 FROM AgendaItem i
          LEFT JOIN Treatment t ON t.itemId = i.id WHERE i.meetingId = m.id
          AND ${sent.onAgenda('m', 'i')} AND ${view.itemTexts('m', 'i', 't')}
          AND fold(${sent.field('m', 'i', 'title')}) LIKE ? ESCAPE '\\')))`)
    const like = likeText(filter.q)
    values.push(like, like, like, like, like)
  }
  const rows = (after: Cursor | null, end: Cursor | null) =>
    db.sql.all(
      meetingListRow,
      `SELECT m.id, m.number, m.form, m.day, m.startsAt, m.endsAt, m.place, ${stateOnDaySql('m')} AS state,
              b.name AS bodyName, b.side AS bodySide,
              (SELECT MAX(s.side) FROM SignOff s WHERE s.meetingId = m.id AND s.content = 'AGENDA' AND s.voidedAt IS NULL) AS signedBy
       FROM Meeting m JOIN Body b ON b.id = m.bodyId WHERE ${[...where, ...between(after, end)].join(' AND ')}
       ORDER BY m.day DESC, m.startsAt DESC, m.id DESC LIMIT ${pageSize + 1}`,
      ...values,
      ...keysOf(after, end),
    )
  if (!filter.q && !filter.state) return rows(filter.after, null)
  const end = (after: Cursor | null) =>
    db.sql.get(
      cursorRow,
      `SELECT m.day || ' ' || m.startsAt AS key, m.id FROM Meeting m ${after ? `WHERE ${between(after, null)}` : ''}
       ORDER BY m.day DESC, m.startsAt DESC, m.id DESC LIMIT 1 OFFSET ${stepSize - 1}`,
      ...keysOf(after, null),
    ) ?? null
  return ofOneState(db, pause => inSteps(pageSize + 1, filter.after, { end, rows }, pause))
}

/** The key is the day and the hour; an older one is a day alone. */
const between = (after: Cursor | null, end: Cursor | null): string[] => [
  ...(after ? ['m.day <= ? AND (m.day, m.startsAt, m.id) < (?, ?, ?)'] : []),
  ...(end ? ['m.day >= ? AND (m.day, m.startsAt, m.id) >= (?, ?, ?)'] : []),
]
const keysOf = (...keys: (Cursor | null)[]): (string | number)[] =>
  keys.flatMap(key => {
    if (!key) return []
    const [day = '', startsAt = ''] = key.key.split(' ')
    return [day, day, startsAt, key.id]
  })

const bodyChoiceRow = rowsOf({
  id: column.number,
  slug: column.text,
  name: column.text,
  kind: column.oneOf<BodyKind>(),
  side: column.orNull(column.oneOf<Side>()),
})
export type BodyChoice = RowOf<typeof bodyChoiceRow>

/** The bodies that meet in the portal, in the order of the agreement: the joint group first. */
export const meetingBodies = (db: Database): BodyChoice[] =>
  db.sql.all(
    bodyChoiceRow,
    `SELECT id, slug, name, kind, side FROM Body WHERE kind <> 'DECIDING_BODY'
     ORDER BY CASE kind WHEN 'JOINT_GROUP' THEN 1 WHEN 'STRATEGY_GROUP' THEN 2 ELSE 3 END, id`,
  )

const allowedRow = rowsOf({ id: column.number, allowed: column.orNull(column.flag) })

/** Which of the bodies may treat matters in writing, by the rules of procedure in force on the day. */
export const writtenAllowed = (
  db: Database,
  bodies: readonly { id: number; name: string }[],
  on: Day,
): { name: string; allowed: boolean }[] => {
  const rows = db.sql.all(
    allowedRow,
    `SELECT b.id, r.writtenProcedureAllowed AS allowed
     FROM Body b LEFT JOIN RulesOfProcedure r ON r.id = ${rulesInForceSql('b.id', '?')} WHERE b.kind <> 'DECIDING_BODY'`,
    on,
  )
  const allowing = new Set(rows.filter(row => row.allowed).map(row => row.id))
  return bodies.map(({ id, name }) => ({ name, allowed: allowing.has(id) }))
}

const yearsRow = rowsOf({ first: column.orNull(column.day), last: column.orNull(column.day) })

/** Years from the first meeting to the last, newest first. */
export function meetingYears(db: Database): number[] {
  const row = db.sql.get(
    yearsRow,
    `SELECT (SELECT MIN(day) FROM Meeting) AS first, (SELECT MAX(day) FROM Meeting) AS last`,
  )
  if (!row?.first || !row.last) return []
  const [first, last] = [Number(row.first.slice(0, 4)), Number(row.last.slice(0, 4))]
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}

const stepRow = rowsOf({
  kind: column.oneOf<Step>(),
  at: column.moment,
  reason: column.orNull(column.text),
  person: column.orNull(column.text),
})
export type StepRow = RowOf<typeof stepRow>

export const meetingSteps = (db: Database, meetingId: number): StepRow[] =>
  db.sql.all(
    stepRow,
    `SELECT s.kind, s.at, s.reason, p.name AS person FROM MeetingStep s LEFT JOIN Person p ON p.id = s.personId
     WHERE s.meetingId = ? ORDER BY s.id`,
    meetingId,
  )

const versionRow = rowsOf({
  number: column.number,
  sentAt: column.moment,
  recipients: column.number,
  lateReason: column.orNull(column.text),
  hash: column.text,
  sentBy: column.orNull(column.text),
})
export type VersionRow = RowOf<typeof versionRow>

export const agendaVersions = (db: Database, meetingId: number): VersionRow[] =>
  db.sql.all(
    versionRow,
    `SELECT v.number, v.sentAt, v.recipients, v.lateReason, v.hash, p.name AS sentBy
     FROM AgendaVersion v LEFT JOIN Person p ON p.id = v.sentById WHERE v.meetingId = ? ORDER BY v.number`,
    meetingId,
  )

const contentRow = rowsOf({ content: column.text })

const content2Row = rowsOf({ content: column.text })

/** The frozen text of one sending; the latest when no number is given. */
export const agendaVersionText = (db: Database, meetingId: number, number: number | null): string | null =>
  (number === null
    ? db.sql.get(
        contentRow,
        'SELECT content FROM AgendaVersion WHERE meetingId = ? ORDER BY number DESC LIMIT 1',
        meetingId,
      )
    : db.sql.get(content2Row, 'SELECT content FROM AgendaVersion WHERE meetingId = ? AND number = ?', meetingId, number)
  )?.content ?? null

const calledRow = rowsOf({
  name: column.text,
  title: column.orNull(column.text),
  role: column.oneOf<keyof typeof roleLabels>(),
  organisation: column.text,
  side: column.orNull(column.oneOf<'HOUSING' | 'MUNICIPALITY'>()),
  status: column.orNull(column.text),
  seated: column.flag,
})
export type CalledRow = RowOf<typeof calledRow>

export const calledPeople = (db: Database, meetingId: number): CalledRow[] =>
  db.sql.all(
    calledRow,
    `SELECT a.name, a.title, a.role, a.organisation, a.side, a.status,
            EXISTS (SELECT 1 FROM Seat s WHERE s.bodyId = m.bodyId AND s.personId = a.personId
                    AND ${isOnSql('s', 'm.day')}) AS seated
     FROM Attendance a JOIN Meeting m ON m.id = a.meetingId WHERE a.meetingId = ? ORDER BY a.id`,
    meetingId,
  )

const waitingItemColumns = {
  id: column.number,
  position: column.number,
  title: column.text,
}
const waitingItemRow = rowsOf(waitingItemColumns)
export type WaitingItem = RowOf<typeof waitingItemRow>

/**
 * Items that were postponed or not reached, or whose meeting was cancelled, and that no meeting has taken over; without
 * those that are withheld from the person.
 */
export const itemsToCarry = (actor: Actor, meetingId: number): WaitingItem[] =>
  actor.database.sql.all(
    waitingItemRow,
    `SELECT i.id, i.position, i.title FROM AgendaItem i JOIN LeftOverItem w ON w.itemId = i.id
     JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.meetingId = ? AND ${viewOf(actor).itemTexts('m', 'i', 't')}
     ORDER BY i.position`,
    meetingId,
  )

const bodysItemRow = rowsOf({ ...waitingItemColumns, meetingId: column.number, day: column.day })

/** The same of all the body's earlier meetings: what the next agenda may take over, the longest waiting first. */
export const bodysItemsToCarry = (
  actor: Actor,
  meeting: { id: number; bodyId: number; day: Day },
): RowOf<typeof bodysItemRow>[] =>
  actor.database.sql.all(
    bodysItemRow,
    `SELECT i.id, i.position, i.title, m.id AS meetingId, m.day
     FROM LeftOverItem w CROSS JOIN AgendaItem i ON i.id = w.itemId CROSS JOIN Meeting m ON m.id = i.meetingId
     LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE m.bodyId = ? AND m.id <> ? AND m.day <= ? AND ${viewOf(actor).itemTexts('m', 'i', 't')}
     ORDER BY m.day, i.position LIMIT 50`,
    meeting.bodyId,
    meeting.id,
    meeting.day,
  )

const meetingChoiceRow = rowsOf({
  id: column.number,
  number: column.text,
  day: column.day,
  startsAt: column.text,
  bodyId: column.number,
})
export type MeetingChoice = RowOf<typeof meetingChoiceRow>

/** Meetings of a body whose agenda is open, the next first. */
export const openMeetings = (db: Database, bodyId: number, from: Day): MeetingChoice[] =>
  db.sql.all(
    meetingChoiceRow,
    `SELECT m.id, m.number, m.day, m.startsAt, m.bodyId FROM Meeting m
     WHERE m.bodyId = ? AND m.day >= ? AND ${agendaIsOpenSql('m.state')}
     ORDER BY m.day, m.startsAt, m.id LIMIT 20`,
    bodyId,
    from,
  )

/** A meeting's row for its pages; null when there is none. */
export const findMeeting = untilCommit<number, MeetingRow | null>(
  100,
  ({ sql }, id) => sql.get(meetingRow, meetingText, id) ?? null,
)
