import { expect, test } from "vitest";
import { minutes } from "../../base/quantity.ts";
import { at, row } from "../../model/build.ts";
import { check } from "../../rules/check.ts";
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
  const few = {
    ...shoot.tables,
    strip: shoot.tables.strip.slice(0, 3),
    scene: shoot.tables.scene.slice(0, 3),
  };
  const own = new Set<string>(few.strip.map(({ id }) => id));
  const snapshot = {
    ...shoot,
    tables: {
      ...few,
      setUp: few.setUp.filter((s) => own.has(s.stripId ?? "")),
      assignment: few.assignment.filter((a) => own.has(a.stripId)),
    },
  };
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
