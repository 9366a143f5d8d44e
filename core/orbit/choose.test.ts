import fc from "fast-check";
import { expect, test } from "vitest";
import { instant, isoOf } from "../base/instant.ts";
import { type EpochSeconds, epochSeconds, seconds } from "../base/quantity.ts";
import { choosePieces, chooseSource, marginAt, type Trust } from "./choose.ts";
import { type ElementSet, type ElementSetInput, parseElementSet } from "./element-set.ts";
import type { OrbitSource } from "./source.ts";
import { ephemeris, sampled, stationSet } from "./testing-ephemeris.ts";
import { STATION_2021, STATION_2021_FREE } from "./testing-station.ts";

const parsed = (inputs: readonly ElementSetInput[]): ElementSet[] =>
  inputs.flatMap((input) => {
    const set = parseElementSet(input);
    return set.ok ? [set.value] : [];
  });
const MEANT = parsed(STATION_2021);
const FREE = parsed(STATION_2021_FREE);
const chosen = (sets: readonly OrbitSource[], at: string, trust: Trust = {}) => {
  const set = chooseSource(sets, instant(at), trust);
  return set.ok ? set.value.label : set.error;
};
const boost = { manoeuvres: [instant("2021-10-12T08:00:00Z")] };
const OLD = "is more than 14 days away.";
const ACROSS = "The orbit is changed between this time and the epoch of orbit data";

test.each([
  { name: "the span of use decides", sets: MEANT, at: "2021-10-06T11:59:59Z", is: "c" },
  { name: "its end belongs to the next", sets: MEANT, at: "2021-10-06T12:00:00Z", is: "d" },
  { name: "though another epoch is nearer", sets: MEANT, at: "2021-10-12T07:59:59Z", is: "d" },
  {
    name: "outside all spans of use nothing is meant",
    sets: MEANT,
    at: "2021-10-20T00:00:00Z",
    is: "No orbit data is meant for this time.",
  },
  { name: "without spans the nearest epoch", sets: FREE, at: "2021-10-12T04:00:00Z", is: "d" },
  { name: "without spans the nearest epoch, later", sets: FREE, at: "2021-10-12T06:00:00Z", is: "e" },
  { name: "not across a manoeuvre", sets: FREE, at: "2021-10-12T06:00:00Z", trust: boost, is: "d" },
  {
    name: "from the manoeuvre on, the set after it",
    sets: FREE,
    at: "2021-10-12T08:00:00Z",
    trust: boost,
    is: "e",
  },
  {
    name: "a span of use stands over a manoeuvre",
    sets: MEANT,
    at: "2021-10-12T06:00:00Z",
    trust: { manoeuvres: [instant("2021-10-10T00:00:00Z")] },
    is: "d",
  },
  {
    name: "only sets behind a manoeuvre",
    sets: FREE,
    at: "2021-10-20T00:00:00Z",
    trust: { manoeuvres: [instant("2021-10-19T00:00:00Z")] },
    is: `${ACROSS} g.`,
  },
  { name: "14 days and no more", sets: FREE, at: "2021-10-31T04:45:53Z", is: "g" },
  { name: "a second later", sets: FREE, at: "2021-10-31T04:45:55Z", is: `The nearest orbit data, g, ${OLD}` },
  { name: "long before", sets: FREE, at: "1998-11-20T00:00:00Z", is: `The nearest orbit data, c, ${OLD}` },
  { name: "no sets", sets: [], at: "2021-10-05T00:00:00Z", is: "There is no orbit data." },
])("$name", ({ sets, at, trust, is }) => {
  expect(chosen(sets, at, trust)).toBe(is);
});

test("pieces cover the window, change where the choice changes, and agree with it everywhere", () => {
  const window = { start: instant("2021-09-15T00:00:00Z"), end: instant("2021-11-05T00:00:00Z") };
  const pieces = choosePieces(FREE, window, boost);
  expect(pieces.map((p) => (p.source.ok ? p.source.value.label : "?")).join("")).toBe("?cdefg?");
  expect(pieces[0]?.span.start).toBe(window.start);
  expect(pieces.at(-1)?.span.end).toBe(window.end);
  expect(isoOf(pieces[3]?.span.start as EpochSeconds)).toBe("2021-10-12T08:00:00Z");
  for (const [i, { span, source }] of pieces.entries()) {
    if (i > 0) expect(span.start).toBe(pieces[i - 1]?.span.end);
    for (const share of [0.001, 0.3, 0.999]) {
      const at = epochSeconds(span.start + share * (span.end - span.start));
      expect(chooseSource(FREE, at, boost)).toEqual(source);
    }
  }
});

test("whatever the sets, the spans of use and the manoeuvres, a piece holds one choice throughout", () => {
  const base = instant("2021-10-01T00:00:00Z");
  const moment = fc.integer({ min: 0, max: 20 * 86_400 }).map((s) => epochSeconds(base + s));
  const use = fc.option(
    fc.tuple(moment, moment).filter(([a, b]) => a < b),
    { nil: null },
  );
  const sets = fc.tuple(
    ...FREE.map((set) => use.map((u) => ({ ...set, usedFrom: u?.[0] ?? null, usedUntil: u?.[1] ?? null }))),
  );
  const shares = fc.array(fc.double({ min: 0.0001, max: 0.9999, noNaN: true }), {
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(
      sets,
      fc.array(moment, { maxLength: 2 }),
      fc.double({ min: 1, max: 14, noNaN: true }),
      shares,
      (some, manoeuvres, maxAgeDays, at) => {
        const window = { start: base, end: epochSeconds(base + 20 * 86_400) };
        for (const { span, source } of choosePieces(some, window, { manoeuvres, maxAgeDays }))
          for (const share of at) {
            const when = epochSeconds(span.start + share * (span.end - span.start));
            expect(chooseSource(some, when, { manoeuvres, maxAgeDays })).toEqual(source);
          }
      },
    ),
  );
});

test.each([
  { days: 0, margin: 1 },
  { days: 2, margin: 4 },
  { days: -2, margin: 4 },
  { days: 10, margin: 16 },
  { days: 10.01, margin: 32.03 },
  { days: 14, margin: 44 },
])("$days days from its epoch a moment is good to $margin s", ({ days, margin }) => {
  const [set] = FREE as [ElementSet];
  expect(marginAt(set, epochSeconds(set.epoch + days * 86_400))).toBeCloseTo(margin, 6);
});

const from = instant("2021-10-09T00:00:00Z");
const until = instant("2021-10-14T00:00:00Z");
const plain = sampled(stationSet(), from, until);
/** Its states begin anew at 10 October 08:01, as they do at a burn. */
const burning = {
  ...plain,
  segments: [
    { ...sampled(stationSet(), from, instant("2021-10-10T08:01:00Z")).segments[0]! },
    { ...sampled(stationSet(), instant("2021-10-10T08:01:00Z"), until).segments[0]! },
  ],
};
const EPHEMERIS = ephemeris(plain);
const WITH_BURN = ephemeris(burning);
const reboost = { manoeuvres: [instant("2021-10-10T08:00:00Z")] };
const noon = "2021-10-12T12:00:00Z";

test.each([
  {
    name: "an ephemeris comes before a nearer set",
    sources: [...FREE, EPHEMERIS],
    at: "2021-10-09T01:00:00Z",
    is: "eph",
  },
  { name: "and before one that is meant", sources: [...MEANT, EPHEMERIS], at: noon, is: "eph" },
  { name: "but not before it begins", sources: [...FREE, EPHEMERIS], at: "2021-10-08T23:59:59Z", is: "d" },
  { name: "nor from its end on", sources: [...FREE, EPHEMERIS], at: "2021-10-14T00:00:00Z", is: "e" },
  {
    name: "nor where its span of use ends sooner",
    sources: [...FREE, { ...EPHEMERIS, usedUntil: instant("2021-10-11T00:00:00Z") }],
    at: noon,
    is: "e",
  },
  {
    name: "nor where more around the instant is needed",
    sources: [...FREE, EPHEMERIS],
    at: "2021-10-13T23:30:00Z",
    trust: { around: seconds(3600) },
    is: "e",
  },
  {
    name: "a burn it does not hold makes it give way",
    sources: [...FREE, EPHEMERIS],
    at: noon,
    trust: reboost,
    is: "e",
  },
  {
    name: "alone it is then no answer",
    sources: [EPHEMERIS],
    at: noon,
    trust: reboost,
    is: `${ACROSS} eph.`,
  },
  {
    name: "a burn it holds it holds across",
    sources: [...FREE, WITH_BURN],
    at: noon,
    trust: reboost,
    is: "eph",
  },
  {
    name: "but not one that slipped by two hours",
    sources: [WITH_BURN],
    at: noon,
    trust: { manoeuvres: [instant("2021-10-10T10:00:00Z")] },
    is: `${ACROSS} eph.`,
  },
  {
    name: "it ages",
    sources: [EPHEMERIS],
    at: noon,
    trust: { maxAgeDays: 3 },
    is: "The nearest orbit data, eph, is more than 3 days away.",
  },
  {
    name: "outside it, alone, nothing is meant",
    sources: [EPHEMERIS],
    at: "2021-10-15T00:00:00Z",
    is: "No orbit data is meant for this time.",
  },
])("$name", ({ sources, at, trust, is }) => {
  expect(chosen(sources, at, trust)).toBe(is);
});

test("with ephemerides too a piece holds one choice throughout", () => {
  const base = instant("2021-10-05T00:00:00Z");
  const window = { start: base, end: epochSeconds(base + 12 * 86_400) };
  const moment = fc.integer({ min: 0, max: 12 * 86_400 }).map((s) => epochSeconds(base + s));
  const later = ephemeris({ ...sampled(stationSet(), from + 86_400, until + 86_400), label: "later" });
  fc.assert(
    fc.property(
      fc.subarray<OrbitSource>([...FREE, ...MEANT, EPHEMERIS, WITH_BURN, later]),
      fc.array(moment, { maxLength: 2 }),
      fc.integer({ min: 0, max: 7_200 }).map(seconds),
      fc.double({ min: 1, max: 14, noNaN: true }),
      fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (sources, manoeuvres, around, maxAgeDays, shares) => {
        const trust = { manoeuvres, around, maxAgeDays };
        for (const { span, source } of choosePieces(sources, window, trust))
          for (const share of shares) {
            const when = epochSeconds(span.start + share * (span.end - span.start));
            expect(chooseSource(sources, when, trust)).toEqual(source);
          }
      },
    ),
  );
});
