import type { Interval } from "../../base/interval.ts";
import type { Profile } from "../../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Minutes } from "../../base/quantity.ts";
import type { Call, Placed } from "../../model/placed.ts";
import type { Bar } from "../../model/rule.ts";
import type { Strip } from "../../model/strip.ts";
import { placedAt } from "../openings.ts";
import type { Alone, RuleView, Views } from "./views.ts";

/** A start of a shoot that some rig lets stand. */
export interface Start {
  readonly shootAt: EpochSeconds;
  /** The longest rig that goes before it; a shorter one goes too. */
  readonly rigMin: Minutes;
  /** What standing there costs by rules that look at the strip alone. */
  readonly points: number;
}

export interface Wanted {
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
  /** In order; and whether some start was passed over only because a rule cannot judge it. */
  of(wanted: Wanted): { readonly starts: readonly Start[]; readonly wasBlind: boolean };
  /** Those of the starts at which no rule asks the search for caution. */
  cautious(
    strip: Strip,
    lengths: { readonly rigMin: Minutes; readonly shootMin: Minutes },
    starts: readonly EpochSeconds[],
  ): readonly EpochSeconds[];
  /** The strip with its shoot beginning at no moment in particular. */
  atZero(strip: Strip, lengths: { readonly rigMin: Minutes; readonly shootMin: Minutes }): Placed | null;
}

export function startsFrom(views: Views): Starts {
  const { facts } = views;
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

  const zeros = new Map<string, Placed | null>();
  const atZero: Starts["atZero"] = (strip, { rigMin, shootMin }) => {
    const key = `${strip.id} ${shootMin} ${rigMin}`;
    const known = zeros.get(key);
    if (known !== undefined) return known;
    const placed = placedAt(facts, { ...strip, shootMin }, rigMin, ZERO);
    zeros.set(key, placed);
    return placed;
  };

  const busy = new Map<string, Profile>();
  const busyOf = (placed: Placed, call: Call): Profile => {
    const key = `${placed.strip.id} ${call.personId}`;
    const known = busy.get(key) ?? views.busy(placed, call);
    busy.set(key, known);
    return known;
  };

  /** A rule, asked of one start after another, and again only where it may have something else to say. */
  function askerOf(of: RuleView, atZero: Placed) {
    const turns = views.turns(of, atZero);
    let until = Number.NEGATIVE_INFINITY;
    let last: Alone | null = null;
    const ask = (shootAt: EpochSeconds, here: Placed): Alone => {
      if (last && shootAt < until) return last;
      last = views.alone(of, here);
      until = turns === null ? shootAt : Number.POSITIVE_INFINITY;
      for (const { edge, at } of turns ?? [])
        until = Math.min(until, (at[firstAfter(at, epochSeconds(shootAt + edge))] ?? until) - edge);
      return last;
    };
    return { of, ask };
  }

  function starts(wanted: Wanted): ReturnType<Starts["of"]> {
    const { strip, shootMin, rigs, isBlind } = wanted;
    const own = { ...strip, shootMin };
    const moments = momentsOf(wanted);
    const state = new Uint8Array(moments.length);
    const points = new Float64Array(moments.length);
    let [wasBlind, isBarred, isAnywhere] = [false, false, false];
    const longest = new Int32Array(moments.length);
    for (const [r, rigMin] of rigs.entries()) {
      if (!state.includes(OPEN)) break;
      const placed = atZero(strip, { rigMin, shootMin });
      if (!placed || (placed.scene.unit === "main" && placed.moduleId === null)) break;
      // What a rule does not mind with a longer rig it does not mind with a shorter one.
      isAnywhere ||= !anywhere.some((of) => views.alone(of, placed).isRefused);
      if (!isAnywhere) continue;
      const shut = new Uint8Array(moments.length);
      const bar = (rules: readonly RuleView[], marks: Uint8Array) => {
        for (const of of rules)
          for (const each of views.barsBeside(of, placed))
            if (!each.isGap) mark(each, moments, marks, SHUT);
            else if (!isBlind) wasBlind = mark(each, moments, marks, SHUT) || wasBlind;
      };
      if (!isBarred) bar(ofShoot, state);
      isBarred = true;
      bar(ofRig, shut);
      for (const call of placed.calls)
        mark({ part: call.span, never: busyOf(placed, call) }, moments, shut, SHUT);
      const asked = asking.filter((of) => views.concerns(of, placed)).map((of) => askerOf(of, placed));
      const priced = pricing.filter((of) => views.concerns(of, placed)).map((of) => askerOf(of, placed));
      const isAsked = asked.length + priced.length > 0;
      const rigS = rigMin * 60;
      const restS = (shootMin + strip.strikeMin) * 60;
      let w = 0;
      for (let m = 0; m < moments.length; m++) {
        if (state[m] !== OPEN || shut[m] !== OPEN) continue;
        const shootAt = moments[m] as EpochSeconds;
        while (w < wanted.within.length && (wanted.within[w] as Interval).end < shootAt + restS) w++;
        const day = wanted.within[w];
        if (!day || shootAt - rigS < day.start) continue;
        const here = isAsked ? placedAt(facts, own, rigMin, shootAt) : placed;
        if (!here) continue;
        let sum = 0;
        let goes = true;
        for (const [i, { of, ask }] of asked.entries()) {
          const alone = ask(shootAt, here);
          sum += alone.points;
          goes = !alone.isRefused && (isBlind || !alone.isBlind);
          if (goes) continue;
          wasBlind ||= !alone.isRefused;
          // Who refuses one start refuses the next, as a rule: it is asked first.
          asked.unshift(...asked.splice(i, 1));
          if (of.view.ofShoot) state[m] = SHUT;
          break;
        }
        if (!goes) continue;
        for (const { ask } of priced) sum += ask(shootAt, here).points;
        state[m] = FOUND;
        points[m] = sum;
        longest[m] = r;
      }
    }
    const found: Start[] = [];
    for (const [m, shootAt] of moments.entries())
      if (state[m] === FOUND)
        found.push({ shootAt, rigMin: rigs[longest[m] as number] as Minutes, points: points[m] as number });
    return { starts: found, wasBlind };
  }

  return {
    of: starts,
    atZero,
    cautious(strip, lengths, some) {
      const placed = some.length > 0 ? atZero(strip, lengths) : null;
      if (!placed) return some;
      const marks = new Uint8Array(some.length);
      let isNarrower = false;
      for (const of of careful)
        for (const bar of views.caution(of, placed)) isNarrower = mark(bar, some, marks, SHUT) || isNarrower;
      return isNarrower ? some.filter((_, m) => marks[m] === OPEN) : some;
    },
  };
}

const [OPEN, SHUT, FOUND] = [0, 1, 2];

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

/** Marks the starts that a bar shuts; whether there are any. A stretch u–v in which a part a–b may not lie shuts those after u − b and before v − a. */
function mark(
  { part, never }: Bar,
  moments: readonly EpochSeconds[],
  marks: Uint8Array,
  as: number,
): boolean {
  const [first, last] = [moments[0], moments.at(-1)];
  if (first === undefined || last === undefined) return false;
  let hit = false;
  let [low, high] = [0, never.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((never[middle] as Interval).end - part.start <= first) low = middle + 1;
    else high = middle;
  }
  for (let n = low; n < never.length; n++) {
    const { start, end } = never[n] as Interval;
    if (start - part.end >= last) break;
    for (let m = firstAfter(moments, start - part.end); m < moments.length; m++) {
      if ((moments[m] as number) >= end - part.start) break;
      marks[m] = as;
      hit = true;
    }
  }
  return hit;
}

/** Index of the first moment that is later. */
function firstAfter(moments: readonly EpochSeconds[], than: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as number) <= than) low = middle + 1;
    else high = middle;
  }
  return low;
}
