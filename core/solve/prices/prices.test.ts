import { expect, test } from "vitest";
import { minutes } from "../../base/quantity.ts";
import { at, plan, row, shootDays } from "../../model/build.ts";
import { check } from "../../rules/check.ts";
import { worthAtMost } from "./at-most.ts";
import type { boneyardOf } from "./boneyard.ts";
import { longerDays } from "./day-hours.ts";
import { lostDays } from "./days.ts";
import { moreHours } from "./hours.ts";
import { type Prices, pricesOf, setUpsMore } from "./index.ts";
import { openerModules } from "./module-hours.ts";
import { closedModules } from "./modules.ts";
import { windowLengths } from "./window.ts";

/** A cosmonaut gives two hours a day, and there are more scenes with her than that holds. */
const DAYS = [6, 7, 8, 9];
const SCENES = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const shoot = plan({
  person: [
    row("person", "mara", { category: "film-crew", firstFlight: false }),
    row("person", "olga", { category: "expedition-crew", firstFlight: false, shortName: "Olga" }),
  ],
  role: [row("role", "doctor", { personId: "olga", crewPlayed: true })],
  clearance: [row("clearance", "olga", { personId: "olga", state: "cleared" })],
  flight: [
    row("flight", "up", { hatchAt: at("1T15:00") }),
    row("flight", "down", { direction: "down", hatchAt: at("9T21:00") }),
  ],
  seat: ["mara", "olga"].flatMap((personId) => [
    row("seat", `${personId}-up`, { flightId: "up", personId }),
    row("seat", `${personId}-down`, { flightId: "down", personId }),
  ]),
  shootWindow: [row("shootWindow", "main", { startsAt: at("6T06:00"), endsAt: at("9T21:00") })],
  shootDay: shootDays(...DAYS),
  module: [row("module", "zvezda", { facilities: [] })],
  allocation: DAYS.map((d) =>
    row("allocation", `a-${d}`, { personId: "olga", date: `2021-10-0${d}`, minutes: minutes(120) }),
  ),
  crewBlock: ["mara", "olga"].flatMap((personId) =>
    [5, ...DAYS].map((d) =>
      row("crewBlock", `${personId}-${d}`, {
        personId,
        kind: "sleep",
        startsAt: at(`${d}T21:30`),
        durationMin: minutes(510),
      }),
    ),
  ),
  // A crew's day has more in it than this test needs.
  ruleSetting: ["exercise", "conferences", "meal-break", "crew-off-duty", "seat-fit"].map((ruleId) =>
    row("ruleSetting", ruleId, { isEnabled: false }),
  ),
  scene: SCENES.map((n) => row("scene", `${n}`, { number: `${n}`, moduleId: "zvezda" })),
  strip: SCENES.map((n) =>
    row("strip", `s${n}`, {
      sceneId: `${n}`,
      rigMin: minutes(15),
      shootMin: minutes(50),
      strikeMin: minutes(5),
    }),
  ),
  setUp: SCENES.map((n) =>
    row("setUp", `u${n}`, {
      sceneId: `${n}`,
      stripId: `s${n}`,
      tier: "should",
      takeMin: minutes(50),
      roleIds: ["doctor"],
      jobs: ["camera"],
    }),
  ),
  assignment: SCENES.map((n) =>
    row("assignment", `c${n}`, { stripId: `s${n}`, job: "camera", personId: "mara" }),
  ),
});

test("every variant is one plan with one thing changed, and nothing on it that cannot stay", () => {
  expect(moreHours(shoot).map(({ id }) => id)).toEqual(["hour-of:olga"]);
  expect(lostDays(shoot).map(({ words }) => words)).toEqual(DAYS.map((_, i) => `Day ${i + 1} lost`));
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
    // What is proved is no less than what was found.
    const most = worthAtMost(price, found);
    const gain = price.objective.points - found.base.objective.points;
    if (most !== null) expect(most).toBeGreaterThanOrEqual(Math.floor(gain));
    expect(price.hours !== null).toBe(price.id.startsWith("hour"));
  }
  expect(found.prices.some((price) => worthAtMost(price, found) !== null)).toBe(true);
  expect(more("window:4")).toBe(0);
  expect(more("window:14")).toBeGreaterThan(0);
  for (let day = 1; day <= DAYS.length; day++) expect(more(`day-lost:${day}`)).toBeLessThanOrEqual(0);
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
