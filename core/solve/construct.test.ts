import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { check } from "../rules/check.ts";
import { construct, withPlacements } from "./construct.ts";

const NIGHTS = [6, 7, 8, 9].map((d) =>
  row("crewBlock", `night-${d}`, {
    personId: "mara",
    kind: "sleep",
    startsAt: at(`${d}T21:30`),
    durationMin: minutes(510),
  }),
);
const MORNINGS = [7, 8, 9].map((d) =>
  row("crewBlock", `morning-${d}`, {
    personId: "mara",
    kind: "post-sleep",
    startsAt: at(`${d}T06:00`),
    durationMin: minutes(60),
  }),
);
const NOON = [7, 8, 9].map((d) =>
  row("crewBlock", `noon-${d}`, {
    personId: "mara",
    kind: "meal",
    startsAt: at(`${d}T12:00`),
    durationMin: minutes(60),
  }),
);

interface Wish {
  readonly shootMin: number;
  readonly module: "zvezda" | "nauka";
  readonly tier: "must" | "should" | "nice";
  readonly startsAt?: string;
}
const WISH = { shootMin: 30, module: "zvezda", tier: "must" } as const;

/** Three days, one operator aboard, and a strip for every wish. */
const wishing = (wishes: readonly Wish[], more: Partial<ScenarioSnapshot["tables"]> = {}) =>
  plan({
    person: [row("person", "mara")],
    flight: [row("flight", "up", { hatchAt: at("1T15:00") })],
    seat: [row("seat", "s", { flightId: "up", personId: "mara" })],
    shootDay: shootDays(7, 8, 9),
    module: [row("module", "zvezda"), row("module", "nauka")],
    hatch: [row("hatch", "h", { fromModuleId: "zvezda", toModuleId: "nauka" })],
    crewBlock: [...NIGHTS, ...MORNINGS, ...NOON],
    scene: wishes.map(({ module }, i) => row("scene", `${i}`, { moduleId: module })),
    strip: wishes.map(({ shootMin, startsAt, module }, i) =>
      row("strip", `strip-${i}`, {
        sceneId: `${i}`,
        rigMin: minutes(15),
        shootMin: minutes(shootMin),
        strikeMin: minutes(10),
        ...(startsAt ? { startsAt: at(startsAt), moduleId: module, rigMin: minutes(60) } : {}),
      }),
    ),
    setUp: wishes.map(({ shootMin, tier }, i) =>
      row("setUp", `u-${i}`, {
        sceneId: `${i}`,
        stripId: `strip-${i}`,
        takeMin: minutes(shootMin),
        tier,
        jobs: ["camera"],
      }),
    ),
    assignment: wishes.map((_, i) =>
      row("assignment", `a-${i}`, { stripId: `strip-${i}`, job: "camera", personId: "mara" }),
    ),
    ...more,
  });

const spansOf = (snapshot: ScenarioSnapshot) => {
  const { placements } = construct(snapshot);
  return [...factsOf({ ...snapshot, tables: withPlacements(snapshot.tables, placements) }).placed.values()]
    .sort((a, b) => a.span.start - b.span.start)
    .map((p) => p.span);
};

test("a single strip stands with the rig that a new module needs", () => {
  const { placements, left, report } = construct(wishing([WISH]));
  expect(placements).toMatchObject([{ stripId: "strip-0", moduleId: "zvezda", rigMin: 60 }]);
  expect(left).toEqual([]);
  expect(report.verdict).toBe("fits");
});

test("two scenes in one module stand together, and the second is only re-lit", () => {
  const { placements } = construct(wishing([WISH, { ...WISH, module: "nauka" }, WISH]));
  expect(placements.map((p) => p.rigMin).sort((a, b) => a - b)).toEqual([15, 60, 60]);
});

test("begins on the grid", () => {
  const { placements } = construct(wishing([{ ...WISH, shootMin: 33 }, WISH]));
  expect(placements.map((p) => p.startsAt % 300)).toEqual([0, 0]);
});

test("leaves alone what stands, and a strip that does not go", () => {
  const tight = wishing([
    { ...WISH, startsAt: "8T09:00" },
    { ...WISH, shootMin: 600 },
  ]);
  const { placements, left } = construct(tight);
  expect(placements).toEqual([]);
  expect(left).toEqual(["strip-1"]);
});

test("must comes before nice where there is room for one", () => {
  const onlyOne = {
    shootDay: shootDays(7),
    shootWindow: [row("shootWindow", "w", { endsAt: at("7T11:00") })],
  };
  const { left } = construct(wishing([{ ...WISH, tier: "nice" }, WISH], onlyOne));
  expect(left).toEqual(["strip-0"]);
});

test("a closed module is worked around", () => {
  const closed = {
    stationEvent: [
      row("stationEvent", "e", {
        startsAt: at("7T00:00"),
        durationMin: minutes(2 * 1_440),
        moduleIds: ["zvezda"],
      }),
    ],
  };
  const [first] = spansOf(wishing([WISH], closed));
  expect(first?.start).toBeGreaterThanOrEqual(at("9T00:00"));
});

test("a rule that names no strip still keeps its people from being called", () => {
  const snapshot = wishing([WISH]);
  const hungry = { ...snapshot.tables, person: [row("person", "mara", { category: "expedition-crew" })] };
  const { placements, report } = construct({ ...snapshot, tables: { ...hungry, crewBlock: [...NIGHTS] } });
  expect(placements).toEqual([]);
  expect(report.findings.map((f) => f.ruleId)).not.toContain("meal-break");
});

describe("on any small plan", () => {
  const wish: fc.Arbitrary<Wish> = fc.record({
    shootMin: fc.integer({ min: 5, max: 240 }),
    module: fc.constantFrom("zvezda", "nauka"),
    tier: fc.constantFrom("must", "should", "nice"),
  });
  const wishes = fc.array(wish, { minLength: 1, maxLength: 8 });

  test("nothing of ours breaks a hard rule, and the report is the checker's", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(wishes, (some) => {
        const snapshot = wishing(some);
        const { placements, left, report } = construct(snapshot);
        const hard = report.findings.filter((f) => f.kind === "violation" && f.level === "hard");
        expect(hard.filter((f) => f.ruleId !== "must-scenes")).toEqual([]);
        expect(check({ ...snapshot, tables: withPlacements(snapshot.tables, placements) })).toEqual(report);
        expect(placements.length + left.length).toBe(some.length);
      }),
      { numRuns: 25 },
    );
  });

  test("the reserve of every day is kept", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(wishes, (some) => {
        for (const day of construct(wishing(some)).report.days)
          expect(day.used + day.reserved).toBeLessThanOrEqual(day.shootable + 1);
      }),
      { numRuns: 15 },
    );
  });

  test("the same plan twice", () => {
    fc.assert(
      fc.property(wishes, (some) => {
        expect(construct(wishing(some)).placements).toEqual(construct(wishing(some)).placements);
      }),
      { numRuns: 5 },
    );
  });
});
