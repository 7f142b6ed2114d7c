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
export { type Naming, nameAuthorisedIn } from './authorise.ts'
export { endCondition, recordCondition } from './change-condition.ts'
export { addPersonIn, editPersonIn, storePerson } from './change-person.ts'
export { type ConditionLine, conditionLines } from './condition-pages.ts'
export { partyEvents } from './event-kinds.ts'
export { type Fault, fault, refuse } from './fault.ts'
export { frame as organisationFrame, leftText } from './form-pages.ts'
export { organisationAddress, personFields } from './forms.ts'
export { authorisationNames, kindNames, seatRoleNames } from './labels.ts'
export { namesAs } from './naming-rules.ts'
export { decidingBodyName, type FormerName, nameOn, type OrganisationKind } from './organisation-rules.ts'
export { aboveOf, type PartiesOn, partiesOn } from './pages.ts'
export type { AuthorisationKind, PersonDraft } from './people-rules.ts'
export { type OrganisationInFull, type OrganisationRow, readAdministrationsOn, readOrganisations } from './queries.ts'
export { foundIn as foundOrganisation, organisationOf } from './route-subjects.ts'
export { callNewHolders, callSeatHolders, type SeatHolder, seatHolders } from './seat-holders.ts'
export { type SeatPeriod, type SeatsOnDay, seatPeriods, seatsOnDay, withSeats } from './seats-on-day.ts'
export { storeFirstRules, storeOrganisation } from './store-organisation.ts'
