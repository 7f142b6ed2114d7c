-- CreateTable
CREATE TABLE "RevisionItem" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roundId" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "itemId" INTEGER NOT NULL,
    "draftId" INTEGER,
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "RevisionItem_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "RevisionRound" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RevisionItem_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "RevisionItem_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "ConsolidatedDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "RevisionItem_itemId_key" ON "RevisionItem"("itemId");

-- CreateIndex
CREATE INDEX "RevisionItem_roundId_idx" ON "RevisionItem"("roundId");

-- CreateIndex
CREATE INDEX "RevisionItem_draftId_idx" ON "RevisionItem"("draftId");

CREATE TRIGGER "RevisionItem_never_changes" BEFORE UPDATE ON "RevisionItem"
BEGIN
  SELECT RAISE(ABORT, 'a round''s items are append-only');
END;

CREATE TRIGGER "RevisionItem_never_goes" BEFORE DELETE ON "RevisionItem"
BEGIN
  SELECT RAISE(ABORT, 'a round''s items are append-only');
END;

CREATE TRIGGER "RevisionItem_never_replaced" BEFORE INSERT ON "RevisionItem"
WHEN EXISTS (SELECT 1 FROM "RevisionItem" WHERE "id" = NEW."id" OR "itemId" = NEW."itemId")
BEGIN
  SELECT RAISE(ABORT, 'a round''s items are append-only');
END;
