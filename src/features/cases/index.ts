export { type CaseDraft, closeCase, editCase, forwardCase, openCase } from './change-case.ts'
export { casePath, decisionStateLabels, itemKindLabels, outcomeLabels } from './labels.ts'
export { casesForItems, likeText } from './queries.ts'
export { type SentItems, sentItems } from './sent-items.ts'
