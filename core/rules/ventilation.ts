import * as z from "zod";
import { count, duration, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { type Interval, interval, lengthOf, overlaps } from "../base/interval.ts";
import { levels, measure, profile, within } from "../base/profile.ts";
import { epochSeconds, startedMinutes } from "../base/quantity.ts";
import { parameter } from "../model/parameter.ts";
import type { Call } from "../model/placed.ts";
import { defineRule, type Found } from "../model/rule.ts";
import { asOne, changed } from "./offers.ts";

interface StillAir {
  readonly scene: string;
  readonly module: string;
  readonly hold: Interval;
  readonly people: number;
  readonly min: number;
  readonly setUpIds: readonly string[];
}

/** When more people are there than may be. */
const crowded = (calls: readonly Call[], hold: Interval, maxPeople: number): readonly Interval[] =>
  gather(
    levels(calls.map(({ span }) => ({ span, weight: 1 }))).filter(({ value }) => value > maxPeople),
    ({ span }) => within([span], hold),
  );

export const ventilation = defineRule({
  id: "ventilation",
  level: "hard",
  sentence: "In a closed small volume the fans stand still for few people, and briefly.",
  source:
    "2 people, 20 min [G]: breathed air does not sink or rise without weight, it stays before the face. Volumes: facts.md §3.1.",
  unit: "minutes",
  params: z.object({
    smallM3: parameter("Volume that counts as small", "m³", z.number().positive().max(1_000).default(20)),
    maxPeople: parameter("Most people with fans off", null, z.number().int().min(0).max(20).default(2)),
    holdMin: parameter("Longest with fans off", "min", z.number().min(0).max(240).default(20)),
  }),
  scope: "strip",
  reads: ["modules"],
  search: { alone: "anywhere" },
  sees: ({ subject: { moduleId }, facts }) => [moduleId && facts.modules.get(moduleId)],

  // A small volume is one of up to `smallM3` pressurised: of October 2021's modules Rassvet, Poisk, Cupola and the ships. Its hatch counts as shut,
  // for a set that asks for silence shuts it or hangs it. Set-ups without a break between them are one hold; rig and strike run the fans.
  // Minutes beyond the time count, and all of those with too many people.
  check({ subject: { strip, scene, moduleId, setUps, calls }, facts: { modules } }, p) {
    const still = setUps.filter(({ setUp }) => setUp.fansOff && !setUp.isShot);
    const module = moduleId === null ? undefined : modules.get(moduleId);
    const holds = profile(still.map((s) => s.span)).filter((hold) => hold.start < hold.end);
    const [first] = holds;
    if (!module || !first) return { violations: [], unknown: [] };
    if (module.pressurisedM3 === null) {
      const reason = `Scene ${scene.number} stops the fans in ${module.name}, whose volume is not known.`;
      return { violations: [], unknown: [{ span: first, strips: [strip.id], reason }] };
    }
    if (module.pressurisedM3 > p.smallM3) return { violations: [], unknown: [] };
    const violations = gather(holds, (hold): readonly Found<StillAir>[] => {
      const limit = epochSeconds(hold.start + p.holdMin * 60);
      const beyond = limit < hold.end ? [interval(limit, hold.end)] : [];
      const bad = profile([...crowded(calls, hold, p.maxPeople), ...beyond]);
      const min = startedMinutes(measure(bad));
      if (min === 0) return [];
      const there = calls.filter((call) => overlaps(call.span, hold));
      const found = {
        scene: scene.number,
        module: module.name,
        hold,
        people: there.length,
        min,
        setUpIds: still.filter((s) => overlaps(s.span, hold)).map((s) => s.setUp.id),
      };
      const people = there.map((call) => call.personId);
      return [{ amount: min, span: bad[0] ?? hold, strips: [strip.id], people, facts: found }];
    });
    return { violations, unknown: [] };
  },

  explain: ({ scene, module, hold, people, min }) =>
    `Scene ${scene}: fans off in ${module} for ${duration(lengthOf(hold))} with ${count(people, "person", "people")} (${spanText(hold)}), ${duration(min)} too long or too full.`,

  *repairs({ facts: { scene, setUpIds } }) {
    yield {
      ...asOne(setUpIds.map((id) => changed("setUp", id, { fansOff: false }))),
      words: `Scene ${scene} with the fans on`,
    };
  },
});
