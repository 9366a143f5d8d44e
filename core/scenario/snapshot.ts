import type { Interval } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { type Definition, lightTable } from "../light/index.ts";
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

/** When the orbit is changed, as the plan has it. */
export const manoeuvresOf = ({ stationEvent }: Pick<Tables, "stationEvent">): readonly EpochSeconds[] =>
  stationEvent.filter((e) => e.kind === "reboost").map((e) => e.startsAt);

/** All that the light of a scenario follows from: orbit data, days, reboosts, and what is looked for on the ground. */
const lightInputs = ({ elementSet, ephemeris, ...tables }: Tables) => ({
  elementSet,
  ephemeris,
  window: lightWindow({ elementSet, ephemeris, ...tables }),
  options: {
    manoeuvres: manoeuvresOf(tables),
    sites: tables.groundSite.filter((site) => site.isUsed),
    targets: tables.groundTarget,
    relayPasses: tables.relayPass,
  },
});

/** The light of a scenario: its orbit data over its days, split at known reboosts. Rules judge by first contact. */
export function lightOf(tables: Tables, definition: Definition = "first-contact"): LightTable {
  const { elementSet, ephemeris, window, options } = lightInputs(tables);
  const span = window ?? { start: epochSeconds(0), end: epochSeconds(1) };
  return lightTable([...elementSet, ...ephemeris], span, { ...options, definition });
}

/** The same for plans that have the same light. States of an ephemeris never change and are too many for a key. */
export function lightKey(tables: Tables): string {
  const { ephemeris, ...inputs } = lightInputs(tables);
  return JSON.stringify([inputs, ephemeris.map(({ segments: _, ...row }) => row)]);
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
