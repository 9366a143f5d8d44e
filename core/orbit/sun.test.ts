import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { epochSeconds } from "../base/quantity.ts";
import { j2000FromTeme } from "./frames.ts";
import { sunAt, sunDuring } from "./sun.ts";
import { angleBetween, type J2000, norm, position, subtract, type Teme } from "./vector.ts";

const ARCSECOND = Math.PI / 648_000;

// satellogic/orbit-predictor, tests/test_sun.py: astropy with the JPL ephemerides, GCRS, au.
const ASTROPY = [
  { at: "2000-01-01T12:00:00Z", x: 0.17705013, y: -0.88744275, z: -0.38474906 },
  { at: "2009-06-01T18:30:00Z", x: 0.32589889, y: 0.88109849, z: 0.38197646 },
  { at: "2019-11-25T18:46:00Z", x: -0.449363, y: -0.80638653, z: -0.34956405 },
  { at: "2025-12-01T12:00:00Z", x: -0.35042293, y: -0.84565374, z: -0.36657211 },
];

test.each(ASTROPY)("the Sun stands within 2″ of JPL's at $at", ({ at, ...theirs }) => {
  const ours = j2000FromTeme(sunAt(instant(at)), instant(at));
  const off = angleBetween(ours, position<J2000>(theirs)) / ARCSECOND;
  expect(off, `${off}″ off`).toBeLessThan(2);
});

// Vallado, Fundamentals of Astrodynamics, example 5-1 (as in samtx/passpredict, tests/test_solar.py): mean equator
// and equinox of date, an almanac formula good to 0.01°.
test("the Sun agrees with Vallado's example 5-1 within 0.01°", () => {
  const theirs = position<Teme>({ x: 146_186_212, y: 28_788_976, z: 12_481_064 });
  const ours = sunAt(instant("2006-04-02T00:00:00Z"));
  const off = angleBetween(ours, theirs) / ARCSECOND;
  expect(off, `${off}″ off`).toBeLessThan(36);
  expect(Math.abs(norm(ours) / norm(theirs) - 1)).toBeLessThan(1e-4);
});

test("the quick Sun is the Sun within 0.1 km, and the same whatever the span", () => {
  const start = fc.double({ min: 0, max: 4e9, noNaN: true });
  fc.assert(
    fc.property(start, fc.double({ min: 0, max: 1, noNaN: true }), (from, share) => {
      const long = { start: epochSeconds(from), end: epochSeconds(from + 200_000) };
      const at = epochSeconds(from + share * 200_000);
      const quick = sunDuring(long)(at);
      expect(norm(subtract(quick, sunAt(at)))).toBeLessThan(0.1);
      expect(sunDuring({ start: at, end: epochSeconds(at + 1) })(at)).toEqual(quick);
    }),
    { numRuns: 30 },
  );
});
