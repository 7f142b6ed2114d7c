-- Meetings that are planned in one go, and duties that come again every year. Meetings from before belong to no series.
CREATE TABLE "MeetingSeries" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "bodyId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "MeetingSeries_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MeetingSeries_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "YearDuty" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "firstYear" INTEGER NOT NULL,
    "everyYears" INTEGER NOT NULL DEFAULT 1,
    "lastYear" INTEGER,
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "YearDuty_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

ALTER TABLE "Meeting" ADD COLUMN "seriesId" INTEGER REFERENCES "MeetingSeries" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "MeetingSeries_bodyId_idx" ON "MeetingSeries"("bodyId");

-- CreateIndex
CREATE INDEX "Meeting_seriesId_idx" ON "Meeting"("seriesId");

-- What was planned in one go stays told so, and a duty that has an end keeps the years that it came in.
CREATE TRIGGER "MeetingSeries_never_goes" BEFORE DELETE ON "MeetingSeries"
BEGIN
  SELECT RAISE(ABORT, 'a series is never deleted: its meetings are cancelled one by one');
END;

CREATE TRIGGER "YearDuty_never_goes" BEFORE DELETE ON "YearDuty"
BEGIN
  SELECT RAISE(ABORT, 'a duty is ended, never deleted');
END;
