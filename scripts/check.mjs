// npm run check: everything that can be known without running the program.
import "./node-version.mjs";
import { checks, runChecks } from "./checks.mjs";
import { ensurePrismaClient } from "./generate.mjs";
import { isLeaving, onSignal } from "./processes.mjs";

onSignal(async () => {}, 1);
await ensurePrismaClient();
const results = await runChecks(checks);
if (!isLeaving()) {
  for (const { name, passed, ms } of results) {
    console.log(`${passed ? "passed" : "FAILED"}  ${name} (${(ms / 1000).toFixed(1)} s)`);
  }
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
}
