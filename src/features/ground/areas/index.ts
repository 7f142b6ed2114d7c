/** The door of the housing areas: what other features may use. */

export { type AreaTerms, addArea } from './keep-area.ts'
export { type AreaChoice, areaChoices } from './queries.ts'
