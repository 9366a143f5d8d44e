import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { type ElementSet, parseElementSet } from "../orbit/element-set.ts";
import { temeFromEarthFixed } from "../orbit/frames.ts";
import { EARTH_RADIUS_KM } from "../orbit/geodetic.ts";
import { sunAt } from "../orbit/sun.ts";
import { angleBetween, type EarthFixed, norm, position, type Teme } from "../orbit/vector.ts";
import { sunClearance } from "./sun-clearance.ts";

const DEG = 180 / Math.PI;

function elements(line1: string, line2: string): ElementSet {
  const set = parseElementSet({ label: "test", line1, line2, source: "test" });
  if (!set.ok) throw new Error(set.error);
  return set.value;
}
function stationAt(set: ElementSet, at: EpochSeconds) {
  const state = set.positionAt(at);
  if (!state.ok) throw new Error(state.error);
  return state.value.position;
}
const isLit = (set: ElementSet, at: EpochSeconds) =>
  sunClearance(stationAt(set, at), sunAt(at), "centre") >= 0;

// The disc's parts, by hand: a station over the pole at twice the polar radius, the Sun on the equator.
test("over the pole the oblate Earth is smaller by its flattening, and the disc is half a degree wide", () => {
  const sun = position<Teme>({ x: 149_597_870.7, y: 0, z: 0 });
  const pole = position<Teme>({ x: 0, y: 0, z: 2 * 6356.752314245 });
  const equator = position<Teme>({ x: 0, y: 2 * EARTH_RADIUS_KM, z: 0 });
  expect(sunClearance(pole, sun, "centre") * DEG).toBeCloseTo(60, 2);
  expect(sunClearance(equator, sun, "centre") * DEG).toBeCloseTo(60, 2);
  const width = sunClearance(equator, sun, "any") - sunClearance(equator, sun, "whole");
  expect(width * DEG).toBeCloseTo(0.533, 3);
});

// GMAT, as in satellogic/orbit-predictor, tests/test_sun.py: Earth-fixed km.
test.each([
  { at: "2000-01-01T12:09:00Z", x: 1272.929355, y: 6984.992047, z: 1299.821897, shadow: "lit" },
  { at: "2000-01-01T12:30:00Z", x: -7298.548961, y: 500.322464, z: 639.443822, shadow: "umbra" },
])("GMAT's satellite at $at is $shadow", ({ at, shadow, ...place }) => {
  const when = instant(at);
  const satellite = temeFromEarthFixed(position<EarthFixed>(place), when);
  const whole = sunClearance(satellite, sunAt(when), "whole") > 0;
  const any = sunClearance(satellite, sunAt(when), "any") > 0;
  expect(whole ? "lit" : any ? "penumbra" : "umbra").toBe(shadow);
});

// Skyfield: skyfield/tests/test_earth_satellites.py (test_is_sunlit), documentation/earth-satellites.rst.
const ISS_2018 = elements(
  "1 25544U 98067A   18184.80969102  .00001614  00000-0  31745-4 0  9993",
  "2 25544  51.6414 295.8524 0003435 262.6267 204.2868 15.54005638121106",
);
const ISS_2014 = elements(
  "1 25544U 98067A   14020.93268519  .00009878  00000-0  18200-3 0  5082",
  "2 25544  51.6498 109.4756 0003572  55.9686 274.8005 15.49815350868473",
);
test.each([
  { set: ISS_2018, from: "2018-07-03T00:00:00Z", every: 600, flags: "TFFFTT" },
  { set: ISS_2014, from: "2014-01-20T00:00:00Z", every: 1200, flags: "TTFFTT" },
])("Skyfield's sunlit flags from $from", ({ set, from, every, flags }) => {
  const start = instant(from);
  const ours = [...flags].map((_, i) => (isLit(set, epochSeconds(start + i * every)) ? "T" : "F")).join("");
  expect(ours).toBe(flags);
});
test.each([
  { lit: false, at: ["2014-01-23T06:25:37Z", "2014-01-23T06:26:58Z", "2014-01-23T06:28:19Z"] },
  { lit: true, at: ["2014-01-23T12:54:56Z", "2014-01-23T12:56:27Z", "2014-01-23T12:57:58Z"] },
])("Skyfield's two passes over Bluffton, lit: $lit", ({ lit, at }) => {
  expect(at.map((iso) => isLit(ISS_2014, instant(iso)))).toEqual([lit, lit, lit]);
});

// PREDICT, as in la1k/libpredict, tests/data/sat_ISS_201509261800.test: eclipse depth (spherical Earth) in degrees.
test.each([
  { at: 1_443_290_401, depthDeg: 21.79 },
  { at: 1_443_290_420, depthDeg: 21.36 },
])("PREDICT's depth of eclipse at $at within the Earth's flattening (0.5°)", ({ at, depthDeg }) => {
  const set = elements(
    "1 25544U 98067A   15268.21313216  .00005785  00000-0  94507-4 0  9995",
    "2 25544  51.6463 304.6860 0005196 319.3549 152.0018 15.54144244963604",
  );
  const when = epochSeconds(at);
  const depth = -sunClearance(stationAt(set, when), sunAt(when), "any") * DEG;
  expect(Math.abs(depth - depthDeg), `${depth}`).toBeLessThan(0.5);
});

// Vallado, example 11-6 (as in samtx/passpredict, tests/test_solar.py): the satellite stands 76.0407° from
// the point opposite the Sun, 6564.687 km beside the shadow's axis: in the light.
test("Vallado's example 11-6: angle, distance and light", () => {
  const satellite = position<Teme>({ x: -2811.2769, y: 3486.2632, z: 5069.5763 });
  const sun = position<Teme>({ x: 1.46078225e8, y: 2.93174883e7, z: 1.27109041e7 });
  const angle = angleBetween(satellite, sun);
  expect(180 - angle * DEG).toBeCloseTo(76.0407, 2);
  expect(norm(satellite) * Math.sin(angle)).toBeCloseTo(6564.687, 1);
  expect(sunClearance(satellite, sun, "whole")).toBeGreaterThan(0);
  const ours = sunAt(instant("1997-04-02T01:08:00Z"));
  expect(angleBetween(ours, sun) * DEG).toBeLessThan(0.03);
});
