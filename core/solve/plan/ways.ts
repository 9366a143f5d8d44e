import type { Interval } from "../../base/interval.ts";
import { intersection, profile } from "../../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Minutes } from "../../base/quantity.ts";
import type { Facts } from "../../model/facts.ts";
import type { StripId } from "../../model/ids.ts";
import type { Placed } from "../../model/placed.ts";
import type { Scene } from "../../model/scene.ts";
import type { Strip } from "../../model/strip.ts";
import { stretchesOf } from "../../rules/bars.ts";
import { keptOf } from "./kept.ts";
import type { Lengths } from "./lengths.ts";
import { GRID_S, type Start, type Starts, startsFrom } from "./starts.ts";
import type { Views } from "./views.ts";

/** One way to place a strip: a length of its shoot, what it is worth so, and when it may begin. */
export interface Way {
  readonly shootMin: Minutes;
  /** Priority points. */
  readonly worth: number;
  /** Of them, what was taken off for a move. */
  readonly moved: number;
  readonly starts: readonly EpochSeconds[];
  /** Of them, those that go with a rig of so many minutes. */
  readonly byRig: ReadonlyMap<Minutes, readonly EpochSeconds[]>;
}

/** All ways of one strip. */
export interface WaysOfStrip {
  readonly ways: readonly Way[];
  /** Some rule cannot judge it wherever it could stand. */
  readonly isUnjudged: boolean;
}

/** The ways of strips, each looked for once. */
export interface Ways {
  readonly starts: Starts;
  of(strip: Strip, scene: Scene, look: Look): WaysOfStrip;
}

/**
 * How much of a strip's ways is looked at. "most": every start that goes with the longest rig, and where it stands today; "few": starts
 * far apart, with the longest rig and the commonest shoot; "own": where it stands today. Only "all" will do for a bound.
 */
export type Look = "all" | "most" | "few" | "own";

/** Of so many starts a rough look takes one. */
const ROUGH = 6;

/** Starts of different worth are told apart up to so many; beyond, what is nearly worth the same counts as the better. */
const MOST_BANDS = 6;

/**
 * Every way to place a strip. `today`: where strips stand, which may be off the grid; to stand anywhere else costs `movePoints`. Where
 * some rule cannot judge a strip it may stand only if that is so wherever it could stand.
 */
export function waysFrom(views: Views, lengths: Lengths, today: Facts["placed"], movePoints: number): Ways {
  const starts = startsFrom(views);
  const stretches = stretchesOf(views.facts.days);
  const known = { all: new Map<StripId, WaysOfStrip>(), most: new Map(), few: new Map(), own: new Map() };
  const worths = new Map<string, number>();
  const worthFor = (strip: Strip, rigMin: Minutes, shootMin: Minutes): number => {
    const key = `${strip.id} ${rigMin} ${shootMin}`;
    const worth = worths.get(key) ?? worthOf(views, strip, rigMin, shootMin);
    worths.set(key, worth);
    return worth;
  };
  const from = { lengths, starts, worthFor, stretches, movePoints };
  return {
    starts,
    of(strip, scene, look) {
      // What is known whole is not looked at again in part.
      const ways =
        (look === "most" ? known.all.get(strip.id) : undefined) ??
        known[look].get(strip.id) ??
        waysOf({ ...from, look }, strip, scene, today.get(strip.id));
      known[look].set(strip.id, ways);
      return ways;
    },
  };
}

interface From {
  readonly lengths: Lengths;
  readonly starts: Starts;
  worthFor(strip: Strip, rigMin: Minutes, shootMin: Minutes): number;
  readonly stretches: readonly Interval[];
  readonly look: Look;
  readonly movePoints: number;
}

function waysOf(from: From, strip: Strip, scene: Scene, own: Placed | undefined): WaysOfStrip {
  const { lengths, starts, stretches, look, movePoints } = from;
  const rigs = lengths.rigs(strip, scene);
  const descending = [...new Set(rigs)].sort((a, b) => b - a);
  const tried = look === "all" ? descending : descending.slice(0, 1);
  const stands = own && own.moduleId === scene.moduleId ? (own.shoot?.start ?? own.span.end) : null;
  let wasBlind = false;

  const inLength = (shootMin: Minutes, during: readonly Interval[], isBlind: boolean): readonly Way[] => {
    const more = stands !== null && lengths.shoot(strip, stands) === shootMin ? stands : null;
    const every = look === "few" ? ROUGH * GRID_S : GRID_S;
    const wanted = { strip, shootMin, rigs: tried, during, within: stretches, every, more, isBlind };
    const found = starts.of(wanted);
    wasBlind ||= found.wasBlind;
    // Where it stands it stands, with the rig that it has there if not with a longer one.
    const isOpen = (look === "own" || look === "most") && own && more !== null;
    const asIs =
      isOpen && !found.starts.some(({ shootAt }) => shootAt === more)
        ? [{ shootAt: more, rigMin: own.strip.rigMin, points: 0 }]
        : [];
    const going =
      asIs.length > 0 ? [...found.starts, ...asIs].sort((a, b) => a.shootAt - b.shootAt) : found.starts;
    if (going.length === 0) return [];
    const worth = from.worthFor(strip, descending.at(-1) as Minutes, shootMin);
    const costOf = ({ shootAt, points }: Start) =>
      own !== undefined && shootAt !== stands ? points + movePoints : points;
    return banded(going, costOf).map(({ points, starts: some }) => {
      const all = some.map(({ shootAt }) => shootAt);
      const withRig = (rig: Minutes) =>
        some.every(({ rigMin }) => rigMin >= rig)
          ? all
          : some.filter(({ rigMin }) => rigMin >= rig).map(({ shootAt }) => shootAt);
      return {
        shootMin,
        worth: worth - points,
        moved: own === undefined || some.some(({ shootAt }) => shootAt === stands) ? 0 : movePoints,
        starts: all,
        byRig: new Map(descending.map((rig) => [rig, withRig(rig)])),
      };
    });
  };
  const all = shootsOf(lengths, strip, stretches);
  const some = {
    all,
    most: all,
    few: all.slice(0, 1),
    own: stands === null ? [] : [{ shootMin: lengths.shoot(strip, stands), during: [] }],
  }[look];
  const found = some.flatMap(({ shootMin, during }) => inLength(shootMin, during, false));
  // With the longest rig nowhere: then with a shorter one.
  if (found.length === 0 && look === "most") return waysOf({ ...from, look: "all" }, strip, scene, own);
  if (found.length > 0 || !wasBlind) return { ways: found, isUnjudged: false };
  return { ways: some.flatMap(({ shootMin, during }) => inLength(shootMin, during, true)), isUnjudged: true };
}

/** Lengths that the shoot may have, and when; the commonest first. */
function shootsOf(
  lengths: Lengths,
  strip: Strip,
  stretches: readonly Interval[],
): readonly { readonly shootMin: Minutes; readonly during: readonly Interval[] }[] {
  const steps = lengths.shoots(strip);
  const spans = new Map<Minutes, Interval[]>();
  for (const [i, { from, shootMin }] of steps.entries()) {
    const end = steps[i + 1]?.from ?? epochSeconds(Number.POSITIVE_INFINITY);
    const own = spans.get(shootMin);
    if (own) own.push({ start: from, end });
    else spans.set(shootMin, [{ start: from, end }]);
  }
  const measure = (during: readonly Interval[]) =>
    during.reduce((sum, { start, end }) => sum + end - start, 0);
  return [...spans]
    .map(([shootMin, own]) => ({ shootMin, during: intersection(stretches, profile(own)) }))
    .filter(({ during }) => during.length > 0)
    .sort((a, b) => measure(b.during) - measure(a.during));
}

/** What having a strip is worth by the soft rules that look at it alone, wherever it stands; most with its shortest rig. */
function worthOf(views: Views, strip: Strip, rigMin: Minutes, shootMin: Minutes): number {
  const at = views.facts.days[0]?.wakesAt ?? epochSeconds(0);
  const kept = keptOf(views);
  const placed = kept.placedAt(strip, { rigMin, shootMin }, at);
  if (!placed) return 0;
  return views.rules
    .filter(({ rule, view }) => rule.level === "soft" && view.alone === "anywhere")
    .reduce((sum, of) => sum - kept.alone(of, placed, null, () => views.alone(of, placed)).points, 0);
}

/** Starts by what they cost, in few bands: each as cheap as its cheapest. */
function banded(
  starts: readonly Start[],
  costOf: (start: Start) => number,
): readonly { readonly points: number; readonly starts: readonly Start[] }[] {
  const all = new Set<number>();
  for (const start of starts) all.add(Math.floor(costOf(start)));
  const costs = [...all].sort((a, b) => a - b);
  if (costs.length === 1) return [{ points: costs[0] as number, starts }];
  const size = Math.ceil(costs.length / MOST_BANDS);
  const bands = Array.from({ length: Math.ceil(costs.length / size) }, (_, b) => ({
    points: costs[b * size] as number,
    starts: [] as Start[],
  }));
  const bandOf = new Map(costs.map((cost, c) => [cost, bands[Math.floor(c / size)]]));
  for (const start of starts) bandOf.get(Math.floor(costOf(start)))?.starts.push(start);
  return bands;
}
