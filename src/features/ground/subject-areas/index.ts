/** The door of the subject areas: what other features may use. */

export { subjectAreaEvents } from './event-kinds.ts'
export { subjectAreaChoices } from './queries.ts'
