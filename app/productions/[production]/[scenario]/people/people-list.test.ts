import { expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import { factsOf } from "#core/model/facts.ts";
import { check } from "#core/rules/check.ts";
import { peopleLines } from "./people-list.ts";

const snapshot = plan({
  person: [
    row("person", "shipenko"),
    row("person", "dubrov", { category: "expedition-crew", shortName: "Dubrov" }),
  ],
  role: [row("role", "pyotr", { number: 3, personId: "dubrov", crewPlayed: true })],
  certificate: [row("certificate", "camera", { jobs: ["camera"] })],
  flight: [row("flight", "ms19-up", { ship: "Soyuz MS-19" })],
  seat: [row("seat", "seat", { flightId: "ms19-up", personId: "shipenko" })],
  shootDay: shootDays(6, 7, 8, 9),
  module: [row("module", "nauka")],
  scene: [row("scene", "s")],
  strip: [
    row("strip", "a", { sceneId: "s", startsAt: at("6T10:00"), moduleId: "nauka" }),
    row("strip", "b", { sceneId: "s", startsAt: at("8T10:00"), moduleId: "nauka" }),
  ],
  setUp: [row("setUp", "u", { sceneId: "s", stripId: "b", roleIds: ["pyotr"] })],
  assignment: ["a", "b"].map((stripId) =>
    row("assignment", `${stripId}-camera`, { stripId, job: "camera", personId: "shipenko" }),
  ),
  allocation: [
    row("allocation", "x", { personId: "dubrov", date: "2021-10-08", minutes: minutes(120) }),
    row("allocation", "y", { personId: "dubrov", date: "2021-10-09", minutes: minutes(120) }),
  ],
});

test("a line says who flies, who works when, who may do what and whose time is used", () => {
  const [shipenko, dubrov] = peopleLines(snapshot.tables, factsOf(snapshot), check(snapshot));
  expect(shipenko).toMatchObject({
    up: { text: "Soyuz MS-19, left seat, 5 Oct", short: "MS-19 left" },
    down: null,
    ...{ wanted: 1, ready: 0, codes: ["SW", "H", "WF", null], worked: 2, time: null },
  });
  expect(dubrov).toMatchObject({
    roles: [{ number: 3, crewPlayed: true }],
    ...{ codes: [null, null, "SWF", null], worked: 1, wanted: 0 },
    time: { granted: 240, isOver: false },
  });
  expect(dubrov?.time?.used).toBeGreaterThan(30);
  expect(shipenko?.findings.map((f) => f.ruleId)).toContain("training-gate");
});
