-- CreateTable
CREATE TABLE "AgendaChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" INTEGER NOT NULL,
    "afterId" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "AgendaChange_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AgendaChange_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AgendaChange_afterId_fkey" FOREIGN KEY ("afterId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AgendaChange_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemSpell" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "itemId" INTEGER NOT NULL,
    "beganAt" TEXT NOT NULL,
    "endedAt" TEXT,
    "byId" INTEGER NOT NULL,
    CONSTRAINT "ItemSpell_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ItemSpell_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TextBlock" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "removedAt" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "TextBlock_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "AgendaChange_meetingId_id_idx" ON "AgendaChange"("meetingId", "id");

-- CreateIndex
CREATE INDEX "AgendaChange_itemId_idx" ON "AgendaChange"("itemId");

-- CreateIndex
CREATE INDEX "AgendaChange_afterId_idx" ON "AgendaChange"("afterId");

-- CreateIndex
CREATE INDEX "ItemSpell_itemId_idx" ON "ItemSpell"("itemId");

-- What the meeting decided of its agenda stands: the next change is another row.
CREATE TRIGGER "AgendaChange_stands" BEFORE UPDATE ON "AgendaChange"
BEGIN
  SELECT RAISE(ABORT, 'a change of the agenda stands as it was decided');
END;

CREATE TRIGGER "AgendaChange_never_goes" BEFORE DELETE ON "AgendaChange"
BEGIN
  SELECT RAISE(ABORT, 'a change of the agenda stands as it was decided');
END;
