import fc from "fast-check";
import { expect, test } from "vitest";
import { measure } from "../../base/profile.ts";
import { epochSeconds, seconds } from "../../base/quantity.ts";
import { at, NO_LIGHT, span } from "../build.ts";
import type { LightTable, SunCrossing } from "../light-table.ts";
import { certainly, crossingTime, known, lessMargin, penumbra, untold } from "./light-times.ts";

const crossing = (kind: SunCrossing["kind"], from: string, to: string) =>
  ({ kind, firstContact: at(from), lastContact: at(to), margin: 2 }) as SunCrossing;
const TABLE: LightTable = {
  ...NO_LIGHT,
  window: span("8T10:00", "8T13:00"),
  spans: [
    { kind: "day", span: span("8T10:00", "8T11:00"), source: "a", margin: seconds(2) },
    { kind: "night", span: span("8T11:00", "8T11:30"), source: "a", margin: seconds(2) },
  ],
  crossings: [crossing("sunset", "8T11:00", "8T11:00:20"), crossing("sunrise", "8T11:30", "8T11:30:20")],
  unknown: [{ span: span("8T11:30", "8T12:00"), reason: "no data" }],
};

test("the penumbra is from first to last contact, and lasts the crossing time", () => {
  expect(penumbra(TABLE)).toEqual([span("8T11:00", "8T11:00:20"), span("8T11:30", "8T11:30:20")]);
  expect(TABLE.crossings.map(crossingTime)).toEqual([20, 20]);
});

test("known and untold share all of time between them, with a reason for whatever is untold", () => {
  expect(known(TABLE)).toEqual([span("8T10:00", "8T11:30")]);
  const reasons = untold(TABLE).map((gap) => gap.reason);
  const none = "No light was computed for this time.";
  expect(reasons).toEqual([none, "no data", none]);
  const [first, gap, last] = untold(TABLE).map(({ span: each }) => each);
  expect([first?.end, gap?.start, gap?.end, last?.start]).toEqual(
    ["8T10:00", "8T11:30", "8T12:00", "8T12:00"].map(at),
  );
});

test("margins are taken from both ends, and a stretch shorter than both is none", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 100 }), (long, margin) => {
      const start = at("8T10:00");
      const left = lessMargin({ span: { start, end: epochSeconds(start + long) }, margin });
      expect(measure(left) * 60).toBeCloseTo(Math.max(0, long - 2 * margin), 6);
    }),
  );
});

test("only a change of light costs margin", () => {
  expect(certainly("day", TABLE)).toEqual([span("8T10:00", "8T10:59:58")]);
  expect(certainly("night", TABLE)).toEqual([span("8T11:00:02", "8T11:30")]);
});
