-- What an indicator measures is told by its versions; figures are told of places of every level, and come in deliveries.

DROP TRIGGER "Indicator_measures_alike";
DROP TRIGGER "Observation_stands";
DROP TRIGGER "Observation_never_goes";
DROP TRIGGER "Observation_never_replaced";
DROP TRIGGER "Observation_of_one_place_and_year";

-- CreateTable
CREATE TABLE "IndicatorVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "indicatorId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "numerator" TEXT NOT NULL,
    "denominator" TEXT NOT NULL,
    "population" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "decimals" INTEGER NOT NULL,
    "direction" TEXT NOT NULL,
    "averagingYears" INTEGER NOT NULL DEFAULT 1,
    "source" TEXT NOT NULL,
    "comparable" BOOLEAN NOT NULL DEFAULT true,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "IndicatorVersion_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IndicatorVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MeasuredPlace" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "level" TEXT NOT NULL,
    "estateId" INTEGER,
    "areaId" INTEGER,
    "districtId" INTEGER,
    CONSTRAINT "MeasuredPlace_estateId_fkey" FOREIGN KEY ("estateId") REFERENCES "Estate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MeasuredPlace_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "HousingArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MeasuredPlace_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ObservationDelivery" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "fileHash" TEXT,
    "source" TEXT NOT NULL,
    "supplier" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "rowsHash" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "ObservationDelivery_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Threshold" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "indicatorId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" REAL NOT NULL,
    "reference" TEXT,
    "fromYear" INTEGER NOT NULL,
    "toYear" INTEGER,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "Threshold_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Threshold_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- What stood of each indicator is its first version, by the same number.
INSERT INTO "IndicatorVersion" ("id", "indicatorId", "number", "numerator", "denominator", "population", "unit", "decimals", "direction", "source", "createdById", "createdAt")
SELECT "id", "id", 1, '', '', '', "unit", "decimals", "direction", "source", "createdById", "createdAt" FROM "Indicator";

ALTER TABLE "Indicator" DROP COLUMN "unit";
ALTER TABLE "Indicator" DROP COLUMN "decimals";
ALTER TABLE "Indicator" DROP COLUMN "direction";
ALTER TABLE "Indicator" DROP COLUMN "source";
ALTER TABLE "Indicator" ADD COLUMN "theme" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Indicator" ADD COLUMN "supplier" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Indicator" ADD COLUMN "visibility" TEXT NOT NULL DEFAULT 'OPEN';
ALTER TABLE "Indicator" ADD COLUMN "nextRelease" TEXT;
ALTER TABLE "Indicator" ADD COLUMN "endedYear" INTEGER;

-- A place is there from the first figure that is told of it.
INSERT INTO "MeasuredPlace" ("level") SELECT DISTINCT 'TOWN' FROM "Observation" WHERE "areaId" IS NULL;
INSERT INTO "MeasuredPlace" ("level", "areaId")
SELECT DISTINCT 'AREA', "areaId" FROM "Observation" WHERE "areaId" IS NOT NULL ORDER BY "areaId";

-- Each figure that was entered is a delivery of its own, by the same number. These were sealed row by row until now, so
-- no hash is over them.
INSERT INTO "ObservationDelivery" ("id", "name", "fileHash", "source", "supplier", "note", "rows", "rowsHash", "byId", "at")
SELECT "id", '', NULL, "source", '', '', 1, '', "byId", "at" FROM "Observation";

ALTER TABLE "Observation" RENAME TO "ObservationBefore";
DROP INDEX "Observation_correctsId_key";
DROP INDEX "Observation_indicatorId_areaId_year_idx";
DROP INDEX "Observation_areaId_idx";

-- CreateTable
CREATE TABLE "Observation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "versionId" INTEGER NOT NULL,
    "placeId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "value" INTEGER,
    "numerator" REAL,
    "denominator" REAL,
    "missing" TEXT,
    "deliveryId" INTEGER NOT NULL,
    "correctsId" INTEGER,
    "reason" TEXT NOT NULL,
    CONSTRAINT "Observation_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "IndicatorVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Observation_placeId_fkey" FOREIGN KEY ("placeId") REFERENCES "MeasuredPlace" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Observation_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "ObservationDelivery" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Observation_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Observation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

INSERT INTO "Observation" ("id", "versionId", "placeId", "year", "value", "deliveryId", "correctsId", "reason")
SELECT o."id", o."indicatorId", p."id", o."year", o."value", o."id", o."correctsId", o."reason"
FROM "ObservationBefore" o JOIN "MeasuredPlace" p
  ON p."level" = CASE WHEN o."areaId" IS NULL THEN 'TOWN' ELSE 'AREA' END AND p."areaId" IS o."areaId"
ORDER BY o."id";
DROP TABLE "ObservationBefore";

-- CreateIndex
CREATE UNIQUE INDEX "IndicatorVersion_indicatorId_number_key" ON "IndicatorVersion"("indicatorId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "MeasuredPlace_estateId_key" ON "MeasuredPlace"("estateId");

-- CreateIndex
CREATE UNIQUE INDEX "MeasuredPlace_areaId_key" ON "MeasuredPlace"("areaId");

-- CreateIndex
CREATE UNIQUE INDEX "MeasuredPlace_districtId_key" ON "MeasuredPlace"("districtId");

-- CreateIndex
CREATE INDEX "ObservationDelivery_fileHash_idx" ON "ObservationDelivery"("fileHash");

-- CreateIndex
CREATE UNIQUE INDEX "Observation_correctsId_key" ON "Observation"("correctsId");

-- CreateIndex
CREATE INDEX "Observation_versionId_placeId_year_idx" ON "Observation"("versionId", "placeId", "year");

-- CreateIndex
CREATE INDEX "Observation_versionId_year_idx" ON "Observation"("versionId", "year");

-- CreateIndex
CREATE INDEX "Observation_deliveryId_idx" ON "Observation"("deliveryId");

-- CreateIndex
CREATE INDEX "Threshold_indicatorId_idx" ON "Threshold"("indicatorId");

-- Figures are counted as their version says: with another unit, direction or count they would be other figures.
CREATE TRIGGER "IndicatorVersion_measures_alike" BEFORE UPDATE ON "IndicatorVersion"
WHEN (NEW."decimals" <> OLD."decimals" OR NEW."unit" <> OLD."unit" OR NEW."direction" <> OLD."direction"
    OR NEW."averagingYears" <> OLD."averagingYears")
  AND EXISTS (SELECT 1 FROM "Observation" WHERE "versionId" = OLD."id")
BEGIN
  SELECT RAISE(ABORT, 'how an indicator that has figures is counted stands; another way is another version');
END;

CREATE TRIGGER "IndicatorVersion_never_goes" BEFORE DELETE ON "IndicatorVersion"
BEGIN
  SELECT RAISE(ABORT, 'a version of an indicator is never deleted');
END;

CREATE TRIGGER "MeasuredPlace_stands" BEFORE UPDATE ON "MeasuredPlace"
BEGIN
  SELECT RAISE(ABORT, 'a place that figures are told of stands');
END;

CREATE TRIGGER "MeasuredPlace_never_goes" BEFORE DELETE ON "MeasuredPlace"
BEGIN
  SELECT RAISE(ABORT, 'a place that figures are told of stands');
END;

CREATE TRIGGER "MeasuredPlace_of_one_level" BEFORE INSERT ON "MeasuredPlace"
WHEN (NEW."level" = 'ESTATE') <> (NEW."estateId" IS NOT NULL)
  OR (NEW."level" = 'AREA') <> (NEW."areaId" IS NOT NULL)
  OR (NEW."level" = 'DISTRICT') <> (NEW."districtId" IS NOT NULL)
  OR NEW."level" IN ('TOWN', 'REGION', 'COUNTRY') AND EXISTS (SELECT 1 FROM "MeasuredPlace" WHERE "level" = NEW."level")
BEGIN
  SELECT RAISE(ABORT, 'figures are told of one place of its level');
END;

-- A figure that was delivered is never edited: a correction stands beside it.
CREATE TRIGGER "ObservationDelivery_stands" BEFORE UPDATE ON "ObservationDelivery"
BEGIN
  SELECT RAISE(ABORT, 'a delivery stands as it came');
END;

CREATE TRIGGER "ObservationDelivery_never_goes" BEFORE DELETE ON "ObservationDelivery"
BEGIN
  SELECT RAISE(ABORT, 'a delivery stands as it came');
END;

CREATE TRIGGER "ObservationDelivery_never_replaced" BEFORE INSERT ON "ObservationDelivery"
WHEN EXISTS (SELECT 1 FROM "ObservationDelivery" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a delivery stands as it came');
END;

CREATE TRIGGER "Observation_stands" BEFORE UPDATE ON "Observation"
BEGIN
  SELECT RAISE(ABORT, 'a figure stands as it was delivered; a correction is the next one');
END;

CREATE TRIGGER "Observation_never_goes" BEFORE DELETE ON "Observation"
BEGIN
  SELECT RAISE(ABORT, 'a figure stands as it was delivered; a correction is the next one');
END;

CREATE TRIGGER "Observation_never_replaced" BEFORE INSERT ON "Observation"
WHEN EXISTS (SELECT 1 FROM "Observation" WHERE "id" = NEW."id")
  OR EXISTS (SELECT 1 FROM "Observation" WHERE "correctsId" = NEW."correctsId")
BEGIN
  SELECT RAISE(ABORT, 'a figure stands as it was delivered; a correction is the next one');
END;

CREATE TRIGGER "Observation_of_one_place_and_year" BEFORE INSERT ON "Observation"
WHEN NEW."correctsId" IS NULL AND EXISTS (SELECT 1 FROM "Observation" o
    WHERE o."versionId" = NEW."versionId" AND o."year" = NEW."year" AND o."placeId" = NEW."placeId")
  OR NEW."correctsId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Observation" o WHERE o."id" = NEW."correctsId"
    AND o."versionId" = NEW."versionId" AND o."year" = NEW."year" AND o."placeId" = NEW."placeId")
  OR NEW."correctsId" IS NOT NULL AND trim(NEW."reason") = ''
BEGIN
  SELECT RAISE(ABORT, 'a place has one figure a year; another is a correction of it, with its reason');
END;

CREATE TRIGGER "Observation_tells_or_says_why_not" BEFORE INSERT ON "Observation"
WHEN (NEW."value" IS NULL) = (NEW."missing" IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'a figure has a value, or the reason why there is none');
END;

CREATE TRIGGER "Threshold_never_goes" BEFORE DELETE ON "Threshold"
BEGIN
  SELECT RAISE(ABORT, 'a threshold ends, and is never deleted');
END;
