/** The door of the parties: what other features may use. */

export { type AddendumLine, addendumPath, readAddenda, standingText } from './addenda.ts'
export {
  type AddendumCapacity,
  type AddendumEnd,
  type AddendumKind,
  type AddendumStatus,
  addendumCapacities,
  addendumOver,
  addendumSentence,
  addendumStatus,
  capacityNames,
  goesOver,
  holdsFrom,
  inTheWayOfDeclining,
  stands,
  standsSql,
} from './addendum-rules.ts'
export { endCondition, recordCondition } from './change-condition.ts'
export { type ConditionLine, conditionLines } from './condition-pages.ts'
export { type Fault, fault, refuse } from './fault.ts'
export { kindNames, seatRoleNames } from './labels.ts'
export { decidingBodyName, type FormerName, nameOn, type OrganisationKind } from './organisation-rules.ts'
export { aboveOf, type PartiesOn, partiesOn } from './pages.ts'
export type { OrganisationRow } from './queries.ts'
export { callNewHolders, callSeatHolders, type SeatHolder, seatHolders } from './seat-holders.ts'
export { type SeatPeriod, type SeatsOnDay, seatPeriods, seatsOnDay, withSeats } from './seats-on-day.ts'
export { storeFirstRules, storeOrganisation } from './store-organisation.ts'
