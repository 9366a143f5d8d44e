// npm run db -- start | stop | status | url | migrate: the embedded database, by hand.
// `npm start` starts it by itself and leaves it running when somebody else still uses it; `stop` ends it.
import { ensureDatabase, home, migrationsFolder, withoutPassword } from "./environment.mjs";
import { localDatabaseStatus, stopLocalDatabase } from "./local-database.mjs";

const verbs = {
  async start() {
    const { embedded, started, data } = await ensureDatabase();
    if (!embedded)
      return `DATABASE_URL is set (${withoutPassword(process.env.DATABASE_URL)}): nothing to start.`;
    return `PostgreSQL ${started ? "started" : "was running already"}, data in ${data}`;
  },
  async stop() {
    return (await stopLocalDatabase(home())) ? "PostgreSQL stopped." : "PostgreSQL was not running.";
  },
  async status() {
    const status = await localDatabaseStatus(home());
    if (!status) return "PostgreSQL is not running.";
    return `PostgreSQL runs on 127.0.0.1:${status.port}, ${status.connections} connections, data in ${status.data}`;
  },
  /** With its password: for psql and the like. */
  async url() {
    await ensureDatabase();
    return process.env.DATABASE_URL;
  },
  async migrate() {
    await ensureDatabase();
    const { migrate } = await import("./migrate.mjs");
    const applied = await migrate(process.env.DATABASE_URL, migrationsFolder);
    return applied.length > 0 ? `Applied ${applied.join(", ")}` : "The database is up to date.";
  },
};

const run = verbs[process.argv[2] ?? "status"];
if (!run) {
  console.error(`Use: npm run db -- ${Object.keys(verbs).join(" | ")}`);
  process.exitCode = 2;
} else {
  try {
    console.log(await run());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
