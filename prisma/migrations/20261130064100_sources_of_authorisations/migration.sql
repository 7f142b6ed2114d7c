-- Who keeps an organisation's mandates and signs for it is named by the organisation itself, or on its document.
ALTER TABLE "Authorisation" ADD COLUMN "namedById" INTEGER REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Authorisation" ADD COLUMN "namedAs" TEXT;
ALTER TABLE "Authorisation" ADD COLUMN "sourceBody" TEXT;
ALTER TABLE "Authorisation" ADD COLUMN "sourceDay" TEXT;
ALTER TABLE "Authorisation" ADD COLUMN "sourceDocument" TEXT;

CREATE TRIGGER "Authorisation_by_a_secretariat_has_a_source" BEFORE INSERT ON "Authorisation"
WHEN NEW."namedAs" = 'SECRETARIAT' AND (coalesce(trim(NEW."sourceBody"), '') = '' OR coalesce(NEW."sourceDay", '') = '' OR coalesce(trim(NEW."sourceDocument"), '') = '')
BEGIN
  SELECT RAISE(ABORT, 'a secretariat names nobody without the organisation''s document');
END;

-- Columns that were made without a foreign key. Their tables are not rebuilt, since a rebuilt table loses its triggers:
-- these refuse what a foreign key would. What they point at is never deleted.
CREATE TRIGGER "FollowUp_personId_exists_on_insert" BEFORE INSERT ON "FollowUp"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: FollowUp.personId');
END;

CREATE TRIGGER "FollowUp_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "FollowUp"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: FollowUp.personId');
END;

CREATE TRIGGER "FollowUp_bodyId_exists_on_insert" BEFORE INSERT ON "FollowUp"
WHEN NEW."bodyId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Body" WHERE "id" = NEW."bodyId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: FollowUp.bodyId');
END;

CREATE TRIGGER "FollowUp_bodyId_exists_on_update" BEFORE UPDATE OF "bodyId" ON "FollowUp"
WHEN NEW."bodyId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Body" WHERE "id" = NEW."bodyId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: FollowUp.bodyId');
END;

CREATE TRIGGER "Attendance_personId_exists_on_insert" BEFORE INSERT ON "Attendance"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Attendance.personId');
END;

CREATE TRIGGER "Attendance_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "Attendance"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Attendance.personId');
END;

CREATE TRIGGER "Attendance_standsInForId_exists_on_insert" BEFORE INSERT ON "Attendance"
WHEN NEW."standsInForId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Attendance" WHERE "id" = NEW."standsInForId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Attendance.standsInForId');
END;

CREATE TRIGGER "Attendance_standsInForId_exists_on_update" BEFORE UPDATE OF "standsInForId" ON "Attendance"
WHEN NEW."standsInForId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Attendance" WHERE "id" = NEW."standsInForId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Attendance.standsInForId');
END;

CREATE TRIGGER "Attendance_seatId_exists_on_insert" BEFORE INSERT ON "Attendance"
WHEN NEW."seatId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Seat" WHERE "id" = NEW."seatId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Attendance.seatId');
END;

CREATE TRIGGER "Attendance_seatId_exists_on_update" BEFORE UPDATE OF "seatId" ON "Attendance"
WHEN NEW."seatId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Seat" WHERE "id" = NEW."seatId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Attendance.seatId');
END;

CREATE TRIGGER "Recusal_personId_exists_on_insert" BEFORE INSERT ON "Recusal"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Recusal.personId');
END;

CREATE TRIGGER "Recusal_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "Recusal"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: Recusal.personId');
END;

CREATE TRIGGER "MinutedStatement_personId_exists_on_insert" BEFORE INSERT ON "MinutedStatement"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: MinutedStatement.personId');
END;

CREATE TRIGGER "MinutedStatement_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "MinutedStatement"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: MinutedStatement.personId');
END;

CREATE TRIGGER "SpentAmount_mandateId_exists_on_insert" BEFORE INSERT ON "SpentAmount"
WHEN NEW."mandateId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Mandate" WHERE "id" = NEW."mandateId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: SpentAmount.mandateId');
END;

CREATE TRIGGER "SpentAmount_mandateId_exists_on_update" BEFORE UPDATE OF "mandateId" ON "SpentAmount"
WHEN NEW."mandateId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Mandate" WHERE "id" = NEW."mandateId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: SpentAmount.mandateId');
END;

CREATE TRIGGER "AwaitedItem_referralId_exists_on_insert" BEFORE INSERT ON "AwaitedItem"
WHEN NEW."referralId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Referral" WHERE "id" = NEW."referralId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AwaitedItem.referralId');
END;

CREATE TRIGGER "AwaitedItem_referralId_exists_on_update" BEFORE UPDATE OF "referralId" ON "AwaitedItem"
WHEN NEW."referralId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Referral" WHERE "id" = NEW."referralId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AwaitedItem.referralId');
END;

CREATE TRIGGER "RulesOfProcedure_adoptedByDecisionId_exists_on_insert" BEFORE INSERT ON "RulesOfProcedure"
WHEN NEW."adoptedByDecisionId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Decision" WHERE "id" = NEW."adoptedByDecisionId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RulesOfProcedure.adoptedByDecisionId');
END;

CREATE TRIGGER "RulesOfProcedure_adoptedByDecisionId_exists_on_update" BEFORE UPDATE OF "adoptedByDecisionId" ON "RulesOfProcedure"
WHEN NEW."adoptedByDecisionId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Decision" WHERE "id" = NEW."adoptedByDecisionId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RulesOfProcedure.adoptedByDecisionId');
END;

CREATE TRIGGER "RequiredSignature_personId_exists_on_insert" BEFORE INSERT ON "RequiredSignature"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RequiredSignature.personId');
END;

CREATE TRIGGER "RequiredSignature_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "RequiredSignature"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: RequiredSignature.personId');
END;

CREATE TRIGGER "AddendumSignature_personId_exists_on_insert" BEFORE INSERT ON "AddendumSignature"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AddendumSignature.personId');
END;

CREATE TRIGGER "AddendumSignature_personId_exists_on_update" BEFORE UPDATE OF "personId" ON "AddendumSignature"
WHEN NEW."personId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Person" WHERE "id" = NEW."personId")
BEGIN
  SELECT RAISE(ABORT, 'FOREIGN KEY constraint failed: AddendumSignature.personId');
END;
