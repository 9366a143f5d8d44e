import * as z from "zod";
import { err, ok } from "../../base/result.ts";
import { defineCommand } from "../command.ts";
import { changeOf, tidy } from "../patch.ts";
import { tableWords } from "../words/index.ts";
import { missing } from "./look-up.ts";
import { checkReferences, entityName, parseRow, rawOf, rawRow, rowsOf, streamOf } from "./rows.ts";

/** Changes fields of one row of any table; the whole row must still fit its schema. */
export const changeRow = defineCommand({
  id: "change-row",
  version: 1,
  stream: ({ entity }) => streamOf(entity),
  input: z.object({ entity: entityName, id: z.string(), changes: rawRow }),

  resolve(tables, { entity, id, changes }) {
    const row = rowsOf(tables, entity).find((r) => r.id === id);
    if (!row) return err(missing(tableWords[entity].one));
    const after = parseRow(entity, { ...rawOf(entity, row), ...changes, id });
    if (!after.ok) return after;
    const broken = checkReferences(tables, entity, after.value);
    return broken ? err(broken) : ok(tidy([changeOf(entity, row, after.value)]));
  },
});
