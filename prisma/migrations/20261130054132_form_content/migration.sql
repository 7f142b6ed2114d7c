-- A form is claimed by its content too. What was claimed before stays claimed by its token alone.
CREATE TABLE "new_Submission" (
    "form" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "personId" INTEGER,
    "at" TEXT NOT NULL,
    "requestId" TEXT NOT NULL DEFAULT '',

    PRIMARY KEY ("form", "content")
);
INSERT INTO "new_Submission" ("form", "content", "personId", "at") SELECT "token", '', "personId", "at" FROM "Submission";
DROP TABLE "Submission";
ALTER TABLE "new_Submission" RENAME TO "Submission";
