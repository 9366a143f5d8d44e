import { expect, test } from "vitest";
import { instant } from "#core/base/instant.ts";
import { subsolarPoint } from "#core/light/index.ts";
import { plan, row, shootDays } from "#core/model/build.ts";
import { STATION_2021 } from "#core/orbit/testing-station.ts";
import { lightOf } from "#core/scenario/snapshot.ts";
import { sunHeightDeg } from "../map/night.ts";
import { BELOW, targetChances } from "./target-chances.ts";

const volga = row("groundTarget", "volga", { name: "The Volga", latDeg: 48.7, lonDeg: 44.5, radiusKm: 700 });
const { tables } = plan({
  shootDay: shootDays(6, 7, 8, 9, 10, 11, 12),
  elementSet: STATION_2021.map((set, i) => row("elementSet", `set${i}`, set)),
  groundTarget: [volga, row("groundTarget", "other", { latDeg: 0, lonDeg: 0, radiusKm: 500 })],
});
const light = lightOf(tables);
const from = instant("2021-10-06T06:00:00Z");
const ask = (below: (typeof BELOW)[number], aboard: "any" | "day" | "night" = "any", count = 100) =>
  targetChances(light, volga, { below, aboard }, from, count, subsolarPoint);

test("every pass is in one light below; day, night, dusk and dawn together are all of them", () => {
  const all = ask("any");
  expect(all.length).toBeGreaterThan(20);
  const parts = BELOW.filter((below) => below !== "any").flatMap((below) => ask(below));
  expect(parts).toHaveLength(all.length);
});

test("dusk: the Sun is just under the horizon, and lower ten minutes later", () => {
  expect(ask("dusk").length + ask("dawn").length).toBeGreaterThan(0);
  for (const below of ["dusk", "dawn"] as const)
    for (const { pass } of ask(below)) {
      const [now, later] = [pass.closestAt, (pass.closestAt + 600) as typeof pass.closestAt].map((at) =>
        sunHeightDeg(volga, subsolarPoint(at)),
      );
      expect(now).toBeLessThan(0.3);
      expect(now).toBeGreaterThan(-6.3);
      expect((later ?? 0) < (now ?? 0)).toBe(below === "dusk");
    }
});

test("the light aboard is asked apart: night below with day aboard is there too", () => {
  for (const { below, aboard } of ask("night", "day")) expect([below, aboard]).toEqual(["night", "day"]);
  expect(ask("night", "day").length + ask("night", "night").length).toBe(ask("night").length);
});

test("no more than asked for, in order, none that is over", () => {
  const three = ask("any", "any", 3);
  expect(three).toHaveLength(3);
  expect(three.map(({ pass }) => pass.span.start)).toEqual(
    three.map(({ pass }) => pass.span.start).toSorted((a, b) => a - b),
  );
  for (const { pass } of three) expect(pass.span.end).toBeGreaterThan(from);
});
