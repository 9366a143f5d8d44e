-- AlterTable
ALTER TABLE "Solve" ADD COLUMN     "adoptionIds" TEXT[] DEFAULT ARRAY[]::TEXT[];
