import * as z from "zod";
import { duration, list, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { type Interval, lengthOf } from "../base/interval.ts";
import { startedMinutes } from "../base/quantity.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule } from "../model/rule.ts";
import { assigned } from "./offers.ts";

interface Unspotted {
  readonly label: string;
  readonly span: Interval;
  readonly min: number;
}

export const spotter = defineRule({
  id: "spotter",
  level: "hard",
  sentence:
    "While the camera moves, a second person does nothing but watch where its operator flies, for the whole set-up.",
  source:
    "The eye at the viewfinder does not see where the operator flies: a cosmonaut steered him [S] facts.md §1.4. One spotter a set-up [G].",
  unit: "minutes unspotted",
  params: z.object({ spotters: parameter("Spotters", null, z.number().int().min(0).max(4).default(1)) }),
  scope: "strip",
  reads: ["people"],
  search: { alone: "anywhere" },

  // A set-up needs as many as it lists, and no fewer than the parameter says; who operates cannot watch themselves. What a spotter does
  // beside watching is no-double-booking's. What is shot needs nobody.
  check({ subject: { strip, scene, setUps, calls }, facts: { people } }, p) {
    const flies = setUps.filter(
      ({ setUp, span }) => setUp.movingCamera && !setUp.isShot && span.start < span.end,
    );
    if (flies.length === 0) return { violations: [], unknown: [] };
    const operators = calls.filter((call) => call.jobs.includes("camera"));
    const watching = calls.filter((call) => call.jobs.includes("spotter") && !operators.includes(call));
    const open = gather(flies, ({ setUp, span }): readonly Unspotted[] => {
      const listed = setUp.jobs.filter((job) => job === "spotter").length;
      const missing = Math.max(listed, p.spotters) - watching.length;
      return missing > 0 ? [{ label: setUp.label, span, min: missing * startedMinutes(lengthOf(span)) }] : [];
    });
    const [first] = open;
    if (!first) return { violations: [], unknown: [] };
    const facts = {
      scene: scene.number,
      operators: operators.map((call) => people.get(call.personId)?.shortName ?? "a person"),
      open,
      watching: watching.length,
      min: open.reduce((sum, { min }) => sum + min, 0),
    };
    const found = { amount: facts.min, span: first.span, strips: [strip.id], facts };
    return { violations: [{ ...found, people: operators.map((call) => call.personId) }], unknown: [] };
  },

  explain: ({ scene, operators, open, watching, min }) =>
    `Scene ${scene}: ${duration(min)} unspotted, set-up${open.length > 1 ? "s" : ""} ${list(open.map((o) => o.label))} (${open.map((o) => spanText(o.span)).join(", ")}): ${watching > 0 ? "too few watch" : "nobody else watches"} where ${operators.length > 0 ? list(operators) : "the operator"} flies.`,

  // Who is on the strip anyway and has their hands free comes first, then the crews aboard.
  *repairs(_found, { subject, facts: { people } }) {
    const { calls } = subject;
    const busy = ["camera", "light", "sound", "direct", "spotter"] as const;
    const there = calls.filter((call) => call.roleIds.length === 0);
    const free = there.filter((call) => !busy.some((job) => call.jobs.includes(job)));
    for (const { personId } of free) {
      const person = people.get(personId);
      if (person) yield assigned(subject, "spotter", person);
    }
    for (const person of people.values())
      if (person.category !== "ground-crew" && !calls.some((call) => call.personId === person.id))
        yield assigned(subject, "spotter", person);
  },
});
