import * as z from "zod";
import { byStart, type Interval, lengthOf, widen } from "../base/interval.ts";
import { once, onceOf } from "../base/once.ts";
import { difference, intersection, measure, type Profile, profile, within } from "../base/profile.ts";
import { minutes } from "../base/quantity.ts";
import type { FactName, Facts } from "../model/facts.ts";
import type { DayMinutes, MinutesInHand } from "../model/finding.ts";
import type { PersonId } from "../model/ids.ts";
import { type Placed, setUpMinutes } from "../model/placed.ts";
import { blockSpan } from "./duty.ts";

const percent = z.number().min(0).max(100);
/** Share of each day kept in hand: 30 % on days 0–3, 20 % after, half of the last two days. Rule book, `reserve` [G]. */
export const reserveShares = z.object({
  earlyPercent: percent.default(30),
  earlyUntilDay: z.number().int().min(-30).max(400).default(3),
  laterPercent: percent.default(20),
  lastDays: z.number().int().min(0).max(400).default(2),
  lastPercent: percent.default(50),
});
export type ReserveShares = z.output<typeof reserveShares>;
const BOOK_SHARES: ReserveShares = reserveShares.parse({});
/** Minutes for a person to pass one hatch. Rule book, `travel` [G]. */
export const PERSON_MIN_PER_HATCH = 1;

const isMain = (p: Placed) => p.scene.unit === "main";

/** Who directs and who operates the main unit: those who do so on most of its strips, placed or not; of equals the first by id. */
function keyPeople({ strips, scenes, assignmentsOfStrip }: MinutesFacts): readonly PersonId[] {
  const most = (job: "direct" | "camera"): PersonId | undefined => {
    const tally = new Map<PersonId, number>();
    for (const strip of strips.values()) {
      if (scenes.get(strip.sceneId)?.unit !== "main") continue;
      for (const a of assignmentsOfStrip.get(strip.id) ?? [])
        if (a.job === job) tally.set(a.personId, (tally.get(a.personId) ?? 0) + 1);
    }
    return [...tally].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  };
  return [...new Set([most("direct"), most("camera")].filter((id) => id !== undefined))];
}

/** When the main unit can shoot: in its window, on open days, director and operator awake and not in blocks, some usable module open. */
export function shootable(facts: MinutesFacts): Profile {
  const { windows, days, modules, events, blocksOf } = facts;
  const people = keyPeople(facts);
  const of = [days, windows, modules, events, ...people.map((id) => blocksOf.get(id))] as const;
  return onceOf(of, "shootable", () => shootableBy(people, facts));
}

function shootableBy(people: readonly PersonId[], facts: MinutesFacts): Profile {
  const windows = profile(
    facts.windows.filter((w) => w.unit === "main").map((w) => ({ start: w.startsAt, end: w.endsAt })),
  );
  const openDays = profile(
    facts.days.filter((d) => !d.isClosed).map((d) => ({ start: d.wakesAt, end: d.sleepsAt })),
  );
  const blocked = people.flatMap((id) => (facts.blocksOf.get(id) ?? []).map(blockSpan)).filter(isSpan);
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
export type MinutesFacts = Pick<Facts, (typeof MINUTES_READ)[number]>;
export const MINUTES_READ = [
  "strips",
  "scenes",
  "setUps",
  "assignmentsOfStrip",
  "placed",
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
export const minutesInHand = (facts: MinutesFacts, shares: ReserveShares = BOOK_SHARES): Counted =>
  once(facts, `minutes in hand ${JSON.stringify(Object.entries(shares).sort())}`, () =>
    countMinutes(facts, shares),
  );

function countMinutes(facts: MinutesFacts, shares: ReserveShares): Counted {
  const free = shootable(facts);
  const main = [...facts.placed.values()]
    .filter(isMain)
    .sort((a, b) => byStart(a.span, b.span) || (a.strip.id < b.strip.id ? -1 : 1));
  const ways = new Map(
    main.map((p, i) => [p, i === 0 ? 0 : travelMinutes(main[i - 1] as Placed, p, facts.hatchesBetween)]),
  );
  const wayTo = (p: Placed) => ways.get(p) ?? 0;
  const lastNumber = Math.max(...facts.days.map((d) => d.number));

  let begun = 0;
  const days = facts.days.map((day): DayMinutes => {
    const span = { start: day.wakesAt, end: day.sleepsAt };
    const canShoot = measure(within(free, span));
    while (begun < main.length && (main[begun] as Placed).span.start < span.start) begun++;
    const today: Placed[] = [];
    for (let i = begun; i < main.length && (main[i] as Placed).span.start < span.end; i++)
      today.push(main[i] as Placed);
    const used = today.reduce((sum, p) => sum + lengthOf(p.span) + wayTo(p), 0);
    const reserved = canShoot * reserveShare(day.number, lastNumber, shares);
    return {
      dayId: day.id,
      number: day.number,
      date: day.date,
      span,
      isClosed: day.isClosed,
      shootable: minutes(Math.round(canShoot)),
      used: minutes(Math.round(used)),
      reserved: minutes(Math.round(reserved)),
      free: minutes(Math.max(0, Math.round(canShoot - used - reserved))),
    };
  });

  const sum = (of: (d: DayMinutes) => number) => minutes(days.reduce((total, d) => total + of(d), 0));
  const placements = minutes(Math.round(main.reduce((total, p) => total + lengthOf(p.span), 0)));
  const travel = minutes(main.reduce((total, p) => total + wayTo(p), 0));
  const mustNotPlaced = minutes(
    [...facts.setUps.values()]
      .filter(
        (s) =>
          s.tier === "must" &&
          !s.isShot &&
          facts.scenes.get(s.sceneId)?.unit === "main" &&
          !(s.stripId && facts.placed.has(s.stripId)),
      )
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
