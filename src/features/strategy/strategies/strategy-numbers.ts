import type { Goal, GuidingStar, StrategyContent, Target } from './strategy-content.ts'

export interface NumberedTarget {
  /** »1.2.3«, as the document prints it. */
  number: string
  goal: NumberedGoal
  target: Target
}

export interface NumberedGoal {
  /** »1.2« */
  number: string
  star: GuidingStar
  starNumber: number
  goal: Goal
}

/** The goals of a text in its order, with the numbers that the document gives them. */
export const goalsOf = ({ stars }: Pick<StrategyContent, 'stars'>): NumberedGoal[] =>
  stars.flatMap((star, at) =>
    star.goals.map((goal, nth) => ({ number: `${at + 1}.${nth + 1}`, star, starNumber: at + 1, goal })),
  )

export const targetsOf = (content: Pick<StrategyContent, 'stars'>): NumberedTarget[] =>
  goalsOf(content).flatMap(numbered =>
    numbered.goal.targets.map((target, at) => ({ number: `${numbered.number}.${at + 1}`, goal: numbered, target })),
  )
