// npm run dev: the same preparation as npm start, then Next's development server.
import "./node-version.mjs";
import { keepAddress } from "./environment.mjs";
import { prepare, stopDatabase } from "./prepare.mjs";
import { isLeaving, launch, leave, onSignal } from "./processes.mjs";
import { printFailure } from "./steps.mjs";

onSignal(stopDatabase, 0);
try {
  const port = process.env.PORT || "3000";
  process.env.PERIGEE_URL ??= `http://localhost:${port}`;
  keepAddress(process.env.PERIGEE_URL);
  await prepare();
  const { NEXT } = await import("./build-app.mjs");
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  const args = [NEXT, "dev", "--port", port, "--hostname", process.env.HOST || "127.0.0.1"];
  const child = launch(process.execPath, args, { env, stdio: "inherit" });
  // Built once: the worker keeps the code of this start until the next.
  const { runWorker } = await import("./run-worker.mjs");
  runWorker().catch((error) => {
    if (!isLeaving()) printFailure(error);
  });
  child.on("close", (status) => {
    if (!isLeaving()) void leave(stopDatabase, status ?? 1);
  });
} catch (error) {
  if (!isLeaving()) {
    printFailure(error);
    await leave(stopDatabase, 1);
  }
}
