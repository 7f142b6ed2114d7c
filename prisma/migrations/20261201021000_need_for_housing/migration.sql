-- CreateTable
CREATE TABLE "NeedEstimate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "withdrawn" TEXT,
    "withdrawnById" INTEGER,
    "withdrawnAt" TEXT,
    CONSTRAINT "NeedEstimate_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "NeedEstimate_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NeedVersion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "estimateId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "NeedVersion_estimateId_fkey" FOREIGN KEY ("estimateId") REFERENCES "NeedEstimate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "NeedVersion_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "NeedCitation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "versionId" INTEGER NOT NULL,
    "itemId" INTEGER,
    "decisionId" INTEGER,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "NeedCitation_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "NeedVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "NeedCitation_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "NeedCitation_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "NeedCitation_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StockChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "districtId" INTEGER NOT NULL,
    "estateId" INTEGER,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "family" INTEGER NOT NULL,
    "youth" INTEGER NOT NULL,
    "elderly" INTEGER NOT NULL,
    "other" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "StockChange_districtId_fkey" FOREIGN KEY ("districtId") REFERENCES "District" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StockChange_estateId_fkey" FOREIGN KEY ("estateId") REFERENCES "Estate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StockChange_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "VacantHomes" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "estateId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "vacant" INTEGER NOT NULL,
    "rentLoss" BIGINT,
    "cause" TEXT NOT NULL,
    "measures" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "VacantHomes_estateId_fkey" FOREIGN KEY ("estateId") REFERENCES "Estate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VacantHomes_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "NeedEstimate_number_key" ON "NeedEstimate"("number");

-- CreateIndex
CREATE INDEX "NeedEstimate_organisationId_idx" ON "NeedEstimate"("organisationId");

-- CreateIndex
CREATE INDEX "NeedEstimate_withdrawnById_idx" ON "NeedEstimate"("withdrawnById");

-- CreateIndex
CREATE INDEX "NeedVersion_byId_idx" ON "NeedVersion"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "NeedVersion_estimateId_number_key" ON "NeedVersion"("estimateId", "number");

-- CreateIndex
CREATE INDEX "NeedCitation_itemId_idx" ON "NeedCitation"("itemId");

-- CreateIndex
CREATE INDEX "NeedCitation_decisionId_idx" ON "NeedCitation"("decisionId");

-- CreateIndex
CREATE INDEX "NeedCitation_byId_idx" ON "NeedCitation"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "NeedCitation_versionId_decisionId_key" ON "NeedCitation"("versionId", "decisionId");

-- CreateIndex
CREATE INDEX "StockChange_districtId_idx" ON "StockChange"("districtId");

-- CreateIndex
CREATE INDEX "StockChange_estateId_idx" ON "StockChange"("estateId");

-- CreateIndex
CREATE INDEX "StockChange_byId_idx" ON "StockChange"("byId");

-- CreateIndex
CREATE INDEX "VacantHomes_year_idx" ON "VacantHomes"("year");

-- CreateIndex
CREATE INDEX "VacantHomes_byId_idx" ON "VacantHomes"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "VacantHomes_estateId_year_type_key" ON "VacantHomes"("estateId", "year", "type");


-- What was published stands as it was: a new version counts in its place.
CREATE TRIGGER "NeedVersion_stands" BEFORE UPDATE ON "NeedVersion"
BEGIN
  SELECT RAISE(ABORT, 'a version stands as it was published; the next one counts instead');
END;

CREATE TRIGGER "NeedVersion_never_goes" BEFORE DELETE ON "NeedVersion"
BEGIN
  SELECT RAISE(ABORT, 'a version stands as it was published; the next one counts instead');
END;

CREATE TRIGGER "NeedEstimate_never_goes" BEFORE DELETE ON "NeedEstimate"
BEGIN
  SELECT RAISE(ABORT, 'an estimate is withdrawn, and stays readable');
END;

-- A citation points at one thing, and stays: it says what a decision built on.
CREATE TRIGGER "NeedCitation_is_whole" BEFORE INSERT ON "NeedCitation"
WHEN (NEW."itemId" IS NULL) = (NEW."decisionId" IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'a citation is of an item or of a decision');
END;

CREATE TRIGGER "NeedCitation_stands" BEFORE UPDATE ON "NeedCitation"
BEGIN
  SELECT RAISE(ABORT, 'what a decision built on stands');
END;

CREATE TRIGGER "NeedCitation_never_goes" BEFORE DELETE ON "NeedCitation"
BEGIN
  SELECT RAISE(ABORT, 'what a decision built on stands');
END;

CREATE TRIGGER "StockChange_never_goes" BEFORE DELETE ON "StockChange"
BEGIN
  SELECT RAISE(ABORT, 'a change that is given up is told as such');
END;

CREATE TRIGGER "VacantHomes_never_goes" BEFORE DELETE ON "VacantHomes"
BEGIN
  SELECT RAISE(ABORT, 'a count is put right, and never goes');
END;
