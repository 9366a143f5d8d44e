import * as z from "zod";
import { count, duration, moment } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { holds, type Interval, intersect, lengthOf } from "../base/interval.ts";
import { onceOf } from "../base/once.ts";
import { measure, type Profile, within } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, startedMinutes } from "../base/quantity.ts";
import type { Facts } from "../model/facts.ts";
import type { FlightId, PersonId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import { type Bar, defineRule, type Found } from "../model/rule.ts";
import { ALWAYS, asGap, startOf } from "./bars.ts";
import { callsOf, shootDayAt, timeIn } from "./duty.ts";
import { blockAdded, startingAt } from "./offers.ts";

interface ArrivalFacts {
  readonly person: string;
  readonly personId: PersonId;
  readonly ship: string;
  readonly hatchAt: EpochSeconds;
  readonly firstAt: EpochSeconds;
  readonly scenes: number;
  readonly asked: number;
  readonly had: number;
}

export const arrivalSafety = defineRule({
  id: "arrival-safety",
  level: "hard",
  sentence: "Newcomers have had their safety briefing, all of it, before their first call aboard.",
  source: "60 min after hatch opening [G]; arrival-day rules of the station were not found, facts.md §3.5.",
  unit: "minutes missing",
  params: z.object({
    briefingMin: parameter("Safety briefing", "min", z.number().int().min(0).max(600).default(60)),
  }),
  scope: "person",
  reads: ["blocksOf", "days", "flights", "people", "seats"],
  search: {
    alone: "bars",
    bars(placed, { blocksOf, flights, seats, days, people }, { briefingMin }) {
      if (placed.scene.unit !== "main" || briefingMin === 0) return [];
      return placed.calls.flatMap(({ personId, span }): readonly Bar[] => {
        if (people.get(personId)?.category === "ground-crew") return [];
        const blocks = blocksOf.get(personId);
        // Null: no flight is known.
        const never = onceOf([seats, flights, days, blocks, briefingMin], `unbriefed ${personId}`, () => {
          const own = seats.filter((seat) => seat.personId === personId).map((seat) => seat.flightId);
          return own.length === 0
            ? null
            : arrivalsOf(own, { flights, days }).flatMap(({ stay }): Interval[] => {
                const end = epochSeconds(briefedAt(timeIn(blocks, ["briefing"]), stay, briefingMin));
                return stay.start < end ? [{ start: stay.start, end }] : [];
              });
        });
        if (!never) return [asGap({ part: span, never: ALWAYS })];
        return never.length > 0 ? [{ part: startOf(span), never }] : [];
      });
    },
  },
  sees: ({ subject: { id }, facts }) => [facts.blocksOf.get(id), facts.days, facts.flights, facts.seats],

  // A newcomer is whoever, guest or station crew, comes through a hatch that opens on a day of the plan; who came before it was briefed
  // then. Briefing blocks after that hatch count, in one piece or several. A call during a briefing is station-duty's.
  check({ subject: person, strips, facts }, { briefingMin }) {
    if (briefingMin === 0) return { violations: [], unknown: [] };
    const calls = callsOf(person.id, strips).filter(({ placed }) => placed.scene.unit === "main");
    if (calls.length === 0 || person.category === "ground-crew") return { violations: [], unknown: [] };
    const seats = facts.seats.filter((seat) => seat.personId === person.id);
    if (seats.length === 0) {
      const reason = `${person.shortName}: no flight is known, so that a briefing on arrival is not judged.`;
      return {
        violations: [],
        unknown: [{ span: null, strips: calls.map(({ placed }) => placed.strip.id), reason }],
      };
    }
    const briefings = timeIn(facts.blocksOf.get(person.id), ["briefing"]);
    const arrivals = arrivalsOf(
      seats.map((seat) => seat.flightId),
      facts,
    );
    const violations = gather(arrivals, ({ stay, ship }): readonly Found<ArrivalFacts>[] => {
      const briefed = briefedAt(briefings, stay, briefingMin);
      const early = calls.filter(({ call }) => holds(stay, call.span.start) && call.span.start < briefed);
      const [first] = early;
      if (!first) return [];
      const firstAt = first.call.span.start;
      const had = Math.floor(measure(within(briefings, { start: stay.start, end: firstAt })));
      const about = { person: person.shortName, personId: person.id, ship, hatchAt: stay.start, firstAt };
      return [
        {
          amount: startedMinutes(briefingMin - had),
          span: first.call.span,
          strips: early.map(({ placed }) => placed.strip.id),
          people: [person.id],
          facts: { ...about, scenes: early.length, asked: briefingMin, had },
        },
      ];
    });
    return { violations, unknown: [] };
  },

  explain: ({ person, ship, hatchAt, firstAt, scenes, asked, had }) =>
    `${person}: ${duration(had)} of ${duration(asked)} of safety briefing between the hatch of ${ship} (${moment(hatchAt)}) and the first call (${moment(firstAt)}); ${count(scenes, "strip")} before it is complete.`,

  wants: ({ facts: { hatchAt, firstAt, asked, had }, people }) =>
    hatchAt < firstAt
      ? [
          {
            ...{ kind: "briefing", title: "Safety briefing", source: "Rule arrival-safety [G]" },
            ...{ people, minutes: asked - had, within: { start: hatchAt, end: firstAt } },
          },
        ]
      : [],

  // The briefing right behind the hatch, as it is done; else the first strip after the hour it takes.
  *repairs({ facts: { person, personId, hatchAt, asked, had }, strips: [first] }, { strips }) {
    yield {
      ...blockAdded(
        { personId, kind: "briefing", title: "Safety briefing", source: "Rule arrival-safety [G]" },
        hatchAt,
        asked - had,
      ),
      words: `Safety briefing of ${duration(asked - had)} for ${person} as the hatch opens, ${moment(hatchAt)}`,
    };
    const placed = strips.find(({ strip }) => strip.id === first);
    if (placed) yield startingAt([placed.strip.id, epochSeconds(hatchAt + asked * 60)]);
  },
});

/** From each hatch that opens to a person on a day of the plan until the next one. */
function arrivalsOf(
  legIds: readonly FlightId[],
  { flights, days }: Pick<Facts, "flights" | "days">,
): readonly { readonly stay: Interval; readonly ship: string }[] {
  const legs = flights
    .filter((leg) => leg.direction === "up" && legIds.includes(leg.id))
    .sort((a, b) => a.hatchAt - b.hatchAt);
  return legs
    .map((leg, i) => ({
      ship: leg.ship,
      stay: { start: leg.hatchAt, end: legs[i + 1]?.hatchAt ?? epochSeconds(8.64e12) },
    }))
    .filter(({ stay }) => stay.start < stay.end && shootDayAt(days, stay.start) !== null);
}

/** When a person has had so many minutes of briefing since they came; the end of the stay when never. */
function briefedAt(briefings: Profile, stay: Interval, asked: number): number {
  let left = asked;
  for (const briefing of briefings) {
    const part = intersect(briefing, stay);
    if (!part) continue;
    const min = lengthOf(part);
    if (min >= left) return part.start + left * 60;
    left -= min;
  }
  return stay.end;
}
