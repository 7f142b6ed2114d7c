-- CreateTable
CREATE TABLE "CallAcceptance" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "meetingId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "CallAcceptance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CallAcceptance_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CallAcceptance_personId_idx" ON "CallAcceptance"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "CallAcceptance_meetingId_personId_key" ON "CallAcceptance"("meetingId", "personId");
