// npm run worker: a worker alone, for a further machine, or beside a web server that was started another way.
// npm start and npm run dev have one already. DATABASE_URL names the database that all of them share.
import "./node-version.mjs";
import { prepare, stopDatabase } from "./prepare.mjs";
import { isLeaving, onSignal } from "./processes.mjs";
import { printFailure, step } from "./steps.mjs";

onSignal(stopDatabase, 0);
try {
  await prepare({ sample: false });
  const { runWorker } = await import("./run-worker.mjs");
  await step("Worker", runWorker, { say: () => "waits for proposals to work out; Ctrl-C ends it" });
} catch (error) {
  if (!isLeaving()) {
    printFailure(error);
    process.exit(1);
  }
}
