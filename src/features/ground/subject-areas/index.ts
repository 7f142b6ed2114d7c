/** The door of the subject areas: what other features may use. */

export { subjectAreaChoices } from './queries.ts'
