import { duration } from "#core/base/format.ts";
import type { Facts } from "#core/model/facts.ts";
import { neededShootMinutes } from "#core/model/placed.ts";
import { TIERS } from "#core/model/scene.ts";
import type { Strip } from "#core/model/strip.ts";
import { nameOfStrip } from "#core/solve/why/told.ts";

/** A strip that something is asked about. */
export interface Line {
  readonly strip: Strip;
  readonly number: string;
  /** `Scene 33 part 2` */
  readonly name: string;
  /** `must, 40 min, Zvezda` */
  readonly about: string;
}

/** Strips with something left to shoot: those that must be shot first, then in the order of the script. */
export function linesOf(facts: Facts, strips: readonly Strip[]): readonly Line[] {
  return strips
    .flatMap((strip) => {
      const scene = facts.scenes.get(strip.sceneId);
      const open = (facts.setUpsOfStrip.get(strip.id) ?? []).filter((setUp) => !setUp.isShot);
      const tier = TIERS.find((t) => open.some((setUp) => setUp.tier === t));
      return scene && tier ? [{ strip, scene, tier, min: neededShootMinutes(open) }] : [];
    })
    .sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || a.scene.order - b.scene.order)
    .map(({ strip, scene, tier, min }) => ({
      ...{ strip, number: scene.number, name: `Scene ${nameOfStrip(facts, strip.id)}` },
      about: `${tier}, ${duration(min)}, ${scene.setName}`,
    }));
}
