import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import type { Job } from "../model/job.ts";
import { judge } from "./judge.ts";
import { travel } from "./travel.ts";

/** Two hatches from Nauka over Zvezda to Zarya; nothing leads to the Cupola. Ann is free in Nauka at 10:30. */
const planWith = (start: string, { job = "direct" as Job, to = "zarya" } = {}) =>
  plan({
    person: [row("person", "ann", { shortName: "Ann" })],
    module: ["Nauka", "Zvezda", "Zarya", "Cupola"].map((name) => row("module", name.toLowerCase(), { name })),
    hatch: [
      row("hatch", "h1", { fromModuleId: "nauka", toModuleId: "zvezda" }),
      row("hatch", "h2", { fromModuleId: "zvezda", toModuleId: "zarya" }),
    ],
    scene: [row("scene", "7"), row("scene", "12")],
    strip: [
      row("strip", "s7", { sceneId: "7", startsAt: at("8T10:00"), moduleId: "nauka" }),
      row("strip", "s12", { sceneId: "12", startsAt: at(start), moduleId: to }),
    ],
    assignment: [
      row("assignment", "a", { stripId: "s7", job: "camera", personId: "ann" }),
      row("assignment", "b", { stripId: "s12", job, personId: "ann" }),
    ],
  });

test.each([
  { name: "two minutes for two hatches are enough", start: "8T10:32", short: 0 },
  { name: "one minute is one short", start: "8T10:31", short: 1 },
  { name: "none is two short", start: "8T10:30", short: 2 },
  { name: "an overlap is no worse: another rule counts it", start: "8T10:10", short: 2 },
  {
    name: "the camera comes along: six minutes are enough",
    start: "8T10:36",
    job: "camera" as const,
    short: 0,
  },
  { name: "five are one short", start: "8T10:35", job: "light" as const, short: 1 },
  { name: "in the same module there is no way to go", start: "8T10:30", to: "nauka", short: 0 },
])("$name", ({ start, short, ...over }) => {
  expect(judge(travel, planWith(start, over)).amount).toBe(short);
});

test("minutes a hatch are parameters", () => {
  expect(judge(travel, planWith("8T10:32"), { personMinPerHatch: 5 }).amount).toBe(8);
});

test("where no way is known it says so and finds nothing", () => {
  const { violations, unknown } = judge(travel, planWith("8T11:00", { to: "cupola" }));
  expect(violations).toEqual([]);
  expect(unknown).toEqual(["Ann: no way is known from Nauka to Cupola."]);
});

test("names who, from where, where to and how far", () => {
  expect(judge(travel, planWith("8T10:31")).findings).toEqual([
    "Ann: 1 min missing on the way from Nauka (free 8 Oct 10:30) to scene 12 in Zarya, 2 hatches, 2 min. | 1 hard | 8T10:30–8T10:31 | s7 s12 | ann",
  ]);
  expect(judge(travel, planWith("8T10:31", { job: "camera", to: "zvezda" })).findings).toEqual([
    "Ann: 2 min missing on the way from Nauka (free 8 Oct 10:30) to scene 12 in Zvezda, 1 hatch with kit, 3 min. | 2 hard | 8T10:30–8T10:31 | s7 s12 | ann",
  ]);
});

/** Camera A, of which there are `quantity`, works with Ann in Nauka until 10:30 and with Bob two hatches on in Zarya from `start`. */
const lentKit = (start: string, { quantity = 1, pieces = 1, same = false } = {}) => {
  const strip = (id: string, sceneId: string, startsAt: string, moduleId: string) =>
    row("strip", id, { sceneId, startsAt: at(startsAt), moduleId });
  return plan({
    person: [row("person", "ann", { shortName: "Ann" }), row("person", "bob", { shortName: "Bob" })],
    module: ["Nauka", "Zvezda", "Zarya"].map((name) => row("module", name.toLowerCase(), { name })),
    hatch: [
      row("hatch", "h1", { fromModuleId: "nauka", toModuleId: "zvezda" }),
      row("hatch", "h2", { fromModuleId: "zvezda", toModuleId: "zarya" }),
    ],
    kit: [row("kit", "a", { name: "Camera A", quantity })],
    scene: [row("scene", "7"), row("scene", "12")],
    strip: [strip("s7", "7", "8T10:00", "nauka"), strip("s12", "12", start, "zarya")],
    setUp: [
      row("setUp", "7A", { sceneId: "7", stripId: "s7", kitIds: ["a"] }),
      row("setUp", "12A", { sceneId: "12", stripId: "s12", kitIds: Array<string>(pieces).fill("a") }),
    ],
    assignment: [
      row("assignment", "a7", { stripId: "s7", job: "camera", personId: "ann" }),
      row("assignment", "a12", { stripId: "s12", job: "light", personId: same ? "ann" : "bob" }),
      row("assignment", "b12", { stripId: "s12", job: "camera", personId: same ? "ann" : "bob" }),
      row("assignment", "c12", { stripId: "s12", job: "camera", personId: "cleo" }),
    ],
  });
};

test.each([
  { name: "six minutes for two hatches are enough", start: "8T10:36", short: 0 },
  { name: "four are two short", start: "8T10:34", short: 2 },
  { name: "an overlap is no worse: the kit's own rule counts it", start: "8T10:10", short: 6 },
  { name: "another piece was free", start: "8T10:31", over: { quantity: 2 }, short: 0 },
  { name: "both pieces are wanted", start: "8T10:31", over: { quantity: 2, pieces: 2 }, short: 5 },
  {
    name: "who had it brings it, and is judged as its carrier",
    start: "8T10:31",
    over: { same: true },
    short: 5,
  },
])("kit of others: $name", ({ start, over, short }) => {
  expect(judge(travel, lentKit(start, over)).amount).toBe(short);
});

test("kit of others: names the item and the way", () => {
  const { violations, messages } = judge(travel, lentKit("8T10:31"));
  expect(messages).toEqual([
    "Camera A: 5 min missing on the way from Nauka (free 8 Oct 10:30) to scene 12 in Zarya, 2 hatches, 6 min.",
  ]);
  expect(violations[0]).toMatchObject({ strips: ["s7", "s12"], people: ["bob"] });
  expect(judge(travel, lentKit("8T10:36"), { kitMinPerHatch: 10 }).amount).toBe(14);
});

/** Minutes that the optimiser is to leave between the two. */
const gapIn = (snapshot: ReturnType<typeof planWith>, first = "s7", second = "s12", params: unknown = {}) => {
  const facts = factsOf(snapshot);
  const [a, b] = [first, second].map((id) => [...facts.placed.values()].find((p) => p.strip.id === id)!);
  return travel.view(params).gap(a!, b!, facts);
};

test("the optimiser is told how long the way is between two placements", () => {
  expect(gapIn(planWith("8T12:00"))).toBe(2);
  expect(gapIn(planWith("8T12:00"), "s12", "s7")).toBe(6);
  expect(gapIn(planWith("8T12:00", { job: "camera" }))).toBe(6);
  expect(gapIn(planWith("8T12:00"), "s7", "s12", { personMinPerHatch: 4 })).toBe(8);
  expect(gapIn(planWith("8T12:00", { job: "camera" }), "s7", "s12", { kitMinPerHatch: 4 })).toBe(8);
  expect(gapIn(planWith("8T12:00", { to: "nauka" }))).toBe(0);
  expect(gapIn(planWith("8T12:00", { to: "cupola" }))).toBe(0);
  const { tables } = planWith("8T12:00");
  const of = (personId: string) =>
    tables.assignment.map((a) => (a.id === "b" ? { ...a, personId: personId as never } : a));
  expect(gapIn(plan({ ...tables, assignment: of("bob") }))).toBe(0);
  // Who directs is called for the shoot: rig there and strike here are time to go.
  const directed = tables.assignment.map((a) => ({ ...a, job: "direct" as const }));
  const rigged = (rigMin: number, strikeMin: number) =>
    tables.strip.map((s) => ({ ...s, ...(s.id === "s12" ? { rigMin } : { strikeMin }) }) as typeof s);
  expect(gapIn(plan({ ...tables, assignment: directed, strip: rigged(1, 0) }))).toBe(1);
  expect(gapIn(plan({ ...tables, assignment: directed, strip: rigged(0, 1) }))).toBe(1);
  expect(gapIn(plan({ ...tables, assignment: directed, strip: rigged(30, 30) }))).toBe(0);
});

test("of several people the one whose way takes longest decides", () => {
  const { tables } = planWith("8T12:00");
  const both = ["s7", "s12"].map((stripId) =>
    row("assignment", `c-${stripId}`, { stripId, job: "camera", personId: "bob" }),
  );
  expect(
    gapIn(
      plan({
        ...tables,
        person: [...tables.person, row("person", "bob")],
        assignment: [...tables.assignment, ...both],
      }),
    ),
  ).toBe(6);
  expect(
    gapIn(
      plan({
        ...tables,
        person: [...tables.person, row("person", "bob")],
        assignment: [...both, ...tables.assignment],
      }),
    ),
  ).toBe(6);
});

test("kit is asked of the first by id of those who do camera or light there, whoever else is called", () => {
  const { tables } = lentKit("8T10:31");
  const who = (assignment: typeof tables.assignment) =>
    judge(
      travel,
      plan({
        ...tables,
        person: [...tables.person, row("person", "abe"), row("person", "cleo")],
        assignment,
      }),
    ).violations.map((v) => v.people);
  const abe = row("assignment", "abe", { stripId: "s12", job: "direct", personId: "abe" });
  expect(who(tables.assignment)).toEqual([["bob"]]);
  expect(who([...tables.assignment].reverse())).toEqual([["bob"]]);
  expect(who([abe, ...tables.assignment])).toEqual([["bob"]]);
});

test("of several pieces that others had the first to be there are taken, and the last of those decides", () => {
  const { tables } = lentKit("8T10:31", { quantity: 2 });
  const strip = [
    ...tables.strip,
    row("strip", "s9", { sceneId: "9", startsAt: at("8T10:00"), moduleId: "zvezda" }),
  ];
  const kit = [row("kit", "z", { name: "Tripod", quantity: 9 }), ...tables.kit];
  const wanting = (pieces: number, lent = 1) =>
    judge(
      travel,
      plan({
        ...tables,
        kit,
        strip,
        scene: [...tables.scene, row("scene", "9")],
        setUp: [
          row("setUp", "9A", {
            sceneId: "9",
            stripId: "s9",
            kitIds: ["z", ...Array<string>(lent).fill("a")],
          }),
          ...tables.setUp.map((s) =>
            s.id === "12A"
              ? { ...s, kitIds: Array<string>(pieces).fill("a") as never }
              : { ...s, kitIds: ["z", "a"] as never },
          ),
        ],
      }),
    ).findings;
  expect(wanting(1)).toEqual([
    "Camera A: 2 min missing on the way from Zvezda (free 8 Oct 10:30) to scene 12 in Zarya, 1 hatch, 3 min. | 2 hard | 8T10:30–8T10:31 | s9 s12 | bob",
  ]);
  expect(wanting(2)).toEqual([
    "Camera A: 5 min missing on the way from Nauka (free 8 Oct 10:30) to scene 12 in Zarya, 2 hatches, 6 min. | 5 hard | 8T10:30–8T10:31 | s7 s12 | bob",
  ]);
  expect(wanting(1, 2)).toEqual([
    "Camera A: 2 min missing on the way from Zvezda (free 8 Oct 10:30) to scene 12 in Zarya, 1 hatch, 3 min. | 2 hard | 8T10:30–8T10:31 | s9 s12 | bob",
  ]);
});

test("what begins elsewhere as it begins here is the kit's own affair; so is what lies in no module", () => {
  const { tables } = lentKit("8T10:00");
  expect(judge(travel, plan(tables)).findings).toEqual([]);
  const nowhere = (id: string) =>
    lentKit("8T10:31").tables.strip.map((s) => (s.id === id ? { ...s, moduleId: null } : s));
  expect(judge(travel, plan({ ...tables, strip: nowhere("s7") })).findings).toEqual([]);
  expect(judge(travel, plan({ ...tables, strip: nowhere("s12") })).findings).toEqual([]);
  const idle = lentKit("8T10:31").tables;
  expect(
    judge(travel, plan({ ...idle, setUp: idle.setUp.map((s) => ({ ...s, kitIds: [] })) })).findings,
  ).toEqual([]);
});

test("a placement in no module is no stop on the way", () => {
  const { tables } = planWith("8T10:31");
  const outside = row("strip", "s9", {
    sceneId: "7",
    startsAt: at("8T10:30:30"),
    moduleId: null,
    shootMin: 0 as never,
  });
  const between = row("assignment", "c", { stripId: "s9", job: "direct", personId: "ann" });
  const assignment = [...tables.assignment, between];
  expect(judge(travel, plan({ ...tables, strip: [...tables.strip, outside], assignment })).messages).toEqual([
    "Ann: 1 min missing on the way from Nauka (free 8 Oct 10:30) to scene 12 in Zarya, 2 hatches, 2 min.",
  ]);
});

test("the way from the day before counts, from the last placement in a module, however long ago", () => {
  const { tables } = planWith("9T00:01");
  const late = tables.strip.map((s) =>
    s.id === "s7" ? { ...s, startsAt: at("8T23:30"), shootMin: 30 as never } : s,
  );
  expect(judge(travel, plan({ ...tables, strip: late })).findings).toEqual([
    "Ann: 1 min missing on the way from Nauka (free 9 Oct 00:00) to scene 12 in Zarya, 2 hatches, 2 min. | 1 hard | 9T00:00–9T00:01 | s7 s12 | ann",
  ]);
  const more = [
    row("strip", "s1", { sceneId: "7", startsAt: at("7T10:00"), moduleId: "zarya" }),
    ...late,
    row("strip", "s2", { sceneId: "7", startsAt: at("10T10:00"), moduleId: "cupola" }),
  ];
  const assignment = [
    ...tables.assignment,
    ...["s1", "s2"].map((stripId) => row("assignment", stripId, { stripId, job: "direct", personId: "ann" })),
  ];
  expect(judge(travel, plan({ ...tables, strip: more, assignment })).findings).toEqual([
    "Ann: 1 min missing on the way from Nauka (free 9 Oct 00:00) to scene 12 in Zarya, 2 hatches, 2 min. | 1 hard | 9T00:00–9T00:01 | s7 s12 | ann",
    "Ann: no way is known from Zarya to Cupola. | unknown | 9T00:31–10T10:00 | s12 s2",
  ]);
});

test("of a person's jobs one that carries is enough", () => {
  const { tables } = planWith("8T10:35", { job: "light" });
  const both = [
    ...tables.assignment,
    row("assignment", "d", { stripId: "s12", job: "direct", personId: "ann" }),
  ];
  expect(judge(travel, plan({ ...tables, assignment: both })).amount).toBe(1);
});

test("kit of others: what they had that is something else comes along with nobody", () => {
  const { tables, ...rest } = lentKit("8T10:31");
  const kit = [...tables.kit, row("kit", "b", { name: "Camera B" })];
  const other = (kitIds: readonly string[]) =>
    judge(travel, {
      ...rest,
      tables: {
        ...tables,
        kit,
        setUp: tables.setUp.map((s) => (s.id === "7A" ? { ...s, kitIds: kitIds as typeof s.kitIds } : s)),
      },
    }).amount;
  expect([other(["b"]), other(["b", "a"]), other([])]).toEqual([0, 5, 0]);
});

test("a placement without a module lies on nobody's way", () => {
  const { tables, ...rest } = planWith("8T10:31");
  const strip = [
    ...tables.strip,
    row("strip", "ship", { sceneId: "7", startsAt: at("8T10:30"), shootMin: 1, moduleId: null }),
  ];
  const assignment = [
    ...tables.assignment,
    row("assignment", "c", { stripId: "ship", job: "direct", personId: "ann" }),
  ];
  expect(judge(travel, { ...rest, tables: { ...tables, strip, assignment } }).findings).toEqual([
    "Ann: 1 min missing on the way from Nauka (free 8 Oct 10:30) to scene 12 in Zarya, 2 hatches, 2 min. | 1 hard | 8T10:30–8T10:31 | s7 s12 | ann",
  ]);
});

test("a module that is not there any more is said so", () => {
  const { tables, ...rest } = planWith("8T10:31");
  const without = (id: string) =>
    judge(travel, { ...rest, tables: { ...tables, module: tables.module.filter((m) => m.id !== id) } })
      .findings;
  expect(without("nauka")).toEqual([
    "Ann: no way is known from an unknown module to Zarya. | unknown | 8T10:30–8T10:31 | s7 s12",
  ]);
  expect(without("zarya")).toEqual([
    "Ann: 1 min missing on the way from Nauka (free 8 Oct 10:30) to scene 12 in an unknown module, 2 hatches, 2 min. | 1 hard | 8T10:30–8T10:31 | s7 s12 | ann",
  ]);
});
