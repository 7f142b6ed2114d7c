export { choicesOf } from './choices.ts'
export { enterMovements, heldBy, type MandateMovement, releaseDraws } from './draw-on-mandates.ts'
export { mandateAddress, revokeForm } from './forms.ts'
export { jointGroup } from './joint-group.ts'
export * from './labels.ts'
export { type CheckReads, checkDecision, type DecisionFacts, loadCheckFacts } from './load-check-facts.ts'
export {
  type CheckedRow,
  type CheckFacts,
  type ConsequenceRow,
  checkMandates,
  type Draw,
  drawsOf,
  type MandateCheck,
  missingBodies,
  uncoveredIn,
  verdictsOf,
} from './mandate-check.ts'
export { inPreferredOrder } from './mandate-order.ts'
export {
  type Candidate,
  type CheckedOrganisation,
  type ConsequenceKind,
  capacityOf,
  coversKind,
  lastDayOf,
  type MandateFacts,
  type MandateState,
  mandateStateOn,
  obstacleOf,
  reachOf,
  remainingOf,
  type Span,
} from './mandate-rules.ts'
export type { DecisionScope, MandateScope, Tasks } from './mandate-scope.ts'
export type { Covered, NotCovered, Part, Verdict } from './mandate-verdict.ts'
export { type Matrix, matrixOf, storedCheck } from './matrix.ts'
export { giveOneOffMandate, type OneOffMandate } from './one-off-mandate.ts'
export { revokePage } from './pages.ts'
export { enterMandate, type NewMandate, registerMandate } from './register-mandate.ts'
export { enterRevocation, type Revocation } from './revoke-mandate.ts'
export { keptBy } from './routes.ts'
export * from './verdict-text.ts'
