import { seededRandom } from "../../base/random.ts";
import { boundOf } from "./bound.ts";
import type { LinearSolver } from "./linear.ts";
import { masterOf, type SlotColumn } from "./master.ts";
import type { Placement, Problem } from "./problem.ts";
import { recombinerOf } from "./recombine.ts";
import { type Found, type Search, searchOf } from "./search.ts";

export interface EngineInput {
  /** What the search plans. */
  readonly problem: Problem;
  /** The same items and options with fewer limits, or with the same: whatever a valid plan may do, this allows. The bound is on it. */
  readonly relaxed?: Problem;
  readonly seed: number;
  /** A plan to begin with. */
  readonly start?: readonly Placement[];
  /** Without one the bound stays what prices alone can prove. */
  readonly solver?: LinearSolver | null;
}
/** When to end: after so many rounds, or by a clock. */
export interface Budget {
  readonly rounds?: number;
  readonly seconds?: number;
  /** Seconds of any clock that does not go back. Without it a run is repeatable. */
  readonly now?: () => number;
  /** Asked after every round. */
  readonly isStopped?: () => boolean;
}
export interface Progress {
  readonly round: number;
  /** Of the search. */
  readonly iterations: number;
  readonly points: number;
  /** Musts without a place. */
  readonly missing: number;
  /** No plan leaves fewer musts out, and none that leaves out so few brings more points. */
  readonly bound: { readonly points: number; readonly missing: number };
  /** How much more points there could be, as a share of those there are; null while a must more might find a place. */
  readonly gap: number | null;
  /** Nothing is better. */
  readonly isOptimal: boolean;
}
export interface Outcome extends Progress {
  readonly plan: readonly Placement[];
  /** By item: the points that one more of it would bring; where every one has its price, what a day's time is worth shows. */
  readonly prices: Float64Array;
}

/** Searches that take turns, and learn from each other by exchanging days: one alone may settle far from the best. */
const SEARCHES = 2;
/** Iterations of a search in a round, and steps of the bound. */
const ITERATIONS = 1500;
const STEPS = 15;
/** Labels in a round, so that the search of a long shoot is not kept waiting. */
const MOST_WORK = 100_000;
/** The search cools from HOT to COLD (points) over this many rounds, and begins again; twice as long each time, up to LONGEST. */
const HOT = 150;
const COLD = 8;
const FIRST_CYCLE = 9;
const LONGEST_CYCLE = 48;
/** The bound has settled when so many rounds did not bring it down by this share of the points. */
const SETTLED_ROUNDS = 3;
const SETTLED_SHARE = 2e-4;
/** Labels of a day at most, while prices are far off, and when they have settled. */
const FEW_LABELS = 3000;
const MOST_LABELS = 60_000;
/** Columns of one packing at most, and branches. */
const MOST_COLUMNS = 2000;
const NODES = 200;
/** Of one packing that proves nothing. */
const MOST_SECONDS = 8;
/** Rounds between two looks at which starts still matter. */
const GUIDED_ROUNDS = 6;
/** Exchanges of days then; and rounds between two packings. */
const TURNS = 250;
const PACKED_ROUNDS = 24;

/**
 * Plans a problem: searches, bounds, and combines day plans, in turns, until the budget is spent or nothing can be better. Same input
 * and same number of rounds, same outcome. Null when what is pinned cannot stand together.
 */
export function solve(
  input: EngineInput,
  budget: Budget,
  onProgress: (progress: Progress, best: Found) => void = () => undefined,
): Outcome | null {
  const { problem, relaxed = problem, seed, start = [], solver = null } = input;
  const began = budget.now?.() ?? 0;
  const secondsLeft = (): number | null =>
    budget.now && budget.seconds !== undefined ? budget.seconds - (budget.now() - began) : null;

  const searches: Search[] = [];
  for (let k = 0; k < SEARCHES; k++) {
    const search = searchOf(problem, seed * SEARCHES + k, start);
    if (!search) return null;
    searches.push(search);
  }
  const scoreOf = ({ points, missing }: Found) => points + (problem.musts - missing) * problem.mustPoints;
  const leader = (): Search => searches.reduce((a, b) => (scoreOf(b.best()) > scoreOf(a.best()) ? b : a));
  const best = (): Found => leader().best();
  const score = () => scoreOf(best());
  const columnsMet = () => searches.flatMap(({ pool }) => [...pool.columns.values()]);
  const bound = boundOf(relaxed, firstPrices(problem, best()));
  const master = solver && masterOf(relaxed, solver);

  let round = 0;
  const progress = (): Progress => {
    const { points, missing } = best();
    const most = bound.value();
    const placed = Math.min(problem.musts, Math.floor((most + problem.mustPoints / 2) / problem.mustPoints));
    const possible = Math.max(0, problem.musts - placed);
    const isSettled = possible === missing;
    const boundPoints = most - placed * problem.mustPoints;
    return {
      round,
      iterations: searches.reduce((sum, search) => sum + search.iterations(), 0),
      points,
      missing,
      bound: { points: boundPoints, missing: possible },
      gap: isSettled ? Math.max(0, boundPoints - points) / Math.max(1, Math.abs(points)) : null,
      isOptimal: most <= score(),
    };
  };

  let cycle = FIRST_CYCLE;
  let inCycle = 0;
  let settledAt = Number.POSITIVE_INFINITY;
  let idle = 0;

  const isOver = (): boolean =>
    bound.value() <= score() ||
    (budget.rounds !== undefined && round >= budget.rounds) ||
    (secondsLeft() ?? 1) <= 0 ||
    (budget.isStopped?.() ?? false);

  /** The plan as it is, day by day. */
  function ownColumns(): SlotColumn[] {
    const byDay = new Map<number, Placement[]>();
    for (const placed of best().plan) byDay.set(placed.day, [...(byDay.get(placed.day) ?? []), placed]);
    return [...byDay].map(([day, plan]) =>
      columnOf(
        problem,
        day,
        plan.map(({ item, option }) => (problem.optionFrom[item] as number) + option),
        plan.map(({ start }) => start),
      ),
    );
  }

  const random = seededRandom(seed + 1);
  /** Adds day plans that bring little less than the best to those met, and exchanges those of some days for others. */
  function recombine(): void {
    const isSame = relaxed === problem && problem.units === 1;
    const near = isSame ? bound.near(Math.max(1, (bound.value() - score()) / 2)) : [];
    const columns = [
      ...columnsMet(),
      ...near.flatMap((some, slot) =>
        some.map(({ options, starts }) => columnOf(relaxed, slot, options, starts)),
      ),
    ].filter((column) => bound.loss(column) <= bound.value() - score());
    const exchanged = recombinerOf(problem, columns);
    for (let turn = 0; turn < TURNS; turn++) {
      const { plan } = best();
      const days = new Set<number>();
      const some = Math.min(problem.days, 4 + Math.floor(random() * 6));
      while (days.size < some) days.add(Math.floor(random() * problem.days));
      const now = ownColumns()
        .filter(({ day }) => days.has(day))
        .reduce(
          (sum, c) =>
            sum + c.points + c.plan.filter(({ item }) => problem.must[item]).length * problem.mustPoints,
          0,
        );
      const better = exchanged(plan, [...days], now);
      if (better) leader().offer(better);
    }
  }

  /** Chooses among day plans: those that were met, and all that can be part of a plan near the bound. */
  function pack(): void {
    if (!master) return;
    const before = score();
    const gap = bound.value() - before;
    const isSame = relaxed === problem && problem.units === 1;
    const withLoss = (column: SlotColumn) => ({ column, loss: bound.loss(column) });
    const all = isSame ? bound.sequences(gap, MOST_COLUMNS) : null;
    const met = (all ? [] : columnsMet()).map((column) => ({
      ...column,
      slot: column.day,
    }));
    const near = (all ?? bound.near(gap / 2)).flatMap((sequences, slot) =>
      sequences.map(({ options, starts }) => columnOf(relaxed, slot, options, starts)),
    );
    const columns = [...met, ...near]
      .map(withLoss)
      .filter(({ loss }) => loss <= gap)
      .sort((a, b) => a.loss - b.loss)
      .slice(0, MOST_COLUMNS)
      .map(({ column }) => column);
    if (columns.length === 0) return;
    const needsMusts = best().missing === 0;
    const own = new Set(ownColumns());
    const left = secondsLeft();
    const limits = {
      nodes: NODES,
      seconds: left === null ? null : Math.min(left, all ? left : MOST_SECONDS),
    };
    const chosen = master(
      isSame ? [...own, ...columns] : columns,
      needsMusts,
      limits,
      isSame ? own : new Set(),
    );
    if (!chosen) return;
    if (chosen.plan) leader().offer(chosen.plan);
    if (all && needsMusts) bound.lower(Math.max(Math.floor(chosen.bound + 1e-6), before));
  }

  onProgress(progress(), best());
  while (!isOver()) {
    const [from, to] = [inCycle / cycle, (inCycle + 1) / cycle];
    // The first has its first cycle to itself, so that there is a fair plan soon.
    const turn = searches[round < FIRST_CYCLE ? 0 : round % SEARCHES] as Search;
    turn.run(ITERATIONS, HOT * (COLD / HOT) ** from, HOT * (COLD / HOT) ** to);
    if (++inCycle === cycle) {
      inCycle = 0;
      cycle = Math.min(LONGEST_CYCLE, cycle * 2);
    }
    const before = bound.value();
    const workBefore = bound.work();
    for (let s = 0; s < STEPS && bound.work() - workBefore < MOST_WORK && !isOver(); s++)
      bound.step(score(), settledAt === Number.POSITIVE_INFINITY ? FEW_LABELS : MOST_LABELS);
    const { points } = best();
    idle = before - bound.value() < SETTLED_SHARE * Math.abs(points) ? idle + 1 : 0;
    if (idle >= SETTLED_ROUNDS && settledAt === Number.POSITIVE_INFINITY) settledAt = round;
    round++;
    if (round % GUIDED_ROUNDS === 0 && !isOver()) {
      bound.tighten(score());
      const losses = bound.losses();
      for (const search of searches) search.guide(losses);
      bound.step(score(), MOST_LABELS);
      if (!isOver()) recombine();
      if (round >= settledAt && round % PACKED_ROUNDS === 0 && !isOver()) pack();
    }
    onProgress(progress(), best());
  }
  return { ...progress(), plan: best().plan, prices: bound.prices().items };
}

/** Prices to begin with: what an item brings beyond what its time would bring elsewhere, going by what found no room. */
function firstPrices(p: Problem, { plan }: Found): Float64Array {
  const isIn = new Set(plan.map(({ item }) => item));
  const overhead = p.gap.reduce((sum, g) => sum + g, 0) / Math.max(1, 3 * p.gap.length);
  const best = Float64Array.from({ length: p.items }, (_, i) => {
    let most = 0;
    for (let o = p.optionFrom[i] as number; o < (p.optionFrom[i + 1] as number); o++)
      most = Math.max(most, p.points[o] as number);
    return most;
  });
  const timeOf = (i: number) => (p.length[p.optionFrom[i] as number] ?? 0) + overhead;
  const densities = Array.from(best.keys())
    .filter((i) => !isIn.has(i) && (p.optionFrom[i] as number) < (p.optionFrom[i + 1] as number))
    .map((i) => (best[i] as number) / timeOf(i))
    .sort((a, b) => a - b);
  const perTick = densities[Math.floor(densities.length * 0.9)] ?? 0;
  return best.map((points, i) => Math.max(0, points - perTick * timeOf(i)));
}

/** Options of the problem, in order, as a column. */
function columnOf(
  p: Problem,
  slot: number,
  options: readonly number[],
  starts: readonly number[],
): SlotColumn {
  const day = slot % p.days;
  let points = 0;
  let before = p.classes;
  let tags = 0;
  const plan = options.map((option, i): Placement => {
    const item = p.itemOf[option] as number;
    const way = before * p.classes + (p.class[option] as number);
    points += (p.points[option] as number) - (p.cost[way] as number);
    tags |= p.tagMask[option] as number;
    before = p.class[option] as number;
    return {
      item,
      option: option - (p.optionFrom[item] as number),
      unit: p.unit[option] as number,
      day,
      level: p.level[way] as number,
      start: starts[i] as number,
    };
  });
  for (const [t, cost] of p.tagCost.entries()) if ((tags >> t) & 1) points -= cost / p.units;
  return { slot, day, plan, points };
}
