-- What is adopted without a decision in the register is so only by a statement of the secretary's. What was minuted
-- before stands as it is: nothing was stated.
ALTER TABLE "Treatment" ADD COLUMN "withoutConsequences" BOOLEAN NOT NULL DEFAULT false;
