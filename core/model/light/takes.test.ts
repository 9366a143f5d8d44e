import fc from "fast-check";
import { expect, test } from "vitest";
import { minutes } from "../../base/quantity.ts";
import { at, NO_LIGHT, row, span } from "../build.ts";
import type { LightSpan, LightTable } from "../light-table.ts";
import { setUpMinutes } from "../placed.ts";
import { nextChances } from "./next-chances.ts";
import { takesIn, takesOf, takesThatFit } from "./takes.ts";

const lit = (kind: LightSpan["kind"], from: string, to: string): LightSpan =>
  ({ kind, span: span(from, to), source: "a", margin: 60 }) as LightSpan;
/** Day of 60 min, night of 33, day of 60; a minute of margin at every change. */
const LIGHT: LightTable = {
  ...NO_LIGHT,
  window: span("8T10:00", "8T12:33"),
  spans: [
    lit("day", "8T10:00", "8T11:00"),
    lit("night", "8T11:00", "8T11:33"),
    lit("day", "8T11:33", "8T12:33"),
  ],
};
const outside = { light: LIGHT, panes: new Map(), events: [] };
const setUp = (fields: object) =>
  row("setUp", "A", { sceneId: "1", takeMin: minutes(10), resetMin: minutes(5), ...fields });

test.each([
  { name: "one take and nothing else", to: "8T10:10", takes: 1 },
  { name: "a second needs its reset", to: "8T10:24", takes: 1 },
  { name: "two with a reset between", to: "8T10:25", takes: 2 },
  { name: "too short for one", to: "8T10:09:59", takes: 0 },
])("$name", ({ to, takes }) => {
  expect(takesIn(span("8T10:00", to), setUp({}))).toBe(takes);
});

test("the takes that fit each stretch, less the margins, cut by the span", () => {
  expect(takesThatFit(setUp({ light: "day" }), outside, span("8T10:40", "8T13:00"))).toEqual([
    { span: span("8T10:40", "8T10:59"), takes: 1 },
    { span: span("8T11:34", "8T12:33"), takes: 4 },
  ]);
  expect(takesThatFit(setUp({ light: "night" }), outside, LIGHT.window)).toEqual([
    { span: span("8T11:01", "8T11:32"), takes: 2 },
  ]);
  expect(takesThatFit(setUp({}), outside, LIGHT.window)).toEqual([]);
});

test("takes lie in their set-up, in order, with their resets between, however long the shoot is", () => {
  const number = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      number(20),
      number(20),
      fc.integer({ min: 1, max: 400 }),
      (takes, takeMin, resetMin, long) => {
        const asked = setUp({ takes, takeMin, resetMin });
        const start = at("8T10:00");
        const own = { start, end: (start + long * 60) as typeof start };
        const found = takesOf({ setUp: asked, span: own });
        fc.pre(setUpMinutes(asked) > 0);
        expect(found.length).toBe(takeMin === 0 ? 0 : takes);
        for (const [i, take] of found.entries()) {
          expect(take.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? own.start);
          expect(take.end).toBeLessThanOrEqual(own.end);
        }
        if (found.length > 0) expect(found.at(-1)?.end).toBe(own.end);
      },
    ),
  );
});

test("the next chances: the rest of this stretch, then those that follow, no more than asked for", () => {
  const chances = nextChances(setUp({ light: "day" }), outside, at("8T10:30"), 10);
  expect(chances).toEqual([
    { span: span("8T10:30", "8T10:59"), takes: 2 },
    { span: span("8T11:34", "8T12:33"), takes: 4 },
  ]);
  expect(nextChances(setUp({ light: "day" }), outside, at("8T10:30"), 1)).toHaveLength(1);
  // Nine minutes left are no room for a take of ten.
  expect(nextChances(setUp({ light: "day" }), outside, at("8T10:50"), 1)?.[0]?.takes).toBe(4);
  expect(nextChances(setUp({}), outside, at("8T10:30"), 10)).toBeNull();
});

test("a chance is where everything holds that is asked for", () => {
  const target = { targetId: "volga", span: span("8T10:20", "8T10:22"), sunElevationDeg: 30, margin: 5 };
  const over = { ...outside, light: { ...LIGHT, targets: [target] as never } };
  const asked = setUp({ light: "day", targetId: "volga", targetLight: "day" });
  expect(nextChances(asked, over, at("8T10:00"), 10)).toEqual([
    { span: span("8T10:20:05", "8T10:21:55"), takes: 0 },
  ]);
  expect(nextChances({ ...asked, light: "night" }, over, at("8T10:00"), 10)).toEqual([]);
});
