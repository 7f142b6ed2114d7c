/** The door of assessments to others: what the demo and the tests may use. */
export { type AssessmentDraft, assessArea } from './assess-area.ts'
export { beginMethod, saveTerm, type TermDraft } from './methods/change-method.ts'
export { methodKind } from './methods/method-kind.ts'
