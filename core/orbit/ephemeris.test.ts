import fc from "fast-check";
import { expect, test } from "vitest";
import { isoOf } from "../base/instant.ts";
import { epochSeconds } from "../base/quantity.ts";
import { type EphemerisInput, parseEphemeris } from "./ephemeris.ts";
import { ascendingNodes } from "./nodes.ts";
import type { OrbitSource } from "./source.ts";
import { ephemeris, sampled, stationSet } from "./testing-ephemeris.ts";
import { norm, subtract } from "./vector.ts";

const set = stationSet();
const start = Math.round(set.epoch);
const HOURS = 3600;
const good = sampled(set, start, start + 6 * HOURS);

function offKm(a: OrbitSource, b: OrbitSource, at: number): number {
  const [here, there] = [a.positionAt(epochSeconds(at)), b.positionAt(epochSeconds(at))];
  return here.ok && there.ok ? norm(subtract(here.value.position, there.value.position)) : Number.NaN;
}
function offKmps(a: OrbitSource, b: OrbitSource, at: number): number {
  const [here, there] = [a.positionAt(epochSeconds(at)), b.positionAt(epochSeconds(at))];
  if (!here.ok || !there.ok) return Number.NaN;
  const [v, w] = [here.value.velocity, there.value.velocity];
  return Math.hypot(v.x - w.x, v.y - w.y, v.z - w.z);
}

// At the ends velocities are used, and SGP4's own lie some 30 mm/s from how fast its positions move: what is off there is its.
test.each(["J2000", "TEME", "ITRF"] as const)(
  "states every 4 min in %s: between them within 0.4 m and 1 mm/s, at the ends of a run 2 m and 40 mm/s",
  (frame) => {
    const eph = ephemeris(sampled(set, start, start + 6 * HOURS, { frame }));
    for (let at = start; at <= start + 6 * HOURS; at += 37) {
      const isInner = at > start + 1000 && at < start + 6 * HOURS - 1000;
      expect(offKm(eph, set, at)).toBeLessThan(isInner ? 0.0004 : 0.002);
      expect(offKmps(eph, set, at)).toBeLessThan(isInner ? 0.000_001 : 0.000_04);
    }
  },
);

test("a step of 300 s, the longest that is taken, within 2 m", () => {
  const eph = ephemeris(sampled(set, start, start + 6 * HOURS, { step: 300 }));
  for (let at = start; at <= start + 6 * HOURS; at += 29) expect(offKm(eph, set, at)).toBeLessThan(0.002);
});

test("a run of few states is interpolated with its velocities, within 2 m, of two within 100 m", () => {
  for (const states of [2, 3, 4, 5, 6, 7]) {
    const end = start + (states - 1) * 240;
    const eph = ephemeris(sampled(set, start, end));
    for (let at = start; at <= end; at += 7)
      expect(offKm(eph, set, at)).toBeLessThan(states === 2 ? 0.1 : 0.002);
  }
});

/** A burn of 2 m/s along the track for two minutes: what was before, what is after, and states that break where NASA's do. */
function withBurn() {
  const [from, until] = [start + 2 * HOURS + 97, start + 2 * HOURS + 217];
  const after: OrbitSource = { ...set, positionAt: (at) => set.positionAt(epochSeconds(at - 0.5)) };
  const states = (source: OrbitSource, a: number, b: number, step: number) =>
    sampled(source, a, b, { step, frame: "TEME" }).segments[0]?.states ?? [];
  const burning = states(set, from, until, 2).flatMap((value, i, all) => {
    if (i % 7 !== 0) return [];
    const share = (value - from) / (until - from);
    const at = epochSeconds(value - 0.5 * share);
    const state = set.positionAt(at);
    if (!state.ok) return all.slice(i, i + 7);
    const { position: r, velocity: v } = state.value;
    return [value, r.x, r.y, r.z, v.x, v.y, v.z];
  });
  const all = [
    ...states(set, start, from, 240),
    ...burning.slice(7),
    ...states(after, until, start + 6 * HOURS, 240).slice(7),
  ];
  const input: EphemerisInput = {
    ...good,
    frame: "TEME",
    segments: [{ usableFrom: start, usableUntil: start + 6 * HOURS, states: all }],
  };
  return { input, from, until, after };
}

test("nothing is interpolated across a burn: before it the old orbit, after it the new one", () => {
  const { input, from, until, after } = withBurn();
  const eph = ephemeris(input);
  expect(eph.burns.map(isoOf)).toEqual([from, until].map((at) => isoOf(epochSeconds(at))));
  for (let at = start; at <= from; at += 11) expect(offKm(eph, set, at)).toBeLessThan(0.015);
  for (let at = until; at <= start + 6 * HOURS; at += 11) expect(offKm(eph, after, at)).toBeLessThan(0.015);
  for (let at = from; at <= until; at += 0.7) expect(offKm(eph, set, at)).toBeLessThan(4);
});

test("segments are kept apart, and a new one begins a new run", () => {
  const half = start + 3 * HOURS;
  const both: EphemerisInput = {
    ...good,
    segments: [...sampled(set, start, half).segments, ...sampled(set, half, start + 6 * HOURS).segments],
  };
  const eph = ephemeris(both);
  expect(eph.extent).toEqual({ start, end: start + 6 * HOURS });
  for (let at = start; at <= start + 6 * HOURS; at += 41) expect(offKm(eph, set, at)).toBeLessThan(0.015);
});

test("outside its usable time there is no position, and it says so", () => {
  const narrow = ephemeris({
    ...good,
    segments: good.segments.map((s) => ({ ...s, usableFrom: start + 600, usableUntil: start + HOURS })),
  });
  for (const at of [start, start + 599, start + HOURS + 1, Number.NaN])
    expect(narrow.positionAt(epochSeconds(at))).toEqual({
      ok: false,
      error: "orbit data eph has no position at this time",
    });
  expect(narrow.positionAt(epochSeconds(start + 600)).ok).toBe(true);
  expect(narrow.positionAt(epochSeconds(start + HOURS)).ok).toBe(true);
});

test("it ages from its making or its first state, whichever was earlier", () => {
  const day = 86_400;
  const epochOf = (createdAt: number) => ephemeris({ ...good, createdAt: epochSeconds(createdAt) }).epoch;
  expect(epochOf(start - day)).toBe(start - day);
  expect(epochOf(start + day)).toBe(start);
  expect(ephemeris(good).epoch).toBe(start);
});

const states = good.segments[0]?.states ?? [];
const withStates = (changed: readonly number[], until = start + 6 * HOURS): EphemerisInput => ({
  ...good,
  segments: [{ usableFrom: start, usableUntil: until, states: changed }],
});
const swapped = [
  ...states.slice(0, 14),
  ...states.slice(21, 28),
  ...states.slice(14, 21),
  ...states.slice(28),
];
const when = (seconds: number) => isoOf(epochSeconds(start + seconds));

test.each([
  { name: "no segments", input: { ...good, segments: [] }, says: "It holds no states." },
  { name: "one state", input: withStates(states.slice(0, 7)), says: "A segment needs two states or more." },
  { name: "a state cut off", input: withStates(states.slice(0, -2)), says: "The last state is cut off." },
  {
    name: "a gap",
    input: withStates([...states.slice(0, 14), ...states.slice(28)]),
    says: `There are no states between ${when(240)} and ${when(960)}; 300 s is the longest step that can be interpolated.`,
  },
  {
    name: "a state twice",
    input: withStates([...states.slice(0, 14), ...states.slice(7)]),
    says: `There are two states at ${when(240)}.`,
  },
  {
    name: "states out of order",
    input: withStates(swapped),
    says: `There are no states between ${when(240)} and ${when(720)}; 300 s is the longest step that can be interpolated.`,
  },
  {
    name: "states backwards",
    input: withStates([...states.slice(7, 14), ...states.slice(0, 7), ...states.slice(14)]),
    says: `The states are out of order: ${when(0)} comes after ${when(240)}.`,
  },
  {
    name: "no number",
    input: withStates(states.map((n, i) => (i === 16 ? Number.NaN : n))),
    says: "A state holds something that is no number.",
  },
  {
    name: "metres",
    input: withStates(states.map((n, i) => (i % 7 >= 1 && i % 7 <= 3 ? n * 1000 : n))),
    says: `The position at ${when(0)} seems to be in metres; kilometres are wanted.`,
  },
  {
    name: "a high orbit",
    input: withStates(states.map((n, i) => (i % 7 >= 1 && i % 7 <= 3 ? n * 6 : n))),
    says: /^The position at .* km from the Earth's centre: that is no low orbit\.$/,
  },
  {
    name: "metres a second",
    input: withStates(states.map((n, i) => (i % 7 > 3 ? n * 1000 : n))),
    says: /^The speed at .* is 76\d0 km\/s: that is no low orbit\.$/,
  },
  {
    name: "one digit changed",
    input: withStates(states.map((n, i) => (i === 22 ? n + 5 : n))),
    says: `The state at ${when(720)} lies 5 km from where the one before it leads.`,
  },
  {
    name: "an end that is not there",
    input: withStates(states, start + 7 * HOURS),
    says: `States are given from ${when(0)} to ${when(6 * HOURS)}, but said to be of use from ${when(0)} to ${when(7 * HOURS)}.`,
  },
  {
    name: "segments apart",
    input: {
      ...good,
      segments: [
        ...sampled(set, start, start + HOURS).segments,
        ...sampled(set, start + HOURS + 240, start + 2 * HOURS).segments,
      ],
    },
    says: `There are no states between ${when(HOURS)} and ${when(HOURS + 240)}.`,
  },
  {
    name: "segments that overlap",
    input: {
      ...good,
      segments: [
        ...sampled(set, start, start + HOURS).segments,
        ...sampled(set, start + HOURS - 240, start + 2 * HOURS).segments,
      ],
    },
    says: `Two segments overlap from ${when(HOURS - 240)} to ${when(HOURS)}.`,
  },
  {
    name: "a span of use that ends before it begins",
    input: { ...good, usedFrom: epochSeconds(2), usedUntil: epochSeconds(1) },
    says: "The span of use ends before it begins.",
  },
])("$name is refused in a sentence", ({ input, says }) => {
  const parsed = parseEphemeris(input);
  expect(parsed.ok ? "taken" : parsed.error).toEqual(
    typeof says === "string" ? says : expect.stringMatching(says),
  );
});

test("whatever is done to the states, there is a sentence or finite numbers, never a NaN", () => {
  const hour = sampled(set, start, start + HOURS);
  const numbers = hour.segments[0]?.states ?? [];
  const any = fc.double();
  const small = fc.double({ min: -0.5, max: 0.5, noNaN: true });
  const damage = fc.array(fc.tuple(fc.nat({ max: numbers.length - 1 }), fc.oneof(any, small)), {
    maxLength: 3,
  });
  let flown = 0;
  fc.assert(
    fc.property(
      damage,
      fc.boolean(),
      fc.double({ min: -100, max: HOURS + 100, noNaN: true }),
      (hurts, add, at) => {
        const changed = [...numbers];
        for (const [i, by] of hurts) changed[i] = add ? (changed[i] ?? 0) + by : by;
        const segments = [{ usableFrom: start, usableUntil: start + HOURS, states: changed }];
        const parsed = parseEphemeris({ ...hour, segments });
        if (!parsed.ok) {
          expect(parsed.error).toMatch(/^[A-Z].*\.$/);
          return;
        }
        const state = parsed.value.positionAt(epochSeconds(start + at));
        if (!state.ok) return;
        flown++;
        const all = [...Object.values(state.value.position), ...Object.values(state.value.velocity)];
        expect(all.every(Number.isFinite)).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
  expect(flown).toBeGreaterThan(30);
});

test("nodes of sampled states are the nodes of the orbit, and where halving finds them", () => {
  const day = { start: epochSeconds(start), end: epochSeconds(start + 86_400) };
  const [direct, between] = [
    ascendingNodes(set, day),
    ascendingNodes(ephemeris(sampled(set, start, start + 86_400)), day),
  ];
  if (!direct.ok || !between.ok) throw new Error("no nodes");
  expect(direct.value.length).toBeGreaterThanOrEqual(15);
  expect(between.value).toHaveLength(direct.value.length);
  for (const [i, node] of direct.value.entries()) {
    expect(Math.abs((between.value[i]?.at ?? 0) - node.at)).toBeLessThan(0.001);
    expect(Math.abs((between.value[i]?.lonDeg ?? 0) - node.lonDeg)).toBeLessThan(0.00002);
    let [low, high] = [node.at - 300, node.at + 300];
    for (let round = 0; round < 60; round++) {
      const middle = (low + high) / 2;
      const state = set.positionAt(epochSeconds(middle));
      if (state.ok && state.value.position.z < 0) low = middle;
      else high = middle;
    }
    expect(Math.abs(low - node.at)).toBeLessThan(0.0001);
  }
  expect(ascendingNodes(ephemeris(good), day)).toEqual({
    ok: false,
    error: "orbit data eph has no position at this time",
  });
});
