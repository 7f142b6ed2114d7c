/** The door of flags to others: what assessments, the demo and the tests may use. */
export { type FlagDraft, raiseFlag } from './raise-flag.ts'
export { answerableFlags, answerFlagIn } from './steps/answer-flag.ts'
export { putFlagOnAgenda } from './steps/put-on-agenda.ts'
export { type StepDraft, takeFlagStep } from './steps/take-step.ts'
