-- AlterTable
ALTER TABLE "Authorisation" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
