-- CreateTable
CREATE TABLE "AreaAssessment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "areaId" INTEGER NOT NULL,
    "draftId" INTEGER NOT NULL,
    "level" TEXT NOT NULL,
    "levelName" TEXT NOT NULL,
    "worrying" BOOLEAN NOT NULL,
    "reasons" TEXT NOT NULL,
    "proposed" TEXT NOT NULL,
    "itemId" INTEGER NOT NULL,
    "reviewOn" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "AreaAssessment_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "HousingArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AreaAssessment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "TextDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AreaAssessment_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AreaAssessment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CriterionSource" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "indicatorId" INTEGER,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "CriterionSource_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CriterionSource_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "AreaAssessment_areaId_id_idx" ON "AreaAssessment"("areaId", "id");

-- CreateIndex
CREATE INDEX "AreaAssessment_draftId_idx" ON "AreaAssessment"("draftId");

-- CreateIndex
CREATE INDEX "AreaAssessment_itemId_idx" ON "AreaAssessment"("itemId");

-- CreateIndex
CREATE INDEX "CriterionSource_key_idx" ON "CriterionSource"("key");

-- CreateIndex
CREATE INDEX "CriterionSource_indicatorId_idx" ON "CriterionSource"("indicatorId");

-- What a meeting has assessed stands as it was registered: the next assessment counts instead.
CREATE TRIGGER "AreaAssessment_stands" BEFORE UPDATE ON "AreaAssessment"
BEGIN
  SELECT RAISE(ABORT, 'an assessment stands as it was registered; the next one counts instead');
END;

CREATE TRIGGER "AreaAssessment_never_goes" BEFORE DELETE ON "AreaAssessment"
BEGIN
  SELECT RAISE(ABORT, 'an assessment stands as it was registered; the next one counts instead');
END;

CREATE TRIGGER "CriterionSource_stands" BEFORE UPDATE ON "CriterionSource"
BEGIN
  SELECT RAISE(ABORT, 'what was chosen stands; the next choice counts instead');
END;

CREATE TRIGGER "CriterionSource_never_goes" BEFORE DELETE ON "CriterionSource"
BEGIN
  SELECT RAISE(ABORT, 'what was chosen stands; the next choice counts instead');
END;
