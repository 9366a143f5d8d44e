import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { instant, isoOf } from "#core/base/instant.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import { ascendingNodes } from "#core/orbit/nodes.ts";
import type { OrbitInput } from "#core/orbit/orbit-sources.ts";
import { orbitSources } from "#core/orbit/orbit-sources.ts";
import { STATION_2021_FREE } from "#core/orbit/testing-station.ts";
import type { VettingOptions } from "#core/orbit/vet.ts";
import { vetOrbitData } from "./orbit-data.ts";

const TODAY = instant("2025-03-01T00:00:00Z");
const nasa = (name: string) => readFileSync(join(import.meta.dirname, "oem/testdata", name), "utf8");
const vet = (text: string, options: Partial<VettingOptions> = {}) =>
  vetOrbitData(text, { today: TODAY, ...options });

/** The same message in keyword = value notation. */
function kvnOf(xml: string): string {
  const leaf = (name: string) => new RegExp(`<${name}[^>]*>([^<]*)<`).exec(xml)?.[1] ?? "";
  const meta = [
    "OBJECT_NAME",
    "OBJECT_ID",
    "CENTER_NAME",
    "REF_FRAME",
    "TIME_SYSTEM",
    "START_TIME",
    "STOP_TIME",
  ];
  const states = [...xml.matchAll(/<stateVector>(.*?)<\/stateVector>/gs)].map(([, inside = ""]) =>
    [...inside.matchAll(/>([^<>\s]+)</g)].map(([, value]) => value).join(" "),
  );
  return [
    "CCSDS_OEM_VERS = 2.0",
    `CREATION_DATE = ${leaf("CREATION_DATE")}`,
    "ORIGINATOR = JSC",
    "",
    "META_START",
    ...meta.map((key) => `${key} = ${leaf(key)}`),
    "META_STOP",
    ...[...xml.matchAll(/<COMMENT>([^<]*)<\/COMMENT>/g)].map(([, text]) => `COMMENT ${text}`),
    ...states,
  ].join("\r\n");
}

function onlyEphemeris(text: string, options?: Partial<VettingOptions>) {
  const { adoptable, warnings, refusals } = vet(text, options);
  expect({ warnings, refusals }).toEqual({ warnings: [], refusals: [] });
  const [found] = adoptable;
  if (found?.kind !== "ephemeris" || adoptable.length !== 1) throw new Error("no ephemeris");
  return found;
}

// The first and last node of each ephemeris as NASA states them in its comments.
test.each([
  { file: "iss-2022-02-11.xml", at: "2022-02-11T12:08:41.500Z", lonDeg: -84.71503 },
  { file: "iss-2022-02-26.xml", at: "2022-02-26T11:10:09.027Z", lonDeg: -158.91754 },
  { file: "iss-2025-02-26.xml", at: "2025-02-26T13:00:51.921Z", lonDeg: 143.20256 },
  { file: "iss-2025-03-13-docking.xml", at: "2025-03-13T10:30:18.047Z", lonDeg: 92.38517 },
])("NASA's node of $at within 2 ms and 0.00004°, from XML and from KVN", ({ file, at, lonDeg }) => {
  for (const text of [nasa(file), kvnOf(nasa(file))]) {
    const { source } = onlyEphemeris(text);
    const nodes = ascendingNodes(source, source.extent);
    if (!nodes.ok) throw new Error(nodes.error);
    expect(nodes.value).toHaveLength(1);
    expect(Math.abs((nodes.value[0]?.at ?? 0) - instant(at))).toBeLessThan(0.002);
    expect(Math.abs((nodes.value[0]?.lonDeg ?? 0) - lonDeg)).toBeLessThan(0.00004);
  }
});

test("XML and KVN are one ephemeris", () => {
  const xml = nasa("iss-2022-02-26-burn.xml");
  expect(onlyEphemeris(kvnOf(xml)).input).toEqual(onlyEphemeris(xml).input);
});

test("NASA's events, and the places where its states begin anew", () => {
  const { events, source, input } = onlyEphemeris(nasa("iss-2022-02-26-burn.xml"));
  expect(events.map(({ title, kind, at, deltaVMps }) => [title, kind, isoOf(at), deltaVMps])).toEqual([
    ["80P Launch", "launch", "2022-02-15T04:25:40Z", 0],
    ["80P Arrivals", "docking", "2022-02-17T07:06:29Z", 0],
    ["NG-17 Launch", "launch", "2022-02-19T17:39:59Z", 0],
    ["NG-17 Arrival", "docking", "2022-02-21T09:35:00Z", 0],
    ["GMT057 Reboost", "reboost", "2022-02-26T01:37:00Z", 0.4],
  ]);
  expect(source.burns.map(isoOf)).toEqual(["2022-02-26T01:40:56.869Z"]);
  expect(onlyEphemeris(nasa("iss-2025-03-13-docking.xml")).source.burns.map(isoOf)).toEqual([
    "2025-03-13T11:54:54Z",
  ]);
  expect(input).toMatchObject({
    label: "ISS ephemeris 2022-02-11T18:53Z",
    frame: "J2000",
    source: "JSC",
    createdAt: instant("2022-02-11T18:53:27.821Z"),
  });
});

test("events past New Year are of the next year", () => {
  const turned = nasa("iss-2025-02-26.xml").replace("058:21:24:27", "001:21:24:27");
  expect(onlyEphemeris(turned).events.map(({ at }) => isoOf(at))[0]).toBe("2026-01-01T21:24:27Z");
});

const [c, d, e] = STATION_2021_FREE as readonly (typeof STATION_2021_FREE)[number][];
const lines = (set = d) => `${set?.line1}\n${set?.line2}`;
const OCTOBER = { today: instant("2021-10-20T00:00:00Z") };
const OMM = {
  OBJECT_NAME: "ISS (ZARYA)",
  OBJECT_ID: "1998-067A",
  EPOCH: "2021-10-08T17:31:16.143744",
  MEAN_MOTION: 15.48952913,
  ECCENTRICITY: 0.000421,
  INCLINATION: 51.6444,
  RA_OF_ASC_NODE: 141.3023,
  ARG_OF_PERICENTER: 71.7185,
  MEAN_ANOMALY: 11.5978,
  EPHEMERIS_TYPE: 0,
  NORAD_CAT_ID: 25544,
  BSTAR: 0.000065029,
};
const strings = Object.fromEntries(Object.entries(OMM).map(([key, value]) => [key, String(value)]));
const asKvn = `CCSDS_OMM_VERS = 2.0\nCOMMENT ours\n${Object.entries(strings)
  .map(([key, value]) => `${key} = ${value}${key === "INCLINATION" ? " [deg]" : ""}`)
  .join("\n")}`;
const asXml = `<?xml version="1.0"?><ndm><omm id="CCSDS_OMM_VERS" version="2.0"><body><segment><data>${Object.entries(
  strings,
)
  .map(([key, value]) => `<${key}${key === "MEAN_MOTION" ? ' units="rev/day"' : ""}>${value}</${key}>`)
  .join("")}</data></segment></body></omm></ndm>`;

test.each([
  { form: "TLE", text: lines() },
  {
    form: "TLE with a name, byte-order mark, blank lines",
    text: `\uFEFF\n\n0 ISS (ZARYA)\r\n${lines()}\r\n`,
  },
  { form: "OMM in JSON, numbers", text: JSON.stringify([OMM]) },
  { form: "OMM in JSON, texts, one alone", text: JSON.stringify(strings) },
  { form: "OMM in KVN", text: asKvn },
  { form: "OMM in XML", text: asXml },
])("$form: the station's set, and the same positions", ({ text }) => {
  const { adoptable, warnings, refusals } = vet(text, OCTOBER);
  expect({ warnings, refusals }).toEqual({ warnings: [], refusals: [] });
  const kept = adoptable[0]?.input as OrbitInput;
  expect(kept.label).toMatch(/^(ISS \(ZARYA\)|25544) 2021-10-08T17:31Z$/);
  const [ours, theirs] = [orbitSources([kept]).sources[0], orbitSources([d as OrbitInput]).sources[0]];
  const at = instant("2021-10-10T00:00:00Z");
  expect(ours?.positionAt(at)).toEqual(theirs?.positionAt(at));
});

test("sets come in order of their epochs; what is there already is told and not doubled", () => {
  const { adoptable, warnings } = vet([lines(e), lines(c), lines(c), lines(d)].join("\n"), {
    ...OCTOBER,
    existing: [d as OrbitInput],
  });
  expect(adoptable.map(({ source }) => isoOf(source.epoch).slice(0, 10))).toEqual([
    "2021-10-04",
    "2021-10-15",
  ]);
  expect(warnings).toEqual([
    "25544 2021-10-04T20:40Z is there already.",
    "25544 2021-10-08T17:31Z is there already.",
  ]);
});

const invented = [
  "1 25544U 98067A   21278.52661806  .00000800  00000-0  20684-4 0  9992",
  "2 25544  51.6442  13.1247 0008036  23.6079 336.5377 15.48861704303602",
];

test("an invented set with good check digits is told by its neighbours, kept or new", () => {
  const sealed = vet(invented.join("\n"), OCTOBER).refusals[0] ?? "";
  const digit = (line: string) => line.slice(0, 68);
  const sum = (line: string) =>
    [...digit(line)].reduce((n, ch) => n + (ch === "-" ? 1 : /\d/.test(ch) ? Number(ch) : 0), 0) % 10;
  const good = invented.map((line) => digit(line) + sum(line)).join("\n");
  expect(sealed).toMatch(/check digit/);
  for (const [text, existing] of [
    [good, [d as OrbitInput]],
    [`${good}\n${lines(d)}`, []],
  ] as const)
    expect(vet(text, { ...OCTOBER, existing }).warnings).toEqual([
      expect.stringMatching(/^The orbit planes of .* one of them is not of this station\.$/),
    ]);
});

test("an ephemeris is held against element sets", () => {
  const ephemeris = nasa("iss-2025-02-26.xml");
  const set = (node: string) => {
    const line = `2 25544  51.6390 ${node} 0004075  52.7615 307.3745 15.49490024537771`.slice(0, 68);
    const first = "1 25544U 98067A   25057.53000000  .00008626  00000+0  16179-3 0  999";
    const sum = (l: string) =>
      [...l].reduce((n, ch) => n + (ch === "-" ? 1 : /\d/.test(ch) ? Number(ch) : 0), 0) % 10;
    return {
      ...(d as object),
      label: "odd",
      line1: first + sum(first),
      line2: line + sum(line),
    } as OrbitInput;
  };
  expect(vet(ephemeris, { existing: [set("160.4574")] }).warnings).toEqual([
    expect.stringMatching(/^odd and ISS ephemeris .* put the station \d+ km apart at .*\.$/),
  ]);
});

test("two ephemerides that contradict each other are told once", () => {
  const turned = nasa("iss-2025-02-26.xml")
    .replaceAll("2025-057T1", "2025-058T1")
    .replaceAll("2025-02-26T", "2025-02-20T");
  const later = onlyEphemeris(turned).input;
  const early = { ...later, label: "early", createdAt: null, segments: onlyEphemeris(eph).input.segments };
  const shifted = {
    ...early,
    segments: early.segments.map((s) => ({
      usableFrom: s.usableFrom + 86_400,
      usableUntil: s.usableUntil + 86_400 - 240,
      states: s.states.map((n, i) => (i % 7 === 0 ? n + 86_400 - 120 : n)),
    })),
  };
  expect(vet(turned, { existing: [shifted] }).warnings).toEqual([
    expect.stringMatching(/put the station 9\d\d km apart/),
  ]);
});

test("an ephemeris whose states are not those of its own nodes is told", () => {
  const shifted = nasa("iss-2025-02-26.xml").replace("13:00:51.921", "13:00:53.921");
  expect(vet(shifted).warnings).toEqual([
    "ISS ephemeris 2025-02-26T12:36Z states a node at 2025-02-26T13:00:53.921Z where its own states cross no equator.",
  ]);
});

const eph = nasa("iss-2025-02-26.xml");
const one = (text: string, options?: Partial<VettingOptions>) => {
  const { adoptable, refusals } = vet(text, options);
  expect(adoptable).toEqual([]);
  return refusals;
};

test.each([
  { name: "nothing", text: "", says: "The file is empty." },
  { name: "blanks", text: " \n\t\n", says: "The file is empty." },
  { name: "prose", text: "Sunset over the Volga", says: /^This is no orbit data/ },
  {
    name: "a web page",
    text: "<!DOCTYPE html><html><body>503</body></html>",
    says: /^This is no orbit data/,
  },
  {
    name: "UTF-16 read as UTF-8",
    text: `\uFFFD\uFFFD${[...eph.slice(0, 500)].join("\u0000")}`,
    says: /not text in UTF-8/,
  },
  {
    name: "swapped lines",
    text: lines().split("\n").reverse().join("\n"),
    says: /The two lines are swapped\.$/,
  },
  { name: "a changed digit", text: lines().replace("141.3023", "141.3024"), says: /check digit/ },
  { name: "a cut line", text: lines().slice(0, -5), says: /Line 2 has 64 characters/ },
  {
    name: "another satellite",
    text: JSON.stringify({ ...OMM, NORAD_CAT_ID: 48274 }),
    says: /It is of satellite 48274, not of the station\.$/,
  },
  {
    name: "a set of the future",
    text: lines(),
    options: { today: instant("2021-10-01T00:00:00Z") },
    says: /has its epoch in the future\.$/,
  },
  {
    name: "a set older than the station",
    text: JSON.stringify({ ...OMM, EPOCH: "1990-01-01T00:00:00" }),
    says: /is older than the station\.$/,
  },
  { name: "JSON cut off", text: JSON.stringify([OMM]).slice(0, -9), says: /no well-formed JSON/ },
  { name: "JSON of something else", text: '{"scenes": []}', says: /no catalogue number/ },
  { name: "a field twice", text: `${asKvn}\nBSTAR = 0`, says: /BSTAR stands there twice/ },
  {
    name: "radians",
    text: asKvn.replace("[deg]", "[rad]"),
    says: /The inclination is given in rad; deg is wanted/,
  },
  { name: "an ephemeris cut off", text: eph.slice(0, -300), says: /no well-formed XML/ },
  {
    name: "the same in KVN",
    text: kvnOf(eph).split("\r\n").slice(0, -2).join("\r\n"),
    says: /but said to be of use/,
  },
  { name: "cut inside a state", text: kvnOf(eph).slice(0, -40), says: /is no state: a time and six numbers/ },
  {
    name: "another object",
    text: eph.replace("1998-067-A", "2021-035-A"),
    says: /It is of ISS \(2021-035-A\), not of the station\.$/,
  },
  { name: "a frame unknown", text: eph.replace("EME2000", "MCI"), says: /Its frame MCI is not known here/ },
  {
    name: "another centre",
    text: eph.replace("EARTH", "MOON"),
    says: /Its centre is MOON, not the Earth\.$/,
  },
  {
    name: "another time scale",
    text: eph.replace(">UTC<", ">GPS<"),
    says: /Its times are in GPS; UTC is wanted\.$/,
  },
  {
    name: "metres by their unit",
    text: eph.replace('<X units="km">', '<X units="m">'),
    says: /X is given in m; km is wanted/,
  },
  {
    name: "a word for a number",
    text: eph.replace("3495.3570140134202", "NaN"),
    says: /is not six numbers\.$/,
  },
  { name: "a time that is none", text: eph.replace("057T12:40:00", "057T12:60:00"), says: /is no time\.$/ },
  {
    name: "a gap",
    text: eph.replace(/<stateVector>\s*<EPOCH>2025-057T12:56.*?<\/stateVector>/s, ""),
    says: /There are no states between 2025-02-26T12:52:00Z and 2025-02-26T13:00:00Z/,
  },
  {
    name: "an ephemeris of the future",
    text: eph,
    options: { today: instant("2024-12-01T00:00:00Z") },
    says: /has its epoch in the future\.$/,
  },
])("$name: one sentence, nothing to adopt", ({ text, options, says }) => {
  expect(one(text, options)).toEqual([typeof says === "string" ? says : expect.stringMatching(says)]);
});

const laughs = `<?xml version="1.0"?><!DOCTYPE oem [<!ENTITY a "ha">${[..."bcdefghij"]
  .map((name, i) => `<!ENTITY ${name} "${`&${"abcdefghij"[i]};`.repeat(10)}">`)
  .join("")}]><oem>&j;</oem>`;
const outside = `<!DOCTYPE oem [<!ENTITY x SYSTEM "file:///etc/passwd">]><oem><COMMENT>&x;</COMMENT></oem>`;

test.each([
  { name: "a billion laughs", text: laughs, says: /a document type is not read/ },
  { name: "an entity from outside", text: outside, says: /a document type is not read/ },
  { name: "an entity of nowhere", text: "<oem><COMMENT>&x;</COMMENT></oem>", says: /no well-formed XML/ },
  { name: "100,000 elements deep", text: `<oem>${"<a>".repeat(100_000)}`, says: /nests deeper than 64/ },
  { name: "100,000 brackets deep", text: "[".repeat(100_000), says: /nests deeper than 8/ },
  { name: "100 million characters", text: "x".repeat(100_000_000), says: /20 million are the most/ },
  {
    name: "a leaf of 5 MB",
    text: `<oem><COMMENT>${"x".repeat(5_000_000)}</COMMENT></oem>`,
    says: /more text than any should/,
  },
  {
    name: "19 MB of blank lines",
    text: `1 \n${"\n".repeat(19_000_000)}`,
    says: /neither part of an element set/,
  },
  { name: "19 MB of junk lines", text: `1 \n${"x\n".repeat(9_500_000)}`, says: /More than 100 of its lines/ },
  { name: "19 MB of comment words", text: `${"COMMENT ".repeat(2_300_000)}`, says: /^This is no orbit data/ },
  {
    name: "a million messages",
    text: "<ndm><omm><a/></omm>".concat("<omm><a/></omm>".repeat(1_000_000), "</ndm>"),
    says: /more than 20,000 sets/,
  },
  {
    name: "a million segments",
    text: `<oem>${"<segment><a/></segment>".repeat(800_000)}</oem>`,
    says: /more than 200 segments/,
  },
])("$name: one sentence", ({ text, says }) => {
  expect(one(text)).toEqual([expect.stringMatching(says)]);
});

test("whatever is done to a good file, there are sentences or finite positions", () => {
  const files = [eph, kvnOf(eph), asXml, asKvn, JSON.stringify([OMM]), lines()];
  const char = fc.constantFrom(...'0123456789.-+eE <>/&=\n[]{}",:TZN\u0000é');
  let flown = 0;
  const hurt = fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), char);
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(hurt, { maxLength: 4 }),
      fc.boolean(),
      (text, hurts, cut) => {
        let changed = text;
        for (const [share, by] of hurts) {
          const at = Math.floor(share * changed.length);
          changed = changed.slice(0, at) + by + (cut ? "" : changed.slice(at + 1));
        }
        const { adoptable, refusals, warnings } = vet(changed);
        for (const sentence of [...refusals, ...warnings]) expect(sentence).toMatch(/^\S.*\.$/s);
        for (const { source } of adoptable) {
          const state = source.positionAt(epochSeconds((source.extent?.start ?? source.epoch) + 100));
          if (!state.ok) continue;
          flown++;
          const all = [...Object.values(state.value.position), ...Object.values(state.value.velocity)];
          expect(all.every(Number.isFinite)).toBe(true);
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(flown).toBeGreaterThan(10);
});
