/** The door of the strategies: what other features may use. */

export { beginStrategy, type StrategyHead } from './change-strategy.ts'
export { readStrategiesInForce, type StrategyInForce } from './in-force.ts'
export { addPart, editPart, type SaidPart, type SaidTarget } from './parts/change-part.ts'
export { appraiseTarget } from './progress/appraise-target.ts'
export type { Goal, Named, StrategyContent } from './strategy-content.ts'
export { strategyKind } from './strategy-kind.ts'
export { goalsOf, type NumberedGoal } from './strategy-numbers.ts'
