-- CreateTable
CREATE TABLE "StatementRound" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "textId" INTEGER NOT NULL,
    "draftId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "openedOn" TEXT NOT NULL,
    "deadline" TEXT NOT NULL,
    "openedById" INTEGER NOT NULL,
    "openedAt" TEXT NOT NULL,
    CONSTRAINT "StatementRound_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SharedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StatementRound_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "TextDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StatementRound_openedById_fkey" FOREIGN KEY ("openedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "StatementAnswer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "roundId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "point" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "confirmsId" INTEGER,
    "asId" INTEGER,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "StatementAnswer_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "StatementRound" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StatementAnswer_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StatementAnswer_confirmsId_fkey" FOREIGN KEY ("confirmsId") REFERENCES "StatementAnswer" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StatementAnswer_asId_fkey" FOREIGN KEY ("asId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "StatementAnswer_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "StatementRound_draftId_idx" ON "StatementRound"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "StatementRound_textId_year_key" ON "StatementRound"("textId", "year");

-- CreateIndex
CREATE INDEX "StatementAnswer_roundId_organisationId_point_idx" ON "StatementAnswer"("roundId", "organisationId", "point");

-- CreateIndex
CREATE INDEX "StatementAnswer_organisationId_idx" ON "StatementAnswer"("organisationId");

-- CreateIndex
CREATE INDEX "StatementAnswer_confirmsId_idx" ON "StatementAnswer"("confirmsId");

-- What was asked stands: the version, the year and the deadline are not changed under those who answer.
CREATE TRIGGER "StatementRound_stands" BEFORE UPDATE ON "StatementRound"
BEGIN
  SELECT RAISE(ABORT, 'a round of statements stands as it was opened');
END;

CREATE TRIGGER "StatementRound_never_goes" BEFORE DELETE ON "StatementRound"
BEGIN
  SELECT RAISE(ABORT, 'a round of statements stands as it was opened');
END;

CREATE TRIGGER "StatementRound_of_its_text" BEFORE INSERT ON "StatementRound"
WHEN NEW."textId" <> (SELECT "textId" FROM "TextDraft" WHERE "id" = NEW."draftId")
  OR EXISTS (SELECT 1 FROM "StatementRound" WHERE "id" = NEW."id" OR ("textId" = NEW."textId" AND "year" >= NEW."year"))
BEGIN
  SELECT RAISE(ABORT, 'a round is about a version of its own standard, and comes after those before it');
END;

-- An answer that was given is never edited: the next one stands beside it.
CREATE TRIGGER "StatementAnswer_stands" BEFORE UPDATE ON "StatementAnswer"
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was given; a change is the next one');
END;

CREATE TRIGGER "StatementAnswer_never_goes" BEFORE DELETE ON "StatementAnswer"
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was given; a change is the next one');
END;

CREATE TRIGGER "StatementAnswer_never_replaced" BEFORE INSERT ON "StatementAnswer"
WHEN EXISTS (SELECT 1 FROM "StatementAnswer" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'an answer stands as it was given; a change is the next one');
END;

-- Follow or explain.
CREATE TRIGGER "StatementAnswer_explains" BEFORE INSERT ON "StatementAnswer"
WHEN NEW."state" <> 'FULL' AND trim(NEW."reason") = ''
BEGIN
  SELECT RAISE(ABORT, 'whoever does not live up to a point says why');
END;

CREATE TRIGGER "StatementAnswer_of_a_point" BEFORE INSERT ON "StatementAnswer"
WHEN NOT EXISTS (SELECT 1 FROM "StatementRound" r JOIN "TextDraft" d ON d."id" = r."draftId", json_each(d."content", '$.points') p
  WHERE r."id" = NEW."roundId" AND json_extract(p."value", '$.key') = NEW."point")
BEGIN
  SELECT RAISE(ABORT, 'an answer is about a point of the version that was asked about');
END;
