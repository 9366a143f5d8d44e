import { describe, expect, test } from "vitest";
import * as z from "zod";
import { at, plan, row, shootDays } from "../model/build.ts";
import { movedStrips } from "../model/facts/placed-strips.ts";
import { type Facts, factsOf } from "../model/facts.ts";
import { defineRule, type Rule, type Scope } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { type Places, placesOf } from "./groups.ts";
import type { RuleInForce } from "./in-force.ts";
import { type Judgement, judgement } from "./judging.ts";

/** Ann and Bob, two days, and a strip of Ann's on each. */
const PLAN = plan({
  person: [row("person", "ann"), row("person", "bob")],
  shootDay: shootDays(8, 9),
  scene: [row("scene", "7")],
  strip: ["8T10:00", "9T10:00"].map((start, i) =>
    row("strip", `s${i}`, { sceneId: "7", startsAt: at(start) }),
  ),
  assignment: [0, 1].map((i) =>
    row("assignment", `a${i}`, { stripId: `s${i}`, job: "direct", personId: "ann" }),
  ),
});
const edited = (tables: Partial<ScenarioSnapshot["tables"]>) => ({
  ...PLAN,
  tables: { ...PLAN.tables, ...tables },
});

interface State {
  readonly snapshot: ScenarioSnapshot;
  readonly facts: Facts;
  readonly places: Places;
  readonly judgement: Judgement;
}
const inForce = (rule: Rule, params: object = {}): RuleInForce => ({
  rule,
  isEnabled: true,
  params: params as RuleInForce["params"],
  enabledBy: "book",
  setBy: {},
});
function judged(rule: Rule, snapshot: ScenarioSnapshot, before?: State, params: object = {}): State {
  const facts = factsOf(snapshot, before && { ...before.snapshot, facts: before.facts });
  const places = before
    ? placesOf(rule.scope, facts, movedStrips(facts.placed, before.facts.placed), before)
    : placesOf(rule.scope, facts);
  const earlier = before && { ...before, stirred: () => [] };
  return { snapshot, facts, places, judgement: judgement(inForce(rule, params), { places, facts }, earlier) };
}

/** A rule that counts how often it is asked, and finds a breach for each strip that is told. */
function counting(scope: Scope, over: { readonly apart?: true; readonly finds?: readonly string[] } = {}) {
  const { finds = [], ...rest } = over;
  const asked: string[] = [];
  const rule: Rule = defineRule({
    id: "x",
    level: "hard",
    sentence: "A rule.",
    source: "test",
    unit: "minutes",
    params: z.object({ min: z.number().default(1) }),
    scope,
    reads: ["people"],
    check({ key, strips }, { min }) {
      const ids = strips.map(({ strip }) => strip.id);
      asked.push(`${key} ${ids.join(" ")}`.trim());
      return {
        violations: ids
          .filter((id) => finds.includes(id))
          .map((id) => ({ amount: min, span: null, strips: [id], people: [], facts: id })),
        unknown: [],
      };
    },
    explain: (id: string) => `${id}.`,
    ...rest,
  });
  return { rule, asked };
}

describe("a judgement", () => {
  test.each([
    { scope: "person", apart: {}, asks: ["person:ann s0 s1", "person:bob"] },
    { scope: "person", apart: { apart: true }, asks: ["person:ann s0", "person:ann s1"] },
    { scope: "day", apart: {}, asks: ["day:day-3 s0", "day:day-4 s1"] },
    { scope: "plan", apart: {}, asks: ["plan s0 s1"] },
    { scope: "plan", apart: { apart: true }, asks: ["plan s0", "plan s1"] },
  ] as const)(
    "is the very same after an edit that it does not read: by $scope $apart",
    ({ scope, apart, asks }) => {
      const { rule, asked } = counting(scope, { ...apart, finds: ["s1"] });
      const start = judged(rule, PLAN);
      expect(asked).toEqual(asks);
      expect(start.judgement.findings.length).toBe(1);
      asked.length = 0;
      const kit = [row("kit", "lens")];
      const after = judged(rule, edited({ kit }), start);
      expect(asked).toEqual([]);
      expect(after.judgement).toBe(start.judgement);
      expect(judged(rule, PLAN, after).judgement).toBe(start.judgement);
    },
  );

  test("is the very same where it has nothing to say, before and after", () => {
    const { rule, asked } = counting("person");
    const start = judged(rule, PLAN);
    const person = PLAN.tables.person.map((p) => ({ ...p, duties: "more" }));
    asked.length = 0;
    const after = judged(rule, edited({ person }), start);
    expect(asked).toEqual(["person:ann s0 s1", "person:bob"]);
    expect(after.judgement).toBe(start.judgement);
  });

  test("asks again of the stretch that an edit moves, and of no other; what it said of others is the very same", () => {
    const { rule, asked } = counting("person", { apart: true, finds: ["s0", "s1"] });
    const start = judged(rule, PLAN);
    asked.length = 0;
    const strip = PLAN.tables.strip.map((s) => (s.id === "s1" ? { ...s, startsAt: at("9T12:00") } : s));
    const after = judged(rule, edited({ strip }), start);
    expect(asked).toEqual(["person:ann s1"]);
    expect(after.judgement).not.toBe(start.judgement);
    expect(after.judgement.findings).toEqual(judged(rule, edited({ strip })).judgement.findings);
    expect(after.judgement.findings[0]).toBe(start.judgement.findings[0]);
    expect(after.judgement.byPlace[1]).toBe(start.judgement.byPlace[1]);
  });

  test("is another with other parameters, and the very same with the same ones in another object", () => {
    const { rule, asked } = counting("plan", { finds: ["s0"] });
    const start = judged(rule, PLAN, undefined, { min: 5 });
    asked.length = 0;
    expect(judged(rule, PLAN, start, { min: 5 }).judgement).toBe(start.judgement);
    expect(asked).toEqual([]);
    const other = judged(rule, PLAN, start, { min: 6 });
    expect(other.judgement.findings).toMatchObject([{ amount: 6 }]);
    expect(asked).toEqual(["plan s0 s1"]);
    expect(judged(counting("plan").rule, PLAN, start, { min: 5 }).judgement.findings).toEqual([]);
  });

  test("with parameters that do not fit says so alone, and is whole again once they do", () => {
    const { rule } = counting("plan", { finds: ["s0"] });
    const wrong = judged(rule, PLAN, undefined, { min: "x" });
    expect(wrong.judgement).toMatchObject({ run: null, byPlace: [], findings: [{ kind: "unknown" }] });
    const right = judged(rule, PLAN, wrong, { min: 2 });
    expect(right.judgement.findings).toMatchObject([{ kind: "violation", amount: 2 }]);
    expect(judged(rule, PLAN, right, { min: "x" }).judgement).toEqual(wrong.judgement);
  });

  test("of people who come, go and stand in another order is of each what it was", () => {
    const { rule, asked } = counting("person", { finds: ["s0"] });
    const start = judged(rule, PLAN);
    const [ann, bob] = PLAN.tables.person;
    const person = [row("person", "cleo"), bob, ann].filter((p) => p !== undefined);
    asked.length = 0;
    const after = judged(rule, edited({ person }), start);
    expect(asked).toContain("person:cleo");
    expect(after.judgement.findings).toEqual(judged(rule, edited({ person })).judgement.findings);
    const gone = judged(rule, edited({ person: [bob].filter((p) => p !== undefined) }), after);
    expect(gone.judgement.findings).toEqual([]);
    expect(judged(rule, PLAN, gone).judgement.findings).toEqual(start.judgement.findings);
  });
});
