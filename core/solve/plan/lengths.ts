import type { EpochSeconds, Minutes } from "../../base/quantity.ts";
import { minutes } from "../../base/quantity.ts";
import type { Facts } from "../../model/facts.ts";
import type { ModuleId } from "../../model/ids.ts";
import type { Scene } from "../../model/scene.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import type { Strip } from "../../model/strip.ts";
import { settingsOf } from "../../rules/in-force.ts";
import { neededRigMinutes, rigTime } from "../../rules/rig-time.ts";
import { type SlowdownParams, slowdown, slowedShoot } from "../../rules/slowdown.ts";

/** How long rigs and shoots are, by the rules that say so; by the strip's own length where they are switched off. */
export interface Lengths {
  /** Of the rigs that a strip may need, in order: used again, re-lit, built anew; one where it is always the same. */
  rigs(strip: Strip, scene: Scene): readonly Minutes[];
  /** Of the rig of a strip after another on the same shoot day (null: it is the first) and the last one in its module. */
  rigAfter(strip: Strip, here: Where, before: Where | null, inModule: Where | null): Minutes;
  /** Of a shoot that begins then. */
  shoot(strip: Strip, shootAt: EpochSeconds): Minutes;
}
interface Where {
  readonly scene: Scene;
  readonly moduleId: ModuleId | null;
}
type RigParams = Parameters<typeof neededRigMinutes>[3];

/** Rigs of the main unit follow from what stood before; the other units keep the rig that stands on the strip. */
const followsRule = ({ scene, moduleId }: Where) => scene.unit === "main" && moduleId !== null;

export function lengthsOf(snapshot: ScenarioSnapshot, facts: Facts): Lengths {
  const rig = settingsOf(rigTime, snapshot.tables);
  const rigParams = rig.isEnabled ? (rigTime.params.safeParse(rig.params).data as RigParams) : undefined;
  const slow = settingsOf(slowdown, snapshot.tables);
  const slowParams = slow.isEnabled ? slowdown.params.safeParse(slow.params).data : undefined;
  const isRuled = (here: Where) => rigParams !== undefined && followsRule(here);
  return {
    rigs(strip, scene) {
      const here = { scene, moduleId: scene.moduleId };
      if (!isRuled(here)) return [strip.rigMin];
      const other = { ...here, scene: { ...scene, id: "" as Scene["id"] } };
      return [here, other, null].map((before) => neededRigMinutes(before, before, here, rigParams));
    },
    rigAfter: (strip, here, before, inModule) =>
      isRuled(here) ? neededRigMinutes(before, inModule, here, rigParams) : strip.rigMin,
    shoot(strip, shootAt) {
      if (!slowParams || facts.scenes.get(strip.sceneId)?.unit === "landing") return strip.shootMin;
      const { needed, base } = slowedShoot(strip.id, shootAt, facts, slowParams as SlowdownParams);
      return needed > base ? minutes(Math.max(strip.shootMin, needed)) : strip.shootMin;
    },
  };
}
