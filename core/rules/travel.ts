import * as z from "zod";
import { count, moment } from "../base/format.ts";
import { elapsedMinutes, plusMinutes } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import { once } from "../base/once.ts";
import { type EpochSeconds, minutes, startedMinutes } from "../base/quantity.ts";
import type { Facts } from "../model/facts.ts";
import type { PersonId } from "../model/ids.ts";
import type { Job } from "../model/job.ts";
import { parameter } from "../model/parameter.ts";
import type { Person } from "../model/person.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type Found, type NotJudged } from "../model/rule.ts";
import { type CallOf, callsOf } from "./duty.ts";
import { type KitUse, kitBound } from "./kit-use.ts";
import { PERSON_MIN_PER_HATCH } from "./minutes-in-hand.ts";
import { meeting, placementsInOrder } from "./whereabouts.ts";

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
type Reads = Pick<Facts, "modules" | "hatchesBetween" | "inOrder" | "kit">;

/** What a parameter may say. */
const MAX_MIN_PER_HATCH = 60;
/** No way through the station is longer, in hatches; so far back is looked for what an item of kit did before. */
const FARTHEST = 24;

const isSomewhere = ({ moduleId }: Placed) => moduleId !== null;

/** Whether a person is the one by whom the kit of a placement is judged: of those who do camera or light there the first by id. */
const answers = (person: Person, placed: Placed) => firstCarrier(placed) === person.id;
const firstCarrier = (placed: Placed) =>
  once(placed, "first carrier", () =>
    placed.calls
      .filter((call) => carries({ call }))
      .reduce<PersonId | null>(
        (first, { personId }) => (first !== null && first < personId ? first : personId),
        null,
      ),
  );

/** Placements that may still be on the way when this one begins, itself among them. */
const shortlyBefore = ({ span }: Placed, inOrder: Facts["inOrder"], minPerHatch: number) =>
  meeting(placementsInOrder(inOrder), {
    start: plusMinutes(span.start, minutes(-FARTHEST * minPerHatch - 1)),
    end: span.end,
  });

/** Placements of others from which kit may have to come to this one. */
const before = (person: Person, next: Placed, inOrder: Facts["inOrder"], minPerHatch: number) =>
  shortlyBefore(next, inOrder, minPerHatch).filter(
    (p) =>
      p.strip.id !== next.strip.id &&
      p.moduleId !== null &&
      p.calls.every((call) => call.personId !== person.id),
  );

/**
 * Kit of a placement that others had elsewhere until too late. Kit that its carrier brings from their own placement before comes
 * with them, and is judged with them.
 */
function latestKit(person: Person, next: Placed, facts: Reads, minPerHatch: number) {
  const found: { short: number; hatches: number; use: KitUse; from: KitUse }[] = [];
  const uses = kitBound(next, facts.kit);
  const others = uses.length > 0 ? before(person, next, facts.inOrder, minPerHatch) : [];
  if (others.length === 0) return found;
  for (const use of uses) {
    const onTheWay = others.flatMap((placed) => {
      const from = kitBound(placed, facts.kit).find((other) => other.kit === use.kit);
      const [here, there] = [placed.moduleId, next.moduleId];
      const hatches = here && there ? facts.hatchesBetween.get(here)?.get(there) : undefined;
      if (!from || !hatches || from.span.start >= use.span.start) return [];
      const short = hatches * minPerHatch - Math.max(0, elapsedMinutes(from.span.end, use.span.start));
      return short > 0 ? [{ short, hatches, use, from }] : [];
    });
    // Pieces that nobody had need no way; of the others the first to be there are taken, and the last of those decides.
    let missing = use.pieces - use.kit.quantity + onTheWay.reduce((sum, w) => sum + w.from.pieces, 0);
    for (const way of onTheWay.sort((a, b) => a.short - b.short)) {
      if (missing > 0 && missing <= way.from.pieces) found.push(way);
      missing -= way.from.pieces;
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
    personMinPerHatch: parameter(
      "A person through a hatch",
      "min",
      z.number().min(0).max(MAX_MIN_PER_HATCH).default(PERSON_MIN_PER_HATCH),
    ),
    kitMinPerHatch: parameter(
      "Kit through a hatch",
      "min",
      z.number().min(0).max(MAX_MIN_PER_HATCH).default(3),
    ),
  }),
  scope: "person",
  reads: ["modules", "hatchesBetween", "inOrder", "kit"],
  // Who goes from the one to the other; between calls that do not reach the ends of their placements there is time already.
  search: {
    gap(first, then, { hatchesBetween }, p) {
      const [here, there] = [first.moduleId, then.moduleId];
      const hatches = here && there ? (hatchesBetween.get(here)?.get(there) ?? 0) : 0;
      return then.calls.reduce((most, call) => {
        const before = first.calls.find(({ personId }) => personId === call.personId);
        if (!before || hatches === 0) return most;
        const needed = hatches * (carries({ call }) ? p.kitMinPerHatch : p.personMinPerHatch);
        const free =
          elapsedMinutes(before.span.end, first.span.end) + elapsedMinutes(then.span.start, call.span.start);
        return Math.max(most, needed - free);
      }, 0);
    },
  },
  near: { inOrder: { before: FARTHEST * MAX_MIN_PER_HATCH + 1, after: 0 } },
  apart: { after: isSomewhere },

  // Who does camera or light where they go carries the kit there. What the set-ups name and others had elsewhere is brought by those:
  // it is judged once, with one of those who do camera or light there. Calls that overlap leave no time at all; the overlap itself is
  // no-double-booking's, or kit's. Placements without a module (on the ground, in a ship) are passed over.
  check({ subject: person, strips, before = [], facts }, p) {
    const { modules, hatchesBetween } = facts;
    const callsIn = (of: readonly Placed[]) =>
      callsOf(person.id, of).filter(({ placed }) => isSomewhere(placed));
    const calls = callsIn(strips);
    const violations: Found<Way>[] = [];
    const unknown: NotJudged[] = [];
    const gap = (leaves: EpochSeconds, arrives: EpochSeconds): Interval | null =>
      leaves < arrives ? { start: leaves, end: arrives } : null;
    const nameOf = (placed: Placed) =>
      (placed.moduleId && modules.get(placed.moduleId)?.name) ?? "an unknown module";
    for (const [i, next] of calls.entries()) {
      const scene = next.placed.scene.number;
      if (answers(person, next.placed))
        for (const way of latestKit(person, next.placed, facts, p.kitMinPerHatch))
          violations.push({
            amount: startedMinutes(way.short),
            span: gap(way.from.span.end, way.use.span.start),
            strips: [way.from.placed.strip.id, next.placed.strip.id],
            people: [person.id],
            facts: {
              is: "kit",
              what: way.use.kit.name,
              from: nameOf(way.from.placed),
              to: nameOf(next.placed),
              scene,
              leaves: way.from.span.end,
              hatches: way.hatches,
              needed: way.hatches * p.kitMinPerHatch,
              short: startedMinutes(way.short),
              carries: true,
            },
          });
      const last = i > 0 ? calls[i - 1] : callsIn(before).at(-1);
      const [here, there] = [last?.placed.moduleId ?? null, next.placed.moduleId];
      if (!last || here === null || there === null || here === there) continue;
      const [from, to] = [nameOf(last.placed), nameOf(next.placed)];
      const [leaves, arrives] = [last.call.span.end, next.call.span.start];
      const both = [last.placed.strip.id, next.placed.strip.id];
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
