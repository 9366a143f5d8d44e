import type { Interval } from "../../base/interval.ts";
import { once } from "../../base/once.ts";
import { EMPTY, type Profile, profile } from "../../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Minutes } from "../../base/quantity.ts";
import type { Call, Placed } from "../../model/placed.ts";
import type { Bar, Turn } from "../../model/rule.ts";
import type { Strip } from "../../model/strip.ts";
import { placedAt } from "../openings.ts";
import { keptOf, type LoneLengths } from "./kept.ts";
import type { Alone, RuleView, Views } from "./views.ts";

/** A start of a shoot that some rig lets stand. */
export interface Start {
  readonly shootAt: EpochSeconds;
  /** The longest rig that goes before it; a shorter one goes too. */
  readonly rigMin: Minutes;
  /** What standing there costs by rules that look at the strip alone. */
  readonly points: number;
}

/** In order; and whether some start was passed over only because a rule cannot judge it. */
interface Found {
  readonly starts: readonly Start[];
  readonly wasBlind: boolean;
}

interface Wanted {
  readonly strip: Strip;
  readonly shootMin: Minutes;
  /** Lengths of the rig, longest first. */
  readonly rigs: readonly Minutes[];
  /** When the shoot may begin, in order. */
  readonly during: readonly Interval[];
  /** All of the placement lies in one of these, in order and apart. */
  readonly within: readonly Interval[];
  /** Seconds from one start that is tried to the next. */
  readonly every: number;
  /** A start off the grid, in one of the stretches. */
  readonly more: EpochSeconds | null;
  /** Whether it may stand where a rule cannot judge it. */
  readonly isBlind: boolean;
}

/** Shoots begin on this grid, in seconds. */
export const GRID_S = 300;
const ZERO = epochSeconds(0);

/** When strips may stand by every rule that can say so of them alone. */
export interface Starts {
  of(wanted: Wanted): Found;
  /** Those of the starts at which no rule asks the search for caution. */
  cautious(strip: Strip, lengths: LoneLengths, starts: readonly EpochSeconds[]): readonly EpochSeconds[];
  /** The strip with its shoot beginning at no moment in particular. */
  atZero(strip: Strip, lengths: LoneLengths): Placed | null;
}

export function startsFrom(views: Views): Starts {
  const { facts } = views;
  const kept = keptOf(views);
  const hard = views.rules.filter(({ rule }) => rule.level === "hard");
  const seen = (of: readonly RuleView[], how: "anywhere" | "start" | "bars") =>
    of.filter(({ view }) => view.alone === how);
  const anywhere = seen(hard, "anywhere");
  const barring = seen(hard, "bars");
  const [ofShoot, ofRig] = [true, false].map((is) => barring.filter(({ view }) => view.ofShoot === is)) as [
    RuleView[],
    RuleView[],
  ];
  const asking = seen(hard, "start");
  const pricing = seen(
    views.rules.filter(({ rule }) => rule.level === "soft"),
    "start",
  );
  const careful = views.rules.filter(({ view }) => view.isCautious);

  const busying = hard.filter(({ view }) => view.isBusy);
  const beside = [...barring, ...busying, ...careful];
  const unasked = once(kept.together(anywhere, beside), "starts", nothingBefore);
  const questioned = [...asking, ...pricing];
  const whole = kept.together([...anywhere, ...questioned], [...beside, ...questioned]);
  const askedToo = once(whole, "starts asked", nothingBefore);
  const own = new Map<string, Lone | null>();
  const loneOf = (strip: Strip, { rigMin, shootMin }: LoneLengths): Lone | null => {
    const key = `${strip.id} ${shootMin} ${rigMin}`;
    const known = own.get(key);
    if (known !== undefined) return known;
    const placed = kept.placedAt(strip, { rigMin, shootMin }, ZERO);
    const { lones } = unasked;
    const before = lones.get(key);
    const lone = placed && (before?.placed === placed ? before : loneAt(placed));
    own.set(key, lone);
    if (own.size >= MOST_LONES) own.clear();
    if (lones.size >= MOST_LONES) lones.clear();
    if (lone) lones.set(key, lone);
    return lone;
  };
  const asked = new WeakMap<
    Lone,
    { readonly hard: readonly Question[]; readonly soft: readonly Question[] }
  >();
  const questionsOn = (lone: Lone) => {
    const known = asked.get(lone) ?? {
      hard: questions(asking, lone.placed),
      soft: questions(pricing, lone.placed),
    };
    asked.set(lone, known);
    return known;
  };
  const questions = (rules: readonly RuleView[], placed: Placed): readonly Question[] =>
    rules
      .filter((of) => kept.said(of, placed, "concerns", () => views.concerns(of, placed)))
      .map((of) => ({
        of,
        turns: kept.said(of, placed, "turns", () => views.turns(of, placed)),
        heeds: kept.said(of, placed, "heeds", () => views.heeds(of, placed)),
      }));
  const barsOf = (of: RuleView, placed: Placed) =>
    kept.said(of, placed, "bars", () => views.barsBeside(of, placed));
  const isRefused = (of: RuleView, placed: Placed) =>
    kept.alone(of, placed, null, () => views.alone(of, placed)).isRefused;
  const loneAt = (placed: Placed): Lone => ({
    placed,
    isAnywhere: lazily(() => !anywhere.some((of) => isRefused(of, placed))),
    ofShoot: lazily(() => ofShoot.flatMap((of) => barsOf(of, placed))),
    ofRig: lazily(() => [
      ...ofRig.flatMap((of) => barsOf(of, placed)),
      ...placed.calls.map((call) => ({ part: call.span, never: busyOf(placed, call) })),
    ]),
    cautious: lazily(() =>
      careful.flatMap((of) => kept.said(of, placed, "caution", () => views.caution(of, placed))),
    ),
    narrowed: new WeakMap(),
  });

  const busy = new Map<string, Profile>();
  const sums = new Map<Profile, readonly { readonly of: readonly Profile[]; readonly all: Profile }[]>();
  const busyOf = (placed: Placed, call: Call): Profile => {
    const key = `${placed.strip.id} ${call.personId}`;
    const known = busy.get(key);
    if (known) return known;
    const times = busying.map((of) => views.busy(of, placed, call)).filter((t) => t.length > 0);
    const [first = EMPTY, ...others] = times;
    // Whoever is called for many strips is as a rule taken by the same things whichever it is.
    const same = sums.get(first)?.find(({ of }) => isSame(of, others));
    const all = same?.all ?? profile(times.flat());
    if (!same) sums.set(first, [...(sums.get(first) ?? []), { of: others, all }]);
    busy.set(key, all);
    return all;
  };

  /** A rule, asked of one start after another, and again only where it may have something else to say. */
  function askerOf({ of, turns, heeds }: Question, lone: Lone, at: readonly EpochSeconds[]): Asker {
    const heeded = heeds && new Uint8Array(at.length);
    if (heeded) for (const bar of heeds) mark(bar, { at, marks: heeded });
    let until = Number.NEGATIVE_INFINITY;
    let last: Alone | null = null;
    const ask = (m: number, here: () => Placed): Alone => {
      if (heeded && heeded[m] === OPEN) return NOTHING;
      const shootAt = at[m] as EpochSeconds;
      if (last && shootAt < until) return last;
      last = kept.alone(of, lone.placed, shootAt, () => views.alone(of, here()));
      until = turns === null ? shootAt : Number.POSITIVE_INFINITY;
      for (const { edge, at } of turns ?? [])
        until = Math.min(until, (at[firstAfter(at, shootAt + edge)] ?? until) - edge);
      return last;
    };
    return { of, ask };
  }

  /** What was found for the same before is found again. */
  function starts(wanted: Wanted): Found {
    const { strip, shootMin, rigs, during, within, every, more, isBlind } = wanted;
    const those = rigs.flatMap((rigMin) => loneOf(strip, { rigMin, shootMin }) ?? []);
    const isAsked = ({ hard, soft }: ReturnType<typeof questionsOn>) => hard.length + soft.length > 0;
    const known = those.some((lone) => isAsked(questionsOn(lone))) ? askedToo : unasked;
    const { found } = known;
    const spans = during.map(({ start, end }) => `${start}-${end}`);
    const key = [strip.id, shootMin, ...rigs, every, more, isBlind, ...spans].join(" ");
    const before = found.get(key);
    if (before && before.within === within && isSame(before.lones, those)) return before.is;
    const is = startsNow(wanted);
    known.starts += is.starts.length - (before?.is.starts.length ?? 0);
    if (known.starts > MOST_STARTS) {
      found.clear();
      known.starts = is.starts.length;
    }
    found.set(key, { lones: those, within, is });
    return is;
  }

  function startsNow(wanted: Wanted): Found {
    const { strip, shootMin, rigs, isBlind } = wanted;
    const own = { ...strip, shootMin };
    const at = momentsOf(wanted);
    const whatever: Moments = { at, marks: new Uint8Array(at.length) };
    const points = new Float64Array(at.length);
    const longest = new Int32Array(at.length);
    let [wasBlind, isBarred, isAnywhere] = [false, false, false];
    for (const [r, rigMin] of rigs.entries()) {
      if (!whatever.marks.includes(OPEN)) break;
      const lone = loneOf(strip, { rigMin, shootMin });
      if (!lone || (lone.placed.scene.unit === "main" && lone.placed.moduleId === null)) break;
      // What a rule does not mind with a longer rig it does not mind with a shorter one.
      isAnywhere ||= lone.isAnywhere();
      if (!isAnywhere) continue;
      if (!isBarred) wasBlind = shut(lone.ofShoot(), isBlind, whatever) || wasBlind;
      isBarred = true;
      const here: Moments = { at, marks: new Uint8Array(whatever.marks) };
      wasBlind = shut(lone.ofRig(), isBlind, here) || wasBlind;
      shutOutside(wanted.within, lone.placed.span, here);
      const { hard, soft } = questionsOn(lone);
      const asked = hard.map((question) => askerOf(question, lone, at));
      const priced = soft.map((question) => askerOf(question, lone, at));
      if (asked.length + priced.length === 0) take(whatever, here, longest, r);
      else {
        const placedThen = (shootAt: EpochSeconds) => placedAt(facts, own, rigMin, shootAt) as Placed;
        const known = { whatever, longest, points, r };
        wasBlind = askEach({ asked, priced, placedThen, isBlind }, here, known) || wasBlind;
      }
    }
    return { starts: foundIn(whatever, rigs, longest, points), wasBlind };
  }

  return {
    of: starts,
    atZero: (strip, lengths) => loneOf(strip, lengths)?.placed ?? null,
    cautious(strip, lengths, some) {
      const lone = some.length > 0 ? loneOf(strip, lengths) : null;
      if (!lone) return some;
      const known = lone.narrowed.get(some) ?? outside(lone.cautious(), some);
      lone.narrowed.set(some, known);
      return known;
    },
  };
}

/** What rules say of a strip with a rig and a shoot of some length, wherever it begins; each is asked when first needed. */
interface Lone {
  readonly placed: Placed;
  /** Whether no rule refuses it wherever it begins. */
  isAnywhere(): boolean;
  /** Bars that turn on the shoot alone, and all others. */
  ofShoot(): readonly Bar[];
  ofRig(): readonly Bar[];
  /** Bars for the search alone, and what they leave of starts. */
  cautious(): readonly Bar[];
  readonly narrowed: WeakMap<readonly EpochSeconds[], readonly EpochSeconds[]>;
}
/** What was found before, as long as it stands. */
interface Before {
  readonly lones: Map<string, Lone>;
  readonly found: Map<
    string,
    { readonly lones: readonly Lone[]; readonly within: readonly Interval[]; readonly is: Found }
  >;
  /** How many are kept in all of it. */
  starts: number;
}
const nothingBefore = (): Before => ({ lones: new Map(), found: new Map(), starts: 0 });
/** As many as placements, and so many starts: The Challenge has 11 000 with its longest rigs, 30 000 in all [C]; some 6 MB. */
const MOST_LONES = 2_500;
const MOST_STARTS = 100_000;

interface Question {
  readonly of: RuleView;
  readonly turns: readonly Turn[] | null;
  readonly heeds: readonly Bar[] | null;
}

function lazily<V>(make: () => V): () => V {
  let made: { readonly is: V } | null = null;
  return () => {
    made ??= { is: make() };
    return made.is;
  };
}

/** Shuts the starts that bars forbid; whether some were only because a rule cannot judge them. */
function shut(bars: readonly Bar[], isBlind: boolean, of: Moments): boolean {
  let wasBlind = false;
  for (const bar of bars)
    if (!bar.isGap) mark(bar, of);
    else if (!isBlind && mark(bar, of)) wasBlind = true;
  return wasBlind;
}

/** The starts that bars leave; the same where they leave all. */
function outside(bars: readonly Bar[], at: readonly EpochSeconds[]): readonly EpochSeconds[] {
  const marks = new Uint8Array(at.length);
  let isNarrower = false;
  for (const bar of bars) isNarrower = mark(bar, { at, marks }) || isNarrower;
  return isNarrower ? at.filter((_, m) => marks[m] === OPEN) : at;
}

/** Starts to choose from, in order, and what is known of each. */
interface Moments {
  readonly at: readonly EpochSeconds[];
  readonly marks: Uint8Array;
}
const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i]);

const [OPEN, SHUT, FOUND] = [0, 1, 2];
const NOTHING: Alone = { isRefused: false, isBlind: false, points: 0 };

interface Asker {
  readonly of: RuleView;
  /** Of one of the starts, by number. */
  ask(m: number, here: () => Placed): Alone;
}

/** What is known of starts with any rig: with which it is found, by number, and what it costs. */
interface Known {
  readonly whatever: Moments;
  readonly longest: Int32Array;
  readonly points: Float64Array;
  readonly r: number;
}

/** Finds all that are open with this rig. */
function take({ marks }: Moments, here: Moments, longest: Int32Array, r: number): void {
  for (let m = 0; m < marks.length; m++)
    if (here.marks[m] === OPEN) {
      marks[m] = FOUND;
      longest[m] = r;
    }
}

/** A placement that not every question needs. */
function onlyOnce(make: (shootAt: EpochSeconds) => Placed, shootAt: EpochSeconds): () => Placed {
  let made: Placed | null = null;
  return () => {
    made ??= make(shootAt);
    return made;
  };
}

interface Questions {
  /** Hard rules, of which one that refuses is enough, and soft ones. */
  readonly asked: Asker[];
  readonly priced: readonly Asker[];
  readonly isBlind: boolean;
  placedThen(shootAt: EpochSeconds): Placed;
}

/** Asks about each that is open with this rig; whether one was passed over only because a rule cannot judge it. */
function askEach(
  { asked, priced, isBlind, placedThen }: Questions,
  { at, marks }: Moments,
  known: Known,
): boolean {
  const { whatever, longest, points, r } = known;
  let wasBlind = false;
  for (let m = 0; m < at.length; m++) {
    if (marks[m] !== OPEN) continue;
    const shootAt = at[m] as EpochSeconds;
    const said = answer(m, onlyOnce(placedThen, shootAt), asked, priced);
    if (said.refusedBy?.of.view.ofShoot) whatever.marks[m] = SHUT;
    if (said.refusedBy) continue;
    if (said.isBlind && !isBlind) {
      wasBlind = true;
      continue;
    }
    whatever.marks[m] = FOUND;
    longest[m] = r;
    points[m] = said.points;
  }
  return wasBlind;
}

function foundIn(
  { at, marks }: Moments,
  rigs: readonly Minutes[],
  longest: Int32Array,
  points: Float64Array,
): readonly Start[] {
  const found: Start[] = [];
  for (let m = 0; m < at.length; m++)
    if (marks[m] === FOUND)
      found.push({
        shootAt: at[m] as EpochSeconds,
        rigMin: rigs[longest[m] as number] as Minutes,
        points: points[m] as number,
      });
  return found;
}

/** What rules that are asked start by start say of one. */
function answer(m: number, here: () => Placed, asked: Asker[], priced: readonly Asker[]) {
  let [points, isBlind] = [0, false];
  for (const [i, asker] of asked.entries()) {
    const alone = asker.ask(m, here);
    if (alone.isRefused) {
      // Who refuses one start refuses the next, as a rule: it is asked first.
      asked.unshift(...asked.splice(i, 1));
      return { refusedBy: asker, isBlind, points };
    }
    isBlind ||= alone.isBlind;
    points += alone.points;
  }
  for (const { ask } of priced) points += ask(m, here).points;
  return { refusedBy: null, isBlind, points };
}

/** Moments to try, in order: those of the grid, and the one off it. */
function momentsOf({ during, every, more }: Wanted): EpochSeconds[] {
  const moments: EpochSeconds[] = [];
  for (const { start, end } of during)
    for (let at = Math.ceil(start / GRID_S) * GRID_S; at < end; at += every) moments.push(epochSeconds(at));
  if (more !== null && !moments.includes(more)) {
    const at = firstAfter(moments, more);
    moments.splice(at, 0, more);
  }
  return moments;
}

/** Shuts the starts that a bar forbids; whether there are any. A stretch u–v in which a part a–b may not lie shuts those after u − b and before v − a. */
function mark({ part, never }: Bar, { at, marks }: Moments): boolean {
  const [first, last] = [at[0], at.at(-1)];
  if (first === undefined || last === undefined) return false;
  let hit = false;
  let m = 0;
  for (let n = firstPast(never, first + part.start); n < never.length; n++) {
    const { start, end } = never[n] as Interval;
    if (start - part.end >= last) break;
    const till = end - part.start;
    for (m = firstAfter(at, start - part.end, m); m < at.length && (at[m] as number) < till; m++) {
      marks[m] = SHUT;
      hit = true;
    }
  }
  return hit;
}

/** Shuts the starts with which a part does not lie in one of the stretches with all of itself; both in order. */
function shutOutside(within: readonly Interval[], part: Interval, { at, marks }: Moments): void {
  let w = 0;
  for (let m = 0; m < at.length; m++) {
    const moment = at[m] as number;
    while (w < within.length && (within[w] as Interval).end < moment + part.end) w++;
    if (w === within.length || moment + part.start < (within[w] as Interval).start) marks[m] = SHUT;
  }
}

/** Index of the first moment that is later, from some index on. */
function firstAfter(moments: readonly number[], than: number, from = 0): number {
  let [low, high] = [from, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as number) <= than) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first stretch that ends later. */
function firstPast(stretches: readonly Interval[], than: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Interval).end <= than) low = middle + 1;
    else high = middle;
  }
  return low;
}
