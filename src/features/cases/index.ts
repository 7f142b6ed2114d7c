export { type CaseDraft, closeCase, editCase, forwardCase, openCase } from './change-case.ts'
export { casePath, outcomeLabels } from './labels.ts'
export { casesForItems, itemIsSent, likeText } from './queries.ts'
