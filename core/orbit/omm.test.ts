import fc from "fast-check";
import { expect, test } from "vitest";
import { epochSeconds } from "../base/quantity.ts";
import { type ElementSet, parseElementSet } from "./element-set.ts";
import { keptOmm, meanElementsOf, type OmmFields, ommUnitProblem } from "./omm.ts";
import { norm, subtract } from "./vector.ts";

const KEPT = { label: "test", source: "test" };
const ofFields = (fields: OmmFields) => parseElementSet({ ...KEPT, form: "omm", omm: keptOmm(fields) });

// The sets of 8 October 2021 and 19 August 2023 with their fields written out by hand from the columns.
const TWINS = [
  {
    line1: "1 25544U 98067A   21281.73004796  .00003128  00000-0  65029-4 0  9990",
    line2: "2 25544  51.6444 141.3023 0004210  71.7185  11.5978 15.48952913306193",
    fields: {
      OBJECT_NAME: "ISS (ZARYA)",
      OBJECT_ID: "1998-067A",
      EPOCH: "2021-10-08T17:31:16.143744",
      MEAN_MOTION: "15.48952913",
      ECCENTRICITY: ".000421",
      INCLINATION: "51.6444",
      RA_OF_ASC_NODE: "141.3023",
      ARG_OF_PERICENTER: "71.7185",
      MEAN_ANOMALY: "11.5978",
      NORAD_CAT_ID: "25544",
      BSTAR: ".65029e-4",
      MEAN_MOTION_DOT: ".3128e-4",
      MEAN_MOTION_DDOT: "0",
    },
  },
  {
    line1: "1 25544U 98067A   23231.51768399  .00014050  00000+0  25837-3 0  9996",
    line2: "2 25544  51.6415  14.7889 0003559 325.3396 149.4637 15.49477580411611",
    fields: {
      OBJECT_NAME: "ISS (ZARYA)",
      OBJECT_ID: "1998-067A",
      EPOCH: "2023-08-19T12:25:27.896736",
      MEAN_MOTION: "15.4947758",
      ECCENTRICITY: "0.0003559",
      INCLINATION: "51.6415",
      RA_OF_ASC_NODE: "14.7889",
      ARG_OF_PERICENTER: "325.3396",
      MEAN_ANOMALY: "149.4637",
      NORAD_CAT_ID: "25544",
      BSTAR: "0.00025837",
      MEAN_MOTION_DOT: "0.0001405",
      MEAN_MOTION_DDOT: "0",
      REF_FRAME: "TEME",
      TIME_SYSTEM: "UTC",
      MEAN_ELEMENT_THEORY: "SGP4",
      CENTER_NAME: "EARTH",
      EPHEMERIS_TYPE: "0",
    },
  },
];

test.each(TWINS)(
  "a message and its two lines say the same to 1e-8 km ($fields.EPOCH)",
  ({ line1, line2, fields }) => {
    const [a, b] = [parseElementSet({ ...KEPT, line1, line2 }), ofFields(fields)];
    if (!a.ok || !b.ok) throw new Error("not read");
    expect(b.value.epoch).toBe(a.value.epoch);
    expect(b.value.catalogueNumber).toBe("25544");
    expect(b.value.nodeDriftDegPerDay).toBe(a.value.nodeDriftDegPerDay);
    const off = (x: ElementSet, y: ElementSet, hours: number) => {
      const at = epochSeconds(x.epoch + hours * 3600);
      const [here, there] = [x.positionAt(at), y.positionAt(at)];
      return here.ok && there.ok ? norm(subtract(here.value.position, there.value.position)) : Number.NaN;
    };
    for (let hours = -240; hours <= 336; hours += 7) expect(off(a.value, b.value, hours)).toBeLessThan(1e-8);
  },
);

const [, { fields: GOOD }] = TWINS as [(typeof TWINS)[number], (typeof TWINS)[number]];
const without = (key: string): OmmFields =>
  Object.fromEntries(Object.entries(GOOD).filter(([k]) => k !== key));

test("an epoch by the day of the year, and leading zeros, are read", () => {
  const read = meanElementsOf({ ...GOOD, EPOCH: "2023-231T12:25:27.896736Z", NORAD_CAT_ID: "025544" });
  expect(read).toEqual(meanElementsOf(GOOD));
  expect(read.ok && read.value.objectName).toBe("ISS (ZARYA)");
});

test.each([
  { fields: without("EPOCH"), says: "The epoch is missing (EPOCH)." },
  { fields: { ...GOOD, EPOCH: "2023-02-29T12:00:00" }, says: "The epoch cannot be 2023-02-29T12:00:00." },
  { fields: { ...GOOD, EPOCH: "2023-366T12:00:00" }, says: "The epoch cannot be 2023-366T12:00:00." },
  { fields: { ...GOOD, EPOCH: "yesterday" }, says: "The epoch cannot be yesterday." },
  { fields: { ...GOOD, EPOCH: "2023-08-19T25:00:00" }, says: "The epoch cannot be 2023-08-19T25:00:00." },
  { fields: { ...GOOD, EPOCH: "0023-08-19T12:00:00" }, says: "The epoch cannot be 0023-08-19T12:00:00." },
  { fields: without("NORAD_CAT_ID"), says: "It has no catalogue number (NORAD_CAT_ID)." },
  { fields: without("MEAN_MOTION"), says: "The mean motion is missing (MEAN_MOTION)." },
  { fields: { ...GOOD, MEAN_MOTION: "0" }, says: "The mean motion cannot be 0." },
  { fields: { ...GOOD, MEAN_MOTION: "NaN" }, says: "The mean motion cannot be NaN." },
  { fields: { ...GOOD, MEAN_MOTION: "1e999" }, says: "The mean motion cannot be 1e999." },
  { fields: { ...GOOD, ECCENTRICITY: "1.2" }, says: "The eccentricity cannot be 1.2." },
  { fields: { ...GOOD, INCLINATION: "-3" }, says: "The inclination cannot be -3." },
  { fields: { ...GOOD, RA_OF_ASC_NODE: "360" }, says: "The ascending node cannot be 360." },
  { fields: { ...GOOD, BSTAR: "0x10" }, says: "The drag term cannot be 0x10." },
  { fields: { ...GOOD, REF_FRAME: "EME2000" }, says: "Its frame is EME2000; TEME is wanted." },
  { fields: { ...GOOD, TIME_SYSTEM: "TAI" }, says: "Its time scale is TAI; UTC is wanted." },
  { fields: { ...GOOD, CENTER_NAME: "MARS" }, says: "Its centre is MARS; EARTH is wanted." },
  { fields: { ...GOOD, MEAN_ELEMENT_THEORY: "DSST" }, says: "Its theory is DSST; SGP4 is wanted." },
  { fields: { ...GOOD, EPHEMERIS_TYPE: "4" }, says: "Its ephemeris type is 4; 0 is wanted." },
  { fields: { ...GOOD, MEAN_MOTION: "17.9" }, says: "The orbit's lowest point lies under the ground." },
])("refused: $says", ({ fields, says }) => {
  expect(ofFields(fields)).toEqual({ ok: false, error: says });
});

test.each(["", "nonsense", "[]", "null", "{}", '{"EPOCH":{}}'])(
  "kept text %j is refused in a sentence",
  (omm) => {
    const parsed = parseElementSet({ ...KEPT, form: "omm", omm });
    expect(parsed.ok ? "taken" : parsed.error).toMatch(/^[A-Z].*\.$/);
  },
);

test("units other than the message's own are named", () => {
  expect(ommUnitProblem("INCLINATION", "deg")).toBeNull();
  expect(ommUnitProblem("MEAN_MOTION", "REV/DAY")).toBeNull();
  expect(ommUnitProblem("OBJECT_NAME", "furlong")).toBeNull();
  expect(ommUnitProblem("INCLINATION", "rad")).toBe("The inclination is given in rad; deg is wanted.");
});

test("whatever the fields hold, there is a sentence or positions in finite numbers, never a NaN", () => {
  const keys = Object.keys(GOOD);
  const number = fc.double().map(String);
  const near = fc.double({ min: 0, max: 20, noNaN: true }).map(String);
  const junk = fc.oneof(fc.string({ maxLength: 30 }), number, near);
  let flown = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...keys), junk), { maxLength: 3 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      (changes, later) => {
        const parsed = ofFields({ ...GOOD, ...Object.fromEntries(changes) });
        if (!parsed.ok) {
          expect(parsed.error).toMatch(/^[A-Z].*\.$/s);
          return;
        }
        const state = parsed.value.positionAt(epochSeconds(parsed.value.epoch + later));
        if (!state.ok) return;
        flown++;
        const all = [...Object.values(state.value.position), ...Object.values(state.value.velocity)];
        expect(all.every(Number.isFinite)).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
  expect(flown).toBeGreaterThan(40);
});
