/** The door of the bodies: what other features may use. */
export { bodyKindNames } from './labels.ts'
export { type BodyFacts, type SeatFacts, warningsOf } from './seat-rules.ts'
