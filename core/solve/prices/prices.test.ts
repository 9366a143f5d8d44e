import { expect, test } from "vitest";
import { minutes } from "../../base/quantity.ts";
import { at, row } from "../../model/build.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import { check } from "../../rules/check.ts";
import { withProposal } from "../placement.ts";
import { objectiveOf, setUpsIn } from "../propose.ts";
import { setUpsMore, worthAtMost } from "./at-most.ts";
import type { boneyardOf } from "./boneyard.ts";
import { longerDays } from "./day-hours.ts";
import { lostDays } from "./days.ts";
import { moreHours } from "./hours.ts";
import { type Prices, pricesOf } from "./index.ts";
import { openerModules } from "./module-hours.ts";
import { closedModules } from "./modules.ts";
import { DAYS, shoot } from "./testing-shoot.ts";
import { windowLengths } from "./window.ts";
import type { Worked } from "./worked.ts";

/** A shoot of a few of the strips. */
const fewOf = (n: number): ScenarioSnapshot => {
  const strip = shoot.tables.strip.slice(0, n);
  const own = new Set<string>(strip.map(({ id }) => id));
  const scene = shoot.tables.scene.slice(0, n);
  const setUp = shoot.tables.setUp.filter((s) => own.has(s.stripId ?? ""));
  const assignment = shoot.tables.assignment.filter((a) => own.has(a.stripId));
  return { ...shoot, tables: { ...shoot.tables, strip, scene, setUp, assignment } };
};
test("every variant is one plan with one thing changed, and nothing on it that cannot stay", () => {
  expect(moreHours(shoot).map(({ id }) => id)).toEqual(["hour-of:olga"]);
  expect(lostDays(shoot).map(({ words }) => words)).toEqual([
    "Day 1, Wed 6 Oct lost",
    "Day 2, Thu 7 Oct lost",
    "Day 3, Fri 8 Oct lost",
    "Day 4, Sat 9 Oct lost",
  ]);
  expect(closedModules(shoot)).toEqual([]);
  expect(longerDays(shoot).map(({ id }) => id)).toEqual(DAYS.map((_, i) => `hour-on-day:${i + 1}`));
  expect(openerModules(shoot)).toEqual([]);
  const taken = row("stationEvent", "e", {
    startsAt: at("7T09:00"),
    durationMin: minutes(90),
    moduleIds: ["zvezda"],
  });
  const [freed] = openerModules({ ...shoot, tables: { ...shoot.tables, stationEvent: [taken] } });
  expect(freed?.snapshot.tables.stationEvent[0]?.durationMin).toBe(30);
  expect(windowLengths(shoot).map(({ id }) => id)).toEqual(
    [4, 8, 9, 10, 11, 12, 13, 14].map((days) => `window:${days}`),
  );
});

test("a day on which nothing can move says why it is worth nothing", () => {
  const notes = (strips: Parameters<typeof boneyardOf>[0]["tables"]["strip"]) =>
    lostDays({ ...shoot, tables: { ...shoot.tables, strip: strips } }).map(({ note }) => note ?? "");
  const [first, second, third, ...rest] = shoot.tables.strip;
  if (!first || !second || !third) throw new Error("too few strips");
  const on = (strip: typeof first, start: string, more: object = {}) => ({
    ...{ ...strip, startsAt: at(start), moduleId: shoot.tables.module[0]?.id ?? null },
    ...more,
  });
  const found = notes([
    on(first, "6T10:00", { isPinned: true }),
    on(second, "7T10:00", { isPinned: true }),
    on(third, "7T14:00"),
    ...rest,
  ]);
  expect(found[0]).toMatch(/^All that stands on it is pinned/);
  expect(found[1]).toBe("");
  expect(found[2]).toBe("Nothing stands on it in the best plan.");
});

test("what is worth nothing brings no set-up; an hour of who is short of time brings some; less is worth less", () => {
  const told: number[] = [];
  const found = pricesOf({ snapshot: shoot, seed: 1, solver: null }, { rounds: 1 }, (_, of) => told.push(of));
  if (!found) throw new Error("there was no plan");
  const more = (id: string, prices: Prices = found) => {
    const price = prices.prices.find((p) => p.id === id);
    return price ? setUpsMore(price, prices, "should") : Number.NaN;
  };
  expect(more("hour-of:olga")).toBeGreaterThan(0);
  expect(Math.max(...DAYS.map((_, i) => more(`hour-on-day:${i + 1}`)))).toBeGreaterThan(0);
  for (const price of found.prices) {
    if (price.id.startsWith("hour") && more(price.id) === 0) expect(price.note).not.toBe("");
    if (price.id.startsWith("hour")) expect(price.byDuals ?? 0).toBeGreaterThanOrEqual(0);
    // What is proved is no less than what was found.
    const most = worthAtMost(price, found);
    const gain = price.objective.points - found.base.objective.points;
    if (most !== null) expect(most).toBeGreaterThanOrEqual(Math.floor(gain));
    expect(price.hours !== null).toBe(price.id.startsWith("hour"));
  }
  expect(found.prices.some((price) => worthAtMost(price, found) !== null)).toBe(true);
  expect(more("window:4")).toBe(0);
  expect(more("window:14")).toBeGreaterThan(0);
  const windows = found.prices.filter(({ kind }) => kind === "window").map(({ id }) => more(id));
  expect(windows).toEqual([...windows].sort((a, b) => a - b));
  for (let day = 1; day <= DAYS.length; day++) {
    expect(more(`day-lost:${day}`)).toBeLessThanOrEqual(0);
    const lost = found.prices.find(({ id }) => id === `day-lost:${day}`);
    expect(lost && worthAtMost(lost, found)).toBeLessThanOrEqual(0);
    expect(lost?.byDuals ?? 0).toBeLessThanOrEqual(0);
  }
  // Once before the first, after each, and when what was found first is seen anew.
  expect(told).toHaveLength(found.prices.length + 2);
  expect(check(shoot).findings.length).toBeGreaterThan(0);
});

test("a day on which nothing stands costs nothing, whatever was found before the best plan was", () => {
  const snapshot = fewOf(3);
  const found = pricesOf({ snapshot, seed: 1, solver: null }, { rounds: 1 });
  const idle = found?.prices.filter(({ note }) => note !== "") ?? [];
  expect(idle.length).toBeGreaterThan(0);
  for (const { objective } of idle) expect(objective).toEqual(found?.base.objective);
});

test("stopped before the first plan there is nothing to tell", () => {
  expect(
    pricesOf({ snapshot: shoot, seed: 1, solver: null }, { rounds: 1, isStopped: () => true }),
  ).toBeNull();
});

/** As it comes back from where it was kept. */
const kept = <T>(worked: T): T => JSON.parse(JSON.stringify(worked));

/** Stopped after so many rounds or steps, again and again, from where it was each time. */
function inPieces(snapshot: ScenarioSnapshot, from: Worked | null) {
  let worked = from;
  let pieces = 0;
  for (let patience = 500; ; pieces++) {
    let asked = 0;
    const before = JSON.stringify(worked);
    const budget = { rounds: 0.1, isStopped: () => ++asked > patience };
    const found = pricesOf({ snapshot, seed: 1, solver: null, begin: kept(worked) }, budget, (_, __, now) => {
      worked = now;
    });
    if (found && asked <= patience) return { found, worked, pieces };
    if (JSON.stringify(worked) === before) patience *= 2;
  }
}

test("interrupted again and again it comes to what it comes to without a break", () => {
  const snapshot = fewOf(3);
  let whole: Worked | null = null;
  const found = pricesOf({ snapshot, seed: 1, solver: null }, { rounds: 0.1 }, (_, __, worked) => {
    whole = worked;
  });
  const again = inPieces(snapshot, null);
  expect(again.found).toEqual(found);
  expect(again.worked).toEqual(kept(whole));
  expect(again.pieces).toBeGreaterThan(3);
});

test("so it does where a plan with less of something is the best by then", () => {
  const snapshot = fewOf(3);
  let worked: Worked | null = null;
  const first = pricesOf({ snapshot, seed: 1, solver: null }, { rounds: 0.1 }, (_, __, now) => {
    worked ??= now;
  });
  const { basis } = worked as unknown as Worked;
  const changes = { placements: basis.changes.placements.slice(0, 1), returned: [] };
  const one = withProposal(snapshot, changes);
  const standing = { setUpsIn: setUpsIn(one.tables), objective: objectiveOf(check(one)) };
  const weak: Worked = { basis: { ...basis, ...standing, changes }, rows: [] };
  const found = pricesOf({ snapshot, seed: 1, solver: null, begin: weak }, { rounds: 0.1 });
  expect(found?.base.objective).toEqual(first?.base.objective);
  const again = inPieces(snapshot, weak);
  expect(again.found).toEqual(found);
  expect(again.worked?.rows.some(({ id, changes }) => id.startsWith("day-lost") && changes)).toBe(true);
});

test("what was worked out of another shoot is left, and what comes after it; stopped at once, all that is known is told", () => {
  const snapshot = fewOf(3);
  let worked: Worked | null = null;
  const found = pricesOf({ snapshot, seed: 1, solver: null }, { rounds: 0.1 }, (_, __, now) => {
    worked = now;
  });
  const { basis, rows } = worked as unknown as Worked;
  const other = rows.map((row, i) => (i === 5 ? { ...row, id: "another" } : row));
  const told: number[] = [];
  const again = pricesOf(
    { snapshot, seed: 1, solver: null, begin: { basis, rows: other } },
    { rounds: 0.1 },
    ({ prices }) => told.push(prices.length),
  );
  expect(again).toEqual(found);
  const stopped = pricesOf(
    { snapshot, seed: 1, solver: null, begin: { basis, rows: rows.slice(0, 5) } },
    { rounds: 0.1, isStopped: () => true },
  );
  expect(stopped?.prices.map(({ id }) => id)).toEqual(
    expect.arrayContaining(rows.slice(0, 5).map(({ id }) => id)),
  );
  // What was known is not told one by one.
  expect(told.length).toBeLessThan((found?.prices.length ?? 0) - 3);
});

test("a row that was cut short is not told, and nothing goes on from a shoot that was", () => {
  const snapshot = fewOf(3);
  for (const patience of [1, 20, 400]) {
    let asked = 0;
    const all: (Worked | null)[] = [];
    const found = pricesOf(
      { snapshot, seed: 1, solver: null },
      { rounds: 0.1, isStopped: () => ++asked > patience },
      (_, __, worked) => all.push(worked),
    );
    const inFull = new Set(all.at(-1)?.rows.map(({ id }) => id));
    const others = found?.prices.filter(({ id }) => !inFull.has(id)) ?? [];
    for (const { note, byDuals } of others) expect([note, byDuals]).toEqual([expect.stringMatching(/./), 0]);
  }
});
