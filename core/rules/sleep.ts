import * as z from "zod";
import { duration, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import type { Interval } from "../base/interval.ts";
import { measure, within } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import { defineRule } from "../model/rule.ts";
import { barsOfBlind } from "./bars.ts";
import { A_DAY, callsOf, timeIn, withoutBlocksNear } from "./duty.ts";

export const sleep = defineRule({
  id: "sleep",
  level: "hard",
  sentence: "Nobody works in their own sleep periods.",
  source:
    "21:30–06:00 GMT [S], departing crew shifted before undocking, nap of 4 h [G]; facts.md §3.5. The periods are blocks in the plan.",
  unit: "minutes",
  params: z.object({}),
  scope: "person",
  reads: ["blocksOf"],
  apart: true,
  near: { blocksOf: { before: A_DAY, after: A_DAY } },
  search: {
    alone: "bars",
    busy: ({ personId }, _, { blocksOf }) => timeIn(blocksOf.get(personId), ["sleep"]),
    bars: (placed, { blocksOf }) =>
      barsOfBlind(placed, ({ personId }) => timeIn(blocksOf.get(personId), ["sleep"])),
  },
  sees: ({ subject: { id }, facts }) => [facts.blocksOf.get(id)],

  check({ subject: person, strips, facts: { blocksOf } }) {
    const calls = callsOf(person.id, strips);
    const asleep = timeIn(blocksOf.get(person.id), ["sleep"]);
    const violations = gather(calls, ({ call, placed }) => {
      const lost: readonly Interval[] = within(asleep, call.span);
      if (lost.length === 0) return [];
      const min = startedMinutes(measure(lost));
      const facts = { person: person.shortName, scene: placed.scene.number, min, lost };
      const strips = [placed.strip.id];
      return [{ amount: min, span: lost[0] ?? null, strips, people: [person.id], facts }];
    });
    // The ground goes home at night, and the ship unit films in the hours of its flight: only aboard must sleep stand in the plan.
    const blind = withoutBlocksNear(
      calls.filter(({ placed }) => placed.scene.unit === "main"),
      asleep,
    );
    if (blind.length === 0) return { violations, unknown: [] };
    const reason = `${person.shortName}: no sleep in the plan within a day of the call.`;
    return {
      violations,
      unknown: [{ span: null, strips: blind.map(({ placed }) => placed.strip.id), reason }],
    };
  },

  explain: ({ person, scene, min, lost }) =>
    `${person}: ${duration(min)} of scene ${scene} in sleep (${lost.map(spanText).join(", ")}).`,
});
