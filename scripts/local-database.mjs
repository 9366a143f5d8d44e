// The embedded PostgreSQL: one server per home, a daemon that the web server, the command line and the tests share.
// pg_ctl starts it once, everybody connects. The connection is the truth, not postmaster.pid: after a crash the pid
// file may still name a dying process, or by now somebody else's.
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, isAbsolute, join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { withLock } from "./lock.mjs";
import { account, binaries, dataFolder, runAs } from "./postgres-place.mjs";

const START_TIMEOUT_MS = 60_000;
/** Right for a database that is thrown away: several times quicker, and a crash may lose it. */
const THROWAWAY = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** pg.json keeps what only we know: where the data lies, its port and password. */
function readRecord(home) {
  const file = join(home, "pg.json");
  if (!existsSync(file)) return null;
  const record = JSON.parse(readFileSync(file, "utf8"));
  return { ...record, data: isAbsolute(record.data) ? record.data : join(home, record.data) };
}

function writeRecord(home, { data, ...rest }) {
  // Kept relative inside the home, so that a checkout can be moved.
  const inside = relative(home, data);
  const kept = inside.startsWith("..") ? data : inside;
  writeFileSync(join(home, "pg.json"), `${JSON.stringify({ data: kept, ...rest })}\n`, { mode: 0o600 });
}

/** Makes the cluster beside its final place and renames it when whole: a start that was killed leaves nothing half made. */
async function create(home, owner, throwaway) {
  const data = dataFolder(home, owner);
  const fresh = `${data}.new`;
  const passwordFile = `${fresh}.password`;
  if (existsSync(data)) {
    throw new Error(
      `${data} holds a database, but ${join(home, "pg.json")} with its password is gone. Put it back, or move the folder away to start empty.`,
    );
  }
  const record = { data, port: await freePort(), password: randomBytes(24).toString("base64url") };
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, record.password, { mode: 0o600, flag: "wx" });
  if (owner.uid !== undefined) {
    for (const path of [fresh, passwordFile]) chownSync(path, owner.uid, owner.gid);
  }
  // The built-in locale sorts and folds the same on every operating system.
  const result = runAs(owner, join(binaries(owner).folder, "bin", "initdb"), [
    ...["-D", fresh, "-U", "perigee", "-A", "scram-sha-256", `--pwfile=${passwordFile}`],
    ...["-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ...(throwaway ? ["--no-sync"] : []),
  ]);
  rmSync(passwordFile, { force: true });
  if (result.status !== 0)
    throw new Error(`PostgreSQL could not make a database in ${fresh}: ${result.stderr}`);
  writeRecord(home, record);
  renameSync(fresh, data);
  return record;
}

const urlOf = ({ port, password }, database) =>
  `postgresql://perigee:${password}@127.0.0.1:${port}/${database}`;

/** Connects, and makes sure it is our server: another checkout's may have taken the port since. */
async function connect(record) {
  const client = new pg.Client({
    connectionString: urlOf(record, "postgres"),
    connectionTimeoutMillis: 5000,
  });
  client.on("error", () => {}); // a server that goes away under us is noticed by the next query
  await client.connect();
  const { rows } = await client.query("SHOW data_directory");
  if (realpathSync(rows[0].data_directory) === realpathSync(record.data)) return client;
  await client.end();
  throw new Error("the port belongs to another database");
}

/** After a crash and a restart of the machine the pid file can name a process that has nothing to do with us. */
function removeForeignPidFile(data) {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const pid = readFileSync(file, "utf8").split("\n")[0];
  const proc = `/proc/${pid}/cmdline`;
  if (!existsSync(proc)) return; // gone, or not Linux: PostgreSQL decides by itself
  if (!readFileSync(proc, "utf8").includes(data)) rmSync(file);
}

/** @returns {Promise<pg.Client>} connected to the maintenance database */
async function start(home, record, owner, settings) {
  const { folder } = binaries(owner);
  const log = join(record.data, "server.log");
  let current = record;
  let taken = "";
  for (const until = Date.now() + START_TIMEOUT_MS; Date.now() < until; ) {
    removeForeignPidFile(record.data);
    const options = [`-p ${current.port}`, "-c listen_addresses=127.0.0.1", "-c unix_socket_directories=''"];
    for (const setting of ["timezone=UTC", "log_timezone=UTC", ...settings]) options.push(`-c ${setting}`);
    runAs(
      owner,
      join(folder, "bin", "pg_ctl"),
      ["-D", record.data, "-w", "-t", "30", "-l", log, "-o", options.join(" "), "start"],
      {
        stdio: "ignore", // the daemon would keep our pipes open
      },
    );
    const client = await connect(current).catch((error) => {
      taken = error.message;
      return null;
    });
    if (client) return client;
    if (!existsSync(join(record.data, "postmaster.pid"))) {
      // Nothing is running: perhaps the port is taken by another program. Try the next one.
      current = { ...record, port: await freePort() };
      writeRecord(home, current);
    }
    await sleep(200);
  }
  throw new Error(`PostgreSQL did not start within ${START_TIMEOUT_MS / 1000} s (${taken}); its log: ${log}`);
}

async function createDatabase(admin, name) {
  const { rowCount } = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (rowCount > 0) return;
  await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
}

/**
 * Starts the server of a home unless it runs already, and makes the database unless it exists.
 * @param {string} home
 * @param {{ database?: string, throwaway?: boolean }} [options]
 * @returns {Promise<{ url: string, data: string, started: boolean }>} `started`: it did not run before
 */
export async function startLocalDatabase(home, { database = "perigee", throwaway = false } = {}) {
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const here = realpathSync(home);
  return withLock(join(here, "pg.lock"), async () => {
    const owner = account();
    const record = readRecord(here) ?? (await create(here, owner, throwaway));
    const { data } = record;
    // Killed between the two last steps of making it: the record is written only for a whole cluster.
    if (!existsSync(data) && existsSync(`${data}.new`)) renameSync(`${data}.new`, data);
    if (!existsSync(data)) {
      throw new Error(
        `The database folder ${data} is gone. Put it back, or remove ${join(here, "pg.json")} to start with an empty one.`,
      );
    }
    const running = await connect(record).catch(() => null);
    const admin = running ?? (await start(here, record, owner, throwaway ? THROWAWAY : []));
    await createDatabase(admin, database).finally(() => admin.end());
    return { url: urlOf(readRecord(here), database), data, started: running === null };
  });
}

/**
 * @param {string} home
 * @returns {Promise<{ data: string, port: number, connections: number } | null>} null: not running
 */
export async function localDatabaseStatus(home) {
  const record = existsSync(home) ? readRecord(realpathSync(home)) : null;
  const client = record && (await connect(record).catch(() => null));
  if (!client) return null;
  const { rows } = await client.query(
    "SELECT count(*)::int AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
  );
  await client.end();
  return { data: record.data, port: record.port, connections: rows[0].n };
}

/** Stops the server of a home; those still connected are told so by PostgreSQL. */
export async function stopLocalDatabase(home) {
  const status = await localDatabaseStatus(home);
  if (!status) return false;
  const owner = account();
  const pgCtl = join(binaries(owner).folder, "bin", "pg_ctl");
  const result = runAs(owner, pgCtl, ["-D", status.data, "-m", "fast", "-w", "stop"], { stdio: "ignore" });
  if (result.status !== 0)
    throw new Error(`PostgreSQL did not stop; its log: ${join(status.data, "server.log")}`);
  return true;
}

/** Stops the server and deletes everything in it: for tests, which make their own. */
export async function removeLocalDatabase(home) {
  if (!existsSync(home)) return;
  const here = realpathSync(home);
  const record = readRecord(here);
  await stopLocalDatabase(here);
  if (record) {
    // Outside the home, the data has a folder of its own around it.
    const folder = record.data.startsWith(here) ? record.data : dirname(record.data);
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync(join(here, "pg.json"), { force: true });
}
