-- CreateTable
CREATE TABLE "ActionPlan" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "textId" INTEGER NOT NULL,
    "strategyId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    CONSTRAINT "ActionPlan_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SharedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ActionPlan_strategyId_fkey" FOREIGN KEY ("strategyId") REFERENCES "SharedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ActionProgress" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "planId" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "asId" INTEGER,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "ActionProgress_planId_fkey" FOREIGN KEY ("planId") REFERENCES "ActionPlan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ActionProgress_asId_fkey" FOREIGN KEY ("asId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ActionProgress_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ActionMove" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "planId" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "draftId" INTEGER NOT NULL,
    "fate" TEXT NOT NULL,
    "goal" TEXT,
    "goalName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "ActionMove_planId_fkey" FOREIGN KEY ("planId") REFERENCES "ActionPlan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ActionMove_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "TextDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ActionMove_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ActionFollowUp" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "planId" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "followUpId" INTEGER NOT NULL,
    CONSTRAINT "ActionFollowUp_planId_fkey" FOREIGN KEY ("planId") REFERENCES "ActionPlan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ActionFollowUp_followUpId_fkey" FOREIGN KEY ("followUpId") REFERENCES "FollowUp" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ActionPlan_textId_key" ON "ActionPlan"("textId");

-- CreateIndex
CREATE UNIQUE INDEX "ActionPlan_strategyId_year_key" ON "ActionPlan"("strategyId", "year");

-- CreateIndex
CREATE INDEX "ActionProgress_planId_action_id_idx" ON "ActionProgress"("planId", "action", "id");

-- CreateIndex
CREATE INDEX "ActionProgress_asId_idx" ON "ActionProgress"("asId");

-- CreateIndex
CREATE INDEX "ActionMove_planId_action_id_idx" ON "ActionMove"("planId", "action", "id");

-- CreateIndex
CREATE INDEX "ActionMove_draftId_idx" ON "ActionMove"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "ActionFollowUp_followUpId_key" ON "ActionFollowUp"("followUpId");

-- CreateIndex
CREATE INDEX "ActionFollowUp_planId_action_idx" ON "ActionFollowUp"("planId", "action");

-- A plan stays under its strategy and in its year.
CREATE TRIGGER "ActionPlan_stands" BEFORE UPDATE ON "ActionPlan"
BEGIN
  SELECT RAISE(ABORT, 'a plan stays under its strategy and in its year');
END;

CREATE TRIGGER "ActionPlan_never_goes" BEFORE DELETE ON "ActionPlan"
BEGIN
  SELECT RAISE(ABORT, 'a plan stays under its strategy and in its year');
END;

-- What was told of an action is never edited: what is told next stands beside it.
CREATE TRIGGER "ActionProgress_stands" BEFORE UPDATE ON "ActionProgress"
BEGIN
  SELECT RAISE(ABORT, 'what was told of an action stands; a change is told next');
END;

CREATE TRIGGER "ActionProgress_never_goes" BEFORE DELETE ON "ActionProgress"
BEGIN
  SELECT RAISE(ABORT, 'what was told of an action stands; a change is told next');
END;

CREATE TRIGGER "ActionProgress_explains" BEFORE INSERT ON "ActionProgress"
WHEN (NEW."state" = 'GIVEN_UP' AND trim(NEW."note") = '') OR EXISTS (SELECT 1 FROM "ActionProgress" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'whoever gives an action up says why, and what was told stands');
END;

CREATE TRIGGER "ActionMove_stands" BEFORE UPDATE ON "ActionMove"
BEGIN
  SELECT RAISE(ABORT, 'what was decided of an open action stands; a change is decided next');
END;

CREATE TRIGGER "ActionMove_never_goes" BEFORE DELETE ON "ActionMove"
BEGIN
  SELECT RAISE(ABORT, 'what was decided of an open action stands; a change is decided next');
END;

CREATE TRIGGER "ActionMove_explains" BEFORE INSERT ON "ActionMove"
WHEN (NEW."fate" = 'MOVED' AND NEW."goal" IS NULL) OR (NEW."fate" <> 'MOVED' AND trim(NEW."reason") = '')
  OR EXISTS (SELECT 1 FROM "ActionMove" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'an open action is moved to a goal, or kept or closed with a reason');
END;
