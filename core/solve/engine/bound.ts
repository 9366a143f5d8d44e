import { columnOf } from "./columns.ts";
import { type Cut, cutsOf } from "./cuts.ts";
import { type DayBest, type DayBound, type DaySequence, dayBoundOf } from "./day-bound.ts";
import { GRAIN, isMetric } from "./day-frame.ts";
import { gainRoomOf } from "./day-gains.ts";
import { daySequences } from "./day-sequences.ts";
import type { LinearSolver } from "./linear.ts";
import type { SlotColumn } from "./master.ts";
import { mostPairs, NO_SETS, type OddSet, type Priced, pairCounter } from "./odd-sets.ts";
import { type Mix, pricingOf } from "./pricing.ts";
import type { Problem } from "./problem.ts";
import { scoreAfter, scoreUpTo } from "./scores.ts";

/** Prices of items (a must's beside its must-points), of orders between days and of odd sets. */
export interface Prices {
  readonly items: Float64Array;
  readonly cuts: Float64Array;
  readonly odd: Priced;
}

/** What a plan can be worth at most. */
export interface Bound {
  /** Prices tried. */
  iterations(): number;
  work(): number;
  /** No plan scores more: its points, and for each must its must-points. */
  value(): number;
  /** The prices of the items at which the bound is tightest: points that one more of the item would bring; a must's are beside its must-points. */
  prices(): Prices;
  /** What the days' best brought there, by sequence. */
  dayValues(): Float64Array;
  /**
   * Tries the prices it has, and sets out for others: towards those of the best mix of day plans, where there is a solver to ask,
   * else one step towards a plan of this score. The days' best, as far as a plan may have them.
   */
  step(score: number, isMixing: boolean, mostLabels: number): readonly SlotColumn[];
  /** The days' best at other prices, as far as a plan may have them, but for some slots. */
  seek(at: Prices, isLeftOut: Uint8Array, mostLabels: number): readonly SlotColumn[];
  /** Day plans that were met elsewhere: mixes are made of them, too. */
  teach(columns: readonly SlotColumn[]): void;
  /** Other prices prove no more. */
  isSettled(): boolean;
  /** Where it has settled: says what whole plans keep to and the best mix does not. False where it finds nothing to say. */
  sharpen(): boolean;
  end(): void;
  /**
   * Goes through the days one by one, and prices anew after each what all days hold as last seen: from prices far off this comes near
   * sooner than steps do, but proves nothing by itself.
   */
  sweep(score: number, mostLabels: number): void;
  /**
   * Strikes starts that no plan scoring more than this has. From then on the bound is on those plans: what others score is not more
   * than `score`. How many starts were struck.
   */
  tighten(score: number): number;
  /** By option and day: how much less than the best a plan brings that has it there, at least, as `tighten` last found. */
  losses(): Float64Array;
  /** The sequences, by unit and day, of plans that score more than this; null where they are more than `most`. */
  sequences(score: number, most: number): readonly (readonly DaySequence[])[] | null;
  /** How far a column brings less than its day's best: plans with it miss the bound by no less. */
  loss(column: SlotColumn): number;
  /** From elsewhere: no plan scores more. */
  lower(value: number): void;
}

/** Odd sets at a time, and altogether. */
const SETS_AT_A_TIME = 30;
const MOST_SETS = 400;
/** After so many times that proved nothing, none are sought until starts are struck again. */
const MOST_IN_VAIN = 4;
/** Length of the first sweep's steps and of the first step, as shares of what would be right were all differences of one kind. */
const SWEEP = 0.8;
const STRIDE = 0.6;
/** After so many sweeps they are half as long. */
const SWEEPS = 8;
/** A sweep goes no further than for this share of the score. */
const MOST_EXCESS = 0.2;
/** How much of the last direction is kept in the next; half as much in the first steps, when it changes much. */
const DRIFT = 0.8;
const EARLY = 80;
/** How far prices stay where they proved most, on the way to those of the best mix; when it leads nowhere, half as far each time. */
const STAY = 0.4;
const LEAST_STAY = 0.05;
/** What a solver's sums may be wrong by. */
const NEARLY = 1e-6;
/** After so many steps that brought next to nothing they get shorter, down to the shortest; then it begins anew with long ones. */
const FEW_IDLE = 8;
const MOST_IDLE = 30;
const LITTLE = 1e-5;
const SHORTER = 0.7;
const SHORTEST = 0.1;

/**
 * Lagrangian relaxation: that an item is planned once at most has a price, and so has an order between days; what is left falls apart
 * into the days of the units. Any prices give a bound; steps along the subgradient tighten it. Duals are whole grains, so sums are
 * exact and the bound is rounded down to whole points, as points are. It begins at `most`, which no plan scores more than.
 */
export function boundOf(
  p: Problem,
  seeded: Float64Array,
  most: number,
  solver: LinearSolver | null = null,
  /** Prices of the cuts to begin with, in their order; 0 each where there are none. */
  ofCuts: Float64Array | null = null,
): Bound {
  const pricing = solver && pricingOf(p, solver);
  const metric = isMetric(p);
  const sequences = p.units * p.days;
  const mostTicks = p.dayTo.reduce((most, to, d) => Math.max(most, to - (p.dayFrom[d] as number) + 1), 0);
  const gainRoom = gainRoomOf(mostTicks, p.classes, p.levels);
  const ofDay: DayBound[] = Array.from({ length: sequences }, (_, q) => dayBoundOf(p, q, metric, gainRoom));
  const least = Float64Array.from(p.must, (must) => (must ? -p.mustPoints : 0));
  const prices = Float64Array.from(seeded, (x, i) => grained(Math.max(least[i] as number, x)));
  const cuts = cutsOf(p);
  const cutPrice = Float64Array.from(cuts, (_, c) => grained(ofCuts?.[c] ?? 0));
  const best = bestOf();
  /** The same without odd sets: what a day can bring at most with a start is not looser there. */
  let plain = best;
  let sets: readonly OddSet[] = [];
  let setPrices: number[] = [];
  const countPairs = pairCounter(p);
  let lastMix: Mix | null = null;
  let inVain = 0;
  let beforeSets = Number.POSITIVE_INFINITY;
  let done = 0;
  let work = 0;
  let theta = STRIDE;
  let idle = 0;
  const slope = new Float64Array(p.items);
  /** What each sequence held when a sweep last looked; and by item, 1 less how often it is held then. */
  const lastHeld: (readonly number[])[] = Array.from({ length: sequences }, () => []);
  const unheld = new Float64Array(p.items).fill(1);
  let sweeps = 0;
  const cutSlope = new Float64Array(cuts.length);
  const drift = new Float64Array(p.items);
  const onDay = new Float64Array(p.items);
  const dayValue = new Float64Array(sequences);
  const isHeld = new Uint8Array(p.items);
  /** Plans of this score or less are no longer covered by the days' starts. */
  let struckFor = Number.NEGATIVE_INFINITY;
  let cap = most;
  let stay = STAY;
  let isSettled = false;

  function bestOf() {
    const [items, ofCuts] = [prices.slice(), cutPrice.slice()];
    const value = Number.POSITIVE_INFINITY;
    return { value, prices: items, cutPrice: ofCuts, odd: NO_SETS, days: new Float64Array(sequences) };
  }

  /** Which item of a cut it counts on a day. */
  const cutItem = (c: number, d: number): number => {
    const { first, then, day } = cuts[c] as Cut;
    return d > day ? first : then;
  };
  /** Prices as they are on a day: with those of the cuts. */
  function pricesOn(d: number, of: Float64Array, ofCuts: Float64Array): Float64Array {
    onDay.set(of);
    for (let c = 0; c < cuts.length; c++) {
      if (ofCuts[c] === 0) continue;
      const item = cutItem(c, d);
      onDay[item] = (onDay[item] as number) + (ofCuts[c] as number);
    }
    return onDay;
  }

  function evaluate(mostLabels: number): { value: number; days: readonly DayBest[] } {
    let value = p.musts * p.mustPoints;
    for (let i = 0; i < p.items; i++) value += prices[i] as number;
    for (let c = 0; c < cuts.length; c++) value += cutPrice[c] as number;
    for (const [s, set] of sets.entries()) value += mostPairs(set) * (setPrices[s] as number);
    slope.fill(1);
    cutSlope.fill(1);
    const odd = { sets, prices: setPrices };
    const days = ofDay.map((day, q) => {
      const d = q % p.days;
      const found = day.best(pricesOn(d, prices, cutPrice), odd, mostLabels);
      work += found.work;
      value += found.bound;
      dayValue[q] = found.bound;
      for (const o of found.options) {
        const item = p.itemOf[o] as number;
        slope[item] = (slope[item] as number) - 1;
        isHeld[item] = 1;
      }
      for (let c = 0; c < cuts.length; c++)
        if (isHeld[cutItem(c, d)]) cutSlope[c] = (cutSlope[c] as number) - 1;
      for (const o of found.options) isHeld[p.itemOf[o] as number] = 0;
      day.forbidRepeats(found.repeated);
      return found;
    });
    done++;
    return { value, days };
  }

  const columnsIn = ({ options, starts, repeated }: DayBest, slot: number): SlotColumn[] =>
    repeated.length > 0 || options.length === 0 ? [] : [columnOf(p, slot, options, starts)];

  /** Prices between the best so far and those of the best mix. False where there is none. */
  function towardsMix(isBetter: boolean, added: number): boolean {
    const mix = pricing?.best() ?? null;
    lastMix = mix;
    if (!mix) return false;
    const isStuck = !isBetter && added === 0;
    const isAsFar = Math.floor(best.value) <= mix.value + NEARLY || (isStuck && stay === 0);
    isSettled = isAsFar && pricing?.widen() !== true;
    if (!isStuck) stay = STAY;
    else stay = stay > LEAST_STAY ? stay / 2 : 0;
    for (let i = 0; i < p.items; i++) {
      const between = stay * (best.prices[i] as number) + (1 - stay) * (mix.items[i] as number);
      prices[i] = grained(Math.max(least[i] as number, between));
    }
    for (let c = 0; c < cuts.length; c++)
      cutPrice[c] = grained(stay * (best.cutPrice[c] as number) + (1 - stay) * (mix.cuts[c] as number));
    setPrices = sets.map((_, s) =>
      grained(stay * (best.odd.prices[s] ?? 0) + (1 - stay) * (mix.odd[s] as number)),
    );
    return true;
  }

  function toBest(): void {
    prices.set(best.prices);
    cutPrice.set(best.cutPrice);
    setPrices = sets.map((_, s) => best.odd.prices[s] ?? 0);
  }

  /** Along the subgradient and the way before, as far as would be right for a plan of this score. */
  function downhill(value: number, less: number, score: number): void {
    if (less > LITTLE * Math.abs(value - p.musts * p.mustPoints)) idle = 0;
    else idle++;
    if (idle >= (done < EARLY ? FEW_IDLE : MOST_IDLE)) {
      theta *= SHORTER;
      idle = 0;
      if (theta < SHORTEST) theta = 1;
      toBest();
    }
    let length = 0;
    for (let i = 0; i < p.items; i++) {
      const s = slope[i] as number;
      if (s > 0 && (prices[i] as number) <= (least[i] as number)) slope[i] = 0;
      drift[i] = (slope[i] as number) + (done < EARLY ? DRIFT / 2 : DRIFT) * (drift[i] as number);
      length += (drift[i] as number) ** 2;
    }
    for (let c = 0; c < cuts.length; c++) {
      if ((cutSlope[c] as number) > 0 && (cutPrice[c] as number) <= 0) cutSlope[c] = 0;
      length += (cutSlope[c] as number) ** 2;
    }
    if (length === 0) {
      isSettled = true;
      return;
    }
    const stride = (theta * Math.max(1, value - score)) / length;
    for (let i = 0; i < p.items; i++)
      prices[i] = grained(
        Math.max(least[i] as number, (prices[i] as number) - stride * (drift[i] as number)),
      );
    for (let c = 0; c < cuts.length; c++)
      cutPrice[c] = grained(Math.max(0, (cutPrice[c] as number) - stride * (cutSlope[c] as number)));
  }

  return {
    iterations: () => done,
    work: () => work,
    value: () => Math.min(cap, Math.max(scoreUpTo(p, best.value), struckFor)),
    prices: () => ({ items: best.prices, cuts: best.cutPrice, odd: best.odd }),
    dayValues: () => best.days,
    sweep(score, mostLabels) {
      let value = p.musts * p.mustPoints;
      for (let i = 0; i < p.items; i++) value += prices[i] as number;
      for (let q = 0; q < sequences; q++) value += dayValue[q] as number;
      const size = SWEEP / (1 + sweeps++ / SWEEPS) / sequences;
      for (const [q, day] of ofDay.entries()) {
        const found = day.best(pricesOn(q % p.days, prices, cutPrice), NO_SETS, mostLabels);
        work += found.work;
        day.forbidRepeats(found.repeated);
        for (const o of lastHeld[q] as readonly number[]) {
          const item = p.itemOf[o] as number;
          unheld[item] = (unheld[item] as number) + 1;
        }
        for (const o of found.options) {
          const item = p.itemOf[o] as number;
          unheld[item] = (unheld[item] as number) - 1;
        }
        lastHeld[q] = found.options;
        value += found.bound - (dayValue[q] as number);
        dayValue[q] = found.bound;
        let length = 0;
        for (let i = 0; i < p.items; i++)
          if ((unheld[i] as number) < 0 || (prices[i] as number) > (least[i] as number))
            length += (unheld[i] as number) ** 2;
        if (length === 0) continue;
        const excess = Math.max(1, Math.min(value - score, MOST_EXCESS * Math.abs(score)));
        const stride = (size * excess) / length;
        for (let i = 0; i < p.items; i++) {
          if (unheld[i] === 0) continue;
          const was = prices[i] as number;
          prices[i] = grained(Math.max(least[i] as number, was - stride * (unheld[i] as number)));
          value += (prices[i] as number) - was;
        }
      }
    },
    step(score, isMixing, mostLabels) {
      const { value, days } = evaluate(mostLabels);
      const less = best.value - value;
      if (less > 0) {
        best.value = value;
        best.prices.set(prices);
        best.cutPrice.set(cutPrice);
        best.odd = { sets, prices: setPrices };
        best.days.set(dayValue);
      }
      const columns = days.flatMap(columnsIn);
      const added = pricing?.teach(columns) ?? 0;
      if (!isMixing || !towardsMix(less > 0, added)) downhill(value, less, score);
      return columns;
    },
    seek: (at, isLeftOut, mostLabels) =>
      ofDay.flatMap((day, q) => {
        if (isLeftOut[q]) return [];
        const onDayThen = pricesOn(q % p.days, at.items.map(grained), at.cuts.map(grained));
        const found = day.best(onDayThen, at.odd, mostLabels);
        day.forbidRepeats(found.repeated);
        work += found.work;
        return columnsIn(found, q);
      }),
    teach(columns) {
      pricing?.teach(columns);
    },
    isSettled: () => isSettled,
    sharpen() {
      const some = Math.min(SETS_AT_A_TIME, MOST_SETS - sets.length);
      if (!lastMix || some <= 0) return false;
      const now = scoreUpTo(p, best.value);
      inVain = now < beforeSets ? 0 : inVain + 1;
      beforeSets = now;
      const more = inVain < MOST_IN_VAIN ? (pricing?.sharpen(lastMix, some) ?? []) : [];
      lastMix = null;
      if (more.length === 0) return false;
      if (plain === best)
        plain = {
          ...best,
          prices: best.prices.slice(),
          cutPrice: best.cutPrice.slice(),
          days: best.days.slice(),
        };
      sets = [...sets, ...more];
      setPrices = [...setPrices, ...more.map(() => 0)];
      isSettled = false;
      stay = STAY;
      return true;
    },
    end() {
      pricing?.end();
    },
    tighten(score) {
      if (!Number.isFinite(best.value)) return 0;
      let struck = 0;
      struckFor = Math.max(struckFor, score);
      for (const at of new Set([best, plain])) {
        const slack = at.value - scoreAfter(p, score);
        for (const [q, { frame }] of ofDay.entries()) {
          frame.at(pricesOn(q % p.days, at.prices, at.cutPrice));
          struck += frame.tighten((at.days[q] as number) - slack);
        }
      }
      // At the same prices fewer starts bring less: the next step begins there.
      toBest();
      if (struck > 0) inVain = 0;
      drift.fill(0);
      return struck;
    },
    losses() {
      const losses = new Float64Array(p.unit.length * p.days).fill(Number.POSITIVE_INFINITY);
      for (const [q, { frame }] of ofDay.entries())
        for (const [k, o] of frame.all.entries())
          losses[o * p.days + (q % p.days)] = (plain.days[q] as number) - (frame.mostWith[k] as number);
      return losses;
    },
    sequences(score, most) {
      // What others have proved since does not make a day's loss smaller.
      const slack = best.value - scoreAfter(p, score);
      const found: (readonly DaySequence[])[] = [];
      let left = most;
      for (const [q, day] of ofDay.entries()) {
        const odd = day.at(pricesOn(q % p.days, best.prices, best.cutPrice), best.odd);
        const here = daySequences(p, day.frame, odd, (best.days[q] as number) - slack, left);
        if (!here) return null;
        found.push(here);
        left -= here.length;
      }
      return found;
    },
    loss(column) {
      const { slot, day, plan, points } = column;
      let value = points;
      for (const { item } of plan) {
        value -= best.prices[item] as number;
        isHeld[item] = 1;
      }
      for (let c = 0; c < cuts.length; c++)
        if (best.cutPrice[c] !== 0 && isHeld[cutItem(c, day)]) value -= best.cutPrice[c] as number;
      for (const { item } of plan) isHeld[item] = 0;
      const { sets: priced, prices: each } = best.odd;
      countPairs(column, priced, (s, pairs) => {
        value -= pairs * (each[s] as number);
      });
      return (best.days[slot] as number) - value;
    },
    lower(value) {
      cap = Math.min(cap, value);
    },
  };
}

const grained = (x: number): number => Math.round(x / GRAIN) * GRAIN;
