-- DropIndex
DROP INDEX "MandateEntry_mandateId_idx";

-- DropIndex
DROP INDEX "Meeting_bodyId_day_id_idx";

-- DropIndex
DROP INDEX "Meeting_day_id_idx";

-- CreateIndex
CREATE INDEX "MandateEntry_mandateId_id_kind_amount_at_idx" ON "MandateEntry"("mandateId", "id", "kind", "amount", "at");

-- CreateIndex
CREATE INDEX "Meeting_day_startsAt_id_idx" ON "Meeting"("day", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Meeting_bodyId_day_startsAt_id_idx" ON "Meeting"("bodyId", "day", "startsAt", "id");

-- CreateIndex
CREATE INDEX "Treatment_outcome_idx" ON "Treatment"("outcome");
