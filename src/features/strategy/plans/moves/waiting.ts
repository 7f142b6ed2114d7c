import type { Actor } from '../../../../access/actor.ts'
import { inSecretariat } from '../../../../access/policy.ts'
import { keptRows } from '../../../../database/kept-rows.ts'
import { column, type RowOf, rowsOf } from '../../../../database/rows.ts'
import type { WaitingLine, WaitingLines } from '../../../../http/feature.ts'
import { plural } from '../../../../kernel/text.ts'
import { openActionSql } from '../actions/action-rules.ts'
import { actedSql, seenBy } from '../actions/actions-sql.ts'
import { openActionsPath } from '../paths.ts'

/** To the secretariats: strategies of which a new version came into force while actions were open. */
export const movesWaiting: WaitingLines[] = [{ order: 89, lines }]

const row = rowsOf({ strategy: column.text, title: column.text, count: column.number })

/** @param strategyId of one strategy alone; null: of all. One statement. */
export const readUndecided = (actor: Actor, strategyId: number | null): RowOf<typeof row>[] =>
  keptRows(
    actor.database,
    row,
    `${actedSql(seenBy(actor))}
     SELECT x.strategy, max(n.title) AS title, count(*) AS count FROM acted x JOIN inForce f ON f.textId = x.strategyId
       JOIN TextDraft n ON n.id = f.draftId
     WHERE ${openActionSql('x')} AND x.underDraftId <> f.draftId AND (? IS NULL OR x.strategyId = ?) AND NOT EXISTS
       (SELECT 1 FROM ActionMove v WHERE v.planId = x.planId AND v.action = x.key AND v.draftId = f.draftId)
     GROUP BY x.strategyId ORDER BY x.strategyId`,
    actor.today,
    strategyId,
    strategyId,
  )

function lines(actor: Actor): WaitingLine[] {
  if (!inSecretariat(actor, null)) return []
  return readUndecided(actor, null).map(({ strategy, title, count }) => ({
    text: `Flyt, behold eller luk ${plural(count, 'åben handling', 'åbne handlinger')} under en tidligere version af »${title}«`,
    href: openActionsPath(strategy),
    by: null,
    urgent: false,
  }))
}
