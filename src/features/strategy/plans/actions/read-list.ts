import type { Actor } from '../../../../access/actor.ts'
import { keptRows } from '../../../../database/kept-rows.ts'
import type { SqlValue } from '../../../../database/prepared-reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import { type Cursor, pageSize } from '../../../../http/pages/paging.ts'
import { fold } from '../../../../kernel/fold.ts'
import type { ActionsQuery } from '../forms.ts'
import { type ActionState, openActionSql, overdueActionSql } from './action-rules.ts'
import { actedSql, actionCells, actionColumns, seenBy } from './actions-sql.ts'

/** By whom, by where or by when: what the list is ordered by, and told apart by. At most forty letters. */
const groups = {
  '': `printf('%05d', coalesce((SELECT o.side = 'MUNICIPALITY' FROM Organisation o WHERE o.id = x.organisationId), 0) * 10000
    + coalesce((SELECT o.position FROM Organisation o WHERE o.id = x.organisationId), 9999)) || coalesce(x.organisationId, 0)`,
  omraade: `CASE WHEN x.area IS NULL THEN '~' ELSE substr(fold(x.area), 1, 30) || ' ' || x.areaId END`,
  maaned: 'substr(x.deadline, 1, 7)',
} as const

const listRow = rowsOf({ ...actionCells, place: column.text, number: column.number })
const countRow = rowsOf({
  state: column.oneOf<ActionState>(),
  carried: column.flag,
  count: column.number,
  overdue: column.number,
})

function conditionsOf(actor: Actor, query: ActionsQuery, year: number): { where: string; values: SqlValue[] } {
  const conditions = ['x.year = ?']
  const values: SqlValue[] = [year]
  const where = (condition: string, ...given: SqlValue[]) => {
    conditions.push(condition)
    values.push(...given)
  }
  if (query.vis === 'aabne') where(openActionSql('x'))
  if (query.vis === 'overskredne') where(overdueActionSql('x'), actor.today)
  if (query.vis === 'gennemfoert') where(`x.state = 'DONE'`)
  if (query.vis === 'opgivet') where(`x.state = 'GIVEN_UP'`)
  if (query.vis === 'mine')
    where(
      '(x.personId = ? OR x.personId IS NULL AND x.organisationId = ?)',
      actor.personId,
      actor.person?.organisationId ?? 0,
    )
  if (query.part) where('x.side = ?', query.part)
  if (query.organisation) where('x.organisationId = ?', query.organisation)
  if (query.omraade) where('x.areaId = ?', query.omraade)
  if (query.maaned) where('CAST(substr(x.deadline, 6, 2) AS INTEGER) = ?', Number(query.maaned))
  if (query.strategi) where('x.strategy = ?', query.strategi)
  const words = fold(query.q).split(/\s+/).filter(Boolean).slice(0, 8)
  const searched = `fold(x.title || ' ' || x.text || ' ' || coalesce(x.organisation, '') || ' ' || coalesce(x.person, '') || ' ' || x.partners)`
  for (const one of words) where(`instr(${searched}, ?) > 0`, one)
  return { where: conditions.join(' AND '), values }
}

/** The actions of a year, one more than a page holds; all of them where no page is asked for. One statement. */
export function readList(
  actor: Actor,
  query: ActionsQuery,
  { year, after, limit = pageSize + 1 }: { year: number; after: Cursor | null; limit?: number },
): RowOf<typeof listRow>[] {
  const { where, values } = conditionsOf(actor, query, year)
  return keptRows(
    actor.database,
    listRow,
    `${actedSql(seenBy(actor))}, listed AS (
       SELECT x.*, ${groups[query.gruppe]} || '|' || x.deadline AS place,
              x.planId * 10000 + CAST(substr(x.key, 2) AS INTEGER) AS number FROM acted x WHERE ${where}
     )
     SELECT ${actionColumns}, x.place, x.number FROM listed x WHERE ${after ? '(x.place, x.number) > (?, ?)' : '1 = 1'}
     ORDER BY x.place, x.number LIMIT ?`,
    actor.today,
    ...values,
    ...(after ? [after.key, after.id] : []),
    limit,
  )
}

/** How many of them stand where, whatever page is shown: one statement. */
export function countList(actor: Actor, query: ActionsQuery, year: number): RowOf<typeof countRow>[] {
  const { where, values } = conditionsOf(actor, query, year)
  return keptRows(
    actor.database,
    countRow,
    `${actedSql(seenBy(actor))} SELECT x.state, x.carried, count(*) AS count, sum(${overdueActionSql('x')}) AS overdue
     FROM acted x WHERE ${where} GROUP BY x.state, x.carried`,
    actor.today,
    actor.today,
    ...values,
  )
}

const choiceRow = rowsOf({ kind: column.text, value: column.text, text: column.text })

/** What a year's actions can be chosen by: the organisations, areas and strategies that they name, and the years. One statement. */
export const readFilters = (actor: Actor): RowOf<typeof choiceRow>[] =>
  keptRows(
    actor.database,
    choiceRow,
    `${actedSql(seenBy(actor))}
     SELECT 'organisation' AS kind, CAST(x.organisationId AS TEXT) AS value, max(x.organisation) AS text FROM acted x
       WHERE x.organisationId IS NOT NULL GROUP BY x.organisationId
     UNION ALL SELECT 'omraade', CAST(x.areaId AS TEXT), max(x.area) FROM acted x WHERE x.areaId IS NOT NULL GROUP BY x.areaId
     UNION ALL SELECT 'strategi', x.strategy, max(x.strategyTitle) FROM acted x GROUP BY x.strategy
     UNION ALL SELECT 'aar', CAST(x.year AS TEXT), CAST(x.year AS TEXT) FROM acted x GROUP BY x.year`,
    actor.today,
  )
