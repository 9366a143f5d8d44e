import { describe, expect, test } from "vitest";
import * as z from "zod";
import { plan, row } from "../model/build.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule } from "../model/rule.ts";
import { check } from "./check.ts";
import { allInForce, namedInSentence, titleOf, whyNotJudged } from "./in-force.ts";

const rest = defineRule({
  id: "turnaround",
  level: "hard",
  sentence: "A rule.",
  source: "test",
  unit: "hours",
  params: z.object({
    hours: parameter("Longest", "h", z.number().min(0).max(24).default(10)),
    nights: z.number().default(1),
  }),
  scope: "plan",
  reads: [],
  check: (_, { hours, nights }) => ({
    violations: [{ amount: hours * nights, span: null, strips: [], people: [], facts: null }],
    unknown: [],
  }),
  explain: () => "No.",
});
const set = (params: object, isEnabled = true) => ({ params: params as never, isEnabled });
const withSettings = (house: object | null, own: object | null) =>
  plan({
    houseRule: house ? [row("houseRule", "turnaround", house)] : [],
    ruleSetting: own ? [row("ruleSetting", "turnaround", own)] : [],
  });

test.each([
  { name: "the book", house: null, own: null, amount: 10, setBy: {}, by: "book" },
  {
    name: "the production",
    house: set({ hours: 12 }),
    own: null,
    amount: 12,
    setBy: { hours: "production" },
    by: "production",
  },
  {
    name: "the scenario",
    house: null,
    own: set({ hours: 8 }),
    amount: 8,
    setBy: { hours: "scenario" },
    by: "scenario",
  },
  {
    name: "both",
    house: set({ hours: 12, nights: 2 }),
    own: set({ hours: 8 }),
    amount: 16,
    setBy: { hours: "scenario", nights: "production" },
    by: "scenario",
  },
])("parameters of $name", ({ house, own, amount, setBy, by }) => {
  const snapshot = withSettings(house, own);
  expect(check(snapshot, [rest]).findings).toMatchObject([{ amount }]);
  expect(allInForce(snapshot.tables, [rest])).toMatchObject([{ setBy, enabledBy: by }]);
});

test.each([
  { name: "off in the production", house: set({}, false), own: null, judges: false },
  { name: "off in the production, on again here", house: set({}, false), own: set({}, true), judges: true },
  { name: "off here", house: null, own: set({}, false), judges: false },
])("$name", ({ house, own, judges }) => {
  const { findings, judged, notJudged } = check(withSettings(house, own), [rest]);
  expect(findings).toHaveLength(judges ? 1 : 0);
  expect(judged.includes("turnaround")).toBe(judges);
  expect(notJudged.includes("turnaround")).toBe(!judges);
});

test("parameters that do not fit: not judged, and said so", () => {
  const { verdict, findings, notJudged } = check(withSettings(set({ hours: 99 }), null), [rest]);
  expect(verdict).toBe("fits-with-unknowns");
  expect(findings).toMatchObject([
    {
      kind: "unknown",
      message:
        "Rule turnaround was not judged: its parameters do not fit. Longest: 99 h is too much. Use 0 to 24 h. Set them again on the rules page.",
    },
  ]);
  expect(notJudged).toContain("turnaround");
});

test("settings of other rules are theirs, and a production's own rules come last, with their own switch", () => {
  const other = { ...rest, id: "travel" };
  const tables = {
    ...plan({
      houseRule: [row("houseRule", "turnaround", set({ hours: 12 }))],
      ruleSetting: [row("ruleSetting", "turnaround", set({ nights: 2 }, false))],
      ownRule: [row("ownRule", "mine", { shape: "at-most", params: { most: 2 } as never, isEnabled: false })],
    }).tables,
  };
  const inForce = allInForce(tables, [rest, other]).map(({ rule, ...is }) => ({ id: rule.id, ...is }));
  expect(inForce).toEqual([
    {
      id: "turnaround",
      isEnabled: false,
      params: { hours: 12, nights: 2 },
      enabledBy: "scenario",
      setBy: { hours: "production", nights: "scenario" },
    },
    { id: "travel", isEnabled: true, params: {}, enabledBy: "book", setBy: {} },
    { id: "own:mine", isEnabled: false, params: { most: 2 }, enabledBy: "scenario", setBy: {} },
  ]);
});

test.each([
  ["must-scenes", "Must scenes"],
  ["one-light-per-setup", "One light per setup"],
  ["own:mine", "At most two a day"],
  ["own:theirs", "Klim never alone"],
  ["own:gone", "A rule that is gone"],
])("people call %s %s", (ruleId, title) => {
  const own = (id: string, title: string) =>
    row("ownRule", id, { title, shape: "at-most", params: { most: 2 } as never });
  const { tables } = plan({ ownRule: [own("mine", "At most two a day"), own("theirs", "Klim never alone")] });
  expect(titleOf(ruleId, tables)).toBe(title);
});

describe("why a rule does not judge", () => {
  const off = { isEnabled: false, reason: "Guide track only" };
  const title = "Nothing with Shipenko";
  test.each([
    {
      name: "off here",
      tables: { ruleSetting: [row("ruleSetting", "noise", off)] },
      says: "Off in this scenario: Guide track only.",
    },
    {
      name: "off in the production",
      tables: { houseRule: [row("houseRule", "noise", { ...off, reason: "Who would listen?" })] },
      says: "Off in the whole production: Who would listen?",
    },
    {
      name: "off without a word",
      tables: { ruleSetting: [row("ruleSetting", "noise", { isEnabled: false, reason: "" })] },
      says: "Off in this scenario: no reason is given.",
    },
    {
      name: "set to what does not fit",
      tables: { houseRule: [row("houseRule", "noise", { params: { limitDba: 500 } as never })] },
      says: "Its parameters do not fit.",
    },
  ])("$name", ({ tables, says }) => expect(whyNotJudged("noise", plan(tables).tables)).toBe(says));

  test("of several rows its own says why, and a question in the middle is no end", () => {
    const reason = "Who would listen? Nobody";
    const rows = (["sleep", "noise"] as const).map((id) => row("ruleSetting", id, { ...off, reason: id }));
    const ownRule = ["other", "mine"].map((id) => row("ownRule", id, { title: id, ...off, reason: id }));
    const { tables } = plan({ ruleSetting: rows, ownRule });
    expect(whyNotJudged("noise", tables)).toBe("Off in this scenario: noise.");
    expect(whyNotJudged("own:mine", tables)).toBe("Off: mine.");
    expect(namedInSentence("own:mine", tables)).toBe('own rule "mine"');
    const asked = plan({ ruleSetting: [row("ruleSetting", "noise", { ...off, reason })] });
    expect(whyNotJudged("noise", asked.tables)).toBe(`Off in this scenario: ${reason}.`);
  });

  test("what it asks about is gone", () => {
    const params = { what: { by: "scene", value: "gone" } } as never;
    const { tables } = plan({ ownRule: [row("ownRule", "mine", { shape: "at-most", params })] });
    expect(whyNotJudged("own:mine", tables)).toBe("What it asks about is not known; its finding says what.");
  });

  test("an own rule of a shape that is not known here", () => {
    const { tables } = plan({ ownRule: [row("ownRule", "mine", { shape: "tide" })] });
    expect(whyNotJudged("own:mine", tables)).toBe('There is no shape "tide". Change or remove the rule.');
  });

  test("an own rule by its reason, and by its title; one that is gone by neither", () => {
    const { tables } = plan({ ownRule: [row("ownRule", "mine", { title, ...off })] });
    expect(whyNotJudged("own:mine", tables)).toBe("Off: Guide track only.");
    expect(namedInSentence("own:mine", tables)).toBe(`own rule "${title}"`);
    expect(namedInSentence("must-scenes", tables)).toBe("must scenes");
    expect(namedInSentence("own:gone", tables)).toBe("a rule that is gone");
    expect(whyNotJudged("own:gone", tables)).toBe("It is not there.");
  });
});
