// How long a command takes from its start to its end: `check` of The Challenge from a bundle file, which needs no database.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeBundle } from "#interchange/bundle/write.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { report, timingOf } from "./measure/report.ts";
import { processTimes } from "./measure/times.ts";

const RUNS = 20;
const bin = resolve("cli/bin.mjs");
const folder = mkdtempSync(join(tmpdir(), "perigee-bench-"));
const all = join(folder, "all.json");
const one = join(folder, "one.json");
const bundle = theChallenge();
writeFileSync(all, writeBundle(bundle));
writeFileSync(one, writeBundle({ ...bundle, scenarios: bundle.scenarios.slice(0, 1) }));

processTimes(1, [bin, "help"]); // bundles the command line where a source changed
try {
  report("load", [
    timingOf("node, doing nothing", processTimes(RUNS, ["-e", "0"])),
    timingOf("perigee help", processTimes(RUNS, [bin, "help"])),
    timingOf("perigee check, one scenario", processTimes(RUNS, [bin, "check", one])),
    timingOf(
      `perigee check, ${bundle.scenarios.length} scenarios in the file`,
      processTimes(RUNS, [bin, "check", all]),
    ),
    timingOf("perigee light", processTimes(RUNS, [bin, "light", one, "--csv"])),
  ]);
} finally {
  rmSync(folder, { recursive: true });
}
