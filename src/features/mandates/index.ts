export { choicesOf } from './choices.ts'
export { drawOnMandates, releaseDraws } from './draw-on-mandates.ts'
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
export { type NewMandate, registerMandate } from './register-mandate.ts'
export { type Revocation, revokeMandate } from './revoke-mandate.ts'
