import * as z from "zod";
import { moment } from "../base/format.ts";
import { plusMinutes } from "../base/instant.ts";
import { type Minutes, minutes } from "../base/quantity.ts";
import type { ShootDay } from "../model/day.ts";
import type { ModuleId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type Found } from "../model/rule.ts";
import { shootDayOf } from "./duty.ts";
import { standingAt } from "./offers.ts";

const minute = z.number().int().min(0).max(600);
const params = z.object({
  sameRigMin: parameter("Rig that stands", "min", minute.default(0)),
  relightMin: parameter("Re-lighting for another scene", "min", minute.default(15)),
  newModuleMin: parameter("Rig in another module", "min", minute.default(60)),
});
type RigParams = z.output<typeof params>;
type Where = Pick<Placed, "scene" | "moduleId">;
type RigReason = "same rig" | "re-light" | "new module";
interface RigFacts {
  readonly scene: string;
  readonly module: string;
  readonly rigMin: number;
  readonly needed: Minutes;
  readonly short: number;
  readonly reason: RigReason;
}

/**
 * What the rig of a placement of the main unit must do, from what stood in its module before. A rig that stands for the same
 * scene is used again, also the next morning; for another scene of the same shoot day it is re-lit; when the unit comes from
 * elsewhere, or starts its day here with another scene, it is built.
 * `previousInUnit`: the unit's placement before this one on the same shoot day, in any module; null for the first of the day.
 * `previousInModule`: the placement before this one in the same module, whenever it was.
 */
export function rigReason(
  previousInUnit: Where | null,
  previousInModule: Where | null,
  placed: Where,
): RigReason {
  const isHere = previousInUnit?.moduleId === placed.moduleId;
  if (previousInModule?.scene.id === placed.scene.id && (previousInUnit === null || isHere))
    return "same rig";
  return isHere ? "re-light" : "new module";
}

/** Minutes of rig that a placement needs; the arguments are those of `rigReason`. */
export function neededRigMinutes(
  previousInUnit: Where | null,
  previousInModule: Where | null,
  placed: Where,
  p: RigParams = params.parse({}),
): Minutes {
  const reason = rigReason(previousInUnit, previousInModule, placed);
  if (reason === "same rig") return minutes(p.sameRigMin);
  return minutes(reason === "re-light" ? p.relightMin : p.newModuleMin);
}

export const rigTime = defineRule({
  id: "rig-time",
  level: "hard",
  sentence: "The planned rig is as long as what stood in the module before demands.",
  source: "0, 15 and 60 min [G]; work-site set-up adds 1–2 h to a first estimate [S], facts.md §3.5.",
  unit: "minutes short",
  params,
  scope: "plan",
  reads: ["days", "modules"],

  // Main unit only. Before and after go by the start of a placement; overlaps are module-exclusive's.
  check({ strips, facts: { days, modules } }, p) {
    const inModule = new Map<ModuleId, Placed>();
    let inUnit: { placed: Placed; day: ShootDay | null } | null = null;
    const violations: Found<RigFacts>[] = [];
    for (const placed of strips) {
      const { moduleId, scene, strip } = placed;
      if (scene.unit !== "main" || moduleId === null) continue;
      const day = shootDayOf(days, placed.span);
      const sameDay: Placed | null = inUnit?.day === day ? inUnit.placed : null;
      const before = inModule.get(moduleId) ?? null;
      const needed = neededRigMinutes(sameDay, before, placed, p);
      const short = needed - strip.rigMin;
      if (short > 0) {
        const facts = {
          scene: scene.number,
          module: modules.get(moduleId)?.name ?? "an unknown module",
          rigMin: strip.rigMin,
          needed,
          short,
          reason: rigReason(sameDay, before, placed),
        };
        violations.push({ amount: short, span: placed.span, strips: [strip.id], people: [], facts });
      }
      inModule.set(moduleId, placed);
      inUnit = { placed, day };
    }
    return { violations, unknown: [] };
  },

  explain: ({ scene, module, rigMin, needed, short, reason }) =>
    `Scene ${scene} in ${module}: rig of ${rigMin} min, ${short} min short of ${needed} (${reason}).`,

  // The rig begins so much earlier that the shoot stays where it is; or it pushes the shoot back.
  *repairs({ strips: [id], facts: { needed, short } }, { strips }) {
    const placed = strips.find((p) => p.strip.id === id);
    if (!placed) return;
    const { strip, scene, span, moduleId } = placed;
    for (const startsAt of [plusMinutes(span.start, minutes(-short)), span.start])
      yield {
        ...standingAt(strip.id, { startsAt, moduleId, rigMin: needed }),
        words: `Rig of scene ${scene.number} ${needed} min instead of ${strip.rigMin}, from ${moment(startsAt)}`,
      };
  },
});
