import * as z from "zod";
import { spanText } from "../base/format.ts";
import { type Interval, lengthOf } from "../base/interval.ts";
import { difference, measure, type Profile, profile } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import { defineRule } from "../model/rule.ts";
import { UNIT_NAMES } from "../model/window.ts";

export const insideWindow = defineRule({
  id: "inside-window",
  level: "hard",
  sentence: "Every placement lies inside the shoot window of its unit, on a day that is open.",
  source: "Hatch opening 5 October 15:00 UTC to hatch closing 16 October 20:41 UTC (NASA); facts.md §1.1.",
  unit: "minutes",
  params: z.object({}),
  scope: "strip",
  reads: ["windows", "days"],

  check({ subject: { strip, scene, span }, facts: { windows, days } }) {
    const open = profile(
      windows.filter((w) => w.unit === scene.unit).map((w) => ({ start: w.startsAt, end: w.endsAt })),
    );
    const closed: Profile =
      scene.unit === "main"
        ? profile(days.filter((d) => d.isClosed).map((d) => ({ start: d.wakesAt, end: d.sleepsAt })))
        : [];
    const outside = difference([span], difference(open, closed));
    if (outside.length === 0) return { violations: [], unknown: [] };
    const facts = {
      scene: scene.number,
      unit: UNIT_NAMES[scene.unit],
      outside: outside as readonly Interval[],
    };
    return {
      violations: [
        {
          amount: startedMinutes(measure(outside)),
          span: outside[0] ?? null,
          strips: [strip.id],
          people: [],
          facts,
        },
      ],
      unknown: [],
    };
  },

  explain: ({ scene, unit, outside }) =>
    `Scene ${scene}: ${outside.map((span) => `${startedMinutes(lengthOf(span))} min`).join(" and ")} outside the window of the ${unit.toLowerCase()} (${outside.map(spanText).join(", ")}).`,
});
