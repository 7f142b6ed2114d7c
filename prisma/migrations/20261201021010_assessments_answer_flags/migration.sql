-- The flag that an assessment answers, whose outcome it is. Those that stand answer none.
ALTER TABLE "AreaAssessment" ADD COLUMN "flagId" INTEGER REFERENCES "Flag" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE INDEX "AreaAssessment_flagId_idx" ON "AreaAssessment"("flagId");
