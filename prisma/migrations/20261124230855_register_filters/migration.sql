-- CreateIndex
CREATE INDEX "Decision_economic_decidedOn_id_idx" ON "Decision"("economic", "decidedOn", "id");

-- CreateIndex
CREATE INDEX "Decision_legal_decidedOn_id_idx" ON "Decision"("legal", "decidedOn", "id");

-- CreateIndex
CREATE INDEX "Decision_organisational_decidedOn_id_idx" ON "Decision"("organisational", "decidedOn", "id");

-- CreateIndex
CREATE INDEX "Decision_strategy_decidedOn_id_idx" ON "Decision"("strategy", "decidedOn", "id");

-- CreateIndex
CREATE INDEX "Decision_professionalDevelopment_decidedOn_id_idx" ON "Decision"("professionalDevelopment", "decidedOn", "id");

-- CreateIndex
CREATE INDEX "Decision_coordination_decidedOn_id_idx" ON "Decision"("coordination", "decidedOn", "id");
