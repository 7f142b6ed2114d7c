-- Two who answer one question at once each see the other's answer. Every answer that is there stays as it is.
ALTER TABLE "ItemQuestion" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
