-- AlterTable
ALTER TABLE "CrewBlock" ADD COLUMN     "deviceId" TEXT;

-- AlterTable
ALTER TABLE "Element" ADD COLUMN     "needsClearance" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ElementSet" ADD COLUMN     "form" TEXT NOT NULL DEFAULT 'tle',
ADD COLUMN     "omm" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Flight" ADD COLUMN     "moduleId" TEXT;

-- AlterTable
ALTER TABLE "Kit" ADD COLUMN     "batteryDrawW" DOUBLE PRECISION,
ADD COLUMN     "batteryWh" DOUBLE PRECISION,
ADD COLUMN     "cardGb" DOUBLE PRECISION,
ADD COLUMN     "chargeW" DOUBLE PRECISION,
ADD COLUMN     "copyGbPerMin" DOUBLE PRECISION,
ADD COLUMN     "downFlightId" TEXT,
ADD COLUMN     "isBuiltIn" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "lux" DOUBLE PRECISION,
ADD COLUMN     "recordGbPerMin" DOUBLE PRECISION,
ADD COLUMN     "upFlightId" TEXT,
ADD COLUMN     "watts" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "Module" ADD COLUMN     "clearHeightCm" DOUBLE PRECISION,
ADD COLUMN     "clearLengthCm" DOUBLE PRECISION,
ADD COLUMN     "clearWidthCm" DOUBLE PRECISION,
ADD COLUMN     "facilities" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "needsEscort" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "supplyW" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "Pane" ADD COLUMN     "fieldOfViewDeg" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "segments" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "SetUp" ADD COLUMN     "blocksPassage" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "clearHeightCm" DOUBLE PRECISION,
ADD COLUMN     "clearLengthCm" DOUBLE PRECISION,
ADD COLUMN     "clearWidthCm" DOUBLE PRECISION,
ADD COLUMN     "fansOff" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "freeLiquid" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "freeLiquidApproval" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "hatchCable" TEXT NOT NULL DEFAULT 'none',
ADD COLUMN     "isContained" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kitIds" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "lux" DOUBLE PRECISION,
ADD COLUMN     "sunFromDeg" DOUBLE PRECISION,
ADD COLUMN     "sunToDeg" DOUBLE PRECISION,
ADD COLUMN     "targetId" TEXT,
ADD COLUMN     "targetLight" TEXT NOT NULL DEFAULT 'any';

-- CreateTable
CREATE TABLE "Ephemeris" (
    "productionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "frame" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3),
    "segments" JSON NOT NULL,
    "source" TEXT NOT NULL,
    "usedFrom" TIMESTAMPTZ(3),
    "usedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Ephemeris_pkey" PRIMARY KEY ("productionId","id")
);

-- CreateTable
CREATE TABLE "HouseRule" (
    "productionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "isEnabled" BOOLEAN NOT NULL,
    "params" JSON NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "HouseRule_pkey" PRIMARY KEY ("productionId","id")
);

-- CreateTable
CREATE TABLE "ExerciseDevice" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "moduleId" TEXT NOT NULL,
    "noiseDba" DOUBLE PRECISION,
    "source" TEXT NOT NULL,

    CONSTRAINT "ExerciseDevice_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "GroundSite" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "latDeg" DOUBLE PRECISION NOT NULL,
    "lonDeg" DOUBLE PRECISION NOT NULL,
    "maskDeg" DOUBLE PRECISION NOT NULL,
    "isUsed" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "GroundSite_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "GroundTarget" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "latDeg" DOUBLE PRECISION NOT NULL,
    "lonDeg" DOUBLE PRECISION NOT NULL,
    "radiusKm" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "GroundTarget_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "RelayPass" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "relay" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "durationMin" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "RelayPass_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "SceneOrder" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "firstSceneId" TEXT NOT NULL,
    "thenSceneId" TEXT NOT NULL,
    "minLagMin" INTEGER NOT NULL,
    "maxLagMin" INTEGER,
    "reason" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "SceneOrder_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Clearance" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT,
    "elementId" TEXT,
    "kitId" TEXT,
    "moduleId" TEXT,
    "authority" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Clearance_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Restoration" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sceneId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "due" TEXT NOT NULL,
    "personId" TEXT,
    "blockId" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "Restoration_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Handover" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "outgoingPersonId" TEXT NOT NULL,
    "incomingPersonId" TEXT NOT NULL,
    "fromDate" TEXT NOT NULL,
    "untilDate" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "PublishedStrip" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "stripId" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "moduleId" TEXT,
    "rigMin" INTEGER NOT NULL,
    "shootMin" INTEGER NOT NULL,
    "strikeMin" INTEGER NOT NULL,
    "personIds" TEXT[],
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PublishedStrip_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "ChangeRequest" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "stripId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "agreedBy" TEXT NOT NULL,

    CONSTRAINT "ChangeRequest_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "OwnRule" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "shape" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "params" JSON NOT NULL,
    "isEnabled" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "OwnRule_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Waiver" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "stripIds" TEXT[],
    "personIds" TEXT[],
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "amount" DOUBLE PRECISION NOT NULL,
    "rationale" TEXT NOT NULL,
    "askedBy" TEXT NOT NULL,
    "signedBy" TEXT NOT NULL,

    CONSTRAINT "Waiver_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateIndex
CREATE INDEX "ExerciseDevice_scenarioId_moduleId_idx" ON "ExerciseDevice"("scenarioId", "moduleId");

-- CreateIndex
CREATE INDEX "SceneOrder_scenarioId_firstSceneId_idx" ON "SceneOrder"("scenarioId", "firstSceneId");

-- CreateIndex
CREATE INDEX "SceneOrder_scenarioId_thenSceneId_idx" ON "SceneOrder"("scenarioId", "thenSceneId");

-- CreateIndex
CREATE INDEX "Clearance_productionId_personId_idx" ON "Clearance"("productionId", "personId");

-- CreateIndex
CREATE INDEX "Clearance_scenarioId_elementId_idx" ON "Clearance"("scenarioId", "elementId");

-- CreateIndex
CREATE INDEX "Clearance_scenarioId_kitId_idx" ON "Clearance"("scenarioId", "kitId");

-- CreateIndex
CREATE INDEX "Clearance_scenarioId_moduleId_idx" ON "Clearance"("scenarioId", "moduleId");

-- CreateIndex
CREATE INDEX "Restoration_scenarioId_sceneId_idx" ON "Restoration"("scenarioId", "sceneId");

-- CreateIndex
CREATE INDEX "Restoration_productionId_personId_idx" ON "Restoration"("productionId", "personId");

-- CreateIndex
CREATE INDEX "Restoration_scenarioId_blockId_idx" ON "Restoration"("scenarioId", "blockId");

-- CreateIndex
CREATE INDEX "Handover_productionId_outgoingPersonId_idx" ON "Handover"("productionId", "outgoingPersonId");

-- CreateIndex
CREATE INDEX "Handover_productionId_incomingPersonId_idx" ON "Handover"("productionId", "incomingPersonId");

-- CreateIndex
CREATE INDEX "PublishedStrip_scenarioId_stripId_idx" ON "PublishedStrip"("scenarioId", "stripId");

-- CreateIndex
CREATE INDEX "PublishedStrip_scenarioId_moduleId_idx" ON "PublishedStrip"("scenarioId", "moduleId");

-- CreateIndex
CREATE INDEX "ChangeRequest_scenarioId_stripId_idx" ON "ChangeRequest"("scenarioId", "stripId");

-- CreateIndex
CREATE INDEX "CrewBlock_scenarioId_deviceId_idx" ON "CrewBlock"("scenarioId", "deviceId");

-- CreateIndex
CREATE INDEX "Flight_scenarioId_moduleId_idx" ON "Flight"("scenarioId", "moduleId");

-- CreateIndex
CREATE INDEX "Kit_scenarioId_upFlightId_idx" ON "Kit"("scenarioId", "upFlightId");

-- CreateIndex
CREATE INDEX "Kit_scenarioId_downFlightId_idx" ON "Kit"("scenarioId", "downFlightId");

-- CreateIndex
CREATE INDEX "SetUp_scenarioId_targetId_idx" ON "SetUp"("scenarioId", "targetId");

-- AddForeignKey
ALTER TABLE "Flight" ADD CONSTRAINT "Flight_scenarioId_moduleId_fkey" FOREIGN KEY ("scenarioId", "moduleId") REFERENCES "Module"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kit" ADD CONSTRAINT "Kit_scenarioId_upFlightId_fkey" FOREIGN KEY ("scenarioId", "upFlightId") REFERENCES "Flight"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kit" ADD CONSTRAINT "Kit_scenarioId_downFlightId_fkey" FOREIGN KEY ("scenarioId", "downFlightId") REFERENCES "Flight"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetUp" ADD CONSTRAINT "SetUp_scenarioId_targetId_fkey" FOREIGN KEY ("scenarioId", "targetId") REFERENCES "GroundTarget"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CrewBlock" ADD CONSTRAINT "CrewBlock_scenarioId_deviceId_fkey" FOREIGN KEY ("scenarioId", "deviceId") REFERENCES "ExerciseDevice"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ephemeris" ADD CONSTRAINT "Ephemeris_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HouseRule" ADD CONSTRAINT "HouseRule_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExerciseDevice" ADD CONSTRAINT "ExerciseDevice_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExerciseDevice" ADD CONSTRAINT "ExerciseDevice_scenarioId_moduleId_fkey" FOREIGN KEY ("scenarioId", "moduleId") REFERENCES "Module"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroundSite" ADD CONSTRAINT "GroundSite_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroundTarget" ADD CONSTRAINT "GroundTarget_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RelayPass" ADD CONSTRAINT "RelayPass_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SceneOrder" ADD CONSTRAINT "SceneOrder_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SceneOrder" ADD CONSTRAINT "SceneOrder_scenarioId_firstSceneId_fkey" FOREIGN KEY ("scenarioId", "firstSceneId") REFERENCES "Scene"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SceneOrder" ADD CONSTRAINT "SceneOrder_scenarioId_thenSceneId_fkey" FOREIGN KEY ("scenarioId", "thenSceneId") REFERENCES "Scene"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_productionId_personId_fkey" FOREIGN KEY ("productionId", "personId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_scenarioId_elementId_fkey" FOREIGN KEY ("scenarioId", "elementId") REFERENCES "Element"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_scenarioId_kitId_fkey" FOREIGN KEY ("scenarioId", "kitId") REFERENCES "Kit"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_scenarioId_moduleId_fkey" FOREIGN KEY ("scenarioId", "moduleId") REFERENCES "Module"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restoration" ADD CONSTRAINT "Restoration_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restoration" ADD CONSTRAINT "Restoration_scenarioId_sceneId_fkey" FOREIGN KEY ("scenarioId", "sceneId") REFERENCES "Scene"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restoration" ADD CONSTRAINT "Restoration_productionId_personId_fkey" FOREIGN KEY ("productionId", "personId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Restoration" ADD CONSTRAINT "Restoration_scenarioId_blockId_fkey" FOREIGN KEY ("scenarioId", "blockId") REFERENCES "CrewBlock"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_productionId_outgoingPersonId_fkey" FOREIGN KEY ("productionId", "outgoingPersonId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_productionId_incomingPersonId_fkey" FOREIGN KEY ("productionId", "incomingPersonId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedStrip" ADD CONSTRAINT "PublishedStrip_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedStrip" ADD CONSTRAINT "PublishedStrip_scenarioId_stripId_fkey" FOREIGN KEY ("scenarioId", "stripId") REFERENCES "Strip"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublishedStrip" ADD CONSTRAINT "PublishedStrip_scenarioId_moduleId_fkey" FOREIGN KEY ("scenarioId", "moduleId") REFERENCES "Module"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeRequest" ADD CONSTRAINT "ChangeRequest_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChangeRequest" ADD CONSTRAINT "ChangeRequest_scenarioId_stripId_fkey" FOREIGN KEY ("scenarioId", "stripId") REFERENCES "Strip"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnRule" ADD CONSTRAINT "OwnRule_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Waiver" ADD CONSTRAINT "Waiver_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

