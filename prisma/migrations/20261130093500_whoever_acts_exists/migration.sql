-- Who did it, wherever a table says so, is somebody who is there; 0 is the system itself, as in the demo. The columns were
-- made without a foreign key, and their tables are not rebuilt, since a rebuilt table loses its triggers: these refuse
-- what a foreign key would. Rows that were there before are left as they are, and verify names those that point nowhere.

CREATE TRIGGER "Referral_acceptedById_exists_on_insert" BEFORE INSERT ON "Referral"
WHEN NEW."acceptedById" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Decision" WHERE "id" = NEW."acceptedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Referral.acceptedById');
END;

CREATE TRIGGER "Referral_acceptedById_exists_on_update" BEFORE UPDATE OF "acceptedById" ON "Referral"
WHEN NEW."acceptedById" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Decision" WHERE "id" = NEW."acceptedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Referral.acceptedById');
END;

CREATE TRIGGER "Document_uploadedById_exists_on_insert" BEFORE INSERT ON "Document"
WHEN NEW."uploadedById" IS NOT NULL AND NEW."uploadedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."uploadedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Document.uploadedById');
END;

CREATE TRIGGER "Document_uploadedById_exists_on_update" BEFORE UPDATE OF "uploadedById" ON "Document"
WHEN NEW."uploadedById" IS NOT NULL AND NEW."uploadedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."uploadedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Document.uploadedById');
END;

CREATE TRIGGER "Case_openedById_exists_on_insert" BEFORE INSERT ON "Case"
WHEN NEW."openedById" IS NOT NULL AND NEW."openedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."openedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Case.openedById');
END;

CREATE TRIGGER "Case_openedById_exists_on_update" BEFORE UPDATE OF "openedById" ON "Case"
WHEN NEW."openedById" IS NOT NULL AND NEW."openedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."openedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Case.openedById');
END;

CREATE TRIGGER "Meeting_createdById_exists_on_insert" BEFORE INSERT ON "Meeting"
WHEN NEW."createdById" IS NOT NULL AND NEW."createdById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."createdById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Meeting.createdById');
END;

CREATE TRIGGER "Meeting_createdById_exists_on_update" BEFORE UPDATE OF "createdById" ON "Meeting"
WHEN NEW."createdById" IS NOT NULL AND NEW."createdById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."createdById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Meeting.createdById');
END;

CREATE TRIGGER "MeetingStep_personId_exists_on_insert" BEFORE INSERT ON "MeetingStep"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: MeetingStep.personId');
END;

CREATE TRIGGER "MeetingStep_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "MeetingStep"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: MeetingStep.personId');
END;

CREATE TRIGGER "SignOff_personId_exists_on_insert" BEFORE INSERT ON "SignOff"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: SignOff.personId');
END;

CREATE TRIGGER "SignOff_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "SignOff"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: SignOff.personId');
END;

CREATE TRIGGER "AgendaItem_createdById_exists_on_insert" BEFORE INSERT ON "AgendaItem"
WHEN NEW."createdById" IS NOT NULL AND NEW."createdById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."createdById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AgendaItem.createdById');
END;

CREATE TRIGGER "AgendaItem_createdById_exists_on_update" BEFORE UPDATE OF "createdById" ON "AgendaItem"
WHEN NEW."createdById" IS NOT NULL AND NEW."createdById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."createdById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AgendaItem.createdById');
END;

CREATE TRIGGER "PreparedCheck_byId_exists_on_insert" BEFORE INSERT ON "PreparedCheck"
WHEN NEW."byId" IS NOT NULL AND NEW."byId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."byId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: PreparedCheck.byId');
END;

CREATE TRIGGER "PreparedCheck_byId_exists_on_update" BEFORE UPDATE OF "byId" ON "PreparedCheck"
WHEN NEW."byId" IS NOT NULL AND NEW."byId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."byId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: PreparedCheck.byId');
END;

CREATE TRIGGER "ItemQuestion_personId_exists_on_insert" BEFORE INSERT ON "ItemQuestion"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ItemQuestion.personId');
END;

CREATE TRIGGER "ItemQuestion_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "ItemQuestion"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ItemQuestion.personId');
END;

CREATE TRIGGER "ItemQuestion_answeredById_exists_on_insert" BEFORE INSERT ON "ItemQuestion"
WHEN NEW."answeredById" IS NOT NULL AND NEW."answeredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."answeredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ItemQuestion.answeredById');
END;

CREATE TRIGGER "ItemQuestion_answeredById_exists_on_update" BEFORE UPDATE OF "answeredById" ON "ItemQuestion"
WHEN NEW."answeredById" IS NOT NULL AND NEW."answeredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."answeredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ItemQuestion.answeredById');
END;

CREATE TRIGGER "ItemProposal_personId_exists_on_insert" BEFORE INSERT ON "ItemProposal"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ItemProposal.personId');
END;

CREATE TRIGGER "ItemProposal_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "ItemProposal"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ItemProposal.personId');
END;

CREATE TRIGGER "ItemProposal_answeredById_exists_on_insert" BEFORE INSERT ON "ItemProposal"
WHEN NEW."answeredById" IS NOT NULL AND NEW."answeredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."answeredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ItemProposal.answeredById');
END;

CREATE TRIGGER "ItemProposal_answeredById_exists_on_update" BEFORE UPDATE OF "answeredById" ON "ItemProposal"
WHEN NEW."answeredById" IS NOT NULL AND NEW."answeredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."answeredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ItemProposal.answeredById');
END;

CREATE TRIGGER "Attachment_addedById_exists_on_insert" BEFORE INSERT ON "Attachment"
WHEN NEW."addedById" IS NOT NULL AND NEW."addedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."addedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Attachment.addedById');
END;

CREATE TRIGGER "Attachment_addedById_exists_on_update" BEFORE UPDATE OF "addedById" ON "Attachment"
WHEN NEW."addedById" IS NOT NULL AND NEW."addedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."addedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Attachment.addedById');
END;

CREATE TRIGGER "AgendaVersion_sentById_exists_on_insert" BEFORE INSERT ON "AgendaVersion"
WHEN NEW."sentById" IS NOT NULL AND NEW."sentById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."sentById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AgendaVersion.sentById');
END;

CREATE TRIGGER "AgendaVersion_sentById_exists_on_update" BEFORE UPDATE OF "sentById" ON "AgendaVersion"
WHEN NEW."sentById" IS NOT NULL AND NEW."sentById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."sentById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AgendaVersion.sentById');
END;

CREATE TRIGGER "Treatment_updatedById_exists_on_insert" BEFORE INSERT ON "Treatment"
WHEN NEW."updatedById" IS NOT NULL AND NEW."updatedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."updatedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Treatment.updatedById');
END;

CREATE TRIGGER "Treatment_updatedById_exists_on_update" BEFORE UPDATE OF "updatedById" ON "Treatment"
WHEN NEW."updatedById" IS NOT NULL AND NEW."updatedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."updatedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Treatment.updatedById');
END;

CREATE TRIGGER "Mandate_registeredById_exists_on_insert" BEFORE INSERT ON "Mandate"
WHEN NEW."registeredById" IS NOT NULL AND NEW."registeredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."registeredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Mandate.registeredById');
END;

CREATE TRIGGER "Mandate_registeredById_exists_on_update" BEFORE UPDATE OF "registeredById" ON "Mandate"
WHEN NEW."registeredById" IS NOT NULL AND NEW."registeredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."registeredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Mandate.registeredById');
END;

CREATE TRIGGER "Mandate_revokedById_exists_on_insert" BEFORE INSERT ON "Mandate"
WHEN NEW."revokedById" IS NOT NULL AND NEW."revokedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."revokedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Mandate.revokedById');
END;

CREATE TRIGGER "Mandate_revokedById_exists_on_update" BEFORE UPDATE OF "revokedById" ON "Mandate"
WHEN NEW."revokedById" IS NOT NULL AND NEW."revokedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."revokedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Mandate.revokedById');
END;

CREATE TRIGGER "Condition_recordedById_exists_on_insert" BEFORE INSERT ON "Condition"
WHEN NEW."recordedById" IS NOT NULL AND NEW."recordedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."recordedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Condition.recordedById');
END;

CREATE TRIGGER "Condition_recordedById_exists_on_update" BEFORE UPDATE OF "recordedById" ON "Condition"
WHEN NEW."recordedById" IS NOT NULL AND NEW."recordedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."recordedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Condition.recordedById');
END;

CREATE TRIGGER "Decision_recordedById_exists_on_insert" BEFORE INSERT ON "Decision"
WHEN NEW."recordedById" IS NOT NULL AND NEW."recordedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."recordedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Decision.recordedById');
END;

CREATE TRIGGER "Decision_recordedById_exists_on_update" BEFORE UPDATE OF "recordedById" ON "Decision"
WHEN NEW."recordedById" IS NOT NULL AND NEW."recordedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."recordedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Decision.recordedById');
END;

CREATE TRIGGER "Referral_answeredById_exists_on_insert" BEFORE INSERT ON "Referral"
WHEN NEW."answeredById" IS NOT NULL AND NEW."answeredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."answeredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Referral.answeredById');
END;

CREATE TRIGGER "Referral_answeredById_exists_on_update" BEFORE UPDATE OF "answeredById" ON "Referral"
WHEN NEW."answeredById" IS NOT NULL AND NEW."answeredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."answeredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Referral.answeredById');
END;

CREATE TRIGGER "ReferralExtension_byId_exists_on_insert" BEFORE INSERT ON "ReferralExtension"
WHEN NEW."byId" IS NOT NULL AND NEW."byId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."byId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ReferralExtension.byId');
END;

CREATE TRIGGER "ReferralExtension_byId_exists_on_update" BEFORE UPDATE OF "byId" ON "ReferralExtension"
WHEN NEW."byId" IS NOT NULL AND NEW."byId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."byId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ReferralExtension.byId');
END;

CREATE TRIGGER "FollowUp_createdById_exists_on_insert" BEFORE INSERT ON "FollowUp"
WHEN NEW."createdById" IS NOT NULL AND NEW."createdById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."createdById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: FollowUp.createdById');
END;

CREATE TRIGGER "FollowUp_createdById_exists_on_update" BEFORE UPDATE OF "createdById" ON "FollowUp"
WHEN NEW."createdById" IS NOT NULL AND NEW."createdById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."createdById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: FollowUp.createdById');
END;

CREATE TRIGGER "FollowUp_closedById_exists_on_insert" BEFORE INSERT ON "FollowUp"
WHEN NEW."closedById" IS NOT NULL AND NEW."closedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."closedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: FollowUp.closedById');
END;

CREATE TRIGGER "FollowUp_closedById_exists_on_update" BEFORE UPDATE OF "closedById" ON "FollowUp"
WHEN NEW."closedById" IS NOT NULL AND NEW."closedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."closedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: FollowUp.closedById');
END;

CREATE TRIGGER "FollowUpNote_personId_exists_on_insert" BEFORE INSERT ON "FollowUpNote"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: FollowUpNote.personId');
END;

CREATE TRIGGER "FollowUpNote_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "FollowUpNote"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: FollowUpNote.personId');
END;

CREATE TRIGGER "MinutesVersion_sentById_exists_on_insert" BEFORE INSERT ON "MinutesVersion"
WHEN NEW."sentById" IS NOT NULL AND NEW."sentById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."sentById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: MinutesVersion.sentById');
END;

CREATE TRIGGER "MinutesVersion_sentById_exists_on_update" BEFORE UPDATE OF "sentById" ON "MinutesVersion"
WHEN NEW."sentById" IS NOT NULL AND NEW."sentById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."sentById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: MinutesVersion.sentById');
END;

CREATE TRIGGER "MinutesVersion_approvedById_exists_on_insert" BEFORE INSERT ON "MinutesVersion"
WHEN NEW."approvedById" IS NOT NULL AND NEW."approvedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."approvedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: MinutesVersion.approvedById');
END;

CREATE TRIGGER "MinutesVersion_approvedById_exists_on_update" BEFORE UPDATE OF "approvedById" ON "MinutesVersion"
WHEN NEW."approvedById" IS NOT NULL AND NEW."approvedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."approvedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: MinutesVersion.approvedById');
END;

CREATE TRIGGER "Objection_personId_exists_on_insert" BEFORE INSERT ON "Objection"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Objection.personId');
END;

CREATE TRIGGER "Objection_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "Objection"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Objection.personId');
END;

CREATE TRIGGER "Objection_answeredById_exists_on_insert" BEFORE INSERT ON "Objection"
WHEN NEW."answeredById" IS NOT NULL AND NEW."answeredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."answeredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Objection.answeredById');
END;

CREATE TRIGGER "Objection_answeredById_exists_on_update" BEFORE UPDATE OF "answeredById" ON "Objection"
WHEN NEW."answeredById" IS NOT NULL AND NEW."answeredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."answeredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Objection.answeredById');
END;

CREATE TRIGGER "Correction_personId_exists_on_insert" BEFORE INSERT ON "Correction"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Correction.personId');
END;

CREATE TRIGGER "Correction_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "Correction"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Correction.personId');
END;

CREATE TRIGGER "AgreementVersion_enteredById_exists_on_insert" BEFORE INSERT ON "AgreementVersion"
WHEN NEW."enteredById" IS NOT NULL AND NEW."enteredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."enteredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AgreementVersion.enteredById');
END;

CREATE TRIGGER "AgreementVersion_enteredById_exists_on_update" BEFORE UPDATE OF "enteredById" ON "AgreementVersion"
WHEN NEW."enteredById" IS NOT NULL AND NEW."enteredById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."enteredById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AgreementVersion.enteredById');
END;

CREATE TRIGGER "SignatureLink_linkedById_exists_on_insert" BEFORE INSERT ON "SignatureLink"
WHEN NEW."linkedById" IS NOT NULL AND NEW."linkedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."linkedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: SignatureLink.linkedById');
END;

CREATE TRIGGER "SignatureLink_linkedById_exists_on_update" BEFORE UPDATE OF "linkedById" ON "SignatureLink"
WHEN NEW."linkedById" IS NOT NULL AND NEW."linkedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."linkedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: SignatureLink.linkedById');
END;

CREATE TRIGGER "RevisionRound_openedById_exists_on_insert" BEFORE INSERT ON "RevisionRound"
WHEN NEW."openedById" IS NOT NULL AND NEW."openedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."openedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RevisionRound.openedById');
END;

CREATE TRIGGER "RevisionRound_openedById_exists_on_update" BEFORE UPDATE OF "openedById" ON "RevisionRound"
WHEN NEW."openedById" IS NOT NULL AND NEW."openedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."openedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RevisionRound.openedById');
END;

CREATE TRIGGER "RevisionStep_personId_exists_on_insert" BEFORE INSERT ON "RevisionStep"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RevisionStep.personId');
END;

CREATE TRIGGER "RevisionStep_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "RevisionStep"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RevisionStep.personId');
END;

CREATE TRIGGER "RevisionItem_createdById_exists_on_insert" BEFORE INSERT ON "RevisionItem"
WHEN NEW."createdById" IS NOT NULL AND NEW."createdById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."createdById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RevisionItem.createdById');
END;

CREATE TRIGGER "RevisionItem_createdById_exists_on_update" BEFORE UPDATE OF "createdById" ON "RevisionItem"
WHEN NEW."createdById" IS NOT NULL AND NEW."createdById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."createdById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RevisionItem.createdById');
END;

CREATE TRIGGER "AmendmentProposal_proposedById_exists_on_insert" BEFORE INSERT ON "AmendmentProposal"
WHEN NEW."proposedById" IS NOT NULL AND NEW."proposedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."proposedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AmendmentProposal.proposedById');
END;

CREATE TRIGGER "AmendmentProposal_proposedById_exists_on_update" BEFORE UPDATE OF "proposedById" ON "AmendmentProposal"
WHEN NEW."proposedById" IS NOT NULL AND NEW."proposedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."proposedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AmendmentProposal.proposedById');
END;

CREATE TRIGGER "AmendmentProposal_settledById_exists_on_insert" BEFORE INSERT ON "AmendmentProposal"
WHEN NEW."settledById" IS NOT NULL AND NEW."settledById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."settledById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AmendmentProposal.settledById');
END;

CREATE TRIGGER "AmendmentProposal_settledById_exists_on_update" BEFORE UPDATE OF "settledById" ON "AmendmentProposal"
WHEN NEW."settledById" IS NOT NULL AND NEW."settledById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."settledById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AmendmentProposal.settledById');
END;

CREATE TRIGGER "ProposalSupport_personId_exists_on_insert" BEFORE INSERT ON "ProposalSupport"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ProposalSupport.personId');
END;

CREATE TRIGGER "ProposalSupport_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "ProposalSupport"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ProposalSupport.personId');
END;

CREATE TRIGGER "ProposalComment_personId_exists_on_insert" BEFORE INSERT ON "ProposalComment"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ProposalComment.personId');
END;

CREATE TRIGGER "ProposalComment_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "ProposalComment"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ProposalComment.personId');
END;

CREATE TRIGGER "ConflictResolution_resolvedById_exists_on_insert" BEFORE INSERT ON "ConflictResolution"
WHEN NEW."resolvedById" IS NOT NULL AND NEW."resolvedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."resolvedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ConflictResolution.resolvedById');
END;

CREATE TRIGGER "ConflictResolution_resolvedById_exists_on_update" BEFORE UPDATE OF "resolvedById" ON "ConflictResolution"
WHEN NEW."resolvedById" IS NOT NULL AND NEW."resolvedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."resolvedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ConflictResolution.resolvedById');
END;

CREATE TRIGGER "ConsolidatedDraft_createdById_exists_on_insert" BEFORE INSERT ON "ConsolidatedDraft"
WHEN NEW."createdById" IS NOT NULL AND NEW."createdById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."createdById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ConsolidatedDraft.createdById');
END;

CREATE TRIGGER "ConsolidatedDraft_createdById_exists_on_update" BEFORE UPDATE OF "createdById" ON "ConsolidatedDraft"
WHEN NEW."createdById" IS NOT NULL AND NEW."createdById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."createdById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: ConsolidatedDraft.createdById');
END;

CREATE TRIGGER "DraftSignOff_personId_exists_on_insert" BEFORE INSERT ON "DraftSignOff"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: DraftSignOff.personId');
END;

CREATE TRIGGER "DraftSignOff_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "DraftSignOff"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: DraftSignOff.personId');
END;

CREATE TRIGGER "HearingAnswer_personId_exists_on_insert" BEFORE INSERT ON "HearingAnswer"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: HearingAnswer.personId');
END;

CREATE TRIGGER "HearingAnswer_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "HearingAnswer"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: HearingAnswer.personId');
END;

CREATE TRIGGER "Signing_openedById_exists_on_insert" BEFORE INSERT ON "Signing"
WHEN NEW."openedById" IS NOT NULL AND NEW."openedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."openedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Signing.openedById');
END;

CREATE TRIGGER "Signing_openedById_exists_on_update" BEFORE UPDATE OF "openedById" ON "Signing"
WHEN NEW."openedById" IS NOT NULL AND NEW."openedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."openedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Signing.openedById');
END;

CREATE TRIGGER "RequiredSignature_declinedById_exists_on_insert" BEFORE INSERT ON "RequiredSignature"
WHEN NEW."declinedById" IS NOT NULL AND NEW."declinedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."declinedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RequiredSignature.declinedById');
END;

CREATE TRIGGER "RequiredSignature_declinedById_exists_on_update" BEFORE UPDATE OF "declinedById" ON "RequiredSignature"
WHEN NEW."declinedById" IS NOT NULL AND NEW."declinedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."declinedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RequiredSignature.declinedById');
END;

CREATE TRIGGER "RequiredSignature_releasedById_exists_on_insert" BEFORE INSERT ON "RequiredSignature"
WHEN NEW."releasedById" IS NOT NULL AND NEW."releasedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."releasedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RequiredSignature.releasedById');
END;

CREATE TRIGGER "RequiredSignature_releasedById_exists_on_update" BEFORE UPDATE OF "releasedById" ON "RequiredSignature"
WHEN NEW."releasedById" IS NOT NULL AND NEW."releasedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."releasedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RequiredSignature.releasedById');
END;

CREATE TRIGGER "Addendum_openedById_exists_on_insert" BEFORE INSERT ON "Addendum"
WHEN NEW."openedById" IS NOT NULL AND NEW."openedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."openedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Addendum.openedById');
END;

CREATE TRIGGER "Addendum_openedById_exists_on_update" BEFORE UPDATE OF "openedById" ON "Addendum"
WHEN NEW."openedById" IS NOT NULL AND NEW."openedById" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."openedById")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Addendum.openedById');
END;

CREATE TRIGGER "Event_personId_exists_on_insert" BEFORE INSERT ON "Event"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Event.personId');
END;

CREATE TRIGGER "Event_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "Event"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Event.personId');
END;

CREATE TRIGGER "Submission_personId_exists_on_insert" BEFORE INSERT ON "Submission"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Submission.personId');
END;

CREATE TRIGGER "Submission_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "Submission"
WHEN NEW."personId" IS NOT NULL AND NEW."personId" <> 0 AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Submission.personId');
END;
