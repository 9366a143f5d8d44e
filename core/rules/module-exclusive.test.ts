import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { moduleExclusive } from "./module-exclusive.ts";

/** Scene 7 takes Nauka from 10:00: rig 10, shoot 30, strike 5, so until 10:45. */
const planWith = (...others: readonly { start: string; moduleId?: string; sceneId?: string }[]) =>
  plan({
    module: [row("module", "nauka", { name: "Nauka" }), row("module", "zarya")],
    scene: [row("scene", "7"), row("scene", "12")],
    strip: [{ start: "8T10:00", sceneId: "7" }, ...others].map(({ start, ...over }, i) =>
      row("strip", `s${i}`, {
        sceneId: "12",
        startsAt: at(start),
        moduleId: "nauka",
        rigMin: 10,
        strikeMin: 5,
        ...over,
      }),
    ),
  });

test.each([
  { name: "one after the other is clear", other: { start: "8T10:45" }, min: 0 },
  { name: "a minute into strike costs one", other: { start: "8T10:44" }, min: 1 },
  { name: "at the same time costs all", other: { start: "8T10:00" }, min: 45 },
  { name: "elsewhere is clear", other: { start: "8T10:00", moduleId: "zarya" }, min: 0 },
])("$name", ({ other, min }) => {
  expect(judge(moduleExclusive, planWith(other)).amount).toBe(min);
});

test("each pair is one finding, also beyond the next one", () => {
  // 7 until 10:45; 10:20–11:05; 10:40–11:25: pairs share 25, 5 and 25 min.
  const { violations } = judge(moduleExclusive, planWith({ start: "8T10:20" }, { start: "8T10:40" }));
  expect(violations.map((v) => [...v.strips, v.amount])).toEqual([
    ["s0", "s1", 25],
    ["s0", "s2", 5],
    ["s1", "s2", 25],
  ]);
});

test("names the module and both scenes", () => {
  expect(judge(moduleExclusive, planWith({ start: "8T10:30" })).findings).toEqual([
    "Nauka: scenes 7 and 12 overlap by 15 min (8 Oct 10:30–10:45). | 15 hard | 8T10:30–8T10:45 | s0 s1 | nobody",
  ]);
  expect(judge(moduleExclusive, planWith({ start: "8T10:30", sceneId: "7" })).findings).toEqual([
    "Nauka: two parts of scene 7 overlap by 15 min (8 Oct 10:30–10:45). | 15 hard | 8T10:30–8T10:45 | s0 s1 | nobody",
  ]);
});
