-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN "unsentPlan" TEXT;

-- A called meeting whose time or place was changed after the sending: the row goes back to what was sent, and what was
-- typed waits for its supplement. A cancelled meeting is what it had sent.
CREATE TEMP TABLE "SentPlan" AS
SELECT meeting."id", meeting."state", json_extract(sent."content", '$.meeting') AS "plan"
FROM "Meeting" meeting JOIN "AgendaVersion" sent ON sent."meetingId" = meeting."id"
WHERE meeting."state" IN ('CALLED', 'CANCELLED')
  AND sent."number" = (SELECT max("number") FROM "AgendaVersion" WHERE "meetingId" = meeting."id")
  AND (meeting."form", meeting."day", meeting."startsAt", meeting."endsAt", meeting."place", meeting."note") IS NOT
      (json_extract(sent."content", '$.meeting.form'), json_extract(sent."content", '$.meeting.day'),
       json_extract(sent."content", '$.meeting.startsAt'), json_extract(sent."content", '$.meeting.endsAt'),
       json_extract(sent."content", '$.meeting.place'), json_extract(sent."content", '$.meeting.note'));

UPDATE "Meeting" SET "unsentPlan" = json_object('form', "form", 'day', "day", 'startsAt', "startsAt", 'endsAt', "endsAt",
  'place', "place", 'note', "note")
WHERE "id" IN (SELECT "id" FROM "SentPlan" WHERE "state" = 'CALLED');

UPDATE "Meeting" SET
  "form" = json_extract(found."plan", '$.form'), "day" = json_extract(found."plan", '$.day'),
  "startsAt" = json_extract(found."plan", '$.startsAt'), "endsAt" = json_extract(found."plan", '$.endsAt'),
  "place" = json_extract(found."plan", '$.place'), "note" = json_extract(found."plan", '$.note')
FROM "SentPlan" found WHERE found."id" = "Meeting"."id";

DROP TABLE "SentPlan";
