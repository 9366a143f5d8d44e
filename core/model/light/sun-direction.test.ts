import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../../base/instant.ts";
import { epochSeconds } from "../../base/quantity.ts";
import { lightTable } from "../../light/light-table.ts";
import { type ElementSet, parseElementSet } from "../../orbit/element-set.ts";
import { sunAt } from "../../orbit/sun.ts";
import { STATION_2021 } from "../../orbit/testing-station.ts";
import { norm } from "../../orbit/vector.ts";
import type { Pane } from "../station.ts";
import { azimuthOf, elevationOf, type SunDirection, sunDirectionAt, throughPane } from "./sun-direction.ts";

const WINDOW = { start: instant("2021-10-05T00:00:00Z"), end: instant("2021-10-18T00:00:00Z") };
const TABLE = lightTable(STATION_2021, WINDOW);
const sources = STATION_2021.map(parseElementSet).flatMap((set) =>
  set.ok ? [set.value] : [],
) as ElementSet[];

/** From the state itself: forward across nadir and the orbit's normal, starboard against the normal. */
function exact(at: number): SunDirection {
  const when = epochSeconds(at);
  const source = sources.find((s) => (s.usedFrom ?? 0) <= at && at < (s.usedUntil ?? Infinity));
  const state = source?.positionAt(when);
  if (!state?.ok) throw new Error("no position");
  const { position: r, velocity: v } = state.value;
  const s = sunAt(when);
  const to = { x: s.x - r.x, y: s.y - r.y, z: s.z - r.z };
  const unit = (a: { x: number; y: number; z: number }) => {
    const length = norm(a);
    return { x: a.x / length, y: a.y / length, z: a.z / length };
  };
  const cross = (a: typeof to, b: typeof to) => ({
    x: a.y * b.z - a.z * b.y,
    y: a.z * b.x - a.x * b.z,
    z: a.x * b.y - a.y * b.x,
  });
  const dot = (a: typeof to, b: typeof to) => a.x * b.x + a.y * b.y + a.z * b.z;
  const [sun, normal, up] = [unit(to), unit(cross(r, v)), unit(r)];
  return { forward: dot(sun, cross(normal, up)), starboard: -dot(sun, normal), nadir: -dot(sun, up) };
}

test("the Sun's direction from noons and beta is that from the state, within 0.3°, anywhere in the shoot", () => {
  let worst = 0;
  const anywhere = fc.double({ min: WINDOW.start, max: WINDOW.end - 1, noNaN: true });
  fc.assert(
    fc.property(anywhere, (at) => {
      const ours = sunDirectionAt(TABLE, epochSeconds(at));
      if (!ours) throw new Error("no direction");
      const theirs = exact(at);
      const along =
        ours.forward * theirs.forward + ours.starboard * theirs.starboard + ours.nadir * theirs.nadir;
      worst = Math.max(worst, (Math.acos(Math.min(1, along)) * 180) / Math.PI);
    }),
    { numRuns: 3_000 },
  );
  expect(worst, `${worst}°`).toBeLessThan(0.3);
});

test("it has length 1; azimuth and elevation are its angles", () => {
  const sun = sunDirectionAt(TABLE, instant("2021-10-15T12:00:00Z")) as SunDirection;
  expect(Math.hypot(sun.forward, sun.starboard, sun.nadir)).toBeCloseTo(1, 12);
  const [azimuth, elevation] = [azimuthOf(sun), elevationOf(sun)].map((deg) => (deg * Math.PI) / 180) as [
    number,
    number,
  ];
  expect(Math.cos(elevation) * Math.cos(azimuth)).toBeCloseTo(sun.forward, 12);
  expect(Math.cos(elevation) * Math.sin(azimuth)).toBeCloseTo(sun.starboard, 12);
  expect(Math.sin(elevation)).toBeCloseTo(-sun.nadir, 12);
  // Beta −60°: the Sun stands to starboard all day.
  expect(sun.starboard).toBeCloseTo(Math.sin((60.2 * Math.PI) / 180), 2);
});

test("at sunrise the Sun stands ahead, at sunset astern, and 20° under the horizontal both times", () => {
  for (const { kind, pointSun } of TABLE.crossings) {
    const sun = sunDirectionAt(TABLE, pointSun) as SunDirection;
    expect(Math.sign(sun.forward)).toBe(kind === "sunrise" ? 1 : -1);
    expect(Math.abs(elevationOf(sun) + 20)).toBeLessThan(1);
  }
});

test("where the table cannot tell, nor can this: before it, after it, in a gap, without noons", () => {
  for (const iso of ["2021-10-04T20:00:00Z", "2021-10-18T04:00:00Z"])
    expect(sunDirectionAt(TABLE, instant(iso))).toBeNull();
  expect(sunDirectionAt({ ...TABLE, noons: TABLE.noons.slice(0, 1) }, WINDOW.start)).toBeNull();
  const gap = { start: instant("2021-10-08T10:00:00Z"), end: instant("2021-10-08T20:00:00Z") };
  const holed = { ...TABLE, unknown: [{ span: gap, reason: "" }] };
  expect(sunDirectionAt(holed, instant("2021-10-08T15:00:00Z"))).toBeNull();
  const edge = epochSeconds(gap.start - 1);
  const off = (sunDirectionAt(holed, edge)?.forward ?? 9) - (sunDirectionAt(TABLE, edge)?.forward ?? 0);
  expect(Math.abs(off)).toBeLessThan(0.01);
});

const AXES: Record<Pane["direction"], SunDirection> = {
  forward: { forward: 1, starboard: 0, nadir: 0 },
  aft: { forward: -1, starboard: 0, nadir: 0 },
  starboard: { forward: 0, starboard: 1, nadir: 0 },
  port: { forward: 0, starboard: -1, nadir: 0 },
  nadir: { forward: 0, starboard: 0, nadir: 1 },
  zenith: { forward: 0, starboard: 0, nadir: -1 },
};
test("light along a pane's axis falls through it and through no other that sees less than half", () => {
  for (const [from, sun] of Object.entries(AXES))
    for (const direction of Object.keys(AXES) as Pane["direction"][])
      expect(throughPane({ direction, fieldOfViewDeg: null }, sun, 140)).toBe(direction === from);
});

test.each([
  { away: 59, fieldOfViewDeg: 120, falls: true },
  { away: 61, fieldOfViewDeg: 120, falls: false },
  { away: 61, fieldOfViewDeg: null, falls: true },
  { away: 71, fieldOfViewDeg: null, falls: false },
])("$away° from the axis of a pane of $fieldOfViewDeg°: $falls", ({ away, fieldOfViewDeg, falls }) => {
  const angle = (away * Math.PI) / 180;
  const sun = { forward: Math.cos(angle), starboard: 0, nadir: Math.sin(angle) };
  expect(throughPane({ direction: "forward", fieldOfViewDeg }, sun, 140)).toBe(falls);
});
