-- CreateTable
CREATE TABLE "Flag" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "areaId" INTEGER,
    "estateId" INTEGER,
    "districtId" INTEGER,
    "seenOn" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "namesOf" TEXT NOT NULL DEFAULT '',
    "urgency" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "raisedOn" TEXT NOT NULL,
    "raisedAt" TEXT NOT NULL,
    "caseId" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Flag_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "HousingArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Flag_estateId_fkey" FOREIGN KEY ("estateId") REFERENCES "Estate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Flag_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Flag_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Flag_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Flag_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "FlagStep" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "flagId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "until" TEXT,
    "itemId" INTEGER,
    "joinedToId" INTEGER,
    "text" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "FlagStep_flagId_fkey" FOREIGN KEY ("flagId") REFERENCES "Flag" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FlagStep_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FlagStep_joinedToId_fkey" FOREIGN KEY ("joinedToId") REFERENCES "Flag" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FlagStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Flag_number_key" ON "Flag"("number");

-- CreateIndex
CREATE INDEX "Flag_areaId_idx" ON "Flag"("areaId");

-- CreateIndex
CREATE INDEX "Flag_estateId_idx" ON "Flag"("estateId");

-- CreateIndex
CREATE INDEX "Flag_districtId_idx" ON "Flag"("districtId");

-- CreateIndex
CREATE INDEX "Flag_personId_idx" ON "Flag"("personId");

-- CreateIndex
CREATE INDEX "Flag_organisationId_idx" ON "Flag"("organisationId");

-- CreateIndex
CREATE INDEX "Flag_caseId_idx" ON "Flag"("caseId");

-- CreateIndex
CREATE INDEX "Flag_raisedOn_id_idx" ON "Flag"("raisedOn", "id");

-- CreateIndex
CREATE INDEX "FlagStep_flagId_idx" ON "FlagStep"("flagId");

-- CreateIndex
CREATE INDEX "FlagStep_itemId_idx" ON "FlagStep"("itemId");

-- CreateIndex
CREATE INDEX "FlagStep_joinedToId_idx" ON "FlagStep"("joinedToId");

-- A flag points at exactly one place, and stays: what it says is put right until it is acknowledged, and never taken away.
CREATE TRIGGER "Flag_points_at_one_place" BEFORE INSERT ON "Flag"
WHEN (NEW."areaId" IS NOT NULL) + (NEW."estateId" IS NOT NULL) + (NEW."districtId" IS NOT NULL) <> 1
  OR EXISTS (SELECT 1 FROM "Flag" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a flag points at one place, and stands');
END;

CREATE TRIGGER "Flag_stays_at_one_place" BEFORE UPDATE OF "areaId", "estateId", "districtId" ON "Flag"
WHEN (NEW."areaId" IS NOT NULL) + (NEW."estateId" IS NOT NULL) + (NEW."districtId" IS NOT NULL) <> 1
BEGIN
  SELECT RAISE(ABORT, 'a flag points at one place');
END;

CREATE TRIGGER "Flag_stands" BEFORE UPDATE OF "number", "seenOn", "source", "theme", "reason", "urgency", "personId", "organisationId", "raisedOn", "raisedAt" ON "Flag"
WHEN OLD."number" <> NEW."number" OR OLD."personId" <> NEW."personId" OR OLD."organisationId" <> NEW."organisationId"
  OR OLD."raisedOn" <> NEW."raisedOn" OR OLD."raisedAt" <> NEW."raisedAt"
  OR (OLD."reason" <> NEW."reason" AND EXISTS (SELECT 1 FROM "FlagStep" WHERE "flagId" = NEW."id"))
BEGIN
  SELECT RAISE(ABORT, 'a flag stands as it was acknowledged');
END;

CREATE TRIGGER "Flag_never_goes" BEFORE DELETE ON "Flag"
BEGIN
  SELECT RAISE(ABORT, 'a flag gets an outcome; it is never taken away');
END;

CREATE TRIGGER "FlagStep_stands" BEFORE UPDATE ON "FlagStep"
BEGIN
  SELECT RAISE(ABORT, 'a step stands as it was taken; a change is the next one');
END;

CREATE TRIGGER "FlagStep_never_goes" BEFORE DELETE ON "FlagStep"
BEGIN
  SELECT RAISE(ABORT, 'a step stands as it was taken; a change is the next one');
END;

CREATE TRIGGER "FlagStep_is_whole" BEFORE INSERT ON "FlagStep"
WHEN (NEW."kind" = 'FOLLOW') <> (NEW."until" IS NOT NULL) OR (NEW."kind" = 'PUT_ON_AGENDA') <> (NEW."itemId" IS NOT NULL)
  OR (NEW."kind" = 'JOIN') <> (NEW."joinedToId" IS NOT NULL)
  OR (NEW."kind" IN ('FOLLOW', 'ASSESS', 'START_INITIATIVE', 'DECLINE', 'REOPEN') AND trim(NEW."text") = '')
  OR EXISTS (SELECT 1 FROM "FlagStep" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a step has what belongs to it: a day, an item, another flag, or why');
END;

-- Searching, folded as the other search tables: the number, the place by its name of the day it was written, and the reason.
CREATE VIRTUAL TABLE "FlagSearch" USING fts5(
  "title", "text", tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);

CREATE VIEW "SearchableFlag" AS
SELECT "id",
  replace(replace(replace(replace(replace(replace(replace(replace("number" || ' ' || COALESCE(
    (SELECT "name" FROM "HousingArea" WHERE "id" = "Flag"."areaId"), (SELECT "number" || ' ' || "name" FROM "Estate" WHERE "id" = "Flag"."estateId"),
    (SELECT "name" FROM "District" WHERE "id" = "Flag"."districtId"), ''), 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "title",
  replace(replace(replace(replace(replace(replace(replace(replace("reason", 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "text"
FROM "Flag";

CREATE TRIGGER "Flag_search_insert" AFTER INSERT ON "Flag"
BEGIN
  INSERT INTO "FlagSearch" ("rowid", "title", "text") SELECT "id", "title", "text" FROM "SearchableFlag" WHERE "id" = NEW."id";
END;

CREATE TRIGGER "Flag_search_update" AFTER UPDATE OF "areaId", "estateId", "districtId", "reason" ON "Flag"
BEGIN
  DELETE FROM "FlagSearch" WHERE "rowid" = NEW."id";
  INSERT INTO "FlagSearch" ("rowid", "title", "text") SELECT "id", "title", "text" FROM "SearchableFlag" WHERE "id" = NEW."id";
END;

-- A place that is renamed is found by its new name.
CREATE TRIGGER "HousingArea_search_flags" AFTER UPDATE OF "name" ON "HousingArea" WHEN OLD."name" <> NEW."name"
BEGIN
  DELETE FROM "FlagSearch" WHERE "rowid" IN (SELECT "id" FROM "Flag" WHERE "areaId" = NEW."id");
  INSERT INTO "FlagSearch" ("rowid", "title", "text") SELECT "id", "title", "text" FROM "SearchableFlag"
  WHERE "id" IN (SELECT "id" FROM "Flag" WHERE "areaId" = NEW."id");
END;

CREATE TRIGGER "Estate_search_flags" AFTER UPDATE OF "number", "name" ON "Estate"
BEGIN
  DELETE FROM "FlagSearch" WHERE "rowid" IN (SELECT "id" FROM "Flag" WHERE "estateId" = NEW."id");
  INSERT INTO "FlagSearch" ("rowid", "title", "text") SELECT "id", "title", "text" FROM "SearchableFlag"
  WHERE "id" IN (SELECT "id" FROM "Flag" WHERE "estateId" = NEW."id");
END;

CREATE TRIGGER "District_search_flags" AFTER UPDATE OF "name" ON "District" WHEN OLD."name" <> NEW."name"
BEGIN
  DELETE FROM "FlagSearch" WHERE "rowid" IN (SELECT "id" FROM "Flag" WHERE "districtId" = NEW."id");
  INSERT INTO "FlagSearch" ("rowid", "title", "text") SELECT "id", "title", "text" FROM "SearchableFlag"
  WHERE "id" IN (SELECT "id" FROM "Flag" WHERE "districtId" = NEW."id");
END;
