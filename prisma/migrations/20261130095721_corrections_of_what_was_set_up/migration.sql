-- What a new cooperation was begun with can be corrected: two who do it at once are told apart by the version.
ALTER TABLE "Administration" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "RulesOfProcedure" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "SubjectArea" ADD COLUMN "to" TEXT;
ALTER TABLE "SubjectArea" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
