import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import type { Job } from "../model/job.ts";
import { judge } from "./judge.ts";
import { travel } from "./travel.ts";

/** Two hatches from Nauka over Zvezda to Zarya; nothing leads to the Cupola. Ann is free in Nauka at 10:30. */
const planWith = (start: string, { job = "direct" as Job, to = "zarya" } = {}) =>
  plan({
    person: [row("person", "ann", { shortName: "Ann" })],
    module: ["Nauka", "Zvezda", "Zarya", "Cupola"].map((name) => row("module", name.toLowerCase(), { name })),
    hatch: [
      row("hatch", "h1", { fromModuleId: "nauka", toModuleId: "zvezda" }),
      row("hatch", "h2", { fromModuleId: "zvezda", toModuleId: "zarya" }),
    ],
    scene: [row("scene", "7"), row("scene", "12")],
    strip: [
      row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00"), moduleId: "nauka" }),
      row("strip", "s12", { sceneId: "12", startsAt: at(start), moduleId: to }),
    ],
    assignment: [
      row("assignment", "a", { stripId: "s7", job: "camera", personId: "ann" }),
      row("assignment", "b", { stripId: "s12", job, personId: "ann" }),
    ],
  });

test.each([
  { name: "two minutes for two hatches are enough", start: "8T10:32", short: 0 },
  { name: "one minute is one short", start: "8T10:31", short: 1 },
  { name: "none is two short", start: "8T10:30", short: 2 },
  { name: "an overlap is no worse: another rule counts it", start: "8T10:10", short: 2 },
  {
    name: "the camera comes along: six minutes are enough",
    start: "8T10:36",
    job: "camera" as const,
    short: 0,
  },
  { name: "five are one short", start: "8T10:35", job: "light" as const, short: 1 },
  { name: "in the same module there is no way to go", start: "8T10:30", to: "nauka", short: 0 },
])("$name", ({ start, short, ...over }) => {
  expect(judge(travel, planWith(start, over)).amount).toBe(short);
});

test("minutes a hatch are parameters", () => {
  expect(judge(travel, planWith("8T10:32"), { personMinPerHatch: 5 }).amount).toBe(8);
});

test("where no way is known it says so and finds nothing", () => {
  const { violations, unknown } = judge(travel, planWith("8T11:00", { to: "cupola" }));
  expect(violations).toEqual([]);
  expect(unknown).toEqual(["Ann: no way is known from Nauka to Cupola."]);
});

test("names who, from where, where to and how far", () => {
  expect(judge(travel, planWith("8T10:31")).messages).toEqual([
    "Ann: 1 min missing on the way from Nauka (free 8 Oct 10:30) to scene 12 in Zarya, 2 hatches, 2 min.",
  ]);
  expect(judge(travel, planWith("8T10:31", { job: "camera", to: "zvezda" })).messages).toEqual([
    "Ann: 2 min missing on the way from Nauka (free 8 Oct 10:30) to scene 12 in Zvezda, 1 hatch with kit, 3 min.",
  ]);
});
