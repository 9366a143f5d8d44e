import { expect, test } from "vitest";
import { at, plan, row } from "#core/model/build.ts";
import { factsOf } from "#core/model/facts.ts";
import { ALL, filtered, type SceneFilter } from "./scene-filter.ts";
import { sceneLines } from "./scene-list.ts";

const snapshot = plan({
  module: [row("module", "nauka", { name: "Nauka" })],
  role: [row("role", "zhenya", { number: 1, name: "Zhenya" })],
  scene: [
    row("scene", "s1", { number: "1", setName: "NAUKA, OPERATION", moduleId: "nauka", order: 0 }),
    row("scene", "s12", { number: "12", setName: "STEPPE", unit: "landing", order: 1 }),
  ],
  strip: [
    row("strip", "a", { sceneId: "s1", part: 1, parts: 2, startsAt: at("6T10:00"), moduleId: "nauka" }),
    row("strip", "b", { sceneId: "s1", part: 2, parts: 2 }),
    row("strip", "c", { sceneId: "s12", startsAt: at("16T10:00") }),
  ],
  setUp: [
    row("setUp", "u", { sceneId: "s1", stripId: "a", roleIds: ["zhenya"], light: "sunrise" }),
    row("setUp", "v", { sceneId: "s1", stripId: "b", tier: "nice", order: 1 }),
  ],
});
const lines = sceneLines(factsOf(snapshot), {
  findings: [{ kind: "violation", level: "soft", strips: ["c"], message: "far" } as never],
});
const found = (filter: Partial<SceneFilter>) => filtered(lines, { ...ALL, ...filter }).map((l) => l.number);

test("a line says what the plan makes of a scene", () => {
  expect(lines).toMatchObject([
    {
      ...{ place: "Nauka", cast: [{ number: 1, name: "Zhenya" }], tiers: { must: 1, should: 0, nice: 1 } },
      ...{ tier: "must", light: ["sunrise"], worst: null },
      ...{ placedText: "6 Oct 10:00", partsNote: "1 of 2 parts" },
    },
    { place: "Landing unit", tier: null, placedText: "16 Oct 10:00", worst: "soft", findings: ["far"] },
  ]);
});

test.each<[Partial<SceneFilter>, string[]]>([
  [{}, ["1", "12"]],
  [{ search: "1" }, ["1", "12"]],
  [{ search: "#1" }, ["1"]],
  [{ search: "operation zhen" }, ["1"]],
  [{ place: "Landing unit" }, ["12"]],
  [{ tier: "nice" }, ["1"]],
  [{ placed: "placed" }, ["12"]],
  [{ placed: "boneyard" }, ["1"]],
  [{ placed: "findings" }, ["12"]],
  [{ search: "steppe", tier: "must" }, []],
])("%o finds %o", (filter, numbers) => {
  expect(found(filter)).toEqual(numbers);
});
