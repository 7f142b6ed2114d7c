import type { Actor, Side } from '../../../../access/actor.ts'
import { viewOf } from '../../../../access/visibility.ts'
import type { SqlValue } from '../../../../database/prepared-reader.ts'
import type { RowReader } from '../../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { Day } from '../../../../kernel/days.ts'
import { adoptedSql, inForceSql } from '../../../decisions/adoption/index.ts'
import type { ActionState } from './action-rules.ts'

const json = (path: string, of = 'a.value') => `json_extract(${of}, '$.${path}')`

/**
 * SQL of WITH RECURSIVE: `acted`, the actions of all plans that are in force, each with its last state. One value to
 * bind, the day. @param seen SQL condition: which decisions `d` the reader may see
 */
export const actedSql = (seen: string): string => `WITH RECURSIVE ${adoptedSql(seen)}, ${inForceSql},
  planned AS MATERIALIZED (
    SELECT p.id AS planId, p.year, ps.slug AS plan, p.strategyId, ss.slug AS strategy,
           ${json('strategy.title', 'n.content')} AS strategyTitle, ${json('strategy.draftId', 'n.content')} AS underDraftId,
           ${json('key')} AS key, ${json('title')} AS title, ${json('text')} AS text,
           ${json('goal.key')} AS goalKey, ${json('goal.name')} AS goalName, ${json('side')} AS side,
           ${json('organisation.id')} AS organisationId, ${json('organisation.name')} AS organisation,
           ${json('person.id')} AS personId, ${json('person.name')} AS person, ${json('partners')} AS partners,
           ${json('area.id')} AS areaId, ${json('area.name')} AS area, ${json('deadline')} AS deadline,
           ${json('from.plan')} AS fromPlan, ${json('from.key')} AS fromKey, ${json('followUpId')} AS followUpId
    FROM inForce f JOIN ActionPlan p ON p.textId = f.textId JOIN SharedText ps ON ps.id = p.textId
      JOIN SharedText ss ON ss.id = p.strategyId JOIN TextDraft n ON n.id = f.draftId
      JOIN json_each(n.content, '$.actions') a
  ),
  acted AS MATERIALIZED (
    SELECT planned.*, coalesce(g.state, 'NOT_STARTED') AS state, coalesce(g.id, 0) AS told, g.at AS toldAt,
           (SELECT v.goalName FROM ActionMove v WHERE v.planId = planned.planId AND v.action = planned.key AND v.fate = 'MOVED'
            ORDER BY v.id DESC LIMIT 1) AS movedTo,
           EXISTS (SELECT 1 FROM planned later WHERE later.fromPlan = planned.planId AND later.fromKey = planned.key) AS carried
    FROM planned LEFT JOIN ActionProgress g ON g.id =
      (SELECT max(l.id) FROM ActionProgress l WHERE l.planId = planned.planId AND l.action = planned.key)
  )`

/** What is read of an action, by its columns. */
export const actionCells = {
  planId: column.number,
  year: column.number,
  plan: column.text,
  strategyId: column.number,
  strategy: column.text,
  strategyTitle: column.text,
  underDraftId: column.number,
  key: column.text,
  title: column.text,
  text: column.text,
  goalKey: column.orNull(column.text),
  goalName: column.orNull(column.text),
  side: column.orNull(column.oneOf<Side>()),
  organisationId: column.orNull(column.number),
  organisation: column.orNull(column.text),
  personId: column.orNull(column.number),
  person: column.orNull(column.text),
  partners: column.text,
  areaId: column.orNull(column.number),
  area: column.orNull(column.text),
  deadline: column.day,
  followUpId: column.orNull(column.number),
  state: column.oneOf<ActionState>(),
  /** The last state's row; 0: none was told. */
  told: column.number,
  toldAt: column.orNull(column.moment),
  /** The goal of a later version of the strategy that it was moved to. */
  movedTo: column.orNull(column.text),
  /** It is gone on with in a later year's plan. */
  carried: column.flag,
}
const actionRow = rowsOf(actionCells)
export type ActionRow = RowOf<typeof actionRow>
export const actionColumns = Object.keys(actionCells)
  .map(name => `x."${name}"`)
  .join(', ')

/** What a reader sees decided. */
export const seenBy = (actor: Actor): string => {
  const view = viewOf(actor)
  return `${view.decisions('d')} AND ${view.insideDecisions('d')}`
}

/** The actions in force that a condition on `x` holds for, by their deadlines: one statement. */
export const readActions = async (
  read: RowReader,
  { today, seen, where = '1 = 1', limit = 5000 }: { today: Day; seen: string; where?: string; limit?: number },
  ...values: SqlValue[]
): Promise<ActionRow[]> =>
  read(
    actionRow,
    `${actedSql(seen)} SELECT ${actionColumns} FROM acted x WHERE ${where} ORDER BY x.deadline, x.planId, x.key LIMIT ?`,
    today,
    ...values,
    limit,
  )
