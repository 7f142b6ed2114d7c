-- CreateTable
CREATE TABLE "PublicList" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "issuedOn" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "documentId" INTEGER,
    "documentName" TEXT NOT NULL DEFAULT '',
    "recordedById" INTEGER NOT NULL,
    "recordedAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "PublicList_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PublicList_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ListEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "listId" INTEGER NOT NULL,
    "areaId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "residents" INTEGER,
    "figures" TEXT NOT NULL,
    "met" TEXT,
    "withdrawn" TEXT,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "ListEntry_listId_fkey" FOREIGN KEY ("listId") REFERENCES "PublicList" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ListEntry_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "HousingArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ListEntry_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ListReference" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "key" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "ListReference_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "PublicList_slug_key" ON "PublicList"("slug");

-- CreateIndex
CREATE INDEX "PublicList_documentId_idx" ON "PublicList"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "PublicList_kind_issuedOn_key" ON "PublicList"("kind", "issuedOn");

-- CreateIndex
CREATE INDEX "ListEntry_listId_idx" ON "ListEntry"("listId");

-- CreateIndex
CREATE INDEX "ListEntry_areaId_idx" ON "ListEntry"("areaId");

-- CreateIndex
CREATE INDEX "ListReference_key_year_idx" ON "ListReference"("key", "year");

-- A list stays as it was recorded: what was wrong is put right with its event, and nothing goes.
CREATE TRIGGER "PublicList_never_goes" BEFORE DELETE ON "PublicList"
BEGIN
  SELECT RAISE(ABORT, 'a list stays; what was wrong in it is put right');
END;

CREATE TRIGGER "ListEntry_never_goes" BEFORE DELETE ON "ListEntry"
BEGIN
  SELECT RAISE(ABORT, 'an entry made by mistake is marked so, and stays');
END;

CREATE TRIGGER "ListReference_stands" BEFORE UPDATE ON "ListReference"
BEGIN
  SELECT RAISE(ABORT, 'a reference stands as it was entered; the next one counts instead');
END;

CREATE TRIGGER "ListReference_never_goes" BEFORE DELETE ON "ListReference"
BEGIN
  SELECT RAISE(ABORT, 'a reference stands as it was entered; the next one counts instead');
END;
