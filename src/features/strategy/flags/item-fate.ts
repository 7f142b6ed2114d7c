import type { View } from '../../../access/visibility.ts'
import type { RowReader } from '../../../database/reader.ts'
import { column, type RowOf, rowsOf } from '../../../database/rows.ts'
import { sentItems } from '../../meetings/cases/index.ts'
import type { ItemFate } from './flag-steps.ts'

type Outcome =
  | 'NOTED'
  | 'DISCUSSED'
  | 'DECIDED'
  | 'DECIDED_WITH_CHANGES'
  | 'ADOPTED_SUBJECT_TO_APPROVAL'
  | 'REJECTED'
  | 'POSTPONED'
  | 'SENT_BACK'
  | 'FORWARDED'
  | 'WITHDRAWN'
  | 'NOT_REACHED'

/** What becomes of a flag with its item: `fateSql` answers the same. */
export function fateOf(item: { removed: boolean; cancelled: boolean; outcome: Outcome | null }): ItemFate {
  if (item.removed || item.cancelled) return 'GONE'
  if (item.outcome === null || waiting.includes(item.outcome)) return 'AWAITS'
  return over.includes(item.outcome) ? 'GONE' : 'TREATED'
}

/** It comes to a later meeting. */
const waiting: readonly Outcome[] = ['POSTPONED', 'NOT_REACHED']
/** It comes to none of the group's by itself. */
const over: readonly Outcome[] = ['SENT_BACK', 'FORWARDED', 'WITHDRAWN']

const among = (outcomes: readonly Outcome[]) => outcomes.map(one => `'${one}'`).join(', ')

/** SQL: the same of an item `i`, its meeting `m` and its treatment `t`, joined from the left. */
export const fateSql = `CASE WHEN i.removedAt IS NOT NULL OR m.state = 'CANCELLED' THEN 'GONE'
  WHEN t.outcome IS NULL OR t.outcome IN (${among(waiting)}) THEN 'AWAITS'
  WHEN t.outcome IN (${among(over)}) THEN 'GONE' ELSE 'TREATED' END`

/**
 * SQL for WITH RECURSIVE: `carried(stepId, itemId)`, the items that flags were put on agendas as, and those that they
 * were carried over to. From the few steps to their items, never the other way.
 * @param which SQL condition on the step `s`
 */
export const carriedSql = (which: string): string => `carried(stepId, itemId) AS (
    SELECT s.id, s.itemId FROM FlagStep s WHERE s.itemId IS NOT NULL AND ${which}
    UNION ALL SELECT c.stepId, i.id FROM carried c JOIN AgendaItem i ON i.carriedFromId = c.itemId AND i.removedAt IS NULL
  )`

const itemRow = rowsOf({
  stepId: column.number,
  itemId: column.number,
  position: column.number,
  meetingId: column.number,
  meeting: column.text,
  day: column.day,
  fate: column.oneOf<ItemFate>(),
  /** This reader may read the item on its agenda. */
  readable: column.flag,
})
export type FlagItem = RowOf<typeof itemRow>

const statement = (readable: string) => `WITH RECURSIVE ${carriedSql('s.flagId = ?')},
  last AS (SELECT stepId, max(itemId) AS itemId FROM carried GROUP BY stepId)
  SELECT l.stepId, i.id AS itemId, i.position, m.id AS meetingId, m.number AS meeting, m.day, ${fateSql} AS fate, ${readable} AS readable
  FROM last l CROSS JOIN AgendaItem i ON i.id = l.itemId CROSS JOIN Meeting m ON m.id = i.meetingId LEFT JOIN Treatment t ON t.itemId = i.id
  ORDER BY l.stepId`

/** An item that comes with a supplement is told of when the supplement has been sent. */
const readableSql = (view: View): string =>
  `(${view.agendas('m')} AND ${sentItems(view).onAgenda('m', 'i')} AND ${view.itemTexts('m', 'i', 't')})`

/**
 * The items of one flag's steps as they stand now, each the last that it was carried over to: one statement.
 * @param view of the reader; left out: an act asks, which may read all
 */
export const readItems = async (read: RowReader, flagId: number, view?: View): Promise<FlagItem[]> =>
  read(itemRow, statement(view ? readableSql(view) : '1'), flagId)
