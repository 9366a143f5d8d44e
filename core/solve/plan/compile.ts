import type { Interval } from "../../base/interval.ts";
import { difference, profile } from "../../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Minutes } from "../../base/quantity.ts";
import type { Facts } from "../../model/facts.ts";
import type { StripId } from "../../model/ids.ts";
import type { Placed } from "../../model/placed.ts";
import type { Scene } from "../../model/scene.ts";
import type { Strip } from "../../model/strip.ts";
import { stretchesOf } from "../../rules/bars.ts";
import { shootDayAt } from "../../rules/duty.ts";
import type { ItemSpec, OptionSpec, Order, Placement, ProblemSpec } from "../engine/problem.ts";
import { accountsOf } from "./accounts.ts";
import { classesOf, gapsOf, LEVELS, transitionsOf } from "./classes.ts";
import type { Parted } from "./fixed.ts";
import type { Lengths } from "./lengths.ts";
import { GRID_S } from "./starts.ts";
import { ticksFrom } from "./ticks.ts";
import { trimmed } from "./trimmed.ts";
import type { Views } from "./views.ts";
import type { Look, Way, Ways, WaysOfStrip } from "./ways.ts";

export interface CompileInput {
  readonly views: Views;
  readonly lengths: Lengths;
  readonly parted: Parted;
  readonly ways: Ways;
  /** A plan to begin with. */
  readonly from: Facts["placed"];
  /** How much of the ways of each strip is looked at; absent: all. */
  readonly look?: (strip: Strip) => Look;
  /** Asked strip by strip: whether to leave off. */
  readonly isOver?: () => boolean;
}
/** A snapshot as the engine plans it, and the way back. */
export interface Compiled {
  /** What the search plans. */
  readonly strict: ProblemSpec;
  /** The same items and options with no more limits than the rules have: what the bound is on. The same object where nothing differs. */
  relaxed(): ProblemSpec;
  /** Priority points in one of the engine's. */
  readonly pointsPerUnit: number;
  /** What the search plans, point by point: for the last touches. */
  fine(): ProblemSpec;
  /** What the search plans, with a move that costs no more points than these. */
  easy(movePoints: number): ProblemSpec;
  /** The plan of today, as far as it can stand. */
  readonly start: readonly Placement[];
  /** Strips that some rule cannot judge wherever they could stand. */
  readonly unjudged: readonly StripId[];
  /** Strips that stand nowhere, even alone. */
  readonly nowhere: readonly StripId[];
  /** Fixed strips that cannot stand in the sequence of their unit: planned around where they are. */
  readonly inTheWay: readonly StripId[];
  /** What a placement of the engine places, and the moment at which it begins to shoot. */
  stripOf(item: number): StripId;
  leadOf(placement: Placement): Minutes;
  shootOf(placement: Placement): { readonly shootAt: EpochSeconds; readonly shootMin: Minutes };
}

interface Item {
  readonly strip: Strip;
  readonly scene: Scene;
  /** Null: free. */
  readonly pin: Placed | null;
  readonly ways: readonly Way[];
}
/** Null where it was left off. */
export function compile({
  views,
  lengths,
  ways: known,
  parted,
  from,
  look = () => "all",
  isOver = () => false,
}: CompileInput): Compiled | null {
  const { facts } = views;
  const { days } = facts;
  const stretches = stretchesOf(days);
  const dayOf = (placed: Placed): number => {
    const day = shootDayAt(days, placed.span.start);
    const i = day ? days.indexOf(day) : -1;
    const stretch = stretches[i];
    return stretch && placed.span.end <= stretch.end ? i : -1;
  };

  const alone = known.starts;
  const freeOf: (Item & WaysOfStrip)[] = [];
  for (const strip of parted.free) {
    if (isOver()) return null;
    const scene = facts.scenes.get(strip.sceneId);
    if (scene) freeOf.push({ strip, scene, pin: null, ...known.of(strip, scene, look(strip)) });
  }
  // A rig is re-lit or used again only where one was built before.
  const isBuilt = new Set(parted.fixed.map(({ moduleId }) => moduleId));
  for (const { strip, scene, ways } of freeOf) {
    const rig = Math.max(...lengths.rigs(strip, scene)) as Minutes;
    if (ways.some(({ byRig }) => (byRig.get(rig)?.length ?? 0) > 0)) isBuilt.add(scene.moduleId);
  }
  const going = freeOf.filter(({ scene, ways }) => ways.length > 0 && isBuilt.has(scene.moduleId));
  const units = [...new Set(going.map(({ scene }) => scene.unit))];

  // What is fixed in a unit with something to plan is part of its sequence, where it can be.
  const beside = parted.fixed
    .filter(({ scene }) => units.includes(scene.unit))
    .sort((a, b) => a.span.start - b.span.start);
  const isFine = ({ span, strip }: Placed) => [span.start, strip.rigMin * 60].every((s) => s % GRID_S === 0);
  const isOnGrid =
    beside.every(isFine) &&
    going.every(
      ({ strip, scene, ways }) =>
        lengths.rigs(strip, scene).every((rig) => rig % 5 === 0) &&
        ways.every(({ starts }) => starts.every((at) => at % GRID_S === 0)),
    );
  const ticks = ticksFrom(stretches, isOnGrid ? GRID_S : 60);
  const { tickS, ofMinutes: ticksOf } = ticks;
  const pointsPerUnit = unitFor(going.flatMap(({ ways }) => Math.max(...ways.map(({ worth }) => worth))));
  const classes = classesOf(
    [...going, ...beside.map(({ strip, scene }) => ({ strip, scene }))],
    [...facts.strips.values()],
  );
  const sample = (strip: Strip, scene: Scene, shootMin = strip.shootMin): Placed | null => {
    const rigMin = Math.max(...lengths.rigs(strip, scene)) as Minutes;
    return alone.atZero(strip, { rigMin, shootMin });
  };
  const examples = classes.list.map(({ members }) =>
    members.flatMap(({ strip, scene }) => sample(strip, scene) ?? []),
  );
  const transitions = transitionsOf(views, classes, examples, { tickS, ticksOf, pointsPerUnit });

  // Of what is fixed and overlaps, or leaves no time for the way that it needs, the first goes on and the others are in the way.
  const pins: { readonly placed: Placed; readonly day: number; readonly level: number }[] = [];
  const obstacles: Placed[] = [];
  const lastOf = new Map<string, (typeof pins)[number]>();
  for (const placed of beside) {
    const day = dayOf(placed);
    const now = classes.of(placed.scene);
    const key = `${placed.scene.unit} ${day}`;
    const last = lastOf.get(key);
    const { gap, level } = transitions(last ? classes.of(last.placed.scene) : null, now, false);
    const from = ticks.of(placed.span.start);
    const free = last
      ? ticks.startOf(last.placed) + ticks.lengthOf(last.placed) + gap
      : Number.NEGATIVE_INFINITY;
    if (day < 0 || from < free || !Number.isInteger(from)) obstacles.push(placed);
    else {
      const pin = { placed, day, level };
      pins.push(pin);
      lastOf.set(key, pin);
    }
  }
  const elsewhere = parted.fixed.filter(({ scene }) => !units.includes(scene.unit));
  const pinOf = new Map(pins.map((pin) => [pin.placed.strip.id, pin]));

  const items: Item[] = [
    ...going,
    ...pins.map(({ placed }) => ({ strip: placed.strip, scene: placed.scene, pin: placed, ways: [] })),
  ];
  const unitOf = (scene: Scene) => units.indexOf(scene.unit);
  const rigTicks = (strip: Strip, scene: Scene) => {
    const rigs = lengths.rigs(strip, scene).map(ticksOf);
    return Array.from({ length: LEVELS }, (_, l) => rigs[Math.min(l, rigs.length - 1)] as number);
  };
  const accounts = accountsOf(views, {
    items: items.map(({ pin }) => pin),
    standing: [...obstacles, ...elsewhere],
    examples: examples.flat(),
  });

  /** Stretches of an item's shoot starts that obstacles of its unit leave. */
  const besideObstacles = (
    { strip, scene }: Item,
    shootMin: Minutes,
    rigMin: Minutes,
    starts: readonly EpochSeconds[],
  ): readonly EpochSeconds[] => {
    const own = obstacles.filter((o) => o.scene.unit === scene.unit);
    if (own.length === 0) return starts;
    const shut = own.map(
      ({ span }): Interval => ({
        start: epochSeconds(span.start - (shootMin + strip.strikeMin) * 60 + 1),
        end: epochSeconds(span.end + rigMin * 60),
      }),
    );
    return starts.filter(
      (at) => difference([{ start: at, end: epochSeconds(at + 1) }], profile(shut)).length > 0,
    );
  };

  let isNarrowed = false;
  const narrowed: typeof besideObstacles = (item, shootMin, rigMin, starts) => {
    const clear = besideObstacles(item, shootMin, rigMin, starts);
    const left = alone.cautious(item.strip, { rigMin, shootMin }, clear);
    isNarrowed ||= left.length < starts.length;
    return left;
  };

  const specOf = (isStrict: boolean): readonly ItemSpec[] =>
    items.map((item): ItemSpec => {
      const { strip, scene, pin, ways } = item;
      const base = { unit: unitOf(scene), class: classes.of(scene), tags: [] };
      const must = (facts.setUpsOfStrip.get(strip.id) ?? []).some((s) => !s.isShot && s.tier === "must");
      const leads = rigTicks(strip, scene);
      if (pin) {
        const own = pinOf.get(strip.id);
        const day = own?.day ?? -1;
        const lead = ticksOf(strip.rigMin);
        const at = ticks.startOf(pin);
        const levels = leads.map((needed, level) => ({
          lead,
          starts: stretches.map((_, d) =>
            d === day && (needed <= lead || level === own?.level) ? [at, at] : [],
          ),
          uses: [],
          spends: accounts.spends(pin),
        }));
        return { must, pinned: true, options: [{ ...base, length: ticks.lengthOf(pin), points: 0, levels }] };
      }
      const options = ways.map((way): OptionSpec => {
        const levels = lengths.rigs(strip, scene).map((rigMin, level) => {
          const placed = alone.atZero(strip, { rigMin, shootMin: way.shootMin });
          const free = way.byRig.get(rigMin) ?? [];
          const spends = placed ? accounts.spends(placed) : [];
          const going = isStrict ? narrowed(item, way.shootMin, rigMin, free) : free;
          return {
            lead: leads[level] as number,
            // What a day does not give to one it does not give at all.
            starts: ticks.pairsOf(going).map((pairs, d) => (accounts.isMoreThan(spends, d) ? [] : pairs)),
            uses: [],
            spends,
          };
        });
        const only = levels[0];
        return {
          ...base,
          length: Math.max(1, ticksOf(way.shootMin + strip.strikeMin)),
          points: pointsOf(way, pointsPerUnit),
          levels: levels.length === 1 && only ? [only] : levels,
        };
      });
      return {
        must,
        pinned: false,
        options,
      };
    });

  const index = new Map(items.map(({ strip }, i) => [strip.id, i]));
  const orders = views.rules.flatMap((of) =>
    views
      .orders(
        of,
        items.map(({ strip }) => strip),
      )
      .flatMap(({ first, second, minMin, maxMin }): Order[] => {
        const [a, b] = [index.get(first), index.get(second)];
        if (a === undefined || b === undefined || (items[a]?.pin && items[b]?.pin)) return [];
        const longest = Math.max(...rigTicks((items[b] as Item).strip, (items[b] as Item).scene));
        return [
          {
            first: a,
            // biome-ignore lint/suspicious/noThenProperty: the engine's word.
            then: b,
            min: Math.max(0, Math.floor((minMin * 60) / tickS)),
            max: maxMin === null ? null : Math.ceil((maxMin * 60) / tickS) + longest + 1,
          },
        ];
      }),
  );

  // Configurations ask for the least that two of theirs do; what two strips need beyond that is between the two.
  const gapOf = gapsOf(views, { tickS, ticksOf });
  const samplesOf = items.map(({ strip, scene, pin, ways }) => {
    const shoots = new Set(ways.map(({ shootMin }) => shootMin));
    return pin ? [pin] : [...shoots].flatMap((shootMin) => sample(strip, scene, shootMin) ?? []);
  });
  const between = (before: number, now: number): number => {
    const [first, then] = [items[before] as Item, items[now] as Item];
    if (first.pin && then.pin) return 0;
    let most = 0;
    for (const own of samplesOf[before] ?? [])
      for (const other of samplesOf[now] ?? []) most = Math.max(most, gapOf(own, other));
    return Math.max(0, most - transitions(classes.of(first.scene), classes.of(then.scene), false).gap);
  };

  const problem = (isStrict: boolean): ProblemSpec => ({
    days: ticks.days,
    units: Math.max(1, units.length),
    classes: classes.list.length,
    levels: LEVELS,
    transition: (before, now) => transitions(before, now, !isStrict),
    ...(isStrict ? { between } : {}),
    tags: [],
    accounts: accounts.count,
    limits: isStrict ? accounts.limits : accounts.limits.filter(({ account }) => accounts.isTight(account)),
    resources: [],
    orders,
    items: specOf(isStrict),
  });
  const strict = trimmed(problem(true));
  const isLooser =
    isNarrowed ||
    strict.limits.some(({ account }) => !accounts.isTight(account)) ||
    classes.list.some(({ isSplit }) => isSplit);

  const start = going.flatMap((item, i): Placement[] => {
    const placed = from.get(item.strip.id);
    const day = placed ? dayOf(placed) : -1;
    if (!placed || day < 0) return [];
    const at = placed.shoot?.start ?? placed.span.end;
    const option = item.ways
      .map((way, o) => ({ way, o }))
      .filter(({ way }) => way.starts.includes(at))
      .sort((a, b) => a.way.starts.length - b.way.starts.length)[0]?.o;
    if (option === undefined) return [];
    return [{ item: i, option, unit: unitOf(item.scene), day, level: 0, start: ticks.of(at) }];
  });

  /** The items, with their ways worth something else. */
  const worth = (pointsOf: (way: Way) => number): readonly ItemSpec[] =>
    strict.items.map((item, i) => ({
      ...item,
      options: item.options.map((option, o) => {
        const way = items[i]?.ways[o];
        return way ? { ...option, points: pointsOf(way) } : option;
      }),
    }));

  return {
    strict,
    relaxed: () => (isLooser ? trimmed(problem(false)) : strict),
    pointsPerUnit,
    fine() {
      if (pointsPerUnit === 1) return strict;
      const fine = transitionsOf(views, classes, examples, { tickS, ticksOf, pointsPerUnit: 1 });
      return {
        ...strict,
        transition: (before, now) => fine(before, now, false),
        items: worth((way) => pointsOf(way, 1)),
      };
    },
    easy: (movePoints) => ({
      ...strict,
      items: worth((way) =>
        pointsOf({ worth: way.worth + Math.max(0, way.moved - movePoints) }, pointsPerUnit),
      ),
    }),
    start,
    unjudged: going.filter(({ isUnjudged }) => isUnjudged).map(({ strip }) => strip.id),
    nowhere: freeOf.filter((item) => !going.includes(item)).map(({ strip }) => strip.id),
    inTheWay: obstacles.map(({ strip }) => strip.id),
    stripOf: (item) => (items[item] as Item).strip.id,
    leadOf({ item, level }) {
      const { strip, scene } = items[item] as Item;
      const rigs = lengths.rigs(strip, scene);
      return rigs[Math.min(level, rigs.length - 1)] as Minutes;
    },
    shootOf: ({ item, option, start: tick }) => ({
      shootAt: epochSeconds(ticks.origin + tick * tickS),
      shootMin: items[item]?.ways[option]?.shootMin ?? (items[item] as Item).strip.shootMin,
    }),
  };
}

/** What a way is worth, in units of so many priority points, a part of one counted whole. */
const pointsOf = ({ worth }: Pick<Way, "worth">, unit: number): number => Math.ceil(worth / unit - 1e-6);

/** The engine's temperatures are made for items worth about so many of its points. */
const USUAL_WORTH = 1_000;

/** Priority points in one of the engine's, by what the strips are worth that are worth something. */
function unitFor(worths: readonly number[]): number {
  const sorted = worths.filter((worth) => worth > 0).sort((a, b) => a - b);
  return Math.max(1, Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) / USUAL_WORTH));
}
