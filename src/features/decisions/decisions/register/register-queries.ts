import type { Actor } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { PreparedReader, SqlValue } from '../../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { type Cursor, pageSize, takePage } from '../../../../http/pages/paging.ts'
import { matchWords } from '../../../../kernel/match-words.ts'
import type { ConsequenceKind, Tasks } from '../../mandates/index.ts'
import { type DecisionState, inEffectSql } from '../decision-state.ts'

export interface RegisterFilter {
  q?: string | undefined
  year?: number | undefined
  body?: number | undefined
  organisation?: number | undefined
  /** A housing area that the decision is about. */
  area?: number | undefined
  consequence?: ConsequenceKind | undefined
  state?: DecisionState | undefined
  task?: keyof Tasks | undefined
  sharedPosition?: boolean | undefined
}

const registerRow = rowsOf({
  id: column.number,
  number: column.text,
  decidedOn: column.day,
  state: column.oneOf<DecisionState>(),
  bodyId: column.number,
  closed: column.flag,
  /** False: closed to this person, who gets the public title alone. */
  readable: column.flag,
  title: column.text,
  sharedPosition: column.flag,
  economic: column.flag,
  legal: column.flag,
  organisational: column.flag,
})
export type RegisterRow = RowOf<typeof registerRow>

/**
 * The register, newest first, paged by key: one statement, and a short count where a filter may be common or rare. What a closed decision says and whom it
 * binds is no way to find it for a person who may not read it.
 */
export function readRegister(
  actor: Actor,
  filter: RegisterFilter,
  after: Cursor | null,
): { rows: RegisterRow[]; next: string | null } {
  const { sql } = actor.database
  const view = viewOf(actor)
  const conditions = [view.decisions('d')]
  const values: SqlValue[] = []
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  const inside = view.insideDecisions('d')

  if (filter.year) where('d.decidedOn BETWEEN ? AND ?', `${filter.year}-01-01`, `${filter.year}-12-31`)
  if (filter.body) where('d.bodyId = ?', filter.body)
  if (filter.state) where('d.state = ?', filter.state)
  if (filter.sharedPosition) where('d.sharedPosition = 1')
  if (filter.task) where(`d.${filter.task} = 1 AND ${inside}`)
  if (filter.consequence) where(`d.${filter.consequence} = 1 AND ${inside}`)
  if (filter.area) where(`d.id IN (SELECT decisionId FROM DecisionArea WHERE areaId = ?) AND ${inside}`, filter.area)
  if (filter.organisation) where(`${bindsCondition(sql, filter.organisation)} AND ${inside}`, filter.organisation)
  const words = filter.q ? matchWords(filter.q) : null
  // What is indexed of a closed decision is its public title and text alone.
  if (words) where('d.id IN (SELECT rowid FROM DecisionSearch WHERE DecisionSearch MATCH ?)', words)
  if (after) where('(d.decidedOn, d.id) < (?, ?)', after.key, after.id)

  const rows = sql.all(
    registerRow,
    `SELECT d.id, d.number, d.decidedOn, d.state, d.bodyId, d.closed, ${inside} AS readable,
            CASE WHEN ${inside} THEN d.title ELSE coalesce(d.publicTitle, 'Lukket punkt') END AS title,
            d.sharedPosition, d.economic, d.legal, d.organisational
     FROM Decision d
     WHERE ${conditions.join(' AND ')}
     ORDER BY d.decidedOn DESC, d.id DESC LIMIT ?`,
    ...values,
    pageSize + 1,
  )
  return takePage(rows, row => ({ key: row.decidedOn, id: row.id }))
}

/** Below this, an organisation's decisions are looked up and sorted; above it, walking the register soon meets the newest. */
const fewRows = 1_000

function bindsCondition(sql: PreparedReader, organisationId: number): string {
  const bound = `SELECT decisionId FROM Consequence WHERE organisationId = ?`
  return isFew(sql, bound, organisationId) ? `d.id IN (${bound})` : `EXISTS (${bound} AND decisionId = d.id)`
}

const countRow = rowsOf({
  rows: column.number,
})

const isFew = (sql: PreparedReader, rows: string, value: SqlValue): boolean =>
  (sql.get(countRow, `SELECT count(*) AS rows FROM (${rows} LIMIT ?)`, value, fewRows + 1)?.rows ?? 0) <= fewRows

const sharedPositionRow = rowsOf({
  id: column.number,
  number: column.text,
  year: column.number,
  serial: column.number,
  decidedOn: column.day,
  bodyName: column.text,
  title: column.text,
  text: column.text,
})
export type SharedPositionRow = RowOf<typeof sharedPositionRow>

/** R19: the shared positions in force, newest first. */
export function readSharedPositions(
  actor: Actor,
  after: Cursor | null,
): { rows: SharedPositionRow[]; next: string | null } {
  const view = viewOf(actor)
  const inside = view.insideDecisions('d')
  const rows = actor.database.sql.all(
    sharedPositionRow,
    `SELECT d.id, d.number, d.year, d.serial, d.decidedOn, b.name AS bodyName,
            CASE WHEN ${inside} THEN d.title ELSE coalesce(d.publicTitle, 'Lukket punkt') END AS title,
            CASE WHEN ${inside} THEN d.text ELSE coalesce(d.publicText, '') END AS text
     FROM Decision d CROSS JOIN Body b ON b.id = d.bodyId
     WHERE d.sharedPosition = 1 AND ${inEffectSql('d')} AND ${view.decisions('d')}
       ${after ? 'AND (d.decidedOn, d.id) < (?, ?)' : ''}
     ORDER BY d.decidedOn DESC, d.id DESC LIMIT ?`,
    ...(after ? [after.key, after.id] : []),
    pageSize + 1,
  )
  return takePage(rows, row => ({ key: row.decidedOn, id: row.id }))
}
