// The contacts against a second way of finding them, which shares the station's positions and nothing else: another
// Sun (the Astronomical Almanac's short formula, good to 0.01°), and no cone and no drawn-out sphere but lines of sight
// from the station to points of the Sun's rim, each cut with the ellipsoid.
import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { epochSeconds } from "../base/quantity.ts";
import { parseElementSet } from "../orbit/element-set.ts";
import { STATION_2021 } from "../orbit/testing-station.ts";
import { lightTable } from "./light-table.ts";

const RAD = Math.PI / 180;
interface Point {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** Astronomical Almanac, page C5: the Sun of date, km. */
function almanacSun(at: number): Point {
  const n = at / 86_400 + 2_440_587.5 - 2_451_545;
  const l = (280.46 + 0.9856474 * n) * RAD;
  const g = (357.528 + 0.9856003 * n) * RAD;
  const lambda = l + (1.915 * Math.sin(g) + 0.02 * Math.sin(2 * g)) * RAD;
  const epsilon = (23.439 - 4e-7 * n) * RAD;
  const r = (1.00014 - 0.01671 * Math.cos(g) - 0.00014 * Math.cos(2 * g)) * 149_597_870.7;
  return {
    x: r * Math.cos(lambda),
    y: r * Math.cos(epsilon) * Math.sin(lambda),
    z: r * Math.sin(epsilon) * Math.sin(lambda),
  };
}

/** Does the line from the station to a point far away meet the WGS 84 ellipsoid? */
function isHidden(s: Point, far: Point): boolean {
  const [a2, b2] = [6378.137 ** 2, 6356.752314245 ** 2];
  const d = { x: far.x - s.x, y: far.y - s.y, z: far.z - s.z };
  const a = (d.x * d.x + d.y * d.y) / a2 + (d.z * d.z) / b2;
  const b = (s.x * d.x + s.y * d.y) / a2 + (s.z * d.z) / b2;
  const c = (s.x * s.x + s.y * s.y) / a2 + (s.z * s.z) / b2 - 1;
  return b < 0 && b * b >= a * c;
}

/** How many of the rim's points are hidden; the rim is where the Sun's sphere is seen edge on. */
function hiddenShare(s: Point, at: number): number {
  const sun = almanacSun(at);
  const d = { x: sun.x - s.x, y: sun.y - s.y, z: sun.z - s.z };
  const distance = Math.hypot(d.x, d.y, d.z);
  const flat = Math.hypot(d.x, d.y);
  const east = { x: -d.y / flat, y: d.x / flat, z: 0 };
  const north = {
    x: (-d.z * d.x) / flat / distance,
    y: (-d.z * d.y) / flat / distance,
    z: flat / distance,
  };
  const count = 720;
  let hidden = 0;
  for (let i = 0; i < count; i++) {
    const [u, v] = [
      695_700 * Math.cos((i * 2 * Math.PI) / count),
      695_700 * Math.sin((i * 2 * Math.PI) / count),
    ];
    const rim = {
      x: sun.x + u * east.x + v * north.x,
      y: sun.y + u * east.y + v * north.y,
      z: sun.z + u * east.z + v * north.z,
    };
    if (isHidden(s, rim)) hidden++;
  }
  return hidden / count;
}

const sources = STATION_2021.map(parseElementSet).flatMap((set) => (set.ok ? [set.value] : []));
const TABLE = lightTable(STATION_2021, {
  start: instant("2021-10-05T00:00:00Z"),
  end: instant("2021-10-18T00:00:00Z"),
});

test("every tenth sunrise and sunset of the shoot: all three contacts within a second", () => {
  let worst = 0;
  for (const crossing of TABLE.crossings.filter((_, i) => i % 10 === 0)) {
    const source = sources.find((s) => s.label === crossing.source);
    const share = (at: number) => {
      const state = source?.positionAt(epochSeconds(at));
      if (!state?.ok) throw new Error("no position");
      return hiddenShare(state.value.position, at);
    };
    /** By halving: when the share passes a value, around a moment. */
    const when = (value: number, near: number) => {
      const rises = crossing.kind === "sunset";
      let [low, high] = [near - 20, near + 20];
      expect(share(low) > value).toBe(!rises);
      expect(share(high) > value).toBe(rises);
      while (high - low > 0.01) {
        const middle = (low + high) / 2;
        if (share(middle) > value === rises) high = middle;
        else low = middle;
      }
      return (low + high) / 2;
    };
    const [first, last] = crossing.kind === "sunset" ? [0, 0.9995] : [0.9995, 0];
    worst = Math.max(
      worst,
      Math.abs(when(first, crossing.firstContact) - crossing.firstContact),
      Math.abs(when(0.5, crossing.pointSun) - crossing.pointSun),
      Math.abs(when(last, crossing.lastContact) - crossing.lastContact),
    );
  }
  expect(worst, `${worst} s`).toBeLessThan(0.5);
});

test("beta within 0.01° of the almanac's", () => {
  for (const { date, betaDeg } of TABLE.beta) {
    const at = epochSeconds(instant(`${date}T12:00:00Z`));
    const source = sources.find((s) => (s.usedFrom ?? 0) <= at && at < (s.usedUntil ?? Infinity));
    const state = source?.positionAt(at);
    if (!state?.ok) throw new Error("no position");
    const { position: r, velocity: v } = state.value;
    const h = { x: r.y * v.z - r.z * v.y, y: r.z * v.x - r.x * v.z, z: r.x * v.y - r.y * v.x };
    const s = almanacSun(at);
    const sine =
      (h.x * s.x + h.y * s.y + h.z * s.z) / (Math.hypot(h.x, h.y, h.z) * Math.hypot(s.x, s.y, s.z));
    expect(Math.abs(Math.asin(sine) / RAD - betaDeg), date).toBeLessThan(0.01);
  }
});
