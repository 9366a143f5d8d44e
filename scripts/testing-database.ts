// For tests: a database of their own, migrated and empty, as many as they like.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { onDatabase } from "./test-database.mjs";

async function onServer(server: string, sql: string) {
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

/**
 * `url` is for PrismaClient or pg; `drop` ends every connection that is still open to it.
 * Only in *.db.test.ts files and Playwright: they run with a test server.
 */
export async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const { PERIGEE_TEST_SERVER: server, PERIGEE_TEST_TEMPLATE: template } = process.env;
  if (!server || !template) throw new Error("No test server: is this a *.db.test.ts file run by Vitest?");
  const name = `perigee_test_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: onDatabase(server, name),
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}
