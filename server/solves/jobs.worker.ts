import { join } from "node:path";
import { closeDatabase } from "../db/client.ts";
import { startJobs } from "./jobs.ts";

/**
 * The process of `npm run worker`, which `npm start` and `npm run dev` run beside the web server.
 *   PERIGEE_SOLVES      how many proposals at once; else one less than there are processors, and one at least
 *   PERIGEE_SOLVE_MB    what the search for one may take of memory; else 1,024
 *   PERIGEE_SOLVE_READY  how many processes stand ready, warmed up, for the next proposal; else 1
 */

const whole = (name: string, least = 1): number | undefined => {
  const text = process.env[name];
  if (!text) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least) return value;
  console.error(`${name}=${text} is not a whole number from ${least} up.`);
  process.exit(2);
};

const jobs = await startJobs({
  solver: join(import.meta.dirname, "solver.worker.mjs"),
  concurrency: whole("PERIGEE_SOLVES"),
  memoryMb: whole("PERIGEE_SOLVE_MB"),
  ready: whole("PERIGEE_SOLVE_READY", 0),
  onLost: (why) => {
    console.error(`The worker ends: ${why}.`);
    process.exit(1);
  },
});

let isLeaving = false;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    // Ctrl-C comes twice: to every process of the terminal, and from the command that started this one.
    if (isLeaving) return;
    isLeaving = true;
    void jobs
      .stop()
      .then(closeDatabase)
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  });
process.send?.("ready");
