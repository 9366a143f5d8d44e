import * as z from "zod";
import { gather } from "../base/gather.ts";
import { type Interval, lengthOf, widen } from "../base/interval.ts";
import { once, onceOf } from "../base/once.ts";
import { difference, intersection, measure, type Profile, profile, within } from "../base/profile.ts";
import { minutes } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import type { FactName, Facts } from "../model/facts.ts";
import type { DayMinutes, MinutesInHand } from "../model/finding.ts";
import type { PersonId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import { type Placed, setUpMinutes } from "../model/placed.ts";
import type { SetUp } from "../model/scene.ts";
import { blockSpan } from "./duty.ts";
import { remembered } from "./whereabouts.ts";

const percent = z.number().min(0).max(100);
/** Share of each day kept in hand: 30 % on days 0–3, 20 % after, half of the last two days. Rule book, `reserve` [G]. */
export const reserveShares = z.object({
  earlyPercent: parameter("In hand on the first days", "%", percent.default(30)),
  earlyUntilDay: parameter("First days until day", null, z.number().int().min(-30).max(400).default(3)),
  laterPercent: parameter("In hand after them", "%", percent.default(20)),
  lastDays: parameter("Last days", "days", z.number().int().min(0).max(400).default(2)),
  lastPercent: parameter("In hand on the last days", "%", percent.default(50)),
});
export type ReserveShares = z.output<typeof reserveShares>;
const BOOK_SHARES: ReserveShares = reserveShares.parse({});
/** Minutes for a person to pass one hatch. Rule book, `travel` [G]. */
export const PERSON_MIN_PER_HATCH = 1;

const isMain = (p: Placed) => p.scene.unit === "main";

/** Who directs and who operates the main unit: those who do so on most of its strips, placed or not; of equals the first by id. */
const keyPeople = ({ sceneOfStrip, scenes, assignmentsOfStrip }: UseFacts): readonly PersonId[] =>
  onceOf([assignmentsOfStrip, sceneOfStrip, scenes], "key people", () => {
    const [directs, operates] = [new Map<PersonId, number>(), new Map<PersonId, number>()];
    for (const [stripId, assignments] of assignmentsOfStrip) {
      const sceneId = sceneOfStrip.get(stripId);
      if (!sceneId || scenes.get(sceneId)?.unit !== "main") continue;
      for (const { job, personId } of assignments) {
        const tally = job === "direct" ? directs : job === "camera" ? operates : null;
        tally?.set(personId, (tally.get(personId) ?? 0) + 1);
      }
    }
    const most = (tally: ReadonlyMap<PersonId, number>): PersonId | undefined =>
      [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
    return [...new Set([most(directs), most(operates)].filter((id) => id !== undefined))];
  });

/** When the main unit can shoot: in its window, on open days, director and operator awake and not in blocks, some usable module open. */
export function shootable(facts: UseFacts): Profile {
  const { windows, days, modules, events, blocksOf } = facts;
  const people = keyPeople(facts);
  const of = [days, windows, modules, events, ...people.map((id) => blocksOf.get(id))] as const;
  return onceOf(of, "shootable", () => shootableBy(people, facts));
}

function shootableBy(people: readonly PersonId[], facts: UseFacts): Profile {
  const windows = profile(
    facts.windows.filter((w) => w.unit === "main").map((w) => ({ start: w.startsAt, end: w.endsAt })),
  );
  const openDays = profile(
    facts.days.filter((d) => !d.isClosed).map((d) => ({ start: d.wakesAt, end: d.sleepsAt })),
  );
  const blocked = gather(people, (id) => (facts.blocksOf.get(id) ?? []).map(blockSpan)).filter(isSpan);
  const usable = [...facts.modules.values()].filter((m) => m.isUsable);
  if (facts.modules.size > 0 && usable.length === 0) return [];
  const allTaken = usable
    .map((m) =>
      profile(
        facts.events
          .filter((e) => e.moduleIds.includes(m.id))
          .map(eventSpan)
          .filter(isSpan),
      ),
    )
    .reduce<Profile | null>((all, taken) => (all === null ? taken : intersection(all, taken)), null);
  return difference(intersection(windows, openDays), profile([...blocked, ...(allTaken ?? [])]));
}

const isSpan = (span: Interval | null) => span !== null;
/** With its margins. */
const eventSpan = (e: Facts["events"][number]): Interval | null =>
  widen({ start: e.startsAt, end: e.startsAt }, e.marginBeforeMin, minutes(e.durationMin + e.marginAfterMin));

/** Minutes on the way between consecutive placements of the main unit. */
export function travelMinutes(from: Placed, to: Placed, hatches: Facts["hatchesBetween"]): number {
  if (from.moduleId === null || to.moduleId === null) return 0;
  return (hatches.get(from.moduleId)?.get(to.moduleId) ?? 0) * PERSON_MIN_PER_HATCH;
}

const reserveShare = (number: number, lastNumber: number, p: ReserveShares): number =>
  (number > lastNumber - p.lastDays
    ? p.lastPercent
    : number <= p.earlyUntilDay
      ? p.earlyPercent
      : p.laterPercent) / 100;

/** What the one number is made of. */
type MinutesFacts = UseFacts & Pick<Facts, "setUps" | "standing">;
type UseFacts = Pick<Facts, (typeof USES_READ)[number]>;
/** What the use of the days is worked out from. */
export const USES_READ = [
  "sceneOfStrip",
  "scenes",
  "assignmentsOfStrip",
  "inOrder",
  "windows",
  "days",
  "blocksOf",
  "modules",
  "events",
  "hatchesBetween",
] as const satisfies readonly FactName[];

interface Counted {
  readonly minutes: MinutesInHand;
  readonly days: readonly DayMinutes[];
}
/** Counted once for a plan: the verdict and the rule about the reserve ask for the same. */
export function minutesInHand(facts: MinutesFacts, shares: ReserveShares = BOOK_SHARES): Counted {
  const { earlyPercent, earlyUntilDay, laterPercent, lastDays, lastPercent } = shares;
  const key = [earlyPercent, earlyUntilDay, laterPercent, lastDays, lastPercent].join();
  return once(facts, `minutes in hand ${key}`, () => countMinutes(facts, shares));
}

/** What the main unit can shoot and uses on a shoot day, in minutes not rounded. */
export interface DayUse {
  readonly canShoot: number;
  readonly used: number;
}

/** For each shoot day, in order. */
export const usesOf = (facts: UseFacts): ReadonlyMap<ShootDay, DayUse> =>
  once(facts, "uses of days", () => {
    const free = shootable(facts);
    const canShoot = onceOf([free, facts.days], "a day", () =>
      facts.days.map(({ wakesAt, sleepsAt }) => measure(within(free, { start: wakesAt, end: sleepsAt }))),
    );
    const main = mainInOrder(facts.inOrder);
    const ways = waysOf(main, facts);
    let begun = 0;
    return new Map(
      facts.days.map((day, n) => {
        while (begun < main.length && (main[begun] as Placed).span.start < day.wakesAt) begun++;
        let used = 0;
        for (let i = begun; i < main.length && (main[i] as Placed).span.start < day.sleepsAt; i++)
          used += lengthOf((main[i] as Placed).span) + (ways[i] ?? 0);
        return [day, { canShoot: canShoot[n] ?? 0, used }] as const;
      }),
    );
  });

const mainInOrder = remembered((inOrder: Facts["inOrder"]) => inOrder.filter(isMain));

/** Minutes on the way to each of the placements, from the one before. */
const waysOf = (main: readonly Placed[], { hatchesBetween }: UseFacts): readonly number[] =>
  onceOf([main, hatchesBetween], "ways", () =>
    main.map((p, i) => (i === 0 ? 0 : travelMinutes(main[i - 1] as Placed, p, hatchesBetween))),
  );

/** Set-ups that must be shot by the main unit. */
export const mustSetUps = ({ setUps, scenes }: Pick<Facts, "setUps" | "scenes">): readonly SetUp[] =>
  onceOf([setUps, scenes], "must set-ups", () =>
    [...setUps.values()].filter((s) => s.tier === "must" && scenes.get(s.sceneId)?.unit === "main"),
  );

export const lastNumberOf = remembered((days: Facts["days"]) => Math.max(...days.map((d) => d.number)));

/** `lastNumber`: of the last shoot day. */
export function dayMinutes(
  day: ShootDay,
  { canShoot, used }: DayUse,
  lastNumber: number,
  shares: ReserveShares,
): DayMinutes {
  // What is free is left of the other figures as they are told, so that a day adds up, and the days to what is in hand.
  const [shootableMin, usedMin, reservedMin] = [
    Math.round(canShoot),
    Math.round(used),
    Math.round(canShoot * reserveShare(day.number, lastNumber, shares)),
  ] as const;
  return {
    dayId: day.id,
    number: day.number,
    date: day.date,
    span: { start: day.wakesAt, end: day.sleepsAt },
    isClosed: day.isClosed,
    shootable: minutes(shootableMin),
    used: minutes(usedMin),
    reserved: minutes(reservedMin),
    free: minutes(Math.max(0, shootableMin - usedMin - reservedMin)),
  };
}

function countMinutes(facts: MinutesFacts, shares: ReserveShares): Counted {
  const main = mainInOrder(facts.inOrder);
  const uses = usesOf(facts);
  const lastNumber = lastNumberOf(facts.days);
  const days = facts.days.map((day) => dayMinutes(day, uses.get(day) as DayUse, lastNumber, shares));

  const sum = (of: (d: DayMinutes) => number) => minutes(days.reduce((total, d) => total + of(d), 0));
  const placements = minutes(Math.round(main.reduce((total, p) => total + lengthOf(p.span), 0)));
  const travel = minutes(waysOf(main, facts).reduce((total, way) => total + way, 0));
  const mustNotPlaced = minutes(
    mustSetUps(facts)
      .filter((s) => !s.isShot && !(s.stripId && facts.standing.has(s.stripId)))
      .reduce((total, s) => total + setUpMinutes(s), 0),
  );
  const canShoot = sum((d) => d.shootable);
  const reserve = sum((d) => d.reserved);
  return {
    minutes: {
      shootable: canShoot,
      placements,
      travel,
      mustNotPlaced,
      reserve,
      inHand: minutes(canShoot - placements - travel - mustNotPlaced - reserve),
    },
    days,
  };
}
