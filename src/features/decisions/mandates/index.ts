export { checkDecision, type DecisionFacts, loadCheckFacts } from './check/load-check-facts.ts'
export {
  type CheckedRow,
  type CheckFacts,
  type ConsequenceRow,
  checkMandates,
  type Draw,
  drawsOf,
  type MandateCheck,
  uncoveredIn,
} from './check/mandate-check.ts'
export { inPreferredOrder } from './check/mandate-order.ts'
export type { Covered, NotCovered, Part, Verdict } from './check/mandate-verdict.ts'
export { type Matrix, matrixOf } from './check/matrix.ts'
export { checkColumn, storedCheck, type Tried, triedColumn } from './check/stored-check.ts'
export * from './check/verdict-text.ts'
export { earlierDrawPage, reverseEarlierDrawPage } from './earlier/earlier-draw-pages.ts'
export {
  type EnteredDraw,
  enterEarlierDraw,
  type ReversedDraw,
  reverseEarlierDraw,
} from './earlier/enter-earlier-draw.ts'
export {
  adjustForm,
  earlierDrawForm,
  entryAddress,
  ledgerQuery,
  mandateAddress,
  mandateForm,
  reverseForm,
  revokeForm,
  termsForm,
  versionForm,
} from './forms.ts'
export * from './labels.ts'
export { type Adjustment, enterAdjustment } from './ledger/adjust-total.ts'
export { enterMovements, heldBy, heldByEach, type MandateMovement, releaseDraws } from './ledger/draw-on-mandates.ts'
export { adjustedSql, drawnSql, remainingOf } from './mandate-amounts.ts'
export { holdsFrom, lastDayOf, type MandateState } from './mandate-period.ts'
export {
  type Candidate,
  type CheckedOrganisation,
  type ConsequenceKind,
  coversKind,
  type MandateFacts,
  obstacleOf,
  reachOf,
  type Span,
} from './mandate-rules.ts'
export type { DecisionScope, MandateScope, Tasks } from './mandate-scope.ts'
export { type AttachedProtocol, enterProtocol } from './register/change-draft.ts'
export { adjustPage, protocolPage, revokePage } from './register/change-pages.ts'
export { choicesOf } from './register/choices.ts'
export type { MandateTerms, Template } from './register/mandate-terms.ts'
export { giveOneOffMandate, type OneOffMandate } from './register/one-off-mandate.ts'
export { mandatePage } from './register/pages.ts'
export { enterMandate, type NewMandate, type RegisteredMandate } from './register/register-mandate.ts'
export { enterRevocation, type Revocation } from './register/revoke-mandate.ts'
export { enterSupersession, type Supersession } from './register/supersede-mandate.ts'
export { changedTermsPage, newMandatePage } from './register/terms-page.ts'
export { keptBy, protocolUpload } from './routes.ts'
export { mandateOf } from './stored-mandate.ts'
