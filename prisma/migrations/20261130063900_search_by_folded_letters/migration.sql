-- Aarhus and Århus are one town, and é is an e: what is indexed is folded as kernel/fold.ts folds what is searched for. The
-- tokenizer takes accents off; æ, ø and å, also as a letter and a ring, become two letters, so that å is still not an a.
-- The rows themselves stay as they were written.
DROP VIEW "SearchableDecision";
CREATE VIEW "SearchableDecision" AS
SELECT "id", "number",
  replace(replace(replace(replace(replace(replace(replace(replace(CASE WHEN "closed" THEN COALESCE("publicTitle", '') ELSE "title" END, 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "title",
  replace(replace(replace(replace(replace(replace(replace(replace(CASE WHEN "closed" THEN COALESCE("publicText", '') ELSE "text" END, 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "text"
FROM "Decision";

DROP VIEW "SearchableItem";
CREATE VIEW "SearchableItem" AS
SELECT "id",
  replace(replace(replace(replace(replace(replace(replace(replace(CASE WHEN "isClosed" THEN COALESCE("publicTitle", '') ELSE "title" END, 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "title",
  replace(replace(replace(replace(replace(replace(replace(replace(CASE WHEN "isClosed" THEN '' ELSE "summary" END, 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "summary"
FROM (
  SELECT item.*,
    NOT COALESCE(treatment."openedInstead", 0)
      AND (item."closed" OR COALESCE(item."sentClosed", 0) OR COALESCE(treatment."closedInstead", 0)) AS "isClosed"
  FROM "AgendaItem" item LEFT JOIN "Treatment" treatment ON treatment."itemId" = item."id"
  WHERE item."removedAt" IS NULL
);

DROP VIEW "SearchableMeeting";
CREATE VIEW "SearchableMeeting" AS
SELECT meeting."id", meeting."number",
  replace(replace(replace(replace(replace(replace(replace(replace(body."name", 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "body",
  replace(replace(replace(replace(replace(replace(replace(replace(meeting."place", 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "place", meeting."bodyId"
FROM "Meeting" meeting JOIN "Body" body ON body."id" = meeting."bodyId";

DROP VIEW "SearchableCase";
CREATE VIEW "SearchableCase" AS
SELECT "id", "number",
  replace(replace(replace(replace(replace(replace(replace(replace("title", 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "title",
  replace(replace(replace(replace(replace(replace(replace(replace("summary", 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "summary",
  replace(replace(replace(replace(replace(replace(replace(replace(COALESCE("journalNumber", ''), 'å', 'aa'), 'Å', 'aa'), 'a' || char(778), 'aa'), 'A' || char(778), 'aa'), 'æ', 'ae'), 'Æ', 'ae'), 'ø', 'oe'), 'Ø', 'oe') AS "journalNumber"
FROM "Case";

DROP TABLE "DecisionSearch";
CREATE VIRTUAL TABLE "DecisionSearch" USING fts5(
  "number", "title", "text", tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO "DecisionSearch" ("rowid", "number", "title", "text") SELECT "id", "number", "title", "text" FROM "SearchableDecision";

DROP TABLE "ItemSearch";
CREATE VIRTUAL TABLE "ItemSearch" USING fts5(
  "title", "summary", tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO "ItemSearch" ("rowid", "title", "summary") SELECT "id", "title", "summary" FROM "SearchableItem";

DROP TABLE "MeetingSearch";
CREATE VIRTUAL TABLE "MeetingSearch" USING fts5(
  "number", "body", "place", tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO "MeetingSearch" ("rowid", "number", "body", "place") SELECT "id", "number", "body", "place" FROM "SearchableMeeting";

DROP TABLE "CaseSearch";
CREATE VIRTUAL TABLE "CaseSearch" USING fts5(
  "number", "title", "summary", "journalNumber", tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO "CaseSearch" ("rowid", "number", "title", "summary", "journalNumber") SELECT "id", "number", "title", "summary", "journalNumber" FROM "SearchableCase";
