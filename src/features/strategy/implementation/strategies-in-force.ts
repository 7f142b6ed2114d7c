import { minutesAreOutSql } from '../../../access/meeting-states.ts'
import type { RowReader } from '../../../database/reader.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import type { Day } from '../../../kernel/days.ts'
import { compareDanish } from '../../../kernel/text.ts'
import { adoptedSql, inForceSql } from '../../decisions/adoption/index.ts'
import { type StrategyContent, strategyKind } from '../strategies/index.ts'

/** A strategy in the version that is in force. */
export interface StrategyInForce {
  textId: number
  draftId: number
  slug: string
  title: string
  version: number
  content: StrategyContent
}

/** SQL condition: a decision `d` that all parties read. */
const readByAll = `(NOT d.closed AND EXISTS
  (SELECT 1 FROM Meeting am WHERE am.id = d.meetingId AND ${minutesAreOutSql('am.state')}))`

const row = rowsOf({
  textId: column.number,
  draftId: column.number,
  slug: column.text,
  title: column.text,
  version: column.number,
  content: column.text,
})

/**
 * The strategies in force on a day, by title: one statement.
 * @param seen SQL condition: which decisions `d` count; left out: those that all parties read
 */
export async function strategiesInForce(read: RowReader, on: Day, seen = readByAll): Promise<StrategyInForce[]> {
  const rows = await read(
    row,
    `WITH RECURSIVE ${adoptedSql(seen)}, ${inForceSql}
     SELECT s.id AS textId, n.id AS draftId, s.slug, n.title, n.version, n.content
     FROM inForce f JOIN TextDraft n ON n.id = f.draftId JOIN SharedText s ON s.id = f.textId
     WHERE s.kind = ?`,
    on,
    strategyKind.key,
  )
  return rows
    .map(({ content, ...rest }) => ({ ...rest, content: strategyKind.sealed.thaw(content) }))
    .toSorted((one, other) => compareDanish(one.title, other.title) || one.textId - other.textId)
}
