-- A case can be closed as an item can: its title, text and journal number are for those who read the closed items of its
-- body, and the others read a title that stands in for it. Every case that is there stays open.
-- AlterTable
ALTER TABLE "Case" ADD COLUMN "withheld" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Case" ADD COLUMN "withheldReason" TEXT;
ALTER TABLE "Case" ADD COLUMN "publicTitle" TEXT;

-- CreateIndex
CREATE INDEX "Case_withheld_idx" ON "Case"("withheld");

-- Of a closed case only what may be said of it to anyone who may see that it exists is indexed.
DROP VIEW "SearchableCase";
CREATE VIEW "SearchableCase" AS
SELECT "id", "number",
  replace(replace(replace(replace(replace(replace(replace(replace(CASE WHEN "withheld" THEN COALESCE("publicTitle", '') ELSE "title" END, 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "title",
  replace(replace(replace(replace(replace(replace(replace(replace(CASE WHEN "withheld" THEN '' ELSE "summary" END, 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "summary",
  replace(replace(replace(replace(replace(replace(replace(replace(CASE WHEN "withheld" THEN '' ELSE COALESCE("journalNumber", '') END, 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "journalNumber"
FROM "Case";

DROP TRIGGER "Case_search_update";
CREATE TRIGGER "Case_search_update"
AFTER UPDATE OF "title", "summary", "journalNumber", "withheld", "publicTitle" ON "Case"
BEGIN
  DELETE FROM "CaseSearch" WHERE "rowid" = NEW."id";
  INSERT INTO "CaseSearch" ("rowid", "number", "title", "summary", "journalNumber")
  SELECT "id", "number", "title", "summary", "journalNumber" FROM "SearchableCase" WHERE "id" = NEW."id";
END;
