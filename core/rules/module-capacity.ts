import * as z from "zod";
import { spanText } from "../base/format.ts";
import { type Interval, lengthOf, overlaps } from "../base/interval.ts";
import { intersection, levels, type Profile, profile } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import type { CrewBlock } from "../model/block.ts";
import type { Facts } from "../model/facts.ts";
import type { ModuleId, PersonId } from "../model/ids.ts";
import { defineRule } from "../model/rule.ts";
import { blockSpan } from "./duty.ts";
import { blocksInOrder, meeting, remembered } from "./whereabouts.ts";

/** Blocks by the module in which the plan puts them, but for sleep behind a cabin's door, and exercise, which its device places. */
const blocksByModule = remembered((blocksOf: Facts["blocksOf"]) => {
  const rooms = new Map<ModuleId, CrewBlock[]>();
  for (const blocks of blocksOf.values())
    for (const block of blocks) {
      if (block.moduleId === null || block.kind === "sleep" || block.kind === "exercise") continue;
      const here = rooms.get(block.moduleId);
      if (here) here.push(block);
      else rooms.set(block.moduleId, [block]);
    }
  return rooms as ReadonlyMap<ModuleId, readonly CrewBlock[]>;
});

export const moduleCapacity = defineRule({
  id: "module-capacity",
  level: "hard",
  sentence: "No module holds more people than it may while filming.",
  source: "Working assumption for each module [G]; the modules carry their numbers and sources.",
  unit: "people × min",
  params: z.object({}),
  scope: "module",
  reads: ["people", "blocksOf", "exerciseIn"],

  // A person counts for the whole of their call, and once however many calls they have there at a time; so does who has a block there,
  // such as exercise, while a placement stands, from its rig to its strike. One finding for each unbroken stretch over the capacity.
  check({ subject: module, strips, facts: { people, blocksOf, exerciseIn } }) {
    if (strips.length === 0) return { violations: [], unknown: [] };
    const filming = profile(strips.map((p) => p.span));
    const here = new Map<PersonId, Interval[]>();
    const stay = (personId: PersonId, span: Interval) => {
      const known = here.get(personId);
      if (known) known.push(span);
      else here.set(personId, [span]);
    };
    for (const { calls } of strips) for (const { personId, span } of calls) stay(personId, span);
    const called = new Map([...here].map(([id, spans]) => [id, spans.length]));
    const blocks = [exerciseIn.get(module.id), blocksByModule(blocksOf).get(module.id)];
    for (const own of blocks)
      for (const span of own ? filming : [])
        for (const { block } of meeting(blocksInOrder(own ?? []), span)) {
          const during = blockSpan(block);
          for (const part of during ? intersection([during], [span]) : []) stay(block.personId, part);
        }
    if (here.size <= module.capacity) return { violations: [], unknown: [] };
    const present = new Map<PersonId, Profile>([...here].map(([id, spans]) => [id, profile(spans)]));
    const runs: { span: Interval; over: number; peak: number }[] = [];
    const bound = [...present.values()].flatMap((spans) => spans.map((span) => ({ span, weight: 1 })));
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
      const during = strips.filter((p) => overlaps(p.span, span));
      const there = [...present].filter(([, stays]) => stays.some((s) => overlaps(s, span)));
      const ids = there.map(([id]) => id).filter((id) => people.has(id));
      const others = ids.filter((id) => !called.has(id)).map((id) => people.get(id)?.shortName ?? "");
      const facts = {
        module: module.name,
        capacity: module.capacity,
        peak,
        over: startedMinutes(over),
        span,
        others,
      };
      return { amount: facts.over, span, strips: during.map((p) => p.strip.id), people: ids, facts };
    });
    return { violations, unknown: [] };
  },

  explain: ({ module, capacity, peak, over, span, others }) =>
    `${module}: up to ${peak} people where ${capacity} may be (${spanText(span)}), ${over} people × min over${others.length > 0 ? `; there but not called: ${others.join(", ")}` : ""}.`,
});
