import { seededRandom } from "../../base/random.ts";
import type { Placement, Problem } from "./problem.ts";
import type { State } from "./state.ts";

/** A day's plan, all units together: a column of the master. */
export interface Column {
  readonly day: number;
  readonly plan: readonly Placement[];
  /** Points of its items less its transitions and tags. */
  readonly points: number;
}
export interface Pool {
  readonly columns: ReadonlyMap<number, Column>;
  /** Remembers what a day of the plan looks like now, unless the same items are there already for as many points. */
  add(day: number, state: State): void;
  /** The problem's judgement of a day, asked once of each plan. */
  judged(day: number, state: State): boolean;
  /** Whether a day's plan was judged before, and does not hold. */
  isRefused(day: number, state: State): boolean;
}

/** So many day plans are remembered at most, and so many verdicts. */
const MOST = 8000;
const MOST_VERDICTS = 40_000;

export function poolOf(p: Problem): Pool {
  const columns = new Map<number, Column>();
  const verdicts = new Map<number, boolean>();
  let learnt = 0;
  const { days, units } = p;
  const { judge, learnt: lessons } = p.spec;

  // A plan of a day is known by the sum of its items' numbers: 52 random bits each, so that two plans are not taken for one.
  const random = seededRandom(0x9e37);
  const number = () => Math.floor(random() * 2 ** 26) * 2 ** 26 + Math.floor(random() * 2 ** 26);
  const byItem = Float64Array.from({ length: p.items }, number);
  const byDay = Float64Array.from({ length: days }, number);
  const keyOf = (day: number, { held, count, longest }: State): number => {
    let sum = byDay[day] as number;
    for (let u = 0; u < units; u++) {
      const q = u * days + day;
      for (let j = 0; j < (count[q] as number); j++)
        sum = (sum + (byItem[held[q * longest + j] as number] as number)) % 2 ** 52;
    }
    return sum;
  };
  /** The same with the starts and options. */
  const placedKeyOf = (day: number, state: State): number => {
    const { held, count, longest, start, option } = state;
    let sum = byDay[day] as number;
    for (let u = 0; u < units; u++) {
      const q = u * days + day;
      for (let j = 0; j < (count[q] as number); j++) {
        const item = held[q * longest + j] as number;
        const where = (start[item] as number) * 31 + (option[item] as number) * 7 + 1;
        sum = (sum + ((byItem[item] as number) % 2 ** 31) * (where % 2 ** 20)) % 2 ** 52;
      }
    }
    return sum;
  };
  const pointsOf = (day: number, state: State): number => {
    let sum = -state.dayTags(day);
    for (let u = 0; u < units; u++) sum += state.value[u * days + day] as number;
    return sum;
  };

  /** Verdicts from before the judge last learnt something. */
  function forget(): void {
    const now = lessons?.() ?? 0;
    if (now !== learnt) verdicts.clear();
    learnt = now;
  }

  return {
    columns,
    add(day, state) {
      const key = keyOf(day, state);
      const points = pointsOf(day, state);
      const known = columns.get(key);
      if (known && known.points >= points) return;
      const plan = state.dayPlan(day);
      if (plan.length === 0) return;
      if (judge && !this.judged(day, state)) return;
      columns.set(key, { day, plan, points });
      if (columns.size <= MOST) return;
      // The oldest half goes; a Map keeps the order in which things came.
      let i = 0;
      for (const old of columns.keys()) if (i++ < MOST / 2) columns.delete(old);
    },
    isRefused(day, state) {
      forget();
      return verdicts.get(placedKeyOf(day, state)) === false;
    },
    judged(day, state) {
      forget();
      const key = placedKeyOf(day, state);
      let verdict = verdicts.get(key);
      if (verdict === undefined) {
        verdict = judge?.(day, state.dayPlan(day)) ?? true;
        if (verdicts.size > MOST_VERDICTS) verdicts.clear();
        verdicts.set(key, verdict);
      }
      return verdict;
    },
  };
}
