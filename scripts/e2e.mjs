// The browser tests against the production build: own database, own port, own server, all gone afterwards.
import { randomBytes, randomUUID } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { ensureBrowser } from "./browser.mjs";
import { root } from "./environment.mjs";
import { end, runNode } from "./processes.mjs";
import { runWorker } from "./run-worker.mjs";
import { serve } from "./serve.mjs";
import { onDatabase } from "./test-database.mjs";

const host = "127.0.0.1";

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, host, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function onServer(sql) {
  const admin = new pg.Client({ connectionString: process.env.PERIGEE_TEST_SERVER });
  await admin.connect();
  await admin.query(sql).finally(() => admin.end());
}

async function seedSample() {
  if (!existsSync(join(root, "cli", "index.ts"))) return;
  const { status, output } = await runNode(join(root, "cli", "bin.mjs"), ["seed", "the-challenge"], {
    cwd: root,
  });
  if (status !== 0) throw new Error(`the sample could not be written:\n${output}`);
}

/**
 * Needs a test server (startTestDatabase) and a build (ensureBuild).
 * @param {string[]} args for Playwright, e.g. the name of a spec
 * @param {{ timeoutMs?: number }} [options]
 * @returns {Promise<number>} Playwright's exit status
 */
export async function runBrowserTests(args, { timeoutMs } = {}) {
  const port = await freePort();
  const database = `perigee_e2e_${randomUUID().replaceAll("-", "")}`;
  await onServer(`CREATE DATABASE ${database} TEMPLATE ${process.env.PERIGEE_TEST_TEMPLATE}`);
  Object.assign(process.env, {
    DATABASE_URL: onDatabase(process.env.PERIGEE_TEST_SERVER, database),
    PERIGEE_HOME: join(root, ".perigee", "test", String(process.pid)),
    PERIGEE_SECRET: randomBytes(32).toString("base64url"),
    PERIGEE_URL: `http://${host}:${port}`,
    PLAYWRIGHT_CHROMIUM: await ensureBrowser(),
  });
  await seedSample();
  mkdirSync(join(root, "reports"), { recursive: true });
  const log = openSync(join(root, "reports", "e2e-server.log"), "w");
  const server = serve({ port, host, log });
  let worker;
  try {
    await server.answering();
    worker = await runWorker({ log });
    const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
    const options = { cwd: root, stdio: ["ignore", "inherit", "inherit"], timeoutMs };
    const { status } = await runNode(playwright, ["test", ...args], options);
    return status;
  } finally {
    await worker?.end();
    await end(server.child);
    closeSync(log);
    await onServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  }
}
