import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays } from "../model/build.ts";
import type { CheckReport } from "../model/finding.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { check } from "../rules/check.ts";
import { aPlan } from "../rules/testing-plan.ts";
import { withPlacements } from "./placement.ts";
import {
  FREEDOMS,
  objectiveOf,
  type Proposal,
  type ProposalProgress,
  type ProposeBudget,
  type ProposeInput,
  propose,
} from "./propose.ts";

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
  readonly isPinned?: boolean;
}
const WISH: Wish = { shootMin: 30, module: "zvezda", tier: "must" };

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
    strip: wishes.map(({ shootMin, startsAt, module, isPinned = false }, i) =>
      row("strip", `strip-${i}`, {
        sceneId: `${i}`,
        rigMin: minutes(15),
        shootMin: minutes(shootMin),
        strikeMin: minutes(10),
        isPinned,
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

const ROUNDS = { rounds: 2 };
const proposed = (
  snapshot: ScenarioSnapshot,
  input: Partial<ProposeInput> = {},
  budget: ProposeBudget = ROUNDS,
): Proposal => {
  const found = propose({ snapshot, freedom: "open", movePoints: 0, seed: 1, ...input }, budget);
  if (!found) throw new Error("stopped");
  return found;
};
/** The plan with a proposal adopted. */
const adopted = (
  { tables, ...rest }: ScenarioSnapshot,
  { placements, returned }: Proposal,
): ScenarioSnapshot => ({
  ...rest,
  tables: {
    ...tables,
    strip: withPlacements(tables, placements).strip.map((s) =>
      returned.includes(s.id) ? { ...s, startsAt: null, moduleId: null } : s,
    ),
  },
});
const hardOf = ({ findings }: CheckReport) =>
  new Map(
    findings
      .filter((f) => f.kind === "violation" && f.level === "hard" && f.ruleId !== "must-scenes")
      .map((f) => [f.id, f.amount]),
  );

/** What holds of every proposal, whatever it is asked. */
function expectSound(snapshot: ScenarioSnapshot, proposal: Proposal) {
  const report = check(adopted(snapshot, proposal));
  expect(proposal.report).toEqual(report);
  expect(proposal.objective).toEqual(objectiveOf(report));
  const before = hardOf(check(snapshot));
  for (const [id, amount] of hardOf(report)) expect(amount, id).toBeLessThanOrEqual(before.get(id) ?? 0);
  if (proposal.bound !== null)
    expect(proposal.bound).toBeGreaterThanOrEqual(proposal.objective.points - 1e-6);
  if (proposal.isOptimal) expect(proposal.gap).toBeCloseTo(0);
}

test("a single strip stands with the rig that a new module needs", () => {
  const { placements, report, objective } = proposed(wishing([WISH]));
  expect(placements).toMatchObject([{ stripId: "strip-0", moduleId: "zvezda", rigMin: 60 }]);
  expect(report.verdict).toBe("fits");
  expect(objective.mustsMissingMin).toBe(0);
});

test("two scenes in one module stand together, and the second is only re-lit", () => {
  const oneDay = { shootDay: shootDays(7) };
  const { placements } = proposed(wishing([WISH, WISH], oneDay));
  expect(placements.map((p) => p.rigMin).sort((a, b) => a - b)).toEqual([15, 60]);
});

test("begins on the grid", () => {
  const { placements } = proposed(wishing([{ ...WISH, shootMin: 33 }, WISH]));
  expect(placements.map((p) => p.startsAt % 300)).toEqual([0, 0]);
});

test("what stands stays, unless it may move; what is pinned always does", () => {
  const standing = wishing([{ ...WISH, startsAt: "8T09:00" }, WISH]);
  expect(proposed(standing).placements.map((p) => p.stripId)).toEqual(["strip-1"]);
  const pinned = wishing([{ ...WISH, startsAt: "8T09:00", isPinned: true }, WISH]);
  expect(proposed(pinned, { freedom: "free" }).placements.map((p) => p.stripId)).toEqual(["strip-1"]);
});

test("a strip whose day is lost goes to another; the others stay for as much as their move costs", () => {
  const lost = wishing(
    [
      { ...WISH, startsAt: "8T09:00" },
      { ...WISH, startsAt: "9T09:00" },
    ],
    {
      shootDay: shootDays(7, 8, 9).map((day, i) => (i === 1 ? { ...day, isClosed: true } : day)),
    },
  );
  const proposal = proposed(lost, { freedom: "free", movePoints: 60 });
  expectSound(lost, proposal);
  expect(proposal.placements.map((p) => p.stripId)).toEqual(["strip-0"]);
  expect(proposal.report.verdict).toBe("fits");
});

test("what a change breaks is off the board before any search", () => {
  const before = wishing([
    { ...WISH, startsAt: "7T09:00" },
    { ...WISH, startsAt: "8T09:00" },
  ]);
  const shootDay = before.tables.shootDay.map((day, i) => (i === 0 ? { ...day, isClosed: true } : day));
  const snapshot = { ...before, tables: { ...before.tables, shootDay } };
  const told: number[] = [];
  const found = propose(
    { snapshot, freedom: "free", movePoints: 0, seed: 1 },
    { seconds: 0, now: () => 0 },
    (p) => told.push(p.setUpsIn.must.in),
  );
  expect(told.slice(0, 2)).toEqual([2, 1]);
  expect(found?.report.findings.filter((f) => f.level === "hard" && f.ruleId !== "must-scenes")).toEqual([]);
});

test("everything at once, with time to prove: moves are easy meanwhile, cost what they cost in the end, and nothing is proved", () => {
  const snapshot = wishing([
    { ...WISH, startsAt: "7T09:00" },
    { ...WISH, startsAt: "8T09:00" },
    { ...WISH, tier: "nice" },
  ]);
  const asked = { snapshot, freedom: "free", movePoints: 400, seed: 1 } as const;
  const found = propose({ ...asked, atOnce: true }, { rounds: 2 }) as Proposal;
  expectSound(snapshot, found);
  expect(found.placements.map((p) => p.stripId)).toEqual(["strip-2"]);
  expect(found.rank[2]).toBeCloseTo(-found.objective.points);
  expect([found.bound, found.gap, found.isOptimal]).toEqual([null, null, false]);
  expect(propose(asked, { rounds: 2 })?.bound).not.toBeNull();
});

test.each([
  ["what lost its place first", false],
  ["everything at once", true],
] as const)(
  "half a second after a day is lost, %s: all musts have a place again, the same each time",
  (_, atOnce) => {
    const before = wishing([
      { ...WISH, startsAt: "7T09:00" },
      { ...WISH, startsAt: "7T14:00", module: "nauka" },
      { ...WISH, startsAt: "8T09:00" },
      { ...WISH, startsAt: "9T09:00", tier: "nice" },
      { ...WISH, shootMin: 60, tier: "nice" },
    ]);
    const shootDay = before.tables.shootDay.map((day, i) => (i === 0 ? { ...day, isClosed: true } : day));
    const snapshot = { ...before, tables: { ...before.tables, shootDay } };
    // A clock that goes on by two milliseconds whenever it is looked at: the time is over after as many looks each time.
    const soon = () => {
      let looks = 0;
      const now = () => looks++ * 0.002;
      return propose({ snapshot, freedom: "free", movePoints: 10, seed: 1, atOnce }, { seconds: 0.5, now });
    };
    const found = soon();
    expectSound(snapshot, found as Proposal);
    expect(found?.setUpsIn.must).toEqual({ in: 3, of: 3 });
    expect(found?.setUpsIn.nice).toEqual({ in: 2, of: 2 });
    expect(soon()).toEqual(found);
  },
);

describe("a plan that an earlier search has found", () => {
  const three = wishing([WISH, { ...WISH, tier: "nice" }, { ...WISH, startsAt: "7T09:00" }]);
  const asked = { snapshot: three, freedom: "free", movePoints: 0, seed: 1 } as const;
  const NO_TIME = { seconds: 0, now: () => 0 };
  const found = proposed(three, { freedom: "free" });

  test("is begun with: it is there before any search, and none that is worse comes of it", () => {
    const told: number[] = [];
    const begun = propose({ ...asked, begin: found }, NO_TIME, (p) => told.push(p.objective.points));
    expect(told.slice(0, 2)).toEqual([objectiveOf(check(three)).points, found.objective.points]);
    expect(begun?.objective).toEqual(found.objective);
    expect(begun?.placements).toEqual(found.placements);
    expectSound(three, proposed(three, { freedom: "free", begin: found }));
  });

  test("stands as far as it can: what is pinned by now stays, what is gone by now is not missed", () => {
    const strip = three.tables.strip.flatMap((s) =>
      s.id === "strip-0" ? [] : s.id === "strip-2" ? [{ ...s, isPinned: true }] : [s],
    );
    const setUp = three.tables.setUp.filter((s) => s.stripId !== "strip-0");
    const snapshot = { ...three, tables: { ...three.tables, strip, setUp } };
    const begin = {
      placements: found.placements,
      returned: found.returned.concat("strip-2" as Proposal["returned"][number]),
    };
    const next = propose({ ...asked, snapshot, begin }, NO_TIME);
    expect(next?.placements.map((p) => p.stripId)).toEqual(["strip-1"]);
    expect(next?.returned).toEqual([]);
    expectSound(snapshot, next as Proposal);
  });

  test("of which nothing is better than the plan of today counts for nothing", () => {
    const begin = { placements: [], returned: three.tables.strip.map(({ id }) => id) };
    expect(propose({ ...asked, begin }, NO_TIME)?.returned).toEqual([]);
  });

  test("is changed with whatever rig a place leaves room for, however little time there is", () => {
    const [morning, afternoon] = [
      row("crewBlock", "morning", {
        personId: "mara",
        kind: "duty",
        startsAt: at("7T07:00"),
        durationMin: minutes(120),
      }),
      row("crewBlock", "afternoon", {
        personId: "mara",
        kind: "duty",
        startsAt: at("7T13:55"),
        durationMin: minutes(4_000),
      }),
    ];
    // Before noon go the first and the third; the second has room after noon where its rig of 15 minutes will do.
    const wishes = [
      { ...WISH, startsAt: "7T09:00" },
      { ...WISH, startsAt: "7T10:40" },
      { ...WISH, shootMin: 45 },
    ];
    const { tables, ...rest } = wishing(wishes, {
      shootDay: shootDays(7),
      crewBlock: [NIGHTS, MORNINGS, NOON].flatMap(([first]) => first ?? []).concat(morning, afternoon),
    });
    const strip = tables.strip.map((s) => (s.id === "strip-1" ? { ...s, rigMin: minutes(15) } : s));
    const snapshot = { ...rest, tables: { ...tables, strip } };
    let t = 0;
    const now = () => (t += 0.001);
    const next = propose(
      { ...asked, snapshot, movePoints: 400, begin: { placements: [], returned: [] } },
      { seconds: 0.9, now },
    );
    expect(next?.placements.map(({ stripId, startsAt }) => [stripId, startsAt])).toEqual([
      ["strip-1", at("7T13:00")],
      ["strip-2", at("7T10:40")],
    ]);
  });

  test("is told as it grows", () => {
    const told: number[] = [];
    const whole = propose(asked, ROUNDS, (_, changes) => told.push(changes().placements.length));
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(whole?.placements.length);
  });
});

describe("what is not known", () => {
  test("keeps a strip out where it can be avoided", () => {
    // When Mara sleeps is known of the first night alone: a day on either side of it can be judged.
    const crewBlock = [...NIGHTS.slice(0, 1), ...MORNINGS, ...NOON];
    const proposal = proposed(wishing([WISH, WISH], { crewBlock }));
    expect(proposal.placements.map((p) => p.startsAt < at("8T06:00"))).toEqual([true, true]);
    expect(proposal.report.findings.filter((f) => f.kind === "unknown")).toEqual([]);
  });

  test.each<readonly [string, Partial<ScenarioSnapshot["tables"]>]>([
    ["when they sleep", { crewBlock: [...MORNINGS, ...NOON] }],
    ["anything of their day", { crewBlock: [] }],
    ["with which ship they came", { seat: [] }],
  ])("wherever it stands does not: nobody knows %s", (_, tables) => {
    const snapshot = wishing([WISH], tables);
    const proposal = proposed(snapshot);
    expectSound(snapshot, proposal);
    expect(proposal.placements.map((p) => p.stripId)).toEqual(["strip-0"]);
    expect(proposal.report.findings.some((f) => f.kind === "unknown")).toBe(true);
    expect(proposal.notes.join(" ")).toMatch(/^Scene 0 cannot be judged wholly wherever it stands/);
  });
});

test("must comes before nice where there is room for one", () => {
  const onlyOne = {
    shootDay: shootDays(7),
    shootWindow: [row("shootWindow", "w", { endsAt: at("7T09:00") })],
  };
  const { placements } = proposed(wishing([{ ...WISH, tier: "nice" }, WISH], onlyOne));
  expect(placements.map((p) => p.stripId)).toEqual(["strip-1"]);
});

describe("soft rules that no view tells the search of are kept where it can be", () => {
  const costOf = ({ objective }: Proposal, id: string) =>
    objective.parts.find(({ ruleId }) => ruleId === id)?.points ?? 0;
  const SEEDS = [1, 2, 3, 4] as const;

  test.each(SEEDS)("script order, seed %i", (seed) => {
    const { tables, ...rest } = wishing(
      Array.from({ length: 6 }, () => WISH),
      { assignment: [] },
    );
    const role = row("role", "zhenya", { personId: "mara" });
    const backwards = {
      ...rest,
      tables: {
        ...tables,
        role: [role],
        scene: tables.scene.map((scene, i) => ({ ...scene, order: -i })),
        setUp: tables.setUp.map((setUp) => ({ ...setUp, jobs: [], roleIds: [role.id] })),
      },
    };
    const found = proposed(backwards, { seed }, { rounds: 4 });
    expect(found.placements).toHaveLength(6);
    expect(costOf(found, "script-order")).toBe(0);
  });

  test.each(SEEDS)("a rule of one's own, seed %i", (seed) => {
    const own = row("ownRule", "two", {
      shape: "at-most",
      level: "soft",
      title: "Two strips a day",
      params: { what: { by: "any", value: "" }, most: 2, days: 1 },
    });
    const found = proposed(
      wishing(
        Array.from({ length: 6 }, () => WISH),
        { ownRule: [own] },
      ),
      { seed },
    );
    expect(found.placements).toHaveLength(6);
    expect(costOf(found, "own:two")).toBe(0);
  });

  test.each(SEEDS)("time in hand on each day, seed %i", (seed) => {
    // Of 810 min the first day keeps 243 in hand, the others 405. That leaves 567 min for four strips that shoot 420 at most, and 405
    // for two that shoot 310, twice: the first of a day has 60 min of rig, the others 15, and each 10 of strike.
    const shoots = [185, 65, 195, 160, 50, 115, 140, 90];
    const found = proposed(
      wishing(shoots.map((shootMin) => ({ ...WISH, shootMin }))),
      { seed },
      { rounds: 4 },
    );
    expect(found.placements).toHaveLength(8);
    expect(costOf(found, "reserve")).toBe(0);
  });
});

describe("what cannot be planned ends in a sentence and a plan that is as it was", () => {
  const CASES: readonly (readonly [string, ScenarioSnapshot, RegExp])[] = [
    ["no scenes", wishing([]), /^Nothing to plan: there are no scenes yet/],
    [
      "all of it pinned",
      wishing([{ ...WISH, startsAt: "8T09:00", isPinned: true }]),
      /^Nothing to plan: every strip with set-ups to shoot is pinned or shot/,
    ],
    ["a strip longer than any day", wishing([{ ...WISH, shootMin: 600 }]), /^Scene 0 fits nowhere/],
    ["no days", wishing([WISH], { shootDay: [] }), /^The plan has no shoot days/],
    [
      "a window of one hour",
      wishing([WISH], {
        shootWindow: [row("shootWindow", "w", { startsAt: at("7T09:00"), endsAt: at("7T10:00") })],
      }),
      /^Scene 0 fits nowhere/,
    ],
  ];
  test.each(CASES)("%s", (_, snapshot, sentence) => {
    const proposal = proposed(snapshot, { freedom: "free" });
    expectSound(snapshot, proposal);
    expect(proposal.placements).toEqual([]);
    expect(proposal.notes.join(" ")).toMatch(sentence);
    expect(proposal).toMatchObject({ gap: 0, isOptimal: true });
    expect(proposal.bound).toBeCloseTo(proposal.objective.points);
  });

  test("what breaks a rule today and fits nowhere goes, and that no plan is better is proven", () => {
    const late = wishing([{ ...WISH, startsAt: "8T23:00", shootMin: 600 }]);
    const proposal = proposed(late, { freedom: "free", movePoints: 10 });
    expectSound(late, proposal);
    expect(proposal).toMatchObject({ returned: ["strip-0"], gap: 0, isOptimal: true });
  });

  test("pins over one another are named, and the rest is planned around both", () => {
    const over = wishing([
      { ...WISH, startsAt: "8T09:00", isPinned: true },
      { ...WISH, startsAt: "8T09:30", isPinned: true },
      WISH,
    ]);
    const proposal = proposed(over, { freedom: "free" });
    expectSound(over, proposal);
    expect(proposal.placements.map((p) => p.stripId)).toEqual(["strip-2"]);
    expect(proposal.notes).toEqual([expect.stringMatching(/^Scene 1 stands over other strips/)]);
  });

  test("a thousand scenes that nobody can play", () => {
    const many = wishing(Array.from({ length: 1_000 }, () => ({ ...WISH, shootMin: 600 })));
    const proposal = proposed(many);
    expect(proposal.placements).toEqual([]);
    expect(proposal.notes).toHaveLength(1);
  });

  test("stopped before the first look", () => {
    const input = { snapshot: wishing([WISH]), freedom: "open", movePoints: 0, seed: 1 } as const;
    expect(propose(input, { isStopped: () => true })).toBeNull();
  });

  test("no time at all: the plan as it is", () => {
    const input = { snapshot: wishing([WISH]), freedom: "open", movePoints: 0, seed: 1 } as const;
    expect(propose(input, { seconds: 0, now: () => 0 })?.placements).toBeDefined();
  });
});

describe("on any small plan", () => {
  test("no hard rule is broken that was not, the objective is the checker's, and the bound is no lower", () => {
    fc.assert(
      fc.property(
        aPlan,
        fc.constantFrom(...FREEDOMS),
        fc.constantFrom(0, 15),
        (snapshot, freedom, movePoints) => {
          expectSound(snapshot, proposed(snapshot, { freedom, movePoints }));
        },
      ),
      { numRuns: 12 },
    );
  });

  const wish: fc.Arbitrary<Wish> = fc.record({
    shootMin: fc.integer({ min: 5, max: 240 }),
    module: fc.constantFrom("zvezda", "nauka"),
    tier: fc.constantFrom("must", "should", "nice"),
    isPinned: fc.boolean(),
    startsAt: fc.constantFrom("7T09:00", "8T14:00", "9T07:05"),
  });
  const wishes = fc.array(
    fc
      .tuple(wish, fc.boolean())
      .map(([w, isPlaced]) => (isPlaced ? w : { ...w, startsAt: undefined, isPinned: false })),
    { minLength: 1, maxLength: 8 },
  ) as fc.Arbitrary<Wish[]>;

  test("the same with a plan that can be filled", () => {
    fc.assert(
      fc.property(wishes, fc.constantFrom(...FREEDOMS), (some, freedom) => {
        const snapshot = wishing(some);
        expectSound(snapshot, proposed(snapshot, { freedom }));
      }),
      { numRuns: 12 },
    );
  });

  test("no plan that is made otherwise is worth more than the bound", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 2, max: 99 }), (some, seed) => {
        const snapshot = wishing(some.map(({ startsAt: _, isPinned: __, ...w }) => w));
        const { bound, objective } = proposed(snapshot);
        const other = proposed(snapshot, { seed }).objective;
        if (bound !== null && other.mustsMissingMin <= objective.mustsMissingMin)
          expect(other.points).toBeLessThanOrEqual(bound + 1e-6);
      }),
      { numRuns: 3 },
    );
  });

  test("no plan that is told is worse than the one before", () => {
    fc.assert(
      fc.property(wishes, fc.integer({ min: 1, max: 99 }), (some, seed) => {
        const snapshot = wishing(some.map(({ startsAt: _, isPinned: __, ...w }) => w));
        const told: { readonly mustsMissingMin: number; readonly points: number }[] = [];
        const tell = ({ objective }: ProposalProgress) => told.push(objective);
        propose({ snapshot, freedom: "free", movePoints: 0, seed }, ROUNDS, tell);
        for (const [i, now] of told.slice(1).entries()) {
          const before = told[i] as (typeof told)[number];
          expect(now.mustsMissingMin).toBeLessThanOrEqual(before.mustsMissingMin);
          if (now.mustsMissingMin === before.mustsMissingMin)
            expect(now.points).toBeGreaterThanOrEqual(before.points - 1e-6);
        }
      }),
      { numRuns: 6 },
    );
  });

  test("same seed and rounds, same proposal", () => {
    fc.assert(
      fc.property(wishes, (some) => {
        const once = proposed(wishing(some), { freedom: "free" });
        expect(proposed(wishing(some), { freedom: "free" })).toEqual(once);
      }),
      { numRuns: 4 },
    );
  });
});
