import * as z from "zod";
import { count, moment } from "../base/format.ts";
import { elapsedMinutes, plusMinutes } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import { type EpochSeconds, minutes, startedMinutes } from "../base/quantity.ts";
import type { Facts } from "../model/facts.ts";
import type { KitId } from "../model/ids.ts";
import type { Job } from "../model/job.ts";
import type { Person } from "../model/person.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type Found, type NotJudged } from "../model/rule.ts";
import { type CallOf, callsOf } from "./duty.ts";
import { type KitUse, kitBound } from "./kit-use.ts";
import { PERSON_MIN_PER_HATCH } from "./minutes-in-hand.ts";
import { meeting, remembered, timeline } from "./whereabouts.ts";

/** Who brings what they work with. */
const CARRIERS: readonly Job[] = ["camera", "light"];
const carries = ({ call }: Pick<CallOf, "call">) => call.jobs.some((job) => CARRIERS.includes(job));

interface Way {
  readonly is: "person" | "kit";
  /** Who goes, or what is brought. */
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly scene: string;
  readonly leaves: EpochSeconds;
  readonly hatches: number;
  readonly needed: number;
  readonly short: number;
  readonly carries: boolean;
}
type Reads = Pick<Facts, "modules" | "hatchesBetween" | "placed" | "kit">;

/** What is bound where, by item of kit. */
interface Use extends KitUse {
  readonly placed: Placed;
}
const usesByKit = remembered((placed: Facts["placed"]) =>
  remembered((kit: Facts["kit"]) => {
    const uses = new Map<KitId, Use[]>();
    for (const p of placed.values()) {
      if (p.moduleId === null) continue;
      for (const use of kitBound(p, kit)) {
        const known = uses.get(use.kit.id);
        if (known) known.push({ ...use, placed: p });
        else uses.set(use.kit.id, [{ ...use, placed: p }]);
      }
    }
    return new Map([...uses].map(([id, own]) => [id, timeline(own)]));
  }),
);

/** No way through the station is longer, in hatches; so far back is looked for what an item of kit did before. */
const FARTHEST = 24;

/**
 * Kit of a placement that others had elsewhere until too late. Kit that its carrier brings from their own placement before comes
 * with them, and is judged with them.
 */
function latestKit(person: Person, { placed: next }: CallOf, facts: Reads, minPerHatch: number) {
  const there = next.moduleId;
  const found: { short: number; hatches: number; use: Use; before: Use }[] = [];
  for (const use of there === null ? [] : kitBound(next, facts.kit)) {
    const uses = usesByKit(facts.placed)(facts.kit).get(use.kit.id);
    if (!uses) continue;
    const earliest = plusMinutes(use.span.start, minutes(-FARTHEST * minPerHatch - 1));
    const onTheWay = meeting(uses, { start: earliest, end: use.span.start }).flatMap((before) => {
      const from = before.placed.moduleId;
      const isTheirs = before.placed.calls.some((call) => call.personId === person.id);
      const hatches = from && there ? facts.hatchesBetween.get(from)?.get(there) : undefined;
      if (before.stripId === use.stripId || isTheirs || !hatches) return [];
      const short = hatches * minPerHatch - Math.max(0, elapsedMinutes(before.span.end, use.span.start));
      return short > 0 ? [{ short, hatches, use: { ...use, placed: next }, before }] : [];
    });
    // Pieces that nobody had need no way; of the others the first to be there are taken, and the last of those decides.
    let missing = use.pieces - use.kit.quantity + onTheWay.reduce((sum, w) => sum + w.before.pieces, 0);
    for (const way of onTheWay.sort((a, b) => a.short - b.short)) {
      if (missing > 0 && missing <= way.before.pieces) found.push(way);
      missing -= way.before.pieces;
    }
  }
  return found;
}

export const travel = defineRule({
  id: "travel",
  level: "hard",
  sentence: "Between two calls in different modules a person, and the kit, can get there.",
  source: "1 min a hatch for a person, 3 with kit [G]; hatches from the station's modules.",
  unit: "minutes missing",
  params: z.object({
    personMinPerHatch: z.number().min(0).max(60).default(PERSON_MIN_PER_HATCH),
    kitMinPerHatch: z.number().min(0).max(60).default(3),
  }),
  scope: "person",
  reads: ["modules", "hatchesBetween", "placed", "kit"],

  // Who does camera or light where they go carries the kit there. What the set-ups name and others had elsewhere is brought by those:
  // it is judged once, with the first who does camera or light. Calls that overlap leave no time at all; the overlap itself is
  // no-double-booking's, or kit's. Placements without a module (on the ground, in a ship) are passed over.
  check({ subject: person, strips, facts }, p) {
    const { modules, hatchesBetween } = facts;
    const calls = callsOf(
      person.id,
      strips.filter((s) => s.moduleId !== null),
    );
    const violations: Found<Way>[] = [];
    const unknown: NotJudged[] = [];
    const gap = (leaves: EpochSeconds, arrives: EpochSeconds): Interval | null =>
      leaves < arrives ? { start: leaves, end: arrives } : null;
    const nameOf = (placed: Placed) =>
      (placed.moduleId && modules.get(placed.moduleId)?.name) ?? "an unknown module";
    for (const [i, next] of calls.entries()) {
      const scene = next.placed.scene.number;
      if (next.placed.calls.find((call) => carries({ call }))?.personId === person.id)
        for (const { short, hatches, use, before } of latestKit(person, next, facts, p.kitMinPerHatch))
          violations.push({
            amount: startedMinutes(short),
            span: gap(before.span.end, use.span.start),
            strips: [before.stripId, use.stripId],
            people: [person.id],
            facts: {
              is: "kit",
              what: use.kit.name,
              from: nameOf(before.placed),
              to: nameOf(next.placed),
              scene,
              leaves: before.span.end,
              hatches,
              needed: hatches * p.kitMinPerHatch,
              short: startedMinutes(short),
              carries: true,
            },
          });
      const before = calls[i - 1];
      const [here, there] = [before?.placed.moduleId ?? null, next.placed.moduleId];
      if (!before || here === null || there === null || here === there) continue;
      const [from, to] = [nameOf(before.placed), nameOf(next.placed)];
      const [leaves, arrives] = [before.call.span.end, next.call.span.start];
      const both = [before.placed.strip.id, next.placed.strip.id];
      const span = gap(leaves, arrives);
      const hatches = hatchesBetween.get(here)?.get(there);
      if (hatches === undefined) {
        const reason = `${person.shortName}: no way is known from ${from} to ${to}.`;
        unknown.push({ span, strips: both, reason });
        continue;
      }
      const needed = hatches * (carries(next) ? p.kitMinPerHatch : p.personMinPerHatch);
      const short = startedMinutes(needed - Math.max(0, elapsedMinutes(leaves, arrives)));
      if (short <= 0) continue;
      const found: Way = {
        is: "person",
        what: person.shortName,
        from,
        to,
        scene,
        leaves,
        hatches,
        needed,
        short,
        carries: carries(next),
      };
      violations.push({ amount: short, span, strips: both, people: [person.id], facts: found });
    }
    return { violations, unknown };
  },

  explain: ({ is, what, from, to, scene, leaves, hatches, needed, short, carries: withKit }) =>
    `${what}: ${short} min missing on the way from ${from} (free ${moment(leaves)}) to scene ${scene} in ${to}, ${count(hatches, "hatch", "hatches")}${is === "person" && withKit ? " with kit" : ""}, ${needed} min.`,
});
