-- CreateTable
CREATE TABLE "ItemTemplate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "bodyId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "kind" TEXT NOT NULL,
    "strategy" BOOLEAN NOT NULL DEFAULT false,
    "professionalDevelopment" BOOLEAN NOT NULL DEFAULT false,
    "coordination" BOOLEAN NOT NULL DEFAULT false,
    "procedural" BOOLEAN NOT NULL DEFAULT false,
    "summary" TEXT NOT NULL DEFAULT '',
    "recommendation" TEXT NOT NULL DEFAULT '',
    "presentation" TEXT NOT NULL DEFAULT '',
    "effect" TEXT NOT NULL DEFAULT '',
    "economy" TEXT NOT NULL DEFAULT '',
    "presenter" TEXT,
    "plannedMinutes" INTEGER NOT NULL DEFAULT 15,
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    "changedAt" TEXT NOT NULL,
    "removedAt" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "ItemTemplate_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ItemTemplate_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ItemTemplate_bodyId_idx" ON "ItemTemplate"("bodyId");
