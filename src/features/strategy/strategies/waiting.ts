import type { Actor } from '../../../access/actor.ts'
import { mayDo } from '../../../access/policy.ts'
import type { WaitingLine, WaitingLines } from '../../../http/feature.ts'
import { daysBetween, yearOf } from '../../../kernel/days.ts'
import { plural } from '../../../kernel/text.ts'
import { lastYearDue } from '../knowledge/index.ts'
import { readStrategiesInForce, type StrategyInForce } from './in-force.ts'
import { strategyPath, strategyProgressPath } from './paths.ts'
import { progressInWords } from './progress/progress-rules.ts'
import { type AppraisalRow, readAppraisals } from './progress/queries.ts'
import { appraisalMonth } from './progress/read-progress.ts'
import { targetsOf } from './strategy-numbers.ts'

/** What both secretariats have to do for the strategies in force: look at them anew, and appraise what is judged in words. */
export const strategiesWaiting: WaitingLines[] = [{ order: 84, lines: waitingLines }]

/** Days ahead that a review is told of. */
const ahead = 60

function waitingLines(actor: Actor): WaitingLine[] {
  if (!mayDo(actor, 'prepareTexts')) return []
  const inForce = readStrategiesInForce(actor)
  if (inForce.length === 0) return []
  const appraisals = readAppraisals(
    actor.database,
    inForce.map(({ textId }) => textId),
  )
  return inForce.flatMap(one => [...reviewLine(actor, one), ...appraisalLine(actor, one, appraisals)])
}

function reviewLine(actor: Actor, { slug, content }: StrategyInForce): WaitingLine[] {
  const { reviewOn, title } = content
  if (reviewOn === null) return []
  const days = daysBetween(actor.today, reviewOn)
  if (days > ahead) return []
  return [{ text: `Gennemgå »${title}«`, href: strategyPath(slug), by: reviewOn, urgent: days <= 7 }]
}

function appraisalLine(
  actor: Actor,
  { slug, textId, content }: StrategyInForce,
  appraisals: readonly AppraisalRow[],
): WaitingLine[] {
  const due = lastYearDue(actor.today, appraisalMonth)
  const late = targetsOf(content).filter(({ target }) => {
    if (target.measure !== 'QUALITATIVE') return false
    const standing = appraisals.filter(one => one.textId === textId && one.target === target.key && !one.corrected)
    const horizon = { from: yearOf(content.from), to: target.year ?? yearOf(content.to) }
    return progressInWords(horizon, standing, due).state === 'NOT_UPDATED'
  })
  if (late.length === 0) return []
  return [
    {
      text: `Skriv vurderingen for ${due} af ${plural(late.length, 'delmål', 'delmål')} i »${content.title}«`,
      href: strategyProgressPath(slug),
      by: null,
      urgent: false,
    },
  ]
}
