CREATE TABLE "SecurityRecord" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" INTEGER,
    "place" TEXT,
    "detail" TEXT,
    CONSTRAINT "SecurityRecord_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "SecurityRecord_personId_at_idx" ON "SecurityRecord"("personId", "at");
CREATE INDEX "SecurityRecord_at_idx" ON "SecurityRecord"("at");

ALTER TABLE "Account" ADD COLUMN "codeExpiresAt" TEXT;
ALTER TABLE "Account" ADD COLUMN "codeUsedAt" TEXT;
ALTER TABLE "Account" ADD COLUMN "codeById" INTEGER REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A password that somebody else has set and its person has never changed opens once more, to choose another with.
UPDATE "Account" SET "codeExpiresAt" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '+14 days')
WHERE "demo" = 0 AND coalesce(
  (SELECT "kind" FROM "Event" WHERE "subject" = 'account' AND "subjectId" = "Account"."id"
     AND "kind" IN ('accountCreated', 'passwordReset', 'passwordChanged') ORDER BY "id" DESC LIMIT 1),
  'passwordChanged') <> 'passwordChanged';
