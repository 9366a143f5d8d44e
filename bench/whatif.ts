// What a change costs: how soon there is a plan again after a day is lost, a module closed, somebody ill, scenes longer, hours more or
// fewer, or something small on one day; how good it is after half a second beside what 16 s find, and how much of the plan had to move
// for it. And how soon the best places of a strip are told.
//
//   npm run bench -- whatif [--quick] [--processor] [--of "The Challenge"] [--cases 1-4]
//
// Base plans are what 20 s find (with --quick, 4 s beside a reference of 4 s and the first production only). Every case is asked twice:
// as a producer asks who says nothing else, each strip that moves costs 10 points; and as one who wants most to stay, 60. Processes of
// the product stand ready and warmed up, and so is this one. With --processor all times are of the thread that works: for a machine
// that has other things to do. --of takes one production, --cases some of the changes, by number.

import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { type Bundle, tablesOf } from "#core/model/bundle.ts";
import { type CheckReport, keepsFromFitting } from "#core/model/finding.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { startCheck } from "#core/rules/check.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { bestSlots } from "#core/solve/best-slots.ts";
import { highsSolver } from "#core/solve/highs.ts";
import { USUAL_MOVE_POINTS } from "#core/solve/move-points.ts";
import { withProposal } from "#core/solve/placement.ts";
import { compile } from "#core/solve/plan/compile.ts";
import { bareOf, partedBy } from "#core/solve/plan/fixed.ts";
import { lengthsOf } from "#core/solve/plan/lengths.ts";
import { viewsOf } from "#core/solve/plan/views.ts";
import { waysFrom } from "#core/solve/plan/ways.ts";
import { stakeOf } from "#core/solve/plan/worth.ts";
import { propose } from "#core/solve/propose.ts";
import { syntheticProduction } from "#seeds/generate/production.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { STAYS_COMPILED } from "#server/solves/solving.ts";
import { warmUp } from "#server/solves/warm-up.ts";
import { CHANGES, type Change } from "./measure/changes.ts";
import { type Figures, reportFigures } from "./measure/figures.ts";
import { threadS } from "./measure/processor.ts";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean" },
    processor: { type: "boolean" },
    of: { type: "string" },
    cases: { type: "string" },
  },
});
const BASE_S = values.quick ? 4 : 20;
const REFERENCE_S = values.quick ? 4 : 16;
const SOON_S = 0.5;
const MOST_TO_STAY = 60;

function clock(): number {
  return values.processor ? threadS() : performance.now() / 1000;
}
const solver = await highsSolver();

const open = (bundle: Bundle): ScenarioSnapshot => {
  const [own] = bundle.scenarios;
  if (!own) throw new Error(`${bundle.production.title} has no scenario.`);
  return snapshotOf(bundle.production, own.scenario, tablesOf(bundle.shared, own.tables));
};
type Kind = keyof typeof CHANGES;
const ALL = Object.entries(CHANGES).flatMap(([kind, some]) =>
  Object.entries(some).map(([words, change]) => ({ kind: kind as Kind, words, change })),
);
/** Those of the changes that are asked for. */
function chosen(): readonly { readonly kind: Kind; readonly words: string; readonly change: Change }[] {
  if (values.cases === undefined) return ALL;
  const [from, to = from] = values.cases.split("-").map(Number);
  if (!from || !to || from > to || to > ALL.length)
    throw new Error(`--cases ${values.cases}: say 1-${ALL.length}, or part of it.`);
  return ALL.slice(from - 1, to);
}

/** Hard breaches but for what has no place. */
const brokenIn = ({ findings }: CheckReport): number =>
  findings.filter((f) => keepsFromFitting(f) && f.ruleId !== "must-scenes").length;

interface Moment {
  readonly atS: number;
  readonly points: number;
  readonly mustsMissingMin: number;
}

/** What is at stake in a plan, as the pages tell a gap as a share of it. */
function stakeIn(snapshot: ScenarioSnapshot, points: number): number {
  const { facts } = startCheck(snapshot);
  const parted = partedBy(snapshot, facts, "free");
  const views = viewsOf(bareOf(snapshot, parted.free));
  const lengths = lengthsOf(snapshot, facts);
  const ways = waysFrom(views, lengths, facts.placed, 0);
  const compiled = compile({ views, lengths, ways, parted, from: facts.placed, look: () => "few" });
  if (!compiled) throw new Error("Nothing to plan.");
  return stakeOf(compiled, facts)(points);
}
const isAsGood = (a: Moment, b: Moment, stake: number) =>
  a.mustsMissingMin <= b.mustsMissingMin && a.points >= b.points - 0.01 * stake;

/** Solves, and when it got how good. */
function traced(snapshot: ScenarioSnapshot, seconds: number, movePoints: number) {
  const began = clock();
  const trace: Moment[] = [];
  const plan = propose(
    { snapshot, freedom: "free", movePoints, seed: 1, solver },
    { seconds, now: clock },
    ({ objective: { points, mustsMissingMin } }) => {
      trace.push({ atS: clock() - began, points, mustsMissingMin });
    },
  );
  if (!plan) throw new Error("No plan.");
  return { plan, trace };
}

/** A plan half a second after a change, beside the best that is known. */
function soonAfter(changed: ScenarioSnapshot, movePoints: number, best: Moment, least: number) {
  const hard = brokenIn(startCheck(changed).report);
  const { plan, trace } = traced(changed, SOON_S, movePoints);
  const stake = stakeIn(changed, best.points);
  // The plan of today is told first; where what is broken in it can be mended, what stands of it is told next. What a pin breaks where
  // it stands nobody mends: where there is nothing else, the plan of today is as good as any.
  const isValid = brokenIn(plan.report) <= least;
  const firstAt = isValid ? (trace[hard > least ? 1 : 0]?.atS ?? null) : null;
  const stands = trace.filter((m) => firstAt !== null && m.atS >= firstAt);
  return {
    hard,
    brokenAfter: brokenIn(plan.report),
    firstAt,
    withinAt: stands.find((m) => isAsGood(m, best, stake))?.atS ?? null,
    last: trace.at(-1) as Moment,
    moved: plan.placements.length + plan.returned.length,
  };
}
const ms = (s: number | null) => (s === null ? null : Math.round(s * 1000));

/** How many of the changes of a kind meet what is wanted. */
interface Met {
  all: number;
  first: number;
  soon: number;
  few: number;
  /** Of those where most is to stay. */
  staying: { soon: number; few: number };
}
const met: Readonly<Record<Kind, Met>> = {
  great: { all: 0, first: 0, soon: 0, few: 0, staying: { soon: 0, few: 0 } },
  small: { all: 0, first: 0, soon: 0, few: 0, staying: { soon: 0, few: 0 } },
};

const rows: Figures[] = [];
const productions: readonly (readonly [string, Bundle])[] = [
  ["The Challenge", theChallenge()],
  ...(values.quick
    ? []
    : [1, 2, 3].map(
        (seed) => [`synthetic ${seed}`, syntheticProduction({ scenes: 78, days: 12, seed })] as const,
      )),
];
const remarks: string[] = [];
setFlagsFromString(STAYS_COMPILED);
warmUp(solver, { seconds: 0.5, now: () => performance.now() / 1000 });
for (const [name, bundle] of productions) {
  if (values.of !== undefined && values.of !== name) continue;
  const today = open(bundle);
  const base = withProposal(today, traced(today, BASE_S, 0).plan);
  const placed = base.tables.strip.filter((s) => s.startsAt !== null).length;
  for (const { kind, words, change } of chosen()) {
    const changed = change(base);
    if (!changed) continue;
    // Made anew for each: nothing is known beforehand of what has changed.
    const reference = traced(change(base) as ScenarioSnapshot, REFERENCE_S, 0);
    const best = reference.trace.at(-1) as Moment;
    const least = brokenIn(reference.plan.report);
    const usual = soonAfter(changed, USUAL_MOVE_POINTS, best, least);
    const staying = soonAfter(change(base) as ScenarioSnapshot, MOST_TO_STAY, best, least);
    const own = met[kind];
    own.all++;
    if (usual.firstAt !== null && usual.firstAt <= 0.05) own.first++;
    for (const [tally, { withinAt, moved }] of [
      [own, usual],
      [own.staying, staying],
    ] as const) {
      if (withinAt !== null && withinAt <= SOON_S) tally.soon++;
      if (moved <= 0.25 * placed) tally.few++;
    }
    const share = (moved: number) => Math.round((100 * moved) / Math.max(1, placed));
    rows.push({
      production: name,
      change: words,
      "broken by it": usual.hard,
      "broken after": usual.brokenAfter,
      [`after ${REFERENCE_S} s`]: least,
      "valid plan ms": ms(usual.firstAt),
      "within 1 % ms": ms(usual.withinAt),
      "at 0.5 s: musts out min": usual.last.mustsMissingMin,
      points: Math.round(usual.last.points),
      [`at ${REFERENCE_S} s: musts out min`]: best.mustsMissingMin,
      "points then": Math.round(best.points),
      "moved %": share(usual.moved),
      "where most is to stay: within 1 % ms": ms(staying.withinAt),
      "moved then %": share(staying.moved),
    });
  }
  const checked = startCheck(base);
  const times = base.tables.strip.flatMap(({ id, isPinned }) => {
    if (isPinned) return [];
    const began = clock();
    bestSlots(checked, id);
    return [(clock() - began) * 1000];
  });
  const sorted = [...times].sort((a, b) => a - b);
  remarks.push(
    `${name}: best places of a strip, ${sorted.length} strips: median ${sorted[sorted.length >> 1]?.toFixed(0)} ms, 95 % within ${sorted[Math.floor(sorted.length * 0.95)]?.toFixed(0)} ms, most ${sorted.at(-1)?.toFixed(0)} ms (goal 100).`,
  );
}
for (const [kind, { all, first, soon, few, staying }] of Object.entries(met)) {
  const share = (n: number) => `${Math.round((100 * n) / Math.max(1, all))} %`;
  remarks.push(
    `Of ${all} ${kind} changes: a plan that breaks no more than it must within 50 ms: ${share(first)}. Within 1 % of what is at stake of ${REFERENCE_S} s within ${SOON_S * 1000} ms: ${share(soon)} (goal 95 %). At most a quarter of the strips moved: ${share(few)}. Where most is to stay: within 1 % ${share(staying.soon)}, at most a quarter moved ${share(staying.few)}.`,
  );
}
if (rows.length === 0) throw new Error(`There is no production "${values.of ?? ""}" with such changes.`);
reportFigures("whatif", rows, remarks);
