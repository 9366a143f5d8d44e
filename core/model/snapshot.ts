import type { Tables } from "./entities.ts";
import type { LightTable } from "./light-table.ts";
import type { Production, Scenario } from "./production.ts";

/** Everything that judging a scenario needs, built once per revision and never changed. */
export interface ScenarioSnapshot {
  readonly production: Production;
  readonly scenario: Scenario;
  readonly tables: Tables;
  readonly light: LightTable;
}
