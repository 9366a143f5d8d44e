import * as z from "zod";
import { spanText } from "../base/format.ts";
import { type Interval, lengthOf, overlaps } from "../base/interval.ts";
import { levels, profile } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import type { PersonId } from "../model/ids.ts";
import { defineRule } from "../model/rule.ts";

export const moduleCapacity = defineRule({
  id: "module-capacity",
  level: "hard",
  sentence: "No module holds more people on call than it may while filming.",
  source: "Working assumption for each module [G]; the modules carry their numbers and sources.",
  unit: "people × min",
  params: z.object({}),
  scope: "module",
  reads: ["people"],

  // A person counts for the whole of their call, and once however many calls they have there at a time. One finding for each
  // unbroken stretch over the capacity.
  check({ subject: module, strips, facts: { people } }) {
    const here = new Map<PersonId, Interval[]>();
    for (const { calls } of strips)
      for (const { personId, span } of calls) here.set(personId, [...(here.get(personId) ?? []), span]);
    if (here.size <= module.capacity) return { violations: [], unknown: [] };
    const runs: { span: Interval; over: number; peak: number }[] = [];
    const bound = [...here.values()].flatMap((spans) => profile(spans).map((span) => ({ span, weight: 1 })));
    for (const { span, value } of levels(bound)) {
      if (value <= module.capacity) continue;
      const over = (value - module.capacity) * lengthOf(span);
      const last = runs.at(-1);
      if (last?.span.end === span.start) {
        last.span = { start: last.span.start, end: span.end };
        last.over += over;
        last.peak = Math.max(last.peak, value);
      } else runs.push({ span, over, peak: value });
    }
    const violations = runs.map(({ span, over, peak }) => {
      const during = strips.filter((p) => p.calls.some((call) => overlaps(call.span, span)));
      const there = during.flatMap((p) => p.calls.filter((call) => overlaps(call.span, span)));
      const ids = [...new Set(there.map((call) => call.personId))].filter((id) => people.has(id));
      const facts = {
        module: module.name,
        capacity: module.capacity,
        peak,
        over: startedMinutes(over),
        span,
      };
      return { amount: facts.over, span, strips: during.map((p) => p.strip.id), people: ids, facts };
    });
    return { violations, unknown: [] };
  },

  explain: ({ module, capacity, peak, over, span }) =>
    `${module}: up to ${peak} people where ${capacity} may be (${spanText(span)}), ${over} people × min over.`,
});
