import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Interval } from "../base/interval.ts";
import { profile } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { Placed } from "../model/placed.ts";
import { lackingText, startsInside } from "./asked-light.ts";

const TEN = at("8T10:00");
const inMinutes = (min: number) => epochSeconds(TEN + min * 60);
/** Scene 5 at a minute after 10:00, with set-ups of the given minutes. */
const filming = (start: number, lengths: readonly number[], over: object = {}): Placed => {
  const snapshot = plan({
    scene: [row("scene", "5")],
    strip: [
      row("strip", "s5", {
        sceneId: "5",
        startsAt: inMinutes(start),
        rigMin: minutes(7),
        shootMin: minutes(lengths.reduce((sum, min) => sum + min, 0)),
        ...over,
      }),
    ],
    setUp: lengths.map((takeMin, order) =>
      row("setUp", `u${order}`, { sceneId: "5", stripId: "s5", takeMin: minutes(takeMin), order }),
    ),
  });
  return [...factsOf(snapshot).placed.values()][0] as Placed;
};
/** Offered starts, in minutes after 10:00. */
const offered = (placed: Placed, timesOf: (order: number) => readonly Interval[] | null) =>
  startsInside(placed, ({ setUp }) => {
    const times = timesOf(setUp.order);
    return times && profile(times);
  }).map(({ input }) => {
    const [move] = (input as { moves: { stripId: string; startsAt: string }[] }).moves;
    expect(move?.stripId).toBe("s5");
    return (Date.parse(move?.startsAt ?? "") / 1_000 - TEN) / 60;
  });

/** The same, by trying every start on the grid of five minutes. */
function tried(placed: Placed, timesOf: (order: number) => readonly Interval[] | null) {
  const from = placed.strip.startsAt as EpochSeconds;
  const fits = (start: number) =>
    placed.setUps.every(({ setUp, span }) => {
      const times = timesOf(setUp.order);
      const by = start - from;
      return (
        times === null || profile(times).some((t) => t.start <= span.start + by && span.end + by <= t.end)
      );
    });
  const grid = Array.from({ length: 241 }, (_, i) => TEN + (i - 120) * 300).filter(fits);
  const asks = placed.setUps.some(({ setUp }) => timesOf(setUp.order) !== null);
  const near = asks ? [grid.find((s) => s > from), grid.findLast((s) => s < from)] : [];
  return near
    .filter((s) => s !== undefined)
    .sort((a, b) => Math.abs(a - from) - Math.abs(b - from))
    .map((s) => (s - TEN) / 60);
}

describe("starts inside the times of all set-ups", () => {
  const aTime = fc
    .tuple(fc.integer({ min: -18_000, max: 18_000 }), fc.constantFrom(300, 599, 600, 601, 900, 1_800, 7_200))
    .map(([start, length]) => ({
      start: epochSeconds(TEN + start),
      end: epochSeconds(TEN + start + length),
    }));
  const aGridTime = fc
    .tuple(fc.integer({ min: -60, max: 60 }), fc.constantFrom(5, 10, 20, 30))
    .map(([step, length]) => ({ start: inMinutes(step * 5 + 7), end: inMinutes(step * 5 + 7 + length) }));
  const someTimes = fc.option(fc.array(fc.oneof(aTime, aGridTime), { maxLength: 6 }), { freq: 4 });

  test("are the nearest on the grid, before and after", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(0, 1, 4, 5, 17),
        fc.array(fc.constantFrom(5, 10), { minLength: 1, maxLength: 2 }),
        fc.tuple(someTimes, someTimes),
        (start, lengths, times) => {
          const placed = filming(start, lengths);
          const timesOf = (order: number) => times[order] ?? null;
          expect(offered(placed, timesOf)).toEqual(tried(placed, timesOf));
        },
      ),
      { numRuns: 400 },
    );
  });

  test("may end with the time, to the second, and begin with it", () => {
    const times = [{ start: inMinutes(37), end: inMinutes(47) }];
    expect(offered(filming(0, [10]), () => times)).toEqual([30]);
    expect(offered(filming(30, [10]), () => times)).toEqual([]);
    expect(
      offered(filming(0, [10]), () => [{ start: inMinutes(37), end: epochSeconds(inMinutes(47) - 1) }]),
    ).toEqual([]);
    expect(
      offered(filming(0, [10]), () => [{ start: epochSeconds(inMinutes(37) + 1), end: inMinutes(47) }]),
    ).toEqual([]);
  });

  test.each([{ isPinned: true }, { status: "shot" }])("none for what does not move: %o", (over) => {
    const times = [{ start: inMinutes(30), end: inMinutes(90) }];
    expect(offered(filming(0, [10]), () => times)).toEqual([25]);
    expect(offered(filming(0, [10], over), () => times)).toEqual([]);
  });

  test("none where nothing asks for a time", () => {
    expect(offered(filming(0, [10]), () => null)).toEqual([]);
  });
});

test("several stretches without are all named", () => {
  const outside = [
    { start: TEN, end: inMinutes(1) },
    { start: inMinutes(5), end: inMinutes(7) },
  ];
  expect(lackingText({ label: "A", min: 3, lacking: ["in the dark", "unlinked"], outside })).toBe(
    "3 min of set-up A in the dark and unlinked (8 Oct 10:00–10:01, 8 Oct 10:05–10:07)",
  );
});
