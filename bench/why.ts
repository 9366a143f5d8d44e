// How soon it is said why a scene has no place, on planted conflicts: in a plan in which the scene goes in, one thing is taken away so
// that it no longer does. Every answer is verified by the checker: the set named cannot hold at any start of the grid, without any one
// member it can, and what was planted is in it.
//
//   npm run bench -- why [--seconds 0]   --seconds: ways out are sought as well, so long at the most
//
// Then several scenes at once, wherever they stand: one thing is cut until it is proved that what must be shot cannot all be in. Verified
// is that each member is needed (its plan is judged anew), that accounts cannot be shared out by counting, and that a search of its own
// finds no plan of the set.
//
// One conflict after the other in one process. The processor's time of the thread that works is told beside that of the clock: where they
// differ, something else was running.
import { parseArgs } from "node:util";
import { seededRandom } from "#core/base/random.ts";
import type { Bundle } from "#core/model/bundle.ts";
import { tablesOf } from "#core/model/bundle.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import type { Strip } from "#core/model/strip.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { highsSolver } from "#core/solve/highs.ts";
import { caseOf, freeStarts } from "#core/solve/why/case.ts";
import { conflictOf } from "#core/solve/why/conflict.ts";
import { stepsOf } from "#core/solve/why/steps.ts";
import { mustStrips } from "#core/solve/why/together/asked.ts";
import { togetherConflict } from "#core/solve/why/together/conflict.ts";
import { fitOf } from "#core/solve/why/together/fit.ts";
import { EVERYTHING } from "#core/solve/why/together/holding.ts";
import { roomOf } from "#core/solve/why/together/room.ts";
import { toldTogether } from "#core/solve/why/together/told.ts";
import { toldOf } from "#core/solve/why/told.ts";
import { nearMissesOf } from "#core/solve/why/ways/near-misses.ts";
import { whyNot } from "#core/solve/why/why.ts";
import { syntheticProduction } from "#seeds/generate/production.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { threadS } from "./measure/processor.ts";
import { report, timingOf } from "./measure/report.ts";
import { PLANTS, withTables } from "./planted/one.ts";
import { fault } from "./planted/one-verified.ts";
import { CUTS } from "./planted/several.ts";
import { faultTogether } from "./planted/several-verified.ts";

const PLANTED = 30;
const { values } = parseArgs({ options: { seconds: { type: "string" } } });
const seconds = Number(values.seconds ?? 0);
const solver = await highsSolver();

const planOf = ({ production, shared, scenarios }: Bundle): ScenarioSnapshot => {
  const [first] = scenarios;
  if (!first) throw new Error("A bundle without a scenario.");
  return snapshotOf(production, first.scenario, tablesOf(shared, first.tables));
};

/** The plan with the strip in the boneyard. */
const without = (snapshot: ScenarioSnapshot, { id }: Strip): ScenarioSnapshot =>
  withTables(snapshot, {
    strip: snapshot.tables.strip.map((s) =>
      s.id === id ? { ...s, startsAt: null, moduleId: null, isPinned: false, status: "planned" } : s,
    ),
  });

function firstOf<T, R>(of: readonly T[], make: (each: T) => R | null): R | null {
  for (const each of of) {
    const made = make(each);
    if (made !== null) return made;
  }
  return null;
}

const processor = (): number => threadS() * 1_000;

const plans = [
  planOf(theChallenge()),
  ...[1, 2].map((seed) => planOf(syntheticProduction({ scenes: 78, days: 12, seed }))),
];
const random = seededRandom(1);
const clock: number[] = [];
const cpu: number[] = [];
const waysClock: number[] = [];
const faults: string[] = [];
let planted = 0;
let sizes = 0;
const kinds = Object.entries(PLANTS);
for (let round = 0; planted < PLANTED && round < PLANTED * 20; round++) {
  const [name, plant] = kinds[round % kinds.length] as (typeof kinds)[number];
  const plan = plans[Math.floor(round / kinds.length) % plans.length] as ScenarioSnapshot;
  const all = plan.tables.strip.filter((s) => plan.tables.setUp.some((u) => u.stripId === s.id && !u.isShot));
  const from = Math.floor(random() * all.length);
  const tried = [...all.slice(from), ...all.slice(0, from)];
  const found = firstOf(tried, (strip) => {
    const bare = without(plan, strip);
    const before = caseOf(bare, strip.id);
    const made = before && plant(bare, strip, before);
    return made && freeStarts(before).length > 0 ? { strip, made } : null;
  });
  if (!found) continue;
  const { strip, made } = found;
  const [began, cpuBegan] = [performance.now(), processor()];
  const at = caseOf(made.snapshot, strip.id);
  const conflict = at && conflictOf(at);
  if (!at || !conflict || "free" in conflict) continue; // What was planted bars not every start.
  const told = toldOf(at, conflict, nearMissesOf(at, conflict));
  clock.push(performance.now() - began);
  cpu.push(processor() - cpuBegan);
  planted += 1;
  sizes += conflict.members.length;
  const wrong = fault(at, conflict, made.is);
  if (wrong) faults.push(`${name}, ${strip.id}: ${wrong}`);
  if (seconds > 0) {
    const from = performance.now();
    whyNot(made.snapshot, strip.id, () => performance.now() - from > seconds * 1_000);
    waysClock.push(performance.now() - from);
  }
  console.log(
    `${name}, strip ${strip.id}: ${told.length} members, ${clock.at(-1)?.toFixed(0)} ms${wrong ? `, WRONG: ${wrong}` : ""}`,
  );
}
/** As much as the page gives a first look; what is not shown to be needed by then stays. By steps, so that every run tells the same. */
const TOGETHER_STEPS = 1_200;
/** Then what is open yet is looked for so many times as long. */
const EFFORT = 16;

/** The set with the first cut that keeps several apart, and how long it took to say so. */
function cutApart(plan: ScenarioSnapshot, cut: (typeof CUTS)[string]) {
  for (let step = 1; ; step++) {
    const snapshot = cut(plan, step);
    if (!snapshot) return null;
    const [began, cpuBegan] = [performance.now(), processor()];
    const asking = { isLate: stepsOf(TOGETHER_STEPS).isLate, solver, seed: 1 };
    const room = roomOf(snapshot);
    const ids = new Set(mustStrips(snapshot).flatMap(({ id, isPinned }) => (isPinned ? [] : [id])));
    let fit = fitOf(room, ids, EVERYTHING, asking);
    while (fit.nowhere.length > 0) {
      for (const id of fit.nowhere) ids.delete(id);
      fit = fitOf(room, ids, EVERYTHING, asking);
    }
    if (fit.is !== "never") continue;
    const found = togetherConflict(room, ids, fit, asking);
    const conflict = found.shown(found.conflict, EFFORT);
    if (conflict.strips.members.length < 2) continue;
    const told = toldTogether(room, conflict);
    return { room, conflict, told, ms: performance.now() - began, cpuMs: processor() - cpuBegan };
  }
}

const togetherClock: number[] = [];
const togetherCpu: number[] = [];
let [inSets, open] = [0, 0];
for (const [p, plan] of plans.entries())
  for (const [name, cut] of Object.entries(CUTS)) {
    const found = cutApart(plan, cut);
    if (!found) continue;
    const { room, conflict, told, ms, cpuMs } = found;
    togetherClock.push(ms);
    togetherCpu.push(cpuMs);
    const members = [conflict.strips, conflict.pins, conflict.rules, conflict.accounts];
    inSets += members.reduce((sum, few) => sum + few.members.length, 0);
    open += members.reduce((sum, few) => sum + few.members.length - few.needed.size, 0);
    const wrong = faultTogether(room, conflict);
    if (wrong) faults.push(`${name}, plan ${p}: ${wrong}`);
    console.log(
      `${name}, plan ${p}: ${conflict.strips.members.length} strips, ${told.length - 1} told beside, ${members.reduce((sum, few) => sum + few.needed.size, 0)} of ${members.reduce((sum, few) => sum + few.members.length, 0)} members shown to be needed, ${ms.toFixed(0)} ms, processor ${cpuMs.toFixed(0)} ms${wrong ? `, WRONG: ${wrong}` : ""}`,
    );
  }
report(
  "why",
  [
    timingOf("conflict, clock", clock, "from the plan to the sentences"),
    timingOf("conflict, processor", cpu),
    timingOf("several scenes, clock", togetherClock, "from the plan to the sentences, without ways out"),
    timingOf("several scenes, processor", togetherCpu),
    ...(waysClock.length > 0 ? [timingOf("with ways out, clock", waysClock)] : []),
  ],
  [
    `${planted} planted conflicts of ${kinds.length} kinds; ${(sizes / planted).toFixed(1)} members on average beside the scene.`,
    `${togetherClock.length} sets of several scenes; ${inSets} members, of which ${open} were not shown to be needed.`,
    faults.length === 0
      ? "Every answer verified: the set cannot hold, without any one member it can, and what was planted is in it."
      : `WRONG: ${faults.length}\n${faults.join("\n")}`,
  ],
);
process.exitCode = faults.length === 0 && planted === PLANTED ? 0 : 1;
