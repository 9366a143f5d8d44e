import fc from "fast-check";
import { expect, test } from "vitest";
import { epochSeconds } from "../base/quantity.ts";
import { row } from "../model/build.ts";
import type { ShootDay } from "../model/day.ts";
import { shootDayAt } from "./duty.ts";

const HALF_DAY_S = 43_200;
const hours = (max: number) => fc.integer({ min: 0, max }).map((h) => h * 3_600);

test("the day that something counts for is the nearest, the first of equals, and none half a day away", () => {
  const someDays = fc
    .array(fc.record({ wakes: hours(120), length: hours(40) }), { maxLength: 6 })
    .map((all) =>
      all
        .map(({ wakes, length }, i) =>
          row("shootDay", `d${i}`, {
            wakesAt: epochSeconds(wakes),
            sleepsAt: epochSeconds(wakes + length),
          }),
        )
        .sort((a, b) => a.wakesAt - b.wakesAt),
    );
  fc.assert(
    fc.property(someDays, hours(160), (days: readonly ShootDay[], at) => {
      const away = days.map((day) => Math.max(day.wakesAt - at, at - day.sleepsAt, 0));
      const least = Math.min(HALF_DAY_S, ...away);
      expect(shootDayAt(days, epochSeconds(at))).toBe(least < HALF_DAY_S ? days[away.indexOf(least)] : null);
    }),
  );
});
