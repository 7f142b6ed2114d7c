/** The door of the cooperation: what other features may use. */
export { type CooperationNames, namesFaults } from './cooperation-rules.ts'
export { groundGroup } from './event-subjects.ts'
export { beginNoLaterThan } from './first-day.ts'
export { cooperationFields } from './forms.ts'
