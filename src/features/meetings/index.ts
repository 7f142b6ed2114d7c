/** The door of the meetings: what minutes, decisions, the overview and the demo may use. */
export * from './agenda-content.ts'
export * from './agenda-rules.ts'
export { withdrawnText } from './agenda-view.ts'
export { answerQuestion, askQuestion } from './ask-question.ts'
export { attachFile, removeAttachment } from './attach-file.ts'
export { type AwaitedDraft, placeOnNextAgenda } from './await-item.ts'
export { callMeeting, type Sending, sendSupplement } from './call-meeting.ts'
export { cancelMeeting } from './cancel-meeting.ts'
export { type CarriedItem, carryOver, mayBeCarried } from './carry-over.ts'
export { type AddedItem, addItem, addItemIn, editItem, removeItem } from './edit-items.ts'
export { type Edition, editionLine, editionOf, editionQuery, inEdition } from './edition.ts'
export { meetingEvents } from './event-kinds.ts'
export type { ItemDraft } from './item-draft.ts'
export { type SentNumber, withdrawnNumbers, withWithdrawn } from './item-numbers.ts'
export * from './labels.ts'
export {
  type AgendaRows,
  bodyOf,
  contentOf,
  loadAgenda,
  loadMeeting,
  type MeetingRow,
  meetingColumns,
  type Reader,
  readerIn,
  readerOf,
} from './load-agenda.ts'
export { factsFrom, type LoadedMeeting, loadFacts } from './meeting-facts.ts'
export * from './meeting-states.ts'
export * from './meeting-steps.ts'
export { agendaSubject, found as foundMeeting, itemSubject, meetingSubject, told } from './meeting-subject.ts'
export { type NextStep, type NextStepFacts, nextStep } from './next-step.ts'
export { moveItem } from './order-items.ts'
export { editMeeting, type MeetingForm, type MeetingPlan, planMeeting } from './plan-meeting.ts'
export { prepareAgenda } from './prepare-agenda.ts'
export { acceptProposal, declineProposal, type Proposal, proposeItem, withdrawProposal } from './propose-item.ts'
export * from './quorum-rules.ts'
export { findRules, type RulesInForce, rulesOn } from './rules-in-force.ts'
export { sentNumbers } from './sent-numbers.ts'
export { giveSignOff, type SignOffInput, sideOf, voidSignOffs } from './sign-off.ts'
export { signOffAgenda, withdrawSignOff } from './sign-off-agenda.ts'
export * from './sign-off-rules.ts'
export type { Condition, MeetingFacts } from './step-conditions.ts'
export { recordStep, type TakenStep, takeStep } from './take-step.ts'
export { refuseWithheld } from './withheld.ts'
export { isWritten } from './written-procedure.ts'
