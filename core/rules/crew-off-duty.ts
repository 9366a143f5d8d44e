import * as z from "zod";
import { dayMonth, duration, list, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { type Interval, utcDay } from "../base/interval.ts";
import { measure, within } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import type { BlockKind } from "../model/block.ts";
import { parameter } from "../model/parameter.ts";
import type { Call } from "../model/placed.ts";
import { defineRule, type Level } from "../model/rule.ts";
import { barsOfBlind, barsOfCalls } from "./bars.ts";
import { A_DAY, callsOf, dateFor, minutesByDate, PERSONAL_TIME, timeIn, withoutBlocksNear } from "./duty.ts";
import { added, changed } from "./offers.ts";

const OFF: Record<(typeof PERSONAL_TIME)[number], string> = {
  "post-sleep": "post-sleep",
  "pre-sleep": "pre-sleep",
  "off-duty": "off-duty time",
};

export const crewOffDuty = defineRule({
  id: "crew-off-duty",
  level: "hard",
  sentence: "No filming in a person's pre-sleep, post-sleep or off-duty time without their consent.",
  source:
    "06:00–07:30 and 19:30–21:30 GMT [S], Saturday after 13:00 and Sunday off [S2/G]; facts.md §3.5. The times are blocks in the plan. One point a minute of the film's own crew [G]: twice what a minute of others costs.",
  unit: "minutes",
  params: z.object({
    pointsPerMinute: parameter(
      "Weight of a minute of the film's own crew",
      "points",
      z.number().min(0).max(1_000).default(1),
    ),
  }),
  pointsPerUnit: (p) => p.pointsPerMinute,
  scope: "person",
  reads: ["blocksOf", "consents", "days", "people"],
  apart: true,
  near: { blocksOf: { before: A_DAY, after: A_DAY } },
  // Where there is consent it turns on how much of it is left.
  search: {
    alone: "bars",
    // The film's own crew may choose to work then; nobody proposes it to them.
    caution: (placed, { blocksOf, people }) =>
      barsOfCalls(placed, ({ personId }) =>
        people.get(personId)?.category === "film-crew" ? timeIn(blocksOf.get(personId), PERSONAL_TIME) : [],
      ),
    busy: ({ personId }, _, { blocksOf, consents, people }) =>
      people.get(personId)?.category === "expedition-crew" && !consents.some((c) => c.personId === personId)
        ? timeIn(blocksOf.get(personId), PERSONAL_TIME)
        : [],
    bars(placed, { blocksOf, people }) {
      const off = ({ personId }: Call) => timeIn(blocksOf.get(personId), PERSONAL_TIME);
      const keepsTimes = ({ personId }: Call) => people.get(personId)?.category !== "ground-crew";
      return barsOfBlind({ ...placed, calls: placed.calls.filter(keepsTimes) }, off);
    },
  },
  sees: ({ subject: { id }, facts }) => [facts.blocksOf.get(id), facts.consents, facts.days],

  // Hard for the station's crew; soft for the film's own, who may choose to work; the ground keeps no such times.
  check({ subject: person, strips, facts: { blocksOf, consents, days } }) {
    if (person.category === "ground-crew") return { violations: [], unknown: [] };
    const level: Level = person.category === "expedition-crew" ? "hard" : "soft";
    const blocks = blocksOf.get(person.id);
    const off = timeIn(blocks, PERSONAL_TIME);
    // Consent is minutes of a shoot day's date: the earliest calls use them first.
    const given = minutesByDate(consents, person.id);
    const used = new Map<string, number>();
    const calls = callsOf(person.id, strips);
    const violations = gather(calls, ({ call, placed }) => {
      const lost: readonly Interval[] = within(off, call.span);
      if (lost.length === 0) return [];
      const date = dateFor(days, call.span);
      const min = startedMinutes(measure(lost));
      const consented = Math.min(min, (given.get(date) ?? 0) - (used.get(date) ?? 0));
      used.set(date, (used.get(date) ?? 0) + consented);
      if (consented === min) return [];
      const inKind = (kind: BlockKind) => within(timeIn(blocks, [kind]), call.span).length > 0;
      const facts = {
        person: person.shortName,
        scene: placed.scene.number,
        date,
        min: min - consented,
        consented,
        kinds: PERSONAL_TIME.filter(inKind).map((kind) => OFF[kind]),
        lost,
      };
      const found = { amount: facts.min, span: lost[0] ?? null, strips: [placed.strip.id] };
      return [{ ...found, people: [person.id], facts, level }];
    });
    const blind = withoutBlocksNear(
      calls.filter(({ placed }) => placed.scene.unit === "main"),
      off,
    );
    if (blind.length === 0) return { violations, unknown: [] };
    const reason = `${person.shortName}: no post-sleep, pre-sleep or off-duty time in the plan within a day of the call.`;
    return {
      violations,
      unknown: [{ span: null, strips: blind.map(({ placed }) => placed.strip.id), reason }],
    };
  },

  explain: ({ person, scene, min, consented, kinds, lost }) =>
    `${person}: ${duration(min)} of scene ${scene} in ${list(kinds)} without consent (${lost.map(spanText).join(", ")}${consented > 0 ? `; ${duration(consented)} by consent` : ""}).`,

  // Asked for, and theirs to give: all of it on the date that the call counts for.
  *repairs({ facts: { person, date, min }, people: [personId] }, { facts: { consents } }) {
    if (!personId) return;
    const given = consents.find((c) => c.personId === personId && c.date === date);
    yield {
      ...(given
        ? changed("consent", given.id, { minutes: given.minutes + min })
        : added("consent", {
            id: `${personId}-${date}-asked`.slice(0, 64),
            ...{ personId, date, minutes: min, note: "To be asked", source: "Asked for" },
          })),
      words: `${duration(min)} more of ${person}’s own time on ${dayMonth(utcDay(date).start)}, if they consent`,
      price: `${person} must consent first; the plan then counts it as given`,
    };
  },
});
