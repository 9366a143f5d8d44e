import { factsOf } from "#core/model/facts.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { dayPlansOf } from "#core/report/day-plan.ts";
import { lightOf } from "#core/scenario/snapshot.ts";
import type { LightLine } from "#interchange/light/crossings-csv.ts";
import { planOfScenario } from "#server/snapshots.ts";
import { openScenario, type ScenarioParams } from "../../open.ts";
import { definitionOf, type LightDay, lightDays } from "./light-days.ts";

/** The light of all shoot days, by the definition asked for. Computed from the plan as stored, with its ephemerides. */
export async function openLight(params: ScenarioParams, asked: string | null | undefined) {
  const open = await openScenario(params, "plan.view");
  const definition = definitionOf(asked);
  const table =
    definition === "first-contact" ? open.snapshot.light : lightOf(await tablesOf(open.snapshot), definition);
  const days = lightDays(table, dayPlansOf(factsOf(open.snapshot)), definition);
  return { ...open, definition, days };
}

/** With the states of ephemerides, which no page is given. */
async function tablesOf({
  production,
  scenario,
  tables,
}: ScenarioSnapshot): Promise<ScenarioSnapshot["tables"]> {
  return (await planOfScenario(production.id, scenario.id))?.snapshot.tables ?? tables;
}

export const linesForFile = (days: readonly LightDay[]): readonly LightLine[] =>
  days.flatMap(({ day, lines }) =>
    lines.map(({ crossing, begins, lastsMin }) => ({ crossing, begins, lastsMin, shootDay: day.number })),
  );
