import { type EpochSeconds, epochSeconds, type Minutes, minutes } from "../../base/quantity.ts";
import type { Facts } from "../../model/facts.ts";
import type { Placed } from "../../model/placed.ts";
import type { Scene } from "../../model/scene.ts";
import type { Strip } from "../../model/strip.ts";
import { GRID_MIN, placedAt } from "../openings.ts";
import type { Lengths } from "../plan/lengths.ts";
import type { RuleView, Views } from "../plan/views.ts";

/**
 * A strip by itself, with the shortest rig that it may have: all moments of the board's grid at which its shoot may begin from the first
 * start of its unit's windows to their last end, and the rules that bar each. What bars it here bars it whatever else is placed. Where a
 * rule cannot judge it, it does not stand, unless that is so wherever it could: then the gap is a note, as it is for the search.
 */
export interface Alone {
  readonly strip: Strip;
  readonly shootAt: readonly EpochSeconds[];
  /** The first rule that bars a start, those first that are asked quickest; among some rules only, where they are given. */
  barOf(start: number, isKept?: (ruleId: string) => boolean): string | null;
  /** Rules each of which bars every start. */
  barAll(): readonly string[];
  /** Rules that cannot judge it wherever no other refuses it; empty where it is judged somewhere. */
  blind(): readonly string[];
  placed(start: number): Placed | null;
}

/** What a rule says of a start. */
const [NOTHING, GAP, BREACH] = [0, 1, 2] as const;
type Says = typeof NOTHING | typeof GAP | typeof BREACH;

interface Judge {
  readonly ruleId: string;
  says(start: number): Says;
}

/** A strip by itself, judged by the rules of `views`. */
export function aloneOf(views: Views, lengths: Lengths, strip: Strip): Alone {
  const { facts } = views;
  const scene = facts.scenes.get(strip.sceneId);
  const rigMin = scene ? shortestRig(lengths, strip, scene) : minutes(0);
  const shootAt = scene ? gridOf(facts, scene.unit) : [];
  const shootMin = shootAt.map((at) => lengths.shoot(strip, at));
  const at = (start: number): Placed | null => {
    const [moment, length] = [shootAt[start], shootMin[start]];
    return moment === undefined || length === undefined
      ? null
      : placedAt(facts, { ...strip, shootMin: length }, rigMin, moment);
  };
  const stands: (Placed | null | undefined)[] = [];
  const placed = (start: number): Placed | null => {
    const known = stands[start];
    if (known !== undefined) return known;
    const found = at(start);
    stands[start] = found;
    return found;
  };
  // One placement for each length of the shoot tells the rules that do not ask start by start.
  const samples = [...new Set(shootMin)].flatMap((length) => {
    const sample = placedAt(facts, { ...strip, shootMin: length }, rigMin, epochSeconds(0));
    return sample ? [{ length, sample }] : [];
  });
  const judges = views.rules
    .filter(({ rule }) => rule.level === "hard")
    .flatMap((of) => judgeOf(views, of, { shootAt, shootMin, samples, placed }));
  let known: ReadonlySet<string> | null = null;
  const blind = () => {
    known ??= blindOf(judges, shootAt.length);
    return known;
  };
  const bars = (judge: Judge, start: number): boolean => {
    const says = judge.says(start);
    return says === BREACH || (says === GAP && blind().size === 0);
  };
  return {
    strip,
    shootAt,
    placed,
    blind: () => [...blind()],
    barAll: () =>
      judges
        .filter((judge) => [...shootAt.keys()].every((start) => bars(judge, start)))
        .map(({ ruleId }) => ruleId),
    barOf(start, isKept) {
      for (const judge of judges)
        if ((!isKept || isKept(judge.ruleId)) && bars(judge, start)) return judge.ruleId;
      return null;
    },
  };
}

/** Rules with a gap at a start that none refuses, where there is such a gap at all of them. */
function blindOf(judges: readonly Judge[], starts: number): ReadonlySet<string> {
  const blind = new Set<string>();
  for (let start = 0; start < starts; start++) {
    const gaps: string[] = [];
    const isRefused = judges.some((judge) => {
      const says = judge.says(start);
      if (says === GAP) gaps.push(judge.ruleId);
      return says === BREACH;
    });
    if (isRefused) continue;
    if (gaps.length === 0) return new Set();
    for (const ruleId of gaps) blind.add(ruleId);
  }
  return blind;
}

interface Asked {
  readonly shootAt: readonly EpochSeconds[];
  readonly shootMin: readonly Minutes[];
  readonly samples: readonly { readonly length: Minutes; readonly sample: Placed }[];
  placed(start: number): Placed | null;
}

function judgeOf(views: Views, of: RuleView, asked: Asked): readonly Judge[] {
  const { shootAt, shootMin, samples, placed } = asked;
  const ruleId = of.rule.id;
  const { alone } = of.view;
  if (alone === "anywhere") {
    const saying = new Map(samples.map(({ length, sample }) => [length, saysOf(views, of, sample)]));
    const isSilent = [...saying.values()].every((says) => says === NOTHING);
    return isSilent ? [] : [{ ruleId, says: (start) => saying.get(shootMin[start] as Minutes) ?? NOTHING }];
  }
  if (alone === "bars") {
    const barred = new Uint8Array(shootAt.length);
    for (const { length, sample } of samples)
      for (const { part, never, isGap } of views.bars(of, sample))
        for (const { start, end } of never) {
          // A stretch in which a part may not lie bars starts after its own start less the part's end, and before its end less the part's start.
          let i = firstFrom(shootAt, start - part.end + 1);
          for (; i < shootAt.length && (shootAt[i] as number) < end - part.start; i++)
            if (shootMin[i] === length) barred[i] = Math.max(barred[i] as number, isGap ? GAP : BREACH);
        }
    const isSilent = barred.every((says) => says === NOTHING);
    return isSilent ? [] : [{ ruleId, says: (start) => (barred[start] ?? NOTHING) as Says }];
  }
  if (alone !== "start" || !samples.some(({ sample }) => views.concerns(of, sample))) return [];
  const known = new Map<number, Says>();
  const says = (start: number): Says => {
    const here = known.has(start) ? null : placed(start);
    const found = known.get(start) ?? (here ? saysOf(views, of, here) : NOTHING);
    known.set(start, found);
    return found;
  };
  return [{ ruleId, says }];
}

function saysOf(views: Views, of: RuleView, placed: Placed): Says {
  const { isRefused, isBlind } = views.alone(of, placed);
  return isRefused ? BREACH : isBlind ? GAP : NOTHING;
}

/** Index of the first moment that is not before. */
function firstFrom(moments: readonly number[], from: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Rigs come as used again, re-lit, built anew; one that stands is used again only by another part of its scene. */
function shortestRig(lengths: Lengths, strip: Strip, scene: Scene): Minutes {
  const rigs = lengths.rigs(strip, scene);
  return minutes(Math.min(...(strip.parts > 1 || rigs.length === 1 ? rigs : rigs.slice(1))));
}

/** Every moment of the grid from the first start of the unit's windows to their last end. */
function gridOf({ windows }: Pick<Facts, "windows">, unit: Scene["unit"]): readonly EpochSeconds[] {
  const own = windows.filter((w) => w.unit === unit);
  if (own.length === 0) return [];
  const step = GRID_MIN * 60;
  const first = Math.ceil(Math.min(...own.map((w) => w.startsAt)) / step) * step;
  const end = Math.max(...own.map((w) => w.endsAt));
  return Array.from({ length: Math.max(0, Math.ceil((end - first) / step)) }, (_, i) =>
    epochSeconds(first + i * step),
  );
}
