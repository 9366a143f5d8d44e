import type { EpochSeconds, Minutes } from "../../base/quantity.ts";
import { epochSeconds, minutes } from "../../base/quantity.ts";
import type { Facts } from "../../model/facts.ts";
import type { ModuleId, StripId } from "../../model/ids.ts";
import type { Scene } from "../../model/scene.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import type { Strip } from "../../model/strip.ts";
import { firstLaunches } from "../../rules/adaptation.ts";
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
  /** The same from moment to moment at which it changes, in order; the first holds since ever. */
  shoots(strip: Strip): readonly Step[];
}
export interface Step {
  readonly from: EpochSeconds;
  readonly shootMin: Minutes;
}
interface Where {
  readonly scene: Scene;
  readonly moduleId: ModuleId | null;
}
type RigParams = Parameters<typeof neededRigMinutes>[3];

/** Rigs of the main unit follow from what stood before; the other units keep the rig that stands on the strip. */
const followsRule = ({ scene, moduleId }: Where) => scene.unit === "main" && moduleId !== null;
const EVER = epochSeconds(Number.NEGATIVE_INFINITY);
const A_DAY_S = 86_400;

export function lengthsOf(snapshot: ScenarioSnapshot, facts: Facts): Lengths {
  const rig = settingsOf(rigTime, snapshot.tables);
  const rigParams = rig.isEnabled ? (rigTime.params.safeParse(rig.params).data as RigParams) : undefined;
  const slow = settingsOf(slowdown, snapshot.tables);
  const slowParams = slow.isEnabled
    ? (slowdown.params.safeParse(slow.params).data as SlowdownParams | undefined)
    : undefined;
  const isRuled = (here: Where) => rigParams !== undefined && followsRule(here);

  /** Who adapts is slower by steps of a day from their launch. */
  const changes = slowParams
    ? [...new Set([...facts.people.values()].flatMap((person) => firstLaunches(person, facts) ?? []))]
        .flatMap((launch) =>
          Array.from({ length: slowParams.days + 1 }, (_, day) => epochSeconds(launch + day * A_DAY_S)),
        )
        .sort((a, b) => a - b)
    : [];
  const shootFrom = (strip: Strip, shootAt: EpochSeconds, p: SlowdownParams): Minutes => {
    const { needed, base } = slowedShoot(strip.id, shootAt, facts, p);
    return needed > base ? minutes(Math.max(strip.shootMin, needed)) : strip.shootMin;
  };
  const stepsOf = (strip: Strip): readonly Step[] => {
    const before: Step = { from: EVER, shootMin: strip.shootMin };
    if (!slowParams || facts.scenes.get(strip.sceneId)?.unit === "landing") return [before];
    const steps = [before];
    for (const from of changes) {
      const shootMin = shootFrom(strip, from, slowParams);
      if (shootMin !== steps.at(-1)?.shootMin) steps.push({ from, shootMin });
    }
    return steps;
  };
  const known = new Map<StripId, { readonly strip: Strip; readonly steps: readonly Step[] }>();
  const shoots = (strip: Strip): readonly Step[] => {
    const of = known.get(strip.id);
    if (of && of.strip.shootMin === strip.shootMin) return of.steps;
    const steps = stepsOf(strip);
    known.set(strip.id, { strip, steps });
    return steps;
  };

  const ruledRigs = (scene: Scene): readonly Minutes[] => {
    const here = { scene, moduleId: scene.moduleId };
    const other = { ...here, scene: { ...scene, id: "" as Scene["id"] } };
    return [here, other, null].map((before) => neededRigMinutes(before, before, here, rigParams));
  };
  const knownRigs = new Map<Scene, readonly Minutes[]>();
  return {
    rigs(strip, scene) {
      if (!isRuled({ scene, moduleId: scene.moduleId })) return [strip.rigMin];
      const rigs = knownRigs.get(scene) ?? ruledRigs(scene);
      knownRigs.set(scene, rigs);
      return rigs;
    },
    rigAfter: (strip, here, before, inModule) =>
      isRuled(here) ? neededRigMinutes(before, inModule, here, rigParams) : strip.rigMin,
    shoots,
    shoot(strip, shootAt) {
      const steps = shoots(strip);
      let at = steps.length - 1;
      while (at > 0 && (steps[at] as Step).from > shootAt) at--;
      return (steps[at] as Step).shootMin;
    },
  };
}
