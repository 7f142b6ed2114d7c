-- What a mandate gives includes what it is limited to: once it is drawn on or superseded, all of it stands.
DROP TRIGGER "Mandate_terms_stand";

CREATE TRIGGER "Mandate_terms_stand" BEFORE UPDATE OF "organisationId", "bodyId", "economic", "limitPerDecision", "total",
  "partialCover", "legal", "organisational", "strategy", "professionalDevelopment", "coordination", "caseId",
  "onlyDecisionId", "from", "to", "sourceDay" ON "Mandate"
WHEN OLD."supersededById" IS NOT NULL OR EXISTS (SELECT 1 FROM "MandateEntry" WHERE "mandateId" = OLD."id")
BEGIN
  SELECT RAISE(ABORT, 'a used mandate is superseded, not edited');
END;

CREATE TRIGGER "MandateSubjectArea_stands" BEFORE DELETE ON "MandateSubjectArea"
WHEN EXISTS (SELECT 1 FROM "MandateEntry" WHERE "mandateId" = OLD."mandateId")
BEGIN
  SELECT RAISE(ABORT, 'a used mandate is superseded, not edited');
END;

CREATE TRIGGER "MandateSubjectArea_grows_not" BEFORE INSERT ON "MandateSubjectArea"
WHEN EXISTS (SELECT 1 FROM "MandateEntry" WHERE "mandateId" = NEW."mandateId")
BEGIN
  SELECT RAISE(ABORT, 'a used mandate is superseded, not edited');
END;

CREATE TRIGGER "MandateArea_stands" BEFORE DELETE ON "MandateArea"
WHEN EXISTS (SELECT 1 FROM "MandateEntry" WHERE "mandateId" = OLD."mandateId")
BEGIN
  SELECT RAISE(ABORT, 'a used mandate is superseded, not edited');
END;

CREATE TRIGGER "MandateArea_grows_not" BEFORE INSERT ON "MandateArea"
WHEN EXISTS (SELECT 1 FROM "MandateEntry" WHERE "mandateId" = NEW."mandateId")
BEGIN
  SELECT RAISE(ABORT, 'a used mandate is superseded, not edited');
END;

-- A draft covers nothing: nobody draws on it. And what counts never becomes a draft again.
CREATE TRIGGER "MandateEntry_not_of_drafts" BEFORE INSERT ON "MandateEntry"
WHEN NEW."kind" IN ('DRAW', 'RAISE', 'LOWER')
  AND EXISTS (SELECT 1 FROM "Mandate" WHERE "id" = NEW."mandateId" AND "activatedAt" IS NULL)
BEGIN
  SELECT RAISE(ABORT, 'a draft covers nothing');
END;

CREATE TRIGGER "Mandate_stays_activated" BEFORE UPDATE OF "activatedAt" ON "Mandate"
WHEN OLD."activatedAt" IS NOT NULL AND NEW."activatedAt" IS NOT OLD."activatedAt"
BEGIN
  SELECT RAISE(ABORT, 'a mandate never becomes a draft again');
END;
