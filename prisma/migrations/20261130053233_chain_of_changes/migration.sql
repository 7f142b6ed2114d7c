-- Each change is sealed: the rows it wrote, linked to the change before it. Nothing of that is ever written anew.
-- CreateTable
CREATE TABLE "ChainLink" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "note" TEXT,
    "previous" TEXT NOT NULL,
    "rows" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "RowSeal" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "linkId" INTEGER NOT NULL,
    "tableName" TEXT NOT NULL,
    "rowKey" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "hash" TEXT,
    "parts" TEXT,
    CONSTRAINT "RowSeal_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "ChainLink" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SealForm" (
    "tableName" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "columns" TEXT NOT NULL,

    PRIMARY KEY ("tableName", "form")
);


CREATE TRIGGER "ChainLink_never_changes" BEFORE UPDATE ON "ChainLink"
BEGIN
  SELECT RAISE(ABORT, 'the chain of changes is append-only');
END;

CREATE TRIGGER "ChainLink_never_goes" BEFORE DELETE ON "ChainLink"
BEGIN
  SELECT RAISE(ABORT, 'the chain of changes is append-only');
END;

CREATE TRIGGER "RowSeal_never_changes" BEFORE UPDATE ON "RowSeal"
BEGIN
  SELECT RAISE(ABORT, 'the chain of changes is append-only');
END;

CREATE TRIGGER "RowSeal_never_goes" BEFORE DELETE ON "RowSeal"
BEGIN
  SELECT RAISE(ABORT, 'the chain of changes is append-only');
END;

CREATE TRIGGER "SealForm_never_changes" BEFORE UPDATE ON "SealForm"
BEGIN
  SELECT RAISE(ABORT, 'the chain of changes is append-only');
END;

CREATE TRIGGER "SealForm_never_goes" BEFORE DELETE ON "SealForm"
BEGIN
  SELECT RAISE(ABORT, 'the chain of changes is append-only');
END;
