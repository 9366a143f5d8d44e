import { expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at, plan, row, shootDays, span } from "#core/model/build.ts";
import { factsOf } from "#core/model/facts.ts";
import { clockFor } from "#core/report/moment.ts";
import { check } from "#core/rules/check.ts";
import { dayModel } from "./day-model.ts";
import { inLanes } from "./lanes.ts";

const [day] = shootDays(6);
const snapshot = plan({
  shootDay: shootDays(6),
  person: [
    row("person", "dubrov", { category: "expedition-crew" }),
    row("person", "mara"),
    row("person", "far", { category: "ground-crew" }),
  ],
  role: [row("role", "zhenya", { number: 1, personId: "dubrov" })],
  module: [row("module", "nauka")],
  scene: [row("scene", "12", { moduleId: "nauka" })],
  strip: [
    row("strip", "a", {
      sceneId: "12",
      moduleId: "nauka",
      startsAt: at("6T21:00"),
      rigMin: minutes(60),
      strikeMin: minutes(10),
    }),
  ],
  setUp: [row("setUp", "12A", { sceneId: "12", stripId: "a", roleIds: ["zhenya"] })],
  assignment: [row("assignment", "x", { stripId: "a", job: "camera", personId: "mara" })],
  crewBlock: [
    row("crewBlock", "sleep", {
      personId: "mara",
      kind: "sleep",
      startsAt: at("6T21:30"),
      durationMin: minutes(510),
    }),
    row("crewBlock", "meal", {
      personId: "mara",
      kind: "meal",
      startsAt: at("6T13:00"),
      durationMin: minutes(60),
    }),
  ],
});
const facts = factsOf(snapshot);
const model = dayModel(facts, check(snapshot), day!, clockFor("Europe/Moscow", "2021-10-06"), "MSK");

test("the day runs in full hours, from before waking to after bedtime", () => {
  expect(model.range).toEqual(span("6T04:00", "6T23:00"));
  expect(model.hours[0]).toEqual({ at: at("6T04:00"), gmt: "04:00", home: "07:00" });
});

test("who has something that day has a row, film crew first; then the modules in use", () => {
  expect(model.rows.map((r) => r.name)).toEqual(["mara", "dubrov", "nauka"]);
});

test("an operator's call is rig, shoot and strike; a performer's is make-up and shoot", () => {
  const stretches = (name: string) =>
    model.rows
      .find((r) => r.name === name)
      ?.items.find((i) => i.kind === "strip")
      ?.stretches.map((s) => s.kind);
  expect(stretches("mara")).toEqual(["rig", "shoot", "strike"]);
  expect(stretches("dubrov")).toEqual(["make-up", "shoot"]);
});

test("an item says in words what it is, with home time, and what rules find there", () => {
  const item = model.rows[0]?.items.find((i) => i.kind === "strip");
  expect(item?.text).toBe(
    "Scene 12, STATION, 21:00–22:40 GMT (00:00 +1–01:40 +1 MSK), nauka, Camera operator",
  );
  expect(item?.finding).toBe("hard");
  expect(item?.messages.join()).toContain("1 h 10 of scene 12 in sleep");
});

test("what overlaps stands in lanes of its own; what only touches shares one", () => {
  const lanes = inLanes([
    { span: span("6T08:00", "6T10:00") },
    { span: span("6T09:00", "6T11:00") },
    { span: span("6T10:00", "6T12:00") },
  ]);
  expect(lanes.map((l) => l.lane)).toEqual([0, 1, 0]);
});
