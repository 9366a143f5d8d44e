// The station's authentic element sets of October 2021, one against the next: what an older set says of a sunset,
// and what the set with its epoch there says. A small orbit raise lies at about 12 October 08:00 UTC.
import { expect, test } from "vitest";
import { instant } from "../base/instant.ts";
import { epochSeconds } from "../base/quantity.ts";
import { marginAt } from "../orbit/choose.ts";
import { orbitSources } from "../orbit/orbit-sources.ts";
import type { OrbitSource } from "../orbit/source.ts";
import { type Contacts, sunCourse } from "./contacts.ts";
import { lightTable } from "./light-table.ts";
import { trackAround } from "./track.ts";

const LINES: Record<string, readonly [string, string]> = {
  a: [
    "1 25544U 98067A   21274.25816815  .00005249  00000-0  10377-3 0  9993",
    "2 25544  51.6450 178.2593 0004287  46.8394 104.8068 15.48887264305034",
  ],
  b: [
    "1 25544U 98067A   21274.89460679  .00005555  00000-0  10931-3 0  9992",
    "2 25544  51.6449 175.1112 0004190  48.8354  53.9444 15.48895782305133",
  ],
  c: [
    "1 25544U 98067A   21277.86166359  .00005427  00000-0  10685-3 0  9994",
    "2 25544  51.6453 160.4350 0004170  58.5851  39.6969 15.48931550305594",
  ],
  d: [
    "1 25544U 98067A   21281.73004796  .00003128  00000-0  65029-4 0  9990",
    "2 25544  51.6444 141.3023 0004210  71.7185  11.5978 15.48952913306193",
  ],
  e: [
    "1 25544U 98067A   21288.70144628  .00006635  00000-0  12985-3 0  9991",
    "2 25544  51.6430 106.8285 0003768 107.2156 352.5939 15.48692786307278",
  ],
  f: [
    "1 25544U 98067A   21289.53582973  .00006882  00000-0  13428-3 0  9999",
    "2 25544  51.6432 102.7082 0004209 118.5037 316.3696 15.48711192307400",
  ],
  g: [
    "1 25544U 98067A   21290.19853984  .00007084  00000-0  13794-3 0  9997",
    "2 25544  51.6433  99.4296 0004200 119.2585  52.9185 15.48722168307509",
  ],
  i: [
    "1 25544U 98067A   21292.89044074  .00004617  00000-0  92733-4 0  9998",
    "2 25544  51.6431  86.1166 0004166 125.7553 304.8177 15.48743137307929",
  ],
};
const { sources } = orbitSources(
  Object.entries(LINES).map(([label, [line1, line2]]) => ({
    label,
    line1,
    line2,
    source: "18th Space Control Squadron",
    usedFrom: null,
    usedUntil: null,
  })),
);
const named = (label: string) => sources.find((s) => s.label === label) as OrbitSource;

/** The sunrises and sunsets within three hours of the later set's epoch. */
function contacts(set: OrbitSource, around: OrbitSource): readonly Contacts[] {
  const span = { start: epochSeconds(around.epoch - 10_800), end: epochSeconds(around.epoch + 10_800) };
  return sunCourse(trackAround(set, span), span).contacts;
}

/** How far the older set's sunrises and sunsets lie from the newer's at most, s. */
function worst(older: OrbitSource, newer: OrbitSource): number {
  const theirs = contacts(newer, newer);
  const offs = contacts(older, newer).map((c) =>
    Math.min(
      ...theirs.filter((t) => t.kind === c.kind).map((t) => Math.abs(t.firstContact - c.firstContact)),
    ),
  );
  return Math.max(...offs.filter((off) => off < 600));
}

test.each(["a→b", "a→c", "b→c", "a→d", "b→d", "c→d", "e→f", "e→g", "f→g", "e→i", "g→i"])(
  "the margin holds what %s is off",
  (pair) => {
    const [older, newer] = pair.split("→").map((label) => named(label)) as [OrbitSource, OrbitSource];
    const off = worst(older, newer);
    expect(off, `${off} s`).toBeLessThan(marginAt(older, newer.epoch));
  },
);

test("across the orbit raise it does not: that is what manoeuvres are for", () => {
  const off = worst(named("d"), named("e"));
  expect(off).toBeGreaterThan(60);
});

test("thirteen days on, the raise between: when the light comes has slipped, how much of it there is has not", () => {
  const LAST_DAY = { start: instant("2021-10-17T12:00:00Z"), end: instant("2021-10-18T12:00:00Z") };
  const lightBy = (label: string) => {
    const [line1, line2] = LINES[label] as readonly [string, string];
    const set = { label, line1, line2, source: "test", usedFrom: null, usedUntil: null };
    const { spans, crossings, beta } = lightTable([set], LAST_DAY, { maxAgeDays: 20 });
    const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
    const minutesOf = (kind: string) =>
      mean(
        spans
          .filter((s) => s.kind === kind)
          .slice(1, -1)
          .map(({ span }) => (span.end - span.start) / 60),
      );
    return {
      nightMin: minutesOf("night"),
      dayMin: minutesOf("day"),
      crossingS: mean(crossings.map((c) => c.lastContact - c.firstContact)),
      betaDeg: beta[0]?.betaDeg ?? 0,
      at: crossings.map((c) => c.firstContact),
    };
  };
  const [old, fresh] = [lightBy("c"), lightBy("g")];
  expect(Math.abs(old.nightMin - fresh.nightMin)).toBeLessThan(0.1);
  expect(Math.abs(old.dayMin - fresh.dayMin)).toBeLessThan(0.1);
  expect(Math.abs(old.crossingS - fresh.crossingS)).toBeLessThan(0.1);
  expect(Math.abs(old.betaDeg - fresh.betaDeg)).toBeLessThan(0.05);
  const slips = old.at.map((at) => Math.min(...fresh.at.map((other) => Math.abs(other - at))));
  expect(Math.min(...slips)).toBeGreaterThan(30);
});
