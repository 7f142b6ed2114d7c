-- CreateIndex
CREATE INDEX "FollowUp_personId_closedAt_dueDay_id_idx" ON "FollowUp"("personId", "closedAt", "dueDay", "id");

-- CreateIndex
CREATE INDEX "FollowUp_organisationId_personId_closedAt_dueDay_id_idx" ON "FollowUp"("organisationId", "personId", "closedAt", "dueDay", "id");
