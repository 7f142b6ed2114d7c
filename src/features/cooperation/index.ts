/** The door of the cooperation: what other features may use. */
export { type CooperationNames, namesFaults } from './cooperation-rules.ts'
export { cooperationFields } from './forms.ts'
