-- CreateTable
CREATE TABLE "OutwardStatement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "textId" INTEGER NOT NULL,
    "receivedOn" TEXT NOT NULL,
    "deadline" TEXT NOT NULL,
    "hearingWorkdays" INTEGER NOT NULL,
    "leadId" INTEGER NOT NULL,
    "documentId" INTEGER,
    "documentName" TEXT NOT NULL DEFAULT '',
    "registeredById" INTEGER NOT NULL,
    "registeredAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "OutwardStatement_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SharedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardStatement_leadId_fkey" FOREIGN KEY ("leadId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardStatement_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardStatement_registeredById_fkey" FOREIGN KEY ("registeredById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutwardExtension" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "statementId" INTEGER NOT NULL,
    "until" TEXT NOT NULL,
    "granted" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "OutwardExtension_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "OutwardStatement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardExtension_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutwardHearing" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "statementId" INTEGER NOT NULL,
    "draftId" INTEGER NOT NULL,
    "until" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "OutwardHearing_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "OutwardStatement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardHearing_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "TextDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardHearing_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutwardStance" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "statementId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "position" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "asId" INTEGER,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "OutwardStance_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "OutwardStatement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardStance_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardStance_asId_fkey" FOREIGN KEY ("asId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardStance_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutwardSending" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "statementId" INTEGER NOT NULL,
    "draftId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "letterHash" TEXT NOT NULL,
    "means" TEXT NOT NULL,
    "sentOn" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "OutwardSending_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "OutwardStatement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardSending_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "TextDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardSending_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutwardAnswer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "statementId" INTEGER NOT NULL,
    "receivedOn" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "documentId" INTEGER,
    "documentName" TEXT NOT NULL DEFAULT '',
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "OutwardAnswer_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "OutwardStatement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardAnswer_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardAnswer_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutwardAnswerPoint" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "answerId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "asked" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "followed" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    CONSTRAINT "OutwardAnswerPoint_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "OutwardAnswer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutwardEnd" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "statementId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "OutwardEnd_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "OutwardStatement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "OutwardEnd_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "OutwardStatement_textId_key" ON "OutwardStatement"("textId");

-- CreateIndex
CREATE INDEX "OutwardStatement_deadline_id_idx" ON "OutwardStatement"("deadline", "id");

-- CreateIndex
CREATE INDEX "OutwardStatement_leadId_idx" ON "OutwardStatement"("leadId");

-- CreateIndex
CREATE INDEX "OutwardStatement_documentId_idx" ON "OutwardStatement"("documentId");

-- CreateIndex
CREATE INDEX "OutwardExtension_statementId_idx" ON "OutwardExtension"("statementId");

-- CreateIndex
CREATE INDEX "OutwardHearing_statementId_idx" ON "OutwardHearing"("statementId");

-- CreateIndex
CREATE INDEX "OutwardHearing_draftId_idx" ON "OutwardHearing"("draftId");

-- CreateIndex
CREATE INDEX "OutwardStance_statementId_organisationId_idx" ON "OutwardStance"("statementId", "organisationId");

-- CreateIndex
CREATE INDEX "OutwardStance_organisationId_idx" ON "OutwardStance"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "OutwardSending_statementId_key" ON "OutwardSending"("statementId");

-- CreateIndex
CREATE INDEX "OutwardSending_draftId_idx" ON "OutwardSending"("draftId");

-- CreateIndex
CREATE INDEX "OutwardAnswer_statementId_idx" ON "OutwardAnswer"("statementId");

-- CreateIndex
CREATE INDEX "OutwardAnswer_documentId_idx" ON "OutwardAnswer"("documentId");

-- CreateIndex
CREATE INDEX "OutwardAnswerPoint_answerId_idx" ON "OutwardAnswerPoint"("answerId");

-- CreateIndex
CREATE UNIQUE INDEX "OutwardEnd_statementId_key" ON "OutwardEnd"("statementId");

-- What was done with a statement is never edited: the next row stands beside it.
CREATE TRIGGER "OutwardExtension_stands" BEFORE UPDATE ON "OutwardExtension"
BEGIN
  SELECT RAISE(ABORT, 'more time stands as it was given');
END;

CREATE TRIGGER "OutwardExtension_never_goes" BEFORE DELETE ON "OutwardExtension"
BEGIN
  SELECT RAISE(ABORT, 'more time stands as it was given');
END;

CREATE TRIGGER "OutwardExtension_never_replaced" BEFORE INSERT ON "OutwardExtension"
WHEN EXISTS (SELECT 1 FROM "OutwardExtension" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'more time stands as it was given');
END;

CREATE TRIGGER "OutwardHearing_stands" BEFORE UPDATE ON "OutwardHearing"
BEGIN
  SELECT RAISE(ABORT, 'what the organisations were asked stands; they are asked again beside it');
END;

CREATE TRIGGER "OutwardHearing_never_goes" BEFORE DELETE ON "OutwardHearing"
BEGIN
  SELECT RAISE(ABORT, 'what the organisations were asked stands; they are asked again beside it');
END;

CREATE TRIGGER "OutwardHearing_never_replaced" BEFORE INSERT ON "OutwardHearing"
WHEN EXISTS (SELECT 1 FROM "OutwardHearing" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'what the organisations were asked stands; they are asked again beside it');
END;

CREATE TRIGGER "OutwardStance_stands" BEFORE UPDATE ON "OutwardStance"
BEGIN
  SELECT RAISE(ABORT, 'a stance stands as it was given; a change is the next one');
END;

CREATE TRIGGER "OutwardStance_never_goes" BEFORE DELETE ON "OutwardStance"
BEGIN
  SELECT RAISE(ABORT, 'a stance stands as it was given; a change is the next one');
END;

CREATE TRIGGER "OutwardStance_never_replaced" BEFORE INSERT ON "OutwardStance"
WHEN EXISTS (SELECT 1 FROM "OutwardStance" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a stance stands as it was given; a change is the next one');
END;

CREATE TRIGGER "OutwardSending_stands" BEFORE UPDATE ON "OutwardSending"
BEGIN
  SELECT RAISE(ABORT, 'a letter stands as it was sent');
END;

CREATE TRIGGER "OutwardSending_never_goes" BEFORE DELETE ON "OutwardSending"
BEGIN
  SELECT RAISE(ABORT, 'a letter stands as it was sent');
END;

CREATE TRIGGER "OutwardSending_never_replaced" BEFORE INSERT ON "OutwardSending"
WHEN EXISTS (SELECT 1 FROM "OutwardSending" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a letter stands as it was sent');
END;

CREATE TRIGGER "OutwardAnswer_stands" BEFORE UPDATE ON "OutwardAnswer"
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was filed; a correction is the next one');
END;

CREATE TRIGGER "OutwardAnswer_never_goes" BEFORE DELETE ON "OutwardAnswer"
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was filed; a correction is the next one');
END;

CREATE TRIGGER "OutwardAnswer_never_replaced" BEFORE INSERT ON "OutwardAnswer"
WHEN EXISTS (SELECT 1 FROM "OutwardAnswer" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was filed; a correction is the next one');
END;

CREATE TRIGGER "OutwardAnswerPoint_stands" BEFORE UPDATE ON "OutwardAnswerPoint"
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was filed; a correction is the next one');
END;

CREATE TRIGGER "OutwardAnswerPoint_never_goes" BEFORE DELETE ON "OutwardAnswerPoint"
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was filed; a correction is the next one');
END;

CREATE TRIGGER "OutwardAnswerPoint_never_replaced" BEFORE INSERT ON "OutwardAnswerPoint"
WHEN EXISTS (SELECT 1 FROM "OutwardAnswerPoint" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was filed; a correction is the next one');
END;

CREATE TRIGGER "OutwardEnd_stands" BEFORE UPDATE ON "OutwardEnd"
BEGIN
  SELECT RAISE(ABORT, 'what has been ended stays so');
END;

CREATE TRIGGER "OutwardEnd_never_goes" BEFORE DELETE ON "OutwardEnd"
BEGIN
  SELECT RAISE(ABORT, 'what has been ended stays so');
END;

CREATE TRIGGER "OutwardEnd_never_replaced" BEFORE INSERT ON "OutwardEnd"
WHEN EXISTS (SELECT 1 FROM "OutwardEnd" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'what has been ended stays so');
END;

-- R24: what is sent is a draft of the statement's own text, word for word.
CREATE TRIGGER "OutwardSending_of_its_text" BEFORE INSERT ON "OutwardSending"
WHEN NOT EXISTS (SELECT 1 FROM "OutwardStatement" o JOIN "TextDraft" d ON d."textId" = o."textId"
  WHERE o."id" = NEW."statementId" AND d."id" = NEW."draftId" AND d."hash" = NEW."hash")
BEGIN
  SELECT RAISE(ABORT, 'a letter is sent with the text of its own draft');
END;

-- Whoever has remarks, or writes by itself, says what.
CREATE TRIGGER "OutwardStance_says_what" BEFORE INSERT ON "OutwardStance"
WHEN NEW."position" <> 'NO_REMARKS' AND trim(NEW."text") = ''
BEGIN
  SELECT RAISE(ABORT, 'remarks, and a statement of one''s own, have words');
END;
