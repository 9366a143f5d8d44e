import { seededRandom } from "../../base/random.ts";
import { type Bound, boundOf, type Prices } from "./bound.ts";
import { columnOf, columnsOf, resettled } from "./columns.ts";
import { dive } from "./dive.ts";
import type { LinearSolver } from "./linear.ts";
import { masterOf, type SlotColumn } from "./master.ts";
import type { OddSet } from "./odd-sets.ts";
import type { Column } from "./pool.ts";
import type { Placement, Problem } from "./problem.ts";
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

/** Searches that take turns, a cycle each, and learn from each other by exchanging days: one alone may settle far from the best. */
const SEARCHES = 2;
/** Iterations of a search in a round; and days that the bound looks at, in as many steps as that makes: before it has settled, after. */
const ITERATIONS = 2500;
const MOST_LOOKED_AT = 120;
const FEW_LOOKED_AT = 100;
/** Steps in the first round, after the sweeps. */
const FIRST_STEPS = 16;
/** Sweeps over the days before the bound takes steps only: as many as there are days, at most; and of those in a round. */
const MOST_SWEEPS = 40;
const SWEEPS_A_ROUND = 12;
/** Prices come from mixes from this round on, and day plans met by the searches are taught to begin with, at most so many. */
const MIXED_FROM = 2;
/** Of more days than this the first mixes are so poor that steps prove more. */
const MOST_MIXED = 18;
const MOST_TAUGHT = 500;
/** Labels in a round, so that the search of a long shoot is not kept waiting; fewer where mixes will soon prove more. */
const MOST_WORK = 100_000;
const LITTLE_WORK = 30_000;
/**
 * A search cools from HOT to COLD (as shares of what an item brings on average) over this many rounds, then the next does; then all
 * begin again with the best that goes together of the day plans they met, once for as long and from then on for twice as long each
 * time, up to LONGEST. Rounds are for a dozen days; more days take more rounds.
 */
const HOT = 0.27;
const COLD = 0.06;
const FIRST_CYCLE = 2;
const LONGEST_CYCLE = 24;
/** The bound has settled when so many rounds did not bring it down by this share of the points. */
const SETTLED_ROUNDS = 3;
const SETTLED_SHARE = 2e-4;
/**
 * Labels of a day at most: in sweeps and steps while prices are far off (more where there is more to choose from), on the way to those
 * of the best mix, and when they have settled.
 */
const FEW_LABELS = 1000;
const FEW_LABELS_AN_ITEM = 4;
const SOME_LABELS = 4000;
const MOST_LABELS = 60_000;
/** Columns of one packing at most, and of one mix to make a plan of; and branches of a packing. */
const MOST_LISTED = 6000;
const MOST_COLUMNS = 2000;
const NODES = 200;
/** How long one packing may take, as a share of the time that has passed. */
const PROVING_SHARE = 0.5;
const A_DOZEN = 12;
/** Rounds between two looks at which starts still matter. */
const GUIDED_ROUNDS = 4;
/** But not while the gap is a larger share of the points than this: nothing is struck then. */
const NEAR = 0.15;
/** Rounds between two packings; and between two plans out of the best mix. */
const PACKED_ROUNDS = 24;
const DIVE_ROUNDS = 2;
/** Of what was the gap when starts were struck last, so much at most is left when they are struck again. */
const WORTH_STRIKING = 0.9;
/** Days' best of the bound that are remembered. */
const MOST_MET = 10_000;

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
  const [first] = searches as [Search];
  const scoreOf = ({ points, missing }: Found) => points + (problem.musts - missing) * problem.mustPoints;
  const leader = (): Search => searches.reduce((a, b) => (scoreOf(b.best()) > scoreOf(a.best()) ? b : a));
  const best = (): Found => leader().best();
  const score = () => scoreOf(best());
  const { all: allPoints, each } = pointsAtStake(relaxed);
  /** Made after the first round: what the plan would lose without an item is near its price. */
  let bound: Bound | null = null;
  const most = () => bound?.value() ?? allPoints;

  let round = 0;
  const progress = (): Progress => {
    const { points, missing } = best();
    const placed = Math.min(
      problem.musts,
      Math.floor((most() + problem.mustPoints / 2) / problem.mustPoints),
    );
    const possible = Math.max(0, problem.musts - placed);
    const isSettled = possible === missing;
    const boundPoints = most() - placed * problem.mustPoints;
    return {
      round,
      iterations: searches.reduce((sum, search) => sum + search.iterations(), 0),
      points,
      missing,
      bound: { points: boundPoints, missing: possible },
      gap: isSettled ? Math.max(0, boundPoints - points) / Math.max(1, Math.abs(points)) : null,
      isOptimal: most() <= score(),
    };
  };

  const slots = problem.units * problem.days;
  const mixer = slots <= MOST_MIXED ? solver : null;
  const inProportion = (rounds: number) => Math.max(rounds, Math.round((rounds * slots) / A_DOZEN));
  const firstCycle = inProportion(FIRST_CYCLE);
  const guidedRounds = inProportion(GUIDED_ROUNDS);
  const sweeps = Math.min(MOST_SWEEPS, slots);
  let swept = 0;
  const fewLabels = Math.max(FEW_LABELS, FEW_LABELS_AN_ITEM * problem.items);
  let cycle = firstCycle;
  let inCycle = 0;
  let cycles = 0;
  let isSettled = false;
  let idle = 0;
  let struckAt = Number.POSITIVE_INFINITY;
  /** Not before each search has cooled down twice: till then there is little to choose from. */
  let packAt = 2 * SEARCHES * firstCycle;
  let diveAt = inProportion(1);
  let guideAt = guidedRounds;

  const isOver = (): boolean =>
    most() <= score() ||
    (budget.rounds !== undefined && round >= budget.rounds) ||
    (secondsLeft() ?? 1) <= 0 ||
    (budget.isStopped?.() ?? false);

  /** The days' best of the bound's steps; with what the searches met they make good exchanges. */
  const met = new Map<string, SlotColumn>();
  function step(of: Bound): void {
    for (const column of of.step(
      score(),
      round >= MIXED_FROM,
      isSettled ? MOST_LABELS : mixer ? Math.max(fewLabels, SOME_LABELS) : fewLabels,
    )) {
      const key = `${column.slot} ${column.plan.map(({ item, option }) => `${item}.${option}`).join()}`;
      if (!met.has(key)) met.set(key, column);
    }
    if (met.size > MOST_MET) met.clear();
  }
  const slotted = (column: Column): SlotColumn[] =>
    problem.units === 1 ? [{ ...column, slot: column.day }] : columnsOf(problem, column.plan);
  const columnsMet = (): SlotColumn[] =>
    searches.flatMap(({ pool }) => [...pool.columns.values()].flatMap(slotted));
  /** Those that a plan better than the best can have, the likeliest first. */
  function promising(of: Bound, columns: readonly SlotColumn[]): SlotColumn[] {
    const gap = most() - score();
    return columns
      .map((column) => ({ column, loss: of.loss(column) }))
      .filter(({ loss }) => loss <= gap)
      .sort((a, b) => a.loss - b.loss)
      .map(({ column }) => column);
  }
  const pricedSets = (of: Bound): readonly OddSet[] => {
    const { sets, prices } = of.prices().odd;
    return sets.filter((_, s) => (prices[s] as number) > 0);
  };

  /** Chooses among all day plans that can be part of a plan near the bound, where they can be listed. */
  function pack(of: Bound): void {
    const before = score();
    const listed = master && of.sequences(before, MOST_LISTED);
    if (!listed) return;
    const own = columnsOf(problem, best().plan);
    const columns = listed.flatMap((some, slot) =>
      some.map(({ options, starts }) => columnOf(relaxed, slot, options, starts)),
    );
    const left = secondsLeft();
    const seconds =
      left === null || !budget.now ? null : Math.min(left, 0.2 + (budget.now() - began) * PROVING_SHARE);
    const needsMusts = best().missing === 0;
    const limits = { nodes: NODES, seconds };
    const chosen = master([...own, ...columns], needsMusts, limits, new Set(own), pricedSets(of));
    if (chosen?.plan) leader().offer(chosen.plan);
    if (chosen && needsMusts) of.lower(Math.max(Math.floor(chosen.bound + 1e-6), before));
  }
  const random = seededRandom(seed + 1);
  /** Days as the search sees them, where the bound sees them looser. */
  let seeker: Bound | null = null;
  /** A plan out of the best mix, for the search whose turn is next; the next time chance makes it another. */
  function plunge(of: Bound, into: Search): void {
    if (!solver) return;
    seeker ??= relaxed === problem ? of : boundOf(problem, of.prices().items, allPoints);
    // What the bound leaves out it does not know here either.
    const isLooser = seeker !== of || problem.between !== null;
    const standing = (columns: readonly SlotColumn[]) =>
      isLooser ? columns.flatMap((own) => resettled(problem, own) ?? []) : columns;
    const columns = promising(of, [...columnsMet(), ...standing([...met.values()])]).slice(0, MOST_COLUMNS);
    const seek = (prices: Prices, isKept: Uint8Array) =>
      isOver() ? null : standing((seeker ?? of).seek(prices, isKept, fewLabels));
    const plan = dive(problem, solver, columns, pricedSets(of), seek, random);
    if (plan) into.goOn(plan);
  }
  const master = solver && masterOf(relaxed, solver);

  onProgress(progress(), best());
  while (!isOver()) {
    const at = (x: number) => each * HOT * (COLD / HOT) ** (x / cycle);
    const turn = searches[cycles % SEARCHES] as Search;
    if (bound && round >= diveAt) {
      plunge(bound, turn);
      diveAt = round + inProportion(DIVE_ROUNDS);
    }
    turn.run(ITERATIONS, at(inCycle), at(inCycle + 1), score(), budget.isStopped);
    const isCycleOver = ++inCycle === cycle;
    if (isCycleOver) {
      inCycle = 0;
      cycles++;
    }
    const isEachOver = isCycleOver && cycles % SEARCHES === 0;
    if (isEachOver && cycles > SEARCHES) cycle = Math.max(cycle, Math.min(LONGEST_CYCLE, cycle * 2));
    bound ??= boundOf(relaxed, first.losses(), allPoints, mixer);
    for (let s = 0; s < SWEEPS_A_ROUND && swept < sweeps && !isOver(); s++, swept++)
      bound.sweep(score(), fewLabels);
    const before = bound.value();
    const workBefore = bound.work();
    const mostWork = mixer && round < MIXED_FROM ? LITTLE_WORK : MOST_WORK;
    const looked = Math.max(1, Math.round((isSettled ? FEW_LOOKED_AT : MOST_LOOKED_AT) / Math.max(1, slots)));
    const steps = round === 0 ? Math.max(FIRST_STEPS, looked) : looked;
    bound.teach(columnsOf(relaxed, best().plan));
    for (let s = 0; s < steps && bound.work() - workBefore < mostWork && !isOver(); s++) {
      if (bound.isSettled() && isSettled) break;
      isSettled ||= bound.isSettled();
      step(bound);
      if (round === MIXED_FROM && s === 0) bound.teach(promising(bound, columnsMet()).slice(0, MOST_TAUGHT));
    }
    idle = before - bound.value() < SETTLED_SHARE * Math.abs(best().points) ? idle + 1 : 0;
    if (idle >= SETTLED_ROUNDS || bound.isSettled()) isSettled = true;
    round++;
    const gap = most() - score();
    const isNear = isSettled || gap <= NEAR * Math.abs(best().points);
    if (isNear && round >= guideAt && !isOver()) {
      guideAt = round + guidedRounds;
      // Striking begins anew from the best prices: not before there is enough to strike.
      if (!isSettled || gap < struckAt * WORTH_STRIKING) {
        struckAt = gap;
        bound.tighten(score());
        const losses = bound.losses();
        for (const search of searches) search.guide(losses);
        step(bound);
      }
    }
    if (isSettled && round >= packAt && !isOver()) {
      pack(bound);
      packAt = round + PACKED_ROUNDS;
    }
    if (bound.isSettled() && !isOver()) bound.sharpen();
    onProgress(progress(), best());
  }
  bound?.end();
  const prices = bound?.prices().items ?? new Float64Array(problem.items);
  return { ...progress(), plan: best().plan, prices };
}

/** What all items bring together at most, with the points of the musts; and what one brings on average. */
function pointsAtStake(p: Problem): { readonly all: number; readonly each: number } {
  let [sum, some] = [0, 0];
  for (let i = 0; i < p.items; i++) {
    let most = 0;
    for (let o = p.optionFrom[i] as number; o < (p.optionFrom[i + 1] as number); o++)
      most = Math.max(most, p.points[o] as number);
    sum += most;
    if (most > 0) some++;
  }
  return { all: sum + p.musts * p.mustPoints, each: Math.max(1, sum / Math.max(1, some)) };
}
