-- CreateIndex
CREATE INDEX "Event_at_id_idx" ON "Event"("at", "id");

-- CreateIndex
CREATE INDEX "Event_kind_at_id_idx" ON "Event"("kind", "at", "id");

-- CreateIndex
CREATE INDEX "Event_personId_at_id_idx" ON "Event"("personId", "at", "id");
