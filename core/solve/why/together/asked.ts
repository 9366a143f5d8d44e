import { err, ok, type Result } from "../../../base/result.ts";
import type { StripId } from "../../../model/ids.ts";
import { TIERS } from "../../../model/scene.ts";
import type { ScenarioSnapshot } from "../../../model/snapshot.ts";
import type { Strip } from "../../../model/strip.ts";
import { noSuchScene } from "../no-scene.ts";

type Plan = Pick<ScenarioSnapshot, "tables">;

/** Everything that must be shot and is not in the can, with a place or without: strips with a must set-up that is open. */
export const mustStrips = (plan: Plan): readonly Strip[] => openStrips(plan, TIERS[0]);

/** Strips of scenes that have something left to shoot; or the sentence that says which scene there is not. */
export function stripsOfScenes(plan: Plan, numbers: readonly string[]): Result<readonly Strip[], string> {
  const numberOf = new Map(plan.tables.scene.map((scene) => [scene.id, scene.number]));
  const known = new Set(numberOf.values());
  const missing = numbers.find((number) => !known.has(number));
  if (missing !== undefined) return err(noSuchScene(plan, missing));
  const isAsked = new Set(numbers);
  return ok(openStrips(plan).filter(({ sceneId }) => isAsked.has(numberOf.get(sceneId) ?? "")));
}

/** Strips that are not shot, with a set-up that is not; of one tier, where it is told. */
export function openStrips({ tables }: Plan, tier?: (typeof TIERS)[number]): readonly Strip[] {
  const hasOpen = new Set<StripId | null>(
    tables.setUp.filter((s) => !s.isShot && (!tier || s.tier === tier)).map((s) => s.stripId),
  );
  return tables.strip.filter(({ id, status }) => status !== "shot" && hasOpen.has(id));
}
