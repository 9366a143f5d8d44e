import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import { judge } from "./judge.ts";
import { moduleCapacity } from "./module-capacity.ts";

/** Strips of 30 min in Nauka, which holds two, and who is bound for all of each. */
const planOf = (works: readonly { start: string; people: readonly string[]; moduleId?: string }[]) =>
  plan({
    person: ["ann", "bob", "cleo", "dan"].map((id) => row("person", id)),
    module: [row("module", "nauka", { name: "Nauka", capacity: 2 }), row("module", "zarya", { capacity: 2 })],
    scene: [row("scene", "7")],
    strip: works.map(({ start, moduleId = "nauka" }, i) =>
      row("strip", `s${i}`, { sceneId: "7", startsAt: at(start), moduleId }),
    ),
    assignment: works.flatMap(({ people }, i) =>
      people.map((personId) =>
        row("assignment", `a${i}${personId}`, { stripId: `s${i}`, job: "direct", personId }),
      ),
    ),
  });
const first = { start: "8T10:00", people: ["ann", "bob"] };

test.each([
  { name: "as many as it holds fit", works: [first], over: 0 },
  {
    name: "one more costs its minutes",
    works: [{ start: "8T10:00", people: ["ann", "bob", "cleo"] }],
    over: 30,
  },
  {
    name: "two more cost twice",
    works: [{ start: "8T10:00", people: ["ann", "bob", "cleo", "dan"] }],
    over: 60,
  },
  { name: "who comes as others leave fits", works: [first, { start: "8T10:30", people: ["cleo"] }], over: 0 },
  { name: "a minute earlier costs one", works: [first, { start: "8T10:29", people: ["cleo"] }], over: 1 },
  {
    name: "the same person twice is one person",
    works: [first, { start: "8T10:10", people: ["ann"] }],
    over: 0,
  },
  {
    name: "another module has its own",
    works: [first, { start: "8T10:00", people: ["cleo"], moduleId: "zarya" }],
    over: 0,
  },
])("$name", ({ works, over }) => {
  expect(judge(moduleCapacity, planOf(works)).amount).toBe(over);
});

test("an unbroken stretch is one finding, with its peak", () => {
  const plan = planOf([first, { start: "8T10:10", people: ["cleo"] }, { start: "8T10:20", people: ["dan"] }]);
  // 10:10–10:20 one over, 10:20–10:30 two over: 10 + 20.
  const { violations, messages } = judge(moduleCapacity, plan);
  expect(messages).toEqual([
    "Nauka: up to 4 people where 2 may be (8 Oct 10:10–10:30), 30 people × min over.",
  ]);
  expect(violations[0]).toMatchObject({
    strips: ["s0", "s1", "s2"],
    people: ["ann", "bob", "cleo", "dan"],
  });
});

test.each([
  {
    name: "who exercises there counts while a placement stands",
    block: { kind: "exercise" as const },
    over: 20,
  },
  {
    name: "their device says where",
    block: { kind: "exercise" as const, moduleId: null, deviceId: "velo" },
    over: 20,
  },
  { name: "so does who is on duty there", block: {}, over: 20 },
  { name: "not who is elsewhere", block: { moduleId: "zarya" }, over: 0 },
  { name: "nor who sleeps behind a door", block: { kind: "sleep" as const }, over: 0 },
  { name: "nor once more who is called", block: { personId: "ann" }, over: 0 },
])("$name", ({ block, over }) => {
  const snapshot = planOf([first]);
  const person = ["ann", "bob", "cleo"].map((id) => row("person", id, { shortName: id }));
  const exerciseDevice = [row("exerciseDevice", "velo", { moduleId: "nauka" })];
  const crewBlock = [
    row("crewBlock", "b", {
      personId: "cleo",
      startsAt: at("8T10:10"),
      durationMin: 60,
      moduleId: "nauka",
      ...block,
    }),
  ];
  const { amount, messages } = judge(moduleCapacity, {
    ...snapshot,
    tables: { ...snapshot.tables, person, exerciseDevice, crewBlock },
  });
  expect(amount).toBe(over);
  if (over > 0)
    expect(messages).toEqual([
      "Nauka: up to 3 people where 2 may be (8 Oct 10:10–10:30), 20 people × min over; there but not called: cleo.",
    ]);
});

const inBlock = (personId: string, startsAt: string, durationMin: number, over: object = {}) =>
  row("crewBlock", `${personId}-${startsAt}`, {
    personId,
    startsAt: at(startsAt),
    durationMin,
    moduleId: "nauka",
    ...over,
  });
const crowded = (works: Parameters<typeof planOf>[0], blocks: readonly ReturnType<typeof inBlock>[]) => {
  const { tables } = planOf(works);
  return judge(moduleCapacity, plan({ ...tables, crewBlock: blocks })).findings;
};

test("only who is there in the crowd is named, whenever else they are; only strips that stand then", () => {
  const works = [first, { start: "8T10:30", people: ["ann"] }, { start: "8T10:50", people: ["ann", "dan"] }];
  // Cleo from 10:10 to 10:20 and again from 11:00: too many twice, ten minutes each.
  expect(crowded(works, [inBlock("cleo", "8T10:10", 10), inBlock("cleo", "8T11:00", 10)])).toEqual([
    "Nauka: up to 3 people where 2 may be (8 Oct 10:10–10:20), 10 people × min over; there but not called: cleo. | 10 hard | 8T10:10–8T10:20 | s0 | ann bob cleo",
    "Nauka: up to 3 people where 2 may be (8 Oct 11:00–11:10), 10 people × min over; there but not called: cleo. | 10 hard | 8T11:00–8T11:10 | s2 | ann dan cleo",
  ]);
  expect(crowded([first], [inBlock("cleo", "8T10:10", 10), inBlock("dan", "8T10:25", 60)])).toEqual([
    "Nauka: up to 3 people where 2 may be (8 Oct 10:10–10:20), 10 people × min over; there but not called: cleo. | 10 hard | 8T10:10–8T10:20 | s0 | ann bob cleo",
    "Nauka: up to 3 people where 2 may be (8 Oct 10:25–10:30), 5 people × min over; there but not called: dan. | 5 hard | 8T10:25–8T10:30 | s0 | ann bob dan",
  ]);
  expect(crowded([first], [inBlock("cleo", "8T10:10", 10), inBlock("dan", "8T10:20", 5)])).toEqual([
    "Nauka: up to 3 people where 2 may be (8 Oct 10:10–10:25), 15 people × min over; there but not called: cleo, dan. | 15 hard | 8T10:10–8T10:25 | s0 | ann bob cleo dan",
  ]);
});

test("between placements nobody is too many, and a block of no length is nobody", () => {
  const works = [
    { start: "8T10:00", people: ["ann"] },
    { start: "8T11:00", people: ["ann"] },
  ];
  expect(
    crowded(works, [
      inBlock("cleo", "8T10:30", 30),
      inBlock("dan", "8T10:30", 30),
      inBlock("bob", "8T10:30", 30),
    ]),
  ).toEqual([]);
  const touching = [
    { start: "8T10:00", people: ["ann"] },
    { start: "8T10:30", people: ["ann"] },
  ];
  expect(crowded(touching, [inBlock("cleo", "8T10:20", 20), inBlock("dan", "8T10:20", 20)])).toEqual([
    "Nauka: up to 3 people where 2 may be (8 Oct 10:20–10:40), 20 people × min over; there but not called: cleo, dan. | 20 hard | 8T10:20–8T10:40 | s0 s1 | ann cleo dan",
  ]);
});

test("who is there and not in the list of people is counted and not named", () => {
  expect(crowded([first], [inBlock("stranger", "8T10:10", 10)])).toEqual([
    "Nauka: up to 3 people where 2 may be (8 Oct 10:10–10:20), 10 people × min over. | 10 hard | 8T10:10–8T10:20 | s0 | ann bob",
  ]);
});

test("the optimiser is told whom a module concerns: where more may come than it holds", () => {
  const concerned = (
    works: Parameters<typeof planOf>[0],
    blocks: readonly ReturnType<typeof inBlock>[] = [],
  ) => {
    const facts = factsOf(plan({ ...planOf(works).tables, crewBlock: blocks }));
    return [...facts.placed.values()].map((placed) => moduleCapacity.view({}).concerns(placed, facts));
  };
  expect(concerned([first])).toEqual([false]);
  expect(concerned([first], [inBlock("cleo", "9T10:00", 10)])).toEqual([true]);
  expect(concerned([first], [inBlock("cleo", "9T10:00", 10, { kind: "exercise" })])).toEqual([true]);
  expect(concerned([first], [inBlock("cleo", "9T10:00", 10, { moduleId: "zarya" })])).toEqual([false]);
  expect(concerned([{ ...first, people: ["ann", "bob", "cleo"], moduleId: "gone" }])).toEqual([false]);
});
