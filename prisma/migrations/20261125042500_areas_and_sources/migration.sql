-- Columns are added, the tables not rebuilt: a rebuilt table loses its triggers.
ALTER TABLE "HousingArea" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- What a mandate was given for, and a decision concerned, stays readable.
CREATE TRIGGER "HousingArea_never_goes" BEFORE DELETE ON "HousingArea"
BEGIN
  SELECT RAISE(ABORT, 'a housing area is closed, not deleted');
END;

CREATE INDEX "MandateArea_areaId_idx" ON "MandateArea"("areaId");
CREATE INDEX "DecisionArea_areaId_idx" ON "DecisionArea"("areaId");

-- An adjustment of a total names the deciding body's own decision, as the mandate itself does.
ALTER TABLE "MandateEntry" ADD COLUMN "sourceDay" TEXT;
ALTER TABLE "MandateEntry" ADD COLUMN "sourceItem" TEXT;
ALTER TABLE "MandateEntry" ADD COLUMN "sourceDocumentId" INTEGER REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "MandateEntry_adjustment_has_a_source" BEFORE INSERT ON "MandateEntry"
WHEN NEW."kind" IN ('RAISE', 'LOWER') AND (coalesce(NEW."sourceDay", '') = '' OR coalesce(trim(NEW."sourceItem"), '') = '')
BEGIN
  SELECT RAISE(ABORT, 'an adjustment names its source');
END;

CREATE TABLE "ReferralExtension" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "referralId" INTEGER NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    CONSTRAINT "ReferralExtension_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "ReferralExtension_referralId_idx" ON "ReferralExtension"("referralId");

CREATE TRIGGER "ReferralExtension_never_changes" BEFORE UPDATE ON "ReferralExtension"
BEGIN
  SELECT RAISE(ABORT, 'an extension of a deadline stands');
END;

CREATE TRIGGER "ReferralExtension_never_goes" BEFORE DELETE ON "ReferralExtension"
BEGIN
  SELECT RAISE(ABORT, 'an extension of a deadline stands');
END;

CREATE TRIGGER "ReferralExtension_never_replaced" BEFORE INSERT ON "ReferralExtension"
WHEN EXISTS (SELECT 1 FROM "ReferralExtension" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'an extension of a deadline stands');
END;
