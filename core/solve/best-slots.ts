import { plusMinutes } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import { measure, type Profile, profile, within } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { quartersOf } from "../model/day.ts";
import type { CheckReport } from "../model/finding.ts";
import type { StripId } from "../model/ids.ts";
import type { Strip } from "../model/strip.ts";
import type { Checked } from "../rules/check.ts";
import { type Effect, effectOf } from "../scenario/effect.ts";
import { costOf } from "./cost.ts";
import { type Busy, busyOf, GRID_MIN, placedAt } from "./openings.ts";
import { type Placement, withPlacements } from "./placement.ts";
import { lengthsOf } from "./plan/lengths.ts";
import { objectiveOf } from "./propose.ts";
import {
  type Candidate,
  type Ground,
  groundOf,
  type Sequence,
  sequenceOf,
  standingBefore,
} from "./sequence.ts";

/** A place for a strip, with what the plan says of it there. */
export interface Slot {
  readonly placement: Placement;
  /** What it does to the findings, against the plan without the strip. */
  readonly effect: Effect;
  /** What the soft rules take for it there, dearest first; what a rule gives back for its being placed at all is left out. */
  readonly costs: readonly { readonly ruleId: string; readonly points: number }[];
  /** By how much the plan is worth more with the strip there than without it, in priority points; below 0 where it is worth less. */
  readonly points: number;
}

/** So many are shown. */
const MOST_SLOTS = 10;
/** So many places that fit by people, module and unit are judged by the whole book at most, a millisecond or two each. */
const MOST_FITTING = 24;
/** That do not fit, which take two or three: so many more than it takes to fill up. */
const SPARE = 4;
/** So many that break nothing are enough, for an estimate has put them in order. */
const ENOUGH_UNBROKEN = 12;
/** Places that are not so far apart are one place: the better is told. */
const APART_MIN = 30;
/** Of those others on one day. */
const A_DAY = 2;
/** When a strip begins, and how long it then takes. */
type Start = Pick<Candidate, "shootAt" | "rigMin" | "shootMin">;

/**
 * The best places for a strip beside everything else as it stands, the best first: what breaks nothing before what does, then fewest
 * points. The strip itself is taken out first, so that where it stands now is judged like any other place. Empty for a strip that is
 * pinned, shot or nowhere to be placed.
 */
export function bestSlots(checked: Checked, stripId: StripId): readonly Slot[] {
  const strip = checked.facts.strips.get(stripId);
  if (!strip || strip.isPinned || strip.status === "shot") return [];
  const bare = strip.startsAt === null ? checked : without(checked, strip);
  const { snapshot, facts, report } = bare;
  const busy = busyOf(facts);
  // From where it stands: a shoot that adapting people made longer is as long elsewhere as it is without them.
  const ground = groundOf(facts, busy, lengthsOf(snapshot, checked.facts));
  const sequence = sequenceOf(ground, standingBefore(ground));
  const free = { ...strip, startsAt: null, moduleId: null };
  const cost = costOf(facts);
  const price = (at: Candidate) => cost({ strip: free, tier: "nice" }, at);

  const moduleId = facts.scenes.get(strip.sceneId)?.moduleId ?? null;

  const judged = (at: Start): Slot => {
    const { rigMin, shootMin } = at;
    const placement = { stripId, startsAt: beginOf(at), moduleId, rigMin, shootMin };
    const tables = withPlacements(snapshot.tables, [placement]);
    return slotOf(placement, report, bare.after({ ...snapshot, tables }).report);
  };
  const fitting = judgedInTurn(few(sequence.candidates(free), price), judged);
  const wanted = MOST_SLOTS - apart([...fitting].sort(inOrder), MOST_SLOTS, placementOf).length;
  const others =
    wanted <= 0
      ? []
      : leastTaken(ground, busy, sequence, free)
          .filter((at) => !fitting.some(({ placement }) => isBeside(placement, at)))
          .slice(0, wanted + SPARE);
  const now =
    strip.startsAt === null || strip.moduleId !== moduleId
      ? []
      : [judged(whereItStands(strip, strip.startsAt))];
  const all = [...now, ...fitting, ...others.map(judged)].sort(inOrder);
  return apart(all, MOST_SLOTS, placementOf);
}
const placementOf = ({ placement }: Slot): Placement => placement;

/** Some places judged, cheapest first, until enough of them break nothing; beside one that breaks nothing, no other. */
function judgedInTurn(candidates: readonly Candidate[], judged: (at: Candidate) => Slot): readonly Slot[] {
  const [all, unbroken]: [Slot[], Slot[]] = [[], []];
  for (const at of candidates) {
    if (unbroken.length === ENOUGH_UNBROKEN) break;
    const startsAt = beginOf(at);
    if (unbroken.some(({ placement }) => isBeside(placement, { startsAt }))) continue;
    const slot = judged(at);
    all.push(slot);
    if (slot.effect.breaks.length === 0) unbroken.push(slot);
  }
  return all;
}

type Begun = Pick<Placement, "startsAt">;
const isBeside = (a: Begun, b: Begun): boolean => Math.abs(a.startsAt - b.startsAt) < APART_MIN * 60;
/** The first so many that are places of their own. */
function apart<T>(inOrder: readonly T[], most: number, of: (one: T) => Begun): readonly T[] {
  const some: T[] = [];
  for (const one of inOrder)
    if (some.length < most && !some.some((better) => isBeside(of(better), of(one)))) some.push(one);
  return some;
}

const whereItStands = ({ rigMin, shootMin }: Strip, startsAt: EpochSeconds): Start => ({
  shootAt: plusMinutes(startsAt, rigMin),
  rigMin,
  shootMin,
});

/** The plan with a strip in the boneyard. */
function without({ snapshot, after }: Checked, { id }: Strip): Checked {
  const strip = snapshot.tables.strip.map((s) =>
    s.id === id ? { ...s, startsAt: null, moduleId: null } : s,
  );
  return after({ ...snapshot, tables: { ...snapshot.tables, strip } });
}

/** Of every stretch of starts its cheapest, its first and its last, those that are cheapest before others; then what else is apart of them. */
function few(candidates: readonly Candidate[], price: (at: Candidate) => number): readonly Candidate[] {
  const inOrder = [...candidates].sort((a, b) => a.shootAt - b.shootAt);
  const stretches: Priced[][] = [];
  for (const at of inOrder) {
    const one = { at, price: price(at), startsAt: beginOf(at) };
    const [stretch, before] = [stretches.at(-1), stretches.at(-1)?.at(-1)?.at];
    const isNext = before && at.shootAt - before.shootAt <= GRID_MIN * 60 && at.rigMin === before.rigMin;
    if (stretch && isNext) stretch.push(one);
    else stretches.push([one]);
  }
  const first = stretches.flatMap((stretch) => {
    const cheapest = stretch.reduce((a, b) => (b.price < a.price ? b : a));
    return [...new Set([cheapest, stretch[0], stretch.at(-1)])].filter((one) => one !== undefined);
  });
  const rest = stretches.flat().filter((one) => !first.some((other) => isBeside(one, other)));
  const all = [...first.sort(cheapestFirst), ...apart(rest.sort(cheapestFirst), MOST_FITTING, (one) => one)];
  return all.slice(0, MOST_FITTING).map(({ at }) => at);
}
interface Priced extends Begun {
  readonly at: Candidate;
  readonly price: number;
}
const cheapestFirst = (a: Priced, b: Priced): number => a.price - b.price || a.startsAt - b.startsAt;
const beginOf = ({ shootAt, rigMin }: Start): EpochSeconds => epochSeconds(shootAt - rigMin * 60);

/** On every open day the starts at which people, module and unit are taken least: what they break, the rules then say. */
function leastTaken(
  { facts }: Ground,
  busy: Busy,
  { standing, begunAt }: Sequence,
  strip: Strip,
): readonly Taken[] {
  const unit = facts.scenes.get(strip.sceneId)?.unit ?? "main";
  const open = busy.open(unit);
  const line = profile(standing.filter((s) => s.placed.scene.unit === unit).map((s) => s.placed.span));
  const overlap = (taken: Profile, span: Interval) => measure(within(taken, span));
  const takenAt = (at: Start): number => {
    const placed = placedAt(facts, { ...strip, shootMin: at.shootMin }, at.rigMin, at.shootAt);
    if (!placed) return Number.POSITIVE_INFINITY;
    const { span, moduleId, calls } = placed;
    return (
      (span.end - span.start) / 60 -
      overlap(open, span) +
      overlap(line, span) +
      (moduleId ? overlap(busy.module(moduleId), span) : 0) +
      calls.reduce((sum, call) => sum + overlap(busy.person(call.personId), call.span), 0)
    );
  };
  return facts.days
    .filter((day) => !day.isClosed)
    .flatMap((day) => {
      const starts = quartersOf(day).flatMap((startsAt) => {
        const at = begunAt(strip, startsAt);
        return at ? { ...at, startsAt, taken: takenAt(at) } : [];
      });
      return apart(starts.sort(leastFirst), A_DAY, (at) => at);
    })
    .sort(leastFirst);
}
type Taken = Start & Begun & { readonly taken: number };
const leastFirst = (a: Taken, b: Taken): number => a.taken - b.taken || a.startsAt - b.startsAt;

function slotOf(placement: Placement, before: CheckReport, after: CheckReport): Slot {
  const was = new Map(objectiveOf(before).parts.map(({ ruleId, points }) => [ruleId, points]));
  const costs = objectiveOf(after)
    .parts.map(({ ruleId, points }) => ({ ruleId, points: points - (was.get(ruleId) ?? 0) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points);
  return {
    placement,
    effect: effectOf(before, after),
    costs,
    points: objectiveOf(after).points - objectiveOf(before).points,
  };
}

/** What breaks less comes first, then what is worth more, then what is earlier. */
const inOrder = (a: Slot, b: Slot): number =>
  a.effect.breaks.length - b.effect.breaks.length ||
  a.effect.minutes - b.effect.minutes ||
  b.points - a.points ||
  a.placement.startsAt - b.placement.startsAt;
