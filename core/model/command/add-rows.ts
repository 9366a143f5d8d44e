import * as z from "zod";
import { err, ok } from "../../base/result.ts";
import { defineCommand } from "../command.ts";
import { additionOf } from "../patch.ts";
import { tableWords } from "../words/index.ts";
import { checkReferences, entityName, parseRow, rawRow, rowsOf, streamOf } from "./rows.ts";

/** Adds rows of any tables of one edit stream, parents before children: a scene with its strip and set-ups is one edit. */
export const addRows = defineCommand({
  id: "add-rows",
  version: 1,
  stream: ({ rows }) => streamOf(rows[0]?.entity ?? "scene"),
  input: z.object({
    rows: z
      .array(z.object({ entity: entityName, row: rawRow }))
      .min(1)
      .max(5_000),
  }),

  resolve(tables, { rows }) {
    const stream = streamOf(rows[0]?.entity ?? "scene");
    const added = new Set<string>();
    const patch = [];
    for (const { entity, row: raw } of rows) {
      if (streamOf(entity) !== stream)
        return err({ message: "One edit adds either to the production or to the scenario." });
      const row = parseRow(entity, raw);
      if (!row.ok) return row;
      if (
        rowsOf(tables, entity).some((other) => other.id === row.value.id) ||
        added.has(`${entity}:${row.value.id}`)
      )
        return err({ message: `This ${tableWords[entity].one} is there already.`, field: "id" });
      const broken = checkReferences(tables, entity, row.value, added);
      if (broken) return err(broken);
      added.add(`${entity}:${row.value.id}`);
      patch.push(additionOf(entity, row.value));
    }
    return ok(patch);
  },
});
