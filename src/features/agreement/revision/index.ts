/** The door of the revision: what the overview, the search and the demo may use. */
export { type AddendumDraft, openAddendum, signAddendum } from './addenda/addendum-acts.ts'
export {
  closeProposals,
  editDraftSection,
  type SectionEdit,
  takeBackDraft,
} from './drafts/edit-draft.ts'
export { closeWithoutChanges, proposeClosing, putToJointGroup } from './drafts/endorse-draft.ts'
export { answerHearing, type HearingDraft, sendToHearing } from './drafts/hear-draft.ts'
export { signOffDraft } from './drafts/sign-off-draft.ts'
export {
  commentOnAmendment,
  type ProposalDraft,
  proposeAmendment,
  supportAmendment,
  withdrawAmendment,
} from './proposals/propose-amendment.ts'
export { resolveConflict, type SettlementDraft, settleAmendment } from './proposals/settle-amendment.ts'
export { type RoundDecisionDraft, recordRoundDecision } from './rounds/decide-round.ts'
export { type Opening, openRound } from './rounds/open-round.ts'
export { openSigning, releaseSignatory } from './signing/open-signing.ts'
export { completeSigning, declineToSign, type SigningDraft, signAgreement } from './signing/sign-agreement.ts'
export { verifySignings } from './signing/verify-signings.ts'
