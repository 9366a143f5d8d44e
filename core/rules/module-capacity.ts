import * as z from "zod";
import { spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { hull, type Interval, intersect, lengthOf, overlaps } from "../base/interval.ts";
import { levels, type Profile, profile } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import type { PersonId } from "../model/ids.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule } from "../model/rule.ts";
import { blocksInOrder, meeting } from "./whereabouts.ts";

/** Placements that overlap or touch, together. They come in order of start. */
function stretches(strips: readonly Placed[]) {
  const found: { filming: Interval; during: Placed[] }[] = [];
  for (const placed of strips) {
    const last = found.at(-1);
    if (last && placed.span.start <= last.filming.end) {
      last.filming = hull(last.filming, placed.span);
      last.during.push(placed);
    } else found.push({ filming: placed.span, during: [placed] });
  }
  return found;
}

/** Unbroken stretches with more people than there may be. */
function crowds(stays: readonly Profile[], capacity: number) {
  const runs: { span: Interval; over: number; peak: number }[] = [];
  for (const { span, value } of levels(gather(stays, (own) => own.map((s) => ({ span: s, weight: 1 }))))) {
    if (value <= capacity) continue;
    const over = (value - capacity) * lengthOf(span);
    const last = runs.at(-1);
    if (last?.span.end === span.start) {
      last.span = { start: last.span.start, end: span.end };
      last.over += over;
      last.peak = Math.max(last.peak, value);
    } else runs.push({ span, over, peak: value });
  }
  return runs;
}

export const moduleCapacity = defineRule({
  id: "module-capacity",
  level: "hard",
  sentence: "No module holds more people than it may while filming.",
  source: "Working assumption for each module [G]; the modules carry their numbers and sources.",
  unit: "people × min",
  params: z.object({}),
  scope: "module",
  reads: ["people", "blocksIn", "exerciseIn", "modules"],
  apart: true,
  sees: ({ subject: { id }, facts }) => [facts.people, facts.blocksIn.get(id), facts.exerciseIn.get(id)],
  search: {
    alone: "start",
    concerns: ({ moduleId, calls }, { modules, blocksIn, exerciseIn }) => {
      const module = moduleId === null ? undefined : modules.get(moduleId);
      const blocks = module ? [...(exerciseIn.get(module.id) ?? []), ...(blocksIn.get(module.id) ?? [])] : [];
      const people = new Set([...calls, ...blocks].map(({ personId }) => personId));
      return module !== undefined && people.size > module.capacity;
    },
  },

  // A person counts for the whole of their call, and once however many calls they have there at a time; so does who has a block there,
  // such as exercise, while a placement stands, from its rig to its strike. One finding for each unbroken stretch over the capacity.
  check({ subject: module, strips, facts: { people, blocksIn, exerciseIn } }) {
    const timelines = gather([exerciseIn.get(module.id), blocksIn.get(module.id)], (blocks) =>
      blocks ? [blocksInOrder(blocks)] : [],
    );
    const violations = gather(stretches(strips), ({ filming, during }) => {
      const calls = gather(during, (p) => p.calls);
      const blocks = gather(timelines, (own) => meeting(own, filming));
      const here = new Map<PersonId, Interval[]>();
      const stay = (personId: PersonId, span: Interval | null) => {
        if (!span) return;
        const known = here.get(personId);
        if (known) known.push(span);
        else here.set(personId, [span]);
      };
      for (const { personId, span } of calls) stay(personId, span);
      for (const { block, span } of blocks) stay(block.personId, intersect(span, filming));
      if (here.size <= module.capacity) return [];
      const called = new Set(calls.map((call) => call.personId));
      return crowds([...here.values()].map(profile), module.capacity).map(({ span, over, peak }) => {
        const there = [...here].filter(
          ([id, stays]) => people.has(id) && stays.some((s) => overlaps(s, span)),
        );
        const ids = there.map(([id]) => id);
        const facts = {
          module: module.name,
          capacity: module.capacity,
          peak,
          over: startedMinutes(over),
          span,
          others: ids.filter((id) => !called.has(id)).map((id) => people.get(id)?.shortName ?? ""),
        };
        const strips = during.filter((p) => overlaps(p.span, span)).map((p) => p.strip.id);
        return { amount: facts.over, span, strips, people: ids, facts };
      });
    });
    return { violations, unknown: [] };
  },

  explain: ({ module, capacity, peak, over, span, others }) =>
    `${module}: up to ${peak} people where ${capacity} may be (${spanText(span)}), ${over} people × min over${others.length > 0 ? `; there but not called: ${others.join(", ")}` : ""}.`,
});
