export type {
  ConsequenceDraft,
  DraftContent,
  FollowUpDraft,
  StanceDraft,
} from './decision-rules.ts'
export { decisionPath, decisionStates } from './labels.ts'
export { type DecisionDraft, type RecordedDecision, recordDecision } from './record-decision.ts'
export * from './settle-rules.ts'
export { type Withdrawal, withdrawDecision } from './withdraw-decision.ts'
