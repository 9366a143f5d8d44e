// The worker process, which works out proposals: started anew when it ends by itself, so that what it worked on is taken up again.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { buildCli } from "./build-cli.mjs";
import { root } from "./environment.mjs";
import { end, isLeaving, launch } from "./processes.mjs";

const guard = pathToFileURL(join(root, "scripts", "end-with-parent.mjs")).href;
const SOONEST_MS = 1_000;
const LATEST_MS = 30_000;

/**
 * Needs a migrated database (DATABASE_URL).
 * @param {{ log?: number }} [options] `log`: an open file for what it prints
 * @returns {Promise<{ end: () => Promise<void> }>} once it takes work
 */
export async function runWorker({ log } = {}) {
  const bundle = join(dirname(fileURLToPath(await buildCli())), "jobs.worker.mjs");
  let child;
  let wait = SOONEST_MS;
  let isEnding = false;
  const begin = () =>
    new Promise((resolve, reject) => {
      child = launch(process.execPath, ["--enable-source-maps", "--import", guard, bundle], {
        cwd: root,
        env: { ...process.env, NODE_ENV: process.env.NODE_ENV ?? "production" },
        stdio: ["ignore", log ?? "inherit", log ?? "inherit", "ipc"],
      });
      child.once("message", () => {
        wait = SOONEST_MS;
        resolve();
      });
      child.once("error", reject);
      child.once("close", (status, signal) => {
        if (isLeaving() || isEnding) return;
        reject(new Error(`the worker ended (${status ?? signal})`));
        again(status ?? signal);
      });
    });
  const again = (why) => {
    console.error(`Worker     ended by itself (${why}); it starts again in ${wait / 1000} s`);
    setTimeout(() => {
      if (!isLeaving() && !isEnding) begin().catch(() => {});
    }, wait);
    wait = Math.min(wait * 2, LATEST_MS);
  };
  await begin();
  return {
    end() {
      isEnding = true;
      return end(child);
    },
  };
}
