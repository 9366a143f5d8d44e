import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../model/build.ts";
import { crewTime } from "./crew-time.ts";
import { judge } from "./judge.ts";

/** Who directs a strip of so many minutes; ann is film crew. */
const planOf = (works: readonly (readonly [personId: string, min: number])[]) =>
  plan({
    person: [
      row("person", "ann"),
      row("person", "dubrov", { category: "expedition-crew", agency: "Roscosmos" }),
      row("person", "mark", { category: "expedition-crew", agency: "NASA" }),
    ],
    shootDay: shootDays(8),
    scene: [row("scene", "7")],
    strip: works.map(([, shootMin], i) =>
      row("strip", `s${i}`, { sceneId: "7", startsAt: at(`8T${10 + 2 * i}:00`), shootMin }),
    ),
    assignment: works.map(([personId], i) =>
      row("assignment", `a${i}`, { stripId: `s${i}`, job: "direct", personId }),
    ),
  });

test("counts what the ledger charges, of station crew alone", () => {
  // 45 + 15 of brief, 20 + 15.
  const { messages, violations } = judge(
    crewTime,
    planOf([
      ["dubrov", 45],
      ["ann", 90],
      ["mark", 20],
    ]),
  );
  expect(messages).toEqual([
    "1 h 35 of the station crew's time is planned, of 2 people (Roscosmos 1 h, NASA 35 min).",
  ]);
  expect(violations).toMatchObject([
    { amount: 95, points: 47.5, strips: ["s0", "s2"], people: ["dubrov", "mark"] },
  ]);
});

test("without station crew there is nothing to find", () => {
  expect(judge(crewTime, planOf([["ann", 90]])).findings).toEqual([]);
});

test("personal time counts as well; who gives most is named first, of two alike the first in the alphabet", () => {
  const { tables } = planOf([
    ["mark", 20],
    ["dubrov", 45],
    ["dubrov", 45],
    ["anton", 75],
  ]);
  const people = [
    ...tables.person,
    row("person", "anton", { category: "expedition-crew", agency: "ESA" }),
    row("person", "idle", { category: "expedition-crew", agency: "JAXA" }),
  ];
  const evening = row("crewBlock", "evening", {
    personId: "mark",
    kind: "pre-sleep",
    startsAt: at("8T10:00"),
    durationMin: 10,
  });
  const consent = [row("consent", "c", { personId: "mark", date: "2021-10-08", minutes: 10 })];
  const allocation = [row("allocation", "g", { personId: "idle", date: "2021-10-08", minutes: 60 })];
  const snapshot = plan({ ...tables, person: people, crewBlock: [evening], consent, allocation });
  expect(judge(crewTime, snapshot).findings).toEqual([
    "4 h 05 of the station crew's time is planned, of 3 people (Roscosmos 2 h, ESA 1 h 30, NASA 35 min). | 245 soft = 122.5 points | no span | s1 s2 s0 s3 | dubrov mark anton",
  ]);
  const alike = planOf([
    ["mark", 20],
    ["dubrov", 20],
  ]);
  expect(judge(crewTime, alike).findings).toEqual([
    "1 h 10 of the station crew's time is planned, of 2 people (NASA 35 min, Roscosmos 35 min). | 70 soft = 35 points | no span | s1 s0 | dubrov mark",
  ]);
  expect(judge(crewTime, planOf([["mark", 20]]), { pointsPerUnit: 2 }).findings).toEqual([
    "35 min of the station crew's time is planned, of 1 person (NASA 35 min). | 35 soft = 70 points | no span | s0 | mark",
  ]);
});
