import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { measure } from "../base/profile.ts";
import { degrees, epochSeconds, kilometres, seconds } from "../base/quantity.ts";
import type { LightSpan, LightTable, SunCrossing } from "../model/light-table.ts";
import { conditions } from "./conditions.ts";

const START = instant("2021-10-05T00:00:00Z");
const at = (s: number) => epochSeconds(START + s);
const spanOf = (kind: LightSpan["kind"], from: number, to: number, source = "a"): LightSpan => ({
  kind,
  span: { start: at(from), end: at(to) },
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
/** Day, with a change of orbit data in it, to 3000; night to 5000; unknown to 6000; day to the window's end. */
const table: LightTable = {
  window: { start: at(0), end: at(8_000) },
  spans: [
    spanOf("day", 0, 1_000),
    spanOf("day", 1_000, 3_000, "b"),
    spanOf("night", 3_000, 5_000),
    spanOf("day", 6_000, 8_000),
  ],
  crossings: [crossing("sunset", 3_000), crossing("sunrise", 7_900)],
  unknown: [{ span: { start: at(5_000), end: at(6_000) }, reason: "no data" }],
  noons: [],
  passes: [],
  targets: [],
  beta: [],
};

test.each([
  {
    id: "day",
    times: [
      [0, 2_998],
      [6_000, 8_000],
    ],
  },
  { id: "night", times: [[3_002, 5_000]] },
  { id: "sunset", times: [[3_000 - 240 + 2, 3_010 + 180 - 2]] },
  { id: "sunrise", times: [[7_900 - 240 + 2, 8_000]] },
])("$id holds where the light is certain", ({ id, times }) => {
  const condition = conditions.find((c) => c.id === id);
  expect(condition?.times(table).map((s) => [s.start - START, s.end - START])).toEqual(times);
});

test("a stretch shorter than its margins is no stretch", () => {
  const short = {
    ...table,
    spans: [spanOf("day", 0, 100), spanOf("night", 100, 103), spanOf("day", 103, 200)],
  };
  expect(measure(conditions.find((c) => c.id === "night")?.times(short) ?? [])).toBe(0);
});

test("every condition has its own id and a sentence", () => {
  expect(new Set(conditions.map((c) => c.id)).size).toBe(conditions.length);
  for (const { sentence } of conditions) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
