export { choicesOf } from './choices.ts'
export { drawOnMandates, releaseDraws } from './draw-on-mandates.ts'
export { mandateAddress, revokeForm } from './forms.ts'
export { jointGroup } from './joint-group.ts'
export * from './labels.ts'
export { type CheckReads, checkDecision } from './load-check-facts.ts'
export {
  type CheckedRow,
  type ConsequenceRow,
  checkMandates,
  type Draw,
  drawsOf,
  type MandateCheck,
  missingBodies,
  uncoveredIn,
} from './mandate-check.ts'
export type { ConsequenceKind, Tasks } from './mandate-rules.ts'
export type { NotCovered, Verdict } from './mandate-verdict.ts'
export { type Matrix, matrixOf, storedCheck } from './matrix.ts'
export { giveOneOffMandate, type OneOffMandate } from './one-off-mandate.ts'
export { revokePage } from './pages.ts'
export { enterMandate, type NewMandate, registerMandate } from './register-mandate.ts'
export { enterRevocation, type Revocation } from './revoke-mandate.ts'
export { keptBy } from './routes.ts'
