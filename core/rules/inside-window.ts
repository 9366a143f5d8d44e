import * as z from "zod";
import { duration, spanText } from "../base/format.ts";
import { type Interval, lengthOf } from "../base/interval.ts";
import { onceOf } from "../base/once.ts";
import { difference, measure, type Profile, profile } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import type { Facts } from "../model/facts.ts";
import { defineRule } from "../model/rule.ts";
import type { Scene } from "../model/scene.ts";
import { UNIT_NAMES } from "../model/window.ts";
import { everWhenNot } from "./bars.ts";

/** When a unit may film. A closed day is closed to the main unit. */
const openTo = (unit: Scene["unit"], { windows, days }: Pick<Facts, "windows" | "days">): Profile =>
  onceOf([windows, days, unit], "open to a unit", () => {
    const open = profile(
      windows.filter((w) => w.unit === unit).map((w) => ({ start: w.startsAt, end: w.endsAt })),
    );
    const closed = unit === "main" ? days.filter((d) => d.isClosed) : [];
    return difference(open, profile(closed.map((d) => ({ start: d.wakesAt, end: d.sleepsAt }))));
  });

export const insideWindow = defineRule({
  id: "inside-window",
  level: "hard",
  sentence: "Every placement lies inside the shoot window of its unit, on a day that is open.",
  source: "Hatch opening 5 October 15:00 UTC to hatch closing 16 October 20:41 UTC (NASA); facts.md §1.1.",
  unit: "minutes",
  params: z.object({}),
  scope: "strip",
  reads: ["windows", "days"],
  search: {
    alone: "bars",
    bars: ({ scene, span }, facts) => [{ part: span, never: everWhenNot(openTo(scene.unit, facts)) }],
  },

  check({ subject: { strip, scene, span }, facts }) {
    const outside = difference([span], openTo(scene.unit, facts));
    if (outside.length === 0) return { violations: [], unknown: [] };
    const about = {
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
          facts: about,
        },
      ],
      unknown: [],
    };
  },

  explain: ({ scene, unit, outside }) =>
    `Scene ${scene}: ${outside.map((span) => duration(startedMinutes(lengthOf(span)))).join(" and ")} outside the window of the ${unit.toLowerCase()} (${outside.map(spanText).join(", ")}).`,
});
