import { plusMinutes } from "../../base/instant.ts";
import type { EpochSeconds, Minutes } from "../../base/quantity.ts";
import { epochSeconds, minutes } from "../../base/quantity.ts";
import type { Facts } from "../../model/facts.ts";
import type { ModuleId, StripId } from "../../model/ids.ts";
import type { Person } from "../../model/person.ts";
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
  /** Those for whom a shoot that begins then is longer, and which day since their launch it is; null: nobody. */
  adapting(strip: Strip, shootAt: EpochSeconds): Adapting | null;
}
export interface Adapting {
  readonly people: readonly Person[];
  /** 1 for the first 24 hours. */
  readonly day: number;
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
  /**
   * What a shoot has beyond what its set-ups need, where it stands among people who adapt: it has been made longer there, and is as much
   * shorter without them. Null: it stands among nobody who adapts, or nowhere, or has not been made as long as they need.
   */
  const beyondOf = (strip: Strip, p: SlowdownParams): number | null => {
    const stands = facts.strips.get(strip.id);
    if (!stands || stands.startsAt === null || stands.shootMin !== strip.shootMin) return null;
    const { needed, base } = slowedShoot(strip.id, plusMinutes(stands.startsAt, stands.rigMin), facts, p);
    return needed > base && strip.shootMin >= needed ? strip.shootMin - needed : null;
  };
  const stepsOf = (strip: Strip): readonly Step[] => {
    const asItIs: Step = { from: EVER, shootMin: strip.shootMin };
    if (!slowParams || facts.scenes.get(strip.sceneId)?.unit === "landing") return [asItIs];
    const beyond = beyondOf(strip, slowParams);
    const lengthFrom = (from: EpochSeconds): Minutes => {
      const { needed, base } = slowedShoot(strip.id, from, facts, slowParams);
      if (beyond !== null) return minutes(needed + beyond);
      return needed > base ? minutes(Math.max(strip.shootMin, needed)) : strip.shootMin;
    };
    const steps: Step[] = [{ from: EVER, shootMin: lengthFrom(EVER) }];
    for (const from of changes) {
      const shootMin = lengthFrom(from);
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
    adapting(strip, shootAt) {
      if (!slowParams || facts.scenes.get(strip.sceneId)?.unit === "landing") return null;
      const { because: people, needed, base } = slowedShoot(strip.id, shootAt, facts, slowParams);
      const [launch] = people.flatMap((person) => firstLaunches(person, facts) ?? []);
      if (launch === undefined || needed <= base) return null;
      return { people, day: Math.floor((shootAt - launch) / A_DAY_S) + 1 };
    },
  };
}
