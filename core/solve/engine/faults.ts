import type { Entry, Fault, OptionSpec, ProblemSpec } from "./problem.ts";

/** A tick, a length, an amount or points stay below this, so that sums are exact. */
export const MOST = 2 ** 30;
const MOST_TAGS = 24;
/** The bound keeps a table of starts by tick: minutes will do, seconds will not. */
const MOST_TICKS_A_DAY = 20_000;

const isCount = (n: number, below: number) => Number.isInteger(n) && n >= 0 && n < below;
const isAmount = (n: number) => isCount(n, MOST);

/** What is wrong with a problem as it was written, everything and not only the first. */
export function faultsOf(spec: ProblemSpec): Fault[] {
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
      const starts = (only?.levels ?? []).map((level) => level.starts.flat()).filter((own) => own.length > 0);
      const single = starts.length > 0 && starts.every((own) => own.length === 2 && isSingle(own));
      expect(single && others.length === 0, `item ${i}`, "is pinned: one option with one start");
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
    // There are thousands of these: the words are made only where they are wanted.
    if (starts.length % 2 !== 0 || !inOrder) expect(false, `has starts on day ${d} as pairs in order`);
    const within = (starts[0] ?? day.to) - entry.lead >= day.from || starts.length === 0;
    if (!within || (starts.at(-1) ?? day.from) + (starts.length ? option.length : 0) > day.to)
      expect(false, `lies in day ${d}`);
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
