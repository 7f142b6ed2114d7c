-- CreateTable
CREATE TABLE "DiscretionLimits" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "residents" INTEGER NOT NULL,
    "households" INTEGER NOT NULL,
    "cell" INTEGER NOT NULL,
    "residentsId" INTEGER,
    "householdsId" INTEGER,
    "reason" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "DiscretionLimits_residentsId_fkey" FOREIGN KEY ("residentsId") REFERENCES "Indicator" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DiscretionLimits_householdsId_fkey" FOREIGN KEY ("householdsId") REFERENCES "Indicator" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DiscretionLimits_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DiscretionDecision" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "deliveryId" INTEGER NOT NULL,
    "residents" INTEGER NOT NULL,
    "households" INTEGER NOT NULL,
    "cell" INTEGER NOT NULL,
    "small" INTEGER NOT NULL,
    "secondary" INTEGER NOT NULL,
    "exposed" INTEGER NOT NULL,
    "rowsHash" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "DiscretionDecision_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "ObservationDelivery" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "HiddenFigure" (
    "observationId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "decisionId" INTEGER NOT NULL,
    CONSTRAINT "HiddenFigure_observationId_fkey" FOREIGN KEY ("observationId") REFERENCES "Observation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HiddenFigure_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "DiscretionDecision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SheetMapping" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "signature" TEXT NOT NULL,
    "sheet" TEXT NOT NULL,
    "headings" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "supplier" TEXT NOT NULL,
    "forgotten" BOOLEAN NOT NULL DEFAULT false,
    "byId" INTEGER,
    "at" TEXT NOT NULL,
    CONSTRAINT "SheetMapping_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "DiscretionDecision_deliveryId_key" ON "DiscretionDecision"("deliveryId");

-- CreateIndex
CREATE INDEX "HiddenFigure_decisionId_idx" ON "HiddenFigure"("decisionId");

-- CreateIndex
CREATE INDEX "SheetMapping_signature_idx" ON "SheetMapping"("signature");

-- What was decided stands: a figure that was hidden is never told, and one that was told is known.
CREATE TRIGGER "DiscretionDecision_stands" BEFORE UPDATE ON "DiscretionDecision"
BEGIN
  SELECT RAISE(ABORT, 'what was decided of figures stands');
END;

CREATE TRIGGER "DiscretionDecision_never_goes" BEFORE DELETE ON "DiscretionDecision"
BEGIN
  SELECT RAISE(ABORT, 'what was decided of figures stands');
END;

CREATE TRIGGER "HiddenFigure_stands" BEFORE UPDATE ON "HiddenFigure"
BEGIN
  SELECT RAISE(ABORT, 'a figure that is hidden stays hidden');
END;

CREATE TRIGGER "HiddenFigure_never_goes" BEFORE DELETE ON "HiddenFigure"
BEGIN
  SELECT RAISE(ABORT, 'a figure that is hidden stays hidden');
END;

CREATE TRIGGER "HiddenFigure_never_replaced" BEFORE INSERT ON "HiddenFigure"
WHEN EXISTS (SELECT 1 FROM "HiddenFigure" WHERE "observationId" = NEW."observationId")
BEGIN
  SELECT RAISE(ABORT, 'a figure that is hidden stays hidden');
END;

CREATE TRIGGER "DiscretionLimits_stands" BEFORE UPDATE ON "DiscretionLimits"
BEGIN
  SELECT RAISE(ABORT, 'limits that held stand; others come with another row');
END;

CREATE TRIGGER "DiscretionLimits_never_goes" BEFORE DELETE ON "DiscretionLimits"
BEGIN
  SELECT RAISE(ABORT, 'limits that held stand; others come with another row');
END;

CREATE TRIGGER "SheetMapping_stands" BEFORE UPDATE ON "SheetMapping"
BEGIN
  SELECT RAISE(ABORT, 'what a sheet was said to tell stands; another comes with another row');
END;

CREATE TRIGGER "SheetMapping_never_goes" BEFORE DELETE ON "SheetMapping"
BEGIN
  SELECT RAISE(ABORT, 'what a sheet was said to tell stands; another comes with another row');
END;
