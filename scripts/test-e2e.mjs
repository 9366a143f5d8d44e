// npm run test:e2e -- [name …]: the browser tests alone, building first if anything changed.
import "./node-version.mjs";
import { isLeaving, onSignal } from "./processes.mjs";
import { printFailure, step } from "./steps.mjs";

let stop = async () => {};
onSignal(() => stop(), 1);
try {
  const { ensurePrismaClient } = await import("./generate.mjs");
  const { ensureBuild } = await import("./build-app.mjs");
  const { startTestDatabase } = await import("./test-database.mjs");
  const { runBrowserTests } = await import("./e2e.mjs");
  await ensurePrismaClient();
  await step("Build", ensureBuild, {
    say: (built) => (built ? "pages built" : null),
    busy: "still building",
  });
  stop = await startTestDatabase();
  process.exitCode = await runBrowserTests(process.argv.slice(2));
} catch (error) {
  if (!isLeaving()) printFailure(error);
  process.exitCode = 1;
} finally {
  if (!isLeaving()) await stop();
}
