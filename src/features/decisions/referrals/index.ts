export {
  type Answered,
  answerReferral,
  type ReferralAnswer,
  type StandingMandate,
} from './answer-referral.ts'
