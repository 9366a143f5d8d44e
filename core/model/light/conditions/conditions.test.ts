import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { instant } from "../../../base/instant.ts";
import { measure } from "../../../base/profile.ts";
import { degrees, epochSeconds, kilometres, minutes, seconds } from "../../../base/quantity.ts";
import { row } from "../../build.ts";
import type { LightSpan, LightTable, LinkPass, SunCrossing, TargetPass } from "../../light-table.ts";
import { DEFAULT_CHOICES } from "../choices.ts";
import { conditions } from "./index.ts";
import { groundLight } from "./target-below.ts";

const START = instant("2021-10-05T00:00:00Z");
const at = (s: number) => epochSeconds(START + s);
const between = (from: number, to: number) => ({ start: at(from), end: at(to) });
const spanOf = (kind: LightSpan["kind"], from: number, to: number, source = "a"): LightSpan => ({
  kind,
  span: between(from, to),
  source,
  margin: seconds(2),
});
const crossing = (kind: SunCrossing["kind"], first: number): SunCrossing => ({
  kind,
  firstContact: at(first),
  pointSun: at(first + 5),
  lastContact: at(first + 10),
  latDeg: degrees(0),
  lonDeg: degrees(0),
  altitudeKm: kilometres(420),
  source: "a",
  margin: seconds(2),
});
const pass = (kind: LinkPass["kind"], from: number, to: number): LinkPass => ({
  kind,
  by: kind,
  name: kind,
  span: between(from, to),
  maxElevationDeg: null,
  source: "a",
  margin: seconds(kind === "relay" ? 0 : 2),
});
const over = (sunElevationDeg: number, from: number, to: number) =>
  ({
    ...row("groundTarget", "t"),
    targetId: "volga",
    span: between(from, to),
    sunElevationDeg,
    margin: 2,
  }) as never as TargetPass;

/**
 * Day, with a change of orbit data in it, to 3000; night to 5000; unknown to 6000; day to the window's end. Noon at 1500, so
 * that the Sun stands starboard and aft at sunset; beta −40°.
 */
const table: LightTable = {
  window: between(0, 8_000),
  spans: [
    spanOf("day", 0, 1_000),
    spanOf("day", 1_000, 3_000, "b"),
    spanOf("night", 3_000, 5_000),
    spanOf("day", 6_000, 8_000),
  ],
  crossings: [crossing("sunset", 3_000), crossing("sunrise", 7_900)],
  unknown: [{ span: between(5_000, 6_000), reason: "no data" }],
  noons: [
    { at: at(-4_100), betaDeg: degrees(-40) },
    { at: at(1_500), betaDeg: degrees(-40) },
  ],
  passes: [pass("ground-site", 100, 500), pass("relay", 400, 900), pass("relay", 4_900, 5_500)],
  targets: [over(10, 700, 800), over(-3, 2_000, 2_100), over(-20, 3_500, 3_600)],
  beta: [],
};
const pane = (direction: "aft" | "starboard" | "forward", fieldOfViewDeg: number | null = null) =>
  row("pane", "pane", { moduleId: "nauka", direction, fieldOfViewDeg });
const outside = {
  light: table,
  panes: new Map([["pane", pane("aft")]]),
  events: [] as ReturnType<typeof event>[],
};
const event = (fields: object) =>
  row("stationEvent", "Thruster test", {
    startsAt: at(600),
    durationMin: minutes(10),
    marginBeforeMin: minutes(5),
    ...fields,
  });

const told = (id: string, asked: object, around = outside, choices = {}) => {
  const condition = conditions.find((c) => c.id === id);
  const setUp = row("setUp", "A", { sceneId: "1", ...asked });
  if (!condition?.isAsked(setUp)) throw new Error(`${id} is not asked for`);
  const { certain, unknown } = condition.times(setUp, around, { ...DEFAULT_CHOICES, ...choices });
  return {
    times: certain.map((s) => [s.start - START, s.end - START]),
    unknown: unknown
      .filter((gap) => gap.span.end > at(0) && gap.span.start < at(8_000))
      .map((gap) => [gap.span.start - START, gap.span.end - START, gap.reason]),
  };
};

test.each([
  {
    id: "day",
    asked: { light: "day" },
    times: [
      [0, 2_998],
      [6_000, 8_000],
    ],
  },
  { id: "night", asked: { light: "night" }, times: [[3_002, 5_000]] },
  { id: "sunset", asked: { light: "sunset" }, times: [[3_000 - 240 + 2, 3_010 + 180 - 2]] },
  { id: "sunrise", asked: { light: "sunrise" }, times: [[7_900 - 240 + 2, 7_910 + 180 - 2]] },
  {
    id: "ground-link",
    asked: { groundLink: true },
    times: [
      [102, 900],
      [4_900, 5_500],
    ],
  },
  {
    id: "target-below",
    asked: { targetId: "volga" },
    times: [
      [702, 798],
      [2_002, 2_098],
      [3_502, 3_598],
    ],
  },
  { id: "target-below", asked: { targetId: "volga", targetLight: "day" }, times: [[702, 798]] },
  { id: "target-below", asked: { targetId: "volga", targetLight: "night" }, times: [[3_502, 3_598]] },
  { id: "target-below", asked: { targetId: "elsewhere" }, times: [] },
])("$id holds where it is certain: $asked", ({ id, asked, times }) => {
  expect(told(id, asked).times).toEqual(times);
});

test.each(["day", "night", "sunrise", "sunset"])("%s is unknown where the table says so", (light) => {
  expect(told(light, { light }).unknown).toEqual([[5_000, 6_000, "no data"]]);
});

test("the minutes around the contacts are choices", () => {
  expect(told("sunset", { light: "sunset" }, outside, { beforeMin: 1, afterMin: 0 }).times).toEqual([
    [2_942, 3_008],
  ]);
});

test("of links the kind asked for, and coverage as given holds where the orbit is not known", () => {
  const asked = { groundLink: true };
  expect(told("ground-link", asked).unknown).toEqual([[5_500, 6_000, "no data"]]);
  expect(told("ground-link", asked, outside, { link: "ground-site" })).toEqual({
    times: [[102, 498]],
    unknown: [[5_000, 6_000, "no data"]],
  });
  const silent = { ...outside, light: { ...table, passes: [] } };
  expect(told("ground-link", asked, silent, { link: "relay" }).unknown).toEqual([
    [5_000, 6_000, "no data"],
    [0, 5_000, "No relay is known."],
    [6_000, 8_000, "No relay is known."],
  ]);
});

test.each([
  // A quarter of an orbit after noon the Sun is aft; −40° of beta puts it to starboard as well.
  { direction: "aft", fieldOfViewDeg: null, isSeen: true },
  { direction: "starboard", fieldOfViewDeg: null, isSeen: true },
  { direction: "forward", fieldOfViewDeg: null, isSeen: false },
  { direction: "aft", fieldOfViewDeg: 30, isSeen: false },
] as const)("sunset through the pane $direction of $fieldOfViewDeg°: $isSeen", ({ isSeen, ...its }) => {
  const panes = new Map([["pane", pane(its.direction, its.fieldOfViewDeg)]]);
  const { times } = told("sun-in-pane", { light: "sunset", paneId: "pane" }, { ...outside, panes });
  expect(times.some(([from]) => from === 2_762)).toBe(isSeen);
});

test("who has the attitude may have turned the pane away, and who has the panes has shut them", () => {
  const turned = { ...outside, events: [event({ takesAttitude: true })] };
  const asked = { light: "sunset", paneId: "pane", sunFromDeg: 0, sunToDeg: 90 };
  for (const id of ["sun-in-pane", "sun-side"])
    expect(told(id, asked, turned).unknown).toContainEqual([300, 1_200, "Thruster test takes the attitude."]);
  const shut = { ...outside, events: [event({ takesPanes: true })] };
  expect(told("panes-open", { light: "day" }, shut).times).toEqual([
    [-8.64e12 - START, 300],
    [1_200, 8.64e12 - START],
  ]);
});

test("without noons nobody knows where the Sun stands", () => {
  const noonless = { ...outside, light: { ...table, noons: [] } };
  expect(told("sun-in-pane", { light: "sunset", paneId: "pane" }, noonless).unknown).toEqual([
    [5_000, 6_000, "no data"],
    [0, 5_000, "Too little is known of the orbit to tell where the Sun stands."],
    [6_000, 8_000, "Too little is known of the orbit to tell where the Sun stands."],
  ]);
});

test("the Sun stands to starboard and ahead before noon, astern after it", () => {
  const ahead = told("sun-side", { sunFromDeg: 0, sunToDeg: 90 }).times;
  expect(ahead).toEqual([
    [0, expect.closeTo(1_500, -1)],
    [6_000, expect.closeTo(7_100, -1)],
  ]);
  const astern = told("sun-side", { sunFromDeg: 90, sunToDeg: 180 }).times;
  expect(astern).toEqual([
    [expect.closeTo(1_500, -1), 2_998],
    // Farther from the last noon than this nobody knows.
    [expect.closeTo(7_100, -1), expect.closeTo(7_660, -1)],
  ]);
  expect(told("sun-side", { sunFromDeg: 200, sunToDeg: 340 }).times).toEqual([]);
});

test.each([
  [0.1, "day"],
  [0, "twilight"],
  [-6, "twilight"],
  [-6.1, "night"],
])("the Sun at %d°: %s on the ground", (elevation, light) => {
  expect(groundLight(elevation)).toBe(light);
});

test("a stretch shorter than its margins is no stretch", () => {
  const short = {
    ...table,
    spans: [spanOf("day", 0, 100), spanOf("night", 100, 103), spanOf("day", 103, 200)],
  };
  const night = conditions.find((c) => c.id === "night");
  const times = night?.times(row("setUp", "A"), { ...outside, light: short }, DEFAULT_CHOICES);
  expect(measure(times?.certain ?? [])).toBe(0);
});

test("every condition is listed, under its own file name, with a sentence", () => {
  const helpers = ["condition", "index", "around-contacts"];
  const files = readdirSync(import.meta.dirname)
    .map((file) => file.replace(/\.ts$/, ""))
    .filter((name) => !name.includes(".") && !helpers.includes(name));
  expect(conditions.map((c) => c.id).toSorted()).toEqual(files.toSorted());
  for (const { sentence } of conditions) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
