import * as z from "zod";
import { duration, spanText } from "../base/format.ts";
import { type Interval, intersect, lengthOf } from "../base/interval.ts";
import { startedMinutes } from "../base/quantity.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type Found } from "../model/rule.ts";

interface Shared {
  readonly module: string;
  readonly scenes: readonly [string, string];
  readonly min: number;
  readonly both: Interval;
}

export const moduleExclusive = defineRule({
  id: "module-exclusive",
  level: "hard",
  sentence: "A module holds one placement at a time, from rig to strike.",
  source: "House rule: a module dressed and lit for one scene serves no other.",
  unit: "minutes",
  params: z.object({}),
  scope: "module",
  reads: [],
  apart: true,

  // One finding for every pair. Strips come by start: with the first that shares nothing the pairs of one end.
  check({ subject: module, strips }) {
    const violations: Found<Shared>[] = [];
    for (const [i, first] of strips.entries())
      for (let j = i + 1; j < strips.length; j++) {
        const second = strips[j] as Placed;
        const both = intersect(first.span, second.span);
        if (!both) break;
        const min = startedMinutes(lengthOf(both));
        violations.push({
          amount: min,
          span: both,
          strips: [first.strip.id, second.strip.id],
          people: [],
          facts: { module: module.name, scenes: [first.scene.number, second.scene.number], min, both },
        });
      }
    return { violations, unknown: [] };
  },

  explain: ({ module, scenes: [first, second], min, both }) =>
    `${module}: ${first === second ? `two parts of scene ${first}` : `scenes ${first} and ${second}`} overlap by ${duration(min)} (${spanText(both)}).`,
});
