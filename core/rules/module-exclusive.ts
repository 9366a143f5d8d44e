import * as z from "zod";
import { spanText } from "../base/format.ts";
import { intersect, lengthOf } from "../base/interval.ts";
import { startedMinutes } from "../base/quantity.ts";
import { defineRule } from "../model/rule.ts";

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

  // One finding for every pair; strips come by start, so that the pairs of one end with the first strip after it.
  check({ subject: module, strips }) {
    const violations = strips.flatMap((first, i) => {
      const after = strips.slice(i + 1);
      const clear = after.findIndex((second) => second.span.start >= first.span.end);
      return (clear < 0 ? after : after.slice(0, clear)).flatMap((second) => {
        const both = intersect(first.span, second.span);
        if (!both) return [];
        const min = startedMinutes(lengthOf(both));
        const scenes = [first.scene.number, second.scene.number] as const;
        const facts = { module: module.name, scenes, min, both };
        return [{ amount: min, span: both, strips: [first.strip.id, second.strip.id], people: [], facts }];
      });
    });
    return { violations, unknown: [] };
  },

  explain: ({ module, scenes: [first, second], min, both }) =>
    `${module}: ${first === second ? `two parts of scene ${first}` : `scenes ${first} and ${second}`} overlap by ${min} min (${spanText(both)}).`,
});
