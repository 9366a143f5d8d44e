-- AlterTable
ALTER TABLE "Edit" ADD COLUMN     "through" TEXT NOT NULL DEFAULT 'hand';

-- What is known of the edits before.
UPDATE "Edit" SET "through" = 'undo' WHERE "undoesId" IS NOT NULL;
UPDATE "Edit" SET "through" = 'proposal' WHERE "id" IN (SELECT unnest("adoptionIds") FROM "Solve");
