import { municipalitySql } from '../../../../access/cooperation.ts'
import { openness, opennessColumns } from '../../../../access/openness.ts'
import type { RowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { takenSql } from '../../decisions/index.ts'
import { checkColumn } from '../../mandates/index.ts'
import type { ItemKind, Outcome } from '../session/session-rules.ts'
import type { MinutedDecision } from './minutes-content.ts'

// The items of a meeting and what was settled under them, as minutes tell it.

const attachmentRow = rowsOf({
  itemId: column.number,
  id: column.number,
  title: column.text,
  mediaType: column.text,
  size: column.number,
})

export const readAttachments = (read: RowReader, meetingId: number) =>
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
  standing: column.orNull(column.text),
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
export type ItemRow = RowOf<typeof itemRow>

export const readItems = (read: RowReader, meetingId: number) =>
  read(
    itemRow,
    `SELECT i.id, i.position, i.title, i.kind, i.standing, i.presenter, i.closedReason, i.publicTitle, i.recommendation,
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
export type DecisionRow = RowOf<typeof decisionRow>

export const readDecisions = (read: RowReader, meetingId: number) =>
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
export type StanceRow = RowOf<typeof stanceRow>

export const readStances = (read: RowReader, meetingId: number) =>
  read(
    stanceRow,
    `SELECT s.decisionId, coalesce(o.name, iif(s.side = 'HOUSING', c.housing, ${municipalitySql}), '') AS who, s.kind, s.text
     FROM Stance s JOIN Decision d ON d.id = s.decisionId LEFT JOIN Organisation o ON o.id = s.organisationId
       LEFT JOIN Cooperation c ON c.id = 1
     WHERE d.meetingId = ? ORDER BY s.decisionId, o.name IS NOT NULL, s.side, s.id`,
    meetingId,
  )

const recusalRow = rowsOf({ itemId: column.number, personId: column.number, name: column.text, reason: column.text })

export const readRecusals = (read: RowReader, meetingId: number) =>
  read(
    recusalRow,
    `SELECT r.itemId, r.personId, coalesce(a.name, p.name) AS name, r.reason
     FROM Recusal r JOIN AgendaItem i ON i.id = r.itemId JOIN Person p ON p.id = r.personId
       LEFT JOIN Attendance a ON a.meetingId = i.meetingId AND a.personId = r.personId
     WHERE i.meetingId = ? AND r.endedAt IS NULL ORDER BY r.id`,
    meetingId,
  )

const statementRow = rowsOf({ itemId: column.number, name: column.text, text: column.text })

export const readStatements = (read: RowReader, meetingId: number) =>
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
export type FollowUpRow = RowOf<typeof followUpRow>

export const readFollowUps = (read: RowReader, meetingId: number) =>
  read(
    followUpRow,
    `SELECT f.itemId, f.text, o.name AS organisation, p.name AS person, f.dueDay, d.number AS decisionNumber
     FROM FollowUp f JOIN AgendaItem i ON i.id = f.itemId JOIN Organisation o ON o.id = f.organisationId
       LEFT JOIN Person p ON p.id = f.personId LEFT JOIN Decision d ON d.id = f.decisionId
     WHERE i.meetingId = ? AND (d.id IS NULL OR ${takenSql('d')}) ORDER BY f.id`,
    meetingId,
  )
