import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { epochSeconds, seconds } from "../base/quantity.ts";
import { STATION_2021 } from "../orbit/testing-station.ts";
import { groundPointAt } from "./ground-point.ts";
import { groundTrack, subsolarPoint } from "./ground-track.ts";

const start = instant("2021-10-08T06:00:00Z");
const span = { start, end: epochSeconds(start + 5_555) };

test("a track holds its ends, and every point is the one below the station", () => {
  const { pieces, unknown } = groundTrack(STATION_2021, span, seconds(60));
  expect(unknown).toEqual([]);
  const [piece] = pieces;
  expect(piece?.source).toBe("d");
  expect(piece?.points.map(({ at }) => at).at(0)).toBe(span.start);
  expect(piece?.points.map(({ at }) => at).at(-1)).toBe(span.end);
  expect(piece?.points).toHaveLength(94);
  const middle = piece?.points[40];
  const below = groundPointAt(STATION_2021, epochSeconds(start + 2_400));
  expect(
    below.ok && middle && Math.hypot(below.value.latDeg - middle.latDeg, below.value.lonDeg - middle.lonDeg),
  ).toBeLessThan(1e-9);
});

test("where one element set follows another there are two pieces that meet", () => {
  const seam = instant("2021-10-12T08:00:00Z");
  const { pieces } = groundTrack(
    STATION_2021,
    { start: epochSeconds(seam - 600), end: epochSeconds(seam + 600) },
    seconds(60),
  );
  expect(pieces.map(({ source }) => source)).toEqual(["d", "e"]);
  expect(pieces[0]?.points.at(-1)?.at).toBe(seam);
  expect(pieces[1]?.points[0]?.at).toBe(seam);
});

test("without orbit data nothing is drawn, and the reason is told", () => {
  expect(groundTrack([], span, seconds(60))).toEqual({
    pieces: [],
    unknown: [{ span, reason: "There is no orbit data." }],
  });
});

// Astronomical Almanac: equinox 22 September 2021 19:21 UTC, solstice 21 December 15:59 UTC; the equation of time is
// +7.5 min on 22 September, so that the Sun culminates at Greenwich at 11:52:30.
test.each([
  { iso: "2021-09-22T19:21:00Z", lat: 0, lon: null },
  { iso: "2021-12-21T15:59:00Z", lat: -23.436, lon: null },
  { iso: "2021-09-22T11:52:30Z", lat: null, lon: 0 },
])("the Sun overhead at $iso", ({ iso, lat, lon }) => {
  const { latDeg, lonDeg } = subsolarPoint(instant(iso));
  if (lat !== null) expect(Math.abs(latDeg - lat)).toBeLessThan(0.01);
  if (lon !== null) expect(Math.abs(lonDeg - lon)).toBeLessThan(0.1);
});
