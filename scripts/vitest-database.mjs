// What Vitest calls before and after the `db` tests.
import { startTestDatabase } from "./test-database.mjs";

let stop;

export async function setup() {
  stop = await startTestDatabase();
}

export async function teardown() {
  await stop();
}
