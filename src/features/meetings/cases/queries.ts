import type { Actor, BodyKind, Side } from '../../../access/actor.ts'
import type { BodySubject } from '../../../access/policy.ts'
import { type View, viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { inSteps } from '../../../database/in-steps.ts'
import { ofOneState } from '../../../database/one-state.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { type Cursor, cursorRow, pageSize } from '../../../http/pages/paging.ts'
import { fold } from '../../../kernel/fold.ts'

const caseRow = rowsOf({
  id: column.number,
  number: column.text,
  title: column.text,
  summary: column.text,
  journalNumber: column.orNull(column.text),
  sideInternal: column.orNull(column.oneOf<Side>()),
  openedAt: column.moment,
  closedAt: column.orNull(column.moment),
  closedReason: column.orNull(column.text),
  /** Closed as an item can be. */
  withheld: column.flag,
  withheldReason: column.orNull(column.text),
  publicTitle: column.orNull(column.text),
  /** Its own title and texts may be read; where not, its title is the one that stands in, and the texts are empty. */
  inside: column.flag,
  version: column.number,
  bodyId: column.number,
  bodyName: column.text,
  bodyKind: column.oneOf<BodyKind>(),
  bodySide: column.orNull(column.oneOf<Side>()),
})
export type CaseRow = RowOf<typeof caseRow>

/** A case as this person may read it: nothing of what a closed one keeps from him or her leaves the database. */
const columnsFor = (view: View) => {
  const inside = view.insideCases('c')
  const own = (column: string, instead: string) =>
    `CASE WHEN ${inside} THEN c.${column} ELSE ${instead} END AS ${column}`
  return `c.id, c.number, ${view.caseTitle('c')} AS title, ${own('summary', "''")}, ${own('journalNumber', 'NULL')},
    c.sideInternal, c.openedAt, c.closedAt, ${own('closedReason', 'NULL')}, c.withheld, c.withheldReason, c.publicTitle,
    ${inside} AS inside, c.version, c.bodyId, b.name AS bodyName, b.kind AS bodyKind, b.side AS bodySide`
}

export interface CaseFilter {
  q: string
  state: 'aabne' | 'afsluttede' | 'alle'
  scope: 'alle' | 'faelles' | 'egne'
  after: Cursor | null
}

/** So many are looked through in one turn. */
const stepSize = 1000

/** Newest first, one more than a page holds. What is typed is looked for in steps. */
export function listCases(db: Database, view: View, filter: CaseFilter): CaseRow[] | Promise<CaseRow[]> {
  const where = [view.cases('c')]
  const values: (string | number)[] = []
  if (filter.state === 'aabne') where.push('c.closedAt IS NULL')
  if (filter.state === 'afsluttede') where.push('c.closedAt IS NOT NULL')
  if (filter.scope === 'faelles') where.push('c.sideInternal IS NULL')
  if (filter.scope === 'egne') where.push('c.sideInternal IS NOT NULL')
  if (filter.q) {
    where.push(
      `(fold(${view.caseTitle('c')}) LIKE ? ESCAPE '\\' OR fold(c.number) LIKE ? ESCAPE '\\'
        OR (${view.insideCases('c')} AND (fold(c.summary) LIKE ? ESCAPE '\\' OR fold(c.journalNumber) LIKE ? ESCAPE '\\')))`,
    )
    const like = likeText(filter.q)
    values.push(like, like, like, like)
  }
  const rows = (after: Cursor | null, end: Cursor | null) =>
    db.sql.all(
      caseRow,
      `SELECT ${columnsFor(view)} FROM "Case" c JOIN Body b ON b.id = c.bodyId
       WHERE ${[...where, ...between(after, end)].join(' AND ')}
       ORDER BY c.openedAt DESC, c.id DESC LIMIT ${pageSize + 1}`,
      ...values,
      ...keysOf(after, end),
    )
  if (!filter.q) return rows(filter.after, null)
  const end = (after: Cursor | null) =>
    db.sql.get(
      cursorRow,
      `SELECT c.openedAt AS key, c.id FROM "Case" c ${after ? `WHERE ${between(after, null)}` : ''}
       ORDER BY c.openedAt DESC, c.id DESC LIMIT 1 OFFSET ${stepSize - 1}`,
      ...keysOf(after, null),
    ) ?? null
  return ofOneState(db, pause => inSteps(pageSize + 1, filter.after, { end, rows }, pause))
}

const between = (after: Cursor | null, end: Cursor | null): string[] => [
  ...(after ? ['(c.openedAt, c.id) < (?, ?)'] : []),
  ...(end ? ['(c.openedAt, c.id) >= (?, ?)'] : []),
]
const keysOf = (...keys: (Cursor | null)[]): (string | number)[] => keys.flatMap(key => (key ? [key.key, key.id] : []))

/** What was typed, folded, as part of a LIKE: its own % and _ mean themselves. */
export const likeText = (typed: string): string => `%${fold(typed).replace(/[\\%_]/g, '\\$&')}%`

/** Null also when one may not see it. */
export function findCase(db: Database, actor: Actor, number: string): CaseRow | null {
  const view = viewOf(actor)
  const row = db.sql.get(
    caseRow,
    `SELECT ${columnsFor(view)} FROM "Case" c JOIN Body b ON b.id = c.bodyId WHERE c.number = ? AND ${view.cases('c')}`,
    number,
  )
  return row ?? null
}

const itemCaseRow = rowsOf({ id: column.number, number: column.text, title: column.text })

/** Open cases that an item of the body may be put under: shared ones, and the body's own side's. */
export const casesForItems = (db: Database, actor: Actor, side: BodySubject['side']): RowOf<typeof itemCaseRow>[] =>
  db.sql.all(
    itemCaseRow,
    `SELECT c.id, c.number, ${viewOf(actor).caseTitle('c')} AS title FROM "Case" c
     WHERE c.closedAt IS NULL AND ${viewOf(actor).cases('c')} AND (c.sideInternal IS NULL OR c.sideInternal = ?)
     ORDER BY c.openedAt DESC, c.id DESC LIMIT 200`,
    side ?? '',
  )
