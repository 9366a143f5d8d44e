import { seededRandom } from "../../base/random.ts";
import {
  type ItemSpec,
  type OptionSpec,
  type Placement,
  type Problem,
  type ProblemSpec,
  problemOf,
} from "./problem.ts";

/** Ways to draw a problem; what is absent does not occur in it. */
export interface Drawn {
  readonly items: number;
  readonly days: number;
  readonly units?: number;
  readonly levels?: number;
  readonly accounts?: number;
  readonly resources?: number;
  readonly orders?: number;
  readonly musts?: boolean;
  readonly pins?: boolean;
  /** An order may say how much later at most. */
  readonly atMost?: boolean;
  /** The way from one configuration to another may be shorter by a third. */
  readonly detours?: boolean;
  /** Some items ask for ticks between them beside the gap of their configurations. */
  readonly apart?: boolean;
  /** Ticks of a day. */
  readonly ticks?: number;
}

/** A small problem, drawn anew for every seed. */
export function drawnProblem(how: Drawn, seed: number): ProblemSpec {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const chance = (share: number) => random() < share;
  const {
    items,
    days,
    units = 1,
    levels = 1,
    accounts = 0,
    resources = 0,
    orders = 0,
    ticks: DAY = 24,
  } = how;
  const classes = 3;
  const tags = [between(0, 6), between(0, 6)];
  const matrix = new Map<string, { gap: number; cost: number; level: number }>();
  for (const before of [null, 0, 1, 2])
    for (const now of [0, 1, 2]) {
      const isSame = before === now;
      const way = how.detours
        ? { gap: between(0, 5), cost: between(0, 9) }
        : { gap: isSame ? 0 : 2, cost: isSame ? 0 : 5 };
      matrix.set(`${before} ${now}`, { ...way, level: levels > 1 ? (isSame ? 0 : 1) : 0 });
    }

  const startsOf = (length: number, lead: number): number[][] =>
    Array.from({ length: days }, (_, d) => {
      const starts: number[] = [];
      for (let t = d * DAY + lead; t + length <= d * DAY + DAY; ) {
        const first = t + between(0, 8);
        const last = Math.min(first + between(0, 6), d * DAY + DAY - length);
        if (last < first) break;
        starts.push(first, last);
        t = last + 2;
      }
      return chance(0.8) ? starts : [];
    });
  const option = (isPinned: boolean): OptionSpec => {
    const length = between(2, 9);
    const entries = Array.from({ length: levels }, (_, l) => {
      const lead = l * 2;
      const day = between(0, days - 1);
      const at = day * DAY + between(lead, DAY - length);
      const single = Array.from({ length: days }, (_, d) => (d === day ? [at, at] : []));
      return {
        lead,
        starts: isPinned ? single : startsOf(length, lead),
        uses: Array.from({ length: resources }, (_, resource) => ({
          resource,
          from: chance(0.3) ? -lead : between(0, length - 2),
          to: chance(0.5) ? length : length - 1,
          amount: between(0, 2),
        })),
        spends: Array.from({ length: accounts }, (_, account) => ({ account, amount: between(0, 4) + l })),
      };
    });
    return {
      unit: between(0, units - 1),
      class: between(0, classes - 1),
      length,
      points: between(1, 40),
      tags: tags.map((_, t) => t).filter(() => chance(0.4)),
      levels: entries,
    };
  };
  const apart = Array.from({ length: how.apart ? items * items : 0 }, () =>
    chance(0.4) ? between(1, 3) : 0,
  );
  return {
    days: Array.from({ length: days }, (_, d) => ({ from: d * DAY, to: d * DAY + DAY })),
    ...(how.apart ? { between: (before, now) => apart[before * items + now] ?? 0 } : {}),
    units,
    classes,
    levels,
    transition: (before, now) => matrix.get(`${before} ${now}`) ?? { gap: 0, cost: 0, level: 0 },
    tags,
    accounts,
    limits: Array.from({ length: accounts }, (_, account) => [
      ...Array.from({ length: days }, (_, d) => ({ account, from: d, to: d, most: between(3, 10) })),
      { account, from: 0, to: days - 1, most: between(5, 16) },
    ]).flat(),
    resources: Array.from({ length: resources }, () => ({
      steps: [
        { at: 0, amount: between(1, 3) },
        { at: between(1, days * DAY - 1), amount: between(1, 3) },
      ],
    })),
    orders: Array.from({ length: orders }, () => {
      const first = between(0, items - 1);
      const then = (first + between(1, items - 1)) % items;
      const min = between(0, 4);
      return { first, then, min, max: how.atMost && chance(0.5) ? min + between(0, 20) : null };
    }),
    items: Array.from({ length: items }, (): ItemSpec => {
      const pinned = (how.pins ?? false) && chance(0.15);
      const ways = pinned ? 1 : between(0, 2);
      return {
        must: (how.musts ?? false) && chance(0.3),
        pinned,
        options: Array.from({ length: ways }, () => {
          const drawn = option(pinned);
          // All levels of what is pinned have its one start.
          const [, second = drawn.levels[0]] = drawn.levels;
          return pinned && second
            ? { ...drawn, levels: drawn.levels.map((l) => ({ ...l, starts: second.starts })) }
            : drawn;
        }),
      };
    }),
  };
}

/** What is wrong with a plan, judged by the problem as it was written and by nothing of the engine. */
export function wrongs(spec: ProblemSpec, plan: readonly Placement[]): string[] {
  const wrong: string[] = [];
  const sorted = [...plan].sort((a, b) => a.start - b.start);
  const seen = new Set<number>();
  const entryOf = ({ item, option, level }: Placement) => {
    const o = spec.items[item]?.options[option];
    return { o, entry: o?.levels[o.levels.length === 1 ? 0 : level] };
  };
  for (const placed of sorted) {
    const { o, entry } = entryOf(placed);
    if (seen.has(placed.item)) wrong.push(`item ${placed.item} twice`);
    seen.add(placed.item);
    if (!o || !entry) {
      wrong.push(`item ${placed.item} by no option`);
      continue;
    }
    if (o.unit !== placed.unit) wrong.push(`item ${placed.item} in another unit`);
    const starts = entry.starts[placed.day] ?? [];
    const isIn = starts.some(
      (from, i) => i % 2 === 0 && from <= placed.start && placed.start <= (starts[i + 1] ?? -1),
    );
    if (!isIn) wrong.push(`item ${placed.item} where it may not start`);
  }
  for (let unit = 0; unit < spec.units; unit++)
    for (let day = 0; day < spec.days.length; day++) {
      let before: number | null = null;
      let last: number | null = null;
      let free = spec.days[day]?.from ?? 0;
      for (const placed of sorted.filter((s) => s.unit === unit && s.day === day)) {
        const { o, entry } = entryOf(placed);
        if (!o || !entry) continue;
        const { gap, level } = spec.transition(before, o.class);
        if (level !== placed.level) wrong.push(`item ${placed.item} on another level`);
        const more = last === null ? 0 : (spec.between?.(last, placed.item) ?? 0);
        if (placed.start - entry.lead < free + gap + more) wrong.push(`item ${placed.item} too soon`);
        before = o.class;
        last = placed.item;
        free = placed.start + o.length;
      }
    }
  for (const { account, from, to, most } of spec.limits) {
    let sum = 0;
    for (const placed of sorted)
      if (placed.day >= from && placed.day <= to)
        for (const s of entryOf(placed).entry?.spends ?? []) if (s.account === account) sum += s.amount;
    if (sum > most) wrong.push(`account ${account} overspent: ${sum} of ${most}`);
  }
  for (const [r, { steps }] of spec.resources.entries())
    for (let t = spec.days[0]?.from ?? 0; t < (spec.days.at(-1)?.to ?? 0); t++) {
      const capacity = steps.filter(({ at }) => at <= t).at(-1)?.amount ?? 0;
      let used = 0;
      for (const placed of sorted)
        for (const use of entryOf(placed).entry?.uses ?? [])
          if (use.resource === r && placed.start + use.from <= t && t < placed.start + use.to)
            used += use.amount;
      if (used > capacity) wrong.push(`resource ${r}: ${used} of ${capacity} at ${t}`);
    }
  for (const { first, then, min, max } of spec.orders) {
    const [a, b] = [first, then].map((item) => sorted.find((placed) => placed.item === item));
    if (!a || !b) continue;
    const lag = b.start - a.start - (entryOf(a).o?.length ?? 0);
    if (lag < min || (max !== null && lag > max)) wrong.push(`order ${first} before ${then}`);
  }
  for (const [i, item] of spec.items.entries())
    if (item.pinned && !seen.has(i)) wrong.push(`item ${i} is pinned and not there`);
  return wrong;
}

/** Points of a plan, summed anew. */
export function pointsOf(spec: ProblemSpec, plan: readonly Placement[]): number {
  const sorted = [...plan].sort((a, b) => a.start - b.start);
  let points = 0;
  for (const day of spec.days.keys()) {
    const tags = new Set<number>();
    for (let unit = 0; unit < spec.units; unit++) {
      let before: number | null = null;
      for (const placed of sorted.filter((s) => s.unit === unit && s.day === day)) {
        const o = spec.items[placed.item]?.options[placed.option];
        if (!o) continue;
        points += o.points - spec.transition(before, o.class).cost;
        for (const tag of o.tags) tags.add(tag);
        before = o.class;
      }
    }
    for (const tag of tags) points -= spec.tags[tag] ?? 0;
  }
  return points;
}

export const missingOf = (spec: ProblemSpec, plan: readonly Placement[]): number => {
  const isIn = new Set(plan.map(({ item }) => item));
  return spec.items.filter((item, i) => (item.must || item.pinned) && !isIn.has(i)).length;
};

export interface Best {
  readonly missing: number;
  readonly points: number;
}
/** Fewest musts missing first, then most points. */
export const isBetter = (a: Best, b: Best): boolean =>
  a.missing < b.missing || (a.missing === b.missing && a.points > b.points);

/**
 * The best plan there is, by trying all: each item out, or by each option at each tick. Only for a handful of items.
 * Null where no plan holds what is pinned.
 */
export function bestOfAllPlans(spec: ProblemSpec): Best | null {
  let best: Best | null = null;
  const plan: Placement[] = [];
  const consider = () => {
    const levelled = withLevels(spec, plan);
    if (wrongs(spec, levelled).length > 0) return;
    const now = { missing: missingOf(spec, plan), points: pointsOf(spec, levelled) };
    if (!best || isBetter(now, best)) best = now;
  };
  const descend = (item: number): void => {
    const own = spec.items[item];
    if (!own) {
      consider();
      return;
    }
    if (!own.pinned) descend(item + 1);
    for (const [option, o] of own.options.entries())
      for (const day of spec.days.keys())
        for (const start of new Set(o.levels.flatMap(({ starts }) => ticksOf(starts[day] ?? [])))) {
          const clash = plan.some((placed) => {
            const length = spec.items[placed.item]?.options[placed.option]?.length ?? 0;
            return placed.unit === o.unit && placed.start < start + o.length && start < placed.start + length;
          });
          if (clash) continue;
          plan.push({ item, option, unit: o.unit, day, level: 0, start });
          descend(item + 1);
          plan.pop();
        }
  };
  descend(0);
  return best;
}
const ticksOf = (pairs: readonly number[]): number[] =>
  pairs.flatMap((from, i) =>
    i % 2 === 0 ? Array.from({ length: (pairs[i + 1] ?? from) - from + 1 }, (_, k) => from + k) : [],
  );

/**
 * The same by trying every order of every choice of items, each as early as it goes: enough for one unit without resources, and
 * orders without a longest lag.
 */
export function bestOfAllSequences(spec: ProblemSpec): Best | null {
  let best: Best | null = null;
  const plan: Placement[] = [];
  const isIn = new Set<number>();
  const consider = () => {
    const now = { missing: missingOf(spec, plan), points: pointsOf(spec, plan) };
    if (best && !isBetter(now, best)) return;
    if (wrongs(spec, plan).length === 0) best = now;
  };
  const descend = (day: number, before: number | null, free: number, last: number | null = null): void => {
    const next = spec.days[day + 1];
    if (next) descend(day + 1, null, next.from);
    else consider();
    for (const [item, { options }] of spec.items.entries()) {
      if (isIn.has(item)) continue;
      for (const [option, o] of options.entries()) {
        const { gap, level } = spec.transition(before, o.class);
        const entry = o.levels[o.levels.length === 1 ? 0 : level];
        if (!entry) continue;
        const apart = last === null ? 0 : (spec.between?.(last, item) ?? 0);
        let earliest = free + gap + apart + entry.lead;
        for (const { first, then, min } of spec.orders) {
          const placed = then === item ? plan.find((other) => other.item === first) : undefined;
          if (!placed) continue;
          const end = placed.start + (spec.items[first]?.options[placed.option]?.length ?? 0);
          earliest = Math.max(earliest, end + min);
        }
        const start = ticksOf(entry.starts[day] ?? []).find((t) => t >= earliest);
        if (start === undefined) continue;
        plan.push({ item, option, unit: o.unit, day, level, start });
        isIn.add(item);
        descend(day, o.class, start + o.length, item);
        isIn.delete(item);
        plan.pop();
      }
    }
  };
  descend(0, null, spec.days[0]?.from ?? 0);
  return best;
}

/** The same plan, each item on the level that what is before it gives. */
function withLevels(spec: ProblemSpec, plan: readonly Placement[]): Placement[] {
  const before = new Map<string, number>();
  return [...plan]
    .sort((a, b) => a.start - b.start)
    .map((placed) => {
      const key = `${placed.unit} ${placed.day}`;
      const now = spec.items[placed.item]?.options[placed.option]?.class ?? 0;
      const { level } = spec.transition(before.get(key) ?? null, now);
      before.set(key, now);
      return { ...placed, level };
    });
}

/** A problem of which is known that it has no faults. */
export function packed(spec: ProblemSpec): Problem {
  const result = problemOf(spec);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
