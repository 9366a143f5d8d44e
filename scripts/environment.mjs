// What Perigee's processes agree on, worked out in one place for the web server, the command line and the tests:
//   PERIGEE_HOME    what this checkout keeps (default: .perigee in it)
//   DATABASE_URL    the database; set it to use a PostgreSQL server of your own, else the embedded one is started
//   PERIGEE_SECRET  signs sessions; kept in PERIGEE_HOME/secret unless set
//   PERIGEE_URL     the address people type, which links start with (default: http://localhost and PORT; without
//                   one, the address of the server that runs from the same PERIGEE_HOME, or port 3000)
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isAlive } from "./lock.mjs";

export const root = resolve(import.meta.dirname, "..");
export const home = () => resolve(root, process.env.PERIGEE_HOME || ".perigee");
export const migrationsFolder = join(root, "prisma", "migrations");

/** Sets PERIGEE_SECRET. A new home gets a new one; the file stays, so that sessions survive a restart. */
export function ensureSecret() {
  if (process.env.PERIGEE_SECRET) return;
  const file = join(home(), "secret");
  mkdirSync(home(), { recursive: true, mode: 0o755 });
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      if (error.code !== "EEXIST") throw error; // another start was first: take its secret
    }
  }
  process.env.PERIGEE_SECRET = readFileSync(file, "utf8").trim();
}

const addressFile = () => join(home(), "address.json");

/** Tells others of this home where this process serves, for as long as it does. */
export function keepAddress(url) {
  mkdirSync(home(), { recursive: true, mode: 0o755 });
  writeFileSync(addressFile(), JSON.stringify({ url, pid: process.pid }));
  process.on("exit", () => rmSync(addressFile(), { force: true }));
}

function keptAddress() {
  try {
    const { url, pid } = JSON.parse(readFileSync(addressFile(), "utf8"));
    return isAlive(pid) ? url : null;
  } catch {
    return null; // nobody serves from here, or nobody has said so
  }
}

/** Where Perigee is reached, as far as it is known here. */
export function knownAddress() {
  const { PERIGEE_URL, PORT } = process.env;
  return PERIGEE_URL || (PORT ? `http://localhost:${PORT}` : (keptAddress() ?? "http://localhost:3000"));
}

/**
 * Sets DATABASE_URL and what belongs to it, starting the embedded PostgreSQL where none is set.
 * @returns {Promise<{ embedded: boolean, started: boolean, data?: string }>}
 */
export async function ensureDatabase() {
  ensureSecret();
  process.env.PERIGEE_URL = knownAddress();
  if (process.env.DATABASE_URL) return { embedded: false, started: false };
  const { startLocalDatabase } = await import("./local-database.mjs");
  const { url, data, started } = await startLocalDatabase(home());
  process.env.DATABASE_URL = url;
  return { embedded: true, started, data };
}

/**
 * For the command line: a database with every migration. The embedded one is brought up to date by itself;
 * a server of your own is changed by `npm start` or `npm run db:migrate` only.
 */
export async function ensureMigratedDatabase() {
  const { embedded } = await ensureDatabase();
  const { migrate, pendingMigrations } = await import("./migrate.mjs");
  const pending = await pendingMigrations(process.env.DATABASE_URL, migrationsFolder);
  if (pending.length === 0) return;
  if (!embedded) {
    throw new Error(`The database lacks ${pending.join(", ")}. Bring it up to date: npm run db:migrate`);
  }
  await migrate(process.env.DATABASE_URL, migrationsFolder);
}

/** A database address that may be shown: without its password. */
export const withoutPassword = (url) => url.replace(/:[^:@/]+@/, ":***@");
