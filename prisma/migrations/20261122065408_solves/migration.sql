-- CreateTable
CREATE TABLE "Solve" (
    "id" TEXT NOT NULL,
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "askedById" TEXT,
    "askedByName" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "options" JSON NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "isStopAsked" BOOLEAN NOT NULL DEFAULT false,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "baseRevision" INTEGER,
    "baseProductionRevision" INTEGER,
    "startedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "progress" JSON NOT NULL DEFAULT '[]',
    "proposal" JSON,
    "problem" TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL DEFAULT '',
    "outcomeAt" TIMESTAMPTZ(3),
    "outcomeByName" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Solve_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Solve_productionId_idx" ON "Solve"("productionId");

-- CreateIndex
CREATE INDEX "Solve_scenarioId_askedAt_idx" ON "Solve"("scenarioId", "askedAt");

-- CreateIndex
CREATE INDEX "Solve_askedById_idx" ON "Solve"("askedById");

-- AddForeignKey
ALTER TABLE "Solve" ADD CONSTRAINT "Solve_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Solve" ADD CONSTRAINT "Solve_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Solve" ADD CONSTRAINT "Solve_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- One unfinished solve a scenario.
CREATE UNIQUE INDEX "Solve_one_unfinished" ON "Solve"("scenarioId") WHERE "state" IN ('waiting', 'running');
