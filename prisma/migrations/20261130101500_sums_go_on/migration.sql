-- Each entry went through its mandate's whole ledger again. The sums are taken on from the last entry that they count.
-- AlterTable
ALTER TABLE "Mandate" ADD COLUMN "lastEntryId" INTEGER NOT NULL DEFAULT 0;

DROP TRIGGER "Mandate_drawn_is_the_sum";
DROP TRIGGER "Mandate_adjusted_is_the_sum";
DROP TRIGGER "MandateEntry_is_drawn";
DROP TRIGGER "MandateEntry_adjusts";

UPDATE "Mandate" SET "lastEntryId" = (SELECT MAX("id") FROM "MandateEntry" WHERE "mandateId" = "Mandate"."id")
WHERE EXISTS (SELECT 1 FROM "MandateEntry" WHERE "mandateId" = "Mandate"."id");

CREATE TRIGGER "MandateEntry_is_drawn" AFTER INSERT ON "MandateEntry"
WHEN NEW."kind" IN ('DRAW', 'RELEASE')
BEGIN
  UPDATE "Mandate" SET "drawn" = "drawn" + CASE NEW."kind" WHEN 'DRAW' THEN NEW."amount" ELSE -NEW."amount" END,
    "lastEntryId" = NEW."id"
  WHERE "id" = NEW."mandateId";
END;

CREATE TRIGGER "MandateEntry_adjusts" AFTER INSERT ON "MandateEntry"
WHEN NEW."kind" IN ('RAISE', 'LOWER')
BEGIN
  UPDATE "Mandate" SET "adjusted" = "adjusted" + CASE NEW."kind" WHEN 'RAISE' THEN NEW."amount" ELSE -NEW."amount" END,
    "lastEntryId" = NEW."id"
  WHERE "id" = NEW."mandateId";
END;

-- Entries never change and never go: what was the sum up to an entry stays so. Both sums are held to what came after it,
-- whichever of the three is written, so that none goes on without the others.
CREATE TRIGGER "Mandate_drawn_is_the_sum" BEFORE UPDATE OF "drawn", "lastEntryId" ON "Mandate"
WHEN NEW."drawn" <> OLD."drawn" + (
  SELECT COALESCE(SUM(CASE "kind" WHEN 'DRAW' THEN "amount" WHEN 'RELEASE' THEN -"amount" ELSE 0 END), 0)
  FROM "MandateEntry" WHERE "mandateId" = OLD."id" AND "id" > OLD."lastEntryId"
)
BEGIN
  SELECT RAISE(ABORT, 'mandate drawn is the sum of its entries');
END;

CREATE TRIGGER "Mandate_adjusted_is_the_sum" BEFORE UPDATE OF "adjusted", "lastEntryId" ON "Mandate"
WHEN NEW."adjusted" <> OLD."adjusted" + (
  SELECT COALESCE(SUM(CASE "kind" WHEN 'RAISE' THEN "amount" WHEN 'LOWER' THEN -"amount" ELSE 0 END), 0)
  FROM "MandateEntry" WHERE "mandateId" = OLD."id" AND "id" > OLD."lastEntryId"
)
BEGIN
  SELECT RAISE(ABORT, 'mandate adjustment is the sum of its entries');
END;

CREATE TRIGGER "Mandate_sums_go_to_the_last" BEFORE UPDATE OF "lastEntryId" ON "Mandate"
WHEN NEW."lastEntryId" <> (SELECT COALESCE(MAX("id"), 0) FROM "MandateEntry" WHERE "mandateId" = OLD."id")
BEGIN
  SELECT RAISE(ABORT, 'mandate sums go to its last entry');
END;

CREATE TRIGGER "Mandate_starts_before_its_entries" BEFORE INSERT ON "Mandate"
WHEN NEW."lastEntryId" <> 0
BEGIN
  SELECT RAISE(ABORT, 'a new mandate has no entries');
END;
