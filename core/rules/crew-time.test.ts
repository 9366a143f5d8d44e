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
