// npm run build: the production build, if anything it is made from changed.
import "./node-version.mjs";
import { isLeaving, onSignal } from "./processes.mjs";
import { printFailure, step } from "./steps.mjs";

onSignal(async () => {}, 1);
try {
  const { ensureInstalled } = await import("./install.mjs");
  await ensureInstalled();
  const { ensurePrismaClient } = await import("./generate.mjs");
  const { ensureBuild } = await import("./build-app.mjs");
  await step("Client", ensurePrismaClient, { say: (made) => (made ? "database client generated" : null) });
  const onOutput = (chunk) => process.stdout.write(chunk);
  await step("Build", () => ensureBuild({ onOutput }), {
    say: (built) => (built ? "pages built" : "nothing changed since the last build"),
  });
} catch (error) {
  if (!isLeaving()) {
    printFailure(error);
    process.exit(1);
  }
}
