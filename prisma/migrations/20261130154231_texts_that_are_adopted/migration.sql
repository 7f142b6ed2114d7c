-- CreateTable
CREATE TABLE "SharedText" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "caseId" INTEGER,
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "SharedText_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SharedText_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TextDraft" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "textId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "TextDraft_textId_fkey" FOREIGN KEY ("textId") REFERENCES "SharedText" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TextDraft_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TextSignOff" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "draftId" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "personId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "takenBackAt" TEXT,
    CONSTRAINT "TextSignOff_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "TextDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TextSignOff_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Adoption" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "draftId" INTEGER NOT NULL,
    "itemId" INTEGER NOT NULL,
    "fromDay" TEXT,
    "createdById" INTEGER NOT NULL,
    "createdAt" TEXT NOT NULL,
    "takenBackAt" TEXT,
    CONSTRAINT "Adoption_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "TextDraft" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Adoption_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Adoption_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SharedText_caseId_idx" ON "SharedText"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "SharedText_kind_slug_key" ON "SharedText"("kind", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "TextDraft_textId_number_key" ON "TextDraft"("textId", "number");

-- CreateIndex
CREATE INDEX "TextSignOff_draftId_idx" ON "TextSignOff"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "Adoption_itemId_key" ON "Adoption"("itemId");

-- CreateIndex
CREATE INDEX "Adoption_draftId_idx" ON "Adoption"("draftId");

-- What a text said is never changed: an edit is the next draft.
CREATE TRIGGER "TextDraft_stands" BEFORE UPDATE ON "TextDraft"
BEGIN
  SELECT RAISE(ABORT, 'a draft stands as it was written; an edit is the next one');
END;

CREATE TRIGGER "TextDraft_never_goes" BEFORE DELETE ON "TextDraft"
BEGIN
  SELECT RAISE(ABORT, 'a draft stands as it was written; an edit is the next one');
END;

CREATE TRIGGER "TextDraft_never_replaced" BEFORE INSERT ON "TextDraft"
WHEN EXISTS (SELECT 1 FROM "TextDraft" WHERE "id" = NEW."id" OR ("textId" = NEW."textId" AND "number" = NEW."number"))
BEGIN
  SELECT RAISE(ABORT, 'a draft stands as it was written; an edit is the next one');
END;

CREATE TRIGGER "SharedText_stays_what_it_is" BEFORE UPDATE OF "id", "kind", "slug" ON "SharedText"
BEGIN
  SELECT RAISE(ABORT, 'a text keeps its kind and its address');
END;

-- A sign-off is of the draft that was shown, and is taken back, not changed.
CREATE TRIGGER "TextSignOff_of_what_was_shown" BEFORE INSERT ON "TextSignOff"
WHEN NEW."hash" <> (SELECT "hash" FROM "TextDraft" WHERE "id" = NEW."draftId")
BEGIN
  SELECT RAISE(ABORT, 'a sign-off is of the draft that was shown');
END;

CREATE TRIGGER "TextSignOff_stands" BEFORE UPDATE ON "TextSignOff"
WHEN OLD."takenBackAt" IS NOT NULL OR NEW."takenBackAt" IS NULL OR OLD."draftId" <> NEW."draftId"
  OR OLD."side" <> NEW."side" OR OLD."personId" <> NEW."personId" OR OLD."hash" <> NEW."hash" OR OLD."at" <> NEW."at"
BEGIN
  SELECT RAISE(ABORT, 'a sign-off is taken back once, and not changed otherwise');
END;

CREATE TRIGGER "TextSignOff_never_goes" BEFORE DELETE ON "TextSignOff"
BEGIN
  SELECT RAISE(ABORT, 'a sign-off is taken back, not deleted');
END;

-- Only the newest draft is put on an agenda, when both secretariats have signed it off, and one at a time.
CREATE TRIGGER "Adoption_of_a_signed_draft" BEFORE INSERT ON "Adoption"
WHEN (SELECT count(DISTINCT s."side") FROM "TextSignOff" s WHERE s."draftId" = NEW."draftId" AND s."takenBackAt" IS NULL) < 2
  OR EXISTS (SELECT 1 FROM "TextDraft" d JOIN "TextDraft" later ON later."textId" = d."textId" AND later."number" > d."number"
    WHERE d."id" = NEW."draftId")
BEGIN
  SELECT RAISE(ABORT, 'only the newest draft, signed off by both secretariats, is put on an agenda');
END;

CREATE TRIGGER "Adoption_stands" BEFORE UPDATE ON "Adoption"
WHEN OLD."takenBackAt" IS NOT NULL OR NEW."takenBackAt" IS NULL OR OLD."draftId" <> NEW."draftId"
  OR OLD."itemId" <> NEW."itemId" OR OLD."fromDay" IS NOT NEW."fromDay" OR OLD."createdById" <> NEW."createdById"
  OR OLD."createdAt" <> NEW."createdAt"
BEGIN
  SELECT RAISE(ABORT, 'an adoption is taken back once, and not changed otherwise');
END;

CREATE TRIGGER "Adoption_not_taken_back_when_decided" BEFORE UPDATE OF "takenBackAt" ON "Adoption"
WHEN EXISTS (SELECT 1 FROM "Decision" WHERE "itemId" = OLD."itemId" AND "state" IN ('EFFECTIVE', 'CONDITIONAL'))
BEGIN
  SELECT RAISE(ABORT, 'what has been decided is changed by another decision alone');
END;

CREATE TRIGGER "Adoption_never_goes" BEFORE DELETE ON "Adoption"
BEGIN
  SELECT RAISE(ABORT, 'an adoption is taken back, not deleted');
END;
