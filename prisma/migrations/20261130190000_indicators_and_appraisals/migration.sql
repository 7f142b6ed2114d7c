-- CreateTable
CREATE TABLE "Indicator" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "decimals" INTEGER NOT NULL,
    "direction" TEXT NOT NULL,
    "everyYears" INTEGER NOT NULL,
    "dueMonth" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "Indicator_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Observation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "indicatorId" INTEGER NOT NULL,
    "areaId" INTEGER,
    "year" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "correctsId" INTEGER,
    "reason" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "Observation_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Observation_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "HousingArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Observation_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Observation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Observation_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TargetAppraisal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "textId" INTEGER NOT NULL,
    "target" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "correctsId" INTEGER,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "TargetAppraisal_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SharedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TargetAppraisal_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "TargetAppraisal" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TargetAppraisal_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_slug_key" ON "Indicator"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Observation_correctsId_key" ON "Observation"("correctsId");

-- CreateIndex
CREATE INDEX "Observation_indicatorId_areaId_year_idx" ON "Observation"("indicatorId", "areaId", "year");

-- CreateIndex
CREATE INDEX "Observation_areaId_idx" ON "Observation"("areaId");

-- CreateIndex
CREATE UNIQUE INDEX "TargetAppraisal_correctsId_key" ON "TargetAppraisal"("correctsId");

-- CreateIndex
CREATE INDEX "TargetAppraisal_textId_target_year_idx" ON "TargetAppraisal"("textId", "target", "year");

-- Values are stored in steps of the last decimal: with other decimals they would be other values.
CREATE TRIGGER "Indicator_measures_alike" BEFORE UPDATE OF "decimals" ON "Indicator"
WHEN NEW."decimals" <> OLD."decimals" AND EXISTS (SELECT 1 FROM "Observation" WHERE "indicatorId" = OLD."id")
BEGIN
  SELECT RAISE(ABORT, 'the decimals of an indicator that has values stand');
END;

CREATE TRIGGER "Indicator_never_goes" BEFORE DELETE ON "Indicator"
BEGIN
  SELECT RAISE(ABORT, 'an indicator is never deleted');
END;

-- A value that was entered is never edited: a correction stands beside it.
CREATE TRIGGER "Observation_stands" BEFORE UPDATE ON "Observation"
BEGIN
  SELECT RAISE(ABORT, 'a value stands as it was entered; a correction is the next one');
END;

CREATE TRIGGER "Observation_never_goes" BEFORE DELETE ON "Observation"
BEGIN
  SELECT RAISE(ABORT, 'a value stands as it was entered; a correction is the next one');
END;

CREATE TRIGGER "Observation_never_replaced" BEFORE INSERT ON "Observation"
WHEN EXISTS (SELECT 1 FROM "Observation" WHERE "id" = NEW."id" OR "correctsId" = NEW."correctsId")
BEGIN
  SELECT RAISE(ABORT, 'a value stands as it was entered; a correction is the next one');
END;

CREATE TRIGGER "Observation_of_one_place_and_year" BEFORE INSERT ON "Observation"
WHEN NEW."correctsId" IS NULL AND EXISTS (SELECT 1 FROM "Observation" o
    WHERE o."indicatorId" = NEW."indicatorId" AND o."areaId" IS NEW."areaId" AND o."year" = NEW."year")
  OR NEW."correctsId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Observation" o WHERE o."id" = NEW."correctsId"
    AND o."indicatorId" = NEW."indicatorId" AND o."areaId" IS NEW."areaId" AND o."year" = NEW."year")
  OR NEW."correctsId" IS NOT NULL AND trim(NEW."reason") = ''
BEGIN
  SELECT RAISE(ABORT, 'a place has one value a year; another is a correction of it, with its reason');
END;

CREATE TRIGGER "TargetAppraisal_stands" BEFORE UPDATE ON "TargetAppraisal"
BEGIN
  SELECT RAISE(ABORT, 'an appraisal stands as it was written; a correction is the next one');
END;

CREATE TRIGGER "TargetAppraisal_never_goes" BEFORE DELETE ON "TargetAppraisal"
BEGIN
  SELECT RAISE(ABORT, 'an appraisal stands as it was written; a correction is the next one');
END;

CREATE TRIGGER "TargetAppraisal_never_replaced" BEFORE INSERT ON "TargetAppraisal"
WHEN EXISTS (SELECT 1 FROM "TargetAppraisal" WHERE "id" = NEW."id" OR "correctsId" = NEW."correctsId")
BEGIN
  SELECT RAISE(ABORT, 'an appraisal stands as it was written; a correction is the next one');
END;

CREATE TRIGGER "TargetAppraisal_of_one_target_and_year" BEFORE INSERT ON "TargetAppraisal"
WHEN NEW."correctsId" IS NULL AND EXISTS (SELECT 1 FROM "TargetAppraisal" a
    WHERE a."textId" = NEW."textId" AND a."target" = NEW."target" AND a."year" = NEW."year")
  OR NEW."correctsId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "TargetAppraisal" a WHERE a."id" = NEW."correctsId"
    AND a."textId" = NEW."textId" AND a."target" = NEW."target" AND a."year" = NEW."year")
  OR trim(NEW."reasons") = ''
BEGIN
  SELECT RAISE(ABORT, 'a target has one appraisal a year, with its reasons; another is a correction of it');
END;
