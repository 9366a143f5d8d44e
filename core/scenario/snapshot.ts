import type { Interval } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { lightTable } from "../light/index.ts";
import type { Tables } from "../model/entities.ts";
import type { LightTable } from "../model/light-table.ts";
import type { Production, Scenario } from "../model/production.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";

/** Light is computed from the first waking to the last sleep, so that a day's page shows it whole. */
export function lightWindow(tables: Tables): Interval | null {
  const edges = [
    ...tables.shootDay.flatMap((day) => [day.wakesAt, day.sleepsAt]),
    ...tables.shootWindow.filter((w) => w.unit !== "landing").flatMap((w) => [w.startsAt, w.endsAt]),
  ];
  if (edges.length === 0) return null;
  return { start: epochSeconds(Math.min(...edges)), end: epochSeconds(Math.max(...edges)) };
}

/** The light of a scenario: its orbit data over its days, split at known reboosts. */
export function lightOf(tables: Tables): LightTable {
  const window = lightWindow(tables) ?? { start: epochSeconds(0), end: epochSeconds(1) };
  const manoeuvres: readonly EpochSeconds[] = tables.stationEvent
    .filter((e) => e.kind === "reboost")
    .map((e) => e.startsAt);
  return lightTable([...tables.elementSet, ...tables.ephemeris], window, { manoeuvres });
}

export const snapshotOf = (
  production: Production,
  scenario: Scenario,
  tables: Tables,
  light = lightOf(tables),
): ScenarioSnapshot => ({
  production,
  scenario,
  tables,
  light,
});
