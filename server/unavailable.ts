import { Prisma } from "./generated/prisma/client.ts";

/** Prisma's codes for a database that cannot be reached, is too busy or went away. */
const CODES = new Set([
  "P1000",
  "P1001",
  "P1002",
  "P1003",
  "P1008",
  "P1010",
  "P1011",
  "P1017",
  "P2024",
  "P2028",
  "P2037",
]);
const NETWORK =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|Connection terminated|server closed the connection|terminating connection|the database system is|not currently accepting connections/i;

/** Is this error the database's absence, and not our mistake? */
export function isDatabaseDown(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError && CODES.has(error.code)) return true;
  if (!(error instanceof Error)) return false;
  // The adapter's own error, which says more, is kept in the meta of Prisma's.
  const adapters = (error as { meta?: { driverAdapterError?: unknown } }).meta?.driverAdapterError;
  return (
    NETWORK.test(`${error.message} ${"code" in error ? error.code : ""}`) ||
    isDatabaseDown(error.cause) ||
    isDatabaseDown(adapters)
  );
}
