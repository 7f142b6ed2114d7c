import { goalsOf, type StrategyContent } from '../strategies/index.ts'
import { wholeText } from './implementation-rules.ts'

/** What is asked of a strategy: how far the organisation is with this. */
export interface Question {
  /** The goal's lasting key, or that of the whole text. */
  key: string
  /** »Mål 1.2«, »Hele teksten« */
  short: string
  /** The same within a sentence: »mål 1.2« */
  named: string
  title: string
  text: string
}

export function questionsOf(content: StrategyContent): Question[] {
  const goals = goalsOf(content)
  if (goals.length === 0)
    return [
      { key: wholeText, short: 'Hele teksten', named: 'hele teksten', title: content.title, text: content.purpose },
    ]
  return goals.map(({ number, goal }) => ({
    key: goal.key,
    short: `Mål ${number}`,
    named: `mål ${number}`,
    title: goal.title,
    text: goal.text,
  }))
}
