/** The door of the bodies: what other features may use. */
export { type CooperationBody, cooperationBodies } from './cooperation-bodies.ts'
export { type Appointment, appointsFor, giveSeatIn } from './give-seat.ts'
export { roleOrder } from './labels.ts'
export { type BodyRow, readAppointingMeetings, readBodies, readSeatsOn } from './queries.ts'
export { findRules, type RulesInForce, rulesInForce, rulesInForceSql, rulesOn } from './rules-in-force.ts'
