import { isDeepStrictEqual } from "node:util";
import type { Tables } from "#core/model/entities.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";

/**
 * The same plan, made of the rows of another wherever they say the same. A plan that came in a message is a copy down to its last row;
 * what was found out about a row is known again only where it is the same object.
 */
export function withRowsOf(before: ScenarioSnapshot | null, plan: ScenarioSnapshot): ScenarioSnapshot {
  if (!before) return plan;
  const tables = Object.fromEntries(
    Object.entries(plan.tables).map(([name, rows]) => [
      name,
      shared(before.tables[name as keyof Tables], rows),
    ]),
  ) as unknown as Tables;
  return {
    production: either(before.production, plan.production),
    scenario: either(before.scenario, plan.scenario),
    tables,
    light: either(before.light, plan.light),
  };
}

const either = <T>(before: T, now: T): T => (isDeepStrictEqual(before, now) ? before : now);

interface Row {
  readonly id: string;
}
function shared(before: readonly Row[], now: readonly Row[]): readonly Row[] {
  const known = new Map(before.map((row) => [row.id, row]));
  const rows = now.map((row) => either(known.get(row.id) ?? row, row));
  return rows.length === before.length && rows.every((row, i) => row === before[i]) ? before : rows;
}
