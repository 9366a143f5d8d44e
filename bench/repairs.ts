// How long it takes to seek what mends a finding: every finding of every sabotage of the sample, in processor time.
import { tablesOf } from "#core/model/bundle.ts";
import { repairsFor, seekRepairs } from "#core/repair/repairs.ts";
import { startCheck } from "#core/rules/check.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { SABOTAGES, spoilt } from "#seeds/the-challenge/sabotage.ts";
import { report, timingOf } from "./measure/report.ts";

const { production, shared, scenarios } = theChallenge();
const [current] = scenarios;
if (!current) throw new Error(`${production.title} has no scenario.`);
const whole = startCheck(snapshotOf(production, current.scenario, tablesOf(shared, current.tables)));
const known = new Set(whole.report.findings.map(({ message }) => message));

const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const all: number[] = [];
const steps: number[] = [];
let [offered, least] = [0, Number.POSITIVE_INFINITY];
const found = SABOTAGES.map((sabotage) => ({ sabotage, checked: spoilt(whole, sabotage) }));
// The first runs only warm up.
for (const { checked } of found.slice(0, 3))
  for (const finding of checked.report.findings)
    if (!known.has(finding.message)) repairsFor(checked, finding);
for (const { sabotage, checked } of found)
  for (const finding of checked.report.findings) {
    if (finding.kind !== "violation" || known.has(finding.message)) continue;
    const seeking = seekRepairs(checked, finding);
    let sum = 0;
    for (;;) {
      const begin = processorMs();
      const step = seeking.next();
      const took = processorMs() - begin;
      steps.push(took);
      sum += took;
      if (!step.done) continue;
      if (step.value.offers.length > 0) offered++;
      if (finding.ruleId === sabotage.ruleId) least = Math.min(least, step.value.offers.length);
      break;
    }
    all.push(sum);
  }

report(
  "repairs",
  [
    timingOf(
      "what mends a finding",
      all,
      `${SABOTAGES.length} sabotages, ${offered} of ${all.length} findings offered something`,
    ),
    timingOf("a step of it, between which a page is drawn", steps),
  ],
  [`Processor time. A finding of a sabotage's own rule is offered ${least} ways at the least.`],
);
