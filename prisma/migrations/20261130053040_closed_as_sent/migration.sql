-- AlterTable
ALTER TABLE "AgendaItem" ADD COLUMN "sentClosed" BOOLEAN;

-- As the latest sending that holds the item had it. The versions are read in their order, so the latest one counts.
UPDATE "AgendaItem" SET "sentClosed" = (
  SELECT json_extract(part.value, '$.closed') FROM "AgendaVersion" sent, json_each(sent."content", '$.items') part
  WHERE sent."meetingId" = "AgendaItem"."meetingId" AND json_extract(part.value, '$.id') = "AgendaItem"."id"
  ORDER BY sent."number" DESC LIMIT 1
);

-- What is indexed of an item follows the rule in access/openness.ts: closed as it stands or as it was sent.
DROP VIEW "SearchableItem";
CREATE VIEW "SearchableItem" AS
SELECT "id",
  CASE WHEN "isClosed" THEN COALESCE("publicTitle", '') ELSE "title" END AS "title",
  CASE WHEN "isClosed" THEN '' ELSE "summary" END AS "summary"
FROM (
  SELECT item.*,
    NOT COALESCE(treatment."openedInstead", 0)
      AND (item."closed" OR COALESCE(item."sentClosed", 0) OR COALESCE(treatment."closedInstead", 0)) AS "isClosed"
  FROM "AgendaItem" item LEFT JOIN "Treatment" treatment ON treatment."itemId" = item."id"
  WHERE item."removedAt" IS NULL
);

DROP TRIGGER "AgendaItem_search_update";
CREATE TRIGGER "AgendaItem_search_update"
AFTER UPDATE OF "title", "summary", "closed", "sentClosed", "publicTitle", "removedAt" ON "AgendaItem"
BEGIN
  DELETE FROM "ItemSearch" WHERE "rowid" = NEW."id";
  INSERT INTO "ItemSearch" ("rowid", "title", "summary")
  SELECT "id", "title", "summary" FROM "SearchableItem" WHERE "id" = NEW."id";
END;

DELETE FROM "ItemSearch";
INSERT INTO "ItemSearch" ("rowid", "title", "summary") SELECT "id", "title", "summary" FROM "SearchableItem";
