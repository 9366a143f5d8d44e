import { plusMinutes } from "#core/base/instant.ts";
import { epochSeconds, minutes } from "#core/base/quantity.ts";
import { type ProductionTables, type ScenarioTables, tablesOf } from "#core/model/bundle.ts";
import { factsOf } from "#core/model/facts.ts";
import type { LightTable } from "#core/model/light-table.ts";
import { slowedShoot } from "#core/rules/slowdown.ts";

/** Who adapts has nothing to do with the light. */
const NO_LIGHT: LightTable = {
  window: { start: epochSeconds(0), end: epochSeconds(1) },
  spans: [],
  crossings: [],
  unknown: [],
  noons: [],
  passes: [],
  targets: [],
  beta: [],
};

/** What the flight itself places is planned as long as who is new to weightlessness needs; its end stays on the five-minute grid. */
export function longEnough(own: ScenarioTables, shared: ProductionTables): ScenarioTables {
  const facts = factsOf({ tables: tablesOf(shared, own), light: NO_LIGHT });
  return {
    ...own,
    strip: own.strip.map((strip) => {
      if (strip.startsAt === null) return strip;
      const { factor, needed } = slowedShoot(strip.id, plusMinutes(strip.startsAt, strip.rigMin), facts);
      if (factor === 1) return strip;
      return { ...strip, shootMin: needed, strikeMin: minutes((5 - ((strip.rigMin + needed) % 5)) % 5) };
    }),
  };
}
