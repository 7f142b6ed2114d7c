-- What is from before the portal: dated documents of a body, and what was drawn on a mandate before it. Columns are added
-- to the ledger and its table is not rebuilt: a rebuilt table loses its triggers.
-- CreateTable
CREATE TABLE "EarlierRecord" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "bodyId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "dayPrecision" TEXT NOT NULL DEFAULT 'DAY',
    "number" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "caseId" INTEGER,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "closedReason" TEXT,
    "publicTitle" TEXT,
    "position" BOOLEAN NOT NULL DEFAULT false,
    "positionUntil" TEXT,
    "enteredById" INTEGER NOT NULL,
    "enteredAt" TEXT NOT NULL,
    "withdrawnAt" TEXT,
    "withdrawnById" INTEGER,
    "withdrawnReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "EarlierRecord_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EarlierRecord_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EarlierRecord_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EarlierRecord_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "EarlierFile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "recordId" INTEGER NOT NULL,
    "documentId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "addedById" INTEGER NOT NULL,
    "addedAt" TEXT NOT NULL,
    "removedAt" TEXT,
    "removedById" INTEGER,
    CONSTRAINT "EarlierFile_recordId_fkey" FOREIGN KEY ("recordId") REFERENCES "EarlierRecord" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EarlierFile_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EarlierFile_addedById_fkey" FOREIGN KEY ("addedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "EarlierFile_removedById_fkey" FOREIGN KEY ("removedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

ALTER TABLE "MandateEntry" ADD COLUMN "reversesId" INTEGER REFERENCES "MandateEntry" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "MandateEntry_reversesId_key" ON "MandateEntry"("reversesId");

-- CreateIndex
CREATE INDEX "EarlierRecord_day_id_idx" ON "EarlierRecord"("day", "id");

-- CreateIndex
CREATE INDEX "EarlierRecord_bodyId_day_id_idx" ON "EarlierRecord"("bodyId", "day", "id");

-- CreateIndex
CREATE INDEX "EarlierRecord_caseId_idx" ON "EarlierRecord"("caseId");

-- CreateIndex
CREATE INDEX "EarlierFile_recordId_idx" ON "EarlierFile"("recordId");

-- CreateIndex
CREATE INDEX "EarlierFile_documentId_idx" ON "EarlierFile"("documentId");

-- A document is withdrawn with a reason and stays.
CREATE TRIGGER "EarlierRecord_never_goes" BEFORE DELETE ON "EarlierRecord"
BEGIN
  SELECT RAISE(ABORT, 'a document from before the portal is withdrawn, not deleted');
END;

CREATE TRIGGER "EarlierRecord_never_replaced" BEFORE INSERT ON "EarlierRecord"
WHEN EXISTS (SELECT 1 FROM "EarlierRecord" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a document from before the portal is withdrawn, not deleted');
END;

CREATE TRIGGER "EarlierRecord_stays_withdrawn" BEFORE UPDATE ON "EarlierRecord"
WHEN OLD."withdrawnAt" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a withdrawn document is not changed');
END;

CREATE TRIGGER "EarlierRecord_stays_its_bodys" BEFORE UPDATE OF "bodyId" ON "EarlierRecord"
WHEN OLD."bodyId" <> NEW."bodyId"
BEGIN
  SELECT RAISE(ABORT, 'a document stays with its body');
END;

-- What stands in for a closed document is what the search table holds of it.
CREATE TRIGGER "EarlierRecord_closed_has_a_stand_in" BEFORE INSERT ON "EarlierRecord"
WHEN NEW."closed" AND (coalesce(trim(NEW."publicTitle"), '') = '' OR coalesce(trim(NEW."closedReason"), '') = '')
BEGIN
  SELECT RAISE(ABORT, 'a closed document has a reason and a title that stands in');
END;

CREATE TRIGGER "EarlierRecord_closed_keeps_a_stand_in" BEFORE UPDATE OF "closed", "publicTitle", "closedReason" ON "EarlierRecord"
WHEN NEW."closed" AND (coalesce(trim(NEW."publicTitle"), '') = '' OR coalesce(trim(NEW."closedReason"), '') = '')
BEGIN
  SELECT RAISE(ABORT, 'a closed document has a reason and a title that stands in');
END;

CREATE TRIGGER "EarlierFile_never_goes" BEFORE DELETE ON "EarlierFile"
BEGIN
  SELECT RAISE(ABORT, 'a file from before the portal is taken off, not deleted');
END;

CREATE TRIGGER "EarlierFile_stands" BEFORE UPDATE OF "recordId", "documentId", "name" ON "EarlierFile"
WHEN OLD."recordId" <> NEW."recordId" OR OLD."documentId" <> NEW."documentId" OR OLD."name" <> NEW."name"
BEGIN
  SELECT RAISE(ABORT, 'a file from before the portal is taken off, not changed');
END;

-- Searching, folded as the other search tables. Of a closed document only its public title; of a withdrawn one nothing.
CREATE VIRTUAL TABLE "EarlierRecordSearch" USING fts5(
  "number", "title", "text", tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE VIEW "SearchableEarlierRecord" AS
SELECT "id",
  replace(replace(replace(replace(replace(replace(replace(replace(CASE WHEN "closed" THEN '' ELSE "number" END, 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "number",
  replace(replace(replace(replace(replace(replace(replace(replace(CASE WHEN "closed" THEN COALESCE("publicTitle", '') ELSE "title" END, 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "title",
  replace(replace(replace(replace(replace(replace(replace(replace(CASE WHEN "closed" THEN '' ELSE "text" END, 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "text"
FROM "EarlierRecord" WHERE "withdrawnAt" IS NULL;

CREATE TRIGGER "EarlierRecord_search_insert" AFTER INSERT ON "EarlierRecord"
BEGIN
  INSERT INTO "EarlierRecordSearch" ("rowid", "number", "title", "text")
  SELECT "id", "number", "title", "text" FROM "SearchableEarlierRecord" WHERE "id" = NEW."id";
END;

CREATE TRIGGER "EarlierRecord_search_update"
AFTER UPDATE OF "number", "title", "text", "closed", "publicTitle", "withdrawnAt" ON "EarlierRecord"
BEGIN
  DELETE FROM "EarlierRecordSearch" WHERE "rowid" = NEW."id";
  INSERT INTO "EarlierRecordSearch" ("rowid", "number", "title", "text")
  SELECT "id", "number", "title", "text" FROM "SearchableEarlierRecord" WHERE "id" = NEW."id";
END;

-- What was drawn before the portal counts in the mandate's sum, and everything that holds the sum holds it.
DROP TRIGGER "MandateEntry_is_drawn";
DROP TRIGGER "Mandate_drawn_is_the_sum";
DROP TRIGGER "MandateEntry_not_of_drafts";

CREATE TRIGGER "MandateEntry_is_drawn" AFTER INSERT ON "MandateEntry"
WHEN NEW."kind" IN ('DRAW', 'RELEASE', 'EARLIER_DRAW', 'EARLIER_RELEASE')
BEGIN
  UPDATE "Mandate" SET
    "drawn" = "drawn" + CASE WHEN NEW."kind" IN ('DRAW', 'EARLIER_DRAW') THEN NEW."amount" ELSE -NEW."amount" END,
    "lastEntryId" = NEW."id"
  WHERE "id" = NEW."mandateId";
END;

CREATE TRIGGER "Mandate_drawn_is_the_sum" BEFORE UPDATE OF "drawn", "lastEntryId" ON "Mandate"
WHEN NEW."drawn" <> OLD."drawn" + (
  SELECT COALESCE(SUM(CASE "kind" WHEN 'DRAW' THEN "amount" WHEN 'EARLIER_DRAW' THEN "amount"
    WHEN 'RELEASE' THEN -"amount" WHEN 'EARLIER_RELEASE' THEN -"amount" ELSE 0 END), 0)
  FROM "MandateEntry" WHERE "mandateId" = OLD."id" AND "id" > OLD."lastEntryId"
)
BEGIN
  SELECT RAISE(ABORT, 'mandate drawn is the sum of its entries');
END;

-- Remade after the others, so that it is asked first, as before.
DROP TRIGGER "Mandate_sums_go_to_the_last";
CREATE TRIGGER "Mandate_sums_go_to_the_last" BEFORE UPDATE OF "lastEntryId" ON "Mandate"
WHEN NEW."lastEntryId" <> (SELECT COALESCE(MAX("id"), 0) FROM "MandateEntry" WHERE "mandateId" = OLD."id")
BEGIN
  SELECT RAISE(ABORT, 'mandate sums go to its last entry');
END;

CREATE TRIGGER "MandateEntry_not_of_drafts" BEFORE INSERT ON "MandateEntry"
WHEN NEW."kind" IN ('DRAW', 'RAISE', 'LOWER', 'EARLIER_DRAW')
  AND EXISTS (SELECT 1 FROM "Mandate" WHERE "id" = NEW."mandateId" AND "activatedAt" IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'a draft covers nothing');
END;

CREATE TRIGGER "MandateEntry_earlier_draw_is_told" BEFORE INSERT ON "MandateEntry"
WHEN NEW."kind" IN ('EARLIER_DRAW', 'EARLIER_RELEASE')
  AND (coalesce(NEW."sourceDay", '') = '' OR coalesce(trim(NEW."note"), '') = '')
BEGIN
  SELECT RAISE(ABORT, 'what was drawn before the portal has a day and a text');
END;

-- The opposite of one entry, whole: it never gives back what a decision has drawn.
CREATE TRIGGER "MandateEntry_reverses_an_earlier_draw" BEFORE INSERT ON "MandateEntry"
WHEN (NEW."kind" = 'EARLIER_RELEASE') <> (NEW."reversesId" IS NOT NULL)
  OR (NEW."reversesId" IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM "MandateEntry" e WHERE e."id" = NEW."reversesId" AND e."kind" = 'EARLIER_DRAW'
      AND e."mandateId" = NEW."mandateId" AND e."amount" = NEW."amount" AND e."sourceDay" = NEW."sourceDay"))
BEGIN
  SELECT RAISE(ABORT, 'an earlier draw is taken back by its own opposite');
END;
