import * as z from "zod";
import { duration, moment } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { elapsedMinutes } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import { once, onceOf } from "../base/once.ts";
import { type Profile, profile } from "../base/profile.ts";
import { epochSeconds, startedMinutes } from "../base/quantity.ts";
import type { CrewBlock } from "../model/block.ts";
import type { ShootDay } from "../model/day.ts";
import type { StripId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule } from "../model/rule.ts";
import { asGap, startOf, stretchesOf, whenNot } from "./bars.ts";
import { type CallDay, callDaysOf, STATION_DUTY, shootDayAt, spansOf } from "./duty.ts";
import { remembered } from "./whereabouts.ts";

interface Duty {
  readonly span: Interval;
  readonly stripId: StripId | null;
}
interface DutyDay {
  readonly first: Duty;
  readonly last: Duty;
}

const NO_BLOCKS: readonly CrewBlock[] = [];
const NOTHING: readonly never[] = [];

/** Rest before a day's first station duty and after its last, as far as it lies outside the day. */
const restAround = (blocks: readonly CrewBlock[], days: readonly ShootDay[], rest: number): Profile =>
  onceOf([blocks, days, rest], "rest around duty", () => {
    const spans = new Map<ShootDay, { first: number; last: number }>();
    for (const { start, end } of spansOf(blocks, STATION_DUTY)) {
      const day = shootDayAt(days, start);
      if (!day) continue;
      const known = spans.get(day) ?? { first: start, last: end };
      spans.set(day, { first: Math.min(known.first, start), last: Math.max(known.last, end) });
    }
    return profile(
      gather(stretchesOf(days), ({ start, end }, i) => {
        const own = spans.get(days[i] as ShootDay);
        return own
          ? [
              { start: epochSeconds(own.first - rest), end: start },
              { start: end, end: epochSeconds(own.last + rest) },
            ].filter((span) => span.start < span.end)
          : [];
      }),
    );
  });

/** Of each shoot day a person's station duty, from its first block to its last. */
const stationDays = (
  blocks: readonly CrewBlock[],
  days: readonly ShootDay[],
): ReadonlyMap<ShootDay, DutyDay> =>
  onceOf([blocks, days], "days of station duty", () => {
    const found = new Map<ShootDay, DutyDay>();
    for (const span of spansOf(blocks, STATION_DUTY)) {
      const day = shootDayAt(days, span.start);
      if (day) found.set(day, longer(found.get(day), { span, stripId: null }));
    }
    return found;
  });

const longer = (day: DutyDay | undefined, duty: Duty): DutyDay =>
  day === undefined
    ? { first: duty, last: duty }
    : {
        first: duty.span.start < day.first.span.start ? duty : day.first,
        last: duty.span.end > day.last.span.end ? duty : day.last,
      };

const ofCalls = remembered(({ calls }: CallDay) => {
  const duties = calls.map(({ call, placed }): Duty => ({ span: call.span, stripId: placed.strip.id }));
  return duties.reduce<DutyDay | undefined>(longer, undefined) as DutyDay;
});

export const turnaround = defineRule({
  id: "turnaround",
  level: "hard",
  sentence:
    "From the end of the last duty of a shoot day to the first of the next, a person rests long enough.",
  source: "10 h, common for crews [S2]; SAG-AFTRA asks 12 h [S]: set the shortest rest to 12 h. facts.md §7.",
  unit: "minutes missing",
  params: z.object({
    minRestHours: parameter("Shortest rest", "h", z.number().positive().max(24).default(10)),
  }),
  scope: "person",
  reads: ["blocksOf", "days"],
  search: {
    alone: "bars",
    // Whoever wraps so long before the next day wakes may be called when it does.
    caution: (placed, { days }, { minRestHours }) =>
      placed.calls.map(({ span }) => ({
        part: span,
        never: profile(
          stretchesOf(days).flatMap(({ end }, i) => {
            const next = days[i + 1];
            const wrap = next ? epochSeconds(next.wakesAt - minRestHours * 3_600) : end;
            return wrap < end ? [{ start: wrap, end }] : [];
          }),
        ),
      })),
    busy: ({ personId }, _, { blocksOf, days }, { minRestHours }) =>
      restAround(blocksOf.get(personId) ?? NO_BLOCKS, days, minRestHours * 3_600),
    bars(placed, { days }) {
      const never = once(days, "on no shoot day", () => whenNot(profile(stretchesOf(days))));
      return placed.calls.map(({ span }) => asGap({ part: startOf(span), never }));
    },
  },
  sees: ({ subject: { id }, facts }) => [facts.blocksOf.get(id), facts.days],

  check(group, { minRestHours }) {
    const { subject: person, strips, facts } = group;
    const { blocksOf, days } = facts;
    if (strips.length === 0) return { violations: [], unknown: [] };
    const perDay = new Map<ShootDay, DutyDay>();
    const dateless: StripId[] = [];
    for (const called of callDaysOf(person.id, group, days)) {
      if (called.day) perDay.set(called.day, ofCalls(called));
      else dateless.push(...called.calls.map(({ placed }) => placed.strip.id));
    }
    const station = stationDays(blocksOf.get(person.id) ?? NO_BLOCKS, days);
    const worked = gather(days, (day) => {
      const [called, own] = [perDay.get(day), station.get(day)];
      const worked = called && own ? longer(longer(called, own.first), own.last) : (called ?? own);
      return worked ? [worked] : NOTHING;
    });
    const violations = gather(worked, ({ first }, i) => {
      const last = worked[i - 1]?.last;
      if (!last) return NOTHING;
      // Between two station duties the rest is the station's own affair.
      if (last.stripId === null && first.stripId === null) return NOTHING;
      const rest = Math.max(0, elapsedMinutes(last.span.end, first.span.start));
      const short = startedMinutes(minRestHours * 60 - rest);
      if (short <= 0) return NOTHING;
      const strips = [...new Set([last.stripId, first.stripId].filter((id) => id !== null))];
      const [end, start] = [last.span.end, first.span.start];
      const facts = { person: person.shortName, rest, minRest: minRestHours * 60, end, start };
      return [
        {
          amount: short,
          span: end < start ? { start: end, end: start } : null,
          strips,
          people: [person.id],
          facts,
        },
      ];
    });
    const reason = `${person.shortName}: a call lies on no shoot day; the rest around it is not judged.`;
    return { violations, unknown: dateless.length > 0 ? [{ span: null, strips: dateless, reason }] : [] };
  },

  explain: ({ person, rest, minRest, end, start }) =>
    `${person}: ${duration(rest)} of rest from ${moment(end)} to ${moment(start)}, ${duration(startedMinutes(minRest - rest))} under ${duration(minRest)}.`,
});
