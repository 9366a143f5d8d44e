import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "../generated/prisma/client.ts";

export type Database = PrismaClient;
export type Transaction = Prisma.TransactionClient;

/** Kept on globalThis: pages and route handlers have module state of their own, and a connection pool is wanted once. */
const kept = globalThis as typeof globalThis & {
  perigeeDatabase?: { readonly url: string; readonly client: PrismaClient } | undefined;
};

/**
 * The database that DATABASE_URL names.
 * @throws Error when it is not set: a script that starts Perigee sets it.
 */
export function database(): Database {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set. Start Perigee by its scripts, or set it yourself.");
  if (kept.perigeeDatabase?.url !== url) {
    // The adapter drops the zone of what it reads, so that the session must be in UTC whatever the server's habit.
    const adapter = new PrismaPg({ connectionString: url, options: "-c TimeZone=UTC", max: 10 });
    kept.perigeeDatabase = { url, client: new PrismaClient({ adapter }) };
  }
  return kept.perigeeDatabase.client;
}

/** Ends the connections: a command that is done would wait for them. */
export async function closeDatabase(): Promise<void> {
  await kept.perigeeDatabase?.client.$disconnect();
  kept.perigeeDatabase = undefined;
}

/** Long enough to queue behind others for the same plan, and to write a large one. */
const PATIENCE = { maxWait: 15_000, timeout: 60_000 };

export const transaction = <T>(
  run: (tx: Transaction) => Promise<T>,
  options: { readonly isolationLevel?: Prisma.TransactionIsolationLevel } = {},
): Promise<T> => database().$transaction(run, { ...PATIENCE, ...options });
