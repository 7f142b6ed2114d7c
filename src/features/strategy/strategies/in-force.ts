import type { Actor } from '../../../access/actor.ts'
import { viewOf } from '../../../access/visibility.ts'
import { column, rowsOf } from '../../../database/rows.ts'
import { untilCommitMade } from '../../../database/until-commit.ts'
import type { Day } from '../../../kernel/days.ts'
import { adoptedSql, inForceSql } from '../../decisions/adoption/index.ts'
import type { StrategyContent } from './strategy-content.ts'
import { strategyKind } from './strategy-kind.ts'
import { goalsOf, type NumberedGoal } from './strategy-numbers.ts'

const standingRow = rowsOf({
  textId: column.number,
  draftId: column.number,
  slug: column.text,
  version: column.number,
  content: column.text,
  from: column.day,
})

/** A strategy, policy or guideline as it stands on a day, with its goals by their lasting keys. */
export interface StrategyInForce {
  textId: number
  draftId: number
  slug: string
  version: number
  /** From when this version is in force. */
  inForceFrom: Day
  content: StrategyContent
  goals: NumberedGoal[]
}

/**
 * Those in force on a day, as this person may know, by title. One statement.
 * @param slug left out: all of them
 */
export const readStrategiesInForce = (actor: Actor, on: Day = actor.today, slug = ''): readonly StrategyInForce[] =>
  kept(actor.database, `${actor.personId} ${on} ${slug}`, () => readInForce(actor, on, slug))

/** People whose strategies are kept at a time. */
const kept = untilCommitMade<readonly StrategyInForce[]>(40)

function readInForce(actor: Actor, on: Day, slug: string): StrategyInForce[] {
  const view = viewOf(actor)
  return actor.database.sql
    .all(
      standingRow,
      `WITH RECURSIVE ${adoptedSql(`${view.decisions('d')} AND ${view.insideDecisions('d')}`)}, ${inForceSql}
       SELECT s.id AS textId, n.id AS draftId, s.slug, n.version, n.content, f."from"
       FROM inForce f JOIN SharedText s ON s.id = f.textId JOIN TextDraft n ON n.id = f.draftId
       WHERE s.kind = ? AND (? = '' OR s.slug = ?) ORDER BY fold(n.title), s.id`,
      on,
      strategyKind.key,
      slug,
      slug,
    )
    .map(({ content: stored, from, ...row }) => {
      const content = strategyKind.sealed.thaw(stored)
      return { ...row, inForceFrom: from, content, goals: goalsOf(content) }
    })
}
