import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { intersect, lengthOf } from "../base/interval.ts";
import { measure, profile } from "../base/profile.ts";
import { epochSeconds } from "../base/quantity.ts";
import type { LightTable, OutsideLight } from "../model/light-table.ts";
import { parseElementSet } from "../orbit/element-set.ts";
import { STATION_2021, STATION_2021_FREE } from "../orbit/testing-station.ts";
import { groundPointAt, lightTable } from "./index.ts";

const span = (start: string, end: string) => ({ start: instant(start), end: instant(end) });
const day = (date: string) => span(`2021-10-${date}T00:00:00Z`, `2021-10-${date}T24:00:00Z`);
const SHOOT = lightTable(STATION_2021, span("2021-10-05T00:00:00Z", "2021-10-18T00:00:00Z"));

const minutesOf = (table: LightTable, kind: OutsideLight, within: { start: string; end: string }) =>
  measure(
    profile(
      table.spans.flatMap((s) => {
        const shared = intersect(s.span, span(within.start, within.end));
        return s.kind === kind && shared ? [shared] : [];
      }),
    ),
  );

/** Mean length in minutes of the stretches that lie wholly in a date and between two crossings. */
function meanStretch(kind: OutsideLight, date: string): number {
  const whole = profile(SHOOT.spans.filter((s) => s.kind === kind).map((s) => s.span)).filter(
    (s) => s.start > day(date).start && s.end < day(date).end,
  );
  return whole.reduce((sum, s) => sum + lengthOf(s), 0) / whole.length;
}

// The shoot day by day: SGP4 in Python, an almanac Sun, point Sun, the WGS 84 ellipsoid; computed apart from this code.
test.each([
  { date: "05", beta: -29.5, lit: 58.7, dark: 34.2, crewDay: 588 },
  { date: "06", beta: -34.0, lit: 59.4, dark: 33.6, crewDay: 595 },
  { date: "07", beta: -38.4, lit: 60.2, dark: 32.8, crewDay: 603 },
  { date: "08", beta: -42.7, lit: 61.2, dark: 31.8, crewDay: 613 },
  { date: "09", beta: -46.7, lit: 62.3, dark: 30.7, crewDay: 624 },
  { date: "10", beta: -50.4, lit: 63.7, dark: 29.3, crewDay: 638 },
  { date: "11", beta: -53.7, lit: 65.2, dark: 27.8, crewDay: 653 },
  { date: "12", beta: -56.5, lit: 66.9, dark: 26.2, crewDay: 670 },
  { date: "13", beta: -58.6, lit: 68.4, dark: 24.7, crewDay: 684 },
  { date: "14", beta: -59.8, lit: 69.5, dark: 23.7, crewDay: 695 },
  { date: "15", beta: -60.2, lit: 69.8, dark: 23.3, crewDay: 697 },
  { date: "16", beta: -59.7, lit: 69.3, dark: 23.8, crewDay: 693 },
  { date: "17", beta: -58.3, lit: 68.1, dark: 24.9, crewDay: 679 },
])(
  "$date October: beta $beta°, $lit min of light and $dark of dark an orbit, $crewDay lit in the crew's day",
  (row) => {
    const beta = SHOOT.beta.find((b) => b.date === `2021-10-${row.date}`)?.betaDeg ?? 0;
    const crewDay = minutesOf(SHOOT, "day", {
      start: `2021-10-${row.date}T06:00:00Z`,
      end: `2021-10-${row.date}T21:30:00Z`,
    });
    // Rounded to one decimal there, so half of it is theirs.
    expect(Math.abs(beta - row.beta)).toBeLessThan(0.05 + 0.05);
    expect(Math.abs(meanStretch("day", row.date) - row.lit)).toBeLessThan(0.1);
    expect(Math.abs(meanStretch("night", row.date) - row.dark)).toBeLessThan(0.1);
    expect(Math.abs(crewDay - row.crewDay)).toBeLessThan(1);
  },
);

test("docking day by the centre of the Sun: sunset 12:18:36, sunrise 12:52:50, the docking at 12:22:31 in the dark", () => {
  const around = SHOOT.crossings.filter(
    (c) => c.pointSun > instant("2021-10-05T12:10:00Z") && c.pointSun < instant("2021-10-05T13:00:00Z"),
  );
  expect(around.map((c) => c.kind)).toEqual(["sunset", "sunrise"]);
  for (const [i, iso] of ["2021-10-05T12:18:36Z", "2021-10-05T12:52:50Z"].entries())
    expect(Math.abs((around[i]?.pointSun ?? 0) - instant(iso))).toBeLessThan(1);
  expect(
    minutesOf(SHOOT, "night", { start: "2021-10-05T12:22:31Z", end: "2021-10-05T12:22:32Z" }),
  ).toBeGreaterThan(0);
  expect(minutesOf(SHOOT, "day", { start: "2021-10-05T14:26:00Z", end: "2021-10-05T15:24:00Z" })).toBeCloseTo(
    58,
    6,
  );
});

test("179 sunrises and 178 sunsets while docked", () => {
  const { start, end } = span("2021-10-05T12:22:31Z", "2021-10-17T01:14:00Z");
  const docked = SHOOT.crossings.filter((c) => c.pointSun >= start && c.pointSun < end).map((c) => c.kind);
  expect(docked.filter((kind) => kind === "sunrise")).toHaveLength(179);
  expect(docked.filter((kind) => kind === "sunset")).toHaveLength(178);
});

test("from first to last contact: 9.4 s at the shoot's begin, 22.8 s at its longest", () => {
  const lengths = SHOOT.crossings.map((c) => c.lastContact - c.firstContact);
  expect(Math.abs((lengths[0] ?? 0) - 9.4)).toBeLessThan(0.2);
  expect(Math.abs(Math.max(...lengths) - 22.8)).toBeLessThan(0.2);
});

test("the station on docking day was where the news had it", () => {
  const docking = groundPointAt(STATION_2021, instant("2021-10-05T12:22:31Z"));
  const launch = groundPointAt(STATION_2021, instant("2021-10-05T08:55:02Z"));
  if (!docking.ok || !launch.ok) throw new Error("no ground point");
  expect([docking.value.latDeg, docking.value.lonDeg].map((d) => d.toFixed(1))).toEqual(["25.1", "115.6"]);
  expect([launch.value.latDeg, launch.value.lonDeg].map((d) => d.toFixed(1))).toEqual(["44.7", "60.9"]);
  expect(docking.value).toMatchObject({ light: "night", source: "c" });
  expect(docking.value.altitudeKm).toBeCloseTo(420.5, 1);
});

function expectWhole({ window, spans, unknown, crossings }: LightTable) {
  const all = [...spans, ...unknown].map((s) => s.span).sort((a, b) => a.start - b.start);
  expect(all[0]?.start).toBe(window.start);
  expect(all.at(-1)?.end).toBe(window.end);
  for (const [i, s] of all.entries()) {
    expect(s.start).toBeLessThan(s.end);
    if (i > 0) expect(s.start).toBe(all[i - 1]?.end);
  }
  for (const { kind, firstContact, pointSun, lastContact } of crossings) {
    expect(firstContact).toBeLessThan(pointSun);
    expect(pointSun).toBeLessThan(lastContact);
    const begins = spans.find((s) => s.span.start === firstContact);
    if (firstContact > window.start) expect(begins?.kind).toBe(kind === "sunrise" ? "day" : "night");
  }
}

test("whatever the window and the manoeuvres, known and unknown cover it without overlap, and crossings begin spans", () => {
  const base = instant("2021-09-18T00:00:00Z");
  const offset = fc.double({ min: 0, max: 40 * 86_400, noNaN: true });
  const length = fc.double({ min: 1, max: 2 * 86_400, noNaN: true });
  const inputs = fc.subarray([
    ...STATION_2021,
    ...STATION_2021_FREE,
    { ...STATION_2021[0]!, line1: "garbage" },
  ]);
  fc.assert(
    fc.property(inputs, offset, length, fc.array(offset, { maxLength: 2 }), (sets, from, long, burns) => {
      const window = { start: epochSeconds(base + from), end: epochSeconds(base + from + long) };
      const manoeuvres = burns.map((at) => epochSeconds(base + at));
      expectWhole(lightTable(sets, window, { manoeuvres }));
    }),
    { numRuns: 60 },
  );
});

test("a table of a part is the part of the table", () => {
  const start = fc.double({ min: 0, max: 12 * 86_400, noNaN: true });
  fc.assert(
    fc.property(start, (from) => {
      const window = {
        start: epochSeconds(SHOOT.window.start + from),
        end: epochSeconds(SHOOT.window.start + from + 20_000),
      };
      const part = lightTable(STATION_2021, window).crossings.map((c) => c.firstContact);
      const whole = SHOOT.crossings
        .map((c) => c.firstContact)
        .filter((at) => at >= window.start && at < window.end);
      expect(part.length).toBe(whole.length);
      for (const [i, at] of part.entries()) expect(Math.abs(at - (whole[i] ?? 0))).toBeLessThan(0.005);
    }),
    { numRuns: 30 },
  );
});

test("a seam that falls between the two sets' times for one sunset neither loses it nor doubles it", () => {
  const [c, d] = STATION_2021_FREE as [
    (typeof STATION_2021_FREE)[number],
    (typeof STATION_2021_FREE)[number],
  ];
  const window = span("2021-10-06T08:00:00Z", "2021-10-06T16:00:00Z");
  const kindsWithSeamAt = (seam: number) =>
    lightTable(
      [
        { ...c, usedUntil: epochSeconds(seam) },
        { ...d, usedFrom: epochSeconds(seam) },
      ],
      window,
    ).crossings.map((x) => x.kind);
  const alone = lightTable([c], window).crossings;
  const kinds = alone.map((x) => x.kind);
  for (const { firstContact } of alone.slice(1, -1))
    for (let away = -6; away <= 6; away += 0.5) expect(kindsWithSeamAt(firstContact + away)).toEqual(kinds);
});

test("one point's light is the table's light", () => {
  for (let at = SHOOT.window.start as number; at < SHOOT.window.end; at += 4_321) {
    const point = groundPointAt(STATION_2021, epochSeconds(at));
    const listed = SHOOT.spans.find((s) => s.span.start <= at && at < s.span.end)?.kind;
    expect(point.ok && point.value.light).toBe(listed);
  }
});

test("what is not known says why, and what was left out is named", () => {
  const broken = { ...STATION_2021[0]!, label: "x", line1: STATION_2021[0]!.line1.replace("67A", "68A") };
  const window = span("2021-10-05T00:00:00Z", "2021-10-06T00:00:00Z");
  const left = "Orbit data x was left out: Line 1 ends in 4, but its check digit is 5: it was changed.";
  expect(lightTable([broken], window)).toMatchObject({
    spans: [],
    crossings: [],
    beta: [],
    unknown: [{ span: window, reason: `There is no orbit data. ${left}` }],
  });
  expect(groundPointAt([broken], window.start)).toEqual({
    ok: false,
    error: `There is no orbit data. ${left}`,
  });
  expect(lightTable([broken, ...STATION_2021], window).unknown).toEqual([]);
});

test("a set that comes down inside the window makes its stretch unknown", () => {
  // SGP4-VER 28872, a stage on its last day, its mean motion lowered until the perigee clears the ground.
  const falling = {
    ...STATION_2021[0]!,
    label: "falling",
    usedFrom: null,
    usedUntil: null,
    line1: "1 25544U 98067A   21277.86166359  .20005427  00000-0  99999-1 0  9996",
    line2: "2 25544  51.6453 160.4350 0004170  58.5851  39.6969 16.38931550305594",
  };
  const parsed = parseElementSet(falling);
  const set = parsed.ok
    ? falling
    : { ...falling, line1: falling.line1.slice(0, 68) + /digit is (\d)/.exec(parsed.error)?.[1] };
  const again = parseElementSet(set);
  const sealed = again.ok
    ? set
    : { ...set, line2: set.line2.slice(0, 68) + /digit is (\d)/.exec(again.error)?.[1] };
  const good = parseElementSet(sealed);
  const window = span("2021-10-08T00:00:00Z", "2021-10-10T00:00:00Z");
  expect(good.ok && good.value.positionAt(window.end).ok).toBe(false);
  const table = lightTable([sealed], window);
  expectWhole(table);
  expect(table.unknown[0]?.reason).toMatch(/^orbit data falling/);
});
