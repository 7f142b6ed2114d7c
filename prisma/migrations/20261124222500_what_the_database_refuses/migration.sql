-- What the database itself refuses, whoever asks: a fault in the program cannot rewrite what documents a decision.
-- tests/database/refusals.test.ts tries each. A migration that rebuilds one of these tables must create its triggers
-- again: SQLite drops them with the table.

-- Append-only: events, mandate entries, steps, corrections after the seal, agendas as sent.
CREATE TRIGGER "Event_never_changes" BEFORE UPDATE ON "Event"
BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TRIGGER "Event_never_goes" BEFORE DELETE ON "Event"
BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TRIGGER "Event_never_replaced" BEFORE INSERT ON "Event"
WHEN EXISTS (SELECT 1 FROM "Event" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'events are append-only');
END;

CREATE TRIGGER "MandateEntry_never_changes" BEFORE UPDATE ON "MandateEntry"
BEGIN
  SELECT RAISE(ABORT, 'mandate entries are append-only');
END;

CREATE TRIGGER "MandateEntry_never_goes" BEFORE DELETE ON "MandateEntry"
BEGIN
  SELECT RAISE(ABORT, 'mandate entries are append-only');
END;

CREATE TRIGGER "MandateEntry_never_replaced" BEFORE INSERT ON "MandateEntry"
WHEN EXISTS (SELECT 1 FROM "MandateEntry" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'mandate entries are append-only');
END;

CREATE TRIGGER "MeetingStep_never_changes" BEFORE UPDATE ON "MeetingStep"
BEGIN
  SELECT RAISE(ABORT, 'meeting steps are append-only');
END;

CREATE TRIGGER "MeetingStep_never_goes" BEFORE DELETE ON "MeetingStep"
BEGIN
  SELECT RAISE(ABORT, 'meeting steps are append-only');
END;

CREATE TRIGGER "MeetingStep_never_replaced" BEFORE INSERT ON "MeetingStep"
WHEN EXISTS (SELECT 1 FROM "MeetingStep" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'meeting steps are append-only');
END;

CREATE TRIGGER "Correction_never_changes" BEFORE UPDATE ON "Correction"
BEGIN
  SELECT RAISE(ABORT, 'corrections are append-only');
END;

CREATE TRIGGER "Correction_never_goes" BEFORE DELETE ON "Correction"
BEGIN
  SELECT RAISE(ABORT, 'corrections are append-only');
END;

CREATE TRIGGER "Correction_never_replaced" BEFORE INSERT ON "Correction"
WHEN EXISTS (SELECT 1 FROM "Correction" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'corrections are append-only');
END;

CREATE TRIGGER "AgendaVersion_never_changes" BEFORE UPDATE ON "AgendaVersion"
BEGIN
  SELECT RAISE(ABORT, 'a sent agenda is sealed');
END;

CREATE TRIGGER "AgendaVersion_never_goes" BEFORE DELETE ON "AgendaVersion"
BEGIN
  SELECT RAISE(ABORT, 'a sent agenda is sealed');
END;

CREATE TRIGGER "AgendaVersion_never_replaced" BEFORE INSERT ON "AgendaVersion"
WHEN EXISTS (SELECT 1 FROM "AgendaVersion" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a sent agenda is sealed');
END;

-- Minutes as sent keep their content; an approval is given once and stands.
CREATE TRIGGER "MinutesVersion_content_never_changes" BEFORE UPDATE OF "meetingId", "number", "content", "hash", "sentAt", "sentById" ON "MinutesVersion"
BEGIN
  SELECT RAISE(ABORT, 'sent minutes are sealed');
END;

CREATE TRIGGER "MinutesVersion_approval_stands" BEFORE UPDATE OF "approvedAt", "approvedById" ON "MinutesVersion"
WHEN OLD."approvedAt" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'approved minutes are sealed');
END;

CREATE TRIGGER "MinutesVersion_never_goes" BEFORE DELETE ON "MinutesVersion"
BEGIN
  SELECT RAISE(ABORT, 'sent minutes are sealed');
END;

CREATE TRIGGER "MinutesVersion_never_replaced" BEFORE INSERT ON "MinutesVersion"
WHEN EXISTS (SELECT 1 FROM "MinutesVersion" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'sent minutes are sealed');
END;

-- A decision keeps its number, its item and some text; it is annulled or superseded by a new one, never removed.
CREATE TRIGGER "Decision_number_stands" BEFORE UPDATE OF "number", "year", "serial", "meetingId", "itemId", "bodyId" ON "Decision"
BEGIN
  SELECT RAISE(ABORT, 'a decision keeps its number and its item');
END;

CREATE TRIGGER "Decision_has_text_on_insert" BEFORE INSERT ON "Decision"
WHEN trim(NEW."title") = '' OR trim(NEW."text") = ''
BEGIN
  SELECT RAISE(ABORT, 'a decision has a title and a text');
END;

CREATE TRIGGER "Decision_has_text_on_update" BEFORE UPDATE OF "title", "text" ON "Decision"
WHEN trim(NEW."title") = '' OR trim(NEW."text") = ''
BEGIN
  SELECT RAISE(ABORT, 'a decision has a title and a text');
END;

CREATE TRIGGER "Decision_never_goes" BEFORE DELETE ON "Decision"
BEGIN
  SELECT RAISE(ABORT, 'decisions are never deleted');
END;

CREATE TRIGGER "Decision_never_replaced" BEFORE INSERT ON "Decision"
WHEN EXISTS (SELECT 1 FROM "Decision" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'decisions are never deleted');
END;

-- Ended, withdrawn, cancelled or revoked on a day: never deleted.
CREATE TRIGGER "Seat_never_goes" BEFORE DELETE ON "Seat"
BEGIN
  SELECT RAISE(ABORT, 'seats are never deleted');
END;

CREATE TRIGGER "Organisation_never_goes" BEFORE DELETE ON "Organisation"
BEGIN
  SELECT RAISE(ABORT, 'organisations are never deleted');
END;

CREATE TRIGGER "Person_never_goes" BEFORE DELETE ON "Person"
BEGIN
  SELECT RAISE(ABORT, 'people are never deleted');
END;

CREATE TRIGGER "Body_never_goes" BEFORE DELETE ON "Body"
BEGIN
  SELECT RAISE(ABORT, 'bodies are never deleted');
END;

CREATE TRIGGER "Mandate_never_goes" BEFORE DELETE ON "Mandate"
BEGIN
  SELECT RAISE(ABORT, 'mandates are never deleted');
END;

CREATE TRIGGER "Meeting_never_goes" BEFORE DELETE ON "Meeting"
BEGIN
  SELECT RAISE(ABORT, 'meetings are never deleted');
END;

CREATE TRIGGER "AgendaItem_never_goes" BEFORE DELETE ON "AgendaItem"
BEGIN
  SELECT RAISE(ABORT, 'agenda items are never deleted');
END;

CREATE TRIGGER "Case_never_goes" BEFORE DELETE ON "Case"
BEGIN
  SELECT RAISE(ABORT, 'cases are never deleted');
END;

CREATE TRIGGER "SignOff_never_goes" BEFORE DELETE ON "SignOff"
BEGIN
  SELECT RAISE(ABORT, 'sign-offs are never deleted');
END;

CREATE TRIGGER "Objection_never_goes" BEFORE DELETE ON "Objection"
BEGIN
  SELECT RAISE(ABORT, 'objections are never deleted');
END;

CREATE TRIGGER "Document_never_goes" BEFORE DELETE ON "Document"
BEGIN
  SELECT RAISE(ABORT, 'documents are never deleted');
END;

CREATE TRIGGER "RulesOfProcedure_never_goes" BEFORE DELETE ON "RulesOfProcedure"
BEGIN
  SELECT RAISE(ABORT, 'rules of procedure are never deleted');
END;

-- A mandate's ledger. "drawn" is the sum of its entries and nothing else, never below zero and never above the total:
-- two decisions at once cannot draw the same kroner.
CREATE TRIGGER "MandateEntry_is_positive" BEFORE INSERT ON "MandateEntry"
WHEN NEW."amount" <= 0
BEGIN
  SELECT RAISE(ABORT, 'a mandate entry has a positive amount');
END;

CREATE TRIGGER "MandateEntry_is_drawn" AFTER INSERT ON "MandateEntry"
BEGIN
  UPDATE "Mandate" SET "drawn" = "drawn" + CASE NEW."kind" WHEN 'DRAW' THEN NEW."amount" ELSE -NEW."amount" END
  WHERE "id" = NEW."mandateId";
END;

CREATE TRIGGER "Mandate_starts_undrawn" BEFORE INSERT ON "Mandate"
WHEN NEW."drawn" <> 0
BEGIN
  SELECT RAISE(ABORT, 'a new mandate has nothing drawn');
END;

CREATE TRIGGER "Mandate_not_below_zero" BEFORE UPDATE OF "drawn", "total" ON "Mandate"
WHEN NEW."drawn" < 0
BEGIN
  SELECT RAISE(ABORT, 'mandate drawn below zero');
END;

CREATE TRIGGER "Mandate_not_above_total" BEFORE UPDATE OF "drawn", "total" ON "Mandate"
WHEN NEW."total" IS NOT NULL AND NEW."drawn" > NEW."total"
BEGIN
  SELECT RAISE(ABORT, 'mandate total exceeded');
END;

CREATE TRIGGER "Mandate_drawn_is_the_sum" BEFORE UPDATE OF "drawn" ON "Mandate"
WHEN NEW."drawn" <> (
  SELECT COALESCE(SUM(CASE "kind" WHEN 'DRAW' THEN "amount" ELSE -"amount" END), 0)
  FROM "MandateEntry" WHERE "mandateId" = NEW."id"
)
BEGIN
  SELECT RAISE(ABORT, 'mandate drawn is the sum of its entries');
END;
