import { z } from 'zod'
import type { Actor } from '../../../../access/actor.ts'
import { openFollowUpSql } from '../../../../access/follow-up-state.ts'
import { closedSql, isClosed, openness, opennessColumns } from '../../../../access/openness.ts'
import { followUpJoins, openPartOf, type View, viewOf } from '../../../../access/visibility.ts'
import type { Database } from '../../../../database/database.ts'
import { readIn } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommit } from '../../../../database/until-commit.ts'
import type { Tx } from '../../../../database/write.ts'
import { agendaVersions, type VersionRow } from '../queries.ts'
import { type FrozenFollowUp, frozenFollowUp } from './agenda-content.ts'
import type { Question } from './agenda-view.ts'

const questionRow = rowsOf({
  id: column.number,
  itemId: column.number,
  text: column.text,
  personId: column.number,
  version: column.number,
  person: column.text,
  at: column.moment,
  answer: column.orNull(column.text),
  answeredBy: column.orNull(column.text),
})

/** Questions to all items of a meeting, those that were taken off since too, oldest first. */
export const meetingQuestions = (db: Database, meetingId: number): RowOf<typeof questionRow>[] =>
  db.sql.all(
    questionRow,
    `SELECT q.id, q.itemId, q.text, q.personId, q.version, p.name AS person, q.at, q.answer, a.name AS answeredBy
     FROM AgendaItem i JOIN ItemQuestion q ON q.itemId = i.id JOIN Person p ON p.id = q.personId
     LEFT JOIN Person a ON a.id = q.answeredById
     WHERE i.meetingId = ? ORDER BY q.id`,
    meetingId,
  )

const followUpRow = rowsOf({
  id: column.number,
  text: column.text,
  organisation: column.text,
  dueDay: column.day,
  closed: column.flag,
})

const followUpsText = `SELECT f.id, f.text, o.name AS organisation, f.dueDay,
    COALESCE(d.closed, 0) OR (i.id IS NOT NULL AND ${closedSql('i', 't')}) AS closed
  FROM FollowUp f JOIN Organisation o ON o.id = f.organisationId ${followUpJoins}
  WHERE f.bodyId = ? AND ${openFollowUpSql('f')} ORDER BY f.dueDay, f.id LIMIT 200`

/** The follow-ups that stand on the body's agenda until they are closed, the most urgent first. */
export const openFollowUps = (db: Database, bodyId: number): FrozenFollowUp[] =>
  db.sql.all(followUpRow, followUpsText, bodyId)

/** The same as a sending keeps them. */
export const openFollowUpsIn = (tx: Tx, bodyId: number): Promise<FrozenFollowUp[]> =>
  readIn(tx, followUpRow, followUpsText, bodyId)

const readableRow = rowsOf({ id: column.number, text: column.text })

/** The statement is read once for everyone; which of them a person may read is asked here, as their own list asks it. */
export function readableFollowUps(
  actor: Actor,
  bodyId: number,
  shown: readonly FrozenFollowUp[],
  view: View = viewOf(actor),
): FrozenFollowUp[] {
  if (shown.length === 0) return []
  const key = (row: { id?: number; text: string }) => row.id ?? row.text
  const [byId, byText] = [shown.some(row => row.id !== undefined), shown.some(row => row.id === undefined)]
  const named = `(SELECT value FROM json_each(?))`
  const rows = actor.database.sql.all(
    readableRow,
    `SELECT f.id, f.text FROM FollowUp f ${followUpJoins}
     WHERE ${byText ? 'f.bodyId' : '+f.bodyId'} = ? AND (${[byId ? `f.id IN ${named}` : '', byText ? `f.text IN ${named}` : ''].filter(Boolean).join(' OR ')})
       AND ${view.followUps('f')}`,
    bodyId,
    ...[byId, byText].flatMap(asked => (asked ? [JSON.stringify(shown.map(key))] : [])),
  )
  const readable = new Set(rows.flatMap(({ id, text }) => [id, text]))
  return shown.filter(row => readable.has(key(row)))
}

/** Those of them that come from nothing closed, neither when they were sent nor now. */
export const openPartFollowUps = (actor: Actor, bodyId: number, shown: readonly FrozenFollowUp[]): FrozenFollowUp[] =>
  readableFollowUps(
    actor,
    bodyId,
    shown.filter(row => !row.closed),
    openPartOf(actor),
  )

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

const frozenRow = rowsOf({ followUps: column.orNull(column.json(z.array(frozenFollowUp))) })

function sentFollowUps(db: Database, meetingId: number): FrozenFollowUp[] {
  const row = db.sql.get(
    frozenRow,
    `SELECT json_extract(content, '$.followUps') AS followUps FROM AgendaVersion
     WHERE meetingId = ? ORDER BY number DESC LIMIT 1`,
    meetingId,
  )
  return row?.followUps ?? []
}

const ofItemRow = rowsOf({ itemId: column.number })

/** Items of the meeting that the person is recused for. */
export const recusedItems = (db: Database, meetingId: number, personId: number): Set<number> =>
  new Set(
    db.sql
      .all(
        ofItemRow,
        `SELECT r.itemId FROM Recusal r JOIN AgendaItem i ON i.id = r.itemId
         WHERE r.personId = ? AND r.endedAt IS NULL AND i.meetingId = ?`,
        personId,
        meetingId,
      )
      .map(row => row.itemId),
  )

const openRow = rowsOf({ id: column.number, ...openness })
type OpenRow = RowOf<typeof openRow>

/** How a meeting's items stand, those that were taken off too: an older sending is read by today's rule. */
export const itemOpenness = (db: Database, meetingId: number): OpenRow[] =>
  db.sql.all(
    openRow,
    `SELECT i.id, ${opennessColumns('i', 't')} FROM AgendaItem i LEFT JOIN Treatment t ON t.itemId = i.id
     WHERE i.meetingId = ?`,
    meetingId,
  )

/** Which items are closed now, and which the meeting has opened. */
export const closedAmong = (items: readonly OpenRow[]): { closedNow: Set<number>; openedNow: Set<number> } => ({
  closedNow: new Set(items.filter(isClosed).map(item => item.id)),
  openedNow: new Set(items.filter(item => item.openedInstead).map(item => item.id)),
})

const markRow = rowsOf({
  /** Sendings so far. */
  versions: column.number,
  /** Something was edited after the last sending. */
  unsent: column.flag,
})
export type AgendaMark = RowOf<typeof markRow>

/** Whether the agenda has been sent, and edited since: from the steps alone, without comparing contents. */
export const agendaMark = (db: Database, meetingId: number): AgendaMark =>
  db.sql.get(
    markRow,
    `SELECT (SELECT COUNT(*) FROM AgendaVersion v WHERE v.meetingId = ?) AS versions,
            COALESCE((SELECT s.kind = 'REOPEN_AGENDA' FROM MeetingStep s
              WHERE s.meetingId = ? AND s.kind IN ('CALL','SUPPLEMENT','REOPEN_AGENDA') ORDER BY s.id DESC LIMIT 1), 0) AS unsent`,
    meetingId,
    meetingId,
  ) ?? { versions: 0, unsent: false }
