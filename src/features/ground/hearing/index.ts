/** The door of hearings: who is asked, until when, answers section by section, and the three groups at the end. */
export { type Answering, giveAnswer } from './give-answer.ts'
export { type HearingFacts, hearingOver, laterDeadline } from './hearing-conditions.ts'
export {
  answerObjections,
  bySection,
  type HearingAnswer,
  type HearingOutcome,
  type HearingStance,
  hearingStances,
  isOpen,
  latestAnswers,
  openSql,
  outcomeOf,
  stanceKinds,
  unanswered,
} from './hearing-rules.ts'
