import { createServer } from "node:net";
import { end } from "#scripts/processes.mjs";
import { serve } from "#scripts/serve.mjs";
import { freshDatabase } from "#scripts/testing-database.ts";
import { createUser } from "#server/auth/users.ts";
import { closeDatabase } from "#server/db/client.ts";

const host = "127.0.0.1";
const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** A web server and an empty database of a test's own, for what would disturb the others. */
export async function ownServer() {
  const before = { DATABASE_URL: process.env.DATABASE_URL, PERIGEE_URL: process.env.PERIGEE_URL };
  const { url: databaseUrl, drop } = await freshDatabase();
  const port = await freePort();
  const url = `http://${host}:${port}`;
  await closeDatabase();
  Object.assign(process.env, { DATABASE_URL: databaseUrl, PERIGEE_URL: url });
  const server = serve({ port, host });
  await server.answering();
  return {
    url,
    database: new URL(databaseUrl).pathname.slice(1),
    async addOwner(): Promise<string> {
      const email = "owner@studio.example";
      await createUser({ name: "Olga", email });
      return email;
    },
    async stop(): Promise<void> {
      await end(server.child);
      await closeDatabase();
      await drop();
      Object.assign(process.env, before);
    },
  };
}
