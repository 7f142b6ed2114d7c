-- The cooperation's own names and days, and the rhythm of its revision, are data. Until now they stood in the code, so
-- that every database there is belongs to the cooperation in Odense; the demo is known by its accounts.
-- CreateTable
CREATE TABLE "Cooperation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "housing" TEXT NOT NULL,
    "municipality" TEXT NOT NULL,
    "firstDay" TEXT NOT NULL,
    "firstDayPrecision" TEXT NOT NULL DEFAULT 'DAY',
    "recordedFrom" TEXT NOT NULL,
    "contactName" TEXT NOT NULL DEFAULT '',
    "contactEmail" TEXT NOT NULL DEFAULT '',
    "contactPhone" TEXT NOT NULL DEFAULT '',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1
);

-- CreateTable
CREATE TABLE "RevisionRhythm" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "versionId" INTEGER NOT NULL,
    "firstYear" INTEGER NOT NULL,
    "everyYears" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "enteredById" INTEGER,
    "enteredAt" TEXT NOT NULL,
    CONSTRAINT "RevisionRhythm_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "AgreementVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RevisionRhythm_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "RevisionRhythm_versionId_idx" ON "RevisionRhythm"("versionId");

-- CreateIndex
CREATE INDEX "RevisionRhythm_enteredById_idx" ON "RevisionRhythm"("enteredById");

CREATE TRIGGER "Cooperation_is_one" BEFORE INSERT ON "Cooperation"
WHEN NEW."id" <> 1
BEGIN
  SELECT RAISE(ABORT, 'a portal serves one cooperation');
END;

CREATE TRIGGER "Cooperation_never_goes" BEFORE DELETE ON "Cooperation"
BEGIN
  SELECT RAISE(ABORT, 'a portal serves one cooperation');
END;

CREATE TRIGGER "RevisionRhythm_stands" BEFORE UPDATE ON "RevisionRhythm"
BEGIN
  SELECT RAISE(ABORT, 'what was entered of a rhythm stands');
END;

CREATE TRIGGER "RevisionRhythm_never_goes" BEFORE DELETE ON "RevisionRhythm"
BEGIN
  SELECT RAISE(ABORT, 'what was entered of a rhythm stands');
END;

INSERT INTO "Cooperation" ("id", "name", "town", "housing", "municipality", "firstDay", "firstDayPrecision", "recordedFrom", "demo")
SELECT 1, 'Boligstrategisk samarbejde', 'Odense', 'Boligorganisationerne', 'Odense Kommune', '2008-09-01', 'MONTH', '2008-09-01',
  EXISTS (SELECT 1 FROM "Account" WHERE "demo")
WHERE EXISTS (SELECT 1 FROM "Organisation");

INSERT INTO "RevisionRhythm" ("versionId", "firstYear", "everyYears", "section", "enteredAt")
SELECT "id", 2010, 2, '7', "enteredAt" FROM "AgreementVersion" WHERE "number" = 1;
