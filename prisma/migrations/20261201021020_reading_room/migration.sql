-- CreateTable
CREATE TABLE "ItemReading" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "itemId" INTEGER NOT NULL,
    "versionNumber" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "ItemReading_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ItemReading_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ItemNote" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "personId" INTEGER NOT NULL,
    "itemId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "ItemNote_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ItemNote_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ItemReading_itemId_idx" ON "ItemReading"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "ItemReading_personId_itemId_key" ON "ItemReading"("personId", "itemId");

-- CreateIndex
CREATE INDEX "ItemNote_itemId_idx" ON "ItemNote"("itemId");

-- CreateIndex
CREATE INDEX "ItemNote_personId_updatedAt_id_idx" ON "ItemNote"("personId", "updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ItemNote_personId_itemId_key" ON "ItemNote"("personId", "itemId");
