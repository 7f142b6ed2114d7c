/** The door of the session and its minutes: what the overview, search and the demo may use. */

export { addBlock } from './blocks/keep-blocks.ts'
export { type ApprovalInput, approveMinutes } from './document/approve-minutes.ts'
export { type CorrectionInput, correctMinutes } from './document/correct-minutes.ts'
export { loadMinutes } from './document/load-minutes.ts'
export { type MinutesContent, sealedMinutes } from './document/minutes-content.ts'
export {
  type AnswerInput,
  answerObjection,
  type ObjectionInput,
  objectToMinutes,
} from './document/object-to-minutes.ts'
export { type SentMinutes, sendMinutes } from './document/send-minutes.ts'
export { signOffMinutes } from './document/sign-off-minutes.ts'
export { admitGuest, type GuestInput } from './session/admit-guest.ts'
export { enterStatement } from './session/enter-statement.ts'
export { type MinuteInput, minuteItem } from './session/minute-item.ts'
export { closeMeeting, openMeeting } from './session/open-meeting.ts'
export { type AttendanceInput, markAllPresent, recordAttendance, sendApologies } from './session/record-attendance.ts'
export { endRecusal, recuse } from './session/recuse.ts'
export type { ItemKind, Outcome } from './session/session-rules.ts'
export { type SettleInput, settleItem } from './session/settle-item.ts'
