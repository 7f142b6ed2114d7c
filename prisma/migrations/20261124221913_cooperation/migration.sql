-- CreateTable
CREATE TABLE "Organisation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "side" TEXT,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "parentId" INTEGER,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "successorId" INTEGER,
    "about" TEXT NOT NULL DEFAULT '',
    "website" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Organisation_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Organisation_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OrganisationName" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "organisationId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    CONSTRAINT "OrganisationName_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Administration" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "administratorId" INTEGER NOT NULL,
    "associationId" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    CONSTRAINT "Administration_administratorId_fkey" FOREIGN KEY ("administratorId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Administration_associationId_fkey" FOREIGN KEY ("associationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Person" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "organisationId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "endedOn" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Person_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Account" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "administrator" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TEXT NOT NULL,
    "disabledAt" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Authorisation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    CONSTRAINT "Authorisation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Authorisation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Body" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "side" TEXT,
    "organisationId" INTEGER,
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL DEFAULT '',
    "from" TEXT NOT NULL,
    "to" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Body_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Seat" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "bodyId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "substituteForId" INTEGER,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "appointedById" INTEGER,
    "appointedAtMeetingId" INTEGER,
    "appointedNote" TEXT,
    "endReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Seat_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Seat_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Seat_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Seat_substituteForId_fkey" FOREIGN KEY ("substituteForId") REFERENCES "Seat" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Seat_appointedById_fkey" FOREIGN KEY ("appointedById") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Seat_appointedAtMeetingId_fkey" FOREIGN KEY ("appointedAtMeetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RulesOfProcedure" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "bodyId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "adoptedByDecisionId" INTEGER,
    "noticeWorkdays" INTEGER NOT NULL,
    "proposalDeadlineWorkdays" INTEGER NOT NULL,
    "quorumHousing" INTEGER NOT NULL,
    "quorumMunicipality" INTEGER NOT NULL,
    "objectionDays" INTEGER NOT NULL,
    "consensusOfBothSides" BOOLEAN NOT NULL DEFAULT true,
    "writtenProcedureAllowed" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "RulesOfProcedure_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Document" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "hash" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "uploadedById" INTEGER NOT NULL,
    "uploadedAt" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Case" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "journalNumber" TEXT,
    "bodyId" INTEGER NOT NULL,
    "sideInternal" TEXT,
    "openedAt" TEXT NOT NULL,
    "openedById" INTEGER NOT NULL,
    "closedAt" TEXT,
    "closedReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Case_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "bodyId" INTEGER NOT NULL,
    "form" TEXT NOT NULL DEFAULT 'ORDINARY',
    "day" TEXT NOT NULL,
    "startsAt" TEXT NOT NULL,
    "endsAt" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'PLANNED',
    "objectionsUntil" TEXT,
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Meeting_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeetingStep" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "personId" INTEGER,
    "reason" TEXT,
    CONSTRAINT "MeetingStep_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SignOff" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "voidedAt" TEXT,
    "voidedReason" TEXT,
    CONSTRAINT "SignOff_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "standing" TEXT,
    "strategy" BOOLEAN NOT NULL DEFAULT false,
    "professionalDevelopment" BOOLEAN NOT NULL DEFAULT false,
    "coordination" BOOLEAN NOT NULL DEFAULT false,
    "procedural" BOOLEAN NOT NULL DEFAULT false,
    "caseId" INTEGER,
    "summary" TEXT NOT NULL DEFAULT '',
    "recommendation" TEXT NOT NULL DEFAULT '',
    "presentation" TEXT NOT NULL DEFAULT '',
    "effect" TEXT NOT NULL DEFAULT '',
    "economy" TEXT NOT NULL DEFAULT '',
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "closedReason" TEXT,
    "publicTitle" TEXT,
    "presenter" TEXT,
    "guests" TEXT,
    "plannedMinutes" INTEGER NOT NULL DEFAULT 10,
    "carriedFromId" INTEGER,
    "removedAt" TEXT,
    "createdById" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AgendaItem_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AgendaItem_carriedFromId_fkey" FOREIGN KEY ("carriedFromId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemInvolvement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "itemId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "ItemInvolvement_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ItemInvolvement_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SubjectArea" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "departmentId" INTEGER NOT NULL,
    CONSTRAINT "SubjectArea_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemSubjectArea" (
    "itemId" INTEGER NOT NULL,
    "subjectAreaId" INTEGER NOT NULL,

    PRIMARY KEY ("itemId", "subjectAreaId"),
    CONSTRAINT "ItemSubjectArea_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ItemSubjectArea_subjectAreaId_fkey" FOREIGN KEY ("subjectAreaId") REFERENCES "SubjectArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemQuestion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "itemId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "answer" TEXT,
    "answeredById" INTEGER,
    "answeredAt" TEXT,
    CONSTRAINT "ItemQuestion_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemProposal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "bodyId" INTEGER NOT NULL,
    "meetingId" INTEGER,
    "personId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "withdrawnAt" TEXT,
    "acceptedItemId" INTEGER,
    "declinedReason" TEXT,
    "answeredById" INTEGER,
    "answeredAt" TEXT,
    CONSTRAINT "ItemProposal_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ItemProposal_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ItemProposal_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ItemProposal_acceptedItemId_fkey" FOREIGN KEY ("acceptedItemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "itemId" INTEGER NOT NULL,
    "documentId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "addedById" INTEGER NOT NULL,
    "addedAt" TEXT NOT NULL,
    "removedAt" TEXT,
    CONSTRAINT "Attachment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Attachment_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AgendaVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sentAt" TEXT NOT NULL,
    "sentById" INTEGER NOT NULL,
    "lateReason" TEXT,
    "recipients" INTEGER NOT NULL,
    CONSTRAINT "AgendaVersion_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Attendance" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "seatId" INTEGER,
    "name" TEXT NOT NULL,
    "title" TEXT,
    "role" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "side" TEXT,
    "status" TEXT,
    "standsInForId" INTEGER,
    "arrivedAtItem" INTEGER,
    "leftAfterItem" INTEGER,
    "updatedAt" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Guest" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "itemId" INTEGER,
    "name" TEXT NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Guest_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Guest_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Treatment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "itemId" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT,
    "outcomeNote" TEXT NOT NULL DEFAULT '',
    "kindChangedTo" TEXT,
    "openedInstead" BOOLEAN NOT NULL DEFAULT false,
    "closedInstead" BOOLEAN NOT NULL DEFAULT false,
    "updatedById" INTEGER NOT NULL,
    "updatedAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Treatment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Recusal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "itemId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TEXT NOT NULL,
    "endedAt" TEXT,
    CONSTRAINT "Recusal_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MinutedStatement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "itemId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "MinutedStatement_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Mandate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "bodyId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "economic" BOOLEAN NOT NULL DEFAULT false,
    "limitPerDecision" BIGINT,
    "total" BIGINT,
    "drawn" BIGINT NOT NULL DEFAULT 0,
    "legal" BOOLEAN NOT NULL DEFAULT false,
    "organisational" BOOLEAN NOT NULL DEFAULT false,
    "strategy" BOOLEAN NOT NULL DEFAULT false,
    "professionalDevelopment" BOOLEAN NOT NULL DEFAULT false,
    "coordination" BOOLEAN NOT NULL DEFAULT false,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "sourceDay" TEXT NOT NULL,
    "sourceItem" TEXT NOT NULL,
    "sourceNote" TEXT NOT NULL DEFAULT '',
    "sourceDocumentId" INTEGER,
    "registeredById" INTEGER NOT NULL,
    "registeredAt" TEXT NOT NULL,
    "revokedFrom" TEXT,
    "revokedReason" TEXT,
    "revokedById" INTEGER,
    "revokedAt" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Mandate_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Mandate_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Mandate_sourceDocumentId_fkey" FOREIGN KEY ("sourceDocumentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MandateEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "mandateId" INTEGER NOT NULL,
    "decisionId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "MandateEntry_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MandateEntry_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "meetingId" INTEGER NOT NULL,
    "itemId" INTEGER NOT NULL,
    "bodyId" INTEGER NOT NULL,
    "caseId" INTEGER,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "publicTitle" TEXT,
    "publicText" TEXT,
    "sharedPosition" BOOLEAN NOT NULL DEFAULT false,
    "strategy" BOOLEAN NOT NULL DEFAULT false,
    "professionalDevelopment" BOOLEAN NOT NULL DEFAULT false,
    "coordination" BOOLEAN NOT NULL DEFAULT false,
    "economic" BOOLEAN NOT NULL DEFAULT false,
    "legal" BOOLEAN NOT NULL DEFAULT false,
    "organisational" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL,
    "decidedOn" TEXT NOT NULL,
    "effectiveOn" TEXT,
    "supersededById" INTEGER,
    "noFollowUp" BOOLEAN NOT NULL DEFAULT false,
    "check" TEXT NOT NULL,
    "recordedById" INTEGER NOT NULL,
    "recordedAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Decision_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Decision_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Decision_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Decision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Decision_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Consequence" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "decisionId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "amount" BIGINT,
    "legal" TEXT,
    "organisational" TEXT,
    CONSTRAINT "Consequence_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Consequence_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Stance" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "decisionId" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "organisationId" INTEGER,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "Stance_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Stance_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FollowUp" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "bodyId" INTEGER NOT NULL,
    "itemId" INTEGER,
    "decisionId" INTEGER,
    "text" TEXT NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "personId" INTEGER,
    "dueDay" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "createdById" INTEGER NOT NULL,
    "closedAt" TEXT,
    "closedById" INTEGER,
    "closedNote" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FollowUp_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FollowUp_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FollowUp_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FollowUpNote" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "followUpId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "FollowUpNote_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "FollowUp" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MinutesVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sentAt" TEXT NOT NULL,
    "sentById" INTEGER NOT NULL,
    "objectionsUntil" TEXT NOT NULL,
    "approvedAt" TEXT,
    "approvedById" INTEGER,
    CONSTRAINT "MinutesVersion_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Objection" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "versionId" INTEGER NOT NULL,
    "itemPosition" INTEGER,
    "personId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "answer" TEXT,
    "upheld" BOOLEAN,
    "answeredById" INTEGER,
    "answeredAt" TEXT,
    CONSTRAINT "Objection_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Objection_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "MinutesVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "itemPosition" INTEGER,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "Correction_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "personId" INTEGER,
    "actor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" INTEGER NOT NULL,
    "before" TEXT,
    "after" TEXT,
    "requestId" TEXT
);

-- CreateTable
CREATE TABLE "Submission" (
    "token" TEXT NOT NULL PRIMARY KEY,
    "personId" INTEGER,
    "at" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "NumberSeries" (
    "series" TEXT NOT NULL PRIMARY KEY,
    "last" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_slug_key" ON "Organisation"("slug");

-- CreateIndex
CREATE INDEX "OrganisationName_organisationId_idx" ON "OrganisationName"("organisationId");

-- CreateIndex
CREATE INDEX "Administration_administratorId_idx" ON "Administration"("administratorId");

-- CreateIndex
CREATE INDEX "Administration_associationId_idx" ON "Administration"("associationId");

-- CreateIndex
CREATE INDEX "Person_organisationId_idx" ON "Person"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_personId_key" ON "Account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_email_key" ON "Account"("email");

-- CreateIndex
CREATE INDEX "Authorisation_personId_idx" ON "Authorisation"("personId");

-- CreateIndex
CREATE INDEX "Authorisation_organisationId_idx" ON "Authorisation"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Body_slug_key" ON "Body"("slug");

-- CreateIndex
CREATE INDEX "Body_organisationId_idx" ON "Body"("organisationId");

-- CreateIndex
CREATE INDEX "Seat_bodyId_idx" ON "Seat"("bodyId");

-- CreateIndex
CREATE INDEX "Seat_personId_idx" ON "Seat"("personId");

-- CreateIndex
CREATE INDEX "Seat_organisationId_idx" ON "Seat"("organisationId");

-- CreateIndex
CREATE INDEX "RulesOfProcedure_bodyId_from_idx" ON "RulesOfProcedure"("bodyId", "from");

-- CreateIndex
CREATE UNIQUE INDEX "RulesOfProcedure_bodyId_number_key" ON "RulesOfProcedure"("bodyId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Document_hash_key" ON "Document"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Case_number_key" ON "Case"("number");

-- CreateIndex
CREATE INDEX "Case_openedAt_idx" ON "Case"("openedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Meeting_number_key" ON "Meeting"("number");

-- CreateIndex
CREATE INDEX "Meeting_day_id_idx" ON "Meeting"("day", "id");

-- CreateIndex
CREATE INDEX "Meeting_bodyId_day_id_idx" ON "Meeting"("bodyId", "day", "id");

-- CreateIndex
CREATE INDEX "Meeting_state_day_id_idx" ON "Meeting"("state", "day", "id");

-- CreateIndex
CREATE INDEX "MeetingStep_meetingId_idx" ON "MeetingStep"("meetingId");

-- CreateIndex
CREATE INDEX "SignOff_meetingId_idx" ON "SignOff"("meetingId");

-- CreateIndex
CREATE INDEX "AgendaItem_meetingId_position_idx" ON "AgendaItem"("meetingId", "position");

-- CreateIndex
CREATE INDEX "AgendaItem_caseId_idx" ON "AgendaItem"("caseId");

-- CreateIndex
CREATE INDEX "AgendaItem_carriedFromId_idx" ON "AgendaItem"("carriedFromId");

-- CreateIndex
CREATE UNIQUE INDEX "ItemInvolvement_itemId_organisationId_key" ON "ItemInvolvement"("itemId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "SubjectArea_name_key" ON "SubjectArea"("name");

-- CreateIndex
CREATE INDEX "ItemQuestion_itemId_idx" ON "ItemQuestion"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "ItemProposal_acceptedItemId_key" ON "ItemProposal"("acceptedItemId");

-- CreateIndex
CREATE INDEX "ItemProposal_bodyId_idx" ON "ItemProposal"("bodyId");

-- CreateIndex
CREATE INDEX "Attachment_itemId_idx" ON "Attachment"("itemId");

-- CreateIndex
CREATE INDEX "Attachment_documentId_idx" ON "Attachment"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "AgendaVersion_meetingId_number_key" ON "AgendaVersion"("meetingId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Attendance_meetingId_personId_key" ON "Attendance"("meetingId", "personId");

-- CreateIndex
CREATE INDEX "Guest_meetingId_idx" ON "Guest"("meetingId");

-- CreateIndex
CREATE UNIQUE INDEX "Treatment_itemId_key" ON "Treatment"("itemId");

-- CreateIndex
CREATE INDEX "Recusal_itemId_idx" ON "Recusal"("itemId");

-- CreateIndex
CREATE INDEX "Recusal_personId_idx" ON "Recusal"("personId");

-- CreateIndex
CREATE INDEX "MinutedStatement_itemId_idx" ON "MinutedStatement"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "Mandate_number_key" ON "Mandate"("number");

-- CreateIndex
CREATE INDEX "Mandate_organisationId_from_idx" ON "Mandate"("organisationId", "from");

-- CreateIndex
CREATE INDEX "Mandate_bodyId_idx" ON "Mandate"("bodyId");

-- CreateIndex
CREATE INDEX "MandateEntry_mandateId_idx" ON "MandateEntry"("mandateId");

-- CreateIndex
CREATE INDEX "MandateEntry_decisionId_idx" ON "MandateEntry"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_number_key" ON "Decision"("number");

-- CreateIndex
CREATE INDEX "Decision_decidedOn_id_idx" ON "Decision"("decidedOn", "id");

-- CreateIndex
CREATE INDEX "Decision_bodyId_decidedOn_id_idx" ON "Decision"("bodyId", "decidedOn", "id");

-- CreateIndex
CREATE INDEX "Decision_state_decidedOn_id_idx" ON "Decision"("state", "decidedOn", "id");

-- CreateIndex
CREATE INDEX "Decision_meetingId_idx" ON "Decision"("meetingId");

-- CreateIndex
CREATE INDEX "Decision_itemId_idx" ON "Decision"("itemId");

-- CreateIndex
CREATE INDEX "Decision_caseId_idx" ON "Decision"("caseId");

-- CreateIndex
CREATE INDEX "Decision_sharedPosition_decidedOn_id_idx" ON "Decision"("sharedPosition", "decidedOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Decision_year_serial_key" ON "Decision"("year", "serial");

-- CreateIndex
CREATE INDEX "Consequence_organisationId_decisionId_idx" ON "Consequence"("organisationId", "decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Consequence_decisionId_organisationId_key" ON "Consequence"("decisionId", "organisationId");

-- CreateIndex
CREATE INDEX "Stance_decisionId_idx" ON "Stance"("decisionId");

-- CreateIndex
CREATE INDEX "FollowUp_closedAt_dueDay_id_idx" ON "FollowUp"("closedAt", "dueDay", "id");

-- CreateIndex
CREATE INDEX "FollowUp_bodyId_closedAt_idx" ON "FollowUp"("bodyId", "closedAt");

-- CreateIndex
CREATE INDEX "FollowUp_decisionId_idx" ON "FollowUp"("decisionId");

-- CreateIndex
CREATE INDEX "FollowUp_itemId_idx" ON "FollowUp"("itemId");

-- CreateIndex
CREATE INDEX "FollowUpNote_followUpId_idx" ON "FollowUpNote"("followUpId");

-- CreateIndex
CREATE UNIQUE INDEX "MinutesVersion_meetingId_number_key" ON "MinutesVersion"("meetingId", "number");

-- CreateIndex
CREATE INDEX "Objection_meetingId_idx" ON "Objection"("meetingId");

-- CreateIndex
CREATE INDEX "Correction_meetingId_idx" ON "Correction"("meetingId");

-- CreateIndex
CREATE INDEX "Event_subject_subjectId_idx" ON "Event"("subject", "subjectId");
