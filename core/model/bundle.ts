import { ENTITY_NAMES, type EntityName, entities, type Tables } from "./entities.ts";
import type { Production, Scenario } from "./production.ts";

type Stream = (typeof entities)[EntityName]["stream"];
type NamesIn<S extends Stream> = {
  [N in EntityName]: (typeof entities)[N]["stream"] extends S ? N : never;
}[EntityName];
export type ProductionEntity = NamesIn<"production">;
export type ScenarioEntity = NamesIn<"scenario">;
/** Rows shared by all scenarios of a production. */
export type ProductionTables = Pick<Tables, ProductionEntity>;
/** Rows of one scenario. */
export type ScenarioTables = Pick<Tables, ScenarioEntity>;

/** Tables whose rows all scenarios share. */
export const PRODUCTION_ENTITIES = ENTITY_NAMES.filter(
  (n): n is ProductionEntity => entities[n].stream === "production",
);
/** Tables of which every scenario has rows of its own. */
export const SCENARIO_ENTITIES = ENTITY_NAMES.filter(
  (n): n is ScenarioEntity => entities[n].stream === "scenario",
);

/** A whole production with all its scenarios: what is seeded, exported and imported. */
export interface Bundle {
  readonly production: Production;
  readonly shared: ProductionTables;
  readonly scenarios: readonly { readonly scenario: Scenario; readonly tables: ScenarioTables }[];
}

const empty = <N extends EntityName>(names: readonly N[]) =>
  Object.fromEntries(names.map((entity) => [entity, []])) as unknown as Pick<Tables, N>;
/** No rows: what a new production begins with. */
export const NO_SHARED_ROWS: ProductionTables = empty(PRODUCTION_ENTITIES);
export const NO_SCENARIO_ROWS: ScenarioTables = empty(SCENARIO_ENTITIES);

/** All tables of one scenario of a bundle. */
export const tablesOf = (shared: ProductionTables, own: ScenarioTables): Tables => ({ ...shared, ...own });
