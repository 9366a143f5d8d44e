import { describe, expect, test } from "vitest";
import * as z from "zod";
import { at, plan, row, shootDays, span } from "../model/build.ts";
import type { CheckReport } from "../model/finding.ts";
import { defineRule, type Found, type Judged, type Rule, type Scope } from "../model/rule.ts";
import type { OwnRule } from "../model/rule-setting.ts";
import { RULE_BOOK } from "./book.ts";
import { check, startCheck } from "./check.ts";
import { rules as allRules } from "./index.ts";

/** A rule that says what it is told of the groups whose key is told; of others nothing. */
const rule = (
  id: string,
  says: Readonly<Record<string, Partial<Judged<string>> | "throws">>,
  over: { readonly level?: "hard" | "soft"; readonly scope?: Scope; readonly params?: z.ZodType } = {},
): Rule =>
  defineRule({
    id,
    level: "hard",
    sentence: "A rule.",
    source: "test",
    unit: "minutes",
    params: z.object({}) as z.ZodType,
    scope: "strip" as Scope,
    reads: [],
    check: ({ key }) => {
      const said = says[key];
      if (said === "throws") throw new Error("a mistake of ours");
      return { violations: [], unknown: [], ...said };
    },
    explain: (message: string) => message,
    ...over,
  });
const found = (message: string, over: Partial<Found<string>> = {}): Found<string> => ({
  amount: 5,
  span: null,
  strips: [],
  people: [],
  facts: message,
  ...over,
});
const clean = rule("inside-window", {});

/** Strips a (must) and b (nice), both placed; c waits in the boneyard. */
const PLAN = plan({
  scene: [row("scene", "7")],
  strip: [
    row("strip", "a", { sceneId: "7", startsAt: at("8T10:00") }),
    row("strip", "b", { sceneId: "7", startsAt: at("8T12:00") }),
    row("strip", "c", { sceneId: "7" }),
  ],
  setUp: [
    row("setUp", "ua", { sceneId: "7", stripId: "a" }),
    row("setUp", "ub", { sceneId: "7", stripId: "b", tier: "nice" }),
  ],
});
const [A, B] = PLAN.tables.strip.map((strip) => strip.id);
const strips = (...ids: readonly (typeof A)[]) => ids.filter((id) => id !== undefined);
const setting = (id: string, over: { isEnabled?: boolean; params?: Record<string, number> }) =>
  plan({ ...PLAN.tables, ruleSetting: [row("ruleSetting", id, over)] });

describe("verdict", () => {
  const broken = { violations: [found("No.")] };
  const open = (...ids: readonly (typeof A)[]) => ({
    unknown: [{ span: null, strips: strips(...ids), reason: "?" }],
  });

  test.each([
    { name: "nothing found", rule: clean, verdict: "fits" },
    { name: "a soft breach", rule: rule("x", { "strip:a": broken }, { level: "soft" }), verdict: "fits" },
    { name: "a hard breach", rule: rule("x", { "strip:b": broken }), verdict: "does-not-fit" },
    {
      name: "a breach that is soft for whom it concerns",
      rule: rule("x", { "strip:a": { violations: [found("No.", { level: "soft" })] } }),
      verdict: "fits",
    },
    {
      name: "a breach that is hard for whom it concerns",
      rule: rule("x", { "strip:a": { violations: [found("No.", { level: "hard" })] } }, { level: "soft" }),
      verdict: "does-not-fit",
    },
    {
      name: "an unknown at a must set-up",
      rule: rule("x", { "strip:a": open(A) }),
      verdict: "fits-with-unknowns",
    },
    { name: "an unknown elsewhere", rule: rule("x", { "strip:b": open(B) }), verdict: "fits" },
    {
      name: "an unknown that touches a must among others",
      rule: rule("x", { "strip:b": open(B, A) }),
      verdict: "fits-with-unknowns",
    },
    {
      name: "an unknown of the whole plan",
      rule: rule("x", { "strip:b": open() }),
      verdict: "fits-with-unknowns",
    },
    { name: "both", rule: rule("x", { "strip:a": { ...broken, ...open(A) } }), verdict: "does-not-fit" },
  ])("$name: $verdict", ({ rule: one, verdict }) => {
    expect(check(PLAN, [clean, one]).verdict).toBe(verdict);
  });
});

describe("judged", () => {
  test("names the rules of the book that judged and those that did not", () => {
    const { judged, notJudged } = check(PLAN, [clean]);
    expect(judged).toEqual(["inside-window"]);
    expect(notJudged).toEqual(RULE_BOOK.filter((id) => id !== "inside-window"));
  });

  test("all registered rules judge when none is set otherwise", () => {
    const { judged, notJudged } = check(PLAN);
    expect(judged).toEqual(allRules.map((r) => r.id));
    expect(judged.length + notJudged.length).toBe(RULE_BOOK.length);
  });

  test("own rules are counted after the book, whether they judge or not", () => {
    const anything = { what: { by: "any", value: "" } } as never;
    const own = (id: string, over: Partial<OwnRule>) =>
      row("ownRule", id, { shape: "at-most", params: anything, ...over });
    const tables = {
      ...PLAN.tables,
      ownRule: [
        own("on", {}),
        own("off", { isEnabled: false }),
        own("unfit", { params: { most: -1 } as never }),
        own("gone", { params: { what: { by: "person", value: "gone" } } as never }),
      ],
    };
    const { judged, notJudged } = check({ ...PLAN, tables });
    expect(judged).toEqual([...allRules.map((r) => r.id), "own:on"]);
    expect(notJudged).toEqual(["own:off", "own:unfit", "own:gone"]);
  });

  test("a rule that is switched off is not judged and finds nothing", () => {
    const off = setting("inside-window", { isEnabled: false });
    const { judged, findings } = check(off, [rule("inside-window", { "strip:a": "throws" })]);
    expect([judged, findings]).toEqual([[], []]);
  });

  test("parameters reach the rule", () => {
    const strict = rule("inside-window", {}, { params: z.object({ minutes: z.number().max(10) }) });
    expect(check(setting("inside-window", { params: { minutes: 10 } }), [strict]).findings).toEqual([]);
  });

  test.each([
    { name: "a plan", snapshot: PLAN },
    { name: "a plan without a strip", snapshot: plan({}) },
  ])("of $name, a rule whose parameters do not fit is unknown and not judged", ({ snapshot }) => {
    const strict = rule("inside-window", {}, { params: z.object({ minutes: z.number() }) });
    const { judged, findings, verdict } = check(snapshot, [strict, rule("aboard", {})]);
    expect(judged).toEqual(["aboard"]);
    expect(verdict).toBe("fits-with-unknowns");
    expect(findings).toMatchObject([
      {
        kind: "unknown",
        ruleId: "inside-window",
        message:
          "Rule inside-window was not judged: its parameters do not fit. minutes: nothing is given. Use any. Set them again on the rules page.",
      },
    ]);
  });
});

describe("a rule that says of the whole plan alone that it does not know", () => {
  const gap = (over: Partial<Judged<string>["unknown"][number]> = {}) => ({
    span: null,
    strips: [],
    reason: "?",
    ...over,
  });
  test.each<{ name: string; scope: Scope; says: Partial<Judged<string>>; isJudged: boolean }>([
    { name: "has not judged", scope: "plan", says: { unknown: [gap(), gap()] }, isJudged: false },
    { name: "and nothing else", scope: "plan", says: {}, isJudged: true },
    {
      name: "of a strip it does",
      scope: "plan",
      says: { unknown: [gap({ strips: strips(A) })] },
      isJudged: true,
    },
    {
      name: "of a time it does",
      scope: "plan",
      says: { unknown: [gap(), gap({ span: span("8T10:00", "8T11:00") })] },
      isJudged: true,
    },
    {
      name: "beside a breach",
      scope: "plan",
      says: { unknown: [gap()], violations: [found("No.")] },
      isJudged: true,
    },
    { name: "of one strip after another", scope: "strip", says: { unknown: [gap()] }, isJudged: true },
  ])("$name: $isJudged", ({ scope, says, isJudged }) => {
    const key = scope === "plan" ? "plan" : "strip:a";
    const { judged } = check(PLAN, [rule("aboard", { [key]: says }, { scope })]);
    expect(judged).toEqual(isJudged ? ["aboard"] : []);
  });
});

test.each([
  { scope: "strip", says: ["scene 7 part 2"] },
  { scope: "scene", says: ["scene 7"] },
  { scope: "person", says: ["Dubrov"] },
  { scope: "module", says: ["Nauka"] },
  { scope: "day", says: ["shoot day 3"] },
  { scope: "plan", says: ["the plan"] },
] as const)("a rule of a $scope that throws names it as people do", ({ scope, says }) => {
  const one = plan({
    person: [row("person", "p-1", { shortName: "Dubrov" })],
    module: [row("module", "m-1", { name: "Nauka" })],
    shootDay: shootDays(8),
    scene: [row("scene", "s-1", { number: "7", moduleId: "m-1" })],
    strip: [
      row("strip", "t-1", { sceneId: "s-1", startsAt: at("8T10:00"), moduleId: "m-1", part: 2, parts: 2 }),
    ],
    setUp: [row("setUp", "u-1", { sceneId: "s-1", stripId: "t-1" })],
    assignment: [row("assignment", "a-1", { stripId: "t-1", job: "camera", personId: "p-1" })],
  });
  const fails = defineRule({
    ...{ id: "x", level: "hard", sentence: "A rule.", source: "test", unit: "things" },
    ...{ params: z.object({}), scope, reads: [] },
    check: () => {
      throw new Error("a mistake of ours");
    },
    explain: () => "",
  });
  expect(check(one, [fails]).findings.map(({ message }) => message)).toEqual(
    says.map((who) => `Rule x failed here and could not judge ${who}.`),
  );
});

test("a rule that throws makes its group unknown and nothing else", () => {
  const failing = rule("x", {
    "strip:a": "throws",
    "strip:b": { violations: [found("No.", { strips: strips(B) })] },
  });
  expect(check(PLAN, [failing]).findings).toMatchObject([
    {
      kind: "unknown",
      groupKey: "strip:a",
      strips: ["a"],
      message: "Rule x failed here and could not judge scene 7.",
    },
    { kind: "violation", groupKey: "strip:b", message: "No." },
  ]);
});

describe("findings", () => {
  test("carry what the rule found", () => {
    const during = span("8T10:00", "8T10:05");
    const one = rule("x", { "strip:a": { violations: [found("No.", { span: during, strips: strips(A) })] } });
    expect(check(PLAN, [one]).findings).toEqual([
      {
        id: "x|strip:a|a",
        ruleId: "x",
        kind: "violation",
        level: "hard",
        amount: 5,
        points: 0,
        waiverId: null,
        unit: "minutes",
        span: during,
        strips: ["a"],
        people: [],
        groupKey: "strip:a",
        message: "No.",
      },
    ]);
  });

  test("come in the order of the rules", () => {
    const [x, y] = ["x", "y"].map((id) => rule(id, { "strip:a": { violations: [found(id)] } }));
    const { findings } = check(
      PLAN,
      [y, x].filter((r) => r !== undefined),
    );
    expect(findings.map((f) => f.ruleId)).toEqual(["y", "x"]);
  });

  test("have ids from rule, group and sorted strips, or the moment where there are none; never the same twice", () => {
    const violations = [
      found("pair", { strips: strips(B, A) }),
      found("again", { strips: strips(A, B) }),
      found("moment", { span: span("8T13:00", "8T14:00") }),
      found("plan"),
    ];
    const unknown = [{ span: null, strips: strips(A, B), reason: "?" }];
    const { findings } = check(PLAN, [rule("x", { plan: { violations, unknown } }, { scope: "plan" })]);
    expect(findings.map((f) => f.id)).toEqual([
      "x|plan|a+b",
      "x|plan|a+b|1",
      "x|plan|2021-10-08T13:00:00Z",
      "x|plan|",
      "x|plan?|a+b",
    ]);
  });
});

describe("in the can", () => {
  const withSetUps = (...setUps: readonly Parameters<typeof row<"setUp">>[2][]) =>
    check(
      plan({
        ...PLAN.tables,
        setUp: setUps.map((s, i) => row("setUp", `u${i}`, { sceneId: "7", order: i, ...s })),
      }),
      [],
    ).inTheCanAt;

  test("is when the last must set-up ends", () => {
    // a is shot 10:00–10:30, b 12:00–12:30; the nice one on b does not count.
    expect(withSetUps({ stripId: "a" }, { stripId: "b", tier: "nice" })).toBe(at("8T10:30"));
    expect(withSetUps({ stripId: "a" }, { stripId: "b" })).toBe(at("8T12:30"));
    // The must set-up takes the first half of the shoot.
    expect(withSetUps({ stripId: "b" }, { stripId: "b", tier: "nice" })).toBe(at("8T12:15"));
  });

  test("is not known while one waits, unless it is shot", () => {
    expect(withSetUps({ stripId: "a" }, { stripId: "c" })).toBeNull();
    expect(withSetUps({ stripId: "a" }, { stripId: null })).toBeNull();
    expect(withSetUps({ stripId: "a" }, { stripId: null, isShot: true })).toBe(at("8T10:30"));
    expect(withSetUps({ stripId: "a", isShot: true })).toBe(at("8T10:30"));
  });
});

describe("what is not known", () => {
  const gap = (...ids: readonly (typeof A)[]) => ({
    plan: { unknown: [{ span: null, strips: strips(...ids), reason: "Not known." }] },
  });
  const verdict = (snapshot: typeof PLAN, level: "hard" | "soft", ...ids: readonly (typeof A)[]) =>
    check(snapshot, [rule("x", gap(...ids), { scope: "plan", level })]).verdict;

  test("keeps a plan from fitting where it may touch what must be shot, and only of a hard rule", () => {
    expect(verdict(PLAN, "hard", A)).toBe("fits-with-unknowns");
    expect(verdict(PLAN, "hard", B)).toBe("fits");
    expect(verdict(PLAN, "hard", B, A)).toBe("fits-with-unknowns");
    expect(verdict(PLAN, "hard")).toBe("fits-with-unknowns");
    expect(verdict(PLAN, "soft", A)).toBe("fits");
    const both = [
      ...PLAN.tables.setUp,
      row("setUp", "nice", { sceneId: "7", stripId: "a", tier: "nice", order: 1 }),
    ];
    expect(verdict(plan({ ...PLAN.tables, setUp: both }), "hard", A)).toBe("fits-with-unknowns");
    expect(verdict(plan({ ...PLAN.tables, setUp: [] }), "hard", A)).toBe("fits");
  });
});

test("in the can is the end of the latest must set-up, whatever the order of rows and of set-ups", () => {
  const setUp = [
    row("setUp", "late", { sceneId: "7", stripId: "b", order: 1 }),
    row("setUp", "nice", { sceneId: "7", stripId: "b", order: 0, tier: "nice" }),
    row("setUp", "early", { sceneId: "7", stripId: "a" }),
  ];
  for (const rows of [setUp, setUp.toReversed()])
    expect(check(plan({ ...PLAN.tables, setUp: rows }), []).inTheCanAt).toBe(at("8T12:30"));
});

test.each(["ruleSetting", "houseRule"] as const)(
  "an edit of a %s is judged by it at once, and back",
  (table) => {
    const one = rule("x", { "strip:a": { violations: [found("No.")] } });
    const start = startCheck(PLAN, [one]);
    const off = { ...PLAN, tables: { ...PLAN.tables, [table]: [row(table, "x", { isEnabled: false })] } };
    expect(start.report.findings).toHaveLength(1);
    expect(start.after(off).report).toEqual(check(off, [one]));
    expect(start.after(off).report.findings).toEqual([]);
    expect(start.after(off).after(PLAN).report).toEqual(start.report);
  },
);

describe("an edit is judged at once", () => {
  const edited = (tables: Partial<typeof PLAN.tables>) => ({
    ...PLAN,
    tables: { ...PLAN.tables, ...tables },
  });
  const orders = (id: string, first: string, second: string, over: Partial<OwnRule> = {}) =>
    row("ownRule", id, {
      shape: "before",
      title: id,
      params: { first: { by: "scene", value: first }, second: { by: "scene", value: second } } as never,
      ...over,
    });
  const told = (report: CheckReport) => report.findings.map((f) => `${f.ruleId} ${f.kind}`);

  test("of own rules: one that comes, is switched off, and goes", () => {
    const most = row("ownRule", "most", {
      shape: "total-at-most",
      title: "None at all",
      params: { what: { by: "any", value: "" }, mostMin: 0, per: "plan" } as never,
    });
    const start = startCheck(PLAN, [clean]);
    expect(told(start.report)).toEqual([]);
    const with1 = start.after(edited({ ownRule: [most] }));
    expect(with1.report).toEqual(check(with1.snapshot, [clean]));
    expect(told(with1.report)).toEqual(["own:most violation"]);
    expect(with1.report.judged).toEqual(["inside-window", "own:most"]);
    const off = with1.after(edited({ ownRule: [{ ...most, isEnabled: false }] }));
    expect(told(off.report)).toEqual([]);
    expect(off.after(edited({ ownRule: [most] })).after(PLAN).report).toEqual(start.report);
  });

  test("of own rules that come to run in a circle, after all else that is found", () => {
    const broken = rule("x", { "strip:a": { violations: [found("No.")] } });
    const start = startCheck(edited({ ownRule: [orders("one", "7", "8")] }), [broken]);
    const circle = start.after(edited({ ownRule: [orders("one", "7", "8"), orders("two", "8", "7")] }));
    expect(told(circle.report).filter((line) => !/^own:(one|two) unknown$/.test(line))).toEqual([
      "x violation",
    ]);
    expect(circle.report.findings.at(-1)?.message).toContain('No plan can keep "one" and "two"');
    expect(circle.report).toEqual(check(circle.snapshot, [broken]));
    expect(circle.after(start.snapshot).report).toEqual(start.report);
  });

  test("own rules that run in a circle are named from the first title, in the order of the circle", () => {
    const [b, c, a] = [orders("one", "7", "8"), orders("two", "8", "9"), orders("three", "9", "7")];
    const rows = [
      { ...b, title: "Bravo" },
      { ...c, title: "Charlie" },
      { ...a, title: "Alpha" },
    ];
    for (const ownRule of [rows, rows.toReversed(), [...rows.slice(1), ...rows.slice(0, 1)]]) {
      const finding = check(edited({ ownRule }), [clean]).findings.at(-1);
      expect(finding).toMatchObject({
        id: "own:three+own:one+own:two|plan?|circle",
        ruleId: "own:three",
        message:
          'No plan can keep "Alpha" and "Bravo" and "Charlie": they order things in a circle. Change or remove one on the rules page.',
      });
    }
  });

  test("of waivers: given, grown out of, and taken back", () => {
    const grows = rule("x", {}, { params: z.object({ min: z.number().default(5) }) });
    const of = (min: number): Rule => ({
      ...grows,
      bind: (params) => {
        const run = grows.bind(params);
        const amount = (params as { min?: number }).min ?? min;
        return (group, asked) =>
          group.key === "strip:a"
            ? {
                violations: [
                  {
                    amount,
                    points: 0,
                    message: "No.",
                    span: span("8T10:00", "8T10:30"),
                    strips: strips(A),
                    people: [],
                  },
                ],
                unknown: [],
              }
            : run(group, asked);
      },
    });
    const waiver = row("waiver", "w", {
      ruleId: "x",
      stripIds: ["a"],
      startsAt: at("8T00:00"),
      endsAt: at("9T00:00"),
      amount: 5,
    });
    const grown = [row("ruleSetting", "x", { params: { min: 6 } as never })];
    const states = (report: CheckReport) => [report.verdict, ...report.findings.map((f) => f.waiverId)];
    const start = startCheck(PLAN, [of(5)]);
    expect(states(start.report)).toEqual(["does-not-fit", null]);
    const waived = start.after(edited({ waiver: [waiver] }));
    expect(states(waived.report)).toEqual(["fits", "w"]);
    const lapsed = waived.after(edited({ waiver: [waiver], ruleSetting: grown }));
    expect(states(lapsed.report)).toEqual(["does-not-fit", null]);
    expect(lapsed.report.findings[0]?.amount).toBe(6);
    const back = lapsed.after(edited({ waiver: [waiver] }));
    expect(back.report).toEqual(waived.report);
    expect(back.after(PLAN).report).toEqual(start.report);
  });

  test("of whether a must is touched: an unknown keeps the plan from fitting once its set-up is a must", () => {
    const open = rule("x", { "strip:b": { unknown: [{ span: null, strips: strips(B), reason: "?" }] } });
    const start = startCheck(PLAN, [open]);
    expect(start.report.verdict).toBe("fits");
    const setUp = PLAN.tables.setUp.map((s) => ({ ...s, tier: "must" as const }));
    const there = start.after(edited({ setUp }));
    expect(there.report.verdict).toBe("fits-with-unknowns");
    expect(there.after(PLAN).report.verdict).toBe("fits");
  });

  test("of what is in the can", () => {
    const start = startCheck(PLAN, []);
    expect(start.report.inTheCanAt).toBe(at("8T10:30"));
    const strip = PLAN.tables.strip.map((s) => (s.id === "a" ? { ...s, startsAt: at("8T16:00") } : s));
    expect(start.after(edited({ strip })).report.inTheCanAt).toBe(at("8T16:30"));
    const setUp = PLAN.tables.setUp.map((s) =>
      s.id === "ua" ? { ...s, stripId: "c" as typeof s.stripId } : s,
    );
    expect(start.after(edited({ setUp })).report.inTheCanAt).toBeNull();
    expect(start.after(edited({ setUp: [] })).report.inTheCanAt).toBeNull();
  });
});

test("in the can asks nothing of what has no set-up on its strip any more", () => {
  const setUp = [
    row("setUp", "ua", { sceneId: "7", stripId: "a" }),
    row("setUp", "gone", { sceneId: "7", stripId: "no-such-strip", isShot: true }),
  ];
  expect(check(plan({ ...PLAN.tables, setUp }), []).inTheCanAt).toBe(at("8T10:30"));
});

test("what each day keeps in hand follows the rule reserve where its settings fit, else the book", () => {
  const days = plan({ ...PLAN.tables, shootDay: shootDays(8, 9), shootWindow: [row("shootWindow", "w")] });
  const reserved = (params: object) =>
    check(
      {
        ...days,
        tables: { ...days.tables, ruleSetting: [row("ruleSetting", "reserve", { params: params as never })] },
      },
      [],
    ).days.map((day) => day.reserved);
  const byTheBook = check(days, []).days.map((day) => day.reserved);
  expect(reserved({})).toEqual(byTheBook);
  expect(reserved({ laterPercent: "much" })).toEqual(byTheBook);
  expect(reserved({ earlyPercent: 0, laterPercent: 0, lastPercent: 0 })).not.toEqual(byTheBook);
});
