import type { Tier } from "../../model/scene.ts";
import type { Price, Prices } from "./index.ts";

/**
 * What a thing is worth at the most, in points, as is proved; below 0 what its loss costs at the least. Null where nothing is proved, or
 * musts are lost or won by it: they go before all points.
 */
export function worthAtMost({ bound, objective }: Price, { base }: Pick<Prices, "base">): number | null {
  if (bound === null || objective.mustsMissingMin !== base.objective.mustsMissingMin) return null;
  // The plan that was found is one of those that the bound is on.
  return Math.ceil(Math.max(bound, objective.points) - base.objective.points);
}

/** By how many set-ups a plan holds more or, below 0, fewer than the one of the shoot as it is. */
export const setUpsMore = (
  { setUpsIn }: Pick<Price, "setUpsIn">,
  { base }: Pick<Prices, "base">,
  tier: Tier,
): number => setUpsIn[tier].in - base.setUpsIn[tier].in;
