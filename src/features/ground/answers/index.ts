/** The door of the answers: what a source of questions to the organisations stands on. */
export { ageText, answeredText, briefText, deadlineText } from './answer-text.ts'
export { giveAnswers } from './give-answers.ts'
export { judgeRow, type RowAnswer, type RowVerdict, type RowWords, type StandingRow } from './row-rules.ts'
