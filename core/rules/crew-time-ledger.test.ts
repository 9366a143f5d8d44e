import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../model/build.ts";
import type { Entity } from "../model/entities.ts";
import { factsOf } from "../model/facts.ts";
import { check, startCheck } from "./check.ts";
import { accountsOf, crewTimeLedger, ledgerOf } from "./crew-time-ledger.ts";
import { judge } from "./judge.ts";
import { mends, offersOf } from "./testing-mends.ts";

const dubrov = row("person", "dubrov", { shortName: "Dubrov", category: "expedition-crew" });
const granted = (date: string, min: number) =>
  row("allocation", `granted-${date}`, { personId: "dubrov", date, minutes: min });
const modules = [row("module", "nauka"), row("module", "zvezda"), row("module", "zarya")];
const hatches = [
  row("hatch", "h1", { fromModuleId: "nauka", toModuleId: "zvezda" }),
  row("hatch", "h2", { fromModuleId: "zvezda", toModuleId: "zarya" }),
];

interface Work {
  readonly start: string;
  readonly min: number;
  readonly rigMin?: number;
  readonly acts?: boolean;
  readonly moduleId?: string;
}
/** Dubrov films (director: bound for the shoot only) or acts, out of 120 min on Friday 8 October. */
const planOf = (works: readonly Work[], over: Parameters<typeof plan>[0] = {}) =>
  plan({
    person: [dubrov],
    role: [row("role", "cosmonaut", { number: 3, personId: "dubrov" })],
    shootDay: shootDays(8, 9),
    module: modules,
    hatch: hatches,
    scene: [row("scene", "7")],
    strip: works.map(({ start, min, rigMin = 0, moduleId = "nauka" }, i) =>
      row("strip", `s${i}`, { sceneId: "7", startsAt: at(start), shootMin: min, rigMin, moduleId }),
    ),
    setUp: works.map(({ min, acts }, i) =>
      row("setUp", `u${i}`, {
        sceneId: "7",
        stripId: `s${i}`,
        takeMin: min,
        roleIds: acts ? ["cosmonaut"] : [],
      }),
    ),
    assignment: works.flatMap(({ acts }, i) =>
      acts ? [] : [row("assignment", `a${i}`, { stripId: `s${i}`, job: "direct", personId: "dubrov" })],
    ),
    allocation: [granted("2021-10-08", 120)],
    ...over,
  });
const over = (works: readonly Work[], tables?: Parameters<typeof plan>[0], params: unknown = {}) =>
  judge(crewTimeLedger, planOf(works, tables), params).amount;

test.each([
  { name: "105 min and a brief of 15 are the 120 granted", min: 105, minOver: 0 },
  { name: "one minute more is rounded up to 5", min: 106, minOver: 5 },
  { name: "143 min are charged 160", min: 143, minOver: 40 },
])("$name", ({ min, minOver }) => {
  expect(over([{ start: "8T09:00", min }])).toBe(minOver);
});

test("each call is briefed and rounded up: 3 × (31 + 15 → 50) are 30 over", () => {
  const works = ["8T09:00", "8T11:00", "8T15:00"].map((start) => ({ start, min: 31 }));
  expect(over(works)).toBe(30);
});

test.each([
  { name: "without a rig, make-up is charged beside the call: 105 + 15 + 10", rigMin: 0 },
  { name: "with a rig long enough it lies in the call: 10 + 105 + 15", rigMin: 60 },
  { name: "with a short rig, part of it does: 4 + 105 + 15 + 6", rigMin: 4 },
])("$name", ({ rigMin }) => {
  expect(over([{ start: "8T09:00", min: 105, rigMin, acts: true }])).toBe(10);
});

test("the way from the call before is charged: 60 + (45 + 15 + 2 → 65) are 5 over", () => {
  const from: Work = { start: "8T09:00", min: 45 };
  expect(over([from, { start: "8T11:00", min: 45, moduleId: "nauka" }])).toBe(0);
  expect(over([from, { start: "8T11:00", min: 45, moduleId: "zarya" }])).toBe(5);
});

test("nothing is granted where no allocation says so", () => {
  const saturday = judge(crewTimeLedger, planOf([{ start: "9T09:00", min: 30 }]));
  expect(saturday.messages).toEqual(["Dubrov: 45 min over what is granted, which is nothing, on 9 Oct."]);
});

test("the film crew's time, and what the ship unit takes, is not on the account", () => {
  const works = [{ start: "9T09:00", min: 300 }];
  expect(over(works, { person: [{ ...dubrov, category: "film-crew" }] })).toBe(0);
  expect(over(works, { scene: [row("scene", "7", { unit: "ship" })] })).toBe(0);
});

const evening = row("crewBlock", "evening", {
  personId: "dubrov",
  kind: "pre-sleep",
  startsAt: at("8T19:30"),
  durationMin: 120,
});
const consent = (min: number) =>
  row("consent", "c", { personId: "dubrov", date: "2021-10-08", minutes: min });

test.each([
  { name: "without consent an evening hour is charged", min: 0, minOver: 5 },
  { name: "what consent covers is not", min: 60, minOver: 0 },
  { name: "consent beyond the hour gives nothing more", min: 120, minOver: 0 },
  { name: "part of it takes part", min: 4, minOver: 1 },
])("$name", ({ min, minOver }) => {
  // 19:30–20:30 is pre-sleep: 60 + 15 → 75, beside 35 + 15 → 50 in the morning.
  const works = [
    { start: "8T09:00", min: 35 },
    { start: "8T19:30", min: 60 },
  ];
  expect(over(works, { crewBlock: [evening], consent: [consent(min)] })).toBe(minOver);
});

test("names the day, what was granted and the personal time beside it", () => {
  const works = [{ start: "8T18:00", min: 141 }];
  const tables = { crewBlock: [evening], consent: [consent(2)] };
  expect(judge(crewTimeLedger, planOf(works, tables)).findings).toEqual([
    "Dubrov: 38 min over the 120 min granted on 8 Oct, beside 2 min of personal time by consent. | 38 hard | 8T18:00–8T20:21 | s0 | dubrov",
  ]);
});

test("the numbers are parameters", () => {
  expect(over([{ start: "8T09:00", min: 106 }], {}, { briefMin: 10, roundUpToMin: 1 })).toBe(0);
});

test("the ledger shows every account, also where nothing was used", () => {
  const tables: Parameters<typeof plan>[0] = {
    allocation: [granted("2021-10-08", 120), granted("2021-10-11", 90)] as Entity<"allocation">[],
    crewBlock: [evening],
    consent: [consent(60)],
  };
  const ledger = ledgerOf(factsOf(planOf([{ start: "8T20:00", min: 30 }], tables)));
  expect(ledger).toMatchObject([
    {
      personId: "dubrov",
      date: "2021-10-08",
      granted: 120,
      used: 15,
      left: 105,
      personalGranted: 60,
      personalUsed: 30,
      calls: [{ stripId: "s0", bound: 30, brief: 15, makeUp: 0, travel: 0, charged: 45, inPersonalTime: 30 }],
    },
    { date: "2021-10-11", granted: 90, used: 0, left: 90, personalUsed: 0, calls: [] },
  ]);
});

/** Table moved by scene 7, put back by Dubrov. */
const restoration = (over: Parameters<typeof row<"restoration">>[2]) => ({
  restoration: [
    row("restoration", "r", {
      sceneId: "7",
      what: "Table",
      minutes: 32,
      personId: "dubrov",
      ...over,
    }),
  ],
});
const direct = row("assignment", "direct", { stripId: "s0", job: "direct", personId: "dubrov" });
const assist = row("assignment", "assist", { stripId: "s0", job: "assist", personId: "dubrov" });

test.each([
  {
    name: "at strike it is charged beside a call that ends before: 105 + 15, and 32 → 35",
    tables: {},
    minOver: 35,
  },
  {
    name: "a call that holds the strike holds it: 15 + 105 + 10",
    tables: { assignment: [direct, assist] },
    minOver: 10,
  },
  { name: "others put back on their own account", tables: restoration({ personId: "mark" }), minOver: 0 },
  {
    name: "handed over, it is owed and not out of the day",
    tables: restoration({ due: "handed-over" }),
    minOver: 0,
  },
])("$name", ({ tables, minOver }) => {
  const planned = planOf([{ start: "8T09:00", min: 105 }], { ...restoration({}), ...tables });
  const strip = planned.tables.strip.map((s) => ({ ...s, strikeMin: 10 as never }));
  expect(judge(crewTimeLedger, { ...planned, tables: { ...planned.tables, strip } }).amount).toBe(minOver);
});

test("before the hatch closes it is charged on the day of its block", () => {
  const block = row("crewBlock", "tidy", { personId: "dubrov", startsAt: at("9T09:00"), durationMin: 60 });
  const tables = { ...restoration({ due: "hatch-closing", blockId: "tidy" }), crewBlock: [block] };
  const ledger = ledgerOf(factsOf(planOf([{ start: "8T09:00", min: 60 }], tables)));
  expect(ledger.map(({ date, used, restores }) => [date, used, restores])).toEqual([
    ["2021-10-08", 75, []],
    ["2021-10-09", 35, [{ what: "Table", stripId: "s0", charged: 35 }]],
  ]);
});

test("a scene that is not placed has moved nothing", () => {
  const planned = planOf([], restoration({}));
  expect(ledgerOf(factsOf(planned)).flatMap((entry) => entry.restores)).toEqual([]);
});

const viewOf = (snapshot: ReturnType<typeof planOf>, params: unknown = {}) => {
  const [view, facts] = [crewTimeLedger.view(params), factsOf(snapshot)];
  return {
    draws: [...facts.placed.values()].map((placed) => view.draws(placed, facts)),
    caps: view
      .caps(facts)
      .map(({ account, days, most }) => [account, ...days.map(({ date }) => date), most].join(" ")),
  };
};

test("the optimiser is told what a placement takes of whose day, and what may be taken", () => {
  const film = row("person", "film", { category: "film-crew" });
  const assignment = ["dubrov", "film"].map((personId) =>
    row("assignment", personId, { stripId: "s0", job: "direct", personId }),
  );
  const works = [{ start: "8T09:00", min: 31 }];
  const snapshot = planOf(works, { person: [dubrov, film], assignment, consent: [consent(30)] });
  expect(viewOf(snapshot)).toEqual({
    draws: [[{ account: "dubrov", amount: 50 }]],
    caps: ["dubrov 2021-10-08 150", "dubrov 2021-10-09 0"],
  });
  expect(viewOf(snapshot, { roundUpToMin: 1 }).draws).toEqual([[{ account: "dubrov", amount: 46 }]]);
  expect(viewOf(planOf(works, { scene: [row("scene", "7", { unit: "ship" })] })).draws).toEqual([[]]);
});

test("accounts are of station crew alone, and dates come in order", () => {
  const film = row("person", "film", { category: "film-crew" });
  const granting = (personId: string, date: string) =>
    row("allocation", `${personId}-${date}`, { personId, date, minutes: 60 });
  const tables = {
    person: [film, dubrov],
    allocation: [
      granting("dubrov", "2021-10-11"),
      granting("dubrov", "2021-10-07"),
      granting("film", "2021-10-08"),
    ],
  };
  const ledger = ledgerOf(
    factsOf(
      planOf(
        [
          { start: "8T09:00", min: 30 },
          { start: "8T11:00", min: 10 },
        ],
        tables,
      ),
    ),
  );
  expect(
    ledger.map(({ personId, date, granted, used, calls }) => [personId, date, granted, used, calls.length]),
  ).toEqual([
    ["dubrov", "2021-10-07", 60, 0, 0],
    ["dubrov", "2021-10-08", 0, 70, 2],
    ["dubrov", "2021-10-11", 60, 0, 0],
  ]);
  expect([...accountsOf(factsOf(planOf([], tables))).keys()].map(({ id }) => id)).toEqual(["dubrov"]);
});

test("a way between no module and one is not charged, nor one from the day before", () => {
  const { tables } = planOf([
    { start: "8T09:00", min: 45 },
    { start: "8T11:00", min: 45, moduleId: "zarya" },
  ]);
  const nowhere = (id: string) => tables.strip.map((s) => (s.id === id ? { ...s, moduleId: null } : s));
  for (const id of ["s0", "s1"])
    expect(judge(crewTimeLedger, plan({ ...tables, strip: nowhere(id) })).findings).toEqual([]);
  const apart = tables.strip.map((s) => (s.id === "s0" ? { ...s, startsAt: at("9T09:00") } : s));
  expect(judge(crewTimeLedger, plan({ ...tables, strip: apart })).messages).toEqual([
    "Dubrov: 1 h over what is granted, which is nothing, on 9 Oct.",
  ]);
});

test("what a scene moved is put back after its last part, of two that end together the one whose name comes later", () => {
  const lastOf = (works: readonly Work[], over: Parameters<typeof plan>[0] = {}) => {
    const { tables } = planOf(works, { ...restoration({}), ...over });
    const strip = tables.strip.map((s) => ({ ...s, strikeMin: 5 as never }));
    return ledgerOf(factsOf(plan({ ...tables, strip }))).flatMap(({ date, restores }) =>
      restores.map(({ stripId, charged }) => `${date} ${stripId} ${charged}`),
    );
  };
  const early = { start: "8T09:00", min: 30 };
  const late = { start: "9T09:00", min: 30 };
  expect(lastOf([early, late])).toEqual(["2021-10-09 s1 35"]);
  expect(lastOf([late, early])).toEqual(["2021-10-09 s0 35"]);
  expect(lastOf([early, early, early])).toEqual(["2021-10-08 s2 35"]);
  expect(
    lastOf([
      { start: "8T09:00", min: 60 },
      { start: "8T09:30", min: 10 },
    ]),
  ).toEqual(["2021-10-08 s0 35"]);
  const ship = { scene: [row("scene", "7", { unit: "ship" })] };
  expect(lastOf([early], ship)).toEqual([]);
});

test("another's call at the strike does not hold it; one of several that does, does", () => {
  const planned = planOf([{ start: "8T09:00", min: 30 }], restoration({}));
  const strip = planned.tables.strip.map((s) => ({ ...s, strikeMin: 40 as never }));
  const mark = row("person", "mark", { category: "expedition-crew" });
  const used = (assignment: readonly ReturnType<typeof row<"assignment">>[]) =>
    ledgerOf(factsOf(plan({ ...planned.tables, strip, person: [mark, dubrov], assignment })))
      .filter(({ personId, restores }) => personId === "dubrov" && restores.length > 0)
      .map(({ used }) => used);
  const marks = row("assignment", "mark", { stripId: "s0", job: "assist", personId: "mark" });
  expect(used([direct, marks])).toEqual([45 + 35]);
  expect(used([marks, assist])).toEqual([]);
});

test("restoring whose block is gone is charged after the scene", () => {
  const duty = (id: string, startsAt: string) =>
    row("crewBlock", id, { personId: "dubrov", startsAt: at(startsAt), durationMin: 60 });
  const tables = {
    ...restoration({ due: "hatch-closing", blockId: "gone" }),
    crewBlock: [duty("other", "9T09:00")],
  };
  const ledger = ledgerOf(factsOf(planOf([{ start: "8T09:00", min: 60 }], tables)));
  expect(ledger.flatMap(({ date, restores }) => restores.map(() => date))).toEqual(["2021-10-08"]);
});

test("what is spent of a person's own time is no part of the day's, and the whole is told", () => {
  const works = [
    { start: "8T09:00", min: 200 },
    { start: "8T19:30", min: 60 },
  ];
  expect(
    judge(crewTimeLedger, planOf(works, { crewBlock: [evening], consent: [consent(60)] })).findings,
  ).toEqual([
    "Dubrov: 1 h 50 over the 120 min granted on 8 Oct, beside 60 min of personal time by consent. | 110 hard | 8T09:00–8T20:30 | s0 s1 | dubrov",
  ]);
});

test("offers to ask for what is over, of the row that there is or of a new one", () => {
  expect(mends(crewTimeLedger, planOf([{ start: "8T09:00", min: 106 }]))).toEqual([
    ["5 min more of Dubrov on 8 Oct, if granted", 0],
  ]);
  expect(mends(crewTimeLedger, planOf([{ start: "8T09:00", min: 45 }], { allocation: [] }))).toEqual([
    ["1 h more of Dubrov on 8 Oct, if granted", 0],
  ]);
});

test("asks for more of what is granted to them for that date, or for the first of it", () => {
  const mark = row("person", "mark", { category: "expedition-crew" });
  const others = [
    row("allocation", "marks", { personId: "mark", date: "2021-10-08", minutes: 10 }),
    granted("2021-10-09", 20),
  ];
  const asked = (...allocation: typeof others) =>
    offersOf(
      crewTimeLedger,
      planOf([{ start: "8T09:00", min: 106 }], { person: [dubrov, mark], allocation }),
    );
  expect(asked(...others, granted("2021-10-08", 120))).toEqual([
    {
      commandId: "change-row",
      input: { entity: "allocation", id: "granted-2021-10-08", changes: { minutes: 125 } },
    },
  ]);
  expect(asked(...others)).toEqual([
    {
      commandId: "add-rows",
      input: {
        rows: [
          {
            entity: "allocation",
            row: {
              ...{ id: "dubrov-2021-10-08-asked", personId: "dubrov", date: "2021-10-08", minutes: 125 },
              source: "Asked for",
            },
          },
        ],
      },
    },
  ]);
});

test("of somebody's restoring the account is another as the scene moves, whoever else restores", () => {
  const mark = row("person", "mark", { shortName: "Mark", category: "expedition-crew" });
  const planned = planOf([{ start: "8T09:00", min: 60 }], { person: [dubrov, mark], allocation: [] });
  const { tables } = planned;
  const snapshot = plan({
    ...tables,
    assignment: [],
    restoration: ["dubrov", "mark"].map((personId) =>
      row("restoration", personId, { sceneId: "7", personId, minutes: 35, due: "hatch-closing" }),
    ),
  });
  const strip = snapshot.tables.strip.map((s) => ({ ...s, startsAt: at("9T09:00") }));
  const start = startCheck(snapshot, [crewTimeLedger]);
  const after = start.after({ ...snapshot, tables: { ...snapshot.tables, strip } });
  expect(start.report.findings.map(({ message }) => message)).toEqual([
    "Dubrov: 35 min over what is granted, which is nothing, on 8 Oct.",
    "Mark: 35 min over what is granted, which is nothing, on 8 Oct.",
  ]);
  expect(after.report).toEqual(check(after.snapshot, [crewTimeLedger]));
  expect(after.report.findings[0]?.message).toContain("on 9 Oct");
});

test("the minutes of a way are so many for each hatch", () => {
  const works = [
    { start: "8T09:00", min: 45 },
    { start: "8T11:00", min: 45, moduleId: "zarya" },
  ];
  expect(over(works, {}, { personMinPerHatch: 4 })).toBe(10);
});
