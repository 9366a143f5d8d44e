import { expect, test } from "vitest";
import { driftWarning } from "./drift-warning.ts";
import { type ElementSet, parseElementSet } from "./element-set.ts";
import { STATION_2021 } from "./testing-station.ts";
import { checkDigit } from "./tle-line.ts";

const sets: ElementSet[] = STATION_2021.flatMap((input) => {
  const parsed = parseElementSet(input);
  return parsed.ok ? [parsed.value] : [];
});
const [c] = sets as [ElementSet];
const [{ line1, line2 }] = STATION_2021 as [(typeof STATION_2021)[number]];

function withCheckDigit(label: string, line1: string, line2: string): ElementSet {
  const sealed = (line: string) => line.slice(0, 68) + checkDigit(line);
  const parsed = parseElementSet({ label, line1: sealed(line1), line2: sealed(line2), source: "test" });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

test("authentic neighbours agree, each with each", () => {
  expect(sets).toHaveLength(5);
  for (const a of sets) for (const b of sets) expect(driftWarning(a, b)).toBeNull();
});

// Invented sets from public code, their check digits made good: only the drift of the node gives them away.
test.each([
  {
    epoch: "21275.51834491",
    line2: "2 25544  51.6445 208.4280 0004205  54.0969  49.0685 15.48815329302745",
    atLeast: 36,
  },
  {
    epoch: "21278.52661806",
    line2: "2 25544  51.6442  13.1247 0008036  23.6079 336.5377 15.48861704303602",
    atLeast: 143,
  },
  {
    epoch: "21281.53070690",
    line2: "2 25544  51.6437 243.3392 0008446  38.9637 321.1813 15.48757739290498",
    atLeast: 100,
  },
])("the invented set of $epoch is over $atLeast° off", ({ epoch, line2, atLeast }) => {
  const invented = withCheckDigit(
    "x",
    `1 25544U 98067A   ${epoch}  .00001490  00000-0  33281-4 0  9992`,
    line2,
  );
  const warning = driftWarning(c, invented);
  expect(warning?.offDeg).toBeGreaterThan(atLeast);
  expect(warning?.offDeg).toBeLessThan(176);
  expect(warning?.sentence).toBe(
    `The orbit planes of c and x lie ${Math.round(warning?.offDeg ?? 0)}° from where each puts the other: one of them is not of this station.`,
  );
  expect(driftWarning(invented, c)?.offDeg).toBeCloseTo(warning?.offDeg ?? 0, 6);
});

test("the limit is 1° and 0.05° a day", () => {
  const turned = (by: string) => withCheckDigit("x", line1, line2.replace("160.4350", by));
  expect(driftWarning(c, turned("161.4300"))).toBeNull();
  expect(driftWarning(c, turned("161.4400"))?.offDeg).toBeCloseTo(1.005, 3);
});

test("another satellite, or a set 60 days away, is not judged", () => {
  const other = withCheckDigit(
    "x",
    line1.replace("25544", "25545"),
    line2.replace("25544", "25545").replace("160.", " 10."),
  );
  const later = withCheckDigit("x", line1.replace("21277.", "21338."), line2.replace("160.", " 10."));
  expect([driftWarning(c, other), driftWarning(c, later)]).toEqual([null, null]);
});
