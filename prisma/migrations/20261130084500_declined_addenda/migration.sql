-- An addendum is declined by the organisation that it concerns, as the agreement can be. Every addendum that is there
-- stays as it was. The table is not rebuilt, since a rebuilt table loses its triggers.
ALTER TABLE "Addendum" ADD COLUMN "declinedAt" TEXT;
ALTER TABLE "Addendum" ADD COLUMN "declinedById" INTEGER REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Addendum" ADD COLUMN "declineReason" TEXT;

CREATE TRIGGER "Addendum_declined_by_someone_for_a_reason" BEFORE UPDATE OF "declinedAt", "declinedById", "declineReason" ON "Addendum"
WHEN NEW."declinedAt" IS NOT NULL AND (NEW."declinedById" IS NULL OR coalesce(trim(NEW."declineReason"), '') = '')
BEGIN
  SELECT RAISE(ABORT, 'an addendum is declined by someone, for a reason');
END;

CREATE TRIGGER "Addendum_declined_once" BEFORE UPDATE OF "declinedAt", "declinedById", "declineReason" ON "Addendum"
WHEN OLD."declinedAt" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'an addendum is declined once and for good');
END;

CREATE TRIGGER "Addendum_declined_unsigned" BEFORE UPDATE OF "declinedAt" ON "Addendum"
WHEN NEW."declinedAt" IS NOT NULL AND EXISTS
  (SELECT 1 FROM "AddendumSignature" s WHERE s."addendumId" = OLD."id" AND s."capacity" = 'ORGANISATION')
BEGIN
  SELECT RAISE(ABORT, 'whoever has signed an addendum does not decline it');
END;

CREATE TRIGGER "AddendumSignature_on_one_that_stands" BEFORE INSERT ON "AddendumSignature"
WHEN EXISTS (SELECT 1 FROM "Addendum" a WHERE a."id" = NEW."addendumId" AND (a."declinedAt" IS NOT NULL OR a."droppedAt" IS NOT NULL))
BEGIN
  SELECT RAISE(ABORT, 'an addendum that was declined or given up is not signed');
END;
