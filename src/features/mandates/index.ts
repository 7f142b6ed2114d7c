export { type Adjustment, enterAdjustment } from './adjust-total.ts'
export { type AttachedProtocol, changeDraft, enterProtocol } from './change-draft.ts'
export { adjustPage, protocolPage, revokePage } from './change-pages.ts'
export { choicesOf } from './choices.ts'
export { enterMovements, heldBy, heldByEach, type MandateMovement, releaseDraws } from './draw-on-mandates.ts'
export { earlierDrawPage, reverseEarlierDrawPage } from './earlier/earlier-draw-pages.ts'
export {
  type EnteredDraw,
  enterEarlierDraw,
  type ReversedDraw,
  reverseEarlierDraw,
} from './earlier/enter-earlier-draw.ts'
export { mandateEvents } from './event-kinds.ts'
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
  expiryNotice,
  holdsFrom,
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
export type { MandateTerms, Template } from './mandate-terms.ts'
export type { Covered, NotCovered, Part, Verdict } from './mandate-verdict.ts'
export { type Matrix, matrixOf, storedCheck } from './matrix.ts'
export { giveOneOffMandate, type OneOffMandate } from './one-off-mandate.ts'
export { mandatePage } from './pages.ts'
export { keptOrganisations, mandatesToSee, type WaitingMandate } from './queries.ts'
export { enterMandate, type NewMandate, type RegisteredMandate } from './register-mandate.ts'
export { enterRevocation, type Revocation } from './revoke-mandate.ts'
export { keptBy, protocolUpload } from './routes.ts'
export { enterSupersession, type Supersession } from './supersede-mandate.ts'
export { changedTermsPage, newMandatePage } from './terms-page.ts'
export * from './verdict-text.ts'
