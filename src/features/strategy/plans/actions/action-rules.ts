import type { Day } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'
import { judgeRow as judgeAnswer, type RowVerdict, type StandingRow } from '../../../ground/answers/index.ts'

export const actionStates = ['NOT_STARTED', 'IN_PROGRESS', 'DONE', 'GIVEN_UP'] as const
export type ActionState = (typeof actionStates)[number]

/** Something is still to be done: neither carried out nor given up, nor gone on with in a later year's plan. */
export const isOpenAction = ({ state, carried }: { state: ActionState; carried: boolean }): boolean =>
  (state === 'NOT_STARTED' || state === 'IN_PROGRESS') && !carried

/** The same as an SQL condition on a row of `acted`. */
export const openActionSql = (a: string): string =>
  `(${a}.state IN ('NOT_STARTED', 'IN_PROGRESS') AND NOT ${a}.carried)`

export const isOverdueAction = (action: { state: ActionState; carried: boolean; deadline: Day }, today: Day): boolean =>
  isOpenAction(action) && isPast(action.deadline, today)

/** The same; one value to bind, the day. */
export const overdueActionSql = (a: string): string => `(${openActionSql(a)} AND ${a}.deadline < ?)`

/** Why an action is given up is said; null: the state owes no reason. @param named the action, within a sentence */
export const noteOwed = (state: ActionState, named: string): string | null =>
  state === 'GIVEN_UP' ? `Skriv, hvorfor ${named} er opgivet.` : null

/** What a row of an organisation's page amounts to. */
export const judgeRow = (
  said: Parameters<typeof judgeAnswer>[0],
  row: {
    standing: StandingRow<ActionState> | null
    offered: StandingRow<ActionState> | null
    field: string
  },
  title: string,
): RowVerdict<ActionState> =>
  judgeAnswer(said, {
    ...row,
    words: {
      states: actionStates,
      choose: `Vælg, hvor langt I er med handlingen »${title}«.`,
      meanwhile: by => `${by} har svaret om handlingen »${title}« imens. Gem igen, hvis dit svar skal gælde.`,
      owed: state => noteOwed(state, `handlingen »${title}«`),
    },
  })
