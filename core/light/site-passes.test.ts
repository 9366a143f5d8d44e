import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { lengthOf } from "../base/interval.ts";
import { profile, stretchAt, within } from "../base/profile.ts";
import { epochSeconds } from "../base/quantity.ts";
import { row } from "../model/build.ts";
import { type ElementSet, parseElementSet } from "../orbit/element-set.ts";
import { earthFixedFromTeme } from "../orbit/frames.ts";
import { STATION_2021 } from "../orbit/testing-station.ts";
import { dot, norm, subtract } from "../orbit/vector.ts";
import { lightTable } from "./light-table.ts";
import { placeOf } from "./place.ts";
import { sitePasses } from "./site-passes.ts";
import { RUSSIAN_SITES } from "./testing-places.ts";
import { trackAround } from "./track.ts";

const day = (date: number) => {
  const start = instant(`2021-10-${String(date).padStart(2, "0")}T00:00:00Z`);
  return { start, end: epochSeconds(start + 86_400) };
};
const SHOOT = lightTable(STATION_2021, { start: day(5).start, end: day(18).start }, { sites: RUSSIAN_SITES });
const COVERED = profile(SHOOT.passes.map((pass) => pass.span));

// facts.md §4: computed apart from this code, by whole minutes, from the same element sets; start and length in minutes.
test.each([
  {
    date: 6,
    windows:
      "01:51+3 01:54+6 03:25+13 05:00+15 06:30+4 06:35+15 08:04+20 09:40+21 11:15+16 12:50+13 14:27+13",
  },
  {
    date: 10,
    windows:
      "00:18+3 00:22+6 01:52+13 03:27+15 04:57+4 05:03+15 06:31+20 08:07+21 09:42+16 11:18+13 12:54+13 23:35+6",
  },
  {
    date: 16,
    windows: "00:22+13 01:56+16 03:25+22 05:02+20 06:36+21 08:12+12 09:48+13 11:25+6 22:00+12 23:35+13",
  },
])("the Russian sites' windows of $date October within a minute", ({ date, windows }) => {
  const { start } = day(date);
  // Whole minutes see nothing of what is shorter than one.
  const ours = within(COVERED, day(date)).filter((span) => lengthOf(span) > 0.5);
  const theirs = windows.split(" ").map((text) => {
    const [, hour = "", minute = "", long = ""] = /(\d+):(\d+)\+(\d+)/.exec(text) ?? [];
    return { start: Number(hour) * 60 + Number(minute), long: Number(long) };
  });
  expect(ours).toHaveLength(theirs.length);
  for (const [i, span] of ours.entries()) {
    const [from, long] = [(span.start - start) / 60, lengthOf(span)];
    expect(Math.abs(from - (theirs[i]?.start ?? 0)), `window ${i} starts`).toBeLessThan(1);
    expect(Math.abs(long - (theirs[i]?.long ?? 0)), `window ${i} lasts`).toBeLessThan(1);
  }
});

test.each([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])(
  "on %i October 10 to 12 windows, 136 to 148 min but for two of rounding",
  (date) => {
    const spans = within(COVERED, day(date)).filter((span) => lengthOf(span) > 0.5);
    const min = spans.reduce((sum, span) => sum + lengthOf(span), 0);
    expect(spans.length).toBeGreaterThanOrEqual(10);
    expect(spans.length).toBeLessThanOrEqual(12);
    expect(min).toBeGreaterThan(134);
    expect(min).toBeLessThan(150);
  },
);

// PREDICT, as in la1k/libpredict, tests/data/sat_ISS_201509261800.test: degrees and km seen from 63.9° N 10.9° E.
test.each([
  { at: 1_443_290_401, elevationDeg: -16.53, rangeKm: 4774.93 },
  { at: 1_443_290_410, elevationDeg: -16.66, rangeKm: 4798.02 },
  { at: 1_443_290_420, elevationDeg: -16.81, rangeKm: 4824.31 },
])("PREDICT's elevation and range at $at", ({ at, elevationDeg, rangeKm }) => {
  const set = parseElementSet({
    label: "2015",
    line1: "1 25544U 98067A   15268.21313216  .00005785  00000-0  94507-4 0  9995",
    line2: "2 25544  51.6463 304.6860 0005196 319.3549 152.0018 15.54144244963604",
    source: "test",
  });
  const state = set.ok ? set.value.positionAt(epochSeconds(at)) : set;
  if (!state.ok) throw new Error(state.error);
  const place = placeOf({ latDeg: 63.9, lonDeg: 10.9 });
  const line = subtract(earthFixedFromTeme(state.value.position, epochSeconds(at)), place.at);
  const elevation = (Math.asin(dot(line, place.up) / norm(line)) * 180) / Math.PI;
  expect(Math.abs(elevation - elevationDeg)).toBeLessThan(0.02);
  expect(Math.abs(norm(line) - rangeKm)).toBeLessThan(1);
});

const [SET] = STATION_2021.map(parseElementSet).flatMap((set) => (set.ok ? [set.value] : [])) as [ElementSet];

test("whatever the site and the mask, a pass is where the station stands over the mask", () => {
  const site = fc.record({
    latDeg: fc.double({ min: -75, max: 75, noNaN: true }),
    lonDeg: fc.double({ min: -180, max: 180, noNaN: true }),
    maskDeg: fc.double({ min: 0, max: 80, noNaN: true }),
  });
  fc.assert(
    fc.property(site, fc.integer({ min: 0, max: 3 * 86_400 }), (at, offset) => {
      const start = epochSeconds(SET.epoch + offset);
      const asked = { start, end: epochSeconds(start + 20_000) };
      const track = trackAround(SET, asked);
      const found = profile(sitePasses(track, row("groundSite", "site", at)).map((pass) => pass.span));
      const { at: ground, up } = placeOf(at);
      let wrong = 0;
      for (let t = start as number; t < asked.end; t += 2) {
        const line = subtract(track.fixed(epochSeconds(t)), ground);
        const over = (Math.asin(dot(line, up) / norm(line)) * 180) / Math.PI - at.maskDeg;
        // A thousandth of a degree is less than the tolerance of the search.
        if (Math.abs(over) > 0.001 && (stretchAt(found, epochSeconds(t)) !== null) !== over > 0) wrong++;
      }
      expect(wrong).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test("a pass that only just clears its mask is found, however short", () => {
  const high = SHOOT.passes.filter((pass) => (pass.maxElevationDeg ?? 90) < 60).slice(0, 40);
  expect(high.length).toBe(40);
  const track = trackAround(SET, { start: day(5).start, end: day(6).start });
  let shortest = Number.POSITIVE_INFINITY;
  for (const { by, maxElevationDeg, span } of high.filter(
    (pass) => pass.source === "c" && pass.span.end < day(6).start,
  )) {
    const site = RUSSIAN_SITES.find((s) => s.id === by);
    if (!site || maxElevationDeg === null) continue;
    const short = sitePasses(track, { ...site, maskDeg: maxElevationDeg - 0.0005 });
    const here = short.find((pass) => pass.span.start >= span.start && pass.span.end <= span.end);
    expect(here, `${by} at ${maxElevationDeg}°`).toBeDefined();
    shortest = Math.min(shortest, here ? here.span.end - here.span.start : Number.POSITIVE_INFINITY);
  }
  expect(shortest).toBeLessThan(5);
});

test("passes are in order, inside the window, say whose they are and how far they may be off", () => {
  for (const [i, pass] of SHOOT.passes.entries()) {
    expect(pass.span.start).toBeGreaterThanOrEqual(SHOOT.passes[i - 1]?.span.start ?? 0);
    expect(pass).toMatchObject({ kind: "ground-site", name: pass.by });
    expect(pass.maxElevationDeg).toBeGreaterThanOrEqual(7);
    expect(pass.margin).toBeGreaterThanOrEqual(1);
  }
});

test("a site that is not used has no passes, nor has the stretch without orbit data", () => {
  const [site] = RUSSIAN_SITES;
  const window = { start: day(5).start, end: epochSeconds(day(5).start + 60 * 86_400) };
  const table = lightTable(STATION_2021, window, {
    sites: [{ ...site!, isUsed: false }, RUSSIAN_SITES[1]!],
  });
  expect(new Set(table.passes.map((pass) => pass.by))).toEqual(new Set(["Shchelkovo"]));
  const [gap] = table.unknown;
  expect(table.passes.every((pass) => pass.span.end <= (gap?.span.start ?? 0))).toBe(true);
});

test("where one set takes over from the next inside a pass, the pass is one", () => {
  const pass = SHOOT.passes.find((p) => p.source === "d" && p.span.end - p.span.start > 300)!;
  const middle = epochSeconds((pass.span.start + pass.span.end) / 2);
  const [d, e] = [STATION_2021[1]!, STATION_2021[2]!];
  const window = { start: epochSeconds(middle - 20_000), end: epochSeconds(middle + 20_000) };
  for (const seam of [middle, pass.span.start, epochSeconds(pass.span.start + 0.5), pass.span.end]) {
    const sets = [
      { ...d, usedFrom: null, usedUntil: epochSeconds(seam) },
      { ...e, usedFrom: epochSeconds(seam), usedUntil: null },
    ];
    const there = lightTable(sets, window, {
      sites: RUSSIAN_SITES.filter((site) => site.id === pass.by),
    }).passes.filter((p) => Math.abs(p.span.start - pass.span.start) < 600);
    expect(there).toHaveLength(1);
  }
});
