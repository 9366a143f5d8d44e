// Applies prisma/migrations when Perigee starts: the same table, checksums and lock as `prisma migrate deploy`,
// without the Prisma CLI. Each migration is one transaction, so a failed one leaves nothing behind.
// The job queue's own tables (schema graphile_worker) are brought up to date under the same lock.
// Cannot do: CREATE INDEX CONCURRENTLY, or using an enum value in the migration that adds it.
import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import pg from "pg";

/** The advisory lock `prisma migrate` itself takes: simultaneous starts queue here. */
const PRISMA_LOCK = 72707369;

const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/**
 * @param {string} folder prisma/migrations
 * @returns {{ name: string, sql: string, checksum: string }[]} oldest first
 */
export function readMigrations(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/**
 * @param {pg.Client} db
 * @param {ReturnType<typeof readMigrations>} migrations
 * @returns {Promise<Set<string>>} names already applied, after refusing every history that does not fit the folder
 */
async function appliedNames(db, migrations) {
  const { rows } = await db.query(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  for (const { migration_name: name, checksum, finished_at: finished } of rows) {
    const known = migrations.find((migration) => migration.name === name);
    if (!finished)
      throw new Error(`migration ${name} failed earlier: resolve it first (npx prisma migrate resolve)`);
    if (!known) throw new Error(`the database is newer than this program: it has had migration ${name}`);
    if (known.checksum !== checksum) throw new Error(`migration ${name} was edited after it was applied`);
  }
  return new Set(rows.map((row) => row.migration_name));
}

async function apply(db, { name, sql, checksum }) {
  await db.query("BEGIN");
  try {
    await db.query(sql);
    await db.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await db.query("COMMIT");
  } catch (error) {
    await db.query("ROLLBACK");
    throw new Error(`migration ${name} failed and changed nothing: ${error.message}`, { cause: error });
  }
}

/**
 * @param {string} connectionString
 * @param {string} folder prisma/migrations
 * @returns {Promise<string[]>} the names not applied yet
 */
export async function pendingMigrations(connectionString, folder) {
  const migrations = readMigrations(folder);
  const db = new pg.Client({ connectionString });
  await db.connect();
  try {
    const { rows } = await db.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known");
    const applied = rows[0].known ? await appliedNames(db, migrations) : new Set();
    return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
  } finally {
    await db.end();
  }
}

/**
 * @param {string} connectionString
 * @param {string} folder prisma/migrations
 * @returns {Promise<string[]>} the names applied now
 */
export async function migrate(connectionString, folder) {
  const migrations = readMigrations(folder);
  const db = new pg.Client({ connectionString });
  await db.connect();
  try {
    await db.query(`SELECT pg_advisory_lock(${PRISMA_LOCK})`);
    await db.query(CREATE_TABLE);
    const applied = await appliedNames(db, migrations);
    const pending = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of pending) await apply(db, migration);
    await runMigrations({ connectionString });
    return pending.map(({ name }) => name);
  } finally {
    await db.end();
  }
}
