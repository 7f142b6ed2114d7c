-- CreateTable
CREATE TABLE "LeftOverItem" (
    "itemId" INTEGER NOT NULL PRIMARY KEY,
    CONSTRAINT "LeftOverItem_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The one home of what an item left over is. The triggers below ask it for the items that a change concerns.
CREATE VIEW "LeftOverNow" AS
SELECT i."id" AS "itemId", i."meetingId"
FROM "AgendaItem" i JOIN "Meeting" m ON m."id" = i."meetingId" LEFT JOIN "Treatment" t ON t."itemId" = i."id"
WHERE i."removedAt" IS NULL AND i."standing" IS NULL
  AND (m."state" = 'CANCELLED' OR t."outcome" IN ('POSTPONED', 'NOT_REACHED'))
  AND NOT EXISTS (SELECT 1 FROM "AgendaItem" c WHERE c."carriedFromId" = i."id" AND c."removedAt" IS NULL);

CREATE TRIGGER "Meeting_leaves_over" AFTER UPDATE OF "state" ON "Meeting"
WHEN (NEW."state" = 'CANCELLED') <> (OLD."state" = 'CANCELLED')
BEGIN
  DELETE FROM "LeftOverItem" WHERE "itemId" IN (SELECT "id" FROM "AgendaItem" WHERE "meetingId" = NEW."id");
  INSERT INTO "LeftOverItem" SELECT "itemId" FROM "LeftOverNow" WHERE "meetingId" = NEW."id";
END;

CREATE TRIGGER "Treatment_leaves_over_on_insert" AFTER INSERT ON "Treatment"
BEGIN
  DELETE FROM "LeftOverItem" WHERE "itemId" = NEW."itemId";
  INSERT INTO "LeftOverItem" SELECT "itemId" FROM "LeftOverNow" WHERE "itemId" = NEW."itemId";
END;

CREATE TRIGGER "Treatment_leaves_over_on_update" AFTER UPDATE OF "outcome", "itemId" ON "Treatment"
WHEN NEW."outcome" IS NOT OLD."outcome" OR NEW."itemId" <> OLD."itemId"
BEGIN
  DELETE FROM "LeftOverItem" WHERE "itemId" IN (OLD."itemId", NEW."itemId");
  INSERT INTO "LeftOverItem" SELECT "itemId" FROM "LeftOverNow" WHERE "itemId" IN (OLD."itemId", NEW."itemId");
END;

CREATE TRIGGER "Treatment_leaves_over_on_delete" AFTER DELETE ON "Treatment"
BEGIN
  DELETE FROM "LeftOverItem" WHERE "itemId" = OLD."itemId";
  INSERT INTO "LeftOverItem" SELECT "itemId" FROM "LeftOverNow" WHERE "itemId" = OLD."itemId";
END;

CREATE TRIGGER "AgendaItem_leaves_over_on_insert" AFTER INSERT ON "AgendaItem"
BEGIN
  DELETE FROM "LeftOverItem" WHERE "itemId" IN (NEW."id", NEW."carriedFromId");
  INSERT INTO "LeftOverItem" SELECT "itemId" FROM "LeftOverNow" WHERE "itemId" IN (NEW."id", NEW."carriedFromId");
END;

CREATE TRIGGER "AgendaItem_leaves_over_on_update" AFTER UPDATE OF "meetingId", "standing", "removedAt", "carriedFromId" ON "AgendaItem"
WHEN NEW."meetingId" <> OLD."meetingId" OR NEW."standing" IS NOT OLD."standing"
  OR NEW."removedAt" IS NOT OLD."removedAt" OR NEW."carriedFromId" IS NOT OLD."carriedFromId"
BEGIN
  DELETE FROM "LeftOverItem" WHERE "itemId" IN (NEW."id", OLD."carriedFromId", NEW."carriedFromId");
  INSERT INTO "LeftOverItem" SELECT "itemId" FROM "LeftOverNow" WHERE "itemId" IN (NEW."id", OLD."carriedFromId", NEW."carriedFromId");
END;

INSERT INTO "LeftOverItem" SELECT "itemId" FROM "LeftOverNow";
