import type { WaitingLines } from '../../../http/feature.ts'
import { addDays, longDay } from '../../../kernel/days.ts'
import { bodyInSentence } from '../../../kernel/text.ts'
import { answerBy } from './answer-rules.ts'
import { callAnswersPath } from './paths.ts'
import { unanswered } from './queries.ts'

/** The call waits until it is answered, one way or the other. */
export const callAnswersWaiting: WaitingLines[] = [
  {
    order: 11,
    lines: actor =>
      unanswered(actor).map(({ id, day, bodyName }) => ({
        text: `Svar, om du deltager i mødet den ${longDay(day)} i ${bodyInSentence(bodyName)}`,
        href: callAnswersPath(id),
        by: answerBy(day),
        urgent: answerBy(day) <= addDays(actor.today, 2),
      })),
  },
]
