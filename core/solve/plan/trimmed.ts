import type { ProblemSpec } from "../engine/problem.ts";

/** Days no longer than what may stand in them, for the bound looks at every tick. */
export function trimmed(spec: ProblemSpec): ProblemSpec {
  const firsts = spec.days.map(({ to }) => to);
  const lasts = spec.days.map(({ from }) => from);
  for (const { options } of spec.items)
    for (const { levels, length } of options)
      for (const { lead, starts } of levels)
        for (let d = 0; d < starts.length; d++) {
          const own = starts[d] as readonly number[];
          if (own.length === 0) continue;
          firsts[d] = Math.min(firsts[d] as number, (own[0] as number) - lead);
          lasts[d] = Math.max(lasts[d] as number, (own.at(-1) as number) + length);
        }
  const days = spec.days.map(({ from, to }, d) => {
    const [first, last] = [firsts[d] as number, lasts[d] as number];
    return first < last ? { from: first, to: last } : { from, to: Math.min(to, from + 1) };
  });
  const mayTake = dearestOf(spec);
  return {
    ...spec,
    days,
    limits: spec.limits.filter(({ account, from, to, most }) => mayTake(account, from, to) > most),
  };
}

/** What items could take of an account on some days at most, each where it is dearest. */
function dearestOf({
  items,
  accounts,
  days,
}: ProblemSpec): (account: number, from: number, to: number) => number {
  /** By account: of each item that may take of it, the most on each day. */
  const ofAccount = Array.from({ length: accounts }, (): Float64Array[] => []);
  for (const { options } of items) {
    const own = new Map<number, Float64Array>();
    for (const { levels } of options)
      for (const { starts, spends } of levels)
        for (const { account, amount } of spends) {
          const known = own.get(account);
          const most = known ?? new Float64Array(days.length);
          if (!known) own.set(account, most);
          for (let d = 0; d < starts.length; d++)
            if ((starts[d]?.length ?? 0) > 0 && amount > (most[d] as number)) most[d] = amount;
        }
    for (const [account, most] of own) ofAccount[account]?.push(most);
  }
  return (account, from, to) => {
    let sum = 0;
    for (const most of ofAccount[account] ?? []) {
      let dearest = 0;
      for (let d = from; d <= to; d++) dearest = Math.max(dearest, most[d] as number);
      sum += dearest;
    }
    return sum;
  };
}
