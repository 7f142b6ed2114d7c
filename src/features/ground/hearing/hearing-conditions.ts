import type { Day } from '../../../kernel/days.ts'
import { type Condition, condition } from '../../../kernel/steps/steps.ts'
import { listDanish } from '../../../kernel/text.ts'
import { isOpen } from './hearing-rules.ts'

/** What the steps of a thing that is heard about ask, besides its own. */
export interface HearingFacts {
  today: Day
  hearingUntil: Day | null
  /** The new last day that the step sets, where it sets one. */
  newDeadline: Day | null
  /** Names of those asked who have not answered. */
  hearingUnansweredBy: string[]
}

/** For the step that opens a hearing, and for the one that extends it; the step's form has the day in »until«. */
export const laterDeadline = condition<Pick<HearingFacts, 'today' | 'newDeadline'>>(
  'laterDeadline',
  'Den nye frist ligger efter i dag.',
  ({ newDeadline, today }) => (newDeadline !== null && newDeadline > today ? null : 'Fristen skal ligge efter i dag.'),
  'until',
)

/** For the step that goes on from a hearing. @param who is asked, as the sentence begins: »Begge strategigrupper« */
export const hearingOver = (who: string): Condition<HearingFacts> =>
  condition(
    'hearingOver',
    `${who} har afgivet høringssvar, eller høringsfristen er udløbet.`,
    ({ hearingUntil, hearingUnansweredBy, today }) =>
      hearingUnansweredBy.length === 0 || (hearingUntil !== null && !isOpen({ until: hearingUntil }, today))
        ? null
        : `Høringsfristen er ikke udløbet, og der mangler svar fra ${listDanish(hearingUnansweredBy)}.`,
  )
