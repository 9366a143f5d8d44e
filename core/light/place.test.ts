import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { geodeticOf } from "../orbit/geodetic.ts";
import { sunAt } from "../orbit/sun.ts";
import { type EarthFixed, norm, position, subtract } from "../orbit/vector.ts";
import { chordKm, footOf, groundKm, placeOf, sunElevation } from "./place.ts";

const lat = fc.double({ min: -90, max: 90, noNaN: true });
const lon = fc.double({ min: -180, max: 180, noNaN: true });

test("the foot of a point is where latitude and longitude say", () => {
  const far = fc.record({
    x: fc.double({ min: -8_000, max: 8_000, noNaN: true }),
    y: fc.double({ min: -8_000, max: 8_000, noNaN: true }),
    z: fc.double({ min: -8_000, max: 8_000, noNaN: true }),
  });
  fc.assert(
    fc.property(far, (at) => {
      const station = position<EarthFixed>(at);
      fc.pre(norm(station) > 6_500 && norm(station) < 8_378);
      const there = placeOf(geodeticOf(station)).at;
      expect(norm(subtract(footOf(station), there))).toBeLessThan(1e-5);
    }),
  );
});

test("over the pole the foot is the pole", () => {
  const pole = footOf(position<EarthFixed>({ x: 0, y: 0, z: 6_800 }));
  expect([pole.x, pole.y]).toEqual([0, 0]);
  expect(pole.z).toBeCloseTo(6356.752314, 5);
});

// Karney's GeographicLib, WGS 84: New York JFK to London LHR is 5551.759 km; a degree of the equator 111.3195 km.
test.each([
  { from: [40.6, -73.8], to: [51.6, -0.5], km: 5551.759 },
  { from: [0, 0], to: [0, 1], km: 111.3195 },
] as const)("$from to $to is $km km", ({ from, to, km }) => {
  const [a, b] = [from, to].map(([latDeg, lonDeg]) => placeOf({ latDeg, lonDeg }).at) as [never, never];
  expect(Math.abs(groundKm(a, b) / km - 1)).toBeLessThan(0.003);
});

test("chord and arc are one another's way back", () => {
  fc.assert(
    fc.property(lat, lon, lat, lon, (lat1, lon1, lat2, lon2) => {
      const a = placeOf({ latDeg: lat1, lonDeg: lon1 }).at;
      const b = placeOf({ latDeg: lat2, lonDeg: lon2 }).at;
      const chord = norm(subtract(a, b));
      fc.pre(chord < 12_000);
      expect(Math.abs(chordKm(groundKm(a, b)) - chord)).toBeLessThan(1e-6);
    }),
  );
});

// samtx/passpredict, tests/test_solar.py, after satellogic/orbit-predictor: the Sun over 0° N 0° E on 8 September 2016; half a degree or so off itself.
test.each([
  [8, 30.67],
  [9, 45.36],
  [10, 60.16],
  [11, 74.64],
  [12, 84.55],
  [13, 73.5],
  [16, 29.26],
  [19, -15.55],
])("the Sun's elevation on the equator at %i:00", (hour, theirs) => {
  const at = instant(`2016-09-08T${String(hour).padStart(2, "0")}:00:00Z`);
  const ours = sunElevation(placeOf({ latDeg: 0, lonDeg: 0 }), sunAt(at), at);
  expect(Math.abs(ours - theirs), `${ours}`).toBeLessThan(0.25);
});
