/** The door of the bodies: what other features may use. */
export { type CooperationBody, cooperationBodies } from './cooperation-bodies.ts'
