export { verifyDecisions } from './audit/verify-decisions.ts'
export {
  type DecisionState,
  isInEffect,
  standsSql,
  takenSql,
  takenWhere,
} from './decision-state.ts'
export { decisionGroup, decisionTitle } from './event-subjects.ts'
export { decisionAddress, decisionForm } from './forms.ts'
export { areaFacts, areaNames, decisionStates, stanceNames } from './labels.ts'
export type {
  ConsequenceDraft,
  DraftContent,
  FollowUpDraft,
  StanceDraft,
} from './record/decision-rules.ts'
export { decisionTextFrom } from './record/decision-text.ts'
export { recordTyped } from './record/draft-acts.ts'
export { draftModel, type Shown, shownAfter, shownAgain } from './record/draft-model.ts'
export { revisionForm } from './record/draft-page.ts'
export { type DecisionDraft, type RecordedDecision, recordDecision, toldOf } from './record/record-decision.ts'
export type { ReplacementDraft } from './record/replacement.ts'
export { type Withdrawal, withdrawDecision } from './record/withdraw-decision.ts'
export { type DecisionRow, findDecision } from './register/decision-queries.ts'
export { bodySubject } from './register/pages.ts'
export { answerText, askedText, referralTags } from './register/trail.ts'
export { readReferrals, type TrailReferral } from './register/trail-queries.ts'
export {
  adjustTotal,
  attachProtocol,
  registerMandate,
  revokeMandate,
  supersedeMandate,
} from './settle/change-mandate.ts'
export { askToAccept, settleConditionsOf } from './settle/conditions.ts'
export { settleCovered } from './settle/covered-meanwhile.ts'
export { giveOneOffs } from './settle/one-offs.ts'
export { kindOf } from './settle/pending-decision.ts'
export { recheckDecision } from './settle/recheck-decision.ts'
export * from './settle/referral-rules.ts'
export {
  isOverdue,
  isWaiting,
  overdueSql,
  type ReferralState,
  referralStateOf,
  referralStateSql,
  waitingSql,
} from './settle/referral-state.ts'
export { settlePending } from './settle/settle-pending.ts'
export * from './settle/settle-rules.ts'
export { decisionOf, referralOf } from './settle/stored-rows.ts'
