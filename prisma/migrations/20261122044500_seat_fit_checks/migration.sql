-- AlterTable
ALTER TABLE "Seat" ADD COLUMN     "isFitChecked" BOOLEAN NOT NULL DEFAULT false;
