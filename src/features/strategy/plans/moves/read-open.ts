import type { RowReader } from '../../../../database/reader.ts'
import type { Day } from '../../../../kernel/days.ts'
import { strategiesInForce } from '../../implementation/index.ts'
import { openActionSql } from '../actions/action-rules.ts'
import { type ActionRow, readActions } from '../actions/actions-sql.ts'
import { goalChoices } from '../choices.ts'

/** SQL condition on `x` of `acted`: nobody has said yet what becomes of it under the strategy's version. One value, the draft. */
const undecidedSql = `(x.underDraftId <> ? AND NOT EXISTS
  (SELECT 1 FROM ActionMove v WHERE v.planId = x.planId AND v.action = x.key AND v.draftId = ?))`

export interface OpenActions {
  strategy: { textId: number; draftId: number; slug: string; title: string; version: number }
  goals: { key: string; name: string }[]
  actions: ActionRow[]
}

/**
 * The open actions of a strategy that were adopted under an earlier version of it, and of which nobody has said yet what
 * becomes of them. Null: no version of the strategy is in force. Two statements.
 */
export async function readOpen(
  read: RowReader,
  slug: string,
  { today, seen }: { today: Day; seen: string },
): Promise<OpenActions | null> {
  const found = (await strategiesInForce(read, today, seen)).find(one => one.slug === slug)
  if (!found) return null
  const { textId, draftId, title, version, content } = found
  const where = `x.strategyId = ? AND ${openActionSql('x')} AND ${undecidedSql}`
  const actions = await readActions(read, { today, seen, where }, textId, draftId, draftId)
  return { strategy: { textId, draftId, slug, title, version }, goals: goalChoices(content), actions }
}
