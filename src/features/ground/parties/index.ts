/** The door of the parties: what other features may use. */

export { recordCondition } from './conditions/change-condition.ts'
export { type ConditionLine, conditionLines } from './conditions/condition-pages.ts'
export { frame as organisationFrame, leftText } from './form-pages.ts'
export { organisationAddress, personFields } from './forms.ts'
export { authorisationNames, seatRoleNames } from './labels.ts'
export { type AddendumLine, readAddenda, standingText } from './organisations/addenda.ts'
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
} from './organisations/addendum-rules.ts'
export {
  decidingBodyName,
  type FormerName,
  nameOn as organisationNameOn,
  type OrganisationKind,
} from './organisations/organisation-rules.ts'
export { storeFirstRules, storeOrganisation } from './organisations/store-organisation.ts'
export { organisationWithAdministrators } from './organisations/with-administrators.ts'
export { aboveOf, type PartiesOn, partiesOn } from './pages.ts'
export { type Naming, nameAuthorisedIn } from './people/authorise.ts'
export { addPersonIn, editPersonIn, storePerson } from './people/change-person.ts'

export type { AuthorisationKind, PersonDraft } from './people/people-rules.ts'
export { callNewHolders, callSeatHolders, type SeatHolder, seatHolders } from './people/seat-holders.ts'
export {
  type SeatPeriod,
  type SeatsOnDay,
  seatPeriod,
  seatPeriods,
  seatsOnDay,
  withSeats,
} from './people/seats-on-day.ts'
export { type OrganisationInFull, type OrganisationRow, readAdministrationsOn, readOrganisations } from './queries.ts'
export { administeredOrganisation, foundIn as foundOrganisation, organisationOf } from './route-subjects.ts'
