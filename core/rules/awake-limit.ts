import * as z from "zod";
import { duration, moment, spanText } from "../base/format.ts";
import { elapsedMinutes } from "../base/instant.ts";
import { type Interval, lengthOf } from "../base/interval.ts";
import { onceOf } from "../base/once.ts";
import { difference, type Profile, profile } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, startedMinutes } from "../base/quantity.ts";
import type { CrewBlock } from "../model/block.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule, type Found, type NotJudged } from "../model/rule.ts";
import { asGap, startOf, whenNot } from "./bars.ts";
import { callsOf, dateFor, minutesByDate, timeIn } from "./duty.ts";

interface AwakeFacts {
  readonly person: string;
  readonly scene: string;
  readonly wokeAt: EpochSeconds;
  readonly min: number;
  readonly limit: number;
  /** Where the call runs past it. */
  readonly absolute: number | null;
  readonly consented: number;
  readonly over: Interval;
}

/** A person who has no sleep in the plan for so long has it missing there, not in bed [G]. */
const NO_SLEEP_KNOWN_S = 48 * 3_600;

const NO_BLOCKS: readonly CrewBlock[] = [];

/** So long after each sleep, or until the next one has ended. */
const since = (slept: Profile, mostS: number): Profile =>
  profile(
    slept.map(({ end }, i) => ({
      start: end,
      end: epochSeconds(Math.min(end + mostS, slept[i + 1]?.end ?? Number.POSITIVE_INFINITY)),
    })),
  );

/** When a person has been awake too long, and when nobody knows for how long. Asleep they are the rule sleep's. */
const awake = (blocks: readonly CrewBlock[], hours: number, leastMin: number) =>
  onceOf([blocks, hours, leastMin], "awake too long", () => {
    const asleep = timeIn(blocks, ["sleep"]);
    const slept = asleep.filter((s) => lengthOf(s) >= leastMin);
    const known = since(slept, NO_SLEEP_KNOWN_S + 1);
    return {
      tooLong: difference(difference(known, since(slept, hours * 3_600)), asleep),
      unknown: difference(whenNot(known), asleep),
    };
  });

export const awakeLimit = defineRule({
  id: "awake-limit",
  level: "hard",
  sentence:
    "Nobody films who has been awake too long; a person's own consent stretches the limit, never beyond the absolute one.",
  source:
    "16 h, 18 h absolute [G]; a nap of 2 h counts [G], the first part of split sleep was 2.6 h [S], facts.md §3.5. On 5 October 2021 awake since about 00:30 [G].",
  unit: "minutes over",
  params: z.object({
    hours: parameter("Awake at most", "h", z.number().positive().max(72).default(16)),
    absoluteHours: parameter("Awake at most, with consent", "h", z.number().positive().max(72).default(18)),
    leastSleepMin: parameter(
      "Shortest sleep that counts",
      "min",
      z.number().int().min(1).max(720).default(120),
    ),
  }),
  scope: "person",
  reads: ["blocksOf", "consents", "days"],
  // Where there is consent it turns on how much of it is left. On the ground and in the ship unknown sleep is no gap.
  search: {
    alone: "bars",
    busy({ personId }, _, { blocksOf, consents }, p) {
      const isConsenting = consents.some((c) => c.personId === personId);
      const hours = isConsenting ? Math.max(p.hours, p.absoluteHours) : p.hours;
      return awake(blocksOf.get(personId) ?? NO_BLOCKS, hours, p.leastSleepMin).tooLong;
    },
    bars: ({ scene, calls }, { blocksOf }, p) =>
      scene.unit === "main"
        ? calls.map(({ personId, span }) => {
            const blocks = blocksOf.get(personId) ?? NO_BLOCKS;
            return asGap({ part: startOf(span), never: awake(blocks, p.hours, p.leastSleepMin).unknown });
          })
        : [],
  },
  sees: ({ subject: { id }, facts }) => [facts.blocksOf.get(id), facts.consents, facts.days],

  // Awake since the end of the last sleep block, less what calls take of it, that is long enough to be sleep. Between the two limits
  // consent given for that day covers the minutes, the earliest call first, as in crew-off-duty; past the absolute one nothing does.
  check({ subject: person, strips, facts: { blocksOf, consents, days } }, p) {
    const calls = callsOf(person.id, strips);
    if (calls.length === 0) return { violations: [], unknown: [] };
    const slept = difference(
      timeIn(blocksOf.get(person.id), ["sleep"]),
      profile(calls.map(({ call }) => call.span)),
    ).filter((span) => lengthOf(span) >= p.leastSleepMin);
    const left = new Map(minutesByDate(consents, person.id));
    const violations: Found<AwakeFacts>[] = [];
    const unknown: NotJudged[] = [];
    let next = 0;
    for (const { call, placed } of calls) {
      while (next < slept.length && (slept[next] as Interval).end <= call.span.start) next++;
      const wokeAt = slept[next - 1]?.end;
      if (wokeAt === undefined || wokeAt < call.span.start - NO_SLEEP_KNOWN_S) {
        // The ground goes home at night, and the ship unit flies before anyone has slept aboard: only there must sleep stand in the plan.
        if (placed.scene.unit === "main") {
          const reason = `${person.shortName}: no sleep in the plan in the two days before the call for scene ${placed.scene.number}.`;
          unknown.push({ span: call.span, strips: [placed.strip.id], reason });
        }
        continue;
      }
      if (call.span.end <= wokeAt + p.hours * 3_600) continue;
      const past = (hours: number) =>
        epochSeconds(Math.max(call.span.start, Math.min(call.span.end, wokeAt + hours * 3_600)));
      const [limit, absolute] = [past(p.hours), past(Math.max(p.hours, p.absoluteHours))];
      const ofLimit = startedMinutes(elapsedMinutes(limit, absolute));
      const ofAbsolute = startedMinutes(elapsedMinutes(absolute, call.span.end));
      if (ofLimit + ofAbsolute === 0) continue;
      const date = dateFor(days, call.span);
      const consented = Math.min(ofLimit, left.get(date) ?? 0);
      left.set(date, (left.get(date) ?? 0) - consented);
      const min = ofLimit - consented + ofAbsolute;
      if (min === 0) continue;
      const over = { start: limit, end: call.span.end };
      const absoluteHours = Math.max(p.hours, p.absoluteHours);
      violations.push({
        amount: min,
        span: over,
        strips: [placed.strip.id],
        people: [person.id],
        facts: {
          person: person.shortName,
          scene: placed.scene.number,
          wokeAt,
          min,
          limit: p.hours,
          absolute: ofAbsolute > 0 ? absoluteHours : null,
          consented,
          over,
        },
      });
    }
    return { violations, unknown };
  },

  explain: ({ person, scene, wokeAt, min, limit, absolute, consented, over }) =>
    `${person}: ${duration(min)} of scene ${scene} after ${duration(limit * 60)} awake (${spanText(over)}; up since ${moment(wokeAt)}${consented > 0 ? `; ${consented} min by consent` : ""}${absolute === null ? "" : `; past ${duration(absolute * 60)} no consent counts`}).`,
});
