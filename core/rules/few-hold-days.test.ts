import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../model/build.ts";
import { fewHoldDays } from "./few-hold-days.ts";
import { judge } from "./judge.ts";

/** Ann works on these dates; 8 October is closed. */
const planOf = (dates: readonly number[], unit: "main" | "landing" = "landing") =>
  plan({
    person: [row("person", "ann", { shortName: "Ann", category: "ground-crew" })],
    shootDay: shootDays(5, 6, 7, 8, 9, 10).map((day) => ({ ...day, isClosed: day.number === 3 })),
    scene: [row("scene", "50", { unit })],
    strip: dates.map((d) => row("strip", `s${d}`, { sceneId: "50", startsAt: at(`${d}T10:00`) })),
    assignment: dates.map((d) =>
      row("assignment", `a${d}`, { stripId: `s${d}`, job: "direct", personId: "ann" }),
    ),
  });

test.each([
  { name: "one day", dates: [7], held: 0 },
  { name: "days that lie together", dates: [5, 6, 7], held: 0 },
  { name: "two days between", dates: [5, 9], held: 2 },
  { name: "a closed day is nobody's", dates: [7, 9], held: 0 },
])("$name: $held held", ({ dates, held }) => {
  expect(judge(fewHoldDays, planOf(dates)).amount).toBe(held);
});

test("aboard nobody is held", () => {
  expect(judge(fewHoldDays, planOf([5, 10], "main")).findings).toEqual([]);
});

test("names who", () => {
  const { messages, violations } = judge(fewHoldDays, planOf([5, 7]));
  expect(messages).toEqual(["1 day of people held on the ground: Ann 1."]);
  expect(violations).toMatchObject([{ points: 60, people: ["ann"], strips: ["s5", "s7"] }]);
});

test("tells of several, and of who is held alone; who works every day is not named", () => {
  const { tables } = planOf([5, 9]);
  const bob = row("person", "bob", { shortName: "Bob" });
  const cleo = row("person", "cleo", { shortName: "Cleo" });
  const of = (personId: string, date: number) =>
    row("assignment", `${personId}${date}`, { stripId: `s${date}`, job: "light", personId });
  const assignment = [...tables.assignment, of("cleo", 5), of("bob", 5), of("bob", 9)];
  expect(
    judge(fewHoldDays, plan({ ...tables, person: [...tables.person, cleo, bob], assignment })).findings,
  ).toEqual([
    "4 days of people held on the ground: Ann 2, Bob 2. | 4 soft = 240 points | no span | s5 s9 | ann bob",
  ]);
  const lost = tables.strip.map((s) => (s.id === "s9" ? { ...s, startsAt: at("25T10:00") } : s));
  expect(judge(fewHoldDays, plan({ ...tables, strip: lost })).findings).toEqual([]);
});
