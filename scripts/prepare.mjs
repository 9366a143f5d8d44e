// What has to be true before Perigee serves: packages, database, its client, migrations, and a production to look at.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureInstalled } from "./install.mjs";
import { step } from "./steps.mjs";

const root = join(import.meta.dirname, "..");
const NOTHING_CHANGED = "Nothing was changed; your data is as it was.";

/** Whether a production is in the database. Null: there is no such table (yet), so nothing to seed either. */
async function hasProduction(url) {
  const { default: pg } = await import("pg");
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    const { rows } = await db.query(`SELECT to_regclass('"Production"') IS NOT NULL AS known`);
    if (!rows[0].known) return null;
    const found = await db.query('SELECT 1 FROM "Production" LIMIT 1');
    return found.rowCount > 0;
  } finally {
    await db.end();
  }
}

/**
 * A new database gets the sample; PERIGEE_SAMPLE=no keeps it empty.
 * @returns {Promise<string | null>} what the command line says of it: its producer and their password, told only once
 */
async function seedSample() {
  const { runNode } = await import("./processes.mjs");
  if (process.env.PERIGEE_SAMPLE === "no" || !existsSync(join(root, "cli", "index.ts"))) return null;
  if ((await hasProduction(process.env.DATABASE_URL)) !== false) return null;
  const { status, output } = await runNode(join(root, "cli", "bin.mjs"), ["seed", "the-challenge"], {
    cwd: root,
  });
  if (status !== 0) throw new Error(`the sample production could not be written.\n${output.trim()}`);
  return output.trim();
}

/** @type {{ embedded: boolean, started: boolean }} */
let database = { embedded: false, started: false };

/**
 * Runs every step, printing those that had something to do.
 * @param {{ sample?: boolean }} [options] `sample` false: a process beside the web server leaves the sample to that
 */
export async function prepare({ sample = true } = {}) {
  await ensureInstalled();
  // These need packages, so they are loaded only now.
  const { ensureDatabase, migrationsFolder, withoutPassword } = await import("./environment.mjs");
  const { ensurePrismaClient } = await import("./generate.mjs");
  const { migrate } = await import("./migrate.mjs");

  database = await step("Database", ensureDatabase, {
    say: ({ embedded, started, data }) =>
      embedded
        ? `PostgreSQL ${started ? "started" : "was running"}, data in ${data}`
        : `using ${withoutPassword(process.env.DATABASE_URL)}`,
    busy: "waiting for PostgreSQL",
    safe: NOTHING_CHANGED,
    todo: "Or set DATABASE_URL to a PostgreSQL server (15 or newer) of your own.",
  });
  await step("Client", ensurePrismaClient, {
    say: (made) => (made ? "database client generated" : null),
    safe: NOTHING_CHANGED,
  });
  await step("Migrations", () => migrate(process.env.DATABASE_URL, migrationsFolder), {
    say: (applied) => (applied.length > 0 ? `applied ${applied.join(", ")}` : null),
    busy: "still migrating, or waiting for another start that is",
    safe: "Each migration is applied whole or not at all.",
    todo: "Is DATABASE_URL right and the server reachable? Then run the same command again.",
  });
  if (!sample) return;
  await step("Sample", seedSample, {
    say: (told) => told,
    busy: "still writing the sample",
    safe: "The database is migrated; other productions are untouched.",
    todo: "Start without the sample: PERIGEE_SAMPLE=no npm start",
  });
}

/** The embedded database ends with the start that started it, unless somebody else still uses it. */
export async function stopDatabase() {
  if (!database.embedded) return;
  if (!database.started) {
    console.log("Database   left running, as it was before; npm run db -- stop ends it");
    return;
  }
  const { home } = await import("./environment.mjs");
  const { localDatabaseStatus, stopLocalDatabase } = await import("./local-database.mjs");
  let status = await localDatabaseStatus(home());
  for (let tries = 0; status?.connections > 0 && tries < 5; tries += 1) {
    await sleep(100); // PostgreSQL may not have noticed yet that the web server is gone
    status = await localDatabaseStatus(home());
  }
  if (!status) return;
  if (status.connections > 0) {
    console.log(
      `Database   left running for its ${status.connections} other connections; npm run db -- stop ends it`,
    );
    return;
  }
  await stopLocalDatabase(home());
  console.log("Database   stopped");
}
