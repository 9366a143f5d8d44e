import { MOST } from "./faults.ts";
import type { Entry, Order, Problem, ProblemSpec, Resource, Span } from "./problem.ts";

/** Longer sequences than this are not planned. */
const MOST_ITEMS_A_DAY = 120;

/** A problem without faults, in arrays. */
export function packed(spec: ProblemSpec): Problem {
  const { items, levels, classes } = spec;
  const [days, n] = [spec.days.length, items.length];
  const options = items.flatMap((item, i) => item.options.map((option) => ({ ...option, item: i })));
  const optionFrom = new Int32Array(n + 1);
  for (const [i, item] of items.entries())
    optionFrom[i + 1] = (optionFrom[i] as number) + item.options.length;
  const of = (value: (o: (typeof options)[number]) => number) => Int32Array.from(options, value);

  const variants = options.flatMap((option) =>
    Array.from({ length: levels }, (_, l) => option.levels[option.levels.length === 1 ? 0 : l] as Entry),
  );
  const windows = variants.flatMap((entry) =>
    Array.from({ length: days }, (_, d) => withinCapacity(spec, entry, entry.starts[d] ?? [])),
  );
  const windowFrom = new Int32Array(windows.length + 1);
  for (const [cell, pairs] of windows.entries())
    windowFrom[cell + 1] = (windowFrom[cell] as number) + pairs.length / 2;
  const edges = (parity: 0 | 1) => {
    const into = new Int32Array(windowFrom.at(-1) ?? 0);
    let at = 0;
    for (const pairs of windows)
      for (let i = parity; i < pairs.length; i += 2) into[at++] = pairs[i] as number;
    return into;
  };
  const latest = new Int32Array(options.length * days).fill(-1);
  for (const [cell, pairs] of windows.entries()) {
    const at = Math.floor(cell / days / levels) * days + (cell % days);
    if (pairs.length > 0) latest[at] = Math.max(latest[at] as number, pairs.at(-1) as number);
  }
  const counted = <T>(of: (entry: Entry) => readonly T[]) => {
    const from = new Int32Array(variants.length + 1);
    for (const [v, entry] of variants.entries()) from[v + 1] = (from[v] as number) + of(entry).length;
    return from;
  };
  const spends = variants.flatMap((entry) => entry.spends);

  const gap = new Int32Array((classes + 1) * classes);
  const cost = new Int32Array(gap.length);
  const level = new Int32Array(gap.length);
  for (let before = 0; before <= classes; before++)
    for (let now = 0; now < classes; now++) {
      const t = spec.transition(before === classes ? null : before, now);
      const at = before * classes + now;
      gap[at] = t.gap;
      cost[at] = t.cost;
      level[at] = t.level;
    }
  const dayLimit = new Float64Array(spec.accounts * days).fill(Number.POSITIVE_INFINITY);
  for (const { account, from, to, most } of spec.limits)
    if (from === to)
      dayLimit[account * days + from] = Math.min(dayLimit[account * days + from] as number, most);
  const ordersOf: Order[][] = Array.from({ length: n }, () => []);
  for (const order of spec.orders) for (const i of [order.first, order.then]) ordersOf[i]?.push(order);

  const dearest = cost.reduce((most, c) => Math.max(most, c), 0);
  const worth = items.reduce(
    (sum, { options: own }) => sum + dearest + Math.max(0, ...own.map((o) => Math.abs(o.points))),
    days * spec.tags.reduce((sum, c) => sum + c, 0),
  );
  const shortest = options.reduce((least, o) => Math.min(least, o.length), MOST);
  const longestDay = spec.days.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  return {
    spec,
    items: n,
    days,
    units: spec.units,
    classes,
    levels,
    dayFrom: Int32Array.from(spec.days, (d) => d.from),
    dayTo: Int32Array.from(spec.days, (d) => d.to),
    must: Uint8Array.from(items, (item) => (item.must || item.pinned ? 1 : 0)),
    pinned: Uint8Array.from(items, (item) => (item.pinned ? 1 : 0)),
    optionFrom,
    itemOf: of((o) => o.item),
    unit: of((o) => o.unit),
    class: of((o) => o.class),
    length: of((o) => o.length),
    points: of((o) => o.points),
    tagMask: of((o) => o.tags.reduce((mask, t) => mask | (1 << t), 0)),
    tagCost: Int32Array.from(spec.tags),
    lead: Int32Array.from(variants, (v) => v.lead),
    useFrom: counted((v) => v.uses),
    uses: variants.flatMap((v) => v.uses),
    spendFrom: counted((v) => v.spends),
    spendAccount: Int32Array.from(spends, (s) => s.account),
    spendAmount: Int32Array.from(spends, (s) => s.amount),
    windowFrom,
    first: edges(0),
    last: edges(1),
    latest,
    gap,
    cost,
    level,
    between: spec.between ? new Int16Array(n * n).fill(-1) : null,
    accounts: spec.accounts,
    dayLimit,
    longLimits: spec.limits.filter(({ from, to }) => from < to),
    resources: spec.resources,
    ordersOf,
    mustPoints: 2 * worth + 1,
    pointStep: Math.max(1, [...cost, ...spec.tags, ...options.map((o) => o.points)].reduce(commonFactor, 0)),
    musts: items.filter((item) => item.must || item.pinned).length,
    longest: Math.max(1, Math.min(n, MOST_ITEMS_A_DAY, Math.floor(longestDay / shortest))),
  };
}

const commonFactor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : commonFactor(b, a % b));

/** The starts at which what an item uses is there, were it alone. */
function withinCapacity(spec: ProblemSpec, entry: Entry, starts: readonly number[]): readonly number[] {
  if (entry.uses.length === 0) return starts;
  const barred: Span[] = [];
  for (const use of entry.uses) {
    const { steps } = spec.resources[use.resource] as Resource;
    const stretches = [{ at: -MOST, amount: 0 }, ...steps];
    for (const [i, { at, amount }] of stretches.entries())
      if (amount < use.amount)
        barred.push({ from: at - use.to + 1, to: (stretches[i + 1]?.at ?? MOST) - use.from });
  }
  let left: Span[] = [];
  for (let i = 0; i < starts.length; i += 2)
    left.push({ from: starts[i] as number, to: (starts[i + 1] as number) + 1 });
  for (const bar of barred)
    left = left.flatMap((span) =>
      bar.from >= span.to || bar.to <= span.from
        ? [span]
        : [
            { from: span.from, to: bar.from },
            { from: bar.to, to: span.to },
          ].filter(({ from, to }) => from < to),
    );
  return left.flatMap(({ from, to }) => [from, to - 1]);
}
