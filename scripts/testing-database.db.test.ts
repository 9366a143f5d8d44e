import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { migrationsFolder } from "./environment.mjs";
import { migrate, pendingMigrations } from "./migrate.mjs";
import { freshDatabase } from "./testing-database.ts";

const made: Awaited<ReturnType<typeof freshDatabase>>[] = [];
const fresh = async () => {
  const database = await freshDatabase();
  made.push(database);
  return database;
};
afterEach(async () => {
  for (const { drop } of made.splice(0)) await drop();
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

test("two databases do not see each other", async () => {
  const [one, other] = [await fresh(), await fresh()];
  await query(one.url, "CREATE TABLE seen (id int)");
  expect(await query(other.url, "SELECT to_regclass('seen') AS seen")).toEqual([{ seen: null }]);
});

test("a fresh database has every migration", async () => {
  const { url } = await fresh();
  expect(await pendingMigrations(url, migrationsFolder)).toEqual([]);
  expect(await migrate(url, migrationsFolder)).toEqual([]);
});

test("times are in UTC", async () => {
  const { url } = await fresh();
  expect(await query(url, "SHOW timezone")).toEqual([{ TimeZone: "UTC" }]);
});
