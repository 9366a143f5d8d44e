import fc from "fast-check";
import { geodeticToEcf } from "satellite.js";
import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { parseElementSet } from "./element-set.ts";
import { earthFixedFromTeme, j2000FromTeme, temeFromEarthFixed, temeFromJ2000 } from "./frames.ts";
import { geodeticOf } from "./geodetic.ts";
import { type EarthFixed, type J2000, norm, type Position, position, subtract, type Teme } from "./vector.ts";

const METRE = 1e-3;
const AU_KM = 149_597_870.7;

function station(line1: string, line2: string, at: EpochSeconds): Position<Teme> {
  const set = parseElementSet({ label: "test", line1, line2, source: "test" });
  if (!set.ok) throw new Error(set.error);
  const state = set.value.positionAt(at);
  if (!state.ok) throw new Error(state.error);
  return state.value.position;
}

// JPL HORIZONS, station, geocentric, ICRF, au; asked on 2018-07-04 (printed in skyfielders/python-skyfield,
// skyfield/tests/test_earth_satellites.py). HORIZONS has this station from the same element set, so the comparison
// tests SGP4 and the frame together. TDB − UTC was 69.184 s.
const ISS_2018 = [
  "1 25544U 98067A   18184.80969102  .00001614  00000-0  31745-4 0  9993",
  "2 25544  51.6414 295.8524 0003435 262.6267 204.2868 15.54005638121106",
] as const;
const HORIZONS = [
  { tdb: "2018-07-04T00:00:00Z", au: [2.6334042511582e-5, 1.015087620439817e-5, 3.544778677556393e-5] },
  { tdb: "2018-07-05T00:00:00Z", au: [-2.136440257814821e-5, -2.08417081451448e-5, -3.415494123796893e-5] },
] as const;

test.each(HORIZONS)("TEME → J2000 agrees with HORIZONS within 2 m on every axis at $tdb", ({ tdb, au }) => {
  const at = epochSeconds(instant(tdb) - 69.184);
  const theirs = position<J2000>({ x: au[0] * AU_KM, y: au[1] * AU_KM, z: au[2] * AU_KM });
  const { x, y, z } = subtract(j2000FromTeme(station(...ISS_2018, at), at), theirs);
  const worst = Math.max(Math.abs(x), Math.abs(y), Math.abs(z));
  expect(worst, `${worst / METRE} m off`).toBeLessThan(2 * METRE);
});

test("taking TEME for J2000 would be tens of kilometres wrong: that is why there are frames", () => {
  const at = epochSeconds(instant("2018-07-04T00:00:00Z") - 69.184);
  const teme = station(...ISS_2018, at);
  const { x, y, z } = j2000FromTeme(teme, at);
  const mistaken = norm(subtract(teme, position<Teme>({ x, y, z })));
  expect(mistaken).toBeGreaterThan(15);
  expect(mistaken).toBeLessThan(40);
});

// Vallado et al., AIAA 2006-6753 Rev. 2, appendix C: 2004-04-06 07:51:28.386 UTC, UT1 − UTC = −0.439961 s,
// polar motion −0.140682″, 0.333309″.
const APPENDIX_C = {
  ut1: epochSeconds(instant("2004-04-06T07:51:28Z") + 0.386 - 0.439961),
  teme: position<Teme>({ x: 5094.1801621, y: 6127.6446595, z: 6380.3445327 }),
  itrf: position<EarthFixed>({ x: -1033.479383, y: 7901.2952754, z: 6380.3565958 }),
};

test("TEME → Earth-fixed agrees with appendix C within 20 m, the polar motion left out", () => {
  const off = norm(subtract(earthFixedFromTeme(APPENDIX_C.teme, APPENDIX_C.ut1), APPENDIX_C.itrf));
  expect(off, `${off / METRE} m off`).toBeLessThan(20 * METRE);
});

test("with appendix C's polar motion put back it agrees within 10 cm", () => {
  const arcsecond = Math.PI / 648_000;
  const [xp, yp] = [-0.140682 * arcsecond, 0.333309 * arcsecond];
  const { x, y, z } = earthFixedFromTeme(APPENDIX_C.teme, APPENDIX_C.ut1);
  const moved = position<EarthFixed>({ x: x + xp * z, y: y - yp * z, z: z - xp * x + yp * y });
  const off = norm(subtract(moved, APPENDIX_C.itrf));
  expect(off, `${off / METRE} m off`).toBeLessThan(0.1 * METRE);
});

const anyInstant = fc.double({ min: 0, max: 4e9, noNaN: true }).map(epochSeconds);
const coordinate = fc.double({ min: -50_000, max: 50_000, noNaN: true });
const anyPlace = fc.record({ x: coordinate, y: coordinate, z: coordinate });

test("every turn and its return are the identity", () => {
  fc.assert(
    fc.property(anyPlace, anyInstant, (place, at) => {
      const teme = position<Teme>(place);
      const viaEarth = temeFromEarthFixed(earthFixedFromTeme(teme, at), at);
      const viaJ2000 = temeFromJ2000(j2000FromTeme(teme, at), at);
      expect(norm(subtract(viaEarth, teme))).toBeLessThan(1e-9);
      expect(norm(subtract(viaJ2000, teme))).toBeLessThan(1e-6);
    }),
  );
});

test("geodetic places come back through satellite.js's formula within 1 mm, poles and depths included", () => {
  const place = fc.record({
    latitude: fc.double({ min: -Math.PI / 2, max: Math.PI / 2, noNaN: true }),
    longitude: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
    height: fc.double({ min: -100, max: 50_000, noNaN: true }),
  });
  fc.assert(
    fc.property(place, (given) => {
      const ecf = position<EarthFixed>(geodeticToEcf(given));
      const { latDeg, lonDeg, altitudeKm } = geodeticOf(ecf);
      const again = geodeticToEcf({
        latitude: (latDeg * Math.PI) / 180,
        longitude: (lonDeg * Math.PI) / 180,
        height: altitudeKm,
      });
      expect(norm(subtract(position<EarthFixed>(again), ecf))).toBeLessThan(METRE / 1000);
      expect(Math.abs(altitudeKm - given.height)).toBeLessThan(METRE);
    }),
  );
});
