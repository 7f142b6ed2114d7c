export { verifyDecisions } from './audit/verify-decisions.ts'
export { decisionGroup, decisionTitle } from './event-subjects.ts'
export { decisionAddress } from './forms.ts'
export { areaFacts, decisionPath, decisionStates, stanceNames } from './labels.ts'
export type {
  ConsequenceDraft,
  DraftContent,
  FollowUpDraft,
  StanceDraft,
} from './record/decision-rules.ts'
export { type DecisionDraft, type RecordedDecision, recordDecision } from './record/record-decision.ts'
export type { ReplacementDraft } from './record/replacement.ts'
export { type Withdrawal, withdrawDecision } from './record/withdraw-decision.ts'
export { type DecisionRow, findDecision } from './register/decision-queries.ts'
export type { DecisionState } from './register/register-queries.ts'
export { answerText, askedText, extensionsOf, referralTags } from './register/trail.ts'
export { readReferrals, type TrailReferral } from './register/trail-queries.ts'
export {
  adjustTotal,
  attachProtocol,
  registerMandate,
  revokeMandate,
  supersedeMandate,
} from './settle/change-mandate.ts'
export { askToAccept, conditionsUnder, settleConditionsOf } from './settle/conditions.ts'
export { settleCovered } from './settle/covered-meanwhile.ts'
export { giveOneOffs } from './settle/one-offs.ts'
export { kindOf, loadDecision } from './settle/pending-decision.ts'
export { recheckDecision } from './settle/recheck-decision.ts'
export * from './settle/referral-rules.ts'
export { settlePending } from './settle/settle-pending.ts'
export * from './settle/settle-rules.ts'
