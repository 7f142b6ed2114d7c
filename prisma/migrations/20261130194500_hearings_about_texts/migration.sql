-- CreateTable
CREATE TABLE "TextHearing" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "textId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "draftId" INTEGER NOT NULL,
    "until" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "openedById" INTEGER NOT NULL,
    "openedAt" TEXT NOT NULL,
    "closedById" INTEGER,
    "closedAt" TEXT,
    "closedReason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "TextHearing_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SharedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TextHearing_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "TextDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TextHearing_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TextHearing_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TextHearingAsked" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "hearingId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    CONSTRAINT "TextHearingAsked_hearingId_fkey" FOREIGN KEY ("hearingId") REFERENCES "TextHearing" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TextHearingAsked_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TextHearingAnswer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "hearingId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "stance" TEXT NOT NULL,
    "asId" INTEGER,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "TextHearingAnswer_hearingId_fkey" FOREIGN KEY ("hearingId") REFERENCES "TextHearing" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TextHearingAnswer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TextHearingAnswer_asId_fkey" FOREIGN KEY ("asId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TextHearingAnswer_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TextHearingRemark" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "answerId" INTEGER NOT NULL,
    "sectionKey" TEXT,
    "text" TEXT NOT NULL,
    CONSTRAINT "TextHearingRemark_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "TextHearingAnswer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TextHearingReply" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "hearingId" INTEGER NOT NULL,
    "sectionKey" TEXT,
    "text" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "TextHearingReply_hearingId_fkey" FOREIGN KEY ("hearingId") REFERENCES "TextHearing" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TextHearingReply_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "TextHearing_draftId_idx" ON "TextHearing"("draftId");

-- CreateIndex
CREATE INDEX "TextHearing_until_idx" ON "TextHearing"("until");

-- CreateIndex
CREATE UNIQUE INDEX "TextHearing_textId_number_key" ON "TextHearing"("textId", "number");

-- CreateIndex
CREATE INDEX "TextHearingAsked_organisationId_idx" ON "TextHearingAsked"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "TextHearingAsked_hearingId_organisationId_key" ON "TextHearingAsked"("hearingId", "organisationId");

-- CreateIndex
CREATE INDEX "TextHearingAnswer_hearingId_organisationId_idx" ON "TextHearingAnswer"("hearingId", "organisationId");

-- CreateIndex
CREATE INDEX "TextHearingAnswer_organisationId_idx" ON "TextHearingAnswer"("organisationId");

-- CreateIndex
CREATE INDEX "TextHearingRemark_answerId_idx" ON "TextHearingRemark"("answerId");

-- CreateIndex
CREATE INDEX "TextHearingReply_hearingId_idx" ON "TextHearingReply"("hearingId");

-- Searching, folded as the other search tables: all that a draft says in words, without the names of its parts.
CREATE VIRTUAL TABLE "TextDraftSearch" USING fts5(
  "title", "text", tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE VIEW "SearchableTextDraft" AS
SELECT "id",
  replace(replace(replace(replace(replace(replace(replace(replace("title", 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "title",
  replace(replace(replace(replace(replace(replace(replace(replace(COALESCE((SELECT group_concat("word"."value", ' ') FROM json_tree(CASE WHEN json_valid("TextDraft"."content") THEN "TextDraft"."content" ELSE '{}' END) AS "word"
    WHERE "word"."type" = 'text' AND "word"."key" IS NOT 'key' AND "word"."value" GLOB '*[a-z]*'), ''), 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "text"
FROM "TextDraft";

-- A draft is never changed: an edit is the next one.
CREATE TRIGGER "TextDraft_search_insert" AFTER INSERT ON "TextDraft"
BEGIN
  INSERT INTO "TextDraftSearch" ("rowid", "title", "text")
  SELECT "id", "title", "text" FROM "SearchableTextDraft" WHERE "id" = NEW."id";
END;

INSERT INTO "TextDraftSearch" ("rowid", "title", "text") SELECT "id", "title", "text" FROM "SearchableTextDraft";
