/** The door of the bodies: what other features may use. */

export { nextNumberOf } from './change-rules.ts'
export { type CooperationBody, cooperationBodies } from './cooperation-bodies.ts'
export { type Appointment, appointsFor, giveSeatIn } from './give-seat.ts'
export { roleOrder } from './labels.ts'
export {
  type BodyRow,
  type RulesRow,
  readAppointingMeetings,
  readBodies,
  readRules,
  readRulesOfAll,
  readSeatsOn,
} from './queries.ts'
export { parameterFacts, rulesName, rulesSince } from './rule-facts.ts'
export {
  type MeetingChairs,
  parameterFaults,
  parameterFields,
  parameterShape,
  parametersIn,
  parametersOf,
  parameterTexts,
  type RuleParameters,
} from './rule-parameters.ts'
export {
  findRules,
  type RulesInForce,
  rulesInForce,
  rulesInForceSql,
  rulesOn,
  rulesPeriodsSql,
} from './rules-in-force.ts'
