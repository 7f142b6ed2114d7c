import type { Actor, BodyKind, Side } from '../../../access/actor.ts'
import type { BodySubject } from '../../../access/policy.ts'
import { type View, viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import type { DayPrecision } from '../../../kernel/days.ts'
import { storedFileColumns } from '../../ground/documents/index.ts'
import type { EarlierKind } from './labels.ts'

export const recordColumns = {
  id: column.number,
  kind: column.oneOf<EarlierKind>(),
  day: column.day,
  dayPrecision: column.oneOf<DayPrecision>(),
  /** Empty for those who may not read it. */
  number: column.text,
  /** Its own, or the one that stands in for it. */
  title: column.text,
  closed: column.flag,
  /** Its own title, number, text and files may be read. */
  inside: column.flag,
  position: column.flag,
  positionUntil: column.orNull(column.day),
  withdrawnAt: column.orNull(column.moment),
  bodyId: column.number,
  bodyName: column.text,
  bodySlug: column.text,
  bodyKind: column.oneOf<BodyKind>(),
  bodySide: column.orNull(column.oneOf<Side>()),
}
const recordRow = rowsOf(recordColumns)
export type RecordRow = RowOf<typeof recordRow>

/** A document as this person may read it: nothing of what a closed one keeps from him or her leaves the database. */
export const rowColumns = (view: View): string => {
  const inside = view.insideEarlier('r')
  return `r.id, r.kind, r.day, r.dayPrecision, CASE WHEN ${inside} THEN r.number ELSE '' END AS number,
    ${view.earlierTitle('r')} AS title, r.closed, ${inside} AS inside, r.position, r.positionUntil, r.withdrawnAt,
    r.bodyId, b.name AS bodyName, b.slug AS bodySlug, b.kind AS bodyKind, b.side AS bodySide`
}

const recordInFullRow = rowsOf({
  ...recordColumns,
  text: column.text,
  closedReason: column.orNull(column.text),
  publicTitle: column.orNull(column.text),
  caseId: column.orNull(column.number),
  /** Null also where one may not see the case. */
  caseNumber: column.orNull(column.text),
  caseTitle: column.orNull(column.text),
  enteredBy: column.text,
  enteredAt: column.moment,
  withdrawnBy: column.orNull(column.text),
  withdrawnReason: column.orNull(column.text),
  version: column.number,
})
export type RecordInFull = RowOf<typeof recordInFullRow>

/** Null also when one may not see it. */
export function findRecord(actor: Actor, id: number): RecordInFull | null {
  const view = viewOf(actor)
  const row = actor.database.sql.get(
    recordInFullRow,
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

const fileRow = rowsOf({ id: column.number, name: column.text, mediaType: column.text, size: column.number })
export type FileRow = RowOf<typeof fileRow>

/** Of a document whose text may be read. */
export const filesOf = (db: Database, recordId: number): FileRow[] =>
  db.sql.all(
    fileRow,
    `SELECT f.id, f.name, d.mediaType, d.size FROM EarlierFile f JOIN Document d ON d.id = f.documentId
     WHERE f.recordId = ? AND f.removedAt IS NULL ORDER BY f.id`,
    recordId,
  )

const storedRow = rowsOf({ name: column.text, ...storedFileColumns })

/** A file that is read by those who read the document's own text. */
export const readableFile = (actor: Actor, recordId: number, fileId: number): RowOf<typeof storedRow> | null => {
  const view = viewOf(actor)
  return (
    actor.database.sql.get(
      storedRow,
      `SELECT f.name, d.hash, d.size, d.mediaType FROM EarlierFile f JOIN EarlierRecord r ON r.id = f.recordId
       JOIN Document d ON d.id = f.documentId
       WHERE f.id = ? AND r.id = ? AND f.removedAt IS NULL AND ${view.earlier('r')} AND ${view.insideEarlier('r')}`,
      fileId,
      recordId,
    ) ?? null
  )
}

const changeRow = rowsOf({
  id: column.number,
  at: column.moment,
  actor: column.text,
  kind: column.text,
  after: column.orNull(column.text),
})
export type ChangeRow = RowOf<typeof changeRow>

/** What was done to it since it was entered. */
export const changesOf = (db: Database, recordId: number): ChangeRow[] =>
  db.sql.all(
    changeRow,
    `SELECT id, at, actor, kind, after FROM Event
     WHERE subject = 'earlierRecord' AND subjectId = ? AND kind = 'earlierRecordCorrected' ORDER BY id DESC LIMIT 50`,
    recordId,
  )

const bodyChoiceRow = rowsOf({
  id: column.number,
  slug: column.text,
  name: column.text,
  kind: column.oneOf<BodyKind>(),
  side: column.orNull(column.oneOf<Side>()),
})
export type BodyChoice = RowOf<typeof bodyChoiceRow>

/** The bodies that documents are entered of: a deciding body's own are the sources of mandates. */
export const recordBodies = (db: Database): BodyChoice[] =>
  db.sql.all(
    bodyChoiceRow,
    `SELECT id, slug, name, kind, side FROM Body WHERE kind <> 'DECIDING_BODY'
     ORDER BY CASE kind WHEN 'JOINT_GROUP' THEN 1 WHEN 'STRATEGY_GROUP' THEN 2 ELSE 3 END, id`,
  )
