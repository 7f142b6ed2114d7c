-- Who may read a decision is decided by its body: it is its meeting's, and stays so.
CREATE TRIGGER "Decision_of_its_meetings_body" BEFORE INSERT ON "Decision"
WHEN NEW."bodyId" <> (SELECT "bodyId" FROM "Meeting" WHERE "id" = NEW."meetingId")
BEGIN
  SELECT RAISE(ABORT, 'a decision belongs to its meeting''s body');
END;

CREATE TRIGGER "Meeting_keeps_its_body" BEFORE UPDATE OF "bodyId" ON "Meeting"
WHEN NEW."bodyId" <> OLD."bodyId"
BEGIN
  SELECT RAISE(ABORT, 'a meeting stays its body''s');
END;
