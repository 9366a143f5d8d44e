import { describe, expect, test } from "vitest";
import { minutes } from "../../base/quantity.ts";
import { at, plan, row, shootDays } from "../../model/build.ts";
import { factsOf } from "../../model/facts.ts";
import type { OwnRule } from "../../model/rule-setting.ts";
import { check, startCheck } from "../check.ts";
import { allInForce, titleOf } from "../in-force.ts";
import { judge, linesOf } from "../judge.ts";
import { parameterProblems } from "../parameters/problems.ts";
import { contradictions } from "./contradictions.ts";
import { shapes } from "./index.ts";
import { isCalledByWhatItAsks, ownRuleOf, ownRulesOf, sentenceOf } from "./own-rule.ts";
import { goneOf } from "./selection.ts";

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
    says: ["2 placements of dubrov on 8 Oct, 1 allowed. | 1 hard | 8T10:00–8T16:30 | 1 2 | dubrov"],
  },
  { shape: "at-most", params: { what: person("dubrov"), most: 2 }, says: [] },
  {
    shape: "at-most",
    params: { what: any, most: 2, days: 2 },
    says: [
      "3 placements of anything in 2 days from 8 Oct, 2 allowed. | 1 hard | 8T10:00–9T21:30 | 1 2 3 | nobody",
    ],
  },
  {
    shape: "total-at-most",
    params: { what: person("dubrov"), mostMin: 120 },
    says: ["2 h 30 of dubrov on 8 Oct, 2 h allowed. | 30 hard | 8T10:00–8T16:30 | 1 2 | dubrov"],
  },
  {
    shape: "total-at-most",
    params: { what: any, mostMin: 200, per: "plan" },
    says: ["3 h 30 of anything, 3 h 20 allowed. | 10 hard | 8T10:00–9T21:30 | 1 2 3 | nobody"],
  },
  { shape: "total-at-most", params: { what: any, mostMin: 150 }, says: [] },
  {
    shape: "only-between",
    params: { what: any, from: "09:00", until: "16:00" },
    says: [
      "Scene 2 (anything), 8 Oct 15:00–16:30, lies 30 min outside 09:00–16:00 GMT. | 30 hard | 8T16:00–8T16:30 | 2 | nobody",
      "Scene 3 (anything), 9 Oct 20:30–21:30, lies 1 h outside 09:00–16:00 GMT. | 60 hard | 9T20:30–9T21:30 | 3 | nobody",
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
    says: ["Scene 3 (anything) is without dubrov. | 60 hard | 9T20:30–9T21:30 | 3 | dubrov"],
  },
  { shape: "needs", params: { what: any, needs: { by: "job", value: "camera" } }, says: [] },
  {
    shape: "before",
    params: { first: scene("2"), second: scene("1") },
    says: ["Scene 1 begins 6 h 30 too early after scene 2. | 390 hard | 8T10:00–8T11:00 | 2 1 | nobody"],
  },
  { shape: "before", params: { first: scene("1"), second: scene("2"), minLagMin: 240 }, says: [] },
  {
    shape: "before",
    params: { first: scene("1"), second: scene("2"), minLagMin: 241 },
    says: ["Scene 2 begins 1 min too early after scene 1. | 1 hard | 8T15:00–8T16:30 | 1 2 | nobody"],
  },
  {
    shape: "before",
    params: { first: scene("1"), second: scene("2"), maxLagMin: 60 },
    says: ["Scene 2 begins 3 h too late after scene 1. | 180 hard | 8T15:00–8T16:30 | 1 2 | nobody"],
  },
  {
    shape: "not-within",
    params: { what: scene("2"), of: scene("1"), minutes: 300 },
    says: [
      "Scene 2 (scene 2), 8 Oct 15:00–16:30, lies 1 h nearer than 5 h to scene 1 (scene 1). | 60 hard | 8T15:00–8T16:30 | 2 1 | nobody",
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
        `Own rule "House rule" was not judged: it names a ${what.by} that is gone. Change or remove it on the rules page. | unknown | no span | no strip`,
      ]);
    },
  );

  test.each([
    {
      shape: "at-most",
      params: { what: any, most: -1 },
      why: "At most: −1 placements is too little. Use a whole number, 0 to 100 placements.",
    },
    {
      shape: "only-between",
      params: { what: any, from: "25:00" },
      why: 'From: "25:00" does not fit. Use a time such as 09:30 GMT.',
    },
    {
      shape: "before",
      params: { first: any, second: scene("1"), minLagMin: 60, maxLagMin: 30 },
      why: "Longest time between: 30 min is less than the shortest that is set. Use a whole number, 0 to 86,400 min, or nothing.",
    },
    {
      shape: "needs",
      params: { what: person(""), needs: any },
      why: "What: choose whom or what it speaks of.",
    },
  ])("$shape with $params", ({ shape, params, why }) => {
    expect(said(own(shape, params))).toEqual([
      `Own rule "House rule" was not judged: its parameters do not fit. ${why} Set them again on the rules page. | unknown | no span | no strip`,
    ]);
  });

  test.each(["hard", "soft"] as const)("a %s rule of a shape that is not known", (level) => {
    expect(linesOf(judged(own("tide", { most: 3 }, { level, title: "No ebb" })))).toEqual([
      'Own rule "No ebb" was not judged: there is no shape "tide". Change or remove it on the rules page. | unknown | no span | no strip',
    ]);
    expect(judged(own("tide", {}, { level }))).toMatchObject([{ level, groupKey: "plan" }]);
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

/** Half an hour each of scene 1, at the given times; with Dubrov, a camera operator, where the word ends in d. */
const standing = (...starts: readonly string[]) =>
  plan({
    person: [row("person", "dubrov")],
    module: [row("module", "nauka")],
    shootDay: shootDays(8, 9, 10, 11),
    scene: [row("scene", "1"), row("scene", "2")],
    strip: starts.map((start, i) =>
      row("strip", `s${i}`, {
        sceneId: start.startsWith("!") ? "2" : "1",
        startsAt: at(start.replace(/[!d]/g, "")),
        rigMin: minutes(5),
      }),
    ),
    assignment: starts.flatMap((start, i) =>
      start.endsWith("d")
        ? [row("assignment", `a${i}`, { stripId: `s${i}`, job: "direct", personId: "dubrov" })]
        : [],
    ),
  });
const found = (shape: string, params: object, ...starts: readonly string[]) =>
  judge(ownRuleOf(own(shape, params)), standing(...starts), params).findings;

test("at most: every stretch of days with too many is one, and begins where something stands", () => {
  const most = (days: number, n: number, ...starts: readonly string[]) =>
    found("at-most", { what: any, most: n, days }, ...starts);
  expect(most(2, 1, "8T10:00", "10T10:00")).toEqual([]);
  expect(most(2, 1, "8T10:00", "9T10:00", "10T10:00", "11T10:00")).toEqual([
    "2 placements of anything in 2 days from 8 Oct, 1 allowed. | 1 hard | 8T10:00–9T10:35 | s0 s1 | nobody",
    "2 placements of anything in 2 days from 10 Oct, 1 allowed. | 1 hard | 10T10:00–11T10:35 | s2 s3 | nobody",
  ]);
  expect(most(3, 2, "8T10:00", "9T10:00", "10T10:00", "11T10:00")).toEqual([
    "3 placements of anything in 3 days from 8 Oct, 2 allowed. | 1 hard | 8T10:00–10T10:35 | s0 s1 s2 | nobody",
  ]);
  expect(most(1, 0, "9T10:00", "11T10:00")).toEqual([
    "1 placement of anything on 9 Oct, 0 allowed. | 1 hard | 9T10:00–9T10:35 | s0 | nobody",
    "1 placement of anything on 11 Oct, 0 allowed. | 1 hard | 11T10:00–11T10:35 | s1 | nobody",
  ]);
  expect(most(1, 0, "20T10:00")).toEqual([]);
  expect(found("at-most", { what: scene("2"), most: 0 }, "8T10:00", "!8T12:00")).toEqual([
    "1 placement of scene 2 on 8 Oct, 0 allowed. | 1 hard | 8T12:00–8T12:35 | s1 | nobody",
  ]);
});

test("before: the last of the first and the first of the second that is another, to the minute", () => {
  const order = (params: object, ...starts: readonly string[]) =>
    found("before", { first: scene("1"), second: scene("2"), ...params }, ...starts);
  expect(order({}, "8T10:00", "!8T10:35")).toEqual([]);
  expect(order({}, "8T10:00", "!8T10:34")).toEqual([
    "Scene 2 begins 1 min too early after scene 1. | 1 hard | 8T10:34–8T11:09 | s0 s1 | nobody",
  ]);
  expect(order({}, "8T10:00", "8T14:00", "!8T12:00", "!8T16:00")).toEqual([
    "Scene 2 begins 2 h 35 too early after scene 1. | 155 hard | 8T12:00–8T12:35 | s1 s2 | nobody",
  ]);
  expect(order({ maxLagMin: 60 }, "8T10:00", "!8T11:35")).toEqual([]);
  expect(order({ maxLagMin: 60 }, "8T10:00", "!8T11:36")).toEqual([
    "Scene 2 begins 1 min too late after scene 1. | 1 hard | 8T11:36–8T12:11 | s0 s1 | nobody",
  ]);
  expect(order({}, "8T10:00")).toEqual([]);
  expect(order({}, "!8T10:00")).toEqual([]);
  expect(found("before", { first: any, second: scene("1") }, "8T10:00", "8T10:00")).toEqual([
    "Scene 1 begins 35 min too early after anything. | 35 hard | 8T10:00–8T10:35 | s0 s1 | nobody",
  ]);
  expect(found("before", { first: any, second: scene("1") }, "8T10:00")).toEqual([]);
});

test("needs: the whole placement counts, and whom it lacks is named where it is a person", () => {
  expect(found("needs", { what: any, needs: person("dubrov") }, "8T10:00", "8T12:00d")).toEqual([
    "Scene 1 (anything) is without dubrov. | 35 hard | 8T10:00–8T10:35 | s0 | dubrov",
  ]);
  expect(found("needs", { what: any, needs: { by: "job", value: "direct" } }, "8T10:00", "8T12:00d")).toEqual(
    ["Scene 1 (anything) is without the job of director. | 35 hard | 8T10:00–8T10:35 | s0 | nobody"],
  );
});

test("not within: every pair once, the nearest side counts, and overlapping is no nearer than touching", () => {
  const near = (distance: number, ...starts: readonly string[]) =>
    found("not-within", { what: any, of: any, minutes: distance }, ...starts);
  expect(near(60, "8T10:00", "8T11:35")).toEqual([]);
  expect(near(60, "8T10:00", "8T11:34")).toEqual([
    "Scene 1 (anything), 8 Oct 10:00–10:35, lies 1 min nearer than 1 h to scene 1 (anything). | 1 hard | 8T10:00–8T10:35 | s0 s1 | nobody",
  ]);
  expect(near(60, "8T10:00", "8T10:05", "8T10:45")).toEqual([
    "Scene 1 (anything), 8 Oct 10:00–10:35, lies 1 h nearer than 1 h to scene 1 (anything). | 60 hard | 8T10:00–8T10:35 | s0 s1 | nobody",
    "Scene 1 (anything), 8 Oct 10:00–10:35, lies 50 min nearer than 1 h to scene 1 (anything). | 50 hard | 8T10:00–8T10:35 | s0 s2 | nobody",
    "Scene 1 (anything), 8 Oct 10:05–10:40, lies 55 min nearer than 1 h to scene 1 (anything). | 55 hard | 8T10:05–8T10:40 | s1 s2 | nobody",
  ]);
  expect(
    found("not-within", { what: scene("2"), of: scene("1"), minutes: 30 }, "8T10:00", "!8T10:40", "8T11:20"),
  ).toEqual([
    "Scene 2 (scene 2), 8 Oct 10:40–11:15, lies 25 min nearer than 30 min to scene 1 (scene 1). | 25 hard | 8T10:40–8T11:15 | s1 s0 | nobody",
    "Scene 2 (scene 2), 8 Oct 10:40–11:15, lies 25 min nearer than 30 min to scene 1 (scene 1). | 25 hard | 8T10:40–8T11:15 | s1 s2 | nobody",
  ]);
  // Neither what is near to his without being of scene 2, nor what of scene 2 is near to another's, and he is named.
  expect(
    found(
      "not-within",
      { what: person("dubrov"), of: scene("2"), minutes: 120 },
      ...["8T10:00", "8T10:40d", "!8T11:20", "8T12:00"],
    ),
  ).toEqual([
    "Scene 1 (dubrov), 8 Oct 10:40–11:15, lies 1 h 55 nearer than 2 h to scene 2 (scene 2). | 115 hard | 8T10:40–8T11:15 | s1 s2 | dubrov",
  ]);
});

test("only between: hours of every date, also over midnight, also all day", () => {
  const between = (from: string, until: string, ...starts: readonly string[]) =>
    found("only-between", { what: any, from, until }, ...starts);
  expect(between("10:00", "12:00", "8T10:00", "8T11:25", "9T10:00")).toEqual([]);
  expect(between("10:00", "12:00", "8T09:59", "8T11:26")).toEqual([
    "Scene 1 (anything), 8 Oct 09:59–10:34, lies 1 min outside 10:00–12:00 GMT. | 1 hard | 8T09:59–8T10:00 | s0 | nobody",
    "Scene 1 (anything), 8 Oct 11:26–12:01, lies 1 min outside 10:00–12:00 GMT. | 1 hard | 8T12:00–8T12:01 | s1 | nobody",
  ]);
  expect(between("22:30", "02:15", "8T22:30", "9T01:40")).toEqual([]);
  expect(between("22:30", "02:15", "8T22:20", "9T01:50")).toEqual([
    "Scene 1 (anything), 8 Oct 22:20–22:55, lies 10 min outside 22:30–02:15 GMT. | 10 hard | 8T22:20–8T22:30 | s0 | nobody",
    "Scene 1 (anything), 9 Oct 01:50–02:25, lies 10 min outside 22:30–02:15 GMT. | 10 hard | 9T02:15–9T02:25 | s1 | nobody",
  ]);
  expect(between("10:00", "10:00", "8T09:50", "8T23:50")).toEqual([]);
  expect(between("23:00", "00:10", "8T23:45")).toEqual([
    "Scene 1 (anything), 8 Oct 23:45 – 9 Oct 00:20, lies 10 min outside 23:00–00:10 GMT. | 10 hard | 9T00:10–9T00:20 | s0 | nobody",
  ]);
});

test("total at most: of a person their own calls, else the placements; what is on no day by itself", () => {
  const total = (what: object, mostMin: number, ...starts: readonly string[]) =>
    found("total-at-most", { what, mostMin }, ...starts);
  expect(total(person("dubrov"), 60, "8T10:00d", "8T12:00d", "8T14:00")).toEqual([]);
  expect(total(person("dubrov"), 59, "8T10:00d", "8T12:00d", "9T14:00d")).toEqual([
    "1 h of dubrov on 8 Oct, 59 min allowed. | 1 hard | 8T10:00–8T12:35 | s0 s1 | dubrov",
  ]);
  expect(total(any, 69, "8T10:00", "8T12:00", "20T12:00", "21T12:00")).toEqual([
    "1 h 10 of anything on 8 Oct, 1 h 09 allowed. | 1 hard | 8T10:00–8T12:35 | s0 s1 | nobody",
    "1 h 10 of anything on 20 Oct, 1 h 09 allowed. | 1 hard | 20T12:00–21T12:35 | s2 s3 | nobody",
  ]);
  expect(total(any, 70, "8T10:00", "8T12:00")).toEqual([]);
});

test.each([
  { by: "role", value: "doctor", name: "doctor" },
  { by: "module", value: "nauka", name: "nauka" },
  { by: "scene", value: "1", name: "scene 1" },
  { by: "job", value: "camera", name: "the job of camera operator" },
  { by: "light", value: "day", name: "a set-up that asks for day" },
  { by: "tier", value: "nice", name: "a nice set-up" },
  { by: "unit", value: "main", name: "the main unit" },
  { by: "kit", value: "lens", name: "lens" },
  { by: "any", value: "", name: "anything" },
])("$by $value is called $name", ({ name, ...what }) => {
  expect(judged(own("total-at-most", { what, mostMin: 0, per: "plan" }))[0]?.message).toContain(
    ` of ${name}, 0 min allowed.`,
  );
});

test.each([
  { by: "role", value: "gone" },
  { by: "scene", value: "gone" },
  { by: "kit", value: "gone" },
  { by: "light", value: "dim" },
  { by: "tier", value: "gone" },
  { by: "unit", value: "gone" },
])("$by $value is not there: the shape does not judge", (what) => {
  for (const params of [
    { what },
    { first: any, second: what },
    { what: any, needs: what },
    { what: any, of: what },
  ])
    for (const { id } of shapes) {
      const rule = ownRuleOf(own(id, params));
      if (!rule.params.safeParse(params).success) continue;
      if (
        !Object.values(params).every(
          (value) =>
            value === any || JSON.stringify(rule.params.parse(params)).includes(JSON.stringify(value)),
        )
      )
        continue;
      const { violations, unknown } = judge(rule, PLAN, params);
      expect([violations, unknown.length]).toEqual([[], 1]);
      expect(unknown[0]).toContain(`names ${goneOf(what.by)}`);
    }
});

test("an own rule is the production's, with its reason or none", () => {
  const { id, level, source, sentence } = ownRuleOf(
    own("at-most", {}, { level: "soft", reason: "Agreed on the 1st." }),
  );
  expect({ id, level, source, sentence }).toEqual({
    id: "own:own-at-most",
    level: "soft",
    source: "Agreed on the 1st.",
    sentence: "House rule",
  });
  expect(ownRuleOf(own("at-most", {}, { reason: "" })).source).toBe("Set by the production.");
  const unheardOf = ownRuleOf(own("no-such-shape", {}, { reason: "" }));
  expect([unheardOf.id, unheardOf.sentence, unheardOf.source, unheardOf.unit]).toEqual([
    "own:own-no-such-shape",
    "House rule",
    "Set by the production.",
    "",
  ]);
});

describe("circles", () => {
  const order = (id: string, first: object, second: object, over: Partial<OwnRule> = {}) =>
    ({ ...own("before", { first, second }, over), id: id as never }) as OwnRule;
  const circles = (...rules: OwnRule[]) =>
    contradictions(rules).map((found) => found.rules.map((rule) => rule.id as string));
  const [a, b, c] = [scene("1"), scene("2"), scene("3")];

  test("are found whatever their length, each once", () => {
    expect(circles(order("ab", a, b), order("bc", b, c))).toEqual([]);
    expect(circles(order("ab", a, b), order("ba", b, a))).toEqual([["ab", "ba"]]);
    expect(circles(order("ab", a, b), order("bc", b, c), order("ca", c, a))).toEqual([["ab", "bc", "ca"]]);
    expect(circles(order("aa", a, a))).toEqual([]);
    expect(
      circles(order("ca", c, a), order("x", c, scene("4")), order("ab", a, b), order("bc", b, c)),
    ).toEqual([["ca", "ab", "bc"]]);
    expect(
      circles(order("ab", a, b), order("ba", b, a), order("cd", c, person("d")), order("dc", person("d"), c)),
    ).toEqual([
      ["ab", "ba"],
      ["cd", "dc"],
    ]);
  });

  test("are of orders that are in force and can be read; a person is no scene of the same name", () => {
    expect(circles(order("ab", a, b), order("ba", b, a, { isEnabled: false }))).toEqual([]);
    expect(circles(order("ab", a, b), order("ba", b, a, { shape: "needs" }))).toEqual([]);
    expect(circles(order("ab", a, b), order("ba", b, a, { params: { first: b } as never }))).toEqual([]);
    expect(circles(order("ab", a, b), order("ba", person("2"), a))).toEqual([]);
  });
});

describe("other rules that no plan can keep", () => {
  const found = (...rules: OwnRule[]) =>
    contradictions(rules).map((each) => `${each.rules.map((rule) => rule.id).join(" ")}: ${each.why}`);
  const order = (id: string, minLagMin: number, maxLagMin: number | null, second = scene("2")) => ({
    ...own("before", { first: scene("1"), second, minLagMin, maxLagMin }),
    id: id as OwnRule["id"],
  });
  const hours = (id: string, from: string, until: string, what: object = person("dubrov")) => ({
    ...own("only-between", { what, from, until }),
    id: id as OwnRule["id"],
  });
  const LAGS = "one asks for more time between than the other allows";
  const HOURS = "there is no hour that both allow";

  test.each([
    { name: "times between that meet", rules: [order("a", 60, null), order("b", 0, 60)], says: [] },
    {
      name: "times between that do not",
      rules: [order("a", 61, null), order("b", 0, 60)],
      says: [`a b: ${LAGS}`],
    },
    { name: "the other way round", rules: [order("a", 0, 60), order("b", 61, null)], says: [`a b: ${LAGS}`] },
    {
      name: "times between other scenes",
      rules: [order("a", 61, null), order("b", 0, 60, scene("3"))],
      says: [],
    },
    {
      name: "hours that meet",
      rules: [hours("a", "09:00", "12:00"), hours("b", "11:59", "13:00")],
      says: [],
    },
    {
      name: "hours that only touch",
      rules: [hours("a", "09:00", "12:00"), hours("b", "12:00", "13:00")],
      says: [`a b: ${HOURS}`],
    },
    {
      name: "hours over midnight",
      rules: [hours("a", "22:00", "02:00"), hours("b", "01:00", "03:00")],
      says: [],
    },
    {
      name: "hours over midnight that do not meet",
      rules: [hours("a", "22:00", "02:00"), hours("b", "02:00", "22:00")],
      says: [`a b: ${HOURS}`],
    },
    { name: "all day", rules: [hours("a", "09:00", "09:00"), hours("b", "03:00", "04:00")], says: [] },
    {
      name: "hours of others",
      rules: [hours("a", "09:00", "12:00"), hours("b", "13:00", "14:00", scene("1"))],
      says: [],
    },
    {
      name: "hours of which one is off",
      rules: [hours("a", "09:00", "12:00"), { ...hours("b", "13:00", "14:00"), isEnabled: false }],
      says: [],
    },
  ])("$name", ({ rules, says }) => expect(found(...rules)).toEqual(says));
});

test.each([
  {
    shape: "before",
    params: { first: scene("1"), second: scene("1") },
    says: "Then: the same comes first, and nothing comes before itself.",
  },
  {
    shape: "before",
    params: { first: any, second: { by: "any", value: "x" } },
    says: "Then: the same comes first, and nothing comes before itself.",
  },
  { shape: "before", params: { first: scene("1"), second: person("1") }, says: null },
  { shape: "before", params: { first: scene("1"), second: scene("2") }, says: null },
  {
    shape: "before",
    params: { first: scene("1"), second: { by: "scene", value: "" } },
    says: "Then: choose whom or what it speaks of.",
  },
  {
    shape: "needs",
    params: { what: person("dubrov"), needs: person("dubrov") },
    says: "Needs: the same needs it, and whatever is there has itself.",
  },
  { shape: "needs", params: { what: person("dubrov"), needs: person("shipenko") }, says: null },
])("$shape of $params: $says", ({ shape, params, says }) => {
  const schema = shapes.find(({ id }) => id === shape)!.params;
  expect(parameterProblems(schema, params).map(({ message }) => message)).toEqual(says ? [says] : []);
});

test("a circle is one finding of the whole plan, hard where one of its orders is", () => {
  const order = (id: string, first: object, second: object, level: "hard" | "soft") =>
    ({ ...own("before", { first, second }, { level, title: id }), id: id as never }) as OwnRule;
  const of = (one: "hard" | "soft", two: "hard" | "soft") =>
    judged(order("ab", scene("1"), scene("2"), one), order("ba", scene("2"), scene("1"), two)).at(-1);
  expect(of("soft", "hard")).toEqual({
    id: "own:ab+own:ba|plan?|circle",
    ruleId: "own:ab",
    kind: "unknown",
    level: "hard",
    amount: 0,
    unit: "",
    points: 0,
    waiverId: null,
    span: null,
    strips: [],
    people: [],
    groupKey: "plan",
    message:
      'No plan can keep "ab" and "ba": they order things in a circle. Change or remove one on the rules page.',
  });
  expect(of("hard", "soft")?.level).toBe("hard");
  expect(of("soft", "soft")?.level).toBe("soft");
});

test.each([
  {
    shape: "at-most",
    params: { what: person("dubrov"), most: 2 },
    says: "At most 2 placements of dubrov a shoot day",
  },
  {
    shape: "at-most",
    params: { what: scene("3"), most: 0, days: 2 },
    says: "No placement of scene 3 in 2 shoot days that follow each other",
  },
  {
    shape: "total-at-most",
    params: { what: any, mostMin: 90 },
    says: "At most 1 h 30 of anything a shoot day",
  },
  {
    shape: "total-at-most",
    params: { what: any, mostMin: 60, per: "plan" },
    says: "At most 1 h of anything in the whole plan",
  },
  { shape: "only-between", params: { what: scene("3") }, says: "Scene 3 only between 09:00 and 18:00 GMT" },
  {
    shape: "needs",
    params: { what: scene("3"), needs: person("dubrov") },
    says: "Scene 3 needs dubrov on the same placement",
  },
  { shape: "before", params: { first: scene("1"), second: scene("3") }, says: "Scene 1 before scene 3" },
  {
    shape: "before",
    params: { first: scene("1"), second: scene("3"), minLagMin: 60, maxLagMin: 150 },
    says: "Scene 1 before scene 3, at least 1 h and at most 2 h 30 between",
  },
  {
    shape: "not-within",
    params: { what: scene("1"), of: person("gone") },
    says: "Scene 1 not within 1 h of a person that is gone",
  },
  { shape: "at-most", params: { what: any, most: -1 }, says: null },
  { shape: "tide", params: {}, says: null },
])("$shape with $params says in a sentence: $says", ({ shape, params, says }) => {
  expect(sentenceOf(own(shape, params), factsOf(PLAN))).toBe(says);
});

describe("what an own rule is called by", () => {
  const asks = (what: object, title: string, shape = "at-most") =>
    isCalledByWhatItAsks(own(shape, { what, most: 1, needs: scene("1") }, { title }));
  test.each([
    {
      name: "its sentence",
      what: person("dubrov"),
      title: "At most 1 placement of dubrov a shoot day",
      is: true,
    },
    {
      name: "its sentence, with one who is gone since",
      what: person("gone"),
      title: "At most 1 placement of Loose (stand-in) a shoot day",
      is: true,
    },
    {
      name: "another number",
      what: person("dubrov"),
      title: "At most 2 placements of dubrov a shoot day",
      is: false,
    },
    { name: "words of its own", what: person("dubrov"), title: "Dubrov once a day", is: false },
    { name: "of a shape that is not known", what: any, title: "At most", shape: "never", is: false },
    {
      name: "a sentence that begins with a name",
      what: person("x"),
      shape: "needs",
      title: "Klim needs scene 9 on the same placement",
      is: true,
    },
  ])("$name: $is", ({ what, title, shape, is }) => expect(asks(what, title, shape)).toBe(is));
});

describe("a rule that is called by what it asks", () => {
  const near = (title: string) =>
    own(
      "not-within",
      { what: person("dubrov"), of: { by: "module", value: "nauka" }, minutes: 600 },
      { title },
    );
  const titled = (title: string, tables: Partial<typeof PLAN.tables> = {}) =>
    ownRulesOf({ ...PLAN.tables, ...tables, ownRule: [near(title)] })[0]?.title;
  const renamed = { person: [row("person", "dubrov", { shortName: "Piotr" }), row("person", "shipenko")] };

  test("goes with the names of those it names", () => {
    expect(titled("Dubrov not within 10 h of nauka", renamed)).toBe("Piotr not within 10 h of nauka");
  });
  test("a name that somebody gave it stays", () => {
    expect(titled("Dubrov keeps away", renamed)).toBe("Dubrov keeps away");
  });
  test("whom it names and who is gone keeps the name that they had", () => {
    expect(titled("Dubrov not within 10 h of nauka", { person: [] })).toBe("Dubrov not within 10 h of nauka");
  });
  test("unchanged rules are the very same list", () => {
    const ownRule = [near("Dubrov not within 10 h of nauka"), near("Another")];
    const tables = { ...PLAN.tables, ownRule };
    expect(ownRulesOf({ ...tables, person: [row("person", "dubrov", { shortName: "Dubrov" })] })).toBe(
      ownRule,
    );
  });
  test("list, messages and titles call it so, after an edit as at once", () => {
    const ownRule = [near("Dubrov not within 10 h of nauka")];
    const before = { ...PLAN, tables: { ...PLAN.tables, ownRule } };
    const after = { ...PLAN, tables: { ...before.tables, ...renamed } };
    const report = startCheck(before, []).after(after).report;
    expect(report).toEqual(check(after, []));
    expect(report.findings[0]?.message).toMatch(/^Scene 1 \(Piotr\), .* to scene 2 \(nauka\)\.$/);
    expect(titleOf("own:own-not-within", after.tables)).toBe("Piotr not within 10 h of nauka");
    expect(allInForce(after.tables).at(-1)?.rule.sentence).toBe("Piotr not within 10 h of nauka");
  });
});
