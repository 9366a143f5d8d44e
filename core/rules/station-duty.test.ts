import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { stationDuty } from "./station-duty.ts";

/** Dubrov operates for 30 min; his cargo transfer is from 10:00 to 10:30. */
const planWith = (
  start: string,
  block: { kind?: "duty" | "meal" | "sleep" | "travel"; personId?: string } = {},
) =>
  plan({
    person: [row("person", "dubrov", { shortName: "Dubrov" }), row("person", "vande-hei")],
    scene: [row("scene", "7")],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at(start) })],
    assignment: [row("assignment", "a", { stripId: "s7", job: "camera", personId: "dubrov" })],
    crewBlock: [
      row("crewBlock", "b", {
        personId: "dubrov",
        title: "Cargo transfer",
        startsAt: at("8T10:00"),
        durationMin: 30,
        ...block,
      }),
    ],
  });

test.each([
  { name: "ending as the task begins is clear", start: "8T09:30", min: 0 },
  { name: "one minute into it costs one", start: "8T09:31", min: 1 },
  { name: "all of it costs all", start: "8T10:00", min: 30 },
  { name: "one minute before its end costs one", start: "8T10:29", min: 1 },
  { name: "beginning as the task ends is clear", start: "8T10:30", min: 0 },
])("$name", ({ start, min }) => {
  expect(judge(stationDuty, planWith(start)).amount).toBe(min);
});

test("a journey is a task; a meal has a rule of its own; others' tasks bind nobody else", () => {
  expect(judge(stationDuty, planWith("8T10:00", { kind: "travel" })).amount).toBe(30);
  expect(judge(stationDuty, planWith("8T10:00", { kind: "meal" })).findings).toEqual([]);
  expect(judge(stationDuty, planWith("8T10:00", { personId: "vande-hei" })).findings).toEqual([]);
});

test("two tasks at once take a minute once", () => {
  const { tables } = planWith("8T10:00");
  const second = row("crewBlock", "c", {
    personId: "dubrov",
    kind: "briefing",
    startsAt: at("8T10:10"),
    durationMin: 30,
  });
  const both = plan({ ...tables, crewBlock: [...tables.crewBlock, second] });
  expect(judge(stationDuty, both).amount).toBe(30);
});

test("names the person, the scene and the task", () => {
  expect(judge(stationDuty, planWith("8T10:18")).findings).toEqual([
    "Dubrov: 12 min of scene 7 in Cargo transfer (8 Oct 10:18–10:30). | 12 hard | 8T10:18–8T10:30 | s7 | dubrov",
  ]);
});

test("several duties in one call are all named, each once", () => {
  const { tables } = planWith("8T10:18");
  const block = (id: string, startsAt: string, title: string) =>
    row("crewBlock", id, { personId: "dubrov", title, startsAt: at(startsAt), durationMin: 5 });
  const more = [block("c", "8T10:35", "Inventory"), block("d", "8T10:42", "Inventory")];
  expect(judge(stationDuty, plan({ ...tables, crewBlock: [...tables.crewBlock, ...more] })).findings).toEqual(
    [
      "Dubrov: 22 min of scene 7 in Cargo transfer and Inventory (8 Oct 10:18–10:30, 8 Oct 10:35–10:40, 8 Oct 10:42–10:47). | 22 hard | 8T10:18–8T10:30 | s7 | dubrov",
    ],
  );
});
