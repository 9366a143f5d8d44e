import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import { factsOf } from "#core/model/facts.ts";
import { columnDay, columnsOf, dayAndTime, dayTitle, momentOn, timeOn } from "./columns.ts";

const days = shootDays(6, 7, 8);

test.each([
  { name: "in the morning", when: "7T08:00", day: 2 },
  { name: "after bedtime, of the evening before", when: "7T23:30", day: 2 },
  { name: "before waking, of the morning it begins", when: "8T05:00", day: 3 },
  { name: "long before the first day", when: "2T12:00", day: 1 },
  { name: "long after the last", when: "14T12:00", day: 3 },
])("a strip stands in the column of its day: $name", ({ when, day }) => {
  expect(columnDay(days, at(when))?.number).toBe(day);
});

test.each(["06:00", "12:30", "22:00", "02:10", "23:59"])(
  "%s on a day is found again from its moment",
  (time) => {
    for (const day of days.slice(1)) {
      const moment = momentOn(days, day, time);
      if (moment === null) throw new Error("a time");
      expect(dayAndTime(days, moment)).toEqual({ dayId: day.id, time });
    }
  },
);

test.each([
  { name: "on its own date", when: "6T22:15", says: "22:15" },
  { name: "past midnight", when: "7T01:25", says: "01:25 +1" },
  { name: "before midnight, for a day that wakes early", when: "5T23:40", says: "23:40 −1" },
  { name: "to the nearest minute", when: "6T23:59:40", says: "00:00 +1" },
])("a time on a shoot day says when it is of another date: $name", ({ when, says }) => {
  expect(timeOn(days[0]!, at(when))).toBe(says);
});

test("what is no time of the clock is none", () => {
  expect(momentOn(days, days[0]!, "25:00")).toBeNull();
  expect(momentOn(days, days[0]!, "")).toBeNull();
});

test("columns hold their strips in order of start, and their banners", () => {
  const facts = factsOf(
    plan({
      shootDay: days,
      scene: [row("scene", "12")],
      strip: [
        row("strip", "late", { sceneId: "12", startsAt: at("6T15:00") }),
        row("strip", "early", { sceneId: "12", startsAt: at("6T09:00") }),
        row("strip", "bones", { sceneId: "12" }),
        // By the day they belong to, not by the clock: after bedtime, and before waking.
        row("strip", "night", { sceneId: "12", startsAt: at("7T01:25") }),
        row("strip", "dawn", { sceneId: "12", startsAt: at("7T05:30") }),
        row("strip", "morning", { sceneId: "12", startsAt: at("7T06:00") }),
      ],
    }),
  );
  const columns = columnsOf(facts, [row("banner", "move", { dayId: "day-2", order: 0 })]);
  expect(columns.map((c) => c.strips.map((p) => p.strip.id))).toEqual([
    ["early", "late", "night"],
    ["dawn", "morning"],
    [],
  ]);
  expect(columns.map((c) => c.banners.length)).toEqual([0, 1, 0]);
  expect(dayTitle(days[2]!)).toBe("Day 3 · Fri 8 Oct");
});
