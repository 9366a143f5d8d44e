import * as z from "zod";
import type { Interval } from "../base/interval.ts";
import type { Facts } from "../model/facts.ts";
import type { ModuleId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule, type NotJudged } from "../model/rule.ts";
import type { SetUp } from "../model/scene.ts";
import { changed } from "./offers.ts";

interface Dim {
  readonly id: string;
  readonly label: string;
  readonly asked: number;
  readonly there: number;
  readonly span: Interval;
}

/** Lux on the set by the film's own lights: of as many pieces as the set-up names. */
const kitLux = (setUp: SetUp, kit: Facts["kit"]): number =>
  setUp.kitIds.reduce((sum, id) => sum + (kit.get(id)?.lux ?? 0), 0);

/** Lux of the module's lamps together; null where there is one whose level nobody knows, or none at all on the list. */
function lampLux(moduleId: ModuleId, { lampsOf }: Pick<Facts, "lampsOf">): number | null {
  const lamps = lampsOf.get(moduleId) ?? [];
  if (lamps.length === 0) return null;
  return lamps.reduce<number | null>((sum, { lux }) => (sum === null || lux === null ? null : sum + lux), 0);
}

export const lampLevel = defineRule({
  id: "lamp-level",
  level: "soft",
  sentence: "The module's lamps and the film's own lights reach the light level asked for.",
  source:
    "Lamps of the US segment [S] in kind, 210 lx [G]; of the Russian segment nothing is known. facts.md §3.2.",
  unit: "lux",
  params: z.object({
    pointsPerLux: parameter("Weight of a lux", "points", z.number().min(0).max(100).default(0.1)),
  }),
  scope: "strip",
  reads: ["modules", "lampsOf", "kit"],
  search: { alone: "anywhere", ofShoot: true },
  sees: ({ subject: { moduleId }, facts: { modules, lampsOf, kit } }) =>
    moduleId === null ? [] : [modules.get(moduleId), lampsOf.get(moduleId), kit],
  pointsPerUnit: ({ pointsPerLux }) => pointsPerLux,

  // Kit without a light level adds none. The Sun is not counted: a set-up whose key it is asks for no lux. Where the film's own lights
  // are enough, unknown lamps do not matter. The lux missing are added over the set-ups, for each is lit anew.
  check({ subject: { strip, scene, moduleId, setUps }, facts }) {
    const module = moduleId === null ? undefined : facts.modules.get(moduleId);
    if (!module) return { violations: [], unknown: [] };
    const dim: Dim[] = [];
    const unknown: NotJudged[] = [];
    for (const { setUp, span } of setUps) {
      if (setUp.lux === null || setUp.isShot || span.start >= span.end) continue;
      const own = kitLux(setUp, facts.kit);
      if (own >= setUp.lux) continue;
      const lamps = lampLux(module.id, facts);
      if (lamps === null) {
        const reason = `Scene ${scene.number}, set-up ${setUp.label}: how bright the lamps of ${module.name} are is not known; ${Math.ceil(setUp.lux - own)} lx of ${setUp.lux} turn on them.`;
        unknown.push({ span, strips: [strip.id], reason });
      } else if (own + lamps < setUp.lux)
        dim.push({ id: setUp.id, label: setUp.label, asked: setUp.lux, there: own + lamps, span });
    }
    const amount = dim.reduce((sum, d) => sum + Math.ceil(d.asked - d.there), 0);
    const [first] = dim;
    if (!first) return { violations: [], unknown };
    const found = { scene: scene.number, module: module.name, dim, amount };
    return {
      violations: [{ amount, span: first.span, strips: [strip.id], people: [], facts: found }],
      unknown,
    };
  },

  explain: ({ scene, module, dim, amount }) =>
    `Scene ${scene} in ${module}: ${amount} lx missing: ${dim.map((d) => `set-up ${d.label} has ${Math.floor(d.there)} of ${d.asked} lx`).join(", ")}.`,

  // More light of the film: as many pieces of one item that is aboard as it takes.
  *repairs({ facts: { scene, dim } }, { subject: { span, setUps }, facts: { kit } }) {
    for (const { id, label, asked, there } of dim) {
      const kitIds = setUps.find((s) => s.setUp.id === id)?.setUp.kitIds ?? [];
      for (const { id: kitId, name, lux, quantity, aboardFrom } of kit.values()) {
        if (!lux || aboardFrom === null || aboardFrom > span.start) continue;
        const more = Math.ceil((asked - there) / lux);
        if (more + kitIds.filter((k) => k === kitId).length <= quantity)
          yield {
            ...changed("setUp", id, { kitIds: [...kitIds, ...Array(more).fill(kitId)] }),
            words: `${more} more ${name} in set-up ${label} of scene ${scene}`,
          };
      }
    }
  },
});
