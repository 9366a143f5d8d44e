import { describe, expect, test } from "vitest";
import { minutes } from "../../base/quantity.ts";
import { at, plan, row, shootDays } from "../../model/build.ts";
import type { OwnRule } from "../../model/rule-setting.ts";
import { check } from "../check.ts";
import { linesOf } from "../judge.ts";
import { shapes } from "./index.ts";

const place = (id: string, startsAt: string, shootMin = 60) =>
  row("strip", id, { sceneId: id, startsAt: at(startsAt), moduleId: "nauka", shootMin: minutes(shootMin) });
/** Scenes 1 and 2 with Dubrov in the morning and afternoon of the 8th, 3 on the 9th without him. */
const PLAN = plan({
  person: [row("person", "dubrov"), row("person", "shipenko")],
  role: [row("role", "doctor")],
  module: [row("module", "nauka")],
  kit: [row("kit", "lens")],
  shootDay: shootDays(8, 9),
  scene: ["1", "2", "3"].map((id) => row("scene", id, { moduleId: "nauka" })),
  strip: [place("1", "8T10:00"), place("2", "8T15:00", 90), place("3", "9T20:30")],
  setUp: [
    row("setUp", "1A", { sceneId: "1", stripId: "1", jobs: ["camera"], light: "day" }),
    row("setUp", "2A", { sceneId: "2", stripId: "2", tier: "nice", kitIds: ["lens"] }),
    row("setUp", "3A", { sceneId: "3", stripId: "3", roleIds: ["doctor"] }),
  ],
  assignment: [
    row("assignment", "a1", { stripId: "1", job: "camera", personId: "dubrov" }),
    row("assignment", "a2", { stripId: "2", job: "camera", personId: "dubrov" }),
    row("assignment", "a3", { stripId: "3", job: "camera", personId: "shipenko" }),
  ],
});
const person = (value: string) => ({ by: "person", value });
const scene = (value: string) => ({ by: "scene", value });
const any = { by: "any", value: "" };
const own = (shape: string, params: object, over: Partial<OwnRule> = {}) =>
  row("ownRule", `own-${shape}`, { shape, title: "House rule", params: params as never, ...over });
const judged = (...rules: OwnRule[]) =>
  check({ ...PLAN, tables: { ...PLAN.tables, ownRule: rules } }, []).findings;
const said = (...rules: OwnRule[]) => linesOf(judged(...rules));

test.each([
  {
    shape: "at-most",
    params: { what: person("dubrov") },
    says: [
      "House rule: 2 placements of dubrov on 8 Oct, 1 allowed. | 1 hard | 8T10:00–8T16:30 | 1 2 | nobody",
    ],
  },
  { shape: "at-most", params: { what: person("dubrov"), most: 2 }, says: [] },
  {
    shape: "at-most",
    params: { what: any, most: 2, days: 2 },
    says: [
      "House rule: 3 placements of anything in 2 days from 8 Oct, 2 allowed. | 1 hard | 8T10:00–9T21:30 | 1 2 3 | nobody",
    ],
  },
  {
    shape: "total-at-most",
    params: { what: person("dubrov"), mostMin: 120 },
    says: ["House rule: 2 h 30 of dubrov on 8 Oct, 2 h allowed. | 30 hard | 8T10:00–8T16:30 | 1 2 | dubrov"],
  },
  {
    shape: "total-at-most",
    params: { what: any, mostMin: 200, per: "plan" },
    says: ["House rule: 3 h 30 of anything, 3 h 20 allowed. | 10 hard | 8T10:00–9T21:30 | 1 2 3 | nobody"],
  },
  { shape: "total-at-most", params: { what: any, mostMin: 150 }, says: [] },
  {
    shape: "only-between",
    params: { what: any, from: "09:00", until: "16:00" },
    says: [
      "House rule: scene 2 (anything), 8 Oct 15:00–16:30, lies 30 min outside 09:00–16:00 GMT. | 30 hard | 8T16:00–8T16:30 | 2 | nobody",
      "House rule: scene 3 (anything), 9 Oct 20:30–21:30, lies 60 min outside 09:00–16:00 GMT. | 60 hard | 9T20:30–9T21:30 | 3 | nobody",
    ],
  },
  {
    shape: "only-between",
    params: { what: scene("3"), from: "20:00", until: "02:00" },
    says: [],
  },
  {
    shape: "needs",
    params: { what: any, needs: person("dubrov") },
    says: ["House rule: scene 3 (anything) has no dubrov. | 60 hard | 9T20:30–9T21:30 | 3 | dubrov"],
  },
  { shape: "needs", params: { what: any, needs: { by: "job", value: "camera" } }, says: [] },
  {
    shape: "before",
    params: { first: scene("2"), second: scene("1") },
    says: [
      "House rule: scene 1 begins 6 h 30 too early after scene 2. | 390 hard | 8T10:00–8T11:00 | 2 1 | nobody",
    ],
  },
  { shape: "before", params: { first: scene("1"), second: scene("2"), minLagMin: 240 }, says: [] },
  {
    shape: "before",
    params: { first: scene("1"), second: scene("2"), minLagMin: 241 },
    says: [
      "House rule: scene 2 begins 1 min too early after scene 1. | 1 hard | 8T15:00–8T16:30 | 1 2 | nobody",
    ],
  },
  {
    shape: "before",
    params: { first: scene("1"), second: scene("2"), maxLagMin: 60 },
    says: [
      "House rule: scene 2 begins 3 h too late after scene 1. | 180 hard | 8T15:00–8T16:30 | 1 2 | nobody",
    ],
  },
  {
    shape: "not-within",
    params: { what: scene("2"), of: scene("1"), minutes: 300 },
    says: [
      "House rule: scene 2 (scene 2), 8 Oct 15:00–16:30, lies 60 min nearer than 300 min to scene 1 (scene 1). | 60 hard | 8T15:00–8T16:30 | 2 1 | nobody",
    ],
  },
  { shape: "not-within", params: { what: any, of: any, minutes: 240 }, says: [] },
])("$shape $params", ({ shape, params, says }) => expect(said(own(shape, params))).toEqual(says));

test.each([
  { by: "role", value: "doctor", scenes: ["3"] },
  { by: "module", value: "nauka", scenes: ["1", "2", "3"] },
  { by: "job", value: "camera", scenes: ["1", "2", "3"] },
  { by: "light", value: "day", scenes: ["1"] },
  { by: "tier", value: "nice", scenes: ["2"] },
  { by: "unit", value: "main", scenes: ["1", "2", "3"] },
  { by: "unit", value: "ship", scenes: [] },
  { by: "kit", value: "lens", scenes: ["2"] },
])("a selection by $by $value", ({ scenes, ...what }) => {
  const found = judged(own("total-at-most", { what, mostMin: 0, per: "plan" }));
  expect(found.flatMap((f) => f.strips)).toEqual(scenes);
});

describe("what cannot be judged", () => {
  test.each([person("gone"), { by: "module", value: "gone" }, { by: "job", value: "astronaut" }])(
    "something that is not there: $by $value",
    (what) => {
      expect(said(own("at-most", { what }))).toEqual([
        `An own rule was not judged: it names the ${what.by} "${what.value}", which is not there. Change or remove the rule on the rules page. | unknown | no span | no strip`,
      ]);
    },
  );

  test.each([
    { shape: "at-most", params: { what: any, most: -1 } },
    { shape: "only-between", params: { what: any, from: "25:00" } },
    { shape: "no-such-shape", params: {} },
  ])("$shape with $params", ({ shape, params }) => {
    expect(said(own(shape, params))).toEqual([
      'Own rule "House rule" was not judged: its parameters do not fit. Set them again on the rules page. | unknown | no span | no strip',
    ]);
  });

  test("orders that run in a circle are said so once, beside what they find", () => {
    const one = own("before", { first: scene("1"), second: scene("2") }, { title: "One first" });
    const two = {
      ...own("before", { first: scene("2"), second: scene("1") }),
      id: "two" as never,
      title: "Two first",
    };
    const messages = judged(one, two).map((f) => f.message);
    expect(messages.at(-1)).toBe(
      'No plan can keep "One first" and "Two first": they order things in a circle. Change or remove one on the rules page.',
    );
    expect(messages.filter((m) => m.startsWith("No plan"))).toHaveLength(1);
  });
});

test("a rule that is switched off does not judge; a soft one costs points", () => {
  const rule = own("at-most", { what: person("dubrov") });
  expect(judged({ ...rule, isEnabled: false })).toEqual([]);
  expect(judged({ ...rule, level: "soft" })).toMatchObject([{ level: "soft", points: 1, amount: 1 }]);
});

test("every shape has its own id and says in a sentence what it is", () => {
  expect(new Set(shapes.map((s) => s.id)).size).toBe(shapes.length);
  for (const { sentence } of shapes) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
