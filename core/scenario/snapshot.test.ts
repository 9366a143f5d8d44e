import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import type { Tables } from "../model/entities.ts";
import { STATION_2021_FREE } from "../orbit/testing-station.ts";
import { lightKey, lightOf } from "./snapshot.ts";

const { tables } = plan({
  shootDay: shootDays(8),
  shootWindow: [],
  elementSet: STATION_2021_FREE.map((set) => row("elementSet", set.label, { ...set } as never)),
  groundSite: [row("groundSite", "Shchelkovo", { latDeg: 55.95, lonDeg: 37.97 })],
  groundTarget: [row("groundTarget", "volga", { latDeg: 50, lonDeg: 46, radiusKm: 1_000 })],
  relayPass: [row("relayPass", "1", { startsAt: at("8T10:00"), durationMin: minutes(20) })],
  scene: [row("scene", "5")],
  strip: [row("strip", "s5", { sceneId: "5", startsAt: at("8T10:00") })],
});

test("the light of a plan has its days, sites, targets and relays", () => {
  const light = lightOf(tables);
  expect(light.window).toEqual({ start: at("8T06:00"), end: at("8T21:30") });
  expect(new Set(light.passes.map((pass) => pass.by))).toEqual(new Set(["Shchelkovo", "Luch"]));
  expect(new Set(light.targets.map((pass) => pass.targetId))).toEqual(new Set(["volga"]));
  expect(light.noons.length).toBeGreaterThan(9);
});

const changed: readonly (readonly [string, Partial<Tables>])[] = [
  ["orbit data", { elementSet: tables.elementSet.filter((set) => set.label !== "d") }],
  ["a day", { shootDay: shootDays(8, 9) }],
  ["a site's mask", { groundSite: tables.groundSite.map((site) => ({ ...site, maskDeg: 10 })) }],
  ["a site no longer used", { groundSite: tables.groundSite.map((site) => ({ ...site, isUsed: false })) }],
  ["a target's radius", { groundTarget: tables.groundTarget.map((t) => ({ ...t, radiusKm: 50 })) }],
  ["a relay pass", { relayPass: [] }],
  [
    "a reboost",
    {
      stationEvent: [
        row("stationEvent", "r", { kind: "reboost", startsAt: at("8T12:00"), durationMin: minutes(5) }),
      ],
    },
  ],
];
test.each(changed)("%s changes the light, and its key", (_, change) => {
  const after = { ...tables, ...change };
  expect(lightKey(after)).not.toBe(lightKey(tables));
  expect(lightOf(after)).not.toEqual(lightOf(tables));
});

test("what the light does not follow from leaves its key as it is", () => {
  const moved = {
    ...tables,
    strip: tables.strip.map((strip) => ({ ...strip, startsAt: at("8T14:00") })),
    stationEvent: [
      row("stationEvent", "pao", { kind: "pao", startsAt: at("8T12:00"), durationMin: minutes(5) }),
    ],
  };
  expect(lightKey(moved)).toBe(lightKey(tables));
});
