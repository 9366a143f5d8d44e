import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, pendingMigrations } from "./migrate.mjs";
import { freshDatabase } from "./testing-database.ts";

let folder: string;
let database: Awaited<ReturnType<typeof freshDatabase>>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "migrations-"));
  database = await freshDatabase();
  // The template's own migrations are not what these tests are about.
  await query('DROP TABLE IF EXISTS "_prisma_migrations"');
  await query("DROP SCHEMA graphile_worker CASCADE");
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

function write(name: string, sql: string) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function query(sql: string) {
  const db = new pg.Client({ connectionString: database.url });
  await db.connect();
  try {
    return (await db.query(sql)).rows;
  } finally {
    await db.end();
  }
}

test("applies what is pending, oldest first, once", async () => {
  write("2_second", "ALTER TABLE moon ADD phase int");
  write("1_first", "CREATE TABLE moon (id int)");
  expect(await pendingMigrations(database.url, folder)).toEqual(["1_first", "2_second"]);
  expect(await migrate(database.url, folder)).toEqual(["1_first", "2_second"]);
  expect(await migrate(database.url, folder)).toEqual([]);
  expect(await pendingMigrations(database.url, folder)).toEqual([]);
});

test("three starts at once apply each migration once", async () => {
  write("1_first", "CREATE TABLE moon (id int)");
  const starts = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)));
  expect(starts.flat()).toEqual(["1_first"]);
});

test("the job queue's own tables come with the migrations", async () => {
  expect(await migrate(database.url, folder)).toEqual([]);
  expect(await query("SELECT to_regclass('graphile_worker.jobs') IS NOT NULL AS known")).toEqual([
    { known: true },
  ]);
});

test("a migration that fails half-way changes nothing, and can be applied once it is mended", async () => {
  write("1_first", "CREATE TABLE moon (id int); SELECT 1 / 0");
  await expect(migrate(database.url, folder)).rejects.toThrow("1_first failed and changed nothing");
  expect(await query("SELECT to_regclass('moon') AS moon")).toEqual([{ moon: null }]);
  write("1_first", "CREATE TABLE moon (id int)");
  expect(await migrate(database.url, folder)).toEqual(["1_first"]);
});

test("refuses a migration edited after it was applied", async () => {
  write("1_first", "CREATE TABLE moon (id int)");
  await migrate(database.url, folder);
  write("1_first", "CREATE TABLE moon (id bigint)");
  await expect(migrate(database.url, folder)).rejects.toThrow("1_first was edited");
});

test("refuses a database that a newer program has migrated", async () => {
  write("1_first", "CREATE TABLE moon (id int)");
  await migrate(database.url, folder);
  rmSync(join(folder, "1_first"), { recursive: true });
  await expect(migrate(database.url, folder)).rejects.toThrow("newer than this program");
});
