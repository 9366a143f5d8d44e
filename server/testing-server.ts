import { randomUUID } from "node:crypto";
import { freshDatabase } from "#scripts/testing-database.ts";
import { closeDatabase, database } from "./db/client.ts";
import type { User } from "./user.ts";

/** For tests: points the server at a database of its own; the function returned takes it away again. */
export async function testingServer(): Promise<() => Promise<void>> {
  const { url, drop } = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.PERIGEE_SECRET = "a secret for tests that is long enough";
  return async () => {
    await closeDatabase();
    await drop();
  };
}

/** Somebody, without a password. */
export async function testingUser(name: string): Promise<User> {
  const user = { id: randomUUID(), name, email: `${name.toLowerCase()}@studio.example` };
  await database().user.create({ data: user });
  return user;
}
