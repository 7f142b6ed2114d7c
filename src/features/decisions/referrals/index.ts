export {
  type Answered,
  answerReferral,
  type ReferralAnswer,
  type StandingMandate,
} from './answer-referral.ts'
export { referralEvents } from './event-kinds.ts'
export { extendDeadline } from './extend-deadline.ts'
