import { seededRandom } from "../../base/random.ts";
import { choicesOf } from "./choices.ts";
import { NOWHERE } from "./insertion.ts";
import { type Pool, poolOf } from "./pool.ts";
import type { Placement, Problem } from "./problem.ts";
import { ruinsOf } from "./ruin.ts";
import { stateOf } from "./state.ts";

/** A plan, and what it is worth. */
export interface Found {
  readonly plan: readonly Placement[];
  readonly points: number;
  /** Musts that have no place. */
  readonly missing: number;
}
export interface Search {
  /**
   * Ruins and recreates so many times, cooling from one temperature (in points) to the other. Better plans that do not score more than
   * `known`, which somebody has already, are only asked about in the end. Ends sooner when it is stopped.
   */
  run(iterations: number, hot: number, cold: number, known?: number, isStopped?: () => boolean): void;
  best(): Found;
  iterations(): number;
  losses(): Float64Array;
  /** Takes over a plan put together elsewhere; false where it is no better, or does not hold. */
  offer(plan: readonly Placement[]): boolean;
  /** Goes on from a plan put together elsewhere, better or not, unless it leaves out more musts than the best. */
  goOn(plan: readonly Placement[]): void;
  /** By option and day: points that a place there is known to lose. The search leans on it. */
  guide(losses: Float64Array): void;
  /** Day plans that were met. */
  readonly pool: Pool;
}

/** The search leans on what places are known to lose by up to so much. */
const TRUST = 0.5;
/** A place that loses more is as bad as any. */
const MOST_LOSS = 1000;
/**
 * Days bring by chance up to so much more, as a share of what an item brings on average, each time an item looks for a place: where many
 * days are as good the first of them would always be taken.
 */
const CHANCE = 0.3;
/** And by no more than so many times the temperature: where little is at stake chance decides little. */
const CHANCE_OF_HEAT = 5;
/** In a long plan what was out already is tried only in part. */
const MOST_TRIED = 40;
/** A plan that would be the best is asked about after so many iterations, for better ones often follow soon. */
const LATER = 800;
/** Iterations between two looks at whether it is stopped. */
const ASKED_EVERY = 50;
/** A must that often found no place again goes before the others: by so much of how often, of which each time counts so much. */
const HARD = 4;
const HARD_SHARE = 0.1;
/** Days beside those ruined that a removed item is tried on, where there are many. */
const OTHER_DAYS = 4;

/**
 * Searches by ruin and recreate over sequences: some items go out, and they and others come in where they bring most, accepted as in
 * simulated annealing. Same seed and same calls, same plans. `start` is a plan to begin with.
 * Null when what is pinned cannot stand together.
 */
export function searchOf(p: Problem, seed: number, start: readonly Placement[] = []): Search | null {
  const state = stateOf(p);
  const random = seededRandom(seed);
  const pool = poolOf(p);
  const { count, at, widest } = state;
  const { days, optionFrom, latest, length } = p;
  const { judge, confirm } = p.spec;
  const below = (n: number) => Math.floor(random() * n);

  const choices = choicesOf(p);
  const { free, cellsFrom, cellAt, firstStart, density, worth, choice, mostGain, each } = choices;
  const ruins = ruinsOf(p, state, choices, random);
  const { isOut, out } = ruins;
  const isLong = days > 20;

  let loss = new Float64Array(p.unit.length * days);
  let trust = 0;

  /** By day, what chance adds. */
  const luck = new Float64Array(days);
  let mostLuck = 0;

  const isOpen = new Uint8Array(days);
  const isRuined = new Uint8Array(days);
  const single = new Uint8Array(p.items);
  /** Taking out what was judged not to hold has left a sequence that does not go. */
  let isBroken = false;
  /** By must, how often it found no place again of late. */
  const lostShare = new Float64Array(p.items);
  const queue = new Int32Array(p.items);
  const key = new Float64Array(p.items);
  let queued = 0;

  /** Puts an item where it brings most on the open days. Unless it is to be sure, a day that was never judged is taken to hold. */
  function place(item: number, isSure = false): boolean {
    const floor = p.must[item] ? NOWHERE : 0;
    if (mostLuck > 0) for (let d = 0; d < days; d++) if (isOpen[d]) luck[d] = random() * mostLuck;
    let most = NOWHERE;
    let bestOption = -1;
    let bestSequence = -1;
    let bestPosition = -1;
    /** What was evaluated last is the best. */
    let isLast = false;
    for (let c = cellsFrom[item] as number; c < (cellsFrom[item + 1] as number); c++) {
      const cell = cellAt[c] as number;
      const day = cell % days;
      if (!isOpen[day]) continue;
      const o = (cell - day) / days;
      const sequence = (p.unit[o] as number) * days + day;
      if ((widest[sequence] as number) < (length[o] as number)) continue;
      const lost = trust * (loss[cell] as number) - (luck[day] as number);
      if ((mostGain[o] as number) - lost <= most) continue;
      const till = latest[cell] as number;
      const firstFrom = firstStart[c] as number;
      const n = count[sequence] as number;
      for (let position = 0; position <= n; position++) {
        const end = state.endBefore(sequence, position);
        if (end > till) break;
        if (state.readyBy(sequence, position) < Math.max(end, firstFrom) + (length[o] as number)) continue;
        let gain = state.estimate(o, sequence, position);
        if (gain <= floor || gain - lost <= most) continue;
        const isRough = state.isRough(item, sequence);
        if (isRough) gain = state.evaluate(item, o, sequence, position);
        isLast = false;
        if (gain <= floor) continue;
        const merit = gain - lost;
        if (merit > most) {
          most = merit;
          bestOption = o;
          bestSequence = sequence;
          bestPosition = position;
          isLast = isRough;
        }
      }
    }
    if (bestOption < 0) return false;
    if (!isLast && state.evaluate(item, bestOption, bestSequence, bestPosition) <= floor) return false;
    state.insert(bestSequence, bestPosition);
    const touched = bestSequence % days;
    if (!judge || (isSure ? pool.judged(touched, state) : !pool.isRefused(touched, state))) return true;
    single[item] = 1;
    const goes = state.remove(bestSequence, single);
    single[item] = 0;
    if (!goes) isBroken = true;
    return false;
  }

  function ruin(): boolean {
    ruins.pick();
    const outCount = ruins.count();
    isOpen.fill(0);
    isRuined.fill(0);
    for (let k = 0; k < outCount; k++) isRuined[(at[out[k] as number] as number) % days] = 1;
    for (let k = 0; k < outCount; k++) {
      const sequence = at[out[k] as number] as number;
      if (sequence >= 0 && !state.remove(sequence, isOut)) return false;
    }
    isOpen.set(isRuined);
    return true;
  }

  /** Items in the order in which they come in again. */
  function order(): void {
    const mode = random();
    for (let k = 0; k < queued; k++) {
      const item = queue[k] as number;
      if (mode < 0.4) key[item] = random() + (p.must[item] ? 1 + HARD * (lostShare[item] as number) : 0);
      else if (mode < 0.6) key[item] = worth[item] as number;
      else if (mode < 0.85) key[item] = density[item] as number;
      else key[item] = -(choice[item] as number);
    }
    // By insertion: a queue is short, and typed arrays' own sort would allocate.
    for (let k = 1; k < queued; k++) {
      const item = queue[k] as number;
      let j = k - 1;
      while (j >= 0 && (key[queue[j] as number] as number) < (key[item] as number)) {
        queue[j + 1] = queue[j] as number;
        j--;
      }
      queue[j + 1] = item;
    }
  }

  /** False where it was left off: with fewer musts than before no plan is taken. */
  function recreate(mustsBefore: number): boolean {
    /** Musts that found no place, less those that had none before. */
    let lost = mustsBefore - p.musts;
    queued = 0;
    for (let k = 0; k < ruins.count(); k++) queue[queued++] = out[k] as number;
    if (isLong) {
      const from = below(free.length);
      for (let k = 0, some = 0; k < free.length && some < MOST_TRIED; k++) {
        const item = free[(from + k) % free.length] as number;
        if ((at[item] as number) >= 0 || isOut[item]) continue;
        queue[queued++] = item;
        some++;
      }
    } else for (const item of free) if ((at[item] as number) < 0 && !isOut[item]) queue[queued++] = item;
    order();
    const ruined = isLong ? OTHER_DAYS : days;
    for (let k = 0; k < queued; k++) {
      const item = queue[k] as number;
      // What was out before found no place on the other days then, and they are as they were.
      if (isOut[item]) {
        if (ruined === days) isOpen.fill(1);
        else for (let z = 0; z < ruined; z++) isOpen[below(days)] = 1;
        const isIn = place(item);
        isOpen.set(isRuined);
        if (p.must[item])
          lostShare[item] = (lostShare[item] as number) * (1 - HARD_SHARE) + (isIn ? 0 : HARD_SHARE);
        if (!isIn && p.must[item] && ++lost > 0) return false;
      } else if (!place(item) && p.must[item] && ++lost > 0) return false;
    }
    return true;
  }

  const judged = (): boolean => {
    if (!judge) return true;
    for (let k = 0; k < state.touchedCount(); k++)
      if (!pool.judged((state.touched[k] as number) % days, state)) return false;
    return true;
  };
  const confirmed = (): boolean => confirm === undefined || confirm(state.placements());

  let current = 0;
  /** The best so far is not asked about yet: since which iteration, and what it is. */
  let unasked: { readonly since: number; readonly found: Found; readonly score: number } | null = null;
  /** The last plan that was asked about was not refused. */
  let isTrusted = true;
  let best: Found = { plan: [], points: 0, missing: p.musts };
  let bestScore = NOWHERE;
  let done = 0;
  const found = (): Found => ({
    plan: state.placements(),
    points: state.total(),
    missing: p.musts - state.mustsIn(),
  });
  const keep = (): void => {
    bestScore = state.score();
    best = found();
  };
  /** Asks about the best plan that was met; where it is refused the search goes back to the one before. */
  function settle(): void {
    if (!unasked) return;
    const { found, score } = unasked;
    unasked = null;
    isTrusted = confirm?.(found.plan) ?? true;
    if (isTrusted) {
      bestScore = score;
      best = found;
      return;
    }
    load(best.plan);
    current = state.score();
  }

  /** Replaces the plan by another; what of it does not go is left out, and false told. */
  function load(plan: readonly Placement[]): boolean {
    state.clear();
    let whole = true;
    for (const placement of plan) {
      state.begin();
      if (!state.append(placement)) whole = false;
      else if (!judged()) {
        state.undo();
        whole = false;
      }
    }
    state.begin();
    return whole;
  }

  const pins: Placement[] = [];
  for (let item = 0; item < p.items; item++) {
    if (!p.pinned[item]) continue;
    const o = optionFrom[item] as number;
    for (let d = 0; d < days; d++)
      for (let l = 0; l < p.levels; l++) {
        const w = p.windowFrom[(o * p.levels + l) * days + d] as number;
        if (w === p.windowFrom[(o * p.levels + l) * days + d + 1]) continue;
        pins.push({
          item,
          option: 0,
          unit: p.unit[o] as number,
          day: d,
          level: l,
          start: p.first[w] as number,
        });
        break;
      }
  }
  pins.sort((a, b) => a.start - b.start || a.item - b.item);
  const isPin = (placement: Placement) => p.pinned[placement.item] === 1;

  function construct(): void {
    isOpen.fill(1);
    queued = 0;
    for (const item of free) if ((at[item] as number) < 0) queue[queued++] = item;
    for (let k = 0; k < queued; k++) key[queue[k] as number] = density[queue[k] as number] as number;
    const sorted = queue
      .subarray(0, queued)
      .slice()
      .sort((a, b) => (key[b] as number) - (key[a] as number));
    for (const item of sorted) {
      state.begin();
      isBroken = false;
      if (!place(item, true) && isBroken) state.undo();
    }
    state.begin();
  }

  if (!load(pins) || state.mustsIn() < pins.length) return null;
  keep();
  /** What is pinned is not asked about alone where a plan with more in it holds. */
  let isAsked = pins.length === 0;
  const isKept = (): boolean => {
    if (state.score() <= bestScore || !confirmed()) return false;
    isAsked = true;
    keep();
    return true;
  };
  const all = [...pins, ...start.filter((s) => !isPin(s))].sort(
    (a, b) => a.start - b.start || a.item - b.item,
  );
  if (start.length > 0) {
    load(all);
    if (!pins.every(({ item }) => (at[item] as number) >= 0)) load(pins);
    else isKept();
  }
  construct();
  if (!isKept() && state.score() > bestScore) load(best.plan);
  current = state.score();
  if (!isAsked && confirm?.(best.plan) === false) return null;
  for (let d = 0; d < days; d++) pool.add(d, state);

  /** By item, what the current plan would lose without it, were its day filled again by one that is out. */
  function losses(): Float64Array {
    const lost = new Float64Array(p.items);
    isOpen.fill(0);
    trust = 0;
    const before = state.total();
    for (let item = 0; item < p.items; item++) {
      const sequence = at[item] as number;
      if (sequence < 0 || p.pinned[item]) continue;
      const day = sequence % days;
      state.begin();
      isBroken = false;
      single[item] = 1;
      if (state.remove(sequence, single)) {
        let most = 0;
        const bare = before - state.total();
        isOpen[day] = 1;
        for (const other of free) {
          if ((at[other] as number) >= 0 || other === item || p.must[other]) continue;
          for (let c = cellsFrom[other] as number; c < (cellsFrom[other + 1] as number); c++) {
            const cell = cellAt[c] as number;
            if (cell % days !== day) continue;
            const o = (cell - day) / days;
            const q = (p.unit[o] as number) * days + day;
            for (let position = 0; position <= (count[q] as number); position++)
              most = Math.max(most, state.evaluate(other, o, q, position));
          }
        }
        lost[item] = Math.max(0, bare - most);
        isOpen[day] = 0;
      }
      single[item] = 0;
      state.undo();
    }
    state.begin();
    return lost;
  }

  /** Puts a plan in the place of the current one, and fills it; `isKept`, where what is pinned stands in it. Whether it is the best. */
  function takeOver(plan: readonly Placement[], isKept: (isBetter: boolean) => boolean): boolean {
    const before = state.placements();
    load([...plan].sort((a, b) => a.start - b.start || a.item - b.item));
    construct();
    const isWhole = pins.every(({ item }) => (at[item] as number) >= 0);
    const isBetter = isWhole && state.score() > bestScore && confirmed();
    if (isBetter) keep();
    if (isWhole && isKept(isBetter)) for (let d = 0; d < days; d++) pool.add(d, state);
    else load(before);
    current = state.score();
    return isBetter;
  }

  return {
    losses,
    pool,
    best: () => best,
    iterations: () => done,
    guide(losses) {
      loss = losses.map((l) => Math.min(l, MOST_LOSS));
    },

    run(iterations, hot, cold, known = NOWHERE, isStopped = () => false) {
      if (free.length === 0) {
        done += iterations;
        return;
      }
      const cooling = (cold / hot) ** (1 / iterations);
      mostLuck = Math.min(CHANCE * each, CHANCE_OF_HEAT * hot);
      let temperature = hot;
      for (let i = 0; i < iterations; i++, done++, temperature *= cooling) {
        if (i % ASKED_EVERY === 0 && isStopped()) break;
        state.begin();
        trust = random() * TRUST;
        isBroken = false;
        const mustsBefore = state.mustsIn();
        const goes = ruin() && recreate(mustsBefore) && !isBroken;
        ruins.clear();
        const score = state.score();
        const isFine =
          goes && (score >= current || random() < Math.exp((score - current) / temperature)) && judged();
        if (isFine && score > (unasked?.score ?? bestScore)) {
          if (isTrusted && confirm) unasked = { since: unasked?.since ?? i, found: found(), score };
          else if (confirmed()) {
            isTrusted = true;
            keep();
          } else {
            state.undo();
            continue;
          }
        }
        // Judging takes longer than all the rest: of days that are judged only those of plans that were accepted are kept.
        if (goes && score > current - 3 * temperature && (isFine || !judge))
          for (let k = 0; k < state.touchedCount(); k++) pool.add((state.touched[k] as number) % days, state);
        if (isFine) current = score;
        else state.undo();
        if (unasked && unasked.score > known && i - unasked.since >= LATER) settle();
      }
      settle();
    },

    offer: (plan) => takeOver(plan, (isBetter) => isBetter),
    goOn(plan) {
      takeOver(plan, () => state.mustsIn() >= p.musts - best.missing);
    },
  };
}
