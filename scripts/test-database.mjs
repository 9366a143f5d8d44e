// The tests' own PostgreSQL: a throwaway server in a folder of its own, with a template database migrated once.
// TEST_DATABASE_URL uses a server you name instead; its user must be allowed to create databases.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { migrationsFolder, root } from "./environment.mjs";
import { migrate, readMigrations } from "./migrate.mjs";

const folder = join(root, ".perigee", "test");

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A run that was killed left its server: folders are named after the process that made them. */
async function removeAbandoned(removeLocalDatabase) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (isAlive(Number(name))) continue;
    await removeLocalDatabase(join(folder, name));
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** @returns {Promise<{ url: string, stop: () => Promise<void> }>} the maintenance database of a server for tests */
async function startServer() {
  const named = process.env.TEST_DATABASE_URL;
  if (named) return { url: named, stop: async () => {} };
  const { removeLocalDatabase, startLocalDatabase } = await import("./local-database.mjs");
  await removeAbandoned(removeLocalDatabase);
  const home = join(folder, String(process.pid));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const { url } = await startLocalDatabase(home, { database: "perigee_tests", throwaway: true });
  const stop = async () => {
    await removeLocalDatabase(home);
    rmSync(home, { recursive: true, force: true });
  };
  return { url, stop };
}

/** The same server, another database. */
export const onDatabase = (url, database) => Object.assign(new URL(url), { pathname: `/${database}` }).href;

/** Makes the template unless a run with the same migrations has: a database is copied from it in a tenth of a second. */
async function ensureTemplate(url) {
  const digest = createHash("sha256");
  for (const { checksum } of readMigrations(migrationsFolder)) digest.update(checksum);
  // The job queue brings tables of its own, which follow from its version.
  digest.update(readFileSync(join(root, "node_modules", "graphile-worker", "package.json")));
  const name = `perigee_template_${digest.digest("hex").slice(0, 12)}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount > 0) return name;
    const fresh = `${name}_${process.pid}`;
    await admin.query(`CREATE DATABASE ${fresh}`);
    await migrate(onDatabase(url, fresh), migrationsFolder);
    await admin.query(`ALTER DATABASE ${fresh} RENAME TO ${name}`);
    return name;
  } finally {
    await admin.end();
  }
}

/**
 * Sets PERIGEE_TEST_SERVER and PERIGEE_TEST_TEMPLATE, which scripts/testing-database.ts reads in the tests' processes.
 * Within `npm test` they are set already, and one server does for all parts.
 */
export async function startTestDatabase() {
  delete process.env.DATABASE_URL; // whatever it names, tests keep out of it
  if (process.env.PERIGEE_TEST_SERVER) return async () => {};
  const { url, stop } = await startServer();
  try {
    process.env.PERIGEE_TEST_TEMPLATE = await ensureTemplate(url);
    process.env.PERIGEE_TEST_SERVER = url;
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
