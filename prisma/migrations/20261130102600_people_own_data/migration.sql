ALTER TABLE "Person" ADD COLUMN "erasedOn" TEXT;

-- Beside the rows as they stand: a table made anew would lose what guards it.
ALTER TABLE "Cooperation" ADD COLUMN "controller" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Cooperation" ADD COLUMN "legalBasis" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Cooperation" ADD COLUMN "retention" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Cooperation" ADD COLUMN "complaint" TEXT NOT NULL DEFAULT '';
