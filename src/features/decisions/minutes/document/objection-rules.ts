import { addDays, type Day, dayOf, type Instant } from '../../../../kernel/days.ts'
import { isPast } from '../../../../kernel/last-day.ts'

/** Last day for objections: so many calendar days after the day on which the minutes were sent (R62). */
export const objectionDeadline = (sentAt: Instant, objectionDays: number): Day => addDays(dayOf(sentAt), objectionDays)

export interface ObjectionFacts {
  answered: boolean
  upheld: boolean
}

export interface ApprovalFacts {
  today: Day
  until: Day
  objections: readonly ObjectionFacts[]
  /** The body itself approved them at a later meeting: the deadline need not have run out. */
  atMeeting: boolean
}

export type ApprovalVerdict = 'approved' | 'unanswered' | 'upheld' | 'tooEarly'

/**
 * Whether minutes that are out may be approved. An unanswered objection stands in the way whatever the day, and one
 * that was upheld takes the minutes back instead.
 */
export function judgeApproval(facts: ApprovalFacts): ApprovalVerdict {
  if (facts.objections.some(objection => !objection.answered)) return 'unanswered'
  if (facts.objections.some(objection => objection.upheld)) return 'upheld'
  return facts.atMeeting || isPast(facts.until, facts.today) ? 'approved' : 'tooEarly'
}
