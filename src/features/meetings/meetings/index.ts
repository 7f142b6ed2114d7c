/** The door of the meetings: what minutes, decisions, the overview and the demo may use. */
export * from './agenda/agenda-content.ts'
export { readableFollowUps, readSendings } from './agenda/agenda-queries.ts'
export * from './agenda/agenda-rules.ts'
export { hiddenText, type ItemView, itemViews, withdrawnText } from './agenda/agenda-view.ts'
export { type Edition, editionLine, editionOf, editionQuery, inEdition } from './agenda/edition.ts'
export {
  type AgendaRows,
  bodyOf,
  contentOf,
  loadAgenda,
  loadMeeting,
  type MeetingRow,
} from './agenda/load-agenda.ts'
export { prepareAgenda } from './agenda/prepare-agenda.ts'
export { sentNumbers } from './agenda/sent-numbers.ts'
export { sightOf } from './agenda/sight.ts'
export { refuseWithheld } from './agenda/withheld.ts'
export { answerQuestion, askQuestion } from './items/ask-question.ts'
export { attachFile, removeAttachment } from './items/attach-file.ts'
export { type AwaitedDraft, placeOnNextAgenda } from './items/await-item.ts'
export { type CarriedItem, carryOver, carryOverIn, mayBeCarried } from './items/carry-over.ts'
export {
  type AddedItem,
  addItem,
  addItemIn,
  editItem,
  putOn,
  removeItem,
  removeItemIn,
  takeOff,
} from './items/edit-items.ts'
export type { ItemDraft } from './items/item-draft.ts'
export { type SentNumber, withdrawnNumbers, withWithdrawn } from './items/item-numbers.ts'
export * from './labels.ts'
export { callMeeting, type Sending, sendSupplement } from './meeting/call-meeting.ts'
export { cancelMeeting } from './meeting/cancel-meeting.ts'
export { loadQuorum } from './meeting/load-quorum.ts'
export {
  agendaSubject,
  chairedSubject,
  found as foundMeeting,
  itemSubject,
  meetingSubject,
  told,
} from './meeting/meeting-subject.ts'
export { meetingTabs } from './meeting/meeting-tabs.ts'
export { editMeeting, type MeetingForm, type MeetingPlan, planMeeting } from './meeting/plan-meeting.ts'
export * from './meeting/quorum-rules.ts'
export { isWritten } from './meeting/written-procedure.ts'
export {
  acceptProposal,
  declineProposal,
  type Proposal,
  proposeItem,
} from './proposals/propose-item.ts'
export { meetingBodies, openMeetings } from './queries.ts'
export { planSeries, type SeriesPlan } from './series/plan-series.ts'
export { seriesDays } from './series/series-rules.ts'
export { signedMeeting, voidSignOffs } from './sign-off/meeting-sign-offs.ts'
export { signOffAgenda, withdrawSignOff } from './sign-off/sign-off-agenda.ts'
export { signOffRows } from './sign-off/sign-off-queries.ts'
export type { LoadedMeeting } from './steps/meeting-facts.ts'
export * from './steps/meeting-states.ts'
export * from './steps/meeting-steps.ts'
export type { NextStep, NextStepFacts } from './steps/next-step.ts'
export type { MeetingFacts } from './steps/step-conditions.ts'
export { type TakenStep, takeStep } from './steps/take-step.ts'
export { makeTemplate } from './templates/keep-templates.ts'
export { activeMeetings, seatsByBody } from './waiting/active-meetings.ts'
export { nameOfWaiting } from './waiting/waiting-rules.ts'
