import * as z from "zod";
import { count, list, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { EVER, type Interval, intersect, interval, lengthOf } from "../base/interval.ts";
import { once, onceOf } from "../base/once.ts";
import { difference, EMPTY, intersection, type Profile, profile, within } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import type { BlockKind } from "../model/block.ts";
import type { Facts } from "../model/facts.ts";
import type { ModuleId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import type { Person } from "../model/person.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type Found, type NotJudged } from "../model/rule.ts";
import { startOf } from "./bars.ts";
import {
  type Engagement,
  engagementsIn,
  type Facility,
  homeOf,
  modulesWith,
  sidesWithout,
} from "./whereabouts.ts";

/** Whom a hold cuts off, from what, and for how much longer than a hold may last. */
interface Cut {
  readonly name: string;
  readonly from: readonly string[];
  readonly over: number;
}
interface HoldFacts {
  readonly scene: string;
  readonly module: string;
  readonly hold: Interval;
  readonly cut: readonly Cut[];
  readonly limit: number;
}
interface Lack {
  readonly of: string;
  readonly span: Interval;
}
type Reads = Pick<
  Facts,
  "people" | "modules" | "neighbours" | "blocksOf" | "devices" | "calledFor" | "aboard"
>;

/** What people need at any moment; the rest of the day is where their plan says. */
const ALWAYS = ["toilet", "galley"] as const satisfies readonly Facility[];
const BLOCK_WORDS: Readonly<Partial<Record<BlockKind, string>>> = {
  exercise: "exercise",
  meal: "the galley",
  sleep: "sleep",
};
const FACILITY_WORDS: Readonly<Record<(typeof ALWAYS)[number], string>> = {
  toilet: "the toilet",
  galley: "the galley",
};
const wordOf = ({ is }: Engagement): string =>
  "call" in is ? `scene ${is.placed.scene.number}` : (BLOCK_WORDS[is.kind] ?? "duty");

/** When the strip's own set-ups stand in the way. */
const holdsOf = (placed: Placed): readonly Interval[] =>
  once(placed, "holds", () => {
    const blocking = placed.setUps.filter(({ setUp }) => setUp.blocksPassage && !setUp.isShot);
    return placed.moduleId === null ? [] : profile(blocking.map(({ span }) => span));
  });

/** The station while nobody may pass a module. */
interface Held {
  readonly moduleId: ModuleId;
  readonly hold: Interval;
  readonly sides: ReadonlyMap<ModuleId, number>;
  /** Of what people always need, what is out of reach on each side. */
  readonly missing: ReadonlyMap<number, readonly (typeof ALWAYS)[number][]>;
  readonly isDividing: boolean;
}

const partedBy = (moduleId: ModuleId, { neighbours, modules }: Reads): Omit<Held, "hold"> =>
  onceOf([neighbours, modules], `parted by ${moduleId}`, () => {
    const sides = sidesWithout(moduleId, neighbours);
    const has = gather(ALWAYS, (f) => {
      const rooms = modulesWith(modules).get(f);
      return rooms ? [{ f, on: new Set(rooms.map((m) => sides.get(m.id))) }] : [];
    });
    const missing = new Map(
      [...new Set(sides.values())].map((side) => [
        side,
        has.filter(({ on }) => !on.has(side)).map(({ f }) => f),
      ]),
    );
    return { moduleId, sides, missing, isDividing: [...missing.values()].some((m) => m.length > 0) };
  });

const NO_LACKS: readonly Lack[] = [];

/** So long ago somebody left what they come from, at most: no hold is as long. */
const LONG_S = 86_400;

/**
 * When somebody's blocks might make them miss something while a module is held, however short the hold: while they are where something
 * is out of reach or nobody knows where, and as they begin something in that module or elsewhere than they were before.
 */
const uneasyTimes = (person: Person, held: Omit<Held, "hold">, facts: Reads): Profile => {
  const { blocksOf, devices, modules, neighbours } = facts;
  const blocks = blocksOf.get(person.id);
  if (!blocks) return EMPTY;
  const { moduleId, sides, missing } = held;
  return onceOf([blocks, devices, modules, neighbours, person], `uneasy beside ${moduleId}`, () => {
    const engaged = engagementsIn(EVER, person.id, { blocksOf, devices, calledFor: NO_CALLS });
    const placeOf = ({ moduleId: own, span }: Engagement) => own ?? homeOf(person, span.start, facts);
    const longest = Math.max(0, ...engaged.map(({ span }) => span.end - span.start));
    const uneasy: Interval[] = [];
    for (const [i, now] of engaged.entries()) {
      const where = placeOf(now);
      const side = where === null ? undefined : sides.get(where);
      if (where === null || (side !== undefined && missing.get(side)?.length)) uneasy.push(now.span);
      const isFrom = (before: Engagement) => sides.get(placeOf(before) ?? moduleId) !== side;
      let hasCome = where === moduleId;
      for (let e = i - 1; e >= 0 && !hasCome; e--) {
        const before = engaged[e] as Engagement;
        if (before.span.start + longest + LONG_S < now.span.start) break;
        const { end } = before.span;
        hasCome = end <= now.span.start && end > now.span.start - LONG_S && isFrom(before);
      }
      if (hasCome) uneasy.push(startOf(now.span));
    }
    return profile(uneasy);
  });
};
/** The same of anybody's. */
const anyUneasyTimes = (moduleId: ModuleId, facts: Reads): Profile => {
  const { people, blocksOf, devices, modules, neighbours } = facts;
  return onceOf([blocksOf, people, devices, modules, neighbours], `all uneasy beside ${moduleId}`, () => {
    const held = partedBy(moduleId, facts);
    return profile(gather([...people.values()], (person) => [...uneasyTimes(person, held, facts)]));
  });
};
/**
 * A check asks of a few holds of a module, a search of hundreds: what all of somebody's blocks come to is worked out when it has been
 * asked so often that it pays.
 */
function isAskedOften(person: Person, { moduleId }: Held, { blocksOf }: Reads): boolean {
  const blocks = blocksOf.get(person.id);
  if (!blocks) return true;
  const asked = once(blocks, `asked beside ${moduleId}`, () => ({ times: 0 }));
  asked.times++;
  return asked.times > A_FEW;
}
const A_FEW = 24;
const NO_CALLS: Facts["calledFor"] = new Map();

/** Whether a stretch holds no moment of a profile. */
const isCalm = (uneasy: Profile, hold: Interval): boolean =>
  hold.end - hold.start < LONG_S && within(uneasy, hold).length === 0;

/** What a person misses during a hold; null where it turns on where they are, and that is not known. */
function lacksOf(person: Person, placed: Placed, now: Held, facts: Reads): readonly Lack[] | null {
  const { moduleId, hold, sides, missing, isDividing } = now;
  const calls = facts.calledFor.get(person.id);
  const isOnlyHere = calls === undefined || (calls.length === 1 && calls[0] === placed);
  if (isOnlyHere && isAskedOften(person, now, facts) && isCalm(uneasyTimes(person, now, facts), hold))
    return NO_LACKS;
  const engaged = engagementsIn(hold, person.id, facts);
  const lacks: Lack[] = [];
  for (const here of engaged) {
    const part = intersect(here.span, hold);
    if (!part) continue;
    const isMeal = "kind" in here.is && here.is.kind === "meal" && here.moduleId === null;
    const where = isMeal ? null : (here.moduleId ?? homeOf(person, here.span.start, facts));
    if (where === null && !isMeal && isDividing) return null;
    const side = where === null ? undefined : sides.get(where);
    for (const f of (side !== undefined && missing.get(side)) || [])
      lacks.push({ of: FACILITY_WORDS[f], span: part });
    if (here.span.start < hold.start) continue;
    // Who comes to the held module finds it shut; who comes from elsewhere needs a way, unless they were free to go before the hold.
    if (here.moduleId === moduleId) lacks.push({ of: wordOf(here), span: part });
    const before = engaged.findLast((e) => e.span.end <= here.span.start);
    const from = before && sides.get(before.moduleId ?? homeOf(person, before.span.start, facts) ?? moduleId);
    if (from === undefined) continue;
    const isAway = isMeal ? missing.get(from)?.includes("galley") : side !== undefined && side !== from;
    if (isAway) lacks.push({ of: wordOf(here), span: interval(part.start, hold.end) });
  }
  return lacks;
}

/** Minutes that each stretch of being cut off is longer than a hold may last. */
function cutOf(person: Person, lacks: readonly Lack[], open: readonly Interval[], limit: number): Cut | null {
  const long = intersection(profile(lacks.map((l) => l.span)), open).filter((s) => lengthOf(s) > limit);
  if (long.length === 0) return null;
  const from = [...new Set(lacks.filter((l) => long.some((s) => intersect(s, l.span))).map((l) => l.of))];
  const over = long.reduce((sum, s) => sum + startedMinutes(lengthOf(s) - limit), 0);
  return { name: person.shortName, from, over };
}

/** When in a hold a person is aboard and not called for the scene itself. */
function openTo(
  person: Person,
  { hold }: Held,
  calls: Placed["calls"],
  { aboard }: Reads,
): readonly Interval[] {
  const stays = within(aboard.get(person.id) ?? [], hold);
  const own = calls.filter((c) => c.personId === person.id).map((c) => c.span);
  return difference(stays, profile(own));
}

function judgeHold(placed: Placed, now: Held, facts: Reads, limit: number) {
  const { strip, scene, calls } = placed;
  const { moduleId, hold } = now;
  const cut: (Cut & { readonly id: Person["id"] })[] = [];
  const lost: string[] = [];
  for (const person of facts.people.values()) {
    const lacks = lacksOf(person, placed, now, facts);
    if (lacks?.length === 0) continue;
    const open = openTo(person, now, calls, facts);
    if (open.length === 0) continue;
    if (lacks === null) lost.push(person.shortName);
    const found = lacks ? cutOf(person, lacks, open, limit) : null;
    if (found) cut.push({ ...found, id: person.id });
  }
  const module = facts.modules.get(moduleId)?.name ?? "an unknown module";
  const unknown: NotJudged[] = [];
  const unnamed = ALWAYS.filter((f) => !modulesWith(facts.modules).has(f)).map((f) => FACILITY_WORDS[f]);
  const gap = (reason: string) => unknown.push({ span: hold, strips: [strip.id], reason });
  if (unnamed.length > 0)
    gap(
      `Scene ${scene.number} holds ${module}: no module is said to have ${list(unnamed)}. Name its facilities.`,
    );
  if (lost.length > 0)
    gap(
      `Scene ${scene.number} holds ${module}: where ${list(lost)} ${lost.length > 1 ? "work and sleep" : "works and sleeps"} is not said.`,
    );
  const amount = cut.reduce((sum, c) => sum + c.over, 0);
  const violations: Found<HoldFacts>[] =
    amount > 0
      ? [
          {
            amount,
            span: hold,
            strips: [strip.id],
            people: cut.map((c) => c.id),
            facts: { scene: scene.number, module, hold, cut: cut.map(({ id: _, ...c }) => c), limit },
          },
        ]
      : [];
  return { violations, unknown };
}

export const thoroughfare = defineRule({
  id: "thoroughfare",
  level: "hard",
  sentence:
    "A held passage cuts nobody off from toilet, galley, exercise, sleep or duty for longer than allowed.",
  source:
    "15 min [G]: how long people can be asked to wait. Where toilets and galleys are: facts.md §3.1 [S], else [G].",
  unit: "minutes of people's time",
  params: z.object({ holdMin: parameter("Longest hold", "min", z.number().min(0).max(240).default(15)) }),
  scope: "strip",
  reads: ["people", "modules", "neighbours", "blocksOf", "devices", "calledFor", "aboard"],
  search: {
    alone: "start",
    concerns: (placed, _, { holdMin }) => holdsOf(placed).some((hold) => lengthOf(hold) > holdMin),
    heeds(placed, facts, { holdMin }) {
      const { moduleId } = placed;
      const holds = holdsOf(placed).filter((hold) => lengthOf(hold) > holdMin);
      const isNamed = ALWAYS.every((f) => modulesWith(facts.modules).has(f));
      if (moduleId === null || !isNamed || holds.some((hold) => hold.end - hold.start >= LONG_S)) return null;
      const uneasy = anyUneasyTimes(moduleId, facts);
      return holds.map((part) => ({ part, never: uneasy }));
    },
  },
  near: { calledFor: { before: 0, after: 0 } },
  sees: ({ subject, facts: { people, modules, neighbours, blocksOf, devices, calledFor, aboard } }) =>
    holdsOf(subject).length === 0 ? [] : [people, modules, neighbours, blocksOf, devices, calledFor, aboard],

  // A hold lasts as long as its set-up, resets included, for camera and light stay where they are; set-ups without a break between
  // them are one hold. Nobody else passes or enters the module meanwhile. Toilet and galley are needed at any moment, exercise,
  // sleep and duty from when a block or call of theirs begins there. Who is free waits on the side where they will be needed, who is
  // inside has left by a hatch of their choice; who has no place in the plan is where they sleep. Minutes beyond the limit are
  // summed over the people cut off.
  check({ subject: placed, facts }, { holdMin }) {
    const { moduleId } = placed;
    const judged = holdsOf(placed)
      .filter((hold) => lengthOf(hold) > holdMin)
      .map((hold) => judgeHold(placed, { ...partedBy(moduleId as ModuleId, facts), hold }, facts, holdMin));
    return { violations: gather(judged, (j) => j.violations), unknown: gather(judged, (j) => j.unknown) };
  },

  explain: ({ scene, module, hold, cut, limit }) => {
    const alike = new Map<string, string[]>();
    for (const { name, from, over } of cut) {
      const what = `cut off from ${list(from)}, ${count(over, "min", "min")} beyond the ${limit} that a hold may last`;
      alike.set(what, [...(alike.get(what) ?? []), name]);
    }
    const said = [...alike].map(([what, names]) => `${list(names)} ${what}`);
    return `Scene ${scene} holds ${module} (${spanText(hold)}): ${said.join("; ")}.`;
  },
});
