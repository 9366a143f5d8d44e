import * as z from "zod";
import { duration, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import type { Interval } from "../base/interval.ts";
import { difference, measure } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import { defineRule } from "../model/rule.ts";
import { barsOfUnknown, everWhenNot } from "./bars.ts";
import { callsOf } from "./duty.ts";

export const aboard = defineRule({
  id: "aboard",
  level: "hard",
  sentence: "Everyone on the main unit is aboard the station for their call.",
  source:
    "Hatch opening of the ship they came in to hatch closing of the ship they leave in: 5 October 15:00 and 16 October 20:41 UTC [S]; facts.md §1.1.",
  unit: "minutes",
  params: z.object({}),
  scope: "person",
  reads: ["aboard"],
  apart: true,
  search: {
    alone: "bars",
    busy({ personId }, { scene }, { aboard }) {
      const stays = scene.unit === "main" ? aboard.get(personId) : undefined;
      return stays ? everWhenNot(stays) : [];
    },
    bars: (placed, { aboard }) =>
      placed.scene.unit === "main" ? barsOfUnknown(placed, ({ personId }) => !aboard.has(personId)) : [],
  },

  // The ship unit works in its ship and the landing unit on the ground: neither waits for the station's hatch.
  check({ subject: person, strips, facts }) {
    const calls = callsOf(person.id, strips).filter(({ placed }) => placed.scene.unit === "main");
    if (calls.length === 0) return { violations: [], unknown: [] };
    const stays = facts.aboard.get(person.id);
    if (!stays) {
      const reason = `${person.shortName} is on the main unit, but no flight is known: name their ships.`;
      return {
        violations: [],
        unknown: [{ span: null, strips: calls.map(({ placed }) => placed.strip.id), reason }],
      };
    }
    return {
      violations: gather(calls, ({ call, placed }) => {
        const away: readonly Interval[] = difference([call.span], stays);
        if (away.length === 0) return [];
        const min = startedMinutes(measure(away));
        return [
          {
            amount: min,
            span: away[0] ?? null,
            strips: [placed.strip.id],
            people: [person.id],
            facts: { person: person.shortName, scene: placed.scene.number, min, away },
          },
        ];
      }),
      unknown: [],
    };
  },

  explain: ({ person, scene, min, away }) =>
    `${person}: ${duration(min)} of the call for scene ${scene} while not aboard (${away.map(spanText).join(", ")}).`,
});
