-- The document in which an organisation named its keeper or signatory can be given as a file. What is there stays as it
-- was. The table is not rebuilt, since a rebuilt table loses its triggers.
ALTER TABLE "Authorisation" ADD COLUMN "documentId" INTEGER REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Authorisation" ADD COLUMN "documentName" TEXT;

CREATE TRIGGER "Authorisation_document_has_a_name" BEFORE INSERT ON "Authorisation"
WHEN (NEW."documentId" IS NULL) <> (coalesce(trim(NEW."documentName"), '') = '')
BEGIN
  SELECT RAISE(ABORT, 'the document of a naming has the name of its file');
END;

CREATE TRIGGER "Authorisation_document_stands" BEFORE UPDATE OF "documentId", "documentName" ON "Authorisation"
WHEN OLD."documentId" IS NOT NEW."documentId" OR OLD."documentName" IS NOT NEW."documentName"
BEGIN
  SELECT RAISE(ABORT, 'what an organisation named somebody on is not changed');
END;
