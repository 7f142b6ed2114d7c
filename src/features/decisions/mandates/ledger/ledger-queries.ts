import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { Database } from '../../../../database/database.ts'
import type { Pause } from '../../../../database/one-state.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { untilCommitLater } from '../../../../database/until-commit.ts'
import { pageSize } from '../../../../http/pages/paging.ts'
import { storedFileColumns } from '../../../ground/documents/index.ts'
import { drawnSql, type EntryKind, leftSql } from '../mandate-amounts.ts'

const entryRow = rowsOf({
  id: column.number,
  kind: column.oneOf<EntryKind>(),
  amount: column.amount,
  at: column.moment,
  /** False: an adjustment of the total, or drawn before the portal; the note tells of it. */
  ofDecision: column.flag,
  decision: column.orNull(column.text),
  title: column.orNull(column.text),
  note: column.text,
  /** Of an adjustment: the deciding body's meeting and item; of what was drawn before the portal its day. Null where one of long ago tells it in the note alone. */
  sourceDay: column.orNull(column.day),
  sourceItem: column.orNull(column.text),
  hasProtocol: column.flag,
  /** Of what was drawn before the portal: it has been taken back by its opposite. */
  reversed: column.flag,
})
export type EntryRow = RowOf<typeof entryRow>

/** SQL condition: the entry is an adjustment or from before the portal, or of a decision whose amounts the person may read. */
function readable(actor: Actor): string {
  const view = viewOf(actor)
  return `(e.decisionId IS NULL OR (${view.decisions('d')} AND ${view.insideDecisions('d')}))`
}

const from = 'FROM MandateEntry e LEFT JOIN Decision d ON d.id = e.decisionId'

/** The mandate's ledger as far as the person may read it, oldest first, from after a given entry. */
export const readEntries = (actor: Actor, mandateId: number, after: number): EntryRow[] =>
  actor.database.sql.all(
    entryRow,
    `SELECT e.id, e.kind, e.amount, e.at, e.note, e.sourceDay, e.sourceItem,
            e.sourceDocumentId IS NOT NULL AS hasProtocol, e.decisionId IS NOT NULL AS ofDecision,
            EXISTS (SELECT 1 FROM MandateEntry r WHERE r.reversesId = e.id) AS reversed, d.number AS decision, d.title
     ${from} WHERE e.mandateId = ? AND e.id > ? AND ${readable(actor)} ORDER BY e.id LIMIT ?`,
    mandateId,
    after,
    pageSize + 1,
  )

/** Whether the person may read an entry is looked up at its decision: some milliseconds for so many. */
const stepSize = 2000

const stepRow = rowsOf({
  entries: column.number,
  last: column.orNull(column.number),
  drawn: column.orNull(column.number),
})

/**
 * What the others have drawn less what they have released, in øre, as one sum; null: there are no others. A statement
 * for each step of the ledger, with others' requests in between.
 */
async function addUpOthers(actor: Actor, mandateId: number, pause: Pause): Promise<number | null> {
  let sum: number | null = null
  for (let after = 0; ; ) {
    const step = actor.database.sql.get(
      stepRow,
      `WITH e AS MATERIALIZED (SELECT id, decisionId, kind, amount FROM MandateEntry WHERE mandateId = ? AND id > ? ORDER BY id LIMIT ?)
       SELECT count(*) AS entries, max(e.id) AS last,
              sum(CASE WHEN NOT ${readable(actor)} THEN ${drawnSql('e')} END) AS drawn
       FROM e LEFT JOIN Decision d ON d.id = e.decisionId`,
      mandateId,
      after,
      stepSize,
    )
    if (step && step.drawn !== null) sum = (sum ?? 0) + step.drawn
    if (!step || step.last === null || step.entries < stepSize) return sum
    after = step.last
    await pause()
  }
}

/** The same, added up once for a person until anything is committed: a ledger of many years takes milliseconds. */
export const sumOfOthers = (actor: Actor, mandateId: number, pause: Pause): Promise<number | null> =>
  sums(actor.database, `${actor.personId} ${actor.today} ${mandateId}`, actor, mandateId, pause)

const sums = untilCommitLater(500, (_database, _key: string, actor: Actor, mandateId: number, pause: Pause) =>
  addUpOthers(actor, mandateId, pause),
)

const changeRow = rowsOf({ change: column.number })

/** What the entries up to one have done to what is left, in øre: below zero when more was taken than given. */
export const leftBefore = (db: Database, mandateId: number, after: number): number =>
  db.sql.get(
    changeRow,
    `SELECT coalesce(sum(${leftSql('e')}), 0) AS change FROM MandateEntry e WHERE e.mandateId = ? AND e.id <= ?`,
    mandateId,
    after,
  )?.change ?? 0

const entryDocument = rowsOf({ number: column.text, ...storedFileColumns })

/** The document behind an adjustment of the mandate's total, or behind what was drawn before the portal. */
export const entryDocumentOf = (db: Database, mandateId: number, entryId: number) =>
  db.sql.get(
    entryDocument,
    `SELECT m.number, d.hash, d.size, d.mediaType FROM MandateEntry e JOIN Mandate m ON m.id = e.mandateId
     JOIN Document d ON d.id = e.sourceDocumentId WHERE e.id = ? AND e.mandateId = ?`,
    entryId,
    mandateId,
  )
