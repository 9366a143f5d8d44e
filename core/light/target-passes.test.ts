import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { profile, stretchAt } from "../base/profile.ts";
import { epochSeconds } from "../base/quantity.ts";
import { row } from "../model/build.ts";
import { type ElementSet, parseElementSet } from "../orbit/element-set.ts";
import { geodeticOf } from "../orbit/geodetic.ts";
import { STATION_2021 } from "../orbit/testing-station.ts";
import { lightTable } from "./light-table.ts";
import { targetPasses } from "./target-passes.ts";
import { trackAround } from "./track.ts";

const [SET] = STATION_2021.map(parseElementSet).flatMap((set) => (set.ok ? [set.value] : [])) as [ElementSet];
const RADIANS = Math.PI / 180;

/** Along a sphere between geodetic places: another formula, and good to half a per cent on the Earth. */
function haversineKm(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const h =
    Math.sin(((lat2 - lat1) * RADIANS) / 2) ** 2 +
    Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.sin(((lon2 - lon1) * RADIANS) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

test("whatever the place and radius, a pass is where the point below lies within it", () => {
  const place = fc.record({
    latDeg: fc.double({ min: -56, max: 56, noNaN: true }),
    lonDeg: fc.double({ min: -180, max: 180, noNaN: true }),
    radiusKm: fc.double({ min: 20, max: 2_000, noNaN: true }),
  });
  fc.assert(
    fc.property(place, fc.integer({ min: 0, max: 3 * 86_400 }), (at, offset) => {
      const start = epochSeconds(SET.epoch + offset);
      const asked = { start, end: epochSeconds(start + 20_000) };
      const track = trackAround(SET, asked);
      const passes = targetPasses(track, row("groundTarget", "place", at));
      const found = profile(passes.map((pass) => pass.span));
      let wrong = 0;
      for (let t = start as number; t < asked.end; t += 2) {
        const below = geodeticOf(track.fixed(epochSeconds(t)));
        const km = haversineKm(below.latDeg, below.lonDeg, at.latDeg, at.lonDeg);
        const isNear = Math.abs(km - at.radiusKm) < 0.006 * km;
        if (!isNear && (stretchAt(found, epochSeconds(t)) !== null) !== km < at.radiusKm) wrong++;
      }
      expect(wrong).toBe(0);
      for (const { closestKm, closestAt, span } of passes) {
        expect(closestKm).toBeLessThanOrEqual(at.radiusKm);
        expect(span.start <= closestAt && closestAt <= span.end).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
});

test("a target grazed for a second is found", () => {
  const start = instant("2021-10-05T00:00:00Z");
  const track = trackAround(SET, { start, end: epochSeconds(start + 86_400) });
  const kharkiv = row("groundTarget", "Kharkiv", { latDeg: 50, lonDeg: 37.62, radiusKm: 1_500 });
  const passes = targetPasses(track, kharkiv);
  expect(passes.length).toBeGreaterThan(2);
  for (const { closestKm, closestAt } of passes.filter((pass) => pass.closestKm > 100)) {
    const [grazed] = targetPasses(track, { ...kharkiv, radiusKm: closestKm + 0.002 }).filter(
      (pass) => Math.abs(pass.closestAt - closestAt) < 60,
    );
    expect(grazed).toBeDefined();
    if (grazed) expect(grazed.span.end - grazed.span.start).toBeLessThan(10);
  }
});

test("a target says how high the Sun stands there", () => {
  const window = { start: instant("2021-10-10T00:00:00Z"), end: instant("2021-10-11T00:00:00Z") };
  const volgograd = row("groundTarget", "volgograd", { latDeg: 48.7, lonDeg: 44.5, radiusKm: 1_000 });
  const { targets } = lightTable(STATION_2021, window, { targets: [volgograd] });
  expect(targets.length).toBeGreaterThan(3);
  for (const { closestAt, sunElevationDeg } of targets) {
    // By hand: declination −6.7° on the day, noon there at 08:49 UTC (44.5° east, equation of time +13 min).
    const hourAngle = ((closestAt - instant("2021-10-10T08:49:00Z")) / 3600) * 15;
    const [lat, dec] = [48.7 * RADIANS, -6.7 * RADIANS];
    const sine =
      Math.sin(lat) * Math.sin(dec) + Math.cos(lat) * Math.cos(dec) * Math.cos(hourAngle * RADIANS);
    expect(Math.abs(sunElevationDeg - Math.asin(sine) / RADIANS)).toBeLessThan(0.5);
  }
});
