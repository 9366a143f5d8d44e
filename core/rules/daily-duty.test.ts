import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { PersonCategory } from "../model/person.ts";
import { dailyDuty } from "./daily-duty.ts";
import { judge } from "./judge.ts";

/** One call a day from 08:00, of the given minutes; days from 6 October. 0 is a free day. */
const onCall = (perDay: readonly number[], category: PersonCategory = "film-crew") => {
  const days = perDay.map((min, i) => ({ min, date: 6 + i })).filter(({ min }) => min > 0);
  return plan({
    shootDay: shootDays(6, 7, 8, 9, 10, 11, 12, 13),
    person: [row("person", "Shipenko", { category })],
    scene: [row("scene", "7")],
    strip: days.map(({ min, date }) =>
      row("strip", `s${date}`, {
        sceneId: "7",
        startsAt: at(`${date}T08:00`),
        rigMin: minutes(30),
        shootMin: minutes(min - 60),
        strikeMin: minutes(30),
      }),
    ),
    assignment: days.map(({ date }) =>
      row("assignment", `a${date}`, { stripId: `s${date}`, job: "camera", personId: "Shipenko" }),
    ),
  });
};

test.each([
  { name: "ten hours with rig and strike are the limit", perDay: [600], over: 0 },
  { name: "one minute more is one over", perDay: [601], over: 1 },
  { name: "two hours more are 120 over", perDay: [720], over: 120 },
  { name: "six days of ten hours are the week's limit", perDay: [600, 600, 600, 600, 600, 600], over: 0 },
  { name: "an hour on the seventh day is 60 over", perDay: [600, 600, 600, 600, 600, 600, 60], over: 60 },
  { name: "the eighth day is another week", perDay: [600, 600, 600, 600, 600, 600, 0, 600], over: 0 },
  {
    name: "the surplus of one week is counted once",
    perDay: [540, 540, 540, 540, 540, 540, 540, 540],
    over: 180,
  },
])("$name", ({ perDay, over }) => {
  expect(judge(dailyDuty, onCall(perDay)).amount).toBe(over);
});

test("only the film crew has these limits", () => {
  expect(judge(dailyDuty, onCall([720], "expedition-crew")).findings).toEqual([]);
});

test("both limits can be set", () => {
  expect(judge(dailyDuty, onCall([600, 600]), { dailyHours: 8, weeklyHours: 18 }).amount).toBe(
    120 + 120 + 120,
  );
});

test("says how long, when, and how much over", () => {
  expect(judge(dailyDuty, onCall([660])).findings).toEqual([
    "Shipenko: 11 h on call on Wed 6 Oct, 1 h over 10 h. | 60 hard | 6T06:00–6T21:30 | s6 | Shipenko",
  ]);
  expect(judge(dailyDuty, onCall([600, 600, 600, 600, 600, 600, 90])).findings).toEqual([
    "Shipenko: 61 h 30 on call from Wed 6 Oct to Tue 12 Oct, 1 h 30 over 60 h. | 90 hard | 6T06:00–12T21:30 | s6 s7 s8 s9 s10 s11 s12 | Shipenko",
  ]);
});

test("the optimiser is told how long each call is, and how long those of a day and of seven may be", () => {
  const { tables } = onCall([600, 90]);
  const person = [...tables.person, row("person", "Dubrov", { category: "expedition-crew" })];
  const assignment = [
    ...tables.assignment,
    row("assignment", "d", { stripId: "s6", job: "camera", personId: "Dubrov" }),
  ];
  const facts = factsOf(plan({ ...tables, person, assignment }));
  const view = dailyDuty.view({ dailyHours: 8, weeklyHours: 20.51 });
  expect([...facts.placed.values()].map((placed) => view.draws(placed, facts))).toEqual([
    [{ account: "Shipenko", amount: 600 }],
    [{ account: "Shipenko", amount: 90 }],
  ]);
  const caps = view
    .caps(facts)
    .map(({ account, days, most }) => [account, ...days.map(({ number }) => number), most].join(" "));
  expect(caps).toEqual([
    "Shipenko 1 480",
    "Shipenko 1 2 3 4 5 6 7 1230",
    "Shipenko 2 480",
    "Shipenko 2 3 4 5 6 7 8 1230",
    "Shipenko 3 480",
    "Shipenko 3 4 5 6 7 8 1230",
    "Shipenko 4 480",
    "Shipenko 4 5 6 7 8 1230",
    "Shipenko 5 480",
    "Shipenko 5 6 7 8 1230",
    "Shipenko 6 480",
    "Shipenko 6 7 8 1230",
    "Shipenko 7 480",
    "Shipenko 7 8 1230",
    "Shipenko 8 480",
    "Shipenko 8 1230",
  ]);
});

test("a call on no shoot day cannot be judged", () => {
  const { tables } = onCall([600]);
  const strip = tables.strip.map((s) => ({ ...s, startsAt: at("20T08:00") }));
  expect(judge(dailyDuty, plan({ ...tables, strip })).findings).toEqual([
    "Shipenko: a call lies on no shoot day; its hours are not judged. | unknown | no span | s6",
  ]);
});

test("calls at once count once", () => {
  const { tables } = onCall([600]);
  const twice = tables.strip.flatMap((s) => [s, row("strip", "more", { ...s, id: "more" })]);
  const assignment = [
    ...tables.assignment,
    row("assignment", "b", { stripId: "more", job: "camera", personId: "Shipenko" }),
  ];
  expect(judge(dailyDuty, plan({ ...tables, strip: twice, assignment })).findings).toEqual([]);
});
