import * as z from "zod";
import { count, moment } from "../base/format.ts";
import { elapsedMinutes } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import { startedMinutes } from "../base/quantity.ts";
import type { Job } from "../model/job.ts";
import { defineRule, type Found, type NotJudged } from "../model/rule.ts";
import { callsOf } from "./duty.ts";
import { PERSON_MIN_PER_HATCH } from "./minutes-in-hand.ts";

/** Who brings what they work with. */
const CARRIERS: readonly Job[] = ["camera", "light"];

interface Way {
  readonly person: string;
  readonly from: string;
  readonly to: string;
  readonly scene: string;
  readonly leaves: Interval["end"];
  readonly hatches: number;
  readonly needed: number;
  readonly short: number;
  readonly carries: boolean;
}

export const travel = defineRule({
  id: "travel",
  level: "hard",
  sentence: "Between two calls in different modules a person, and the kit that they carry, can get there.",
  source: "1 min a hatch for a person, 3 with kit [G]; hatches from the station's modules.",
  unit: "minutes missing",
  params: z.object({
    personMinPerHatch: z.number().min(0).max(60).default(PERSON_MIN_PER_HATCH),
    kitMinPerHatch: z.number().min(0).max(60).default(3),
  }),
  scope: "person",
  reads: ["modules", "hatchesBetween"],

  // Who does camera or light where they go carries the kit there. Calls that overlap leave no time at all; the overlap itself is
  // no-double-booking's. Placements without a module (on the ground, in a ship) are passed over.
  check({ subject: person, strips, facts: { modules, hatchesBetween } }, p) {
    const calls = callsOf(
      person.id,
      strips.filter((s) => s.moduleId !== null),
    );
    const violations: Found<Way>[] = [];
    const unknown: NotJudged[] = [];
    for (const [i, next] of calls.entries()) {
      const before = calls[i - 1];
      const [here, there] = [before?.placed.moduleId ?? null, next.placed.moduleId];
      if (!before || here === null || there === null || here === there) continue;
      const [from, to] = [here, there].map((id) => modules.get(id)?.name ?? "an unknown module");
      const [leaves, arrives] = [before.call.span.end, next.call.span.start];
      const both = [before.placed.strip.id, next.placed.strip.id];
      const span = leaves < arrives ? { start: leaves, end: arrives } : null;
      const hatches = hatchesBetween.get(here)?.get(there);
      if (hatches === undefined || from === undefined || to === undefined) {
        unknown.push({
          span,
          strips: both,
          reason: `${person.shortName}: no way is known from ${from} to ${to}.`,
        });
        continue;
      }
      const carries = next.call.jobs.some((job) => CARRIERS.includes(job));
      const needed = hatches * (carries ? p.kitMinPerHatch : p.personMinPerHatch);
      const short = startedMinutes(needed - Math.max(0, elapsedMinutes(leaves, arrives)));
      if (short <= 0) continue;
      const scene = next.placed.scene.number;
      const facts = { person: person.shortName, from, to, scene, leaves, hatches, needed, short, carries };
      violations.push({ amount: short, span, strips: both, people: [person.id], facts });
    }
    return { violations, unknown };
  },

  explain: ({ person, from, to, scene, leaves, hatches, needed, short, carries }) =>
    `${person}: ${short} min missing on the way from ${from} (free ${moment(leaves)}) to scene ${scene} in ${to}, ${count(hatches, "hatch", "hatches")}${carries ? " with kit" : ""}, ${needed} min.`,
});
