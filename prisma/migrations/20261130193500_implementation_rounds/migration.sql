-- CreateTable
CREATE TABLE "ImplementationRound" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "year" INTEGER NOT NULL,
    "half" INTEGER NOT NULL,
    "openedOn" TEXT NOT NULL,
    "deadline" TEXT NOT NULL,
    "openedById" INTEGER NOT NULL,
    "openedAt" TEXT NOT NULL,
    CONSTRAINT "ImplementationRound_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImplementationSubject" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roundId" INTEGER NOT NULL,
    "textId" INTEGER NOT NULL,
    "draftId" INTEGER NOT NULL,
    CONSTRAINT "ImplementationSubject_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ImplementationRound" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImplementationSubject_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SharedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImplementationSubject_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "TextDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImplementationAnswer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "subjectId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "goal" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "confirmsId" INTEGER,
    "asId" INTEGER,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "ImplementationAnswer_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "ImplementationSubject" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImplementationAnswer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImplementationAnswer_confirmsId_fkey" FOREIGN KEY ("confirmsId") REFERENCES "ImplementationAnswer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImplementationAnswer_asId_fkey" FOREIGN KEY ("asId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImplementationAnswer_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "ImplementationRound_year_half_key" ON "ImplementationRound"("year", "half");

-- CreateIndex
CREATE INDEX "ImplementationSubject_textId_idx" ON "ImplementationSubject"("textId");

-- CreateIndex
CREATE INDEX "ImplementationSubject_draftId_idx" ON "ImplementationSubject"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "ImplementationSubject_roundId_textId_key" ON "ImplementationSubject"("roundId", "textId");

-- CreateIndex
CREATE INDEX "ImplementationAnswer_subjectId_organisationId_goal_idx" ON "ImplementationAnswer"("subjectId", "organisationId", "goal");

-- CreateIndex
CREATE INDEX "ImplementationAnswer_organisationId_idx" ON "ImplementationAnswer"("organisationId");

-- CreateIndex
CREATE INDEX "ImplementationAnswer_confirmsId_idx" ON "ImplementationAnswer"("confirmsId");

-- What was asked stands: the half-year, the versions and the deadline are not changed under those who answer.
CREATE TRIGGER "ImplementationRound_stands" BEFORE UPDATE ON "ImplementationRound"
BEGIN
  SELECT RAISE(ABORT, 'a half-year stands as it was asked about');
END;

CREATE TRIGGER "ImplementationRound_never_goes" BEFORE DELETE ON "ImplementationRound"
BEGIN
  SELECT RAISE(ABORT, 'a half-year stands as it was asked about');
END;

CREATE TRIGGER "ImplementationRound_in_time" BEFORE INSERT ON "ImplementationRound"
WHEN NEW."half" NOT IN (1, 2) OR EXISTS (SELECT 1 FROM "ImplementationRound"
  WHERE "id" = NEW."id" OR ("year" * 2 + "half" >= NEW."year" * 2 + NEW."half"))
BEGIN
  SELECT RAISE(ABORT, 'a half-year comes after those before it');
END;

CREATE TRIGGER "ImplementationSubject_stands" BEFORE UPDATE ON "ImplementationSubject"
BEGIN
  SELECT RAISE(ABORT, 'a half-year stands as it was asked about');
END;

CREATE TRIGGER "ImplementationSubject_never_goes" BEFORE DELETE ON "ImplementationSubject"
BEGIN
  SELECT RAISE(ABORT, 'a half-year stands as it was asked about');
END;

CREATE TRIGGER "ImplementationSubject_of_its_text" BEFORE INSERT ON "ImplementationSubject"
WHEN NEW."textId" <> (SELECT "textId" FROM "TextDraft" WHERE "id" = NEW."draftId")
  OR EXISTS (SELECT 1 FROM "ImplementationSubject" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a half-year is about a version of the strategy itself');
END;

-- An answer that was given is never edited: the next one stands beside it.
CREATE TRIGGER "ImplementationAnswer_stands" BEFORE UPDATE ON "ImplementationAnswer"
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was given; a change is the next one');
END;

CREATE TRIGGER "ImplementationAnswer_never_goes" BEFORE DELETE ON "ImplementationAnswer"
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was given; a change is the next one');
END;

CREATE TRIGGER "ImplementationAnswer_never_replaced" BEFORE INSERT ON "ImplementationAnswer"
WHEN EXISTS (SELECT 1 FROM "ImplementationAnswer" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was given; a change is the next one');
END;

CREATE TRIGGER "ImplementationAnswer_explains" BEFORE INSERT ON "ImplementationAnswer"
WHEN NEW."state" = 'OPTED_OUT' AND trim(NEW."reason") = ''
BEGIN
  SELECT RAISE(ABORT, 'whoever opts out of a goal says why');
END;

CREATE TRIGGER "ImplementationAnswer_of_a_goal" BEFORE INSERT ON "ImplementationAnswer"
WHEN NOT EXISTS (SELECT 1 FROM "ImplementationSubject" u JOIN "TextDraft" d ON d."id" = u."draftId",
    json_each(d."content", '$.stars') s, json_each(s."value", '$.goals') g
  WHERE u."id" = NEW."subjectId" AND json_extract(g."value", '$.key') = NEW."goal")
  AND NOT (NEW."goal" = 'hele' AND NOT EXISTS (SELECT 1 FROM "ImplementationSubject" u JOIN "TextDraft" d ON d."id" = u."draftId",
    json_each(d."content", '$.stars') s, json_each(s."value", '$.goals') g WHERE u."id" = NEW."subjectId"))
BEGIN
  SELECT RAISE(ABORT, 'an answer is about a goal of the version that was asked about');
END;
