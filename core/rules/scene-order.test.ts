import { expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { factsOf } from "../model/facts.ts";
import { judge } from "./judge.ts";
import { sceneOrder } from "./scene-order.ts";
import { mends } from "./testing-mends.ts";

interface Over {
  readonly min?: number;
  readonly max?: number | null;
  readonly status?: "planned" | "shot";
}
/** Scene 7 needs the hair that scene 12 cuts. Strips of 30 min: 7a, 7b … of scene 7, 12a … of scene 12. */
const cutting = (
  starts: Readonly<Record<string, string | null>>,
  { min = 0, max = null, status = "planned" }: Over = {},
) =>
  plan({
    scene: ["7", "9", "12"].map((id) => row("scene", id)),
    strip: Object.entries(starts).map(([id, start]) =>
      row("strip", id, { sceneId: id.slice(0, -1), startsAt: start ? at(start) : null, status }),
    ),
    sceneOrder: [
      row("sceneOrder", "hair", {
        firstSceneId: "7",
        thenSceneId: "12",
        minLagMin: minutes(min),
        maxLagMin: max === null ? null : minutes(max),
        reason: "her hair is cut",
      }),
    ],
  });

test.each<{ name: string; starts: Record<string, string | null>; over?: Over; wrong: number }>([
  { name: "right after it is in order", starts: { "7a": "8T10:00", "12a": "8T10:30" }, wrong: 0 },
  { name: "a minute too early costs one", starts: { "7a": "8T10:00", "12a": "8T10:29" }, wrong: 1 },
  { name: "the day before costs all between", starts: { "7a": "8T10:00", "12a": "7T10:30" }, wrong: 1440 },
  {
    name: "the last part counts",
    starts: { "7a": "8T08:00", "7b": "8T12:00", "12a": "8T10:00" },
    wrong: 150,
  },
  {
    name: "and the first of the other",
    starts: { "7a": "8T10:00", "12a": "8T12:00", "12b": "8T09:00" },
    wrong: 90,
  },
  { name: "the lag is kept", starts: { "7a": "8T10:00", "12a": "8T11:30" }, over: { min: 60 }, wrong: 0 },
  {
    name: "a minute short of it",
    starts: { "7a": "8T10:00", "12a": "8T11:29" },
    over: { min: 60 },
    wrong: 1,
  },
  { name: "as late as may be", starts: { "7a": "8T10:00", "12a": "8T11:30" }, over: { max: 60 }, wrong: 0 },
  { name: "a minute later", starts: { "7a": "8T10:00", "12a": "8T11:31" }, over: { max: 60 }, wrong: 1 },
  { name: "what lies in the boneyard binds nobody", starts: { "7a": null, "12a": "8T10:00" }, wrong: 0 },
  { name: "nor does the other", starts: { "7a": "8T10:00", "12a": null }, wrong: 0 },
  {
    name: "what is shot does",
    starts: { "7a": "8T10:00", "12a": "8T09:00" },
    over: { status: "shot" },
    wrong: 90,
  },
])("$name", ({ starts, over, wrong }) => {
  const { amount, violations, unknown } = judge(sceneOrder, cutting(starts, over));
  expect([amount, violations.length, unknown]).toEqual([wrong, wrong > 0 ? 1 : 0, []]);
});

test("every part that breaks the order is named, and no other", () => {
  const starts = { "7a": "8T08:00", "7b": "8T12:00", "12a": "8T10:00", "12b": "8T13:00" };
  expect(judge(sceneOrder, cutting(starts)).violations[0]?.strips).toEqual(["7b", "12a"]);
});

test("a scene after itself is an order that nobody can keep", () => {
  const { tables } = cutting({ "7a": "8T10:00" });
  const orders = tables.sceneOrder.map((o) => ({ ...o, thenSceneId: o.firstSceneId }));
  expect(judge(sceneOrder, plan({ ...tables, sceneOrder: orders })).findings).toEqual([
    "Scene 7 is ordered after itself: name another. | unknown | no span | 7a",
  ]);
});

test("says which, how much, when, with which lag, and why", () => {
  const messages = (starts: Record<string, string>, over?: Over) =>
    judge(sceneOrder, cutting(starts, over)).messages;
  expect(messages({ "7a": "8T10:00", "12a": "8T09:45" })).toEqual([
    "Scene 12 comes 45 min too early after scene 7: scene 12 begins 8 Oct 09:45, scene 7 ends 8 Oct 10:30 (her hair is cut).",
  ]);
  expect(messages({ "7a": "8T10:00", "12a": "8T11:00" }, { min: 60 })).toEqual([
    "Scene 12 comes 30 min too early after scene 7: scene 12 begins 8 Oct 11:00, scene 7 ends 8 Oct 10:30 and at least 1 h between (her hair is cut).",
  ]);
  expect(messages({ "7a": "8T10:00", "12a": "8T12:00" }, { max: 60 })).toEqual([
    "Scene 12 comes 30 min too late after scene 7: scene 12 begins 8 Oct 12:00, scene 7 ends 8 Oct 10:30 and at most 1 h between (her hair is cut).",
  ]);
});

test("offers the second just after, the first just before, or the two exchanged", () => {
  expect(mends(sceneOrder, cutting({ "7a": "8T10:00", "12a": "8T08:00" }))).toEqual([
    ["Scene 12 to 8 Oct 10:30", 0],
    ["Scene 7 to 8 Oct 07:30", 0],
    ["Scenes 7 and 12 change places", 0],
  ]);
  expect(mends(sceneOrder, cutting({ "7a": "8T10:00", "12a": "8T14:00" }, { max: 60 }))).toEqual([
    ["Scene 12 to 8 Oct 11:30", 0],
    ["Scene 7 to 8 Oct 12:30", 0],
  ]);
  expect(mends(sceneOrder, cutting({ "7a": "8T10:00", "12a": "8T08:00" }, { status: "shot" }))).toEqual([]);
});

test("a finding spans what lies between; none where both begin and end at once", () => {
  const spanOf = (starts: Record<string, string>, over?: Over) =>
    judge(sceneOrder, cutting(starts, over)).violations[0]?.span;
  expect(spanOf({ "7a": "8T10:00", "12a": "8T09:00" })).toEqual({ start: at("8T09:00"), end: at("8T10:30") });
  expect(spanOf({ "7a": "8T10:00", "12a": "8T12:00" }, { max: 60 })).toEqual({
    start: at("8T10:30"),
    end: at("8T12:00"),
  });
  expect(spanOf({ "7a": "8T10:00", "12a": "8T10:30" }, { min: 60 })).toBeNull();
});

test("parts that just keep the lag are not named; of what comes too late, the two that are too far apart", () => {
  const early = { "7a": "8T08:00", "7b": "8T12:00", "12a": "8T08:30", "12b": "8T12:30" };
  expect(judge(sceneOrder, cutting(early)).violations).toMatchObject([{ strips: ["7b", "12a"], people: [] }]);
  const late = { "7a": "8T08:00", "7b": "8T09:00", "12a": "8T12:00", "12b": "8T13:00" };
  expect(judge(sceneOrder, cutting(late, { max: 60 })).violations).toMatchObject([{ strips: ["7b", "12a"] }]);
});

test("of two only what is not shot is offered", () => {
  const { tables } = cutting({ "7a": "8T10:00", "12a": "8T08:00" });
  const shot = (id: string) =>
    plan({
      ...tables,
      strip: tables.strip.map((s) => (s.id === id ? { ...s, status: "shot" as const } : s)),
    });
  expect(mends(sceneOrder, shot("7a"))).toEqual([["Scene 12 to 8 Oct 10:30", 0]]);
  expect(mends(sceneOrder, shot("12a"))).toEqual([["Scene 7 to 8 Oct 07:30", 0]]);
});

test("an order of scenes without a strip says nothing", () => {
  expect(judge(sceneOrder, cutting({ "9a": "8T10:00" })).findings).toEqual([]);
});

test("the optimiser is told the orders of strips, the longest lag only between whole scenes", () => {
  const ordersOf = (strips: Readonly<Record<string, string | null>>, over?: Over) => {
    const facts = factsOf(cutting(strips, over));
    return sceneOrder.view({}).orders([...facts.strips.values()], facts);
  };
  const whole = { "7a": null, "9a": null, "12a": null };
  expect(ordersOf(whole, { min: 5, max: 60 })).toEqual([
    { first: "7a", second: "12a", minMin: 5, maxMin: 60 },
  ]);
  expect(ordersOf({ ...whole, "12b": null }, { max: 60 })).toEqual([
    { first: "7a", second: "12a", minMin: 0, maxMin: null },
    { first: "7a", second: "12b", minMin: 0, maxMin: null },
  ]);
  expect(ordersOf({ "9a": null })).toEqual([]);
  const facts = factsOf(cutting(whole));
  const itself = facts.sceneOrders.map((o) => ({ ...o, thenSceneId: o.firstSceneId }));
  const parts = factsOf(cutting({ "7a": null, "7b": null }));
  expect(sceneOrder.view({}).orders([...parts.strips.values()], { ...facts, sceneOrders: itself })).toEqual(
    [],
  );
});

test("with no orders nothing is asked; a scene that is not placed is named by its id", () => {
  const { tables } = cutting({ "7a": "8T10:00", "12a": "8T08:00" });
  expect(judge(sceneOrder, plan({ ...tables, sceneOrder: [] })).findings).toEqual([]);
  const itself = tables.sceneOrder.map((o) => ({ ...o, thenSceneId: o.firstSceneId }));
  const nowhere = tables.strip.map((s) => ({ ...s, startsAt: null }));
  expect(judge(sceneOrder, plan({ ...tables, strip: nowhere, sceneOrder: itself })).findings).toEqual([
    "Scene 7 is ordered after itself: name another. | unknown | no span | no strip",
  ]);
});

test("of parts that end together the one that is named first by start", () => {
  const starts = { "7a": "8T10:00", "7b": "8T10:00", "12a": "8T09:00" };
  expect(judge(sceneOrder, cutting(starts)).findings).toEqual([
    "Scene 12 comes 1 h 30 too early after scene 7: scene 12 begins 8 Oct 09:00, scene 7 ends 8 Oct 10:30 (her hair is cut). | 90 hard | 8T09:00–8T10:30 | 7a 7b 12a | nobody",
  ]);
});
