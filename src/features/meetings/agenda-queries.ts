import type { Database } from '../../database/database.ts'
import { untilCommit } from '../../database/until-commit.ts'
import type { FrozenFollowUp } from './agenda-content.ts'
import type { Question } from './agenda-view.ts'
import { agendaVersions, type VersionRow } from './queries.ts'

/** Questions to all items of a meeting, oldest first. */
export const meetingQuestions = (db: Database, meetingId: number): (Question & { id: number; personId: number })[] =>
  db.sql.all(
    `SELECT q.id, q.itemId, q.text, q.personId, p.name AS person, q.at, q.answer, a.name AS answeredBy
     FROM AgendaItem i JOIN ItemQuestion q ON q.itemId = i.id JOIN Person p ON p.id = q.personId
     LEFT JOIN Person a ON a.id = q.answeredById
     WHERE i.meetingId = ? AND i.removedAt IS NULL ORDER BY q.id`,
    meetingId,
  )

/** The follow-ups that stand on the body's agenda until they are closed, the most urgent first. */
export const openFollowUps = (db: Database, bodyId: number): FrozenFollowUp[] =>
  db.sql
    .all<Omit<FrozenFollowUp, 'closed'> & { closed: number }>(
      `SELECT f.text, o.name AS organisation, f.dueDay,
              COALESCE((SELECT i.closed FROM AgendaItem i WHERE i.id = f.itemId), 0)
              OR COALESCE((SELECT d.closed FROM Decision d WHERE d.id = f.decisionId), 0) AS closed
       FROM FollowUp f JOIN Organisation o ON o.id = f.organisationId
       WHERE f.bodyId = ? AND f.closedAt IS NULL ORDER BY f.dueDay, f.id LIMIT 200`,
      bodyId,
    )
    .map(row => ({ ...row, closed: row.closed === 1 }))

export interface Sendings {
  mark: AgendaMark
  versions: VersionRow[]
  /** To all items, closed ones too. */
  questions: Question[]
  /** As they stood when the agenda was last sent. */
  followUps: FrozenFollowUp[]
}

/** What has been sent of an agenda, and what was asked about it: the same for everyone who opens it. */
export const readSendings = untilCommit<number, Sendings>(30, (db, meetingId) => {
  const mark = agendaMark(db, meetingId)
  if (mark.versions === 0) return { mark, versions: [], questions: [], followUps: [] }
  return {
    mark,
    versions: agendaVersions(db, meetingId),
    questions: meetingQuestions(db, meetingId),
    followUps: sentFollowUps(db, meetingId),
  }
})

function sentFollowUps(db: Database, meetingId: number): FrozenFollowUp[] {
  const row = db.sql.get<{ followUps: string | null }>(
    `SELECT json_extract(content, '$.followUps') AS followUps FROM AgendaVersion
     WHERE meetingId = ? ORDER BY number DESC LIMIT 1`,
    meetingId,
  )
  return row?.followUps ? (JSON.parse(row.followUps) as FrozenFollowUp[]) : []
}

/** Items of the meeting that the person is recused for. */
export const recusedItems = (db: Database, meetingId: number, personId: number): Set<number> =>
  new Set(
    db.sql
      .all<{ itemId: number }>(
        `SELECT r.itemId FROM Recusal r JOIN AgendaItem i ON i.id = r.itemId
         WHERE r.personId = ? AND r.endedAt IS NULL AND i.meetingId = ?`,
        personId,
        meetingId,
      )
      .map(row => row.itemId),
  )

/** Which items are closed now, and which the meeting has opened: an older sending is read by today's rule. */
export function closedItems(db: Database, meetingId: number): { closedNow: Set<number>; openedNow: Set<number> } {
  const rows = db.sql.all<{ id: number; closed: number; openedInstead: number | null; closedInstead: number | null }>(
    `SELECT i.id, i.closed, t.openedInstead, t.closedInstead FROM AgendaItem i LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.meetingId = ?`,
    meetingId,
  )
  return {
    closedNow: new Set(rows.filter(row => (row.closed && !row.openedInstead) || row.closedInstead).map(row => row.id)),
    openedNow: new Set(rows.filter(row => row.openedInstead).map(row => row.id)),
  }
}

export interface AgendaMark {
  /** Sendings so far. */
  versions: number
  /** Something was edited after the last sending. */
  unsent: number
}

/** Whether the agenda has been sent, and edited since: from the steps alone, without comparing contents. */
export const agendaMark = (db: Database, meetingId: number): AgendaMark =>
  db.sql.get<AgendaMark>(
    `SELECT (SELECT COUNT(*) FROM AgendaVersion v WHERE v.meetingId = ?) AS versions,
            COALESCE((SELECT s.kind = 'REOPEN_AGENDA' FROM MeetingStep s
              WHERE s.meetingId = ? AND s.kind IN ('CALL','SUPPLEMENT','REOPEN_AGENDA') ORDER BY s.id DESC LIMIT 1), 0) AS unsent`,
    meetingId,
    meetingId,
  ) ?? { versions: 0, unsent: 0 }
