import type { Actor } from '../../../access/actor.ts'
import type { BodySubject } from '../../../access/policy.ts'
import { type View, viewOf } from '../../../access/visibility.ts'
import type { Database } from '../../../database/database.ts'
import { inSteps } from '../../../database/in-steps.ts'
import { ofOneState } from '../../../database/one-state.ts'
import { type Cursor, pageSize } from '../../../http/pages/paging.ts'
import type { Instant } from '../../../kernel/days.ts'
import { fold } from '../../../kernel/fold.ts'

export interface CaseRow {
  id: number
  number: string
  title: string
  summary: string
  journalNumber: string | null
  sideInternal: BodySubject['side']
  openedAt: Instant
  closedAt: Instant | null
  closedReason: string | null
  /** Closed as an item can be. */
  withheld: 0 | 1
  withheldReason: string | null
  publicTitle: string | null
  /** Its own title and texts may be read; where not, its title is the one that stands in, and the texts are empty. */
  inside: 0 | 1
  version: number
  bodyId: number
  bodyName: string
  bodyKind: BodySubject['kind']
  bodySide: BodySubject['side']
}

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
    db.sql.all<CaseRow>(
      `SELECT ${columnsFor(view)} FROM "Case" c JOIN Body b ON b.id = c.bodyId
       WHERE ${[...where, ...between(after, end)].join(' AND ')}
       ORDER BY c.openedAt DESC, c.id DESC LIMIT ${pageSize + 1}`,
      ...values,
      ...keysOf(after, end),
    )
  if (!filter.q) return rows(filter.after, null)
  const end = (after: Cursor | null) =>
    db.sql.get<Cursor>(
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
  const row = db.sql.get<CaseRow>(
    `SELECT ${columnsFor(view)} FROM "Case" c JOIN Body b ON b.id = c.bodyId WHERE c.number = ? AND ${view.cases('c')}`,
    number,
  )
  return row ?? null
}

/** Open cases that an item of the body may be put under: shared ones, and the body's own side's. */
export const casesForItems = (
  db: Database,
  actor: Actor,
  side: BodySubject['side'],
): { id: number; number: string; title: string }[] =>
  db.sql.all(
    `SELECT c.id, c.number, ${viewOf(actor).caseTitle('c')} AS title FROM "Case" c
     WHERE c.closedAt IS NULL AND ${viewOf(actor).cases('c')} AND (c.sideInternal IS NULL OR c.sideInternal = ?)
     ORDER BY c.openedAt DESC, c.id DESC LIMIT 200`,
    side ?? '',
  )
