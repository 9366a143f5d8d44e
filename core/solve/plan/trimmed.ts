import type { ProblemSpec } from "../engine/problem.ts";

/** Days no longer than what may stand in them, for the bound looks at every tick. */
export function trimmed(spec: ProblemSpec): ProblemSpec {
  const days = spec.days.map(({ from, to }, d) => {
    let [first, last] = [to, from];
    for (const { options } of spec.items)
      for (const { levels, length } of options)
        for (const { lead, starts } of levels) {
          const own = starts[d] ?? [];
          if (own.length === 0) continue;
          first = Math.min(first, (own[0] as number) - lead);
          last = Math.max(last, (own.at(-1) as number) + length);
        }
    return first < last ? { from: first, to: last } : { from, to: Math.min(to, from + 1) };
  });
  return { ...spec, days, limits: spec.limits.filter((limit) => mayBind(spec, limit)) };
}

/** Whether what items could take of an account on a limit's days is more than it gives. */
function mayBind(
  { items }: ProblemSpec,
  { account, from, to, most }: ProblemSpec["limits"][number],
): boolean {
  let sum = 0;
  for (const { options } of items) {
    let dearest = 0;
    for (const { levels } of options)
      for (const { starts, spends } of levels)
        if (starts.some((pairs, d) => from <= d && d <= to && pairs.length > 0))
          for (const spend of spends)
            if (spend.account === account) dearest = Math.max(dearest, spend.amount);
    sum += dearest;
  }
  return sum > most;
}
