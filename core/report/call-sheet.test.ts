import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { check } from "../rules/check.ts";
import { jobsFilled } from "../rules/jobs-filled.ts";
import { callSheet } from "./call-sheet.ts";
import { CONTEXT, smallPlan } from "./testing-plan.ts";

const sheetOf = (snapshot: ScenarioSnapshot, dayNumber = 3) =>
  callSheet.build(snapshot, check(snapshot, [jobsFilled]), { dayNumber }, CONTEXT);
const change = (over: (tables: ScenarioSnapshot["tables"]) => Partial<ScenarioSnapshot["tables"]>) => {
  const snapshot = smallPlan();
  return { ...snapshot, tables: { ...snapshot.tables, ...over(snapshot.tables) } };
};

test("the heading says which day, whose film, which issue", () => {
  const { heading, day, windowLeft } = sheetOf(smallPlan());
  expect(heading).toMatchObject({
    ...{ title: "The Challenge", titleLocal: "Вызов", issueText: "Revision 2, pink" },
    ...{ scenario: "Main", scenarioRevision: 0, madeText: "2021-10-07 18:00 GMT" },
  });
  expect(day).toMatchObject({ text: "Day 3 (1 of 2)", dateText: "Fri 8 Oct 2021", isClosed: false });
  expect(windowLeft).toMatchObject({ text: "8 d 14 h", closesText: "16 Oct 20:41" });
});

test("a window that begins with day 1 counts its days by their numbers", () => {
  const from1 = change((tables) => ({
    shootDay: tables.shootDay.map((day) => ({ ...day, number: day.number - 2 })),
  }));
  expect(sheetOf(from1, 1).day?.text).toBe("Day 1 of 2");
});

test("the first times of the day, GMT first", () => {
  const { generalCall, firstShot, wrap, meal } = sheetOf(smallPlan());
  expect(generalCall).toEqual({ at: at("8T08:00"), gmt: "08:00", home: "11:00" });
  expect(firstShot?.gmt).toBe("09:00");
  expect(wrap?.gmt).toBe("20:00");
  expect([meal?.start.gmt, meal?.end.gmt]).toEqual(["13:00", "14:00"]);
});

test("calls: the cast by number, then the crew; make-up, call, on set, wrap", () => {
  const rows = sheetOf(smallPlan()).people.map((p) => [
    p.name,
    p.status,
    p.makeUp?.gmt,
    p.call.gmt,
    p.onSet?.gmt,
    p.wrap.gmt,
  ]);
  expect(rows).toEqual([
    ["Yulia Peresild", "SW", "08:50", "08:50", "09:00", "20:00"],
    ["Pyotr Dubrov", "SWF", "19:05", "19:05", "19:15", "20:00"],
    ["Klim Shipenko", "SW", undefined, "08:00", undefined, "20:00"],
  ]);
});

test("who is first called to strike a set that stood already is told so", () => {
  const dresses = change((tables) => ({
    strip: tables.strip.map((s) =>
      s.sceneId === "7" ? { ...s, rigMin: minutes(0), strikeMin: minutes(20) } : s,
    ),
    assignment: [row("assignment", "dress", { stripId: "s7", job: "dress", personId: "peresild" })],
    role: [],
  }));
  const [peresild] = sheetOf(dresses).people.filter((p) => p.name === "Yulia Peresild");
  expect(peresild?.remarks).toEqual(["begins with the strike of 7"]);
});

test("personal time, with the consent there is", () => {
  const dubrov = (snapshot: ScenarioSnapshot) =>
    sheetOf(snapshot).people.find((p) => p.name === "Pyotr Dubrov")?.remarks;
  expect(dubrov(smallPlan())).toEqual([
    "personal time 30 min, by consent",
    "spotter on 7",
    "40 of 120 min granted",
  ]);
  expect(dubrov(change(() => ({ consent: [] })))?.[0]).toBe("personal time 30 min, 30 min without consent");
});

test("strips in order, with their share of the pages", () => {
  const { strips, totals } = sheetOf(smallPlan());
  expect(
    strips.map((s) => [s.time.start.gmt, s.scene, s.part, s.intExt, s.dayNight, s.pages, s.module]),
  ).toEqual([
    ["08:00", "12", "1/2", "INT", "DAY", "6/8", "Nauka"],
    ["19:00", "7", "", "INT", "DAWN", "3/8", "Cupola"],
  ]);
  expect(totals).toEqual({ strips: 2, pages: "1 1/8", shootMin: 85 });
  expect(strips[0]).toMatchObject({ tier: "must", isPinned: true });
  expect(strips[1]?.jobs.map((job) => [job.code, job.people])).toEqual([
    ["Dir", ["Shipenko"]],
    ["Cam", ["Shipenko"]],
    ["Spot", ["Dubrov"]],
  ]);
});

test.each([
  { noiseDba: 60, syncSound: true, sound: "guide" },
  { noiseDba: 55, syncSound: true, sound: "sync" },
  { noiseDba: null, syncSound: true, sound: "unknown" },
  { noiseDba: 60, syncSound: false, sound: "mute" },
])("sound wanted $syncSound at $noiseDba dBA: $sound", ({ noiseDba, syncSound, sound }) => {
  const { strips } = sheetOf(
    change((tables) => ({
      module: tables.module.map((m) => ({ ...m, noiseDba })),
      setUp: tables.setUp.map((s) => ({ ...s, syncSound })),
    })),
  );
  expect(strips[0]?.sound).toBe(sound);
});

test("light: the day's crossings to the second, paired, and who asks for them", () => {
  const { light, strips } = sheetOf(smallPlan());
  expect(light.betaDeg).toBe(-42.7);
  expect(light.orbitalDays).toEqual([
    {
      sunrise: expect.objectContaining({
        time: "19:20:40",
        crossingS: 12,
        place: "51.6° S 140.9° E",
        marginS: 2,
      }),
      sunset: expect.objectContaining({ time: "20:21:50" }),
      dayMin: 61,
      scenes: ["7"],
    },
  ]);
  expect(strips[1]?.setUps[0]).toMatchObject({ lightText: "sunrise 19:20:40", pane: "Pane 1" });
});

test("links: none are listed where nobody asks, all of the day where one set-up does, with who asks", () => {
  expect(sheetOf(smallPlan()).light.links).toBeNull();
  const asking = change((tables) => ({
    setUp: tables.setUp.map((s) => ({ ...s, groundLink: s.sceneId === "12" })),
  }));
  expect(sheetOf(asking).light.links).toEqual([]);
  const pass = (name: string, from: string, until: string, maxElevationDeg: number | null) => ({
    ...{ kind: maxElevationDeg === null ? ("relay" as const) : ("ground-site" as const), by: name, name },
    ...{ span: { start: at(from), end: at(until) }, maxElevationDeg: maxElevationDeg as never },
    ...{ source: "d", margin: 2 as never },
  });
  const passes = [
    pass("Shchelkovo", "8T11:18", "8T11:27", 31),
    pass("Luch-5V", "8T08:30", "8T10:00", null),
    pass("Ussuriysk", "9T23:30", "9T23:40", 12),
  ];
  const { light } = sheetOf({ ...asking, light: { ...asking.light, passes } });
  expect(light.links?.map((l) => [l.name, l.start.gmt, l.end.gmt, l.maxElevationDeg, l.scenes])).toEqual([
    ["Luch-5V", "08:30", "10:00", null, ["12"]],
    ["Shchelkovo", "11:18", "11:27", 31, []],
  ]);
});

test("the night after the day belongs to it", () => {
  const { rest, routine } = sheetOf(smallPlan());
  expect(rest.map((line) => [line.kind, line.start.gmt, line.end.gmt, line.people])).toEqual([
    ["pre-sleep", "19:30", "21:30", ["Dubrov"]],
    ["sleep", "21:30", "06:00 +1", ["Peresild", "Shipenko", "Dubrov"]],
  ]);
  expect(routine.map((line) => [line.kind, line.people])).toEqual([["meal", ["Peresild", "Shipenko"]]]);
});

test("station events say what they take", () => {
  expect(sheetOf(smallPlan()).events).toEqual([
    expect.objectContaining({
      title: "Television link",
      keeps: ["Nauka", "Peresild", "quiet"],
      marginBeforeMin: 10,
    }),
  ]);
});

test("the next day in advance; the last day has none", () => {
  const { advance } = sheetOf(smallPlan());
  expect(advance).toMatchObject({ text: "Day 4 (2 of 2)", dateText: "Sat 9 Oct 2021" });
  expect(advance?.strips.map((s) => [s.scene, s.part, s.time?.start.gmt])).toEqual([["12", "2/2", "09:00"]]);
  expect(sheetOf(smallPlan(), 4).advance).toBeNull();
});

test("a complete sheet misses nothing", () => {
  expect(sheetOf(smallPlan()).gaps).toEqual([]);
});

test("what is missing is named", () => {
  const gaps = sheetOf(
    change((tables) => ({
      contact: [],
      assignment: [],
      crewBlock: [],
      role: tables.role.map((role) => ({ ...role, personId: null })),
    })),
  ).gaps.map((gap) => gap.message);
  expect(gaps).toEqual([
    "There is no safety contact with a channel.",
    "There is no medical contact with a channel.",
    "Not cast: 1 Zhenya and 3 Pyotr.",
    "Not every job is filled on 12 and 7.",
    "Nobody is named behind the camera on 12 and 7.",
    "No meal stands in the plan for who is called.",
    "No sleep stands in the plan.",
  ]);
});

test("findings of the day, and not those of another", () => {
  const snapshot = change(({ setUp }) => ({
    assignment: [],
    setUp: setUp.map((s) => (s.id === "12A" ? { ...s, jobs: ["camera" as const] } : s)),
  }));
  expect(sheetOf(snapshot).findings.map((f) => f.ruleId)).toEqual(["jobs-filled"]);
  expect(sheetOf(snapshot, 4).findings).toEqual([]);
});

test("a day without strips is still a sheet", () => {
  const snapshot = plan({ shootDay: shootDays(8), person: [row("person", "a")] });
  expect(sheetOf(snapshot)).toMatchObject({
    strips: [],
    people: [],
    generalCall: null,
    wrap: null,
    meal: null,
  });
});

test("a day that is gone is said to be gone", () => {
  expect(sheetOf(smallPlan(), 40)).toMatchObject({ day: null, dayNumber: 40, strips: [] });
});

test("a home zone that nobody knows leaves home times out and says so", () => {
  const snapshot = smallPlan();
  const { generalCall, gaps } = sheetOf({
    ...snapshot,
    production: { ...snapshot.production, homeZone: "Moon/Tycho" },
  });
  expect(generalCall).toMatchObject({ gmt: "08:00", home: "" });
  expect(gaps.map((gap) => gap.id)).toEqual(["zone"]);
});
