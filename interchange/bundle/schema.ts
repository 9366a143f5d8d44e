import * as z from "zod";
import { list } from "#core/base/format.ts";
import { PRODUCTION_ENTITIES, SCENARIO_ENTITIES } from "#core/model/bundle.ts";
import { type EntityName, entities } from "#core/model/entities.ts";
import { production, scenario } from "#core/model/production.ts";

export const FORMAT = "perigee-bundle";
/** Raised when a file of before can no longer be read as it is. A new table does not raise it: it is empty where it is absent. */
export const VERSION = 1;

const tables = (names: readonly EntityName[]) =>
  z.strictObject(
    Object.fromEntries(
      names.map((entity) => [entity, z.array(entities[entity].schema as z.ZodType).prefault([])]),
    ),
    {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? `No table is called ${list(issue.keys.map((key) => `"${key}"`))} here: leave it out, or export the file again`
          : "Here stand the tables, by name",
    },
  );

/** The file as it is written: instants as ISO 8601 texts, everything else as in the model. */
export const bundleFile = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  production,
  shared: tables(PRODUCTION_ENTITIES),
  scenarios: z
    .array(z.strictObject({ scenario, tables: tables(SCENARIO_ENTITIES) }))
    .min(1, "A production has at least one scenario")
    .max(200, "At most 200 scenarios"),
});
