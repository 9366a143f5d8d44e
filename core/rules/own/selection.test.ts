import { expect, test } from "vitest";
import { at, plan, row, shootDays } from "../../model/build.ts";
import { type Facts, factsOf } from "../../model/facts.ts";
import type { StripId } from "../../model/ids.ts";
import { ownRuleOf } from "./own-rule.ts";
import { isIn, nameOf, peopleOf, type Selection, selection } from "./selection.ts";

/** On the 8th Ann, who plays the doctor, directs for an hour and 40 min of it with Bob; the 9th and 10th are free. */
const PLAN = plan({
  person: [row("person", "ann", { shortName: "Ann" }), row("person", "bob")],
  role: [row("role", "doctor", { personId: "ann" }), row("role", "hero", { personId: null })],
  module: [row("module", "nauka"), row("module", "zarya")],
  kit: [row("kit", "lens"), row("kit", "lamp")],
  shootDay: shootDays(8, 9, 10),
  scene: [row("scene", "1", { moduleId: "nauka" })],
  strip: [row("strip", "s", { sceneId: "1", startsAt: at("8T10:00"), moduleId: "nauka", shootMin: 100 })],
  setUp: [
    row("setUp", "A", {
      sceneId: "1",
      stripId: "s",
      order: 0,
      takeMin: 60,
      jobs: ["direct"],
      roleIds: ["doctor"],
      light: "day",
      kitIds: ["lens"],
    }),
    row("setUp", "B", {
      sceneId: "1",
      stripId: "s",
      order: 1,
      takeMin: 40,
      jobs: ["direct", "camera"],
      roleIds: ["hero"],
      light: "any",
      tier: "nice",
      kitIds: ["lamp"],
    }),
  ],
  assignment: [
    row("assignment", "a", { stripId: "s", job: "direct", personId: "ann" }),
    row("assignment", "b", { stripId: "s", job: "camera", personId: "bob" }),
  ],
});
const FACTS = factsOf(PLAN);
const placed = FACTS.placed.get("s" as StripId);
if (!placed) throw new Error("a strip that stands");
const of = (by: Selection["by"], value: string) => ({ by, value });

test.each([
  { what: of("any", ""), is: true, name: "anything" },
  { what: of("person", "ann"), is: true, name: "Ann" },
  { what: of("person", "eve"), is: false, name: null },
  { what: of("role", "doctor"), is: true, name: "doctor" },
  { what: of("role", "hero"), is: true, name: "hero" },
  { what: of("role", "villain"), is: false, name: null },
  { what: of("module", "nauka"), is: true, name: "nauka" },
  { what: of("module", "zarya"), is: false, name: "zarya" },
  { what: of("scene", "1"), is: true, name: "scene 1" },
  { what: of("scene", "2"), is: false, name: null },
  { what: of("job", "camera"), is: true, name: "the job of camera operator" },
  { what: of("job", "spotter"), is: false, name: "the job of spotter" },
  { what: of("light", "day"), is: true, name: "a set-up that asks for day" },
  { what: of("light", "any"), is: true, name: "a set-up that asks for any light" },
  { what: of("light", "night"), is: false, name: "a set-up that asks for night" },
  { what: of("tier", "must"), is: true, name: "a must set-up" },
  { what: of("tier", "nice"), is: true, name: "a nice set-up" },
  { what: of("tier", "should"), is: false, name: "a should set-up" },
  { what: of("unit", "main"), is: true, name: "the main unit" },
  { what: of("unit", "ship"), is: false, name: "the ship unit" },
  { what: of("kit", "lens"), is: true, name: "lens" },
  { what: of("kit", "lamp"), is: true, name: "lamp" },
  { what: of("kit", "rope"), is: false, name: null },
])("of a placement of mixed set-ups, $what.by $what.value: $is, called $name", ({ what, is, name }) => {
  expect(isIn(what, placed)).toBe(is);
  expect(nameOf(what, FACTS)).toBe(name);
});

test("whom selections name: people, and who plays a role, each once", () => {
  expect(peopleOf([of("person", "bob"), of("role", "doctor"), of("person", "ann")], FACTS)).toEqual([
    "bob",
    "ann",
  ]);
  for (const nobody of [of("role", "hero"), of("role", "gone"), of("module", "doctor"), of("any", "doctor")])
    expect(peopleOf([nobody], FACTS)).toEqual([]);
});

test("a selection names something, or says that it is of anything", () => {
  expect(selection.safeParse(of("any", "")).success).toBe(true);
  expect(selection.safeParse(of("person", "")).success).toBe(false);
  expect(selection.safeParse(of("person", "x".repeat(64))).success).toBe(true);
  expect(selection.safeParse(of("person", "x".repeat(65))).success).toBe(false);
});

const viewOf = (shape: string, params: object, facts: Facts = FACTS) => {
  const view = ownRuleOf(row("ownRule", "own", { shape, title: "House rule", params: params as never })).view(
    params,
  );
  const caps = view.caps(facts).map(({ days, ...cap }) => ({ ...cap, days: days.map((day) => day.id) }));
  return { draws: view.draws(placed, facts), caps };
};
const [d8, d9, d10] = FACTS.days.map(({ id }) => id);

test.each([
  {
    shape: "at-most",
    params: { what: of("person", "ann"), most: 2 },
    draws: [{ account: "Ann", amount: 1 }],
    caps: [[d8], [d9], [d10]].map((days) => ({ account: "Ann", days, most: 2 })),
  },
  {
    shape: "at-most",
    params: { what: of("any", ""), most: 0, days: 2 },
    draws: [{ account: "anything", amount: 1 }],
    caps: [
      [d8, d9],
      [d9, d10],
    ].map((days) => ({ account: "anything", days, most: 0 })),
  },
  {
    shape: "at-most",
    params: { what: of("module", "zarya"), days: 3 },
    draws: [],
    caps: [{ account: "zarya", days: [d8, d9, d10], most: 1 }],
  },
  {
    shape: "at-most",
    params: { what: of("module", "zarya"), days: 5 },
    draws: [],
    caps: [{ account: "zarya", days: [d8, d9, d10], most: 1 }],
  },
  { shape: "at-most", params: { what: of("kit", "rope") }, draws: [], caps: [] },
  {
    shape: "total-at-most",
    params: { what: of("module", "nauka"), mostMin: 90 },
    draws: [{ account: "nauka", amount: 100 }],
    caps: [[d8], [d9], [d10]].map((days) => ({ account: "nauka", days, most: 90 })),
  },
  {
    shape: "total-at-most",
    params: { what: of("module", "zarya"), mostMin: 90, per: "plan" },
    draws: [],
    caps: [{ account: "zarya", days: [d8, d9, d10], most: 90 }],
  },
  { shape: "total-at-most", params: { what: of("kit", "rope") }, draws: [], caps: [] },
])("to the search $shape of $params is an account with caps", ({ shape, params, ...view }) => {
  expect(viewOf(shape, params)).toEqual(view);
});

test("of a person an account holds their own calls, not the whole placement", () => {
  const whole = placed.calls.find(({ personId }) => personId === ("bob" as never))?.span;
  if (!whole) throw new Error("a call");
  const { draws } = viewOf("total-at-most", { what: of("person", "bob") });
  expect(draws).toEqual([{ account: "bob", amount: (whole.end - whole.start) / 60 }]);
});

test("a plan without shoot days caps nothing by the day", () => {
  const none = factsOf(plan({ ...PLAN.tables, shootDay: [] }));
  expect(viewOf("at-most", { what: of("any", "") }, none).caps).toEqual([]);
  expect(viewOf("total-at-most", { what: of("any", "") }, none).caps).toEqual([]);
});
