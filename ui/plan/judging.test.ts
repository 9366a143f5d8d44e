import { expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at, plan, row } from "#core/model/build.ts";
import { check } from "#core/rules/check.ts";
import { judging } from "./judging.ts";

const start = plan({
  module: [row("module", "nauka")],
  scene: [row("scene", "1", { moduleId: "nauka" }), row("scene", "2", { moduleId: "nauka" })],
  strip: [
    row("strip", "a", { sceneId: "1", moduleId: "nauka", startsAt: at("6T08:00"), shootMin: minutes(60) }),
    row("strip", "b", { sceneId: "2", moduleId: "nauka", startsAt: at("6T10:00") }),
  ],
});
const moved = (to: string) => {
  const [a, b] = start.tables.strip;
  return { ...start, tables: { ...start.tables, strip: [a!, { ...b!, startsAt: at(to) }] } };
};

test("every state is judged as by itself, in whatever order they are asked for, and once", () => {
  const checkedOf = judging();
  const over = moved("6T08:30");
  for (const state of [start, over, moved("6T12:00"), over, start])
    expect(checkedOf(state).report).toEqual(check(state));
  expect(checkedOf(over)).toBe(checkedOf({ ...over }));
  expect(checkedOf(over).report.findings.some((f) => f.ruleId === "module-exclusive")).toBe(true);
});

test("other light is another state", () => {
  const checkedOf = judging();
  const before = checkedOf(start);
  const after = checkedOf({ ...start, light: { ...start.light, beta: [] } });
  expect(after).not.toBe(before);
  expect(after.facts.light.beta).toEqual([]);
});
