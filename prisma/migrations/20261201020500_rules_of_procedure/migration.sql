-- Rules of procedure that the joint group adopts are put forward as its other texts are. What was there before is not
-- adopted so: no agenda deadline, no day for the minutes, the chairs open the meeting, and silence is no consent.
ALTER TABLE "RulesOfProcedure" ADD COLUMN "adoptionId" INTEGER REFERENCES "Adoption" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RulesOfProcedure" ADD COLUMN "agendaWorkdays" INTEGER;
ALTER TABLE "RulesOfProcedure" ADD COLUMN "minutesWorkdays" INTEGER;
ALTER TABLE "RulesOfProcedure" ADD COLUMN "chairs" TEXT NOT NULL DEFAULT 'CHAIRS';
ALTER TABLE "RulesOfProcedure" ADD COLUMN "silenceConsents" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "RulesOfProcedure" ADD COLUMN "text" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE UNIQUE INDEX "RulesOfProcedure_adoptionId_key" ON "RulesOfProcedure"("adoptionId");

-- What was put forward stands: the rules that a decision brings into force are those that it was taken on.
CREATE TRIGGER "RulesOfProcedure_put_forward_stands" BEFORE UPDATE ON "RulesOfProcedure" WHEN OLD."adoptionId" IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'rules of procedure that were put forward stand as they were');
END;
