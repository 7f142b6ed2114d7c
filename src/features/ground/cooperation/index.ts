/** The door of the cooperation: what other features may use. */
export { type CooperationNames, namesFaults } from './cooperation-rules.ts'
export { cooperationEvents } from './event-kinds.ts'
export { beginNoLaterThan } from './first-day.ts'
export { cooperationFields } from './forms.ts'
