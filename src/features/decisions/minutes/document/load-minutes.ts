import { municipalitySql } from '../../../../access/cooperation.ts'
import { isClosed, opennessColumns } from '../../../../access/openness.ts'
import { type Day, type Instant, timeOf } from '../../../../kernel/days.ts'
import { type SeatPeriod, seatPeriods, seatsOnDay, withSeats } from '../../../ground/parties/index.ts'
import { loadMeeting, type MeetingRow, type Reader } from '../../../meetings/meetings/index.ts'
import { reservationText, storedCheck } from '../../mandates/index.ts'
import { type ItemKind, isDecided, type Outcome } from '../session/session-rules.ts'
import { minutedMatrix } from './minuted-matrix.ts'
import type { MinutedDecision, MinutedItem, MinutedPerson, MinutesContent } from './minutes-content.ts'

/**
 * The minutes as the session has written them, in thirteen statements whatever their length. Read on the page's connection
 * or inside an act's transaction: the same rows give the same hash.
 */
export async function loadMinutes(read: Reader, meetingId: number): Promise<MinutesContent> {
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

async function readSteps(read: Reader, meetingId: number) {
  const steps = await read<{ kind: string; at: Instant; name: string | null }>(
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

/** A substitute who was not asked to come, and whoever was called and had no seat on the day, is no part of the meeting. */
async function readAttendance(read: Reader, { id, bodyId, day }: MeetingRow): Promise<MinutedPerson[]> {
  const rows = await read<MinutedPerson & { id: number; standsInForId: number | null }>(
    `SELECT a.id, a.standsInForId, a.personId, a.name, a.title, a.role, a.organisation, a.side, a.status,
            f.name AS standsInFor, a.arrivedAtItem, a.leftAfterItem
     FROM Attendance a LEFT JOIN Attendance f ON f.id = a.standsInForId
     WHERE a.meetingId = ? AND NOT (a.role = 'SUBSTITUTE' AND a.status IS NULL)
     ORDER BY a.side, CASE a.role WHEN 'CHAIR' THEN 1 WHEN 'VICE_CHAIR' THEN 2 ELSE 3 END, a.id`,
    id,
  )
  const seats = seatsOnDay(await read<SeatPeriod>(seatPeriods, bodyId), day)
  return withSeats(rows, seats)
    .filter(row => row.seated || row.status !== null)
    .map(({ id: _id, standsInForId: _for, seated: _seated, fillsSeat: _fills, ...person }) => person)
}

const readGuests = (read: Reader, meetingId: number) =>
  read<MinutesContent['guests'][number]>(
    `SELECT g.name, g.organisation, i.position AS itemPosition
     FROM Guest g LEFT JOIN AgendaItem i ON i.id = g.itemId WHERE g.meetingId = ? ORDER BY i.position, g.id`,
    meetingId,
  )

/** Referenter: the secretaries who wrote the minutes or settled an outcome, in the order of the agenda. */
async function readTakers(read: Reader, meetingId: number): Promise<string[]> {
  const rows = await read<{ name: string }>(
    `SELECT coalesce(a.name, p.name) AS name
     FROM Treatment t JOIN AgendaItem i ON i.id = t.itemId JOIN Person p ON p.id = t.updatedById
       LEFT JOIN Attendance a ON a.meetingId = i.meetingId AND a.personId = t.updatedById
     WHERE i.meetingId = ? AND i.removedAt IS NULL GROUP BY p.id ORDER BY MIN(i.position)`,
    meetingId,
  )
  return rows.map(row => row.name)
}

const readAttachments = (read: Reader, meetingId: number) =>
  read<{ itemId: number; id: number; title: string; mediaType: string; size: number }>(
    `SELECT f.itemId, f.id, f.title, d.mediaType, d.size
     FROM Attachment f JOIN AgendaItem i ON i.id = f.itemId JOIN Document d ON d.id = f.documentId
     WHERE i.meetingId = ? AND i.removedAt IS NULL AND f.removedAt IS NULL ORDER BY f.position, f.id`,
    meetingId,
  )

interface ItemRow {
  id: number
  position: number
  title: string
  kind: ItemKind
  presenter: string | null
  closed: number | boolean
  sentClosed: number | boolean | null
  closedReason: string | null
  publicTitle: string | null
  recommendation: string
  caseNumber: string | null
  caseTitle: string | null
  text: string | null
  outcome: Outcome | null
  outcomeNote: string | null
  withoutConsequences: number | boolean | null
  kindChangedTo: ItemKind | null
  openedInstead: number | boolean | null
  closedInstead: number | boolean | null
}

const readItems = (read: Reader, meetingId: number) =>
  read<ItemRow>(
    `SELECT i.id, i.position, i.title, i.kind, i.presenter, i.closedReason, i.publicTitle, i.recommendation,
            c.number AS caseNumber, c.title AS caseTitle, t.text, t.outcome, t.outcomeNote, t.kindChangedTo,
            t.withoutConsequences,
            ${opennessColumns('i', 't')}
     FROM AgendaItem i LEFT JOIN "Case" c ON c.id = i.caseId LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.meetingId = ? AND i.removedAt IS NULL ORDER BY i.position, i.id`,
    meetingId,
  )

interface DecisionRow {
  id: number
  itemId: number
  number: string
  title: string
  text: string
  publicTitle: string | null
  publicText: string | null
  noFollowUp: number | boolean
  check: string
}

const readDecisions = (read: Reader, meetingId: number) =>
  read<DecisionRow>(
    `SELECT d.id, d.itemId, d.number, d.title, d.text, d.publicTitle, d.publicText, d.noFollowUp, d."check"
     FROM Decision d WHERE d.meetingId = ? AND d.state <> 'ANNULLED' ORDER BY d.serial`,
    meetingId,
  )

interface StanceRow {
  decisionId: number
  /** The organisation, or the party of the cooperation. */
  who: string
  kind: MinutedDecision['stances'][number]['kind']
  text: string
}

const readStances = (read: Reader, meetingId: number) =>
  read<StanceRow>(
    `SELECT s.decisionId, coalesce(o.name, iif(s.side = 'HOUSING', c.housing, ${municipalitySql}), '') AS who, s.kind, s.text
     FROM Stance s JOIN Decision d ON d.id = s.decisionId LEFT JOIN Organisation o ON o.id = s.organisationId
       LEFT JOIN Cooperation c ON c.id = 1
     WHERE d.meetingId = ? ORDER BY s.decisionId, o.name IS NOT NULL, s.side, s.id`,
    meetingId,
  )

const readRecusals = (read: Reader, meetingId: number) =>
  read<{ itemId: number; personId: number; name: string; reason: string }>(
    `SELECT r.itemId, r.personId, coalesce(a.name, p.name) AS name, r.reason
     FROM Recusal r JOIN AgendaItem i ON i.id = r.itemId JOIN Person p ON p.id = r.personId
       LEFT JOIN Attendance a ON a.meetingId = i.meetingId AND a.personId = r.personId
     WHERE i.meetingId = ? AND r.endedAt IS NULL ORDER BY r.id`,
    meetingId,
  )

const readStatements = (read: Reader, meetingId: number) =>
  read<{ itemId: number; name: string; text: string }>(
    `SELECT s.itemId, s.name, s.text FROM MinutedStatement s JOIN AgendaItem i ON i.id = s.itemId
     WHERE i.meetingId = ? ORDER BY s.id`,
    meetingId,
  )

interface FollowUpRow {
  itemId: number
  text: string
  organisation: string
  person: string | null
  dueDay: Day
  decisionNumber: string | null
}

const readFollowUps = (read: Reader, meetingId: number) =>
  read<FollowUpRow>(
    `SELECT f.itemId, f.text, o.name AS organisation, p.name AS person, f.dueDay, d.number AS decisionNumber
     FROM FollowUp f JOIN AgendaItem i ON i.id = f.itemId JOIN Organisation o ON o.id = f.organisationId
       LEFT JOIN Person p ON p.id = f.personId LEFT JOIN Decision d ON d.id = f.decisionId
     WHERE i.meetingId = ? AND (d.id IS NULL OR d.state <> 'ANNULLED') ORDER BY f.id`,
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
  const openedInstead = Boolean(item.openedInstead)
  const closedInstead = Boolean(item.closedInstead)
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
    moved: openedInstead ? 'opened' : closedInstead ? 'closed' : null,
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
  Boolean(item.withoutConsequences) &&
  !decisions.some(decision => decision.itemId === item.id)

function minutedDecision(decision: DecisionRow, stances: StanceRow[]): MinutedDecision {
  const check = storedCheck(decision.check)
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
    noFollowUp: Boolean(decision.noFollowUp),
  }
}
