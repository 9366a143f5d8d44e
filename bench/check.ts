// How long a whole plan takes to judge: The Challenge, 52 scenes, by every rule there is.

import { tablesOf } from "#core/model/bundle.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { check } from "#core/rules/check.ts";
import { lightOf } from "#core/scenario/snapshot.ts";
import { readBundle } from "#interchange/bundle/read.ts";
import { writeBundle } from "#interchange/bundle/write.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { report, timingOf } from "./measure/report.ts";
import { coldTimes, timed, times } from "./measure/times.ts";

const bundle = theChallenge();
const [current] = bundle.scenarios;
if (!current) throw new Error("The seed has no scenario.");
const tables = tablesOf(bundle.shared, current.tables);
const snapshot = (): ScenarioSnapshot => ({
  production: bundle.production,
  scenario: current.scenario,
  tables,
  light: lightOf(tables),
});

const cold = coldTimes(15, () => {
  const judged = snapshot();
  return { check: timed(() => check(judged)) };
});

const judged = snapshot();
const { findings, judged: rules } = check(judged);
const text = writeBundle(bundle);
const placed = tables.strip.filter((strip) => strip.startsAt !== null).length;

report(
  "check",
  [
    timingOf("check, first in its process", cold.check),
    timingOf(
      "check, warm",
      times(300, () => check(judged), { warmUp: 50 }),
    ),
    timingOf(
      "bundle read and validated, warm",
      times(20, () => readBundle(text), { warmUp: 5 }),
      `${text.length} characters`,
    ),
  ],
  [
    `${tables.scene.length} scenes, ${tables.strip.length} strips (${placed} placed), ${tables.setUp.length} set-ups, ${tables.crewBlock.length} crew blocks; ${rules.length} rules, ${findings.length} findings.`,
  ],
);
