import type { Tables } from "../../model/entities.ts";
import { settingsOf } from "../../rules/in-force.ts";
import { tiers } from "../../rules/tiers.ts";

/** The points that a should set-up counts in a plan, which other points are measured by; 0 where tiers do not count. */
export function shouldWeight(tables: Pick<Tables, "houseRule" | "ruleSetting">): number {
  const { isEnabled, params } = settingsOf(tiers, tables);
  const parsed = tiers.params.safeParse(params);
  if (!isEnabled || !parsed.success) return 0;
  const { shouldPoints, pointsPerUnit } = parsed.data as { shouldPoints: number; pointsPerUnit: number };
  return shouldPoints * pointsPerUnit;
}
