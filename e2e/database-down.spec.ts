import pg from "pg";
import { closeDatabase } from "#server/db/client.ts";
import { expect, signInAs, test } from "./fixtures.ts";
import { ownServer } from "./own-server.ts";

/** Refuses new connections to a database and ends those there are, or lets them in again. */
async function setReachable(database: string, isReachable: boolean): Promise<void> {
  const admin = new pg.Client({ connectionString: process.env.PERIGEE_TEST_SERVER });
  await admin.connect();
  await admin.query(`ALTER DATABASE ${pg.escapeIdentifier(database)} WITH ALLOW_CONNECTIONS ${isReachable}`);
  if (!isReachable)
    await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
      database,
    ]);
  await admin.end();
}

test("the database goes down: a page says so, and works again without a restart", async ({ browser }) => {
  const server = await ownServer();
  try {
    const page = await browser.newPage({ baseURL: server.url });
    await signInAs(page, await server.addOwner(), server.url);
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Productions");

    await closeDatabase();
    await setReachable(server.database, false);
    await page.goto("/");
    await expect(page.getByRole("main").getByRole("alert")).toContainText("The database does not answer");

    await setReachable(server.database, true);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Productions");
    await page.close();
  } finally {
    await server.stop();
  }
});
