import fc from "fast-check";
import { expect, test } from "vitest";
import { isoOf } from "../base/instant.ts";
import { epochSeconds } from "../base/quantity.ts";
import { type ElementSet, parseElementSet } from "./element-set.ts";
import { checkDigit } from "./tle-line.ts";

const LINE1 = "1 25544U 98067A   21277.86166359  .00005427  00000-0  10685-3 0  9994";
const LINE2 = "2 25544  51.6453 160.4350 0004170  58.5851  39.6969 15.48931550305594";
const parse = (line1: string, line2: string) =>
  parseElementSet({ label: "test", line1, line2, source: "test" });

/** The line with other text from a column (counted from 1) on, and a check digit that is right again. */
function changed(line: string, column: number, text: string): string {
  const body = line.slice(0, column - 1) + text + line.slice(column - 1 + text.length, 68);
  return body + checkDigit(body);
}

test("a good set says when and what it is", () => {
  const parsed = parse(LINE1, `${LINE2}\r`);
  if (!parsed.ok) throw new Error(parsed.error);
  const { epoch, catalogueNumber, inclinationDeg, nodeDeg, nodeDriftDegPerDay } = parsed.value;
  expect(isoOf(epoch)).toBe("2021-10-04T20:40:47.734Z");
  expect(catalogueNumber).toBe("25544");
  expect(inclinationDeg).toBeCloseTo(51.6453, 9);
  expect(nodeDeg).toBeCloseTo(160.435, 9);
  expect(nodeDriftDegPerDay).toBeCloseTo(-4.95, 1);
});

test.each([
  { name: "an empty line", line1: "", says: "Line 1 has 0 characters; an element line has 69." },
  {
    name: "a cut line",
    line1: LINE1.slice(0, 60),
    says: "Line 1 has 60 characters; an element line has 69.",
  },
  {
    name: "a cut second line",
    line2: LINE2.slice(0, 68),
    says: "Line 2 has 68 characters; an element line has 69.",
  },
  { name: "swapped lines", line1: LINE2, line2: LINE1, says: "The two lines are swapped." },
  { name: "the same line twice", line2: LINE1, says: 'Line 2 does not begin with "2 ".' },
  {
    name: "a name line",
    line1: "ISS (ZARYA)".padEnd(68, "."),
    says: "Line 1 has 68 characters; an element line has 69.",
  },
  {
    name: "a changed digit",
    line2: LINE2.replace("160.4350", "160.4360"),
    says: "Line 2 ends in 4, but its check digit is 5: it was changed.",
  },
  {
    name: "a letter for the check digit",
    line1: `${LINE1.slice(0, 68)}x`,
    says: "Line 1 ends in x, but its check digit is 4: it was changed.",
  },
  {
    name: "letters from elsewhere",
    line1: LINE1.replace("98067A", "98067А"),
    says: "Line 1 holds a character that no element line has.",
  },
  {
    name: "two satellites",
    line2: changed(LINE2, 3, "25545"),
    says: "The lines belong to different satellites: 25544 and 25545.",
  },
  {
    name: "no catalogue number",
    line1: changed(LINE1, 3, "2O544"),
    says: "Line 1 has no catalogue number in columns 3 to 7.",
  },
  {
    name: "garbage with a good check digit",
    line2: changed(LINE2, 53, "ab.cdefghij"),
    says: 'Line 2, columns 53 to 63: "ab.cdefghij" cannot be the mean motion.',
  },
  {
    name: "day 0",
    line1: changed(LINE1, 21, "000.86166359"),
    says: "Line 1: the epoch's day cannot be 000.86166359.",
  },
  {
    name: "day 366 of 2021",
    line1: changed(LINE1, 21, "366.86166359"),
    says: "Line 1: 2021 has no day 366.",
  },
  {
    name: "an inclination over 180°",
    line2: changed(LINE2, 9, "191.6453"),
    says: "Line 2: the inclination cannot be 191.6453.",
  },
  {
    name: "a node of 360°",
    line2: changed(LINE2, 18, "360.0000"),
    says: "Line 2: the ascending node cannot be 360.0000.",
  },
  {
    name: "no motion",
    line2: changed(LINE2, 53, " 0.00000000"),
    says: "Line 2: the mean motion cannot be 0.00000000.",
  },
  {
    name: "a path through the ground",
    line2: changed(LINE2, 27, "1004170"),
    says: "The orbit's lowest point lies under the ground.",
  },
  {
    name: "an orbit inside the Earth",
    line2: changed(LINE2, 53, "17.48931550"),
    says: "The orbit's lowest point lies under the ground.",
  },
])("$name is refused in a sentence", ({ line1 = LINE1, line2 = LINE2, says }) => {
  expect(parse(line1, line2)).toEqual({ ok: false, error: says });
});

// Sets that circulate in public code with an epoch in October 2021 and were never issued; most fail like these.
test.each([
  [
    "1 25544U 98067A   21275.51834491  .00001490  00000-0  33281-4 0  9992",
    "2 25544  51.6442 172.5583 0003572  65.8134  36.0590 15.48867829306491",
  ],
  [
    "1 25544U 98067A   21278.52661806  .00000800  00000-0  20684-4 0  9995",
    "2 25544  51.6442  13.1247 0008036  23.6079 336.5377 15.48861704303602",
  ],
  [
    "1 25544U 98067A   21281.53070690  .00000238  00000+0  59288-4 0  9994",
    "2 25544  51.6437 243.3392 0008446  38.9637 321.1813 15.48757739290498",
  ],
])("the invented set %s fails its check digit", (line1, line2) => {
  const parsed = parse(line1, line2);
  expect(parsed.ok ? "passed" : parsed.error).toMatch(/check digit/);
});

test("a span of use that ends before it begins is refused", () => {
  const spanned = parseElementSet({
    label: "test",
    line1: LINE1,
    line2: LINE2,
    source: "test",
    usedFrom: epochSeconds(2),
    usedUntil: epochSeconds(2),
  });
  expect(spanned).toEqual({ ok: false, error: "The span of use ends before it begins." });
});

test("a leap year has a day 366, and two-digit years turn in 1957", () => {
  const leap = parse(changed(changed(LINE1, 19, "20"), 21, "366.50000000"), LINE2);
  const first = parse(changed(LINE1, 19, "57"), LINE2);
  expect(leap.ok && isoOf(leap.value.epoch)).toBe("2020-12-31T12:00:00Z");
  expect(first.ok && isoOf(first.value.epoch).slice(0, 4)).toBe("1957");
});

const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));
const angle = fc.integer({ min: 0, max: 3_599_999 }).map((n) => (n / 10_000).toFixed(4).padStart(8));
const motion = fc.integer({ min: 1, max: 1_799_999_999 }).map((n) => (n / 1e8).toFixed(8).padStart(11));
const wellFormed = fc
  .record({
    day: fc.integer({ min: 1, max: 365 }),
    drag: digits(5),
    power: digits(1),
    i: angle,
    node: angle,
    e: digits(7),
    w: angle,
    m: angle,
    n: motion,
  })
  .map(({ day, drag, power, i, node, e, w, m, n }) => ({
    line1: changed(changed(LINE1, 21, String(day).padStart(3, "0")), 54, ` ${drag}-${power}`),
    line2: changed(LINE2, 9, `${i} ${node} ${e} ${w} ${m} ${n}`),
  }));

test("an orbit that leads under the ground at its epoch is refused in a whole sentence", () => {
  const parsed = parse(
    "1 25544U 98067A   21001.86166359  .00005427  00000-0  00000-0 0  9996",
    "2 25544   0.0000   0.0000 9000000  73.7989   0.0000  0.01000000305597",
  );
  expect(parsed).toEqual({
    ok: false,
    error: "The orbit cannot be computed: orbit data test leads under the ground at this time.",
  });
});

test("whatever the elements and the instant, there is a position in finite numbers or a sentence, never a NaN", () => {
  let flown = 0;
  const years = fc.double({ min: -3e9, max: 6e9, noNaN: true }).map(epochSeconds);
  const close = fc.double({ min: -30, max: 30, noNaN: true });
  const flies = (set: ElementSet, at: number) => {
    const state = set.positionAt(epochSeconds(at));
    if (!state.ok) {
      expect(state.error).toMatch(/^orbit data test .* at this time$/);
      return;
    }
    flown++;
    const numbers = [...Object.values(state.value.position), ...Object.values(state.value.velocity)];
    expect(numbers.every(Number.isFinite)).toBe(true);
  };
  fc.assert(
    fc.property(wellFormed, years, close, ({ line1, line2 }, at, days) => {
      const parsed = parse(line1, line2);
      if (!parsed.ok) {
        expect(parsed.error).toMatch(/^[A-Z].*\.$/);
        return;
      }
      flies(parsed.value, at);
      flies(parsed.value, parsed.value.epoch + days * 86_400);
    }),
    { numRuns: 500 },
  );
  expect(flown).toBeGreaterThan(50);
});

test("any two lines of text, and any damage to a good set, are refused or flown, never thrown", () => {
  const damaged = fc
    .tuple(fc.nat({ max: 68 }), fc.string({ minLength: 1, maxLength: 1 }), fc.boolean())
    .map(([at, c, first]) => {
      const hurt = (line: string) => line.slice(0, at) + c + line.slice(at + 1);
      return first ? ([hurt(LINE1), LINE2] as const) : ([LINE1, hurt(LINE2)] as const);
    });
  const anything = fc.tuple(fc.string(), fc.string());
  fc.assert(
    fc.property(fc.oneof(damaged, anything), ([line1, line2]) => {
      const parsed = parse(line1, line2);
      if (parsed.ok) expect(parsed.value.positionAt(parsed.value.epoch).ok).toBe(true);
      else expect(parsed.error).toMatch(/\.$/);
    }),
    { numRuns: 500 },
  );
});
