import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "#core/base/instant.ts";
import { epochSeconds, seconds } from "#core/base/quantity.ts";
import { groundPointAt, groundTrack, subsolarPoint } from "#core/light/index.ts";
import { STATION_2021 } from "#core/orbit/testing-station.ts";
import { isSinking, sunAfter, sunHeightDeg, terminator, visibilityDeg } from "./night.ts";
import { orbitsIn } from "./orbits.ts";

const start = instant("2021-10-08T06:00:00Z");
const hours = (n: number) => ({ start, end: epochSeconds(start + n * 3_600) });

describe("orbitsIn", () => {
  const points = groundTrack(STATION_2021, hours(16), seconds(30)).pieces.flatMap((p) => p.points);
  const orbits = orbitsIn(points);

  test("they fill the stretch; whole ones last 92 to 93.5 minutes", () => {
    expect(orbits[0]?.start).toBe(start);
    expect(orbits.at(-1)?.end).toBe(hours(16).end);
    for (const [i, { end }] of orbits.slice(0, -1).entries()) expect(orbits[i + 1]?.start).toBe(end);
    for (const { start: from, end } of orbits.slice(1, -1)) {
      expect((end - from) / 60).toBeGreaterThan(92);
      expect((end - from) / 60).toBeLessThan(93.5);
    }
  });

  test("nothing known, no orbit", () => {
    expect(orbitsIn([])).toEqual([]);
  });
});

describe("light on the ground", () => {
  test("the Sun's height agrees with the oblate Earth's within 0.2°, hours after the Sun was looked up", () => {
    const sun = subsolarPoint(start);
    for (let away = 0; away <= 5_400; away += 600) {
      const below = groundPointAt(STATION_2021, epochSeconds(start + away));
      if (!below.ok) throw new Error(below.error);
      expect(
        Math.abs(sunHeightDeg(below.value, sunAfter(sun, away)) - below.value.sunElevationDeg),
      ).toBeLessThan(0.2);
    }
  });

  test("on the terminator the Sun stands on the horizon", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -23.4, max: 23.4, noNaN: true }).filter((d) => Math.abs(d) > 0.02),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (latDeg, lonDeg) => {
          const sun = { latDeg, lonDeg };
          for (const place of terminator(sun, 15))
            expect(Math.abs(sunHeightDeg(place, sun))).toBeLessThan(1e-6);
        },
      ),
    );
  });

  test("east of the noon meridian the Sun sinks, west of it the day is young, across the date line too", () => {
    const sun = { latDeg: -6, lonDeg: 170 };
    expect(isSinking({ latDeg: 50, lonDeg: -120 }, sun)).toBe(true);
    expect(isSinking({ latDeg: 50, lonDeg: 100 }, sun)).toBe(false);
  });
});

// A satellite 420 km up: acos(R / (R + h)) = 20.26° to the horizon; with a 7° mask 14.4°.
test.each([
  { maskDeg: 0, away: 20.26 },
  { maskDeg: 7, away: 14.41 },
])("heard within $away° at a mask of $maskDeg°", ({ maskDeg, away }) => {
  expect(visibilityDeg(420, maskDeg)).toBeCloseTo(away, 1);
});
