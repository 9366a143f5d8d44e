// What a change costs: how soon there is a plan again after a day is lost, a module closed, somebody ill, scenes longer, hours more or
// fewer, or something small on one day; how good it is after half a second beside what 16 s find, and how much of the plan had to move
// for it. And how soon the best places of a strip are told.
//
//   npm run bench -- whatif [--quick] [--of "The Challenge"] [--cases 1-4]
//
// Base plans are what 20 s find (with --quick, 4 s beside a reference of 4 s and the first production only). Every change is asked
// as a producer asks who says nothing else. Asked are the threads of a process that stands ready, as the product has them, warmed up; the
// clock runs from the question until an answer is here. Then once more as from the page: the threads have begun when it was opened, two
// seconds before the question. What moves more than a quarter of the strips is asked for at length where a move is dear, for the fewest
// moves that are seen of any plan within 1 %: whether fewer would do.
// --of takes one production, --cases some of the changes, by number.

import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { type Bundle, tablesOf } from "#core/model/bundle.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { startCheck } from "#core/rules/check.ts";
import { shootDayAt } from "#core/rules/duty.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import { bestSlots } from "#core/solve/best-slots.ts";
import { USUAL_MOVE_POINTS } from "#core/solve/move-points.ts";
import { withProposal } from "#core/solve/placement.ts";
import { compile } from "#core/solve/plan/compile.ts";
import { bareOf, partedBy } from "#core/solve/plan/fixed.ts";
import { lengthsOf } from "#core/solve/plan/lengths.ts";
import { viewsOf } from "#core/solve/plan/views.ts";
import { waysFrom } from "#core/solve/plan/ways.ts";
import { stakeOf } from "#core/solve/plan/worth.ts";
import type { ProposalProgress } from "#core/solve/propose.ts";
import { syntheticProduction } from "#seeds/generate/production.ts";
import { theChallenge } from "#seeds/the-challenge/index.ts";
import { type Asked, FLAGS, type ProposedPlan } from "#server/solves/solving.ts";
import { threadsOf } from "#server/solves/threads.ts";
import { CHANGES, type Change } from "./measure/changes.ts";
import { type Figures, reportFigures } from "./measure/figures.ts";

if (!FLAGS.every((flag) => process.execArgv.includes(flag))) {
  const { status } = spawnSync(process.execPath, [...FLAGS, ...process.argv.slice(1)], { stdio: "inherit" });
  process.exit(status ?? 1);
}
const { values } = parseArgs({
  options: { quick: { type: "boolean" }, of: { type: "string" }, cases: { type: "string" } },
});
const BASE_S = values.quick ? 4 : 20;
const REFERENCE_S = values.quick ? 4 : 16;
const SOON_S = 0.5;
/** Points a move, to see with how few it goes. */
const DEAR = 1_000;
/** So much of the strips may move. */
const FEW = 0.25;
/** From opening the page to pressing its button a person takes more. */
const OPENED_S = 2;
/** Question and answer are on their way for so long. */
const ON_THE_WAY_S = 0.02;

const clock = () => performance.now() / 1000;

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
const isAsGood = ({ objective: a }: ProposalProgress, { objective: b }: ProposalProgress, stake: number) =>
  a.mustsMissingMin < b.mustsMissingMin ||
  (a.mustsMissingMin === b.mustsMissingMin && a.points >= b.points - 0.01 * stake);
/** Hard breaches but for what has no place. */
const brokenIn = ({ rank }: ProposalProgress): number => rank[0];

// Beside where this is built.
const threads = threadsOf(new URL("../thread.worker.mjs", import.meta.url), 1_024, (error) => {
  throw error;
});
threads.pair();
await threads.warmUp();

interface Moment {
  readonly atS: number;
  readonly progress: ProposalProgress;
}
interface Answered {
  readonly plan: ProposedPlan;
  /** What was told, and when it was here. */
  readonly trace: readonly Moment[];
}
const asking = (snapshot: ScenarioSnapshot, seconds: number, movePoints: number): Asked => ({
  asks: "plan",
  input: { snapshot, freedom: "free", movePoints, seed: 1 },
  seconds,
});
const answerTo = (asked: Asked): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const began = clock();
    const trace: Moment[] = [];
    threads.search(asked, (answer) => {
      const atS = clock() - began;
      if (answer.kind === "progress") trace.push({ atS, progress: answer.progress });
      if (answer.kind !== "proposal") return;
      if (!answer.proposal) return reject(new Error("No plan."));
      trace.push({ atS, progress: answer.proposal });
      resolve({ plan: answer.proposal, trace });
    });
  });
const ask = (...of: Parameters<typeof asking>) => answerTo(asking(...of));
/** As from the page, which was opened before; of a plan that nobody has looked at. */
async function askFromPage(
  snapshot: ScenarioSnapshot,
  movePoints: number,
  openedS = OPENED_S,
): Promise<Answered> {
  const of = randomUUID();
  void threads.beforehand({ ...asking(snapshot, 1, movePoints), of });
  await setTimeout(openedS * 1000);
  return answerTo({ ...asking(snapshot, SOON_S - ON_THE_WAY_S, movePoints), of });
}

/** How many strips leave their day, come into the plan, or go out of it. */
function redayed(before: ScenarioSnapshot, plan: ProposedPlan): number {
  const { days } = startCheck(before).facts;
  const after = new Map(withProposal(before, plan).tables.strip.map((strip) => [strip.id, strip]));
  const dayOf = (at: EpochSeconds | null | undefined) => (at == null ? null : shootDayAt(days, at));
  return before.tables.strip.filter(({ id, startsAt }) => dayOf(startsAt) !== dayOf(after.get(id)?.startsAt))
    .length;
}

/** A plan half a second after a change, beside the best that is known. */
function beside(changed: ScenarioSnapshot, best: ProposalProgress, stake: number, { plan, trace }: Answered) {
  // What a pin breaks where it stands nobody mends: where there is nothing else, the plan of today is as good as any.
  const stands = trace.filter(({ progress }) => brokenIn(progress) <= brokenIn(best));
  const isNear = ({ progress }: Moment) => isAsGood(progress, best, stake);
  const stays = stands.findLastIndex((moment) => !isNear(moment)) + 1;
  return {
    brokenAfter: brokenIn(plan),
    firstAt: stands[0]?.atS ?? null,
    withinAt: stands[stays]?.atS ?? null,
    doneAt: (trace.at(-1) as Moment).atS,
    last: plan.objective,
    moved: plan.placements.length + plan.returned.length,
    redayed: redayed(changed, plan),
  };
}
const ms = (s: number | null) => (s === null ? null : Math.round(s * 1000));

/** How many of the changes of a kind meet what is wanted. */
interface Met {
  all: number;
  first: number;
  soon: number;
  few: number;
  /** Of those asked from the page. */
  opened: { first: number; soon: number; few: number };
  /** More than a quarter moved, and no plan as good was seen with fewer than that. */
  none: number;
  /** Strips that moved, from the page: the sum of their shares. */
  moved: number;
}
const NONE = { first: 0, soon: 0, few: 0 };
const noneMet = (): Met => ({ all: 0, ...NONE, opened: { ...NONE }, none: 0, moved: 0 });
const met: Readonly<Record<Kind, Met>> = {
  great: noneMet(),
  small: noneMet(),
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
for (const [name, bundle] of productions) {
  if (values.of !== undefined && values.of !== name) continue;
  const today = open(bundle);
  const base = withProposal(today, (await ask(today, BASE_S, 0)).plan);
  const placed = base.tables.strip.filter((s) => s.startsAt !== null).length;
  const cases = chosen().flatMap(({ kind, words, change }) => {
    const changed = change(base);
    return changed ? [{ kind, words, changed }] : [];
  });
  // One after the other: of a change that was asked about just now more is known beforehand than of a new one.
  const inTurn = async (asks: (changed: ScenarioSnapshot) => Promise<Answered>) => {
    const answers: Answered[] = [];
    for (const { changed } of cases) answers.push(await asks(changed));
    return answers;
  };
  const asUsual = await inTurn((changed) => ask(changed, SOON_S - ON_THE_WAY_S, USUAL_MOVE_POINTS));
  const asOpened = await inTurn((changed) => askFromPage(changed, USUAL_MOVE_POINTS));
  const references = await inTurn((changed) => ask(changed, REFERENCE_S, 0));
  for (const [i, { kind, words, changed }] of cases.entries()) {
    const best = (references[i] as Answered).plan;
    const stake = stakeIn(changed, best.objective.points);
    const usual = beside(changed, best, stake, asUsual[i] as Answered);
    const opened = beside(changed, best, stake, asOpened[i] as Answered);
    const own = met[kind];
    own.all++;
    own.moved += opened.moved / Math.max(1, placed);
    let fewest: number | null = null;
    if (Math.max(usual.moved, opened.moved) > FEW * placed) {
      const dear = [
        await ask(changed, REFERENCE_S, DEAR),
        await askFromPage(changed, DEAR, 2 * OPENED_S),
        await askFromPage(changed, USUAL_MOVE_POINTS, 2 * OPENED_S),
      ].map((answered) => beside(changed, best, stake, answered));
      const near = [usual, opened, ...dear].filter(({ withinAt }) => withinAt !== null);
      fewest = near.length > 0 ? Math.min(...near.map(({ moved }) => moved)) : null;
      if (opened.moved > FEW * placed && (fewest === null || fewest > FEW * placed)) own.none++;
    }
    const isFirst = ({ firstAt }: typeof usual) => firstAt !== null && firstAt <= 0.05;
    if (isFirst(usual)) own.first++;
    if (isFirst(opened)) own.opened.first++;
    for (const [tally, { withinAt, moved }] of [
      [own, usual],
      [own.opened, opened],
    ] as const) {
      if (withinAt !== null && withinAt <= SOON_S) tally.soon++;
      if (moved <= FEW * placed) tally.few++;
    }
    const share = (moved: number) => Math.round((100 * moved) / Math.max(1, placed));
    rows.push({
      production: name,
      change: words,
      "broken after": usual.brokenAfter,
      [`after ${REFERENCE_S} s`]: brokenIn(best),
      "valid plan ms": ms(usual.firstAt),
      "within 1 % ms": ms(usual.withinAt),
      "done ms": ms(usual.doneAt),
      "then: musts out min": usual.last.mustsMissingMin,
      points: Math.round(usual.last.points),
      [`at ${REFERENCE_S} s: musts out min`]: best.objective.mustsMissingMin,
      "points then": Math.round(best.objective.points),
      "moved %": share(usual.moved),
      "to another day, in or out %": share(usual.redayed),
      "from the page: valid plan ms": ms(opened.firstAt),
      "from the page: within 1 % ms": ms(opened.withinAt),
      "from the page: moved %": share(opened.moved),
      "from the page: to another day, in or out %": share(opened.redayed),
      "fewest seen %": fewest === null ? null : share(fewest),
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
for (const [kind, { all, first, soon, few, opened, none, moved }] of Object.entries(met)) {
  const share = (n: number) => `${Math.round((100 * n) / Math.max(1, all))} %`;
  remarks.push(
    `Of ${all} ${kind} changes: a plan that breaks no more than it must within 50 ms: ${share(first)}. Within 1 % of what is at stake of ${REFERENCE_S} s within ${SOON_S * 1000} ms: ${share(soon)} (goal 95 %). At most a quarter of the strips moved: ${share(few)}. Asked from the page, opened ${OPENED_S} s before: a plan within 50 ms ${share(opened.first)}, within 1 % ${share(opened.soon)}, at most a quarter moved ${share(opened.few)}; ${share(moved)} moved in the mean. Of the ${all - opened.few} that moved more, ${none} for which no plan within 1 % was seen, at length and where moves are dear, that moves a quarter or less.`,
  );
}
if (rows.length === 0) throw new Error(`There is no production "${values.of ?? ""}" with such changes.`);
reportFigures("whatif", rows, remarks);
await threads.end();
