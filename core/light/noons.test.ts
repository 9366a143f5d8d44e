import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { epochSeconds } from "../base/quantity.ts";
import { type ElementSet, parseElementSet } from "../orbit/element-set.ts";
import { STATION_2021, STATION_2021_FREE } from "../orbit/testing-station.ts";
import { angleBetween } from "../orbit/vector.ts";
import { betaAt } from "./beta.ts";
import { lightTable } from "./light-table.ts";
import { noonsOf } from "./noons.ts";
import { trackAround } from "./track.ts";

const START = instant("2021-10-05T00:00:00Z");
const SHOOT = { start: START, end: epochSeconds(START + 13 * 86_400) };
const PERIOD = 5_577;

test("the Sun is nowhere nearer the zenith than at noon", () => {
  const [set] = STATION_2021.map(parseElementSet).flatMap((s) => (s.ok ? [s.value] : [])) as [ElementSet];
  const track = trackAround(set, { start: START, end: epochSeconds(START + 86_400) });
  const zenith = (at: number) =>
    angleBetween(track.state(epochSeconds(at)).position, track.sun(epochSeconds(at)));
  const noons = noonsOf(track);
  expect(noons.length).toBeGreaterThan(15);
  for (const { at, betaDeg } of noons) {
    for (const away of [1, 10, 100, 1_000])
      expect(Math.min(zenith(at - away), zenith(at + away))).toBeGreaterThan(zenith(at));
    // Over the plane's own height it stands nowhere.
    expect((zenith(at) * 180) / Math.PI).toBeCloseTo(Math.abs(betaDeg), 1);
    const exact = betaAt(set, at);
    expect(exact.ok && Math.abs(exact.value - betaDeg)).toBeLessThan(1e-9);
  }
});

test.each([
  { name: "spans of use", sets: STATION_2021 },
  { name: "nearest epochs", sets: STATION_2021_FREE },
])("one noon an orbit, over every seam: $name", ({ sets }) => {
  const { noons, window } = lightTable(sets, SHOOT);
  expect(noons[0]?.at).toBeLessThan(window.start + PERIOD);
  expect(noons.at(-1)?.at).toBeGreaterThan(window.end - PERIOD);
  for (const [i, { at }] of noons.slice(1).entries())
    expect(Math.abs(at - (noons[i]?.at ?? 0) - PERIOD)).toBeLessThan(60);
});
