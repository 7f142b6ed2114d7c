/** The door of the bodies: what other features may use. */

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
export { parameterFacts, rulesName, rulesSince } from './rules/rule-facts.ts'
export {
  type MeetingChairs,
  parameterFaults,
  parameterFields,
  parameterShape,
  parametersIn,
  parametersOf,
  parameterTexts,
  type RuleParameters,
} from './rules/rule-parameters.ts'
export {
  findRules,
  type RulesInForce,
  rulesInForce,
  rulesInForceSql,
  rulesOn,
  rulesPeriodsSql,
} from './rules/rules-in-force.ts'
export { nextNumberOf } from './rules/set-parameters.ts'
