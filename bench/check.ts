// How long a plan takes to judge by every rule there is: The Challenge, and plans of growing size; whole, and after an edit.

import { isoOf, plusMinutes } from "#core/base/instant.ts";
import { minutes } from "#core/base/quantity.ts";
import { seededRandom } from "#core/base/random.ts";
import { tablesOf } from "#core/model/bundle.ts";
import { commandById } from "#core/model/command/index.ts";
import { factsOf } from "#core/model/facts.ts";
import { applyPatch } from "#core/model/patch.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { type Checked, check, startCheck } from "#core/rules/check.ts";
import { placesOf } from "#core/rules/groups.ts";
import { allInForce } from "#core/rules/in-force.ts";
import { judgement } from "#core/rules/judging.ts";
import { lightOf } from "#core/scenario/snapshot.ts";
import { readBundle } from "#interchange/bundle/read.ts";
import { writeBundle } from "#interchange/bundle/write.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { planOf } from "./measure/plan.ts";
import { report, type Timing, timingOf } from "./measure/report.ts";
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

/** An edit from its input to the findings after it; the plan goes on from there. */
function edited(before: Checked, commandId: string, input: unknown): Checked {
  const { tables } = before.snapshot;
  const patch = commandById(commandId)?.bind(input).resolve(tables);
  if (!patch?.ok) throw new Error(patch?.error.message ?? commandId);
  const next = applyPatch(tables, patch.value);
  if (!next.ok) throw new Error(`${commandId} does not apply`);
  return before.after({ ...before.snapshot, tables: next.value });
}

const random = seededRandom(7);
const one = <T>(rows: readonly T[]): T => rows[Math.floor(random() * rows.length)] as T;
const EDITS: Readonly<Record<string, (before: Checked) => Checked>> = {
  "move a strip"(before) {
    const { strip, startsAt } = one(
      [...before.facts.placed.values()].map((p) => ({ strip: p.strip, startsAt: p.span.start })),
    );
    const to = isoOf(plusMinutes(startsAt, minutes(random() < 0.5 ? -15 : 15)));
    return edited(before, "move-strips", { moves: [{ stripId: strip.id, startsAt: to }] });
  },
  "another take"(before) {
    const { id, takes } = one(before.snapshot.tables.setUp);
    return edited(before, "change-row", { entity: "setUp", id, changes: { takes: takes === 2 ? 3 : 2 } });
  },
  "move a block"(before) {
    const { id, startsAt } = one(before.snapshot.tables.crewBlock);
    const to = isoOf(plusMinutes(startsAt, minutes(5)));
    return edited(before, "change-row", { entity: "crewBlock", id, changes: { startsAt: to } });
  },
};

function editTimes(start: Checked, edit: (before: Checked) => Checked): number[] {
  let now = start;
  const run = () => {
    now = edit(now);
  };
  return times(60, run, { warmUp: 20 });
}

/** What each rule takes of a whole check, the slowest first. */
function ruleTimes(plan: ScenarioSnapshot, runs: number): readonly Timing[] {
  const facts = factsOf(plan);
  return allInForce(plan.tables)
    .map((inForce) => {
      const places = placesOf(inForce.rule.scope, facts);
      return timingOf(
        inForce.rule.id,
        times(runs, () => judgement(inForce, { places, facts }), { warmUp: 2 }),
        inForce.rule.scope,
      );
    })
    .sort((a, b) => b.medianMs - a.medianMs);
}

/** The power of the size with which the time grows: slope of the logarithms, by least squares. */
function exponent(points: readonly { readonly size: number; readonly ms: number }[]): number {
  const logs = points.map(({ size, ms }) => [Math.log(size), Math.log(ms)] as const);
  const mean = (of: (p: (typeof logs)[number]) => number) =>
    logs.reduce((sum, p) => sum + of(p), 0) / logs.length;
  const [x, y] = [mean(([a]) => a), mean(([, b]) => b)];
  return mean(([a, b]) => (a - x) * (b - y)) / mean(([a]) => (a - x) ** 2);
}

const judged = snapshot();
const { findings, judged: rules } = check(judged);
const text = writeBundle(bundle);
const placed = tables.strip.filter((strip) => strip.startsAt !== null).length;

const SIZES = [125, 250, 500, 1_000, 2_000] as const;
const grown = SIZES.map((strips) => {
  const plan = planOf({ strips, people: 60, days: strips / 10 });
  const whole = times(strips > 500 ? 12 : 25, () => check(plan), { warmUp: 4 });
  const start = startCheck(plan);
  const edits = Object.entries(EDITS).map(([name, edit]) => ({ name, ms: editTimes(start, edit) }));
  return { strips, whole, edits, plan, findings: start.report.findings.length };
});
const middle = planOf({ strips: 150, people: 30, days: 12 });
const large = grown.find(({ strips }) => strips === 1_000)?.plan ?? judged;
const median = (all: readonly number[]) => timingOf("", all).medianMs;
const whole = exponent(grown.map(({ strips, whole }) => ({ size: strips, ms: median(whole) })));
const moved = exponent(grown.map(({ strips, edits }) => ({ size: strips, ms: median(edits[0]?.ms ?? []) })));

report(
  "check",
  [
    timingOf("The Challenge, first in its process", cold.check),
    timingOf(
      "The Challenge",
      times(300, () => check(judged), { warmUp: 50 }),
      "goal 5 ms",
    ),
    timingOf(
      "150 strips × 30 people × 12 days",
      times(40, () => check(middle), { warmUp: 10 }),
      "goal 20 ms",
    ),
    ...grown.map(({ strips, whole, findings }) =>
      timingOf(
        `${strips} strips × 60 people × ${strips / 10} days`,
        whole,
        `${findings} findings${strips === 1_000 ? ", goal 150 ms" : ""}`,
      ),
    ),
    ...grown.flatMap(({ strips, edits }) =>
      edits.map(({ name, ms }) =>
        timingOf(`edit: ${name}, ${strips} strips`, ms, strips === 1_000 ? "goal 5 ms" : undefined),
      ),
    ),
    ...ruleTimes(large, 5).slice(0, 12),
    timingOf(
      "bundle read and validated",
      times(20, () => readBundle(text), { warmUp: 5 }),
      `${text.length} characters`,
    ),
  ],
  [
    `The Challenge: ${tables.scene.length} scenes, ${tables.strip.length} strips (${placed} placed), ${tables.setUp.length} set-ups, ${tables.crewBlock.length} crew blocks; ${rules.length} rules, ${findings.length} findings.`,
    `Rules alone: of a whole check at 1,000 strips (${large.tables.crewBlock.length} crew blocks, ${large.tables.setUp.length} set-ups), the twelve slowest.`,
    `Time grows with the ${whole.toFixed(2)}th power of the strips for a whole check, with the ${moved.toFixed(2)}th for a strip moved.`,
  ],
);
