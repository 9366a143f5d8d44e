import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  localDatabaseStatus,
  removeLocalDatabase,
  startLocalDatabase,
  stopLocalDatabase,
} from "./local-database.mjs";

/** Only the test that kills the server needs one that writes through to the disk. */
const QUICK = { throwaway: true };

let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "perigee-home-"));
});
afterEach(async () => {
  await removeLocalDatabase(home);
  rmSync(home, { recursive: true, force: true });
});

async function query(url: string, sql: string) {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  try {
    return (await db.query(sql)).rows;
  } finally {
    await db.end();
  }
}

test("what was saved is there after the server was killed", async () => {
  const { url, data } = await startLocalDatabase(home);
  await query(url, "CREATE TABLE saved AS SELECT 42 AS answer");
  process.kill(Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]), "SIGKILL");

  // Several processes notice at the same time; one of them starts it, all of them get in.
  const starts = await Promise.all([1, 2, 3].map(() => startLocalDatabase(home)));
  expect(starts.filter(({ started }) => started)).toHaveLength(1);
  expect(await query(url, "SELECT answer FROM saved")).toEqual([{ answer: 42 }]);
}, 60_000);

test("starts once, stops once, and starts again with the same data", async () => {
  expect(await localDatabaseStatus(home)).toBeNull();
  expect((await startLocalDatabase(home, QUICK)).started).toBe(true);
  const { started, url } = await startLocalDatabase(home, QUICK);
  expect(started).toBe(false);
  await query(url, "CREATE TABLE kept ()");
  expect(await stopLocalDatabase(home)).toBe(true);
  expect(await stopLocalDatabase(home)).toBe(false);
  expect((await startLocalDatabase(home, QUICK)).url).toBe(url);
  expect(await query(url, "SELECT * FROM kept")).toEqual([]);
}, 30_000);

test("a port that another program took meanwhile is left to it", async () => {
  const { url } = await startLocalDatabase(home, QUICK);
  await stopLocalDatabase(home);
  const other = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => other.listen(Number(new URL(url).port), "127.0.0.1", resolve));
  try {
    const again = await startLocalDatabase(home, QUICK);
    expect(again.url).not.toBe(url);
    expect(await query(again.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  } finally {
    other.close();
  }
}, 60_000);

test("nobody else may read the password or the data", async () => {
  const { data } = await startLocalDatabase(home, QUICK);
  const modes = [join(home, "pg.json"), data].map((path) => (statSync(path).mode & 0o777).toString(8));
  expect(modes).toEqual(["600", "700"]);
});

test("data without its password is not overwritten", async () => {
  const { data } = await startLocalDatabase(home, QUICK);
  await stopLocalDatabase(home);
  const record = readFileSync(join(home, "pg.json"));
  rmSync(join(home, "pg.json"));
  await expect(startLocalDatabase(home, QUICK)).rejects.toThrow("with its password is gone");
  expect(existsSync(join(data, "PG_VERSION"))).toBe(true);
  writeFileSync(join(home, "pg.json"), record);
});
