import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { epochSeconds } from "../base/quantity.ts";
import { sampled, stationSet } from "../orbit/testing-ephemeris.ts";
import { STATION_2021_FREE } from "../orbit/testing-station.ts";
import { groundPointAt, lightTable } from "./index.ts";

const [, d] = STATION_2021_FREE as readonly (typeof STATION_2021_FREE)[number][];
const from = instant("2021-10-09T00:00:00Z");
const until = instant("2021-10-12T00:00:00Z");
const ephemeris = sampled(stationSet(), from, until);
const span = (start: string, end: string) => ({ start: instant(start), end: instant(end) });

test("an ephemeris says the same light as the set it was taken from, within 5 ms", () => {
  const window = span("2021-10-09T06:00:00Z", "2021-10-11T18:00:00Z");
  const [ours, theirs] = [lightTable([ephemeris], window), lightTable([d!], window)];
  expect(ours.unknown).toEqual([]);
  expect(ours.crossings).toHaveLength(theirs.crossings.length);
  for (const [i, crossing] of ours.crossings.entries()) {
    const other = theirs.crossings[i];
    expect(crossing).toMatchObject({ kind: other?.kind, source: "eph" });
    for (const contact of ["firstContact", "pointSun", "lastContact"] as const)
      expect(Math.abs(crossing[contact] - (other?.[contact] ?? 0))).toBeLessThan(0.005);
  }
  for (const [i, { betaDeg }] of ours.beta.entries())
    expect(Math.abs(betaDeg - (theirs.beta[i]?.betaDeg ?? 0))).toBeLessThan(0.0001);
});

test("light that needs more than the ephemeris has is unknown, within two hours of its ends and nowhere else", () => {
  const window = span("2021-10-08T12:00:00Z", "2021-10-12T12:00:00Z");
  const { unknown, spans } = lightTable([ephemeris], window);
  expect(unknown.map(({ reason }) => reason)).toEqual([
    "No orbit data is meant for this time.",
    "No orbit data is meant for this time.",
  ]);
  expect(unknown[0]?.span.end).toBeLessThan(from + 7_200);
  expect(unknown[1]?.span.start).toBeGreaterThan(until - 7_200);
  expect(spans[0]?.span.start).toBe(unknown[0]?.span.end);
  expect(groundPointAt([ephemeris], epochSeconds(from + 60)).ok).toBe(false);
  expect(groundPointAt([ephemeris], epochSeconds(from + 7_200))).toMatchObject({
    ok: true,
    value: { source: "eph" },
  });
});

test("a set carries the light where the ephemeris ends, without losing or doubling a sunset", () => {
  const window = span("2021-10-08T18:00:00Z", "2021-10-12T06:00:00Z");
  const mixed = lightTable([ephemeris, d!], window);
  const alone = lightTable([d!], window);
  expect(mixed.unknown).toEqual([]);
  expect(mixed.crossings.map(({ kind }) => kind)).toEqual(alone.crossings.map(({ kind }) => kind));
  expect(new Set(mixed.crossings.map(({ source }) => source))).toEqual(new Set(["d", "eph"]));
});
