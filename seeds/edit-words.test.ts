import fc from "fast-check";
import { expect, test } from "vitest";
import { tablesOf } from "#core/model/bundle.ts";
import { ENTITY_NAMES } from "#core/model/entities.ts";
import { changeOf, type Patch, removalOf } from "#core/model/patch.ts";
import { tellPatch, tellRows } from "#core/model/words/index.ts";
import { ruleBook } from "#core/scenario/rule-words.ts";
import { theChallenge } from "./the-challenge/index.ts";

const bundle = theChallenge();
const [main] = bundle.scenarios;
if (!main) throw new Error("The sample has no scenario.");
const tables = tablesOf(bundle.shared, main.tables);
type Row = { readonly id: string } & Readonly<Record<string, unknown>>;
const filled = ENTITY_NAMES.filter((entity) => tables[entity].length > 1);
/** Ids that are not words of a sentence by chance, as "nauka" is. */
const ids = [
  ...new Set(ENTITY_NAMES.flatMap((entity) => tables[entity].map((row) => row.id as string))),
].filter((id) => /[\d:._-]/.test(id) && id.length > 4 && !/^(tma|ms)-\d+/i.test(id));

/** A field of a row as another row of its table has it; or the row taken away. */
const edit = fc
  .tuple(fc.constantFrom(...filled), fc.nat(), fc.nat(), fc.nat())
  .map(([entity, a, b, f]): Patch => {
    const rows = tables[entity] as unknown as readonly Row[];
    const own = rows[a % rows.length] as Row;
    const other = rows[b % rows.length] as Row;
    const fields = Object.keys(own).filter((field) => field !== "id");
    const field = fields[f % (fields.length + 1)];
    return field === undefined
      ? [removalOf(entity, own)]
      : [changeOf<Row>(entity, own, { [field]: other[field] } as Partial<Row>)];
  });

test("whatever is edited in the sample is told without ids", () => {
  fc.assert(
    fc.property(edit, (patch) => {
      for (const text of [tellPatch(tables, patch, ruleBook), ...tellRows(tables, patch, ruleBook)]) {
        const words = text.replaceAll(/[“‘][^”’]*[”’]/g, "").split(/[\s,;]+/);
        expect(ids.filter((id) => words.includes(id))).toEqual([]);
        expect(text).not.toMatch(/undefined|\[object/);
      }
    }),
    { numRuns: 2_000 },
  );
});
