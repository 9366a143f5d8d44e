import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { lengthOf } from "../base/interval.ts";
import { epochSeconds, minutes } from "../base/quantity.ts";
import { row } from "../model/build.ts";
import { type ElementSet, parseElementSet } from "../orbit/element-set.ts";
import { geodeticOf } from "../orbit/geodetic.ts";
import { STATION_2021 } from "../orbit/testing-station.ts";
import { type EarthFixed, norm, position } from "../orbit/vector.ts";
import { lightTable } from "./light-table.ts";
import { modelledRelayPasses } from "./relay-passes.ts";
import { trackAround } from "./track.ts";

const START = instant("2021-10-05T00:00:00Z");
const DAY = { start: START, end: epochSeconds(START + 86_400) };

test("coverage as given is in the table as given, cut by the window, without a margin of ours", () => {
  const given = [
    row("relayPass", "1", { startsAt: epochSeconds(START - 600), durationMin: minutes(20), source: "given" }),
    row("relayPass", "2", { startsAt: epochSeconds(START + 6_000), durationMin: minutes(30) }),
    row("relayPass", "3", { startsAt: epochSeconds(START + 90_000), durationMin: minutes(30) }),
    row("relayPass", "4", { startsAt: epochSeconds(START + 7_000), durationMin: minutes(0) }),
  ];
  const { passes } = lightTable([], DAY, { relayPasses: given });
  expect(passes.map(({ span, by, margin }) => [span.start - START, lengthOf(span), by, margin])).toEqual([
    [0, 10, "Luch", 0],
    [6_000, 30, "Luch", 0],
  ]);
});

test("by the model, a pass ends where the line to the relay touches the Earth", () => {
  const [set] = STATION_2021.map(parseElementSet).flatMap((s) => (s.ok ? [s.value] : [])) as [ElementSet];
  const track = trackAround(set, DAY);
  const passes = modelledRelayPasses(track, { name: "Luch-5V", lonDeg: 95 });
  const lon = (95 * Math.PI) / 180;
  const relay = { x: 42_164.2 * Math.cos(lon), y: 42_164.2 * Math.sin(lon), z: 0 };
  /** The lowest point of the line of sight over the ground, by sampling it. */
  const lowest = (at: number) => {
    const station = track.fixed(epochSeconds(at));
    const points = Array.from({ length: 2_000 }, (_, i) => {
      const t = (i / 2_000) ** 2;
      return position<EarthFixed>({
        x: station.x + t * (relay.x - station.x),
        y: station.y + t * (relay.y - station.y),
        z: station.z + t * (relay.z - station.z),
      });
    });
    return Math.min(...points.map((p) => norm(p) - 6378.137));
  };
  const whole = passes.filter(({ span }) => span.start > track.span.start && span.end < track.span.end);
  expect(whole.length).toBeGreaterThan(13);
  for (const { span, source } of whole) {
    for (const edge of [span.start, span.end]) expect(Math.abs(lowest(edge) - 100)).toBeLessThan(1);
    // Over half an orbit of 93 min.
    expect(lengthOf(span)).toBeGreaterThan(45);
    expect(lengthOf(span)).toBeLessThan(70);
    expect(source).toMatch(/^model: geostationary at 95° east/);
    const below = geodeticOf(track.fixed(epochSeconds((span.start + span.end) / 2)));
    expect(Math.cos(((below.lonDeg - 95) * Math.PI) / 180)).toBeGreaterThan(0);
  }
});
