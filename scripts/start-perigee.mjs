// The steps of `npm start`. PORT (3000) and HOST (127.0.0.1) say where it listens, PERIGEE_URL how it is reached.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "./build-app.mjs";
import { keepAddress } from "./environment.mjs";
import { ensureInstalled } from "./install.mjs";
import { keepServing } from "./keep-serving.mjs";
import { prepare, stopDatabase } from "./prepare.mjs";
import { isLeaving, leave, onSignal, run } from "./processes.mjs";
import { isFree, serve } from "./serve.mjs";
import { printFailure, StepFailure, seconds, step } from "./steps.mjs";

const root = join(import.meta.dirname, "..");
const port = Number(process.env.PORT || 3000);
const host = process.env.HOST || "127.0.0.1";

async function checkPort() {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StepFailure(`PORT=${process.env.PORT} is not a port.`, {
      todo: "Use a number, e.g. PORT=3001 npm start",
    });
  }
  if (await isFree(port, host)) return;
  throw new StepFailure(`Port ${port} is used by another program, perhaps a Perigee that still runs.`, {
    safe: "Nothing was changed.",
    todo: `Stop that one, or start on another port: PORT=${port + 1} npm start`,
  });
}

const build = () =>
  step("Build", ensureBuild, {
    say: (built) => (built ? "pages built" : null),
    busy: "still building the pages; this happens once after each change",
    safe: "The database is fine; no page was served.",
    todo: "If you changed the code, the message above names the place. Else: rm -r .next and start again.",
  });

/** Pages do without it: what was asked waits until there is one. */
async function startWorker() {
  const { runWorker } = await import("./run-worker.mjs");
  await step("Worker", runWorker, { say: () => null }).catch((error) => {
    if (!isLeaving()) printFailure(error);
  });
}

/** A one-time link for the sample's producer, or null when the command line cannot give one. */
async function signInLink(base) {
  if (!existsSync(join(root, "cli", "index.ts"))) return null;
  const { status, output } = await run(
    process.execPath,
    [join(root, "cli/bin.mjs"), "link", "--base", base],
    {
      cwd: root,
      stdio: ["ignore", "pipe", "ignore"],
      timeoutMs: 20_000,
    },
  );
  const link = output.split(/\s+/).findLast((word) => word.startsWith(base));
  return status === 0 && link ? link : null;
}

export async function start() {
  const begin = performance.now();
  onSignal(stopDatabase, 0);
  try {
    await checkPort();
    await ensureInstalled();
    const base = process.env.PERIGEE_URL || `http://localhost:${port}`;
    process.env.PERIGEE_URL = base;
    await prepare();
    await build();
    const server = serve({ port, host });
    await step("Server", server.answering, { say: () => `answers on ${host}:${port}` });
    keepAddress(base);
    await startWorker();
    const link = await signInLink(base);
    console.log(`\nPerigee is ready at ${base} after ${seconds(begin)}.`);
    if (link) console.log(`Sign in as the sample's producer, once: ${link}`);
    else console.log("A link to sign in: npm run -s perigee -- link");
    console.log("Ctrl-C ends it.");
    await keepServing(server, {
      begin: () => serve({ port, host }),
      isLeaving,
      say: (text) => console.error(`Server     ${text}`),
    });
  } catch (error) {
    if (isLeaving()) return;
    printFailure(error);
    await leave(stopDatabase, 1);
  }
}
