/** The door of the revision: what the overview, the search and the demo may use. */
export { type AddendumDraft, dropAddendum, openAddendum, signAddendum } from './addendum-acts.ts'
export { hearingsToAnswer } from './awaited-hearings.ts'
export { signaturesToSee } from './awaited-signatures.ts'
export { type RoundDecisionDraft, recordRoundDecision } from './decide-round.ts'
export {
  addDraftSection,
  closeProposals,
  editDraftSection,
  moveDraftSection,
  type SectionEdit,
  signOffDraft,
  takeBackDraft,
  takeBackSignOff,
} from './edit-draft.ts'
export { closeWithoutChanges, proposeClosing, putToJointGroup } from './endorse-draft.ts'
export { revisionEvents } from './event-kinds.ts'
export { answerHearing, type HearingDraft, sendToHearing } from './hear-draft.ts'
export { moveDeadline, type Opening, openRound } from './open-round.ts'
export { openSigning, releaseSignatory } from './open-signing.ts'
export {
  commentOnAmendment,
  type ProposalDraft,
  proposeAmendment,
  supportAmendment,
  takeBackSupport,
  withdrawAmendment,
} from './propose-amendment.ts'
export { resolveConflict, type SettlementDraft, settleAmendment } from './settle-amendment.ts'
export { completeSigning, declineToSign, type SigningDraft, signAgreement } from './sign-agreement.ts'
export { verifySignings } from './verify-signings.ts'
