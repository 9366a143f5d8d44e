import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ENTITY_NAMES, type EntityName, entities } from "#core/model/entities.ts";

const prisma = join(import.meta.dirname, "../../prisma");
const text = readFileSync(join(prisma, "schema.prisma"), "utf8");

interface Model {
  readonly name: string;
  readonly doc: string;
  readonly fields: readonly { readonly name: string; readonly type: string; readonly line: string }[];
  readonly body: string;
}
const models: readonly Model[] = [...text.matchAll(/((?:^\/\/\/.*\n)*)^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(
  ([, doc = "", name = "", body = ""]) => ({
    name,
    doc,
    body,
    fields: body
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => /^[a-z]/.test(line))
      .map((line) => {
        const [fieldName = "", type = ""] = line.split(/\s+/);
        return { name: fieldName, type, line };
      }),
  }),
);
const byName = new Map(models.map((model) => [model.name, model]));
const bare = (type: string) => type.replace(/[?[\]]/g, "");
const isRelation = ({ type }: { type: string }) => byName.has(bare(type));
const modelOf = (entity: EntityName) => byName.get(`${entity[0]?.toUpperCase()}${entity.slice(1)}`);

test("reads the models at all", () => {
  expect(models.length).toBeGreaterThan(ENTITY_NAMES.length);
});

describe.each(models)("$name", ({ doc, fields, body, name }) => {
  test("says what it is", () => expect(doc).toMatch(/^\/\/\/ \S/));

  test("keeps instants with their zone", () => {
    for (const { line, type } of fields)
      if (bare(type) === "DateTime") expect(line).toContain("@db.Timestamptz(3)");
  });

  test("says for every relation what a deletion does", () => {
    for (const { line } of fields) if (line.includes("fields: [")) expect(line).toMatch(/onDelete: \w+/);
  });

  test("finds the rows of every relation by an index", () => {
    const indexed = [...body.matchAll(/@@(?:id|unique|index)\(\[([^\]]+)\]/g)].map(([, list = ""]) =>
      list.split(/,\s*/),
    );
    for (const { line } of fields) {
      const columns = /fields: \[([^\]]+)\]/.exec(line)?.[1]?.split(/,\s*/);
      if (!columns) continue;
      // (productionId, scenarioId) is found by the scenario, which is in one production only.
      const wanted = columns.join() === "productionId,scenarioId" ? ["scenarioId"] : columns;
      const isFound = indexed.some((index) => wanted.every((column, i) => index[i] === column));
      expect(isFound, `${name}: ${columns.join(", ")}`).toBe(true);
    }
  });
});

describe.each(ENTITY_NAMES)("%s", (entity) => {
  const model = modelOf(entity);
  const { schema, stream, refs } = entities[entity];
  const shape = Object.keys(schema.shape);
  const own = stream === "scenario" ? ["productionId", "scenarioId"] : ["productionId"];
  const columns = model?.fields.filter((field) => !isRelation(field)) ?? [];

  test("has a model with exactly its fields", () => {
    expect(columns.map((field) => field.name).sort()).toEqual([...own, ...shape].sort());
  });

  test("may be null exactly where its schema says so", () => {
    const optional = shape.filter((field) => (schema.shape as never)[field] && nullable(schema.shape, field));
    expect(
      columns
        .filter((f) => f.type.endsWith("?"))
        .map((f) => f.name)
        .sort(),
    ).toEqual(optional.sort());
  });

  test("names its rows by stream and id", () => {
    expect(model?.body).toContain(`@@id([${own.at(-1)}, id])`);
  });

  test("holds its references", () => {
    for (const [field, target] of Object.entries(refs as Record<string, EntityName>)) {
      const column = columns.find((f) => f.name === field);
      if (column?.type.endsWith("[]")) continue;
      const scope = entities[target].stream === "scenario" ? "scenarioId" : "productionId";
      const relation = model?.fields.find((f) => f.line.includes(`fields: [${scope}, ${field}]`));
      expect(relation && bare(relation.type), field).toBe(modelOf(target)?.name);
      expect(relation?.line).toContain("onDelete: NoAction");
    }
  });
});

function nullable(shape: object, field: string): boolean {
  const schema = (shape as Record<string, { safeParse(value: unknown): { success: boolean } }>)[field];
  return schema?.safeParse(null).success ?? false;
}

test("a production has one current scenario: the index that Prisma cannot write is in the migrations", () => {
  const sql = readdirSync(join(prisma, "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readFileSync(join(prisma, "migrations", entry.name, "migration.sql"), "utf8"));
  expect(sql.join("\n")).toContain('CREATE UNIQUE INDEX "Scenario_one_current"');
});
