-- CreateTable
CREATE TABLE "HousingArea" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "district" TEXT NOT NULL DEFAULT '',
    "from" TEXT NOT NULL,
    "to" TEXT
);

-- CreateTable
CREATE TABLE "AwaitedItem" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "bodyId" INTEGER NOT NULL,
    "caseId" INTEGER,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "strategy" BOOLEAN NOT NULL DEFAULT false,
    "professionalDevelopment" BOOLEAN NOT NULL DEFAULT false,
    "coordination" BOOLEAN NOT NULL DEFAULT false,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "closedReason" TEXT,
    "publicTitle" TEXT,
    "presentation" TEXT NOT NULL,
    "recommendation" TEXT NOT NULL,
    "referralId" INTEGER,
    "createdAt" TEXT NOT NULL,
    "itemId" INTEGER,
    CONSTRAINT "AwaitedItem_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AwaitedItem_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "AwaitedItem_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "PreparedCheck" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "itemId" INTEGER NOT NULL,
    "rows" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "byId" INTEGER NOT NULL,
    "removedAt" TEXT,
    CONSTRAINT "PreparedCheck_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "AgendaItem" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MandateSubjectArea" (
    "mandateId" INTEGER NOT NULL,
    "subjectAreaId" INTEGER NOT NULL,

    PRIMARY KEY ("mandateId", "subjectAreaId"),
    CONSTRAINT "MandateSubjectArea_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MandateSubjectArea_subjectAreaId_fkey" FOREIGN KEY ("subjectAreaId") REFERENCES "SubjectArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MandateArea" (
    "mandateId" INTEGER NOT NULL,
    "areaId" INTEGER NOT NULL,

    PRIMARY KEY ("mandateId", "areaId"),
    CONSTRAINT "MandateArea_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MandateArea_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "HousingArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Condition" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "organisationId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT,
    "recordedById" INTEGER NOT NULL,
    "recordedAt" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Condition_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DecisionSubjectArea" (
    "decisionId" INTEGER NOT NULL,
    "subjectAreaId" INTEGER NOT NULL,

    PRIMARY KEY ("decisionId", "subjectAreaId"),
    CONSTRAINT "DecisionSubjectArea_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DecisionSubjectArea_subjectAreaId_fkey" FOREIGN KEY ("subjectAreaId") REFERENCES "SubjectArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DecisionArea" (
    "decisionId" INTEGER NOT NULL,
    "areaId" INTEGER NOT NULL,

    PRIMARY KEY ("decisionId", "areaId"),
    CONSTRAINT "DecisionArea_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DecisionArea_areaId_fkey" FOREIGN KEY ("areaId") REFERENCES "HousingArea" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DecisionCheck" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "decisionId" INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    CONSTRAINT "DecisionCheck_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SpentAmount" (
    "decisionId" INTEGER NOT NULL,
    "mandateId" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,

    PRIMARY KEY ("decisionId", "mandateId"),
    CONSTRAINT "SpentAmount_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Referral" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "decisionId" INTEGER NOT NULL,
    "bodyId" INTEGER,
    "organisationId" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "openedAt" TEXT NOT NULL,
    "dueDay" TEXT NOT NULL,
    "answer" TEXT,
    "answeredOn" TEXT,
    "protocolItem" TEXT,
    "conditions" TEXT,
    "reason" TEXT,
    "documentId" INTEGER,
    "mandateId" INTEGER,
    "answeredById" INTEGER,
    "answeredAt" TEXT,
    "acceptedById" INTEGER,
    "acceptedAt" TEXT,
    "withdrawnAt" TEXT,
    "withdrawnWhy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Referral_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Referral_bodyId_fkey" FOREIGN KEY ("bodyId") REFERENCES "Body" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Referral_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Referral_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Referral_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReferralCell" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "referralId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" BIGINT,
    CONSTRAINT "ReferralCell_referralId_fkey" FOREIGN KEY ("referralId") REFERENCES "Referral" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReferralCell_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- Columns are added, the tables not rebuilt: a rebuilt table loses its triggers.
ALTER TABLE "Decision" ADD COLUMN "replacesId" INTEGER REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Decision" ADD COLUMN "replacementKind" TEXT;
CREATE INDEX "Decision_replacesId_idx" ON "Decision"("replacesId");

ALTER TABLE "Mandate" ADD COLUMN "adjusted" BIGINT NOT NULL DEFAULT 0;
ALTER TABLE "Mandate" ADD COLUMN "partialCover" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Mandate" ADD COLUMN "template" TEXT NOT NULL DEFAULT 'FREE';
ALTER TABLE "Mandate" ADD COLUMN "caseId" INTEGER REFERENCES "Case" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Mandate" ADD COLUMN "onlyDecisionId" INTEGER REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Mandate" ADD COLUMN "activatedAt" TEXT;
ALTER TABLE "Mandate" ADD COLUMN "supersededById" INTEGER REFERENCES "Mandate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Mandate" ADD COLUMN "supersededFrom" TEXT;
CREATE INDEX "Mandate_caseId_idx" ON "Mandate"("caseId");
CREATE INDEX "Mandate_onlyDecisionId_idx" ON "Mandate"("onlyDecisionId");
CREATE INDEX "Mandate_supersededById_idx" ON "Mandate"("supersededById");
-- Until now a mandate counted from its registration, with or without its document.
UPDATE "Mandate" SET "activatedAt" = "registeredAt";

-- They name the table that is rebuilt; they stand again at the end.
DROP TRIGGER "Mandate_not_above_total";
DROP TRIGGER "Mandate_drawn_is_the_sum";

-- An entry may now belong to no decision: an adjustment of the total. Its triggers stand again at the end.
CREATE TABLE "new_MandateEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "mandateId" INTEGER NOT NULL,
    "decisionId" INTEGER,
    "kind" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "at" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "MandateEntry_mandateId_fkey" FOREIGN KEY ("mandateId") REFERENCES "Mandate" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MandateEntry_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_MandateEntry" ("amount", "at", "decisionId", "id", "kind", "mandateId") SELECT "amount", "at", "decisionId", "id", "kind", "mandateId" FROM "MandateEntry";
DROP TABLE "MandateEntry";
ALTER TABLE "new_MandateEntry" RENAME TO "MandateEntry";
CREATE INDEX "MandateEntry_mandateId_idx" ON "MandateEntry"("mandateId");
CREATE INDEX "MandateEntry_decisionId_idx" ON "MandateEntry"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "HousingArea_slug_key" ON "HousingArea"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "AwaitedItem_itemId_key" ON "AwaitedItem"("itemId");

-- CreateIndex
CREATE INDEX "AwaitedItem_bodyId_itemId_idx" ON "AwaitedItem"("bodyId", "itemId");

-- CreateIndex
CREATE INDEX "PreparedCheck_itemId_idx" ON "PreparedCheck"("itemId");

-- CreateIndex
CREATE INDEX "Condition_organisationId_from_idx" ON "Condition"("organisationId", "from");

-- CreateIndex
CREATE INDEX "DecisionCheck_decisionId_idx" ON "DecisionCheck"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Referral_number_key" ON "Referral"("number");

-- CreateIndex
CREATE INDEX "Referral_decisionId_idx" ON "Referral"("decisionId");

-- CreateIndex
CREATE INDEX "Referral_organisationId_idx" ON "Referral"("organisationId");

-- CreateIndex
CREATE INDEX "Referral_dueDay_idx" ON "Referral"("dueDay");

-- CreateIndex
CREATE INDEX "ReferralCell_organisationId_idx" ON "ReferralCell"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "ReferralCell_referralId_organisationId_kind_key" ON "ReferralCell"("referralId", "organisationId", "kind");

-- What the rebuilt table lost.
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

CREATE TRIGGER "MandateEntry_is_positive" BEFORE INSERT ON "MandateEntry"
WHEN NEW."amount" <= 0
BEGIN
  SELECT RAISE(ABORT, 'a mandate entry has a positive amount');
END;

CREATE TRIGGER "MandateEntry_belongs" BEFORE INSERT ON "MandateEntry"
WHEN (NEW."kind" IN ('DRAW', 'RELEASE')) <> (NEW."decisionId" IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'a draw belongs to a decision, an adjustment to none');
END;

CREATE TRIGGER "MandateEntry_is_drawn" AFTER INSERT ON "MandateEntry"
WHEN NEW."kind" IN ('DRAW', 'RELEASE')
BEGIN
  UPDATE "Mandate" SET "drawn" = "drawn" + CASE NEW."kind" WHEN 'DRAW' THEN NEW."amount" ELSE -NEW."amount" END
  WHERE "id" = NEW."mandateId";
END;

CREATE TRIGGER "MandateEntry_adjusts" AFTER INSERT ON "MandateEntry"
WHEN NEW."kind" IN ('RAISE', 'LOWER')
BEGIN
  UPDATE "Mandate" SET "adjusted" = "adjusted" + CASE NEW."kind" WHEN 'RAISE' THEN NEW."amount" ELSE -NEW."amount" END
  WHERE "id" = NEW."mandateId";
END;

-- The ledger with adjustments: what remains is total + adjusted - drawn, and never below zero.
CREATE TRIGGER "Mandate_not_above_total" BEFORE UPDATE OF "drawn", "total", "adjusted" ON "Mandate"
WHEN NEW."total" IS NOT NULL AND NEW."drawn" > NEW."total" + NEW."adjusted"
BEGIN
  SELECT RAISE(ABORT, 'mandate total exceeded');
END;

CREATE TRIGGER "Mandate_drawn_is_the_sum" BEFORE UPDATE OF "drawn" ON "Mandate"
WHEN NEW."drawn" <> (
  SELECT COALESCE(SUM(CASE "kind" WHEN 'DRAW' THEN "amount" WHEN 'RELEASE' THEN -"amount" ELSE 0 END), 0)
  FROM "MandateEntry" WHERE "mandateId" = NEW."id"
)
BEGIN
  SELECT RAISE(ABORT, 'mandate drawn is the sum of its entries');
END;

CREATE TRIGGER "Mandate_adjusted_is_the_sum" BEFORE UPDATE OF "adjusted" ON "Mandate"
WHEN NEW."adjusted" <> (
  SELECT COALESCE(SUM(CASE "kind" WHEN 'RAISE' THEN "amount" WHEN 'LOWER' THEN -"amount" ELSE 0 END), 0)
  FROM "MandateEntry" WHERE "mandateId" = NEW."id"
)
BEGIN
  SELECT RAISE(ABORT, 'mandate adjustment is the sum of its entries');
END;

-- What a mandate gives stands once it has been drawn on or superseded; a later mandate takes its place.
CREATE TRIGGER "Mandate_terms_stand" BEFORE UPDATE OF "organisationId", "bodyId", "economic", "limitPerDecision", "total",
  "legal", "organisational", "from", "to", "sourceDay" ON "Mandate"
WHEN OLD."supersededById" IS NOT NULL OR EXISTS (SELECT 1 FROM "MandateEntry" WHERE "mandateId" = OLD."id")
BEGIN
  SELECT RAISE(ABORT, 'a used mandate is superseded, not edited');
END;

CREATE TRIGGER "Referral_never_goes" BEFORE DELETE ON "Referral"
BEGIN
  SELECT RAISE(ABORT, 'referrals are never deleted');
END;

CREATE TRIGGER "Referral_answer_stands" BEFORE UPDATE OF "answer" ON "Referral"
WHEN OLD."answer" IS NOT NULL AND NEW."answer" IS NOT OLD."answer"
BEGIN
  SELECT RAISE(ABORT, 'a referral is answered once');
END;

CREATE TRIGGER "DecisionCheck_never_changes" BEFORE UPDATE ON "DecisionCheck"
BEGIN
  SELECT RAISE(ABORT, 'a mandate check stands as it was made');
END;

CREATE TRIGGER "DecisionCheck_never_goes" BEFORE DELETE ON "DecisionCheck"
BEGIN
  SELECT RAISE(ABORT, 'a mandate check stands as it was made');
END;

CREATE TRIGGER "DecisionCheck_never_replaced" BEFORE INSERT ON "DecisionCheck"
WHEN EXISTS (SELECT 1 FROM "DecisionCheck" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'a mandate check stands as it was made');
END;

CREATE TRIGGER "Condition_never_goes" BEFORE DELETE ON "Condition"
BEGIN
  SELECT RAISE(ABORT, 'conditions are never deleted');
END;
