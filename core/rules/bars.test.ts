import fc from "fast-check";
import { expect, test } from "vitest";
import { overlaps } from "../base/interval.ts";
import { profile } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { at, plan, row, shootDays, span } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { Placed } from "../model/placed.ts";
import { barsOfBlind, barsOfCalls, barWithin, startOf, stretchesOf, whenNot } from "./bars.ts";
import { shootDayAt } from "./duty.ts";

const T = at("8T00:00");
const stretch = (start: number, length: number) => ({
  start: epochSeconds(T + start),
  end: epochSeconds(T + start + length),
});

test("what starts in a day's stretch counts for that day, and nothing else does", () => {
  const hours = fc.record({
    gap: fc.constantFrom(1, 2, 8, 23, 24, 25, 40),
    length: fc.constantFrom(1, 8, 15, 30),
  });
  fc.assert(
    fc.property(
      fc.array(fc.record({ hours, off: fc.constantFrom(0, 1) }), { minLength: 1, maxLength: 4 }),
      (drawn) => {
        let from = T as number;
        const days = drawn.map(({ hours: { gap, length }, off }, i) => {
          const wakesAt = from + gap * 3_600 + off;
          from = wakesAt + length * 3_600;
          return row("shootDay", `${i}`, { wakesAt: epochSeconds(wakesAt), sleepsAt: epochSeconds(from) });
        });
        const stretches = stretchesOf(days);
        const edges = [...stretches, ...days.map((d) => ({ start: d.wakesAt, end: d.sleepsAt }))];
        const moments = edges
          .flatMap(({ start, end }) => [start, end])
          .flatMap((m) => [-2, -1, 0, 1, 2].map((by) => m + by));
        for (const moment of moments) {
          const inside = stretches.flatMap(({ start, end }, i) =>
            start <= moment && moment < end ? [i] : [],
          );
          const day = shootDayAt(days, moment as EpochSeconds);
          expect(inside, `${moment - T}`).toEqual(day ? [days.indexOf(day)] : []);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("a part may not lie in a stretch with all of itself, to the second", () => {
  const aStretch = fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 12 }));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.array(aStretch, { maxLength: 4 }), (length, drawn) => {
      const stretches = profile(drawn.map(([start, long]) => stretch(start, long)));
      const bars = barWithin(stretch(0, length), stretches);
      for (let by = -45; by <= 45; by++) {
        const isBarred = bars.some(({ part, never }) =>
          never.some((n) =>
            overlaps(n, { start: epochSeconds(part.start + by), end: epochSeconds(part.end + by) }),
          ),
        );
        const isWithin = stretches.some((s) => s.start <= T + by && T + by + length <= s.end);
        expect(isBarred, `${by}`).toBe(isWithin);
      }
      expect(bars.every(({ never }) => never.length > 0)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const called = (unit: "main" | "ship") => {
  const snapshot = plan({
    shootDay: shootDays(8),
    person: [row("person", "dubrov")],
    scene: [row("scene", "7", { unit })],
    strip: [row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00") })],
    assignment: [row("assignment", "a", { stripId: "s7", job: "camera", personId: "dubrov" })],
  });
  return [...factsOf(snapshot).placed.values()][0] as Placed;
};

test("a call is barred when its person may not be called, and not at all when they always may", () => {
  const never = [span("8T12:00", "8T13:00")];
  expect(barsOfCalls(called("main"), () => never)).toEqual([{ part: span("8T10:00", "8T10:30"), never }]);
  expect(barsOfCalls(called("main"), () => [])).toEqual([]);
});

test("a call is blind where no such time lies within a day; the ship unit's never is", () => {
  const sleep = span("8T21:30", "9T06:00");
  const [bar] = barsOfBlind(called("main"), () => [sleep]);
  expect(bar).toEqual({
    isGap: true,
    part: startOf(span("8T10:00", "8T10:30")),
    never: [
      { start: whenNot([])[0]?.start, end: at("7T21:00:01") },
      { start: at("10T06:00"), end: epochSeconds((whenNot([])[0]?.end ?? 0) - 1_799) },
    ],
  });
  expect(barsOfBlind(called("ship"), () => [sleep])).toEqual([]);
});

test("the start of a stretch is its first second", () => {
  expect(startOf(stretch(5, 60))).toEqual(stretch(5, 1));
});
