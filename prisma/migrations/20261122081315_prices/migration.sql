-- AlterTable
ALTER TABLE "Solve" ADD COLUMN     "prices" JSON;

