export { adjustTotal, attachProtocol, registerMandate, revokeMandate, supersedeMandate } from './change-mandate.ts'
export { askToAccept, conditionsUnder, settleConditionsOf } from './conditions.ts'
export { settleCovered } from './covered-meanwhile.ts'
export { type DecisionRow, findDecision } from './decision-queries.ts'
export type {
  ConsequenceDraft,
  DraftContent,
  FollowUpDraft,
  StanceDraft,
} from './decision-rules.ts'
export { decisionEvents } from './event-kinds.ts'
export { decisionAddress } from './forms.ts'
export { areaFacts, decisionPath, decisionStates, stanceNames } from './labels.ts'
export { giveOneOffs } from './one-offs.ts'
export { kindOf, loadDecision } from './pending-decision.ts'
export { recheckDecision } from './recheck-decision.ts'
export { type DecisionDraft, type RecordedDecision, recordDecision } from './record-decision.ts'
export * from './referral-rules.ts'
export type { DecisionState } from './register-queries.ts'
export type { ReplacementDraft } from './replacement.ts'
export { settlePending } from './settle-pending.ts'
export * from './settle-rules.ts'
export { answerText, askedText, extensionsOf, referralTags } from './trail.ts'
export { readReferrals, type TrailReferral } from './trail-queries.ts'
export { verifyDecisions } from './verify-decisions.ts'
export { type Withdrawal, withdrawDecision } from './withdraw-decision.ts'
