import type { SeatRole, Side } from '../../../../access/actor.ts'
import { municipalitySql } from '../../../../access/cooperation.ts'
import { isClosed, openness, opennessColumns } from '../../../../access/openness.ts'
import type { RowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { timeOf } from '../../../../kernel/days.ts'
import { seatPeriod, seatPeriods, seatsOnDay, withSeats } from '../../../ground/parties/index.ts'
import { loadMeeting, type MeetingRow } from '../../../meetings/meetings/index.ts'
import { takenSql } from '../../decisions/index.ts'
import { checkColumn, reservationText } from '../../mandates/index.ts'
import { type ItemKind, isDecided, type Outcome } from '../session/session-rules.ts'
import { minutedMatrix } from './minuted-matrix.ts'
import type { MinutedDecision, MinutedItem, MinutedPerson, MinutesContent } from './minutes-content.ts'

/**
 * The minutes as the session has written them, in thirteen statements whatever their length. Read on the page's connection
 * or inside an act's transaction: the same rows give the same hash.
 */
export async function loadMinutes(read: RowReader, meetingId: number): Promise<MinutesContent> {
  const meeting = await loadMeeting(read, meetingId)
  const parts = {
    decisions: await readDecisions(read, meetingId),
    stances: await readStances(read, meetingId),
    recusals: await readRecusals(read, meetingId),
    statements: await readStatements(read, meetingId),
    followUps: await readFollowUps(read, meetingId),
    attachments: await readAttachments(read, meetingId),
  }
  return {
    meeting: {
      ...headOf(meeting),
      ...(await readSteps(read, meetingId)),
      minutedBy: await readTakers(read, meetingId),
    },
    attendance: await readAttendance(read, meeting),
    guests: await readGuests(read, meetingId),
    items: (await readItems(read, meetingId)).map(item => minutedItem(item, parts)),
  }
}

const headOf = ({ number, bodyName, form, day, startsAt, endsAt, place }: MeetingRow) => ({
  number,
  body: bodyName,
  form,
  day,
  startsAt,
  endsAt,
  place,
})

const stepRow = rowsOf({ kind: column.text, at: column.moment, name: column.orNull(column.text) })

async function readSteps(read: RowReader, meetingId: number) {
  const steps = await read(
    stepRow,
    `SELECT s.kind, s.at, coalesce(a.name, p.name) AS name
     FROM MeetingStep s LEFT JOIN Attendance a ON a.meetingId = s.meetingId AND a.personId = s.personId
       LEFT JOIN Person p ON p.id = s.personId
     WHERE s.meetingId = ? AND s.kind IN ('OPEN','CLOSE') ORDER BY s.id`,
    meetingId,
  )
  const opened = steps.find(step => step.kind === 'OPEN')
  const closed = steps.find(step => step.kind === 'CLOSE')
  return {
    openedAt: opened ? timeOf(opened.at) : null,
    closedAt: closed ? timeOf(closed.at) : null,
    chairedBy: opened?.name ?? null,
  }
}

const attendanceRow = rowsOf({
  id: column.number,
  standsInForId: column.orNull(column.number),
  personId: column.number,
  name: column.text,
  title: column.orNull(column.text),
  role: column.oneOf<SeatRole>(),
  organisation: column.text,
  side: column.orNull(column.oneOf<Side>()),
  status: column.orNull(column.oneOf<NonNullable<MinutedPerson['status']>>()),
  standsInFor: column.orNull(column.text),
  arrivedAtItem: column.orNull(column.number),
  leftAfterItem: column.orNull(column.number),
})

/** A substitute who was not asked to come, and whoever was called and had no seat on the day, is no part of the meeting. */
async function readAttendance(read: RowReader, { id, bodyId, day }: MeetingRow): Promise<MinutedPerson[]> {
  const rows = await read(
    attendanceRow,
    `SELECT a.id, a.standsInForId, a.personId, a.name, a.title, a.role, a.organisation, a.side, a.status,
            f.name AS standsInFor, a.arrivedAtItem, a.leftAfterItem
     FROM Attendance a LEFT JOIN Attendance f ON f.id = a.standsInForId
     WHERE a.meetingId = ? AND NOT (a.role = 'SUBSTITUTE' AND a.status IS NULL)
     ORDER BY a.side, CASE a.role WHEN 'CHAIR' THEN 1 WHEN 'VICE_CHAIR' THEN 2 ELSE 3 END, a.id`,
    id,
  )
  const seats = seatsOnDay(await read(seatPeriod, seatPeriods, bodyId), day)
  return withSeats(rows, seats)
    .filter(row => row.seated || row.status !== null)
    .map(({ id: _id, standsInForId: _for, seated: _seated, fillsSeat: _fills, ...person }) => person)
}

const guestRow = rowsOf({ name: column.text, organisation: column.text, itemPosition: column.orNull(column.number) })

const readGuests = (read: RowReader, meetingId: number) =>
  read(
    guestRow,
    `SELECT g.name, g.organisation, i.position AS itemPosition
     FROM Guest g LEFT JOIN AgendaItem i ON i.id = g.itemId WHERE g.meetingId = ? ORDER BY i.position, g.id`,
    meetingId,
  )

const takerRow = rowsOf({ name: column.text })

/** Referenter: the secretaries who wrote the minutes or settled an outcome, in the order of the agenda. */
async function readTakers(read: RowReader, meetingId: number): Promise<string[]> {
  const rows = await read(
    takerRow,
    `SELECT coalesce(a.name, p.name) AS name
     FROM Treatment t JOIN AgendaItem i ON i.id = t.itemId JOIN Person p ON p.id = t.updatedById
       LEFT JOIN Attendance a ON a.meetingId = i.meetingId AND a.personId = t.updatedById
     WHERE i.meetingId = ? AND i.removedAt IS NULL GROUP BY p.id ORDER BY MIN(i.position)`,
    meetingId,
  )
  return rows.map(row => row.name)
}

const attachmentRow = rowsOf({
  itemId: column.number,
  id: column.number,
  title: column.text,
  mediaType: column.text,
  size: column.number,
})

const readAttachments = (read: RowReader, meetingId: number) =>
  read(
    attachmentRow,
    `SELECT f.itemId, f.id, f.title, d.mediaType, d.size
     FROM Attachment f JOIN AgendaItem i ON i.id = f.itemId JOIN Document d ON d.id = f.documentId
     WHERE i.meetingId = ? AND i.removedAt IS NULL AND f.removedAt IS NULL ORDER BY f.position, f.id`,
    meetingId,
  )

const itemRow = rowsOf({
  id: column.number,
  position: column.number,
  title: column.text,
  kind: column.oneOf<ItemKind>(),
  presenter: column.orNull(column.text),
  closedReason: column.orNull(column.text),
  publicTitle: column.orNull(column.text),
  recommendation: column.text,
  caseNumber: column.orNull(column.text),
  caseTitle: column.orNull(column.text),
  text: column.orNull(column.text),
  outcome: column.orNull(column.oneOf<Outcome>()),
  outcomeNote: column.orNull(column.text),
  kindChangedTo: column.orNull(column.oneOf<ItemKind>()),
  withoutConsequences: column.orNull(column.flag),
  ...openness,
})
type ItemRow = RowOf<typeof itemRow>

const readItems = (read: RowReader, meetingId: number) =>
  read(
    itemRow,
    `SELECT i.id, i.position, i.title, i.kind, i.presenter, i.closedReason, i.publicTitle, i.recommendation,
            c.number AS caseNumber, c.title AS caseTitle, t.text, t.outcome, t.outcomeNote, t.kindChangedTo,
            t.withoutConsequences,
            ${opennessColumns('i', 't')}
     FROM AgendaItem i LEFT JOIN "Case" c ON c.id = i.caseId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.meetingId = ? AND i.removedAt IS NULL ORDER BY i.position, i.id`,
    meetingId,
  )

const decisionRow = rowsOf({
  id: column.number,
  itemId: column.number,
  number: column.text,
  title: column.text,
  text: column.text,
  publicTitle: column.orNull(column.text),
  publicText: column.orNull(column.text),
  noFollowUp: column.flag,
  check: checkColumn,
})
type DecisionRow = RowOf<typeof decisionRow>

const readDecisions = (read: RowReader, meetingId: number) =>
  read(
    decisionRow,
    `SELECT d.id, d.itemId, d.number, d.title, d.text, d.publicTitle, d.publicText, d.noFollowUp, d."check"
     FROM Decision d WHERE d.meetingId = ? AND ${takenSql('d')} ORDER BY d.serial`,
    meetingId,
  )

const stanceRow = rowsOf({
  decisionId: column.number,
  /** The organisation, or the party of the cooperation. */
  who: column.text,
  kind: column.oneOf<MinutedDecision['stances'][number]['kind']>(),
  text: column.text,
})
type StanceRow = RowOf<typeof stanceRow>

const readStances = (read: RowReader, meetingId: number) =>
  read(
    stanceRow,
    `SELECT s.decisionId, coalesce(o.name, iif(s.side = 'HOUSING', c.housing, ${municipalitySql}), '') AS who, s.kind, s.text
     FROM Stance s JOIN Decision d ON d.id = s.decisionId LEFT JOIN Organisation o ON o.id = s.organisationId
       LEFT JOIN Cooperation c ON c.id = 1
     WHERE d.meetingId = ? ORDER BY s.decisionId, o.name IS NOT NULL, s.side, s.id`,
    meetingId,
  )

const recusalRow = rowsOf({ itemId: column.number, personId: column.number, name: column.text, reason: column.text })

const readRecusals = (read: RowReader, meetingId: number) =>
  read(
    recusalRow,
    `SELECT r.itemId, r.personId, coalesce(a.name, p.name) AS name, r.reason
     FROM Recusal r JOIN AgendaItem i ON i.id = r.itemId JOIN Person p ON p.id = r.personId
       LEFT JOIN Attendance a ON a.meetingId = i.meetingId AND a.personId = r.personId
     WHERE i.meetingId = ? AND r.endedAt IS NULL ORDER BY r.id`,
    meetingId,
  )

const statementRow = rowsOf({ itemId: column.number, name: column.text, text: column.text })

const readStatements = (read: RowReader, meetingId: number) =>
  read(
    statementRow,
    `SELECT s.itemId, s.name, s.text FROM MinutedStatement s JOIN AgendaItem i ON i.id = s.itemId
     WHERE i.meetingId = ? ORDER BY s.id`,
    meetingId,
  )

const followUpRow = rowsOf({
  itemId: column.number,
  text: column.text,
  organisation: column.text,
  person: column.orNull(column.text),
  dueDay: column.day,
  decisionNumber: column.orNull(column.text),
})
type FollowUpRow = RowOf<typeof followUpRow>

const readFollowUps = (read: RowReader, meetingId: number) =>
  read(
    followUpRow,
    `SELECT f.itemId, f.text, o.name AS organisation, p.name AS person, f.dueDay, d.number AS decisionNumber
     FROM FollowUp f JOIN AgendaItem i ON i.id = f.itemId JOIN Organisation o ON o.id = f.organisationId
       LEFT JOIN Person p ON p.id = f.personId LEFT JOIN Decision d ON d.id = f.decisionId
     WHERE i.meetingId = ? AND (d.id IS NULL OR ${takenSql('d')}) ORDER BY f.id`,
    meetingId,
  )

interface Parts {
  decisions: DecisionRow[]
  stances: StanceRow[]
  recusals: ({ itemId: number } & MinutedItem['recusals'][number])[]
  statements: ({ itemId: number } & MinutedItem['statements'][number])[]
  followUps: FollowUpRow[]
  attachments: ({ itemId: number } & NonNullable<MinutedItem['attachments']>[number])[]
}

function minutedItem(item: ItemRow, parts: Parts): MinutedItem {
  const own = <Row extends { itemId: number }>(rows: Row[]) =>
    rows.filter(row => row.itemId === item.id).map(({ itemId: _itemId, ...row }) => row)
  return {
    id: item.id,
    position: item.position,
    title: item.title,
    kind: item.kindChangedTo ?? item.kind,
    plannedKind: item.kindChangedTo ? item.kind : null,
    caseNumber: item.caseNumber,
    caseTitle: item.caseTitle,
    presenter: item.presenter,
    closed: isClosed(item),
    closedReason: item.closedReason,
    publicTitle: item.publicTitle,
    moved: item.openedInstead ? 'opened' : item.closedInstead ? 'closed' : null,
    recommendation: item.recommendation,
    outcome: item.outcome,
    outcomeNote: item.outcomeNote ?? '',
    // Left out where it is not so: the hash of minutes that know nothing of it stays what it was.
    ...(isStatedWithout(item, parts) ? { withoutConsequences: true as const } : {}),
    text: item.text ?? '',
    recusals: own(parts.recusals),
    statements: own(parts.statements),
    decisions: parts.decisions
      .filter(decision => decision.itemId === item.id)
      .map(decision => minutedDecision(decision, parts.stances)),
    followUps: own(parts.followUps),
    attachments: own(parts.attachments),
  }
}

const isStatedWithout = (item: ItemRow, { decisions }: Parts): boolean =>
  isDecided(item.outcome) &&
  item.withoutConsequences === true &&
  !decisions.some(decision => decision.itemId === item.id)

function minutedDecision(decision: DecisionRow, stances: StanceRow[]): MinutedDecision {
  const { check } = decision
  return {
    number: decision.number,
    title: decision.title,
    text: decision.text,
    publicTitle: decision.publicTitle,
    publicText: decision.publicText,
    reservation: check.adoptable ? null : reservationText(check),
    stances: stances
      .filter(stance => stance.decisionId === decision.id)
      .map(({ who, kind, text }) => ({ who, kind, text })),
    matrix: minutedMatrix(check),
    noFollowUp: decision.noFollowUp,
  }
}
