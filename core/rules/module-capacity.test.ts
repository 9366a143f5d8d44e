import { expect, test } from "vitest";
import { at, plan, row } from "../model/build.ts";
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
