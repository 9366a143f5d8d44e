import * as z from "zod";
import { count, list, moment, weekdayMonth } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { plusMinutes } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import { onceOf } from "../base/once.ts";
import { type EpochSeconds, epochSeconds, minutes } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import type { Facts } from "../model/facts.ts";
import type { PersonId, StripId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import { type Call, type Placed, place } from "../model/placed.ts";
import { defineRule, type Found, type NotJudged, type Turn } from "../model/rule.ts";
import type { PublishedStrip, Strip } from "../model/strip.ts";
import { shootDayAt, shootDayTurns } from "./duty.ts";
import { standingAt } from "./offers.ts";

interface FreezeFacts {
  readonly scene: string;
  readonly day: EpochSeconds;
  readonly frozenFrom: EpochSeconds;
  readonly changes: readonly string[];
}
type Read = Pick<
  Facts,
  | "assignmentsOfStrip"
  | "changeRequestsOf"
  | "days"
  | "people"
  | "placed"
  | "published"
  | "roles"
  | "scenes"
  | "setUpsOfStrip"
  | "strips"
>;
interface Change {
  readonly personId: PersonId;
  readonly is: "moved" | "new" | "gone";
}

export const planFreeze = defineRule({
  id: "plan-freeze",
  level: "soft",
  sentence: "Once a day's plan is frozen, station-crew time on it changes only by change request.",
  source:
    "24 h before the day's plan goes up, which is about 12 h before the crew wakes: next-day review at 18:15 [S] facts.md §3.5; both hours [G].",
  unit: "changes",
  params: z.object({
    freezeHours: parameter("Freeze before upload", "h", z.number().min(0).max(720).default(24)),
    uploadLeadHours: parameter("Upload before wake", "h", z.number().min(0).max(240).default(12)),
    pointsPerChange: parameter("Weight of a change", "points", z.number().min(0).max(10_000).default(20)),
  }),
  scope: "plan",
  reads: [
    "assignmentsOfStrip",
    "changeRequestsOf",
    "days",
    "people",
    "placed",
    "published",
    "roles",
    "scenes",
    "setUpsOfStrip",
    "strips",
  ],

  // What is gone is gone wherever nothing of the strip stands; else it turns on its day and on when who was called was called before.
  search: {
    alone: "start",
    concerns(placed, facts, p) {
      const frozen = frozenBy(facts, p);
      if (frozen.days.size === 0 || isLeft(placed.strip, facts)) return false;
      return frozen.strips.has(placed.strip.id) || crewCalls(placed, facts).length > 0;
    },
    turns(placed, facts, p) {
      const { strip, span } = placed;
      const row = facts.published.get(strip.id);
      const frozen = frozenBy(facts, p);
      if (!row || !frozen.strips.has(strip.id)) return [{ edge: span.start, at: shootDayTurns(facts.days) }];
      const was = publishedCalls(row, strip, placed, facts);
      return crewCalls(placed, facts).flatMap((call): Turn[] => {
        const then = was.get(call.personId)?.start;
        return then === undefined ? [] : [{ edge: call.span.start, at: [then, epochSeconds(then + 1)] }];
      });
    },
  },

  // No clock here: a day is frozen when strips of it were published inside the freeze, for what is published last is what the crew was
  // given. One change is one person's call on one strip that is new, gone, at another time or in another module. When a published call
  // ran follows from its published placement and today's jobs. A request for the strip covers all its changes; what is shot is history.
  check({ strips, facts }, p) {
    if (facts.published.size === 0) return { violations: [], unknown: [] };
    const frozen = frozenBy(facts, p);
    const unknown = gather(frozen.strays, ({ stripId }): readonly NotJudged[] => {
      const strip = facts.strips.get(stripId);
      if (!strip) return [];
      const reason = `Scene ${sceneOf(strip, facts)} was published on no shoot day; whether it is frozen is not judged.`;
      return [{ span: null, strips: [stripId], reason }];
    });
    const violations: Found<FreezeFacts>[] = [];
    const found = (strip: Strip, day: ShootDay, changes: readonly Change[], span: Interval | null) => {
      if (changes.length === 0 || isLeft(strip, facts)) return;
      violations.push({
        amount: changes.length,
        span,
        strips: [strip.id],
        people: gather(changes, ({ personId }) => (facts.people.has(personId) ? [personId] : [])),
        facts: {
          scene: sceneOf(strip, facts),
          day: day.wakesAt,
          frozenFrom: frozenFrom(day, p),
          changes: changes.map(
            ({ personId, is }) => `${facts.people.get(personId)?.shortName ?? "a person"} ${WORDS[is]}`,
          ),
        },
      });
    };
    for (const [stripId, day] of frozen.strips) {
      const strip = facts.strips.get(stripId);
      const row = facts.published.get(stripId);
      if (!strip || !row) continue;
      const now = facts.placed.get(stripId);
      found(strip, day, changesOf(row, strip, now, facts), now?.span ?? null);
    }
    for (const there of frozen.days.size > 0 ? strips : []) {
      if (frozen.strips.has(there.strip.id)) continue;
      const day = shootDayAt(facts.days, there.span.start);
      if (!day || !frozen.days.has(day)) continue;
      const added = crewCalls(there, facts).map(({ personId }) => ({ personId, is: "new" }) as const);
      found(there.strip, day, added, there.span);
    }
    return { violations, unknown };
  },

  explain: ({ scene, day, frozenFrom, changes }) =>
    `Scene ${scene}: ${count(changes.length, "change")} of station-crew time without a change request: ${list(changes)}. The plan of ${weekdayMonth(day)} is frozen since ${moment(frozenFrom)}.`,

  pointsPerUnit: ({ pointsPerChange }) => pointsPerChange,

  // Only what was published can go back; the request itself is written by who agrees it.
  *repairs({ strips: [stripId], facts: { scene } }, { facts: { published } }) {
    const row = stripId && published.get(stripId);
    if (row)
      yield {
        ...standingAt(row.stripId, row),
        words: `Scene ${scene} back to where it was published, ${moment(row.startsAt)}`,
      };
  },
});

interface Freeze {
  readonly freezeHours: number;
  readonly uploadLeadHours: number;
}
const frozenFrom = (day: ShootDay, { freezeHours, uploadLeadHours }: Freeze): EpochSeconds =>
  plusMinutes(day.wakesAt, minutes(-60 * (uploadLeadHours + freezeHours)));

interface Frozen {
  readonly strips: ReadonlyMap<StripId, ShootDay>;
  readonly days: ReadonlySet<ShootDay>;
  /** Published on no shoot day. */
  readonly strays: readonly PublishedStrip[];
}
const frozenBy = ({ published, days }: Pick<Read, "published" | "days">, p: Freeze): Frozen =>
  onceOf([published, days], `frozen ${p.freezeHours} ${p.uploadLeadHours}`, () => {
    const strips = new Map<StripId, ShootDay>();
    const strays: PublishedStrip[] = [];
    for (const row of published.values()) {
      const day = shootDayAt(days, row.startsAt);
      if (!day) strays.push(row);
      else if (row.publishedAt >= frozenFrom(day, p)) strips.set(row.stripId, day);
    }
    return { strips, days: new Set(strips.values()), strays };
  });

/** What is shot is history, and a request for the strip covers all its changes. */
const isLeft = ({ id, status }: Strip, { changeRequestsOf }: Pick<Read, "changeRequestsOf">): boolean =>
  status === "shot" || (changeRequestsOf.get(id)?.length ?? 0) > 0;

const WORDS: Readonly<Record<Change["is"], string>> = {
  moved: "at another time or place",
  new: "called anew",
  gone: "no longer called",
};

const sceneOf = ({ sceneId }: Strip, { scenes }: Pick<Read, "scenes">): string =>
  scenes.get(sceneId)?.number ?? "?";

const crewCalls = ({ calls }: Placed, { people }: Pick<Read, "people">): readonly Call[] =>
  calls.filter(({ personId }) => people.get(personId)?.category === "expedition-crew");

function changesOf(
  row: PublishedStrip,
  strip: Strip,
  now: Placed | undefined,
  facts: Read,
): readonly Change[] {
  const calls = now ? crewCalls(now, facts) : [];
  const was = now && isMoved(row, strip) ? publishedCalls(row, strip, now, facts) : null;
  const isElsewhere = row.moduleId !== strip.moduleId;
  return [
    ...row.personIds
      .filter((personId) => !calls.some((call) => call.personId === personId))
      .map((personId) => ({ personId, is: "gone" }) as const),
    ...gather(calls, ({ personId, span }): readonly Change[] => {
      if (!row.personIds.includes(personId)) return [{ personId, is: "new" }];
      const before = was?.get(personId);
      const isSame = !was || (before?.start === span.start && before.end === span.end);
      return isSame && !isElsewhere ? [] : [{ personId, is: "moved" }];
    }),
  ];
}

const isMoved = (row: PublishedStrip, strip: Strip): boolean =>
  row.startsAt !== strip.startsAt ||
  row.rigMin !== strip.rigMin ||
  row.shootMin !== strip.shootMin ||
  row.strikeMin !== strip.strikeMin;

function publishedCalls(
  { startsAt, moduleId, rigMin, shootMin, strikeMin }: PublishedStrip,
  strip: Strip,
  { scene }: Placed,
  facts: Read,
): ReadonlyMap<PersonId, Interval> {
  const before = place(
    { ...strip, startsAt, moduleId, rigMin, shootMin, strikeMin },
    scene,
    facts.setUpsOfStrip.get(strip.id) ?? [],
    facts.assignmentsOfStrip.get(strip.id) ?? [],
    facts.roles,
  );
  return new Map(before?.calls.map(({ personId, span }) => [personId, span]));
}
