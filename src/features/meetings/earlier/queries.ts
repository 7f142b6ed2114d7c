import type { Actor } from '../../../access/actor.ts'
import type { BodySubject } from '../../../access/policy.ts'
import { type View, viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import type { Day, DayPrecision, Instant } from '../../../kernel/days.ts'
import type { StoredFile } from '../../ground/documents/index.ts'
import type { EarlierKind } from './labels.ts'

export interface RecordRow {
  id: number
  kind: EarlierKind
  day: Day
  dayPrecision: DayPrecision
  /** Empty for those who may not read it. */
  number: string
  /** Its own, or the one that stands in for it. */
  title: string
  closed: 0 | 1
  /** Its own title, number, text and files may be read. */
  inside: 0 | 1
  position: 0 | 1
  positionUntil: Day | null
  withdrawnAt: Instant | null
  bodyId: number
  bodyName: string
  bodySlug: string
  bodyKind: BodySubject['kind']
  bodySide: BodySubject['side']
}

/** A document as this person may read it: nothing of what a closed one keeps from him or her leaves the database. */
export const rowColumns = (view: View): string => {
  const inside = view.insideEarlier('r')
  return `r.id, r.kind, r.day, r.dayPrecision, CASE WHEN ${inside} THEN r.number ELSE '' END AS number,
    ${view.earlierTitle('r')} AS title, r.closed, ${inside} AS inside, r.position, r.positionUntil, r.withdrawnAt,
    r.bodyId, b.name AS bodyName, b.slug AS bodySlug, b.kind AS bodyKind, b.side AS bodySide`
}

export interface RecordInFull extends RecordRow {
  text: string
  closedReason: string | null
  publicTitle: string | null
  caseId: number | null
  /** Null also where one may not see the case. */
  caseNumber: string | null
  caseTitle: string | null
  enteredBy: string
  enteredAt: Instant
  withdrawnBy: string | null
  withdrawnReason: string | null
  version: number
}

/** Null also when one may not see it. */
export function findRecord(actor: Actor, id: number): RecordInFull | null {
  const view = viewOf(actor)
  const row = actor.database.sql.get<RecordInFull>(
    `SELECT ${rowColumns(view)}, CASE WHEN ${view.insideEarlier('r')} THEN r.text ELSE '' END AS text, r.closedReason,
            r.publicTitle, r.caseId, c.number AS caseNumber, ${view.caseTitle('c')} AS caseTitle, e.name AS enteredBy,
            r.enteredAt, w.name AS withdrawnBy, r.withdrawnReason, r.version
     FROM EarlierRecord r JOIN Body b ON b.id = r.bodyId JOIN Person e ON e.id = r.enteredById
       LEFT JOIN Person w ON w.id = r.withdrawnById LEFT JOIN "Case" c ON c.id = r.caseId AND ${view.cases('c')}
     WHERE r.id = ? AND ${view.earlier('r')}`,
    id,
  )
  return row ?? null
}

export const bodyOf = (row: Pick<RecordRow, 'bodyId' | 'bodyKind' | 'bodySide'>): BodySubject => ({
  id: row.bodyId,
  kind: row.bodyKind,
  side: row.bodySide,
})

export interface FileRow {
  id: number
  name: string
  mediaType: string
  size: number
}

/** Of a document whose text may be read. */
export const filesOf = (db: Database, recordId: number): FileRow[] =>
  db.sql.all<FileRow>(
    `SELECT f.id, f.name, d.mediaType, d.size FROM EarlierFile f JOIN Document d ON d.id = f.documentId
     WHERE f.recordId = ? AND f.removedAt IS NULL ORDER BY f.id`,
    recordId,
  )

/** A file that is read by those who read the document's own text. */
export const readableFile = (
  actor: Actor,
  recordId: number,
  fileId: number,
): (StoredFile & { name: string }) | null => {
  const view = viewOf(actor)
  return (
    actor.database.sql.get<StoredFile & { name: string }>(
      `SELECT f.name, d.hash, d.size, d.mediaType FROM EarlierFile f JOIN EarlierRecord r ON r.id = f.recordId
       JOIN Document d ON d.id = f.documentId
       WHERE f.id = ? AND r.id = ? AND f.removedAt IS NULL AND ${view.earlier('r')} AND ${view.insideEarlier('r')}`,
      fileId,
      recordId,
    ) ?? null
  )
}

export interface ChangeRow {
  id: number
  at: Instant
  actor: string
  kind: string
  after: string | null
}

/** What was done to it since it was entered. */
export const changesOf = (db: Database, recordId: number): ChangeRow[] =>
  db.sql.all<ChangeRow>(
    `SELECT id, at, actor, kind, after FROM Event
     WHERE subject = 'earlierRecord' AND subjectId = ? AND kind = 'earlierRecordCorrected' ORDER BY id DESC LIMIT 50`,
    recordId,
  )

export interface BodyChoice extends BodySubject {
  slug: string
  name: string
}

/** The bodies that documents are entered of: a deciding body's own are the sources of mandates. */
export const recordBodies = (db: Database): BodyChoice[] =>
  db.sql.all<BodyChoice>(
    `SELECT id, slug, name, kind, side FROM Body WHERE kind <> 'DECIDING_BODY'
     ORDER BY CASE kind WHEN 'JOINT_GROUP' THEN 1 WHEN 'STRATEGY_GROUP' THEN 2 ELSE 3 END, id`,
  )
