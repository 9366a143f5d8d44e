import { once } from "../../base/once.ts";
import type { Placed } from "../../model/placed.ts";
import { shootDayAt } from "../../rules/duty.ts";
import type { Limit } from "../engine/problem.ts";
import { keptOf } from "./kept.ts";
import type { RuleView, Views } from "./views.ts";

export interface Accounts {
  readonly count: number;
  readonly limits: readonly Limit[];
  /** What a placement takes. */
  spends(placed: Placed): Spends;
  /** Whether a day has less of some account than one placement takes. */
  isMoreThan(spends: Spends, day: number): boolean;
  /** Whether an account is likely to run out on some day; the others are not worth their place in the bound. */
  isTight(account: number): boolean;
}
/**
 * An account runs out on some day when all items together ask for this share of what all days give: some days are busier than others,
 * and items are not to be divided. Cosmonauts of The Challenge are asked for 0.5 to 1.1 of their time, the film crew for 0.4 [C].
 */
const TIGHT = 0.4;

interface Drawn {
  readonly key: string;
  readonly amount: number;
}
type Spends = readonly { readonly account: number; readonly amount: number }[];

/**
 * The accounts of all rules: what is fixed elsewhere is taken off what may be spent, and what pinned items overspend already is no
 * reason to plan nothing. `items`: the placement of each that is pinned.
 */
export function accountsOf(
  views: Views,
  {
    items,
    standing,
    examples,
  }: {
    readonly items: readonly (Placed | null)[];
    readonly standing: readonly Placed[];
    readonly examples: readonly Placed[];
  },
): Accounts {
  const { days } = views.facts;
  const number = new Map<string, number>();
  const keyOf = (of: RuleView, account: string) => `${of.rule.id} ${account}`;
  const drawing = views.rules.filter(({ rule, view }) => rule.level === "hard" && view.isDrawing);
  const kept = keptOf(views);
  const drawsOf = (placed: Placed): readonly Drawn[] =>
    drawing.flatMap((of) =>
      kept.said(of, placed, "draws", () =>
        views.draws(of, placed).map((d) => ({ key: keyOf(of, d.account), amount: d.amount })),
      ),
    );
  const sumOf = (some: readonly Placed[]) => {
    const sums = new Map<string, number>();
    for (const placed of some) {
      const day = shootDayAt(days, placed.span.start);
      for (const { key, amount } of drawsOf(placed)) {
        const at = `${key} ${day ? days.indexOf(day) : -1}`;
        sums.set(at, (sums.get(at) ?? 0) + amount);
      }
    }
    return (key: string, from: number, to: number) => {
      let sum = 0;
      for (let d = from; d <= to; d++) sum += sums.get(`${key} ${d}`) ?? 0;
      return sum;
    };
  };
  const isFixed = sumOf(standing);
  const isPinned = sumOf(items.filter((p) => p !== null));
  const limits: Limit[] = [];
  for (const of of drawing)
    for (const { account, days: own, most } of views.caps(of)) {
      const key = keyOf(of, account);
      const at = number.get(key) ?? number.size;
      number.set(key, at);
      const [from, to] = [
        days.indexOf(own[0] as (typeof days)[number]),
        days.indexOf(own.at(-1) as (typeof days)[number]),
      ];
      if (from < 0 || to < from) continue;
      const left = Math.max(
        0,
        Math.floor(most) - Math.ceil(isFixed(key, from, to)),
        Math.floor(isPinned(key, from, to)),
      );
      limits.push({ account: at, from, to, most: left });
    }
  const onDay = new Float64Array(number.size * days.length).fill(Number.POSITIVE_INFINITY);
  for (const { account, from, to, most } of limits)
    if (from === to) onDay[account * days.length + from] = most;
  /** Together what all items would take. */
  const asked = new Map<number, number>();
  for (const placed of examples)
    for (const { key, amount } of drawsOf(placed)) {
      const account = number.get(key);
      if (account !== undefined) asked.set(account, (asked.get(account) ?? 0) + amount);
    }
  // Accounts are numbered by what is capped, which is the same for all problems of these views.
  const spent = once(views, "spends", () => new WeakMap<Placed, Spends>());
  const given = new Map<number, number>();
  for (const { account, from, to, most } of limits)
    if (from === to) given.set(account, (given.get(account) ?? 0) + most);
  return {
    isMoreThan: (spends, day) =>
      spends.some(({ account, amount }) => amount > (onDay[account * days.length + day] as number)),
    isTight: (account) => (asked.get(account) ?? 0) > TIGHT * (given.get(account) ?? 0),
    count: number.size,
    limits,
    spends(placed) {
      const known = spent.get(placed);
      if (known) return known;
      const sums = new Map<number, number>();
      for (const { key, amount } of drawsOf(placed)) {
        const account = number.get(key);
        if (account !== undefined) sums.set(account, (sums.get(account) ?? 0) + Math.floor(amount));
      }
      const spends = [...sums].map(([account, amount]) => ({ account, amount }));
      spent.set(placed, spends);
      return spends;
    },
  };
}
