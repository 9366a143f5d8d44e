import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { stability } from "./stability.ts";
import { mends } from "./testing-mends.ts";

type Strip = Parameters<typeof row<"strip">>[2];
/** Published at 10:00 in Nauka; now as the test says. The last strip was never published. */
const planOf = (...now: readonly Strip[]) =>
  plan({
    module: ["nauka", "zvezda"].map((id) => row("module", id)),
    scene: [row("scene", "7")],
    strip: [
      ...now.map((strip, i) =>
        row("strip", `s${i}`, { sceneId: "7", startsAt: at("8T10:00"), moduleId: "nauka", ...strip }),
      ),
      row("strip", "new", { sceneId: "7", startsAt: at("8T15:00"), moduleId: "nauka" }),
    ],
    publishedStrip: now.map((_, i) =>
      row("publishedStrip", `s${i}`, { stripId: `s${i}`, startsAt: at("8T10:00"), moduleId: "nauka" }),
    ),
  });

test.each<{ name: string; now: readonly Strip[]; moved: number }>([
  { name: "nothing published", now: [], moved: 0 },
  { name: "where it was", now: [{}], moved: 0 },
  { name: "another start", now: [{ startsAt: at("8T10:05") }], moved: 1 },
  { name: "another module", now: [{ moduleId: "zvezda" }], moved: 1 },
  { name: "off the board", now: [{ startsAt: null, moduleId: null }], moved: 1 },
  { name: "a longer rig is no move", now: [{ rigMin: 15 }], moved: 0 },
  {
    name: "what is shot stands where it was shot",
    now: [{ startsAt: at("8T11:00"), status: "shot" }],
    moved: 0,
  },
])("$name: $moved", ({ now, moved }) => {
  expect(judge(stability, planOf(...now)).amount).toBe(moved);
});

test("says how many of how many, and offers each its place back", () => {
  const snapshot = planOf({}, { startsAt: null, moduleId: null }, { moduleId: "zvezda" });
  const { messages, violations } = judge(stability, snapshot);
  expect(messages).toEqual([
    "2 of 3 published strips stand elsewhere than published, 1 of them in the boneyard.",
  ]);
  expect(violations).toMatchObject([{ points: 20, strips: ["s1", "s2"] }]);
  expect(mends(stability, snapshot)).toEqual([
    ["Scene 7 to 8 Oct 10:00", 1],
    ["Scene 7 to 8 Oct 10:00", 1],
  ]);
});

test("tells of one alone, and of the boneyard only what lies there", () => {
  expect(judge(stability, planOf({ startsAt: at("8T11:00") })).findings).toEqual([
    "1 of 1 published strip stands elsewhere than published. | 1 soft = 10 points | no span | s0 | nobody",
  ]);
  expect(judge(stability, planOf({ startsAt: null }, { startsAt: null })).findings).toEqual([
    "2 of 2 published strips stand elsewhere than published, 2 of them in the boneyard. | 2 soft = 20 points | no span | s0 s1 | nobody",
  ]);
  const { tables } = planOf({}, {});
  const gone = plan({ ...tables, strip: tables.strip.filter(({ id }) => id !== "s0") });
  expect(judge(stability, gone).findings).toEqual([]);
});
