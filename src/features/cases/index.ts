export { type CaseDraft, closeCase, editCase, forwardCase, openCase } from './change-case.ts'
export { casesForItems, likeText } from './queries.ts'
