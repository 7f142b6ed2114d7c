import type { Day } from '../../../kernel/days.ts'
import { type Objection, objection } from '../../../kernel/objection.ts'
import { isOn, type Period } from '../../../kernel/periods.ts'
import {
  judgeRow as judgeAnswer,
  type RowAnswer,
  type RowVerdict,
  type RowWords,
  type StandingRow,
} from '../../ground/answers/index.ts'
import { type HalfYear, halfBefore, halfKey, halfText, halfYearOf } from './half-year.ts'

export const implementationStates = ['NOT_STARTED', 'PLANNED', 'IN_PROGRESS', 'DONE', 'OPTED_OUT'] as const
export type ImplementationState = (typeof implementationStates)[number]

export type ImplementationAnswer = RowAnswer<ImplementationState>
export type StandingImplementation = StandingRow<ImplementationState>

/** Who is asked, each for itself. An administrator owns no homes: it may answer for its associations. */
export const kindsAsked = ['HOUSING_ORGANISATION', 'ASSOCIATION', 'DEPARTMENT'] as const

/** §5, R52: every organisation of the parties, as they are on the day the round is opened. */
export const isAsked = (organisation: Period & { kind: string }, openedOn: Day): boolean =>
  kindsAsked.some(kind => kind === organisation.kind) && isOn(organisation, openedOn)

/** What is asked of a strategy: how far one is with each of its goals, or with all of it, where it has none. */
export const wholeText = 'hele'

export const isAnswered = (questions: readonly { key: string }[], answered: ReadonlySet<string>): boolean =>
  questions.every(({ key }) => answered.has(key))

/** Whether an organisation owes an answer about a strategy today. A half-year is open, late too, until the next is asked about. */
export function owesImplementation(facts: {
  organisation: Period & { kind: string }
  round: { key: string; openedOn: Day }
  newestRound: string
  questions: readonly { key: string }[]
  answered: ReadonlySet<string>
  /** Some version of the strategy is in force: what has fallen asks nobody. */
  strategyStands: boolean
  today: Day
}): boolean {
  const { organisation, round, newestRound, questions, answered, strategyStands, today } = facts
  return (
    strategyStands &&
    round.key === newestRound &&
    isAsked(organisation, round.openedOn) &&
    isOn(organisation, today) &&
    !isAnswered(questions, answered)
  )
}

/** What stands in the way of asking about a half-year; all at once. */
export function objectionsToRound(asked: {
  half: HalfYear
  deadline: Day
  today: Day
  /** The half-year of the latest round; null: there is none. */
  latest: HalfYear | null
  /** How many strategies are in force for all parties. */
  strategies: number
}): Objection[] {
  const { half, deadline, today, latest, strategies } = asked
  const now = halfYearOf(today)
  const before = halfBefore(now)
  const key = halfKey(half)
  const found: Objection[] = []
  if (strategies === 0)
    found.push(
      objection(
        'Ingen strategi gælder for alle parter endnu. Runden kan åbnes, når beslutningen om en strategi er trådt i kraft og referatet er udsendt.',
      ),
    )
  if (key !== halfKey(now) && key !== halfKey(before))
    found.push(objection(`Vælg ${halfText(now)} eller ${halfText(before)}.`, 'half'))
  else if (latest && key === halfKey(latest))
    found.push(objection(`Runden for ${halfText(half)} er allerede åbnet.`, 'half'))
  else if (latest && key < halfKey(latest))
    found.push(
      objection(`Runden for ${halfText(latest)} er åbnet. En tidligere runde kan ikke åbnes bagefter.`, 'half'),
    )
  if (deadline <= today)
    found.push(objection('Fristen skal ligge efter i dag, så organisationerne kan nå at svare.', 'deadline'))
  return found
}

/** What a row amounts to. A reason is owed where one has opted out. @param named »mål 1.2«, within a sentence */
export const judgeRow = (
  said: Parameters<typeof judgeAnswer>[0],
  {
    named,
    ...row
  }: { standing: StandingImplementation | null; offered: StandingImplementation | null; field: string; named: string },
): RowVerdict<ImplementationState> => judgeAnswer(said, { ...row, words: wordsOf(named) })

const wordsOf = (named: string): RowWords<ImplementationState> => ({
  states: implementationStates,
  choose: `Vælg, hvor langt I er med ${named}.`,
  meanwhile: by => `${by} har svaret om ${named} imens. Gem igen, hvis dit svar skal gælde.`,
  owed: state => (state === 'OPTED_OUT' ? `Skriv, hvorfor I har fravalgt ${named}.` : null),
})
