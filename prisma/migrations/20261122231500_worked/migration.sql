-- AlterTable
ALTER TABLE "Solve" ADD COLUMN     "worked" JSON;
