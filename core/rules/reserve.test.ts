import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import { check } from "./check.ts";
import { judge } from "./judge.ts";
import { minutesInHand, reserveShares } from "./minutes-in-hand.ts";
import { reserve } from "./reserve.ts";

/** Day 10 of more, 930 min shootable, 20 % or 186 in reserve: 744 to use. */
const planOf = (...shootMins: readonly number[]) =>
  plan({
    shootDay: [
      ...shootDays(8).map((day) => ({ ...day, number: 10 })),
      ...shootDays(20).map((day) => ({ ...day, number: 22, isClosed: true })),
    ],
    shootWindow: [row("shootWindow", "main", { startsAt: at("1T00:00"), endsAt: at("31T00:00") })],
    scene: [row("scene", "7")],
    strip: shootMins.map((shootMin, i) =>
      row("strip", `s${i}`, { sceneId: "7", startsAt: at(`8T0${6 + i}:00`), shootMin }),
    ),
  });

test.each([
  { name: "an empty day", min: [], over: 0 },
  { name: "all but the reserve", min: [744], over: 0 },
  { name: "a minute of it", min: [700, 45], over: 1 },
  { name: "all of it, and more", min: [950], over: 206 },
])("$name: $over", ({ min, over }) => {
  expect(judge(reserve, planOf(...min)).amount).toBe(over);
});

test("is one truth with the minutes in hand, whatever the shares", () => {
  const snapshot = planOf(800);
  const shares = { laterPercent: 40 };
  const day = minutesInHand(factsOf(snapshot), reserveShares.parse(shares)).days[0]!;
  expect(judge(reserve, snapshot, shares).amount).toBe(day.used + day.reserved - day.shootable);
  expect(day.reserved).toBe(372);
});

test("names the day", () => {
  const { messages, violations } = judge(reserve, planOf(800));
  expect(messages).toEqual([
    "Fri 8 Oct: 13 h 20 of 15 h 30 are planned where 3 h 06 are to stay in hand, 56 min too much.",
  ]);
  expect(violations).toMatchObject([{ points: 56, strips: ["s0"] }]);
});

test("names only the main unit's strips, whose minutes they are", () => {
  const { tables, ...rest } = planOf(800, 30);
  const scene = [...tables.scene, row("scene", "50", { unit: "landing" })];
  const strip = tables.strip.map((s) => (s.id === "s1" ? { ...s, sceneId: scene[1]!.id } : s));
  expect(judge(reserve, { ...rest, tables: { ...tables, scene, strip } }).violations).toMatchObject([
    { amount: 56, strips: ["s0"] },
  ]);
});

test("the verdict's minutes follow the rule's settings", () => {
  const snapshot = planOf(800);
  const ruleSetting = [row("ruleSetting", "reserve", { params: { laterPercent: 40 } })];
  const { days, findings } = check({ ...snapshot, tables: { ...snapshot.tables, ruleSetting } });
  expect(days[0]?.reserved).toBe(372);
  expect(findings.find((f) => f.ruleId === "reserve")?.amount).toBe(242);
});
