import { err, ok, type Result } from "../../base/result.ts";

/**
 * What the engine plans: items into days, each at most once, in sequences that one unit works off. It knows nothing of films: a
 * compiler says which strip an item is. Times are whole ticks from an origin of the caller's choice, points are whole numbers.
 */
export interface ProblemSpec {
  /** Stretches of ticks, half-open, in order and apart. Every placement lies within one. */
  readonly days: readonly Span[];
  /** Parallel sequences a day; an option says whose it is. */
  readonly units: number;
  /** Configurations that an option may need: what stands, and where. */
  readonly classes: number;
  /** In how many ways an item may be led into, such as same rig, re-light, new module. */
  readonly levels: number;
  /** From one configuration to the next; `before` is null for the first of a unit's day. */
  transition(before: number | null, now: number): Transition;
  /** Things paid for once a day when any item of the day has them: the points each costs. At most 24. */
  readonly tags: readonly number[];
  /** Accounts that items spend from, and what may be spent of them. */
  readonly accounts: number;
  readonly limits: readonly Limit[];
  /** Of what items of several units share: how much there is. */
  readonly resources: readonly Resource[];
  readonly orders: readonly Order[];
  readonly items: readonly ItemSpec[];
  /** Whether a day's plan holds by what no view of the search can say. Answers alike for like plans. */
  judge?(day: number, plan: readonly Placement[]): boolean;
  /** Another number when `judge` has learnt something, so that its earlier answers no longer count. */
  learnt?(): number;
  /** The same of a whole plan; asked of every plan that would be the best so far. */
  confirm?(plan: readonly Placement[]): boolean;
}
export interface Span {
  readonly from: number;
  readonly to: number;
}
export interface Transition {
  /** Ticks between the end of what was before (or the start of the day) and the lead of what comes. */
  readonly gap: number;
  /** Points it costs, 0 or more. */
  readonly cost: number;
  readonly level: number;
}
/** What an account may spend on days `from` to `to`, both included, together. */
export interface Limit {
  readonly account: number;
  readonly from: number;
  readonly to: number;
  readonly most: number;
}
/** There is as much as the last step at or before a tick says; nothing before the first. */
export interface Resource {
  readonly steps: readonly { readonly at: number; readonly amount: number }[];
}
/** Where both stand, `then` starts at least `min` and at most `max` ticks after `first` ends. */
export interface Order {
  readonly first: number;
  readonly then: number;
  readonly min: number;
  readonly max: number | null;
}
export interface ItemSpec {
  /** A plan with one more of these is better than any with one fewer. */
  readonly must: boolean;
  /** Stands from the beginning and is never moved; one option, one start. */
  readonly pinned: boolean;
  /** Ways to place it; none for what fits nowhere. */
  readonly options: readonly OptionSpec[];
}
export interface OptionSpec {
  readonly unit: number;
  readonly class: number;
  /** Ticks from start to end. */
  readonly length: number;
  /** What it is worth to have the item placed this way. */
  readonly points: number;
  readonly tags: readonly number[];
  /** One for each level, or one for all. */
  readonly levels: readonly Entry[];
}
export interface Entry {
  /** Ticks before the start that belong to the item. */
  readonly lead: number;
  /** By day, the allowed starts as pairs first, last, first, last …, both included, in order and apart. */
  readonly starts: readonly (readonly number[])[];
  /** Spans from the start (the lead is negative) within lead and length. */
  readonly uses: readonly Use[];
  readonly spends: readonly { readonly account: number; readonly amount: number }[];
}
export interface Use {
  readonly resource: number;
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

/** An item where it stands; `option` counts within the item. */
export interface Placement {
  readonly item: number;
  readonly option: number;
  readonly unit: number;
  readonly day: number;
  /** Which lead it has. */
  readonly level: number;
  readonly start: number;
}

/** The same, packed. Options are numbered through; a variant is option × levels + level, a cell variant × days + day. */
export interface Problem {
  readonly spec: ProblemSpec;
  readonly items: number;
  readonly days: number;
  readonly units: number;
  readonly classes: number;
  readonly levels: number;
  readonly dayFrom: Int32Array;
  readonly dayTo: Int32Array;
  readonly must: Uint8Array;
  readonly pinned: Uint8Array;
  /** Options of item i: optionFrom[i] to optionFrom[i + 1]. */
  readonly optionFrom: Int32Array;
  readonly itemOf: Int32Array;
  readonly unit: Int32Array;
  readonly class: Int32Array;
  readonly length: Int32Array;
  readonly points: Int32Array;
  readonly tagMask: Int32Array;
  readonly tagCost: Int32Array;
  /** By variant. */
  readonly lead: Int32Array;
  readonly useFrom: Int32Array;
  readonly uses: readonly Use[];
  readonly spendFrom: Int32Array;
  readonly spendAccount: Int32Array;
  readonly spendAmount: Int32Array;
  /** Allowed starts of a cell: pairs windowFrom[cell] to windowFrom[cell + 1] of first and last. */
  readonly windowFrom: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The last allowed start of an option on a day on any level (option × days + day), -1 where there is none. */
  readonly latest: Int32Array;
  /** Rows of configurations before (the last row: none), columns of configurations now. */
  readonly gap: Int32Array;
  readonly cost: Int32Array;
  readonly level: Int32Array;
  readonly accounts: number;
  /** What an account may spend on a day alone (account × days + day). */
  readonly dayLimit: Float64Array;
  /** Limits that run over several days. */
  readonly longLimits: readonly Limit[];
  readonly resources: readonly Resource[];
  /** Orders that concern item i. */
  readonly ordersOf: readonly (readonly Order[])[];
  /** Points that a must outweighs everything else with. */
  readonly mustPoints: number;
  readonly musts: number;
  /** No sequence holds more items. */
  readonly longest: number;
}

/** Why a problem is none: where in it, and what is wrong. */
export interface Fault {
  readonly at: string;
  readonly what: string;
}

/** A tick, a length, an amount or points stay below this, so that sums are exact. */
const MOST = 2 ** 30;
const MOST_TAGS = 24;
/** The bound keeps a table of starts by tick: minutes will do, seconds will not. */
const MOST_TICKS_A_DAY = 20_000;
/** Longer sequences than this are not planned. */
const MOST_ITEMS_A_DAY = 120;

/** Checks a problem and packs it. All faults are told, not only the first. */
export function problemOf(spec: ProblemSpec): Result<Problem, readonly Fault[]> {
  const faults = faultsOf(spec);
  return faults.length > 0 ? err(faults) : ok(packed(spec));
}

const isCount = (n: number, below: number) => Number.isInteger(n) && n >= 0 && n < below;
const isAmount = (n: number) => isCount(n, MOST);

function faultsOf(spec: ProblemSpec): Fault[] {
  const faults: Fault[] = [];
  const expect = (holds: boolean, at: string, what: string) => {
    if (!holds) faults.push({ at, what });
  };
  const { days, items } = spec;
  for (const [d, { from, to }] of days.entries()) {
    expect(isAmount(from) && isAmount(to) && from < to, `day ${d}`, "ends after it starts, in whole ticks");
    expect(to - from <= MOST_TICKS_A_DAY, `day ${d}`, `has at most ${MOST_TICKS_A_DAY} ticks`);
    expect(d === 0 || (days[d - 1]?.to ?? 0) <= from, `day ${d}`, "starts after the day before has ended");
  }
  expect(isCount(spec.units, 1000), "units", "a whole number");
  expect(isCount(spec.classes, 10_000), "classes", "a whole number");
  expect(isCount(spec.levels, 100) && spec.levels > 0, "levels", "one or more");
  expect(isCount(spec.accounts, 10_000), "accounts", "a whole number");
  expect(spec.tags.length <= MOST_TAGS, "tags", `at most ${MOST_TAGS}`);
  for (const [t, cost] of spec.tags.entries()) expect(isAmount(cost), `tag ${t}`, "costs 0 points or more");
  for (const [i, { account, from, to, most }] of spec.limits.entries()) {
    expect(isCount(account, spec.accounts), `limit ${i}`, "names an account that is there");
    expect(
      isCount(from, days.length) && isCount(to, days.length) && from <= to,
      `limit ${i}`,
      "has its days",
    );
    expect(isAmount(most), `limit ${i}`, "is 0 or more, and whole");
  }
  for (const [r, { steps }] of spec.resources.entries())
    for (const [s, { at, amount }] of steps.entries()) {
      expect(isAmount(at) && isAmount(amount), `resource ${r}`, "has whole steps of 0 or more");
      expect(s === 0 || (steps[s - 1]?.at ?? 0) < at, `resource ${r}`, "has its steps in order");
    }
  for (const [i, { first, then, min, max }] of spec.orders.entries()) {
    expect(isCount(first, items.length) && isCount(then, items.length), `order ${i}`, "names items");
    expect(first !== then, `order ${i}`, "names two items");
    expect(
      isAmount(min) && (max === null || (isAmount(max) && max >= min)),
      `order ${i}`,
      "has min up to max",
    );
  }
  for (const before of [null, ...Array(spec.classes).keys()])
    for (let now = 0; now < spec.classes; now++) {
      const { gap, cost, level } = spec.transition(before, now);
      const fine = isAmount(gap) && isAmount(cost) && isCount(level, spec.levels);
      if (!fine) expect(false, `transition ${before} to ${now}`, "has a gap, a cost and a level");
    }
  for (const [i, item] of items.entries())
    for (const [o, option] of item.options.entries()) {
      const at = `item ${i}, option ${o}`;
      expect(isCount(option.unit, spec.units), at, "names a unit that is there");
      expect(isCount(option.class, spec.classes), at, "names a configuration that is there");
      expect(isAmount(option.length) && option.length > 0, at, "lasts one tick or more");
      expect(Number.isInteger(option.points) && Math.abs(option.points) < MOST, at, "has whole points");
      expect(
        option.tags.every((t) => isCount(t, spec.tags.length)),
        at,
        "names tags that are there",
      );
      expect([1, spec.levels].includes(option.levels.length), at, "has an entry for each level, or one");
      for (const entry of option.levels) faults.push(...faultsOfEntry(spec, option, entry, at));
    }
  for (const [i, item] of items.entries())
    if (item.pinned) {
      const [only, ...others] = item.options;
      const single = only?.levels.every(
        ({ starts }) => starts.flat().length === 2 && isSingle(starts.flat()),
      );
      expect(single === true && others.length === 0, `item ${i}`, "is pinned: one option with one start");
    }
  return faults;
}
const isSingle = ([first, last]: readonly number[]) => first === last;

function faultsOfEntry(spec: ProblemSpec, option: OptionSpec, entry: Entry, at: string): Fault[] {
  const faults: Fault[] = [];
  const expect = (holds: boolean, what: string) => {
    if (!holds) faults.push({ at, what });
  };
  expect(isAmount(entry.lead), "has a lead of 0 ticks or more");
  expect(entry.starts.length === spec.days.length, "has starts for every day");
  for (const [d, starts] of entry.starts.entries()) {
    const day = spec.days[d] ?? { from: 0, to: 0 };
    const inOrder = starts.every(
      (s, i) =>
        Number.isInteger(s) && (i === 0 || (i % 2 ? s >= (starts[i - 1] ?? 0) : s > (starts[i - 1] ?? 0))),
    );
    expect(starts.length % 2 === 0 && inOrder, `has starts on day ${d} as pairs in order`);
    const within = (starts[0] ?? day.to) - entry.lead >= day.from || starts.length === 0;
    expect(
      within && (starts.at(-1) ?? day.from) + (starts.length ? option.length : 0) <= day.to,
      `lies in day ${d}`,
    );
  }
  for (const use of entry.uses) {
    expect(isCount(use.resource, spec.resources.length), "uses a resource that is there");
    expect(isAmount(use.amount) && use.from < use.to, "uses an amount for some time");
    expect(use.from >= -entry.lead && use.to <= option.length, "uses resources within its own span");
  }
  for (const { account, amount } of entry.spends)
    expect(
      isCount(account, spec.accounts) && isAmount(amount),
      "spends an amount of an account that is there",
    );
  return faults;
}

function packed(spec: ProblemSpec): Problem {
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
    accounts: spec.accounts,
    dayLimit,
    longLimits: spec.limits.filter(({ from, to }) => from < to),
    resources: spec.resources,
    ordersOf,
    mustPoints: 2 * worth + 1,
    musts: items.filter((item) => item.must || item.pinned).length,
    longest: Math.max(1, Math.min(n, MOST_ITEMS_A_DAY, Math.floor(longestDay / shortest))),
  };
}

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
