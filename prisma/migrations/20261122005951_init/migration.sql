-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthSession" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuthSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthAccount" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMPTZ(3),
    "refreshTokenExpiresAt" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuthAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthVerification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AuthVerification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuthRateLimit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL,

    CONSTRAINT "AuthRateLimit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Production" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleLocal" TEXT NOT NULL,
    "company" TEXT NOT NULL,
    "homeZone" TEXT NOT NULL,
    "homeZoneLabel" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Production_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "userId" TEXT NOT NULL,
    "productionId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("userId","productionId")
);

-- CreateTable
CREATE TABLE "Scenario" (
    "id" TEXT NOT NULL,
    "productionId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "isCurrent" BOOLEAN NOT NULL DEFAULT false,
    "branchedFromId" TEXT,
    "branchedFromRevision" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Scenario_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edit" (
    "id" TEXT NOT NULL,
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT,
    "streamId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "clientId" TEXT NOT NULL,
    "baseRevision" INTEGER NOT NULL,
    "commandId" TEXT NOT NULL,
    "commandVersion" INTEGER NOT NULL,
    "input" JSONB NOT NULL,
    "patch" JSONB NOT NULL,
    "writeKeys" TEXT[],
    "readKeys" TEXT[],
    "description" TEXT NOT NULL,
    "authorId" TEXT,
    "authorName" TEXT NOT NULL,
    "undoesId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallSheet" (
    "id" TEXT NOT NULL,
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "dayId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "scenarioRevision" INTEGER NOT NULL,
    "model" JSONB NOT NULL,
    "pdf" BYTEA NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" TEXT,
    "publishedByName" TEXT NOT NULL,

    CONSTRAINT "CallSheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "productionId" TEXT,
    "productionTitle" TEXT NOT NULL,
    "userId" TEXT,
    "userName" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "description" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "productionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameLocal" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "agency" TEXT NOT NULL,
    "duties" TEXT NOT NULL,
    "heightCm" DOUBLE PRECISION,
    "sittingHeightCm" DOUBLE PRECISION,
    "massKg" DOUBLE PRECISION,
    "firstFlight" BOOLEAN NOT NULL,
    "isMedicalOfficer" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("productionId","id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "productionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "personId" TEXT,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("productionId","id")
);

-- CreateTable
CREATE TABLE "Role" (
    "productionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "nameLocal" TEXT NOT NULL,
    "personId" TEXT,
    "crewPlayed" BOOLEAN NOT NULL,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("productionId","id")
);

-- CreateTable
CREATE TABLE "Certificate" (
    "productionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "jobs" TEXT[],
    "moduleIds" TEXT[],
    "categories" TEXT[],
    "source" TEXT NOT NULL,

    CONSTRAINT "Certificate_pkey" PRIMARY KEY ("productionId","id")
);

-- CreateTable
CREATE TABLE "Holding" (
    "productionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "certificateId" TEXT NOT NULL,
    "validFrom" CHAR(10) NOT NULL,
    "validUntil" CHAR(10) NOT NULL,

    CONSTRAINT "Holding_pkey" PRIMARY KEY ("productionId","id")
);

-- CreateTable
CREATE TABLE "Course" (
    "productionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hours" DOUBLE PRECISION NOT NULL,
    "facility" TEXT NOT NULL,
    "certificateId" TEXT,
    "prerequisiteIds" TEXT[],
    "source" TEXT NOT NULL,

    CONSTRAINT "Course_pkey" PRIMARY KEY ("productionId","id")
);

-- CreateTable
CREATE TABLE "TrainingSession" (
    "productionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "courseId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "durationMin" INTEGER NOT NULL,
    "facility" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "TrainingSession_pkey" PRIMARY KEY ("productionId","id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "productionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "trainingSessionId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "result" TEXT NOT NULL,

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("productionId","id")
);

-- CreateTable
CREATE TABLE "ElementSet" (
    "productionId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "line1" TEXT NOT NULL,
    "line2" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "usedFrom" TIMESTAMPTZ(3),
    "usedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "ElementSet_pkey" PRIMARY KEY ("productionId","id")
);

-- CreateTable
CREATE TABLE "ShootWindow" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "ShootWindow_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "WindowClaim" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "windowId" TEXT NOT NULL,
    "edge" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "isUsed" BOOLEAN NOT NULL,

    CONSTRAINT "WindowClaim_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Flight" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ship" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "departsAt" TIMESTAMPTZ(3) NOT NULL,
    "arrivesAt" TIMESTAMPTZ(3) NOT NULL,
    "hatchAt" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Flight_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Seat" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "flightId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "linerMovedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "ShootDay" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "date" CHAR(10) NOT NULL,
    "wakesAt" TIMESTAMPTZ(3) NOT NULL,
    "sleepsAt" TIMESTAMPTZ(3) NOT NULL,
    "isClosed" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "ShootDay_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Banner" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "dayId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Banner_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Module" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "segment" TEXT NOT NULL,
    "lengthM" DOUBLE PRECISION,
    "diameterM" DOUBLE PRECISION,
    "pressurisedM3" DOUBLE PRECISION,
    "capacity" INTEGER NOT NULL,
    "noiseDba" DOUBLE PRECISION,
    "order" INTEGER NOT NULL,
    "isUsable" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Module_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Hatch" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "fromModuleId" TEXT NOT NULL,
    "toModuleId" TEXT NOT NULL,

    CONSTRAINT "Hatch_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Pane" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "moduleId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Pane_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Lamp" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "moduleId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "lux" DOUBLE PRECISION,
    "kelvin" DOUBLE PRECISION,
    "source" TEXT NOT NULL,

    CONSTRAINT "Lamp_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "StationEvent" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "durationMin" INTEGER NOT NULL,
    "marginBeforeMin" INTEGER NOT NULL,
    "marginAfterMin" INTEGER NOT NULL,
    "moduleIds" TEXT[],
    "personIds" TEXT[],
    "takesPanes" BOOLEAN NOT NULL,
    "takesAttitude" BOOLEAN NOT NULL,
    "takesQuiet" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "StationEvent_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Kit" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "massKg" DOUBLE PRECISION,
    "quantity" INTEGER NOT NULL,
    "aboardFrom" TIMESTAMPTZ(3),
    "source" TEXT NOT NULL,

    CONSTRAINT "Kit_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Scene" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "intExt" TEXT NOT NULL,
    "setName" TEXT NOT NULL,
    "moduleId" TEXT,
    "unit" TEXT NOT NULL,
    "scriptDayNight" TEXT NOT NULL,
    "scriptDay" TEXT NOT NULL,
    "eighths" INTEGER NOT NULL,
    "synopsis" TEXT NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Scene_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Element" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Element_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "SceneElement" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sceneId" TEXT NOT NULL,
    "elementId" TEXT NOT NULL,

    CONSTRAINT "SceneElement_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Strip" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sceneId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "parts" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3),
    "moduleId" TEXT,
    "rigMin" INTEGER NOT NULL,
    "shootMin" INTEGER NOT NULL,
    "strikeMin" INTEGER NOT NULL,
    "isPinned" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT NOT NULL,

    CONSTRAINT "Strip_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "SetUp" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "sceneId" TEXT NOT NULL,
    "stripId" TEXT,
    "label" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "takes" INTEGER NOT NULL,
    "takeMin" INTEGER NOT NULL,
    "resetMin" INTEGER NOT NULL,
    "light" TEXT NOT NULL,
    "paneId" TEXT,
    "movingCamera" BOOLEAN NOT NULL,
    "syncSound" BOOLEAN NOT NULL,
    "groundLink" BOOLEAN NOT NULL,
    "strenuous" BOOLEAN NOT NULL,
    "roleIds" TEXT[],
    "jobs" TEXT[],
    "isShot" BOOLEAN NOT NULL,

    CONSTRAINT "SetUp_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "stripId" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "CrewBlock" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "durationMin" INTEGER NOT NULL,
    "earliestAt" TIMESTAMPTZ(3),
    "latestAt" TIMESTAMPTZ(3),
    "moduleId" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "CrewBlock_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Allocation" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "date" CHAR(10) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Allocation_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "Consent" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "date" CHAR(10) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateTable
CREATE TABLE "RuleSetting" (
    "productionId" TEXT NOT NULL,
    "scenarioId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "isEnabled" BOOLEAN NOT NULL,
    "params" JSONB NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "RuleSetting_pkey" PRIMARY KEY ("scenarioId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "AuthSession_token_key" ON "AuthSession"("token");

-- CreateIndex
CREATE INDEX "AuthSession_userId_idx" ON "AuthSession"("userId");

-- CreateIndex
CREATE INDEX "AuthAccount_userId_idx" ON "AuthAccount"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "AuthAccount_providerId_accountId_key" ON "AuthAccount"("providerId", "accountId");

-- CreateIndex
CREATE INDEX "AuthVerification_identifier_idx" ON "AuthVerification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "AuthRateLimit_key_key" ON "AuthRateLimit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "Production_slug_key" ON "Production"("slug");

-- CreateIndex
CREATE INDEX "Membership_productionId_idx" ON "Membership"("productionId");

-- CreateIndex
CREATE INDEX "Scenario_branchedFromId_idx" ON "Scenario"("branchedFromId");

-- CreateIndex
CREATE UNIQUE INDEX "Scenario_productionId_name_key" ON "Scenario"("productionId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Scenario_productionId_id_key" ON "Scenario"("productionId", "id");

-- CreateIndex
CREATE INDEX "Edit_writeKeys_idx" ON "Edit" USING GIN ("writeKeys");

-- CreateIndex
CREATE INDEX "Edit_productionId_createdAt_idx" ON "Edit"("productionId", "createdAt");

-- CreateIndex
CREATE INDEX "Edit_scenarioId_idx" ON "Edit"("scenarioId");

-- CreateIndex
CREATE INDEX "Edit_authorId_idx" ON "Edit"("authorId");

-- CreateIndex
CREATE INDEX "Edit_undoesId_idx" ON "Edit"("undoesId");

-- CreateIndex
CREATE UNIQUE INDEX "Edit_streamId_revision_key" ON "Edit"("streamId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Edit_streamId_clientId_key" ON "Edit"("streamId", "clientId");

-- CreateIndex
CREATE INDEX "CallSheet_productionId_publishedAt_idx" ON "CallSheet"("productionId", "publishedAt");

-- CreateIndex
CREATE INDEX "CallSheet_publishedById_idx" ON "CallSheet"("publishedById");

-- CreateIndex
CREATE UNIQUE INDEX "CallSheet_scenarioId_dayId_revision_key" ON "CallSheet"("scenarioId", "dayId", "revision");

-- CreateIndex
CREATE INDEX "AuditEntry_productionId_at_idx" ON "AuditEntry"("productionId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_userId_idx" ON "AuditEntry"("userId");

-- CreateIndex
CREATE INDEX "Contact_productionId_personId_idx" ON "Contact"("productionId", "personId");

-- CreateIndex
CREATE INDEX "Role_productionId_personId_idx" ON "Role"("productionId", "personId");

-- CreateIndex
CREATE INDEX "Holding_productionId_personId_idx" ON "Holding"("productionId", "personId");

-- CreateIndex
CREATE INDEX "Holding_productionId_certificateId_idx" ON "Holding"("productionId", "certificateId");

-- CreateIndex
CREATE INDEX "Course_productionId_certificateId_idx" ON "Course"("productionId", "certificateId");

-- CreateIndex
CREATE INDEX "TrainingSession_productionId_startsAt_idx" ON "TrainingSession"("productionId", "startsAt");

-- CreateIndex
CREATE INDEX "TrainingSession_productionId_courseId_idx" ON "TrainingSession"("productionId", "courseId");

-- CreateIndex
CREATE INDEX "Attendance_productionId_trainingSessionId_idx" ON "Attendance"("productionId", "trainingSessionId");

-- CreateIndex
CREATE INDEX "Attendance_productionId_personId_idx" ON "Attendance"("productionId", "personId");

-- CreateIndex
CREATE INDEX "WindowClaim_scenarioId_windowId_idx" ON "WindowClaim"("scenarioId", "windowId");

-- CreateIndex
CREATE INDEX "Seat_scenarioId_flightId_idx" ON "Seat"("scenarioId", "flightId");

-- CreateIndex
CREATE INDEX "Seat_productionId_personId_idx" ON "Seat"("productionId", "personId");

-- CreateIndex
CREATE INDEX "Banner_scenarioId_dayId_idx" ON "Banner"("scenarioId", "dayId");

-- CreateIndex
CREATE INDEX "Hatch_scenarioId_fromModuleId_idx" ON "Hatch"("scenarioId", "fromModuleId");

-- CreateIndex
CREATE INDEX "Hatch_scenarioId_toModuleId_idx" ON "Hatch"("scenarioId", "toModuleId");

-- CreateIndex
CREATE INDEX "Pane_scenarioId_moduleId_idx" ON "Pane"("scenarioId", "moduleId");

-- CreateIndex
CREATE INDEX "Lamp_scenarioId_moduleId_idx" ON "Lamp"("scenarioId", "moduleId");

-- CreateIndex
CREATE INDEX "StationEvent_scenarioId_startsAt_idx" ON "StationEvent"("scenarioId", "startsAt");

-- CreateIndex
CREATE INDEX "Scene_scenarioId_moduleId_idx" ON "Scene"("scenarioId", "moduleId");

-- CreateIndex
CREATE INDEX "SceneElement_scenarioId_sceneId_idx" ON "SceneElement"("scenarioId", "sceneId");

-- CreateIndex
CREATE INDEX "SceneElement_scenarioId_elementId_idx" ON "SceneElement"("scenarioId", "elementId");

-- CreateIndex
CREATE INDEX "Strip_scenarioId_startsAt_idx" ON "Strip"("scenarioId", "startsAt");

-- CreateIndex
CREATE INDEX "Strip_scenarioId_sceneId_idx" ON "Strip"("scenarioId", "sceneId");

-- CreateIndex
CREATE INDEX "Strip_scenarioId_moduleId_idx" ON "Strip"("scenarioId", "moduleId");

-- CreateIndex
CREATE INDEX "SetUp_scenarioId_sceneId_idx" ON "SetUp"("scenarioId", "sceneId");

-- CreateIndex
CREATE INDEX "SetUp_scenarioId_stripId_idx" ON "SetUp"("scenarioId", "stripId");

-- CreateIndex
CREATE INDEX "SetUp_scenarioId_paneId_idx" ON "SetUp"("scenarioId", "paneId");

-- CreateIndex
CREATE INDEX "Assignment_scenarioId_stripId_idx" ON "Assignment"("scenarioId", "stripId");

-- CreateIndex
CREATE INDEX "Assignment_productionId_personId_idx" ON "Assignment"("productionId", "personId");

-- CreateIndex
CREATE INDEX "CrewBlock_scenarioId_startsAt_idx" ON "CrewBlock"("scenarioId", "startsAt");

-- CreateIndex
CREATE INDEX "CrewBlock_productionId_personId_idx" ON "CrewBlock"("productionId", "personId");

-- CreateIndex
CREATE INDEX "CrewBlock_scenarioId_moduleId_idx" ON "CrewBlock"("scenarioId", "moduleId");

-- CreateIndex
CREATE INDEX "Allocation_productionId_personId_idx" ON "Allocation"("productionId", "personId");

-- CreateIndex
CREATE INDEX "Consent_productionId_personId_idx" ON "Consent"("productionId", "personId");

-- AddForeignKey
ALTER TABLE "AuthSession" ADD CONSTRAINT "AuthSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuthAccount" ADD CONSTRAINT "AuthAccount_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scenario" ADD CONSTRAINT "Scenario_branchedFromId_fkey" FOREIGN KEY ("branchedFromId") REFERENCES "Scenario"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edit" ADD CONSTRAINT "Edit_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edit" ADD CONSTRAINT "Edit_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edit" ADD CONSTRAINT "Edit_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edit" ADD CONSTRAINT "Edit_undoesId_fkey" FOREIGN KEY ("undoesId") REFERENCES "Edit"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallSheet" ADD CONSTRAINT "CallSheet_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallSheet" ADD CONSTRAINT "CallSheet_scenarioId_fkey" FOREIGN KEY ("scenarioId") REFERENCES "Scenario"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallSheet" ADD CONSTRAINT "CallSheet_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_productionId_personId_fkey" FOREIGN KEY ("productionId", "personId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_productionId_personId_fkey" FOREIGN KEY ("productionId", "personId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Certificate" ADD CONSTRAINT "Certificate_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_productionId_personId_fkey" FOREIGN KEY ("productionId", "personId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Holding" ADD CONSTRAINT "Holding_productionId_certificateId_fkey" FOREIGN KEY ("productionId", "certificateId") REFERENCES "Certificate"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Course" ADD CONSTRAINT "Course_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Course" ADD CONSTRAINT "Course_productionId_certificateId_fkey" FOREIGN KEY ("productionId", "certificateId") REFERENCES "Certificate"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingSession" ADD CONSTRAINT "TrainingSession_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingSession" ADD CONSTRAINT "TrainingSession_productionId_courseId_fkey" FOREIGN KEY ("productionId", "courseId") REFERENCES "Course"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_productionId_trainingSessionId_fkey" FOREIGN KEY ("productionId", "trainingSessionId") REFERENCES "TrainingSession"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_productionId_personId_fkey" FOREIGN KEY ("productionId", "personId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ElementSet" ADD CONSTRAINT "ElementSet_productionId_fkey" FOREIGN KEY ("productionId") REFERENCES "Production"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShootWindow" ADD CONSTRAINT "ShootWindow_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WindowClaim" ADD CONSTRAINT "WindowClaim_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WindowClaim" ADD CONSTRAINT "WindowClaim_scenarioId_windowId_fkey" FOREIGN KEY ("scenarioId", "windowId") REFERENCES "ShootWindow"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flight" ADD CONSTRAINT "Flight_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_scenarioId_flightId_fkey" FOREIGN KEY ("scenarioId", "flightId") REFERENCES "Flight"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_productionId_personId_fkey" FOREIGN KEY ("productionId", "personId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ShootDay" ADD CONSTRAINT "ShootDay_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Banner" ADD CONSTRAINT "Banner_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Banner" ADD CONSTRAINT "Banner_scenarioId_dayId_fkey" FOREIGN KEY ("scenarioId", "dayId") REFERENCES "ShootDay"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Module" ADD CONSTRAINT "Module_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hatch" ADD CONSTRAINT "Hatch_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hatch" ADD CONSTRAINT "Hatch_scenarioId_fromModuleId_fkey" FOREIGN KEY ("scenarioId", "fromModuleId") REFERENCES "Module"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hatch" ADD CONSTRAINT "Hatch_scenarioId_toModuleId_fkey" FOREIGN KEY ("scenarioId", "toModuleId") REFERENCES "Module"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pane" ADD CONSTRAINT "Pane_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Pane" ADD CONSTRAINT "Pane_scenarioId_moduleId_fkey" FOREIGN KEY ("scenarioId", "moduleId") REFERENCES "Module"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lamp" ADD CONSTRAINT "Lamp_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lamp" ADD CONSTRAINT "Lamp_scenarioId_moduleId_fkey" FOREIGN KEY ("scenarioId", "moduleId") REFERENCES "Module"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StationEvent" ADD CONSTRAINT "StationEvent_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Kit" ADD CONSTRAINT "Kit_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scene" ADD CONSTRAINT "Scene_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scene" ADD CONSTRAINT "Scene_scenarioId_moduleId_fkey" FOREIGN KEY ("scenarioId", "moduleId") REFERENCES "Module"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Element" ADD CONSTRAINT "Element_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SceneElement" ADD CONSTRAINT "SceneElement_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SceneElement" ADD CONSTRAINT "SceneElement_scenarioId_sceneId_fkey" FOREIGN KEY ("scenarioId", "sceneId") REFERENCES "Scene"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SceneElement" ADD CONSTRAINT "SceneElement_scenarioId_elementId_fkey" FOREIGN KEY ("scenarioId", "elementId") REFERENCES "Element"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strip" ADD CONSTRAINT "Strip_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strip" ADD CONSTRAINT "Strip_scenarioId_sceneId_fkey" FOREIGN KEY ("scenarioId", "sceneId") REFERENCES "Scene"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Strip" ADD CONSTRAINT "Strip_scenarioId_moduleId_fkey" FOREIGN KEY ("scenarioId", "moduleId") REFERENCES "Module"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetUp" ADD CONSTRAINT "SetUp_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetUp" ADD CONSTRAINT "SetUp_scenarioId_sceneId_fkey" FOREIGN KEY ("scenarioId", "sceneId") REFERENCES "Scene"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetUp" ADD CONSTRAINT "SetUp_scenarioId_stripId_fkey" FOREIGN KEY ("scenarioId", "stripId") REFERENCES "Strip"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SetUp" ADD CONSTRAINT "SetUp_scenarioId_paneId_fkey" FOREIGN KEY ("scenarioId", "paneId") REFERENCES "Pane"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_scenarioId_stripId_fkey" FOREIGN KEY ("scenarioId", "stripId") REFERENCES "Strip"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_productionId_personId_fkey" FOREIGN KEY ("productionId", "personId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CrewBlock" ADD CONSTRAINT "CrewBlock_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CrewBlock" ADD CONSTRAINT "CrewBlock_productionId_personId_fkey" FOREIGN KEY ("productionId", "personId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CrewBlock" ADD CONSTRAINT "CrewBlock_scenarioId_moduleId_fkey" FOREIGN KEY ("scenarioId", "moduleId") REFERENCES "Module"("scenarioId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_productionId_personId_fkey" FOREIGN KEY ("productionId", "personId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_productionId_personId_fkey" FOREIGN KEY ("productionId", "personId") REFERENCES "Person"("productionId", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleSetting" ADD CONSTRAINT "RuleSetting_productionId_scenarioId_fkey" FOREIGN KEY ("productionId", "scenarioId") REFERENCES "Scenario"("productionId", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- A production has one current scenario at most. Prisma cannot say "where", and does not see such an index.
CREATE UNIQUE INDEX "Scenario_one_current" ON "Scenario"("productionId") WHERE "isCurrent";
