-- CreateTable
CREATE TABLE "AgreementVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "parties" TEXT NOT NULL,
    "dateText" TEXT NOT NULL,
    "date" TEXT NOT NULL,
    "datePrecision" TEXT NOT NULL,
    "inForceFrom" TEXT NOT NULL,
    "textKind" TEXT NOT NULL DEFAULT 'SUMMARY',
    "textHash" TEXT NOT NULL,
    "seal" TEXT NOT NULL DEFAULT '',
    "roundId" INTEGER,
    "source" TEXT,
    "sourceName" TEXT,
    "sourceHash" TEXT,
    "enteredById" INTEGER,
    "enteredAt" TEXT NOT NULL,
    CONSTRAINT "AgreementVersion_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "RevisionRound" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgreementSection" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "versionId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "origins" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "AgreementSection_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "AgreementVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgreementAppendix" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "versionId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "dateText" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "AgreementAppendix_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "AgreementVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgreementSignature" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "versionId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "organisationId" INTEGER,
    "organisationName" TEXT NOT NULL,
    "signatory" TEXT NOT NULL,
    "title" TEXT,
    "administers" TEXT NOT NULL DEFAULT '[]',
    "administersText" TEXT NOT NULL DEFAULT '',
    "onBehalf" BOOLEAN,
    "capacity" TEXT NOT NULL DEFAULT '',
    "signedAt" TEXT,
    "seal" TEXT NOT NULL,
    CONSTRAINT "AgreementSignature_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "AgreementVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AgreementSignature_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RevisionRound" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "year" INTEGER NOT NULL,
    "basisId" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL DEFAULT '',
    "proposalsUntil" TEXT NOT NULL,
    "hearingUntil" TEXT,
    "openedAt" TEXT NOT NULL,
    "openedById" INTEGER NOT NULL,
    "caseId" INTEGER,
    "decisionId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "RevisionRound_basisId_fkey" FOREIGN KEY ("basisId") REFERENCES "AgreementVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RevisionRound_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RevisionRound_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RevisionStep" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roundId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "personId" INTEGER,
    "reason" TEXT,
    CONSTRAINT "RevisionStep_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "RevisionRound" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AmendmentProposal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roundId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "sectionId" INTEGER,
    "editorial" BOOLEAN NOT NULL DEFAULT false,
    "heading" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "reasons" TEXT NOT NULL,
    "proposedById" INTEGER NOT NULL,
    "proposedAt" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'OPEN',
    "settledText" TEXT,
    "settledReason" TEXT,
    "settledAt" TEXT,
    "settledById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "AmendmentProposal_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "RevisionRound" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AmendmentProposal_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AmendmentProposal_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "AgreementSection" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProposalSupport" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "proposalId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "takenBackAt" TEXT,
    CONSTRAINT "ProposalSupport_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "AmendmentProposal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ProposalSupport_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ProposalComment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "proposalId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "ProposalComment_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "AmendmentProposal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ProposalComment_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConflictResolution" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roundId" INTEGER NOT NULL,
    "firstId" INTEGER NOT NULL,
    "secondId" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "resolvedById" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "ConflictResolution_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "RevisionRound" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ConflictResolution_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "AmendmentProposal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ConflictResolution_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "AmendmentProposal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ConsolidatedDraft" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roundId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "ConsolidatedDraft_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "RevisionRound" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DraftSignOff" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "draftId" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "takenBackAt" TEXT,
    CONSTRAINT "DraftSignOff_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ConsolidatedDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HearingAnswer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roundId" INTEGER NOT NULL,
    "draftId" INTEGER NOT NULL,
    "sectionKey" TEXT,
    "side" TEXT NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "stance" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "at" TEXT NOT NULL,
    CONSTRAINT "HearingAnswer_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "RevisionRound" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HearingAnswer_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ConsolidatedDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HearingAnswer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Signing" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roundId" INTEGER NOT NULL,
    "draftId" INTEGER NOT NULL,
    "textHash" TEXT NOT NULL,
    "inForceFrom" TEXT NOT NULL,
    "openedById" INTEGER NOT NULL,
    "openedAt" TEXT NOT NULL,
    "stoppedAt" TEXT,
    "stoppedWhy" TEXT,
    "completedAt" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Signing_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "RevisionRound" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Signing_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ConsolidatedDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RequiredSignature" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "signingId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "organisationName" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "administers" TEXT NOT NULL DEFAULT '[]',
    "onBehalfOf" TEXT,
    "personId" INTEGER,
    "signatory" TEXT,
    "title" TEXT,
    "capacity" TEXT,
    "textHash" TEXT,
    "signedAt" TEXT,
    "seal" TEXT,
    "declinedAt" TEXT,
    "declinedById" INTEGER,
    "declineReason" TEXT,
    "releasedAt" TEXT,
    "releasedById" INTEGER,
    "releaseReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "RequiredSignature_signingId_fkey" FOREIGN KEY ("signingId") REFERENCES "Signing" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RequiredSignature_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Addendum" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "versionId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "inForceFrom" TEXT NOT NULL,
    "openedById" INTEGER NOT NULL,
    "openedAt" TEXT NOT NULL,
    "droppedAt" TEXT,
    "droppedWhy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Addendum_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "AgreementVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Addendum_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AddendumSignature" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "addendumId" INTEGER NOT NULL,
    "capacity" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "signatory" TEXT NOT NULL,
    "title" TEXT,
    "textHash" TEXT NOT NULL,
    "signedAt" TEXT NOT NULL,
    "seal" TEXT NOT NULL,
    CONSTRAINT "AddendumSignature_addendumId_fkey" FOREIGN KEY ("addendumId") REFERENCES "Addendum" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "AgreementVersion_year_key" ON "AgreementVersion"("year");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementVersion_number_key" ON "AgreementVersion"("number");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementVersion_roundId_key" ON "AgreementVersion"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementSection_versionId_position_key" ON "AgreementSection"("versionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementSection_versionId_key_key" ON "AgreementSection"("versionId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementAppendix_versionId_position_key" ON "AgreementAppendix"("versionId", "position");

-- CreateIndex
CREATE INDEX "AgreementSignature_organisationId_idx" ON "AgreementSignature"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "AgreementSignature_versionId_position_key" ON "AgreementSignature"("versionId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "RevisionRound_year_key" ON "RevisionRound"("year");

-- CreateIndex
CREATE INDEX "RevisionRound_basisId_idx" ON "RevisionRound"("basisId");

-- CreateIndex
CREATE INDEX "RevisionRound_caseId_idx" ON "RevisionRound"("caseId");

-- CreateIndex
CREATE INDEX "RevisionRound_decisionId_idx" ON "RevisionRound"("decisionId");

-- CreateIndex
CREATE INDEX "RevisionStep_roundId_idx" ON "RevisionStep"("roundId");

-- CreateIndex
CREATE INDEX "AmendmentProposal_organisationId_idx" ON "AmendmentProposal"("organisationId");

-- CreateIndex
CREATE INDEX "AmendmentProposal_sectionId_idx" ON "AmendmentProposal"("sectionId");

-- CreateIndex
CREATE UNIQUE INDEX "AmendmentProposal_roundId_number_key" ON "AmendmentProposal"("roundId", "number");

-- CreateIndex
CREATE INDEX "ProposalSupport_proposalId_idx" ON "ProposalSupport"("proposalId");

-- CreateIndex
CREATE INDEX "ProposalSupport_organisationId_idx" ON "ProposalSupport"("organisationId");

-- CreateIndex
CREATE INDEX "ProposalComment_proposalId_idx" ON "ProposalComment"("proposalId");

-- CreateIndex
CREATE INDEX "ProposalComment_organisationId_idx" ON "ProposalComment"("organisationId");

-- CreateIndex
CREATE INDEX "ConflictResolution_roundId_idx" ON "ConflictResolution"("roundId");

-- CreateIndex
CREATE INDEX "ConflictResolution_firstId_idx" ON "ConflictResolution"("firstId");

-- CreateIndex
CREATE INDEX "ConflictResolution_secondId_idx" ON "ConflictResolution"("secondId");

-- CreateIndex
CREATE UNIQUE INDEX "ConsolidatedDraft_roundId_number_key" ON "ConsolidatedDraft"("roundId", "number");

-- CreateIndex
CREATE INDEX "DraftSignOff_draftId_idx" ON "DraftSignOff"("draftId");

-- CreateIndex
CREATE INDEX "HearingAnswer_roundId_idx" ON "HearingAnswer"("roundId");

-- CreateIndex
CREATE INDEX "HearingAnswer_draftId_idx" ON "HearingAnswer"("draftId");

-- CreateIndex
CREATE INDEX "HearingAnswer_organisationId_idx" ON "HearingAnswer"("organisationId");

-- CreateIndex
CREATE INDEX "Signing_roundId_idx" ON "Signing"("roundId");

-- CreateIndex
CREATE INDEX "Signing_draftId_idx" ON "Signing"("draftId");

-- CreateIndex
CREATE INDEX "RequiredSignature_organisationId_idx" ON "RequiredSignature"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "RequiredSignature_signingId_organisationId_key" ON "RequiredSignature"("signingId", "organisationId");

-- CreateIndex
CREATE INDEX "Addendum_organisationId_idx" ON "Addendum"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Addendum_versionId_number_key" ON "Addendum"("versionId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "AddendumSignature_addendumId_capacity_key" ON "AddendumSignature"("addendumId", "capacity");

-- What the database refuses of the agreement, whoever asks. A version that holds the agreement's own words is sealed.
CREATE TRIGGER "AgreementVersion_text_stands" BEFORE UPDATE ON "AgreementVersion"
WHEN OLD."textKind" = 'FULL'
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementVersion_never_goes" BEFORE DELETE ON "AgreementVersion"
BEGIN
  SELECT RAISE(ABORT, 'versions of the agreement are never deleted');
END;

CREATE TRIGGER "AgreementVersion_never_replaced" BEFORE INSERT ON "AgreementVersion"
WHEN EXISTS (SELECT 1 FROM "AgreementVersion" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementSection_stands" BEFORE UPDATE OF "versionId", "position", "key", "number", "heading", "body", "origins" ON "AgreementSection"
WHEN EXISTS (SELECT 1 FROM "AgreementVersion" v WHERE v."id" = OLD."versionId" AND v."textKind" = 'FULL')
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementSection_is_not_added" BEFORE INSERT ON "AgreementSection"
WHEN EXISTS (SELECT 1 FROM "AgreementVersion" v WHERE v."id" = NEW."versionId" AND v."textKind" = 'FULL')
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementSection_never_goes" BEFORE DELETE ON "AgreementSection"
WHEN EXISTS (SELECT 1 FROM "AgreementVersion" v WHERE v."id" = OLD."versionId" AND v."textKind" = 'FULL')
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementSection_never_replaced" BEFORE INSERT ON "AgreementSection"
WHEN EXISTS (SELECT 1 FROM "AgreementSection" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementAppendix_stands" BEFORE UPDATE ON "AgreementAppendix"
WHEN EXISTS (SELECT 1 FROM "AgreementVersion" v WHERE v."id" = OLD."versionId" AND v."textKind" = 'FULL')
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementAppendix_is_not_added" BEFORE INSERT ON "AgreementAppendix"
WHEN EXISTS (SELECT 1 FROM "AgreementVersion" v WHERE v."id" = NEW."versionId" AND v."textKind" = 'FULL')
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementAppendix_never_goes" BEFORE DELETE ON "AgreementAppendix"
WHEN EXISTS (SELECT 1 FROM "AgreementVersion" v WHERE v."id" = OLD."versionId" AND v."textKind" = 'FULL')
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementAppendix_never_replaced" BEFORE INSERT ON "AgreementAppendix"
WHEN EXISTS (SELECT 1 FROM "AgreementAppendix" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementSignature_stands" BEFORE UPDATE ON "AgreementSignature"
WHEN EXISTS (SELECT 1 FROM "AgreementVersion" v WHERE v."id" = OLD."versionId" AND v."textKind" = 'FULL')
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementSignature_is_not_added" BEFORE INSERT ON "AgreementSignature"
WHEN EXISTS (SELECT 1 FROM "AgreementVersion" v WHERE v."id" = NEW."versionId" AND v."textKind" = 'FULL')
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementSignature_never_goes" BEFORE DELETE ON "AgreementSignature"
WHEN EXISTS (SELECT 1 FROM "AgreementVersion" v WHERE v."id" = OLD."versionId" AND v."textKind" = 'FULL')
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

CREATE TRIGGER "AgreementSignature_never_replaced" BEFORE INSERT ON "AgreementSignature"
WHEN EXISTS (SELECT 1 FROM "AgreementSignature" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a version of the agreement is sealed');
END;

-- Append-only: what was done in a round stays done; a later row says what changed.

CREATE TRIGGER "RevisionStep_never_changes" BEFORE UPDATE ON "RevisionStep"
BEGIN
  SELECT RAISE(ABORT, 'revision steps are append-only');
END;

CREATE TRIGGER "RevisionStep_never_goes" BEFORE DELETE ON "RevisionStep"
BEGIN
  SELECT RAISE(ABORT, 'revision steps are append-only');
END;

CREATE TRIGGER "RevisionStep_never_replaced" BEFORE INSERT ON "RevisionStep"
WHEN EXISTS (SELECT 1 FROM "RevisionStep" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'revision steps are append-only');
END;

CREATE TRIGGER "ProposalComment_never_changes" BEFORE UPDATE ON "ProposalComment"
BEGIN
  SELECT RAISE(ABORT, 'comments on proposals are append-only');
END;

CREATE TRIGGER "ProposalComment_never_goes" BEFORE DELETE ON "ProposalComment"
BEGIN
  SELECT RAISE(ABORT, 'comments on proposals are append-only');
END;

CREATE TRIGGER "ProposalComment_never_replaced" BEFORE INSERT ON "ProposalComment"
WHEN EXISTS (SELECT 1 FROM "ProposalComment" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'comments on proposals are append-only');
END;

CREATE TRIGGER "ConflictResolution_never_changes" BEFORE UPDATE ON "ConflictResolution"
BEGIN
  SELECT RAISE(ABORT, 'resolutions are append-only');
END;

CREATE TRIGGER "ConflictResolution_never_goes" BEFORE DELETE ON "ConflictResolution"
BEGIN
  SELECT RAISE(ABORT, 'resolutions are append-only');
END;

CREATE TRIGGER "ConflictResolution_never_replaced" BEFORE INSERT ON "ConflictResolution"
WHEN EXISTS (SELECT 1 FROM "ConflictResolution" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'resolutions are append-only');
END;

CREATE TRIGGER "ConsolidatedDraft_never_changes" BEFORE UPDATE ON "ConsolidatedDraft"
BEGIN
  SELECT RAISE(ABORT, 'drafts are append-only');
END;

CREATE TRIGGER "ConsolidatedDraft_never_goes" BEFORE DELETE ON "ConsolidatedDraft"
BEGIN
  SELECT RAISE(ABORT, 'drafts are append-only');
END;

CREATE TRIGGER "ConsolidatedDraft_never_replaced" BEFORE INSERT ON "ConsolidatedDraft"
WHEN EXISTS (SELECT 1 FROM "ConsolidatedDraft" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'drafts are append-only');
END;

CREATE TRIGGER "HearingAnswer_never_changes" BEFORE UPDATE ON "HearingAnswer"
BEGIN
  SELECT RAISE(ABORT, 'hearing answers are append-only');
END;

CREATE TRIGGER "HearingAnswer_never_goes" BEFORE DELETE ON "HearingAnswer"
BEGIN
  SELECT RAISE(ABORT, 'hearing answers are append-only');
END;

CREATE TRIGGER "HearingAnswer_never_replaced" BEFORE INSERT ON "HearingAnswer"
WHEN EXISTS (SELECT 1 FROM "HearingAnswer" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'hearing answers are append-only');
END;

CREATE TRIGGER "AddendumSignature_never_changes" BEFORE UPDATE ON "AddendumSignature"
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER "AddendumSignature_never_goes" BEFORE DELETE ON "AddendumSignature"
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER "AddendumSignature_never_replaced" BEFORE INSERT ON "AddendumSignature"
WHEN EXISTS (SELECT 1 FROM "AddendumSignature" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'signatures are append-only');
END;

CREATE TRIGGER "RevisionRound_never_goes" BEFORE DELETE ON "RevisionRound"
BEGIN
  SELECT RAISE(ABORT, 'revision rounds are never deleted');
END;

CREATE TRIGGER "RevisionRound_never_replaced" BEFORE INSERT ON "RevisionRound"
WHEN EXISTS (SELECT 1 FROM "RevisionRound" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'revision rounds are never deleted');
END;

CREATE TRIGGER "AmendmentProposal_never_goes" BEFORE DELETE ON "AmendmentProposal"
BEGIN
  SELECT RAISE(ABORT, 'proposals are never deleted');
END;

CREATE TRIGGER "AmendmentProposal_never_replaced" BEFORE INSERT ON "AmendmentProposal"
WHEN EXISTS (SELECT 1 FROM "AmendmentProposal" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'proposals are never deleted');
END;

CREATE TRIGGER "ProposalSupport_never_goes" BEFORE DELETE ON "ProposalSupport"
BEGIN
  SELECT RAISE(ABORT, 'support is taken back, never deleted');
END;

CREATE TRIGGER "ProposalSupport_never_replaced" BEFORE INSERT ON "ProposalSupport"
WHEN EXISTS (SELECT 1 FROM "ProposalSupport" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'support is taken back, never deleted');
END;

CREATE TRIGGER "DraftSignOff_never_goes" BEFORE DELETE ON "DraftSignOff"
BEGIN
  SELECT RAISE(ABORT, 'sign-offs are never deleted');
END;

CREATE TRIGGER "DraftSignOff_never_replaced" BEFORE INSERT ON "DraftSignOff"
WHEN EXISTS (SELECT 1 FROM "DraftSignOff" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'sign-offs are never deleted');
END;

CREATE TRIGGER "Signing_never_goes" BEFORE DELETE ON "Signing"
BEGIN
  SELECT RAISE(ABORT, 'signings are never deleted');
END;

CREATE TRIGGER "Signing_never_replaced" BEFORE INSERT ON "Signing"
WHEN EXISTS (SELECT 1 FROM "Signing" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'signings are never deleted');
END;

CREATE TRIGGER "RequiredSignature_never_goes" BEFORE DELETE ON "RequiredSignature"
BEGIN
  SELECT RAISE(ABORT, 'required signatures are never deleted');
END;

CREATE TRIGGER "RequiredSignature_never_replaced" BEFORE INSERT ON "RequiredSignature"
WHEN EXISTS (SELECT 1 FROM "RequiredSignature" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'required signatures are never deleted');
END;

CREATE TRIGGER "Addendum_never_goes" BEFORE DELETE ON "Addendum"
BEGIN
  SELECT RAISE(ABORT, 'addenda are never deleted');
END;

CREATE TRIGGER "Addendum_never_replaced" BEFORE INSERT ON "Addendum"
WHEN EXISTS (SELECT 1 FROM "Addendum" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'addenda are never deleted');
END;

CREATE TRIGGER "Signing_stands" BEFORE UPDATE OF "roundId", "draftId", "textHash", "inForceFrom", "openedAt", "openedById" ON "Signing"
BEGIN
  SELECT RAISE(ABORT, 'a signing is over one text');
END;

CREATE TRIGGER "Signing_ends_once" BEFORE UPDATE OF "stoppedAt", "completedAt" ON "Signing"
WHEN OLD."stoppedAt" IS NOT NULL OR OLD."completedAt" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a signing ends once');
END;

CREATE TRIGGER "RequiredSignature_is_not_added_late" BEFORE INSERT ON "RequiredSignature"
WHEN EXISTS (SELECT 1 FROM "Signing" s WHERE s."id" = NEW."signingId" AND (s."stoppedAt" IS NOT NULL OR s."completedAt" IS NOT NULL))
BEGIN
  SELECT RAISE(ABORT, 'the signing is over');
END;

CREATE TRIGGER "RequiredSignature_stands" BEFORE UPDATE ON "RequiredSignature"
WHEN OLD."signedAt" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a signature is sealed');
END;

CREATE TRIGGER "RequiredSignature_is_of_the_text" BEFORE UPDATE OF "signedAt", "textHash" ON "RequiredSignature"
WHEN NEW."signedAt" IS NOT NULL AND NEW."textHash" IS NOT (SELECT s."textHash" FROM "Signing" s WHERE s."id" = NEW."signingId")
BEGIN
  SELECT RAISE(ABORT, 'a signature is over the text that signing was opened for');
END;

CREATE TRIGGER "Addendum_text_stands" BEFORE UPDATE OF "versionId", "number", "kind", "organisationId", "text", "textHash", "inForceFrom" ON "Addendum"
WHEN EXISTS (SELECT 1 FROM "AddendumSignature" s WHERE s."addendumId" = OLD."id")
BEGIN
  SELECT RAISE(ABORT, 'a signed addendum keeps its text');
END;
