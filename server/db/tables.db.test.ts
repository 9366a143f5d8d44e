import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PRODUCTION_ENTITIES, SCENARIO_ENTITIES, tablesOf } from "#core/model/bundle.ts";
import { ENTITY_NAMES } from "#core/model/entities.ts";
import { testingBundle } from "#interchange/bundle/testing-bundle.ts";
import { testingServer } from "../testing-server.ts";
import { exportBundle, insertBundle } from "./bundles.ts";
import { database, transaction } from "./client.ts";
import { copyTables, loadPlan, loadTables } from "./tables.ts";

const one = testingBundle("one");
const other = testingBundle("other");
let end: () => Promise<void>;

beforeAll(async () => {
  end = await testingServer();
  await insertBundle(one);
  await insertBundle(other);
});
afterAll(() => end());

const tablesAsGiven = tablesOf(one.shared, one.scenarios[0]!.tables);

describe.each(ENTITY_NAMES)("%s", (entity) => {
  test("comes back from the database as it went in", async () => {
    const tables = await loadTables("one-production", "one-main");
    expect(tablesAsGiven[entity].length).toBeGreaterThan(0);
    const byId = (rows: readonly { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(tables[entity]).toEqual(byId(tablesAsGiven[entity]));
  });
});

test("a scenario of another production is not there", async () => {
  expect(await loadPlan("one-production", "other-main")).toBeNull();
  await expect(loadTables("one-production", "other-main")).rejects.toThrow("no such scenario");
});

test("instants are UTC whatever the server's own zone", async () => {
  const name = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  await database().$executeRawUnsafe(`ALTER DATABASE "${name}" SET timezone = 'Asia/Kolkata'`);
  await database().$disconnect(); // sessions made after this would take the new habit
  const strip = await database().strip.findFirstOrThrow({ where: { scenarioId: "one-main", id: "s8" } });
  expect(strip.startsAt?.toISOString()).toBe("2021-10-08T10:00:00.000Z");
  expect((await loadTables("one-production", "one-main")).strip).toEqual(tablesAsGiven.strip);
});

test("a bundle comes out as it went in", async () => {
  const out = await exportBundle("one-production");
  expect(out?.production).toEqual(one.production);
  expect(out?.scenarios.map(({ scenario }) => scenario)).toEqual(
    one.scenarios.map(({ scenario }) => scenario),
  );
  const counts = (tables: object) =>
    Object.entries(tables)
      .map(([name, rows]) => `${name} ${(rows as unknown[]).length}`)
      .sort();
  expect(counts(out?.shared ?? {})).toEqual(counts(one.shared));
  expect(counts(out?.scenarios[1]?.tables ?? {})).toEqual(counts(one.scenarios[1]!.tables));
  expect(await exportBundle("nowhere")).toBeNull();
});

test("a copy of a scenario holds every row under the same id", async () => {
  await database().scenario.create({
    data: { id: "copy", productionId: "one-production", name: "Copy", note: "" },
  });
  await transaction((tx) => copyTables(tx, "one-main", "copy"));
  const copy = await loadTables("one-production", "copy");
  const original = await loadTables("one-production", "one-main");
  for (const entity of SCENARIO_ENTITIES) expect(copy[entity]).toEqual(original[entity]);
});

test("the database itself refuses a reference into another scenario or production", async () => {
  const setUp = { ...one.scenarios[0]!.tables.setUp[0]!, id: "stray" };
  await expect(
    database().setUp.create({
      data: { ...setUp, sceneId: "nowhere", productionId: "one-production", scenarioId: "one-main" } as never,
    }),
  ).rejects.toThrow();
  await expect(
    database().setUp.create({
      data: { ...setUp, productionId: "other-production", scenarioId: "one-main" } as never,
    }),
  ).rejects.toThrow();
});

test("the database itself keeps one current scenario to a production", async () => {
  await expect(
    database().scenario.update({ where: { id: "one-early" }, data: { isCurrent: true } }),
  ).rejects.toThrow();
});

test("many rows at once", async () => {
  const [scene] = one.scenarios[0]!.tables.scene;
  const many = Array.from({ length: 6_000 }, (_, i) => ({ ...scene!, id: `n${i}`, number: `${i}` }));
  const big = testingBundle("big");
  await insertBundle({
    ...big,
    scenarios: [
      {
        ...big.scenarios[0]!,
        tables: {
          ...big.scenarios[0]!.tables,
          scene: [...big.scenarios[0]!.tables.scene, ...(many as never[])],
        },
      },
    ],
  });
  expect((await loadTables("big-production", "big-main")).scene).toHaveLength(6_002);
});

test("a production goes with everything it has, and only that", async () => {
  await database().production.delete({ where: { id: "other-production" } });
  for (const entity of [...PRODUCTION_ENTITIES, ...SCENARIO_ENTITIES]) {
    const rows = database()[entity] as unknown as { count(args: object): Promise<number> };
    expect(await rows.count({ where: { productionId: "other-production" } }), entity).toBe(0);
    expect(await rows.count({ where: { productionId: "one-production" } }), entity).toBeGreaterThan(0);
  }
});
