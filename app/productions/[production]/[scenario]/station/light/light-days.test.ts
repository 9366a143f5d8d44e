import { describe, expect, test } from "vitest";
import { plan, row, shootDays } from "#core/model/build.ts";
import { factsOf } from "#core/model/facts.ts";
import { STATION_2021 } from "#core/orbit/testing-station.ts";
import { dayPlansOf } from "#core/report/day-plan.ts";
import { lightOf } from "#core/scenario/snapshot.ts";
import { lightDays } from "./light-days.ts";

const sets = STATION_2021.map((set, i) => row("elementSet", `set${i}`, set));
const bare = plan({ shootDay: shootDays(6, 7, 8), elementSet: sets });
const table = lightOf(bare.tables);
const days = dayPlansOf(factsOf({ ...bare, light: table }));

describe("lightDays", () => {
  test("sixteen sunrises or fifteen between two wakings, ten or so of them awake", () => {
    const [first, second] = lightDays(table, days, "first-contact");
    for (const day of [first, second]) {
      expect([15, 16]).toContain(day?.sunrises);
      expect(day?.sunrisesAwake).toBeGreaterThanOrEqual(9);
      expect(day?.sunrisesAwake).toBeLessThan(day?.sunrises ?? 0);
    }
  });

  test("day and night fill the waking hours where all is known", () => {
    for (const { day, dayMin, nightMin, unknownMin } of lightDays(table, days, "first-contact")) {
      expect(dayMin + nightMin).toBeCloseTo((day.sleepsAt - day.wakesAt) / 60, 3);
      expect(unknownMin).toBeCloseTo(0, 3);
    }
  });

  test("day and night follow each other, an orbit of about 93 minutes together", () => {
    const lines = lightDays(table, days, "first-contact").flatMap((day) => day.lines);
    for (const [i, { begins, lastsMin }] of lines.slice(0, -2).entries()) {
      expect(lines[i + 1]?.begins).not.toBe(begins);
      expect((lastsMin ?? 0) + (lines[i + 1]?.lastsMin ?? 0)).toBeGreaterThan(92);
      expect((lastsMin ?? 0) + (lines[i + 1]?.lastsMin ?? 0)).toBeLessThan(93.5);
    }
  });

  test("night is longest by first contact, shorter by the point Sun, shortest by umbra", () => {
    const nights = (["first-contact", "point-sun", "umbra"] as const).map((definition) => {
      const [first] = lightDays(lightOf(bare.tables, definition), days, definition);
      const line = first?.lines.find(({ begins, lastsMin }) => begins === "night" && lastsMin !== null);
      return { length: line?.lastsMin ?? 0, total: first?.nightMin ?? 0 };
    });
    expect(nights[0]?.length).toBeGreaterThan(nights[2]?.length ?? 0);
    expect(nights[0]?.total).toBeGreaterThan(nights[2]?.total ?? 0);
    // Point Sun moves both ends by the same half disc.
    expect(nights[1]?.length).toBeCloseTo(nights[0]?.length ?? 0, 1);
  });

  test("beyond the orbit data nothing is counted as day or night", () => {
    const far = plan({ shootDay: shootDays(6), elementSet: [] });
    const light = lightOf(far.tables);
    const [only] = lightDays(light, dayPlansOf(factsOf({ ...far, light })), "first-contact");
    expect(only).toMatchObject({ sunrises: 0, dayMin: 0, nightMin: 0, betaDeg: null, marginS: null });
    expect(only?.unknownMin).toBeGreaterThan(600);
    expect(only?.unknown[0]?.reason).toContain("no orbit data");
  });
});
