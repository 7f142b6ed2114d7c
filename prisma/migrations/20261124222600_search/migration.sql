-- Full-text search. Each table has the row number of what it indexes. Only what may be said of it to anyone who may see
-- that it exists is indexed: of something closed, its public title and text alone. Who may see it at all is the
-- search page's own condition (access/visibility.ts). Danish letters are letters, not accents, so å is not a.
CREATE VIRTUAL TABLE "DecisionSearch" USING fts5(
  "number", "title", "text", tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
CREATE VIRTUAL TABLE "ItemSearch" USING fts5(
  "title", "summary", tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
CREATE VIRTUAL TABLE "MeetingSearch" USING fts5(
  "number", "body", "place", tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);
CREATE VIRTUAL TABLE "CaseSearch" USING fts5(
  "number", "title", "summary", "journalNumber", tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
);

-- What is indexed of each row, said once.
CREATE VIEW "SearchableDecision" AS
SELECT "id", "number",
  CASE WHEN "closed" THEN COALESCE("publicTitle", '') ELSE "title" END AS "title",
  CASE WHEN "closed" THEN COALESCE("publicText", '') ELSE "text" END AS "text"
FROM "Decision";

-- An item that was taken off before the agenda was sent is not found. One that the meeting moved between the open and
-- the closed part is what the meeting made it.
CREATE VIEW "SearchableItem" AS
SELECT "id",
  CASE WHEN "isClosed" THEN COALESCE("publicTitle", '') ELSE "title" END AS "title",
  CASE WHEN "isClosed" THEN '' ELSE "summary" END AS "summary"
FROM (
  SELECT item.*,
    COALESCE(treatment."closedInstead", 0) OR (item."closed" AND NOT COALESCE(treatment."openedInstead", 0)) AS "isClosed"
  FROM "AgendaItem" item LEFT JOIN "Treatment" treatment ON treatment."itemId" = item."id"
  WHERE item."removedAt" IS NULL
);

CREATE VIEW "SearchableMeeting" AS
SELECT meeting."id", meeting."number", body."name" AS "body", meeting."place", meeting."bodyId"
FROM "Meeting" meeting JOIN "Body" body ON body."id" = meeting."bodyId";

CREATE VIEW "SearchableCase" AS
SELECT "id", "number", "title", "summary", COALESCE("journalNumber", '') AS "journalNumber" FROM "Case";

CREATE TRIGGER "Decision_search_insert" AFTER INSERT ON "Decision"
BEGIN
  INSERT INTO "DecisionSearch" ("rowid", "number", "title", "text")
  SELECT "id", "number", "title", "text" FROM "SearchableDecision" WHERE "id" = NEW."id";
END;

CREATE TRIGGER "Decision_search_update"
AFTER UPDATE OF "title", "text", "closed", "publicTitle", "publicText" ON "Decision"
BEGIN
  DELETE FROM "DecisionSearch" WHERE "rowid" = NEW."id";
  INSERT INTO "DecisionSearch" ("rowid", "number", "title", "text")
  SELECT "id", "number", "title", "text" FROM "SearchableDecision" WHERE "id" = NEW."id";
END;

CREATE TRIGGER "AgendaItem_search_insert" AFTER INSERT ON "AgendaItem"
BEGIN
  INSERT INTO "ItemSearch" ("rowid", "title", "summary")
  SELECT "id", "title", "summary" FROM "SearchableItem" WHERE "id" = NEW."id";
END;

CREATE TRIGGER "AgendaItem_search_update"
AFTER UPDATE OF "title", "summary", "closed", "publicTitle", "removedAt" ON "AgendaItem"
BEGIN
  DELETE FROM "ItemSearch" WHERE "rowid" = NEW."id";
  INSERT INTO "ItemSearch" ("rowid", "title", "summary")
  SELECT "id", "title", "summary" FROM "SearchableItem" WHERE "id" = NEW."id";
END;

CREATE TRIGGER "Treatment_search_insert" AFTER INSERT ON "Treatment"
WHEN NEW."openedInstead" OR NEW."closedInstead"
BEGIN
  DELETE FROM "ItemSearch" WHERE "rowid" = NEW."itemId";
  INSERT INTO "ItemSearch" ("rowid", "title", "summary")
  SELECT "id", "title", "summary" FROM "SearchableItem" WHERE "id" = NEW."itemId";
END;

CREATE TRIGGER "Treatment_search_update" AFTER UPDATE OF "openedInstead", "closedInstead" ON "Treatment"
BEGIN
  DELETE FROM "ItemSearch" WHERE "rowid" = NEW."itemId";
  INSERT INTO "ItemSearch" ("rowid", "title", "summary")
  SELECT "id", "title", "summary" FROM "SearchableItem" WHERE "id" = NEW."itemId";
END;

CREATE TRIGGER "Meeting_search_insert" AFTER INSERT ON "Meeting"
BEGIN
  INSERT INTO "MeetingSearch" ("rowid", "number", "body", "place")
  SELECT "id", "number", "body", "place" FROM "SearchableMeeting" WHERE "id" = NEW."id";
END;

CREATE TRIGGER "Meeting_search_update" AFTER UPDATE OF "place", "bodyId" ON "Meeting"
BEGIN
  DELETE FROM "MeetingSearch" WHERE "rowid" = NEW."id";
  INSERT INTO "MeetingSearch" ("rowid", "number", "body", "place")
  SELECT "id", "number", "body", "place" FROM "SearchableMeeting" WHERE "id" = NEW."id";
END;

CREATE TRIGGER "Body_search_update" AFTER UPDATE OF "name" ON "Body"
BEGIN
  DELETE FROM "MeetingSearch" WHERE "rowid" IN (SELECT "id" FROM "Meeting" WHERE "bodyId" = NEW."id");
  INSERT INTO "MeetingSearch" ("rowid", "number", "body", "place")
  SELECT "id", "number", "body", "place" FROM "SearchableMeeting" WHERE "bodyId" = NEW."id";
END;

CREATE TRIGGER "Case_search_insert" AFTER INSERT ON "Case"
BEGIN
  INSERT INTO "CaseSearch" ("rowid", "number", "title", "summary", "journalNumber")
  SELECT "id", "number", "title", "summary", "journalNumber" FROM "SearchableCase" WHERE "id" = NEW."id";
END;

CREATE TRIGGER "Case_search_update" AFTER UPDATE OF "title", "summary", "journalNumber" ON "Case"
BEGIN
  DELETE FROM "CaseSearch" WHERE "rowid" = NEW."id";
  INSERT INTO "CaseSearch" ("rowid", "number", "title", "summary", "journalNumber")
  SELECT "id", "number", "title", "summary", "journalNumber" FROM "SearchableCase" WHERE "id" = NEW."id";
END;
