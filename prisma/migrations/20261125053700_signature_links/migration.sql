-- A signature is sealed with the name that stands on the paper; whose it is in the portal may be found out later.
CREATE TABLE "SignatureLink" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "signatureId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "linkedById" INTEGER NOT NULL,
    "linkedAt" TEXT NOT NULL,
    CONSTRAINT "SignatureLink_signatureId_fkey" FOREIGN KEY ("signatureId") REFERENCES "AgreementSignature" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SignatureLink_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE INDEX "SignatureLink_signatureId_idx" ON "SignatureLink"("signatureId");

CREATE INDEX "SignatureLink_organisationId_idx" ON "SignatureLink"("organisationId");

CREATE TRIGGER "SignatureLink_never_changes" BEFORE UPDATE ON "SignatureLink"
BEGIN
  SELECT RAISE(ABORT, 'links of signatures are append-only');
END;

CREATE TRIGGER "SignatureLink_never_goes" BEFORE DELETE ON "SignatureLink"
BEGIN
  SELECT RAISE(ABORT, 'links of signatures are append-only');
END;

CREATE TRIGGER "SignatureLink_never_replaced" BEFORE INSERT ON "SignatureLink"
WHEN EXISTS (SELECT 1 FROM "SignatureLink" WHERE "id" = NEW."id")
BEGIN
  SELECT RAISE(ABORT, 'links of signatures are append-only');
END;
