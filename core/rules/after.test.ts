import { describe, expect, test } from "vitest";
import * as z from "zod";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, shootDays, span } from "../model/build.ts";
import type { FactName } from "../model/facts.ts";
import type { Finding } from "../model/finding.ts";
import type { Person } from "../model/person.ts";
import {
  defineRule,
  type Found,
  type Group,
  type Judged,
  type Rule,
  type RuleSpec,
  type Scope,
} from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { check, startCheck } from "./check.ts";

/** Of whom rules were asked, as `module:nauka: a b`; of a subject whatever its strips: `subject module:nauka`. */
let asked: string[] = [];
const askedSince = (): readonly string[] => {
  const since = asked;
  asked = [];
  return since;
};

type AnyGroup = Group<Scope, FactName>;
type Says = Partial<Judged<string>>;
const idsOf = ({ strips }: Pick<AnyGroup, "strips">) => strips.map((p) => p.strip.id);

/** A rule that notes of whom it is asked, and says what it is told. */
const asking = (
  scope: Scope,
  over: Partial<RuleSpec<unknown, string, Scope, FactName>> = {},
  says: (group: AnyGroup, params: unknown) => Says = () => ({}),
): Rule =>
  defineRule<unknown, string, Scope, FactName>({
    id: "x",
    level: "hard",
    sentence: "A rule.",
    source: "test",
    unit: "minutes",
    params: z.object({}),
    scope,
    reads: [],
    check: (group, params) => {
      const { key, before } = group;
      const back = before ? ` after ${idsOf({ strips: before }).join(" ")}` : "";
      asked.push(`${[`${key}:`, ...idsOf(group)].join(" ")}${back}`);
      return { violations: [], unknown: [], ...says(group, params) };
    },
    explain: (message) => message,
    ...over,
  });

const breach = (message: string, over: Partial<Found<string>> = {}): Found<string> => ({
  amount: 5,
  span: null,
  strips: [],
  people: [],
  facts: message,
  ...over,
});

interface Stands {
  readonly start: string | null;
  readonly moduleId?: string | null;
  readonly scene?: string;
  readonly who?: string;
}
/** Strips of half an hour in Nauka, in scene 1, unless they say otherwise; Ann directs them, or who is said. */
const planOf = (strips: Readonly<Record<string, Stands>>): ScenarioSnapshot =>
  plan({
    person: [row("person", "ann"), row("person", "bob")],
    module: ["nauka", "zvezda", "zarya"].map((id) => row("module", id)),
    shootDay: shootDays(8, 9, 10, 11, 12),
    scene: [row("scene", "1"), row("scene", "2")],
    strip: Object.entries(strips).map(([id, { start, moduleId = "nauka", scene = "1" }]) =>
      row("strip", id, { sceneId: scene, startsAt: start === null ? null : at(start), moduleId }),
    ),
    assignment: Object.entries(strips).map(([id, { who = "ann" }]) =>
      row("assignment", `of-${id}`, { stripId: id, job: "direct", personId: who }),
    ),
  });
/** The plan with these strips otherwise; all other rows stay the same objects, as they do in an edit. */
const moved = (
  snapshot: ScenarioSnapshot,
  to: Readonly<Record<string, Partial<Stands>>>,
): ScenarioSnapshot => ({
  ...snapshot,
  tables: {
    ...snapshot.tables,
    strip: snapshot.tables.strip.map((strip) => {
      const stands = to[strip.id];
      if (!stands) return strip;
      const { start, moduleId } = stands;
      return {
        ...strip,
        ...(start !== undefined && { startsAt: start === null ? null : at(start) }),
        ...(moduleId !== undefined && { moduleId: moduleId as typeof strip.moduleId }),
      };
    }),
  },
});
const withTables = (
  snapshot: ScenarioSnapshot,
  tables: Partial<ScenarioSnapshot["tables"]>,
): ScenarioSnapshot => ({
  ...snapshot,
  tables: { ...snapshot.tables, ...tables },
});
const block = (id: string, start: string, durationMin = 30, personId = "ann") =>
  row("crewBlock", id, { personId, startsAt: at(start), durationMin });

const event = (id: string) =>
  row("stationEvent", id, { title: id, startsAt: at("8T10:00"), durationMin: 60 });

/** Whom a rule is asked of when a plan is judged from nothing. */
function askedOf(snapshot: ScenarioSnapshot, rule: Rule): readonly string[] {
  askedSince();
  check(snapshot, [rule]);
  return askedSince();
}

/** Whom a rule is asked of when these strips stand otherwise; what is then said is what is said of such a plan from nothing. */
function askedAfter(
  rules: Rule | readonly Rule[],
  from: ScenarioSnapshot,
  to: ScenarioSnapshot,
): readonly string[] {
  const all = [rules].flat();
  const start = startCheck(from, all);
  askedSince();
  const there = start.after(to);
  const again = askedSince();
  expect(there.report).toEqual(check(to, all));
  expect(there.after(from).report).toEqual(start.report);
  askedSince();
  return again;
}

describe("whom a rule is asked of", () => {
  const PLAN = planOf({
    late: { start: "8T15:00", moduleId: "zvezda", who: "bob" },
    early: { start: "8T10:00" },
    waits: { start: null },
    second: { start: "9T10:00", scene: "2" },
    ship: { start: "20T10:00", moduleId: null },
  });

  test.each<{ scope: Scope; says: readonly string[] }>([
    {
      scope: "strip",
      says: ["strip:late: late", "strip:early: early", "strip:second: second", "strip:ship: ship"],
    },
    { scope: "scene", says: ["scene:1: early late ship", "scene:2: second"] },
    { scope: "person", says: ["person:ann: early second ship", "person:bob: late"] },
    { scope: "module", says: ["module:nauka: early second", "module:zvezda: late", "module:zarya:"] },
    {
      scope: "day",
      says: ["day:day-3: early late", "day:day-4: second", "day:day-5:", "day:day-6:", "day:day-7:"],
    },
    { scope: "plan", says: ["plan: early late second ship"] },
  ])("a $scope: all there are, each with its strips in order of start", ({ scope, says }) => {
    expect(askedOf(PLAN, asking(scope))).toEqual(says);
  });

  const MOVES: readonly ({ what: string; to: Readonly<Record<string, Partial<Stands>>> } & {
    readonly [S in Scope]: readonly string[];
  })[] = [
    {
      what: "a strip later in its module",
      to: { early: { start: "8T11:00" } },
      strip: ["strip:early: early"],
      scene: ["scene:1: early late ship"],
      person: ["person:ann: early second ship"],
      module: ["module:nauka: early second"],
      day: ["day:day-3: early late"],
      plan: ["plan: early late second ship"],
    },
    {
      what: "a strip behind another, in another module, on another day",
      to: { early: { start: "9T14:00", moduleId: "zarya" } },
      strip: ["strip:early: early"],
      scene: ["scene:1: late early ship"],
      person: ["person:ann: second early ship"],
      module: ["module:nauka: second", "module:zarya: early"],
      day: ["day:day-3: late", "day:day-4: second early"],
      plan: ["plan: late second early ship"],
    },
    {
      what: "a strip onto the board",
      to: { waits: { start: "8T09:00" } },
      strip: ["strip:waits: waits"],
      scene: ["scene:1: waits early late ship"],
      person: ["person:ann: waits early second ship"],
      module: ["module:nauka: waits early second"],
      day: ["day:day-3: waits early late"],
      plan: ["plan: waits early late second ship"],
    },
    {
      what: "a strip off the board",
      to: { second: { start: null } },
      strip: [],
      scene: ["scene:2:"],
      person: ["person:ann: early ship"],
      module: ["module:nauka: early"],
      day: ["day:day-4:"],
      plan: ["plan: early late ship"],
    },
    {
      what: "a strip beyond the last day",
      to: { late: { start: "21T10:00" } },
      strip: ["strip:late: late"],
      scene: ["scene:1: early ship late"],
      person: ["person:bob: late"],
      module: ["module:zvezda: late"],
      day: ["day:day-3: early"],
      plan: ["plan: early second ship late"],
    },
    {
      what: "a strip into no module",
      to: { late: { moduleId: null } },
      strip: ["strip:late: late"],
      scene: ["scene:1: early late ship"],
      person: ["person:bob: late"],
      module: ["module:zvezda:"],
      day: ["day:day-3: early late"],
      plan: ["plan: early late second ship"],
    },
    {
      what: "two strips at once, each where the other was",
      to: { early: { start: "9T10:00" }, second: { start: "8T10:00" } },
      strip: ["strip:early: early", "strip:second: second"],
      scene: ["scene:1: late early ship", "scene:2: second"],
      person: ["person:ann: second early ship"],
      module: ["module:nauka: second early"],
      day: ["day:day-3: second late", "day:day-4: early"],
      plan: ["plan: second late early ship"],
    },
  ];
  const SCOPES = ["strip", "scene", "person", "module", "day", "plan"] as const;
  test.each(MOVES.flatMap((move) => SCOPES.map((scope) => ({ scope, move, what: move.what }))))(
    "$what: of a $scope only those that it touches",
    ({ scope, move }) => {
      const again = askedAfter(asking(scope), PLAN, moved(PLAN, move.to));
      expect(again.toSorted()).toEqual(move[scope].toSorted());
    },
  );

  test("what is new among the subjects is asked, what is gone says nothing, and the rest stands in their new order", () => {
    const rule = asking("module", {}, ({ key, strips }) => ({
      violations: [breach(`${key} ${strips.length}`)],
    }));
    const [nauka, zvezda, zarya] = PLAN.tables.module;
    if (!nauka || !zvezda || !zarya) throw new Error("three modules");
    const edited = (...modules: readonly (typeof nauka)[]) => withTables(PLAN, { module: modules });
    const poisk = row("module", "poisk");
    const says = (to: ScenarioSnapshot) => {
      const start = startCheck(PLAN, [rule]);
      askedSince();
      const { findings } = start.after(to).report;
      return { again: askedSince(), messages: findings.map((f) => f.message) };
    };
    expect(says(edited(nauka, zvezda, zarya, poisk))).toEqual({
      again: ["module:poisk:"],
      messages: ["module:nauka 2", "module:zvezda 1", "module:zarya 0", "module:poisk 0"],
    });
    expect(says(edited(poisk, nauka, zvezda, zarya))).toEqual({
      again: ["module:poisk:"],
      messages: ["module:poisk 0", "module:nauka 2", "module:zvezda 1", "module:zarya 0"],
    });
    expect(says(edited(nauka, zarya))).toEqual({
      again: [],
      messages: ["module:nauka 2", "module:zarya 0"],
    });
    expect(says(edited(zarya, zvezda, nauka))).toEqual({
      again: [],
      messages: ["module:zarya 0", "module:zvezda 1", "module:nauka 2"],
    });
    expect(says(edited(nauka, { ...zvezda, name: "Star" }, zarya))).toEqual({
      again: ["module:zvezda: late"],
      messages: ["module:nauka 2", "module:zvezda 1", "module:zarya 0"],
    });
    expect(askedAfter(rule, PLAN, edited(zarya))).toEqual([]);
    expect(askedAfter(rule, PLAN, edited())).toEqual([]);
    expect(askedAfter(rule, edited(), PLAN)).toHaveLength(3);
  });

  test("days that end at another hour are asked with the strips that are theirs then", () => {
    const shootDay = PLAN.tables.shootDay.map((day) =>
      day.number === 4 ? { ...day, wakesAt: at("8T16:00"), sleepsAt: at("9T15:00") } : day,
    );
    const night = moved(PLAN, { late: { start: "8T23:00" } });
    const longer = withTables(night, { shootDay });
    expect(askedOf(longer, asking("day")).slice(0, 2)).toEqual([
      "day:day-3: early",
      "day:day-4: late second",
    ]);
    expect(askedAfter(asking("day"), night, longer).toSorted()).toEqual([
      "day:day-3: early",
      "day:day-4: late second",
    ]);
  });
});

describe("what a rule reads", () => {
  const PLAN = planOf({ a: { start: "8T10:00" }, b: { start: "9T10:00", moduleId: "zvezda" } });
  const withBlocks = (...blocks: readonly ReturnType<typeof block>[]) =>
    withTables(PLAN, { crewBlock: blocks });

  test("an edit of nothing that it reads asks nobody, and what it found is the very same", () => {
    const rule = asking("module", {}, ({ key }) => ({ violations: [breach(key)] }));
    const start = startCheck(PLAN, [rule]);
    askedSince();
    const there = start.after(withBlocks(block("duty", "8T10:00")));
    expect(askedSince()).toEqual([]);
    expect(there.report.findings).toHaveLength(3);
    for (const [i, finding] of there.report.findings.entries())
      expect(finding).toBe(start.report.findings[i]);
  });

  test("an edit of what it reads asks all", () => {
    const rule = asking("module", { reads: ["blocksOf"] });
    const all = ["module:nauka: a", "module:zvezda: b", "module:zarya:"];
    expect(askedAfter(rule, PLAN, withBlocks(block("duty", "8T10:00")))).toEqual(all);
    expect(askedAfter(rule, withBlocks(block("duty", "8T10:00")), PLAN)).toEqual(all);
  });

  test("an edit of one fact of several asks all, also with a strip that moves", () => {
    const rule = asking("strip", { reads: ["people", "blocksOf", "modules"] });
    const edited = withBlocks(block("duty", "8T10:00"));
    const all = ["strip:a: a", "strip:b: b"];
    expect(askedAfter(rule, PLAN, edited)).toEqual(all);
    expect(askedAfter(rule, PLAN, moved(edited, { b: { start: "9T11:00" } }))).toEqual(all);
  });

  test("it is asked of those for whom what they see of it is another", () => {
    const rule = asking("person", {
      reads: ["blocksOf"],
      sees: ({ subject, facts }) => [facts.blocksOf.get((subject as Person).id)],
    });
    const ann = block("of-ann", "8T10:00");
    const bob = block("of-bob", "8T10:00", 30, "bob");
    expect(askedAfter(rule, PLAN, withBlocks(ann))).toEqual(["person:ann: a b"]);
    expect(askedAfter(rule, withBlocks(ann), withBlocks(ann, bob))).toEqual(["person:bob:"]);
    expect(askedAfter(rule, withBlocks(ann), withBlocks())).toEqual(["person:ann: a b"]);
  });

  test("it is asked of those who see more or fewer things than they did", () => {
    const rule = asking("module", {
      reads: ["events"],
      sees: ({ key, facts }) => (key === "module:zarya" ? facts.events : []),
    });
    const burning = withTables(PLAN, { stationEvent: [event("burn")] });
    expect(askedAfter(rule, PLAN, burning)).toEqual(["module:zarya:"]);
    expect(askedAfter(rule, burning, PLAN)).toEqual(["module:zarya:"]);
  });

  describe("only so near", () => {
    // a is 10:00–10:30: it looks an hour back from there, and half an hour on.
    const near = { blocksOf: { before: 60, after: 30 } };
    const rule = asking("strip", { reads: ["blocksOf"], near });
    test.each([
      { name: "that ends an hour before", from: "8T08:30", says: [] },
      { name: "that ends a minute later", from: "8T08:31", says: ["strip:a: a"] },
      { name: "at the same time", from: "8T10:00", says: ["strip:a: a"] },
      { name: "that begins a minute earlier", from: "8T10:59", says: ["strip:a: a"] },
      { name: "that begins half an hour after", from: "8T11:00", says: [] },
      { name: "on another day", from: "10T10:00", says: [] },
      { name: "near another strip", from: "9T10:15", says: ["strip:b: b"] },
    ])("a block $name", ({ from, says }) => {
      const three = planOf({ a: { start: "8T10:00" }, b: { start: "9T10:00" }, c: { start: "7T10:00" } });
      const with3 = (...blocks: readonly ReturnType<typeof block>[]) =>
        withTables(three, { crewBlock: blocks });
      // Blocks that stay are near the strips of the days before and after, and make nobody asked.
      const [one, two] = [block("before", "7T10:00"), block("then", "9T10:00")];
      for (const [without, and] of [
        [withBlocks(), withBlocks(block("duty", from))],
        [with3(one, two), with3(one, block("duty", from), two)],
      ] as const) {
        expect(askedAfter(rule, without, and)).toEqual(says);
        expect(askedAfter(rule, and, without)).toEqual(says);
      }
    });

    test("a block that moves is where it was and where it is", () => {
      const to = (start: string) => withBlocks(block("duty", start), block("other", "12T01:00"));
      expect(askedAfter(rule, to("8T10:00"), to("9T10:00"))).toEqual(["strip:a: a", "strip:b: b"]);
      expect(askedAfter(rule, to("8T10:00"), to("10T10:00"))).toEqual(["strip:a: a"]);
    });

    test("a day is near by its waking hours, whatever stands in it", () => {
      const ofDay = asking("day", { reads: ["blocksOf"], near: { blocksOf: { before: 0, after: 0 } } });
      const asks = (start: string) => askedAfter(ofDay, PLAN, withBlocks(block("duty", start)));
      expect(asks("10T10:00")).toEqual(["day:day-5:"]);
      expect(asks("10T05:30")).toEqual([]);
      expect(asks("10T05:31")).toEqual(["day:day-5:"]);
      expect(asks("10T21:29")).toEqual(["day:day-5:"]);
      expect(asks("10T21:30")).toEqual([]);
    });

    test("of strips that overlap the last to end counts", () => {
      const two = planOf({ a: { start: "8T10:00" }, b: { start: "8T10:15" } });
      const strip = two.tables.strip.map((s) => (s.id === "a" ? { ...s, shootMin: minutes(120) } : s));
      const ofModule = asking("module", { reads: ["blocksOf"], near: { blocksOf: { before: 0, after: 0 } } });
      const plan = withTables(two, { strip });
      const asks = (start: string) =>
        askedAfter(ofModule, plan, withTables(plan, { crewBlock: [block("duty", start)] }));
      expect([asks("8T11:30"), asks("8T12:00")]).toEqual([["module:nauka: a b"], []]);
    });

    test("of several facts each has its reach", () => {
      const both = asking("strip", {
        reads: ["blocksOf", "placed"],
        near: { blocksOf: { before: 0, after: 0 }, placed: { before: 120, after: 0 } },
      });
      expect(askedAfter(both, PLAN, withBlocks(block("duty", "8T09:00")))).toEqual([]);
      const three = planOf({ a: { start: "8T10:00" }, b: { start: "9T10:00" }, c: { start: "10T10:00" } });
      const asks = (start: string) => askedAfter(both, three, moved(three, { b: { start } }));
      expect(asks("8T08:00")).toEqual(["strip:a: a", "strip:b: b"]);
      expect(asks("8T07:30")).toEqual(["strip:b: b"]);
      expect(asks("8T10:30")).toEqual(["strip:b: b"]);
    });

    test("of two that an edit changes at once either may be near", () => {
      const both = asking("strip", {
        reads: ["blocksOf", "placed"],
        near: { blocksOf: { before: 0, after: 0 }, placed: { before: 0, after: 0 } },
      });
      const three = planOf({ a: { start: "8T10:00" }, b: { start: "9T10:00" }, c: { start: "10T10:00" } });
      const far = moved(three, { b: { start: "11T10:00" } });
      const asks = (start: string) =>
        askedAfter(both, three, withTables(far, { crewBlock: [block("duty", start)] })).toSorted();
      expect(asks("8T10:00")).toEqual(["strip:a: a", "strip:b: b"]);
      expect(asks("12T10:00")).toEqual(["strip:b: b"]);
    });

    test("a fact beside them that stays makes nobody asked", () => {
      const beside = asking("strip", { reads: ["blocksOf", "people"], near });
      expect(askedAfter(beside, PLAN, withBlocks(block("duty", "11T10:00")))).toEqual([]);
      expect(askedAfter(beside, PLAN, withBlocks(block("duty", "8T10:00")))).toEqual(["strip:a: a"]);
    });

    test("a fact beside them is read whole", () => {
      const whole = asking("strip", { reads: ["blocksOf", "people"], near });
      const person = PLAN.tables.person.map((p) => ({ ...p }));
      const all = ["strip:a: a", "strip:b: b"];
      expect(askedAfter(whole, PLAN, withTables(PLAN, { person }))).toEqual(all);
      expect(askedAfter(whole, PLAN, withTables(withBlocks(block("duty", "8T10:00")), { person }))).toEqual(
        all,
      );
    });
  });
});

describe("a rule that judges stretches apart", () => {
  const apart = (over: Parameters<typeof asking>[1] = {}, says?: Parameters<typeof asking>[2]) =>
    asking("module", { apart: true, ...over }, says);
  const stretches = (strips: Readonly<Record<string, string>>) => {
    const all = Object.entries(strips).map(([id, start]) => [id, { start }] as const);
    return askedOf(planOf(Object.fromEntries(all)), apart()).map((line) =>
      line.replace("module:nauka: ", ""),
    );
  };

  test.each([
    { name: "strips of one date are one stretch", strips: { a: "8T10:00", b: "8T20:00" }, says: ["a b"] },
    { name: "strips of two dates are two", strips: { a: "8T10:00", b: "9T10:00" }, says: ["a", "b"] },
    {
      name: "of three dates, some with several",
      strips: { a: "8T10:00", b: "8T12:00", c: "9T10:00", d: "11T10:00", e: "11T10:10" },
      says: ["a b", "c", "d e"],
    },
    {
      name: "strips of two dates that touch are one: the night's last counts for the day before",
      strips: { a: "9T01:16", b: "9T01:46" },
      says: ["a b"],
    },
    { name: "a minute later they are two", strips: { a: "9T01:15", b: "9T01:46" }, says: ["a", "b"] },
    { name: "that overlap they are one", strips: { a: "9T01:20", b: "9T01:49" }, says: ["a b"] },
    {
      name: "beyond the last day the date counts",
      strips: { a: "20T23:00", b: "21T00:00" },
      says: ["a", "b"],
    },
  ])("$name", ({ strips, says }) => expect(stretches(strips)).toEqual(says));

  test("of strips that overlap the last to end holds them together", () => {
    const night = planOf({ a: { start: "9T00:00" }, b: { start: "9T01:00" }, c: { start: "9T02:00" } });
    expect(askedOf(night, apart())).toEqual(["module:nauka: a b", "module:nauka: c"]);
    const longer = (shootMin: number) =>
      withTables(night, {
        strip: night.tables.strip.map((s) => (s.id === "a" ? { ...s, shootMin: minutes(shootMin) } : s)),
      });
    expect(askedOf(longer(119), apart())).toEqual(["module:nauka: a b", "module:nauka: c"]);
    expect(askedOf(longer(120), apart())).toEqual(["module:nauka: a b c"]);
  });

  test.each([
    { dates: ["08", "09", "10"], says: ["a", "b", "c"] },
    { dates: ["09", "10", "09"], says: ["a b c"] },
    { dates: ["10", "09", "10"], says: ["a b c"] },
    { dates: ["08", "10", "09"], says: ["a", "b c"] },
    { dates: ["09", "08", "10"], says: ["a b", "c"] },
  ])("strips of one date stay together whatever lies between: days dated $dates", ({ dates, says }) => {
    const three = planOf({ a: { start: "8T10:00" }, b: { start: "9T10:00" }, c: { start: "10T10:00" } });
    const shootDay = three.tables.shootDay
      .slice(0, dates.length)
      .map((day, i) => ({ ...day, date: `2021-10-${dates[i]}` }));
    expect(askedOf(withTables(three, { shootDay }), apart())).toEqual(
      says.map((strips) => `module:nauka: ${strips}`),
    );
  });

  const PLAN = planOf({
    a: { start: "8T10:00" },
    b: { start: "8T14:00" },
    c: { start: "9T10:00" },
    d: { start: "11T10:00" },
    e: { start: "11T10:00", moduleId: "zvezda" },
  });
  test.each<{ name: string; to: Readonly<Record<string, Partial<Stands>>>; says: readonly string[] }>([
    { name: "one that moves in its date", to: { b: { start: "8T15:00" } }, says: ["module:nauka: a b"] },
    {
      name: "one that goes to another date",
      to: { b: { start: "9T15:00" } },
      says: ["module:nauka: a", "module:nauka: c b"],
    },
    {
      name: "one that goes to a date of its own",
      to: { c: { start: "10T10:00" } },
      says: ["module:nauka: c"],
    },
    { name: "one that goes before all", to: { d: { start: "8T09:00" } }, says: ["module:nauka: d a b"] },
    { name: "one off the board", to: { c: { start: null } }, says: [] },
    { name: "a whole date off the board", to: { a: { start: null }, b: { start: null } }, says: [] },
    {
      name: "one that goes to another module",
      to: { d: { moduleId: "zvezda" } },
      says: ["module:zvezda: d e"],
    },
  ])("after an edit is asked of the stretches that it touches: $name", ({ to, says }) => {
    expect(askedAfter(apart(), PLAN, moved(PLAN, to)).toSorted()).toEqual(says.toSorted());
  });

  test("is asked of stretches that other days cut otherwise", () => {
    const night = planOf({ a: { start: "8T21:00" }, b: { start: "9T01:00" }, c: { start: "10T10:00" } });
    expect(stretches({ a: "8T21:00", b: "9T01:00", c: "10T10:00" })).toEqual(["a b", "c"]);
    const shootDay = night.tables.shootDay.map((day) =>
      day.number === 4 ? { ...day, wakesAt: at("9T00:30") } : day,
    );
    const split = withTables(night, { shootDay });
    expect(askedAfter(apart(), night, split)).toEqual(["module:nauka: a", "module:nauka: b"]);
    expect(askedAfter(apart(), split, night)).toEqual(["module:nauka: a b"]);
  });

  test("looks as far from each stretch as it says", () => {
    const withBlock = (start: string, durationMin = 30) =>
      withTables(PLAN, { crewBlock: [block("duty", start, durationMin)] });
    const asks = (before: number, after: number, start: string, durationMin?: number) =>
      askedAfter(
        apart({ reads: ["blocksOf"], near: { blocksOf: { before, after } } }),
        PLAN,
        withBlock(start, durationMin),
      );
    expect(asks(0, 0, "9T10:10")).toEqual(["module:nauka: c"]);
    expect(asks(0, 0, "8T12:00")).toEqual(["module:nauka: a b"]);
    expect(asks(0, 0, "9T10:30")).toEqual([]);
    expect(asks(0, 0, "9T09:30")).toEqual([]);
    expect(asks(0, 0, "8T08:00", 3_000)).toEqual(["module:nauka: a b", "module:nauka: c"]);
    expect(asks(60, 30, "9T08:31")).toEqual(["module:nauka: c"]);
    expect(asks(60, 30, "9T08:30")).toEqual([]);
    expect(asks(60, 30, "9T10:59")).toEqual(["module:nauka: c"]);
    expect(asks(60, 30, "9T11:00")).toEqual([]);
    const TWO_DAYS = 2_880;
    expect(asks(0, TWO_DAYS, "10T09:00")).toEqual(["module:nauka: a b", "module:nauka: c"]);
    expect(asks(0, TWO_DAYS, "10T15:00")).toEqual(["module:nauka: c"]);
    expect(asks(TWO_DAYS, 0, "8T06:00")).toEqual(["module:nauka: a b", "module:nauka: c"]);
    expect(asks(TWO_DAYS, 0, "8T16:00")).toEqual(["module:nauka: c"]);
    const rule = apart({ reads: ["blocksOf"], near: { blocksOf: { before: 0, after: 0 } } });
    expect(askedAfter(rule, withBlock("9T10:10"), withBlock("11T10:00"))).toEqual([
      "module:nauka: c",
      "module:nauka: d",
      "module:zvezda: e",
    ]);
  });

  test("is asked of all of them when what it reads without a reach is another", () => {
    const duty = withTables(PLAN, { crewBlock: [block("duty", "8T10:00")] });
    expect(askedAfter(apart({ reads: ["blocksOf"] }), PLAN, duty)).toEqual([
      "module:nauka: a b",
      "module:nauka: c",
      "module:nauka: d",
      "module:zvezda: e",
    ]);
  });

  test("of modules that come and go is asked of what is new, and of no stretch that stays", () => {
    const [nauka, zvezda, zarya] = PLAN.tables.module;
    if (!nauka || !zvezda || !zarya) throw new Error("three modules");
    const rule = apart({}, (group) => ({ violations: [breach(`${group.key} ${idsOf(group).join(" ")}`)] }));
    const says = ({ report }: { readonly report: { readonly findings: readonly Finding[] } }) =>
      report.findings.map((f) => f.message);
    const ofNauka = ["module:nauka a b", "module:nauka c", "module:nauka d"];
    const start = startCheck(PLAN, [rule]);
    askedSince();
    const turned = start.after(withTables(PLAN, { module: [row("module", "poisk"), zarya, zvezda, nauka] }));
    expect([askedSince(), says(turned)]).toEqual([[], ["module:zvezda e", ...ofNauka]]);
    const then = turned.after(moved(turned.snapshot, { c: { start: "9T11:00" }, e: { moduleId: "poisk" } }));
    expect(askedSince().toSorted()).toEqual(["module:nauka: c", "module:poisk: e"]);
    expect(says(then)).toEqual(["module:poisk e", ...ofNauka]);
    const fewer = then.after(withTables(then.snapshot, { module: [nauka] }));
    expect([askedSince(), says(fewer)]).toEqual([[], ofNauka]);
    const more = fewer.after(withTables(fewer.snapshot, { module: [nauka, zvezda] }));
    expect([askedSince(), says(more)]).toEqual([[], ofNauka]);
    const back = more.after(PLAN);
    expect(askedSince().toSorted()).toEqual(["module:nauka: c", "module:zvezda: e"]);
    expect(back.report).toEqual(start.report);
  });

  test("is asked of all the stretches of a module that is another itself", () => {
    const module = PLAN.tables.module.map((m) => (m.id === "nauka" ? { ...m, name: "Science" } : m));
    expect(askedAfter(apart(), PLAN, withTables(PLAN, { module }))).toEqual([
      "module:nauka: a b",
      "module:nauka: c",
      "module:nauka: d",
    ]);
  });

  test("of a module that is not there says nothing until it comes, with the strips that it has then", () => {
    const lost = planOf({
      a: { start: "8T10:00", moduleId: "poisk" },
      b: { start: "8T12:00", moduleId: "poisk" },
    });
    expect(askedAfter(apart(), lost, moved(lost, { a: { start: "8T11:00" } }))).toEqual([]);
    const there = startCheck(lost, [apart()]).after(moved(lost, { a: { start: "8T11:00" } }));
    const module = [...lost.tables.module, row("module", "poisk")];
    expect(askedAfter(apart(), there.snapshot, withTables(there.snapshot, { module }))).toEqual([
      "module:poisk: a b",
    ]);
  });

  test("of a person a strip counts for the date of their own call", () => {
    // Rig from 01:30, which counts for the evening of the 8th; directed from 01:50, which counts for the morning of the 9th.
    const night = planOf({ n: { start: "9T01:30" }, day: { start: "9T15:00" } });
    const longer = withTables(night, {
      strip: night.tables.strip.map((s) => (s.id === "n" ? { ...s, rigMin: minutes(20) } : s)),
      assignment: [
        row("assignment", "rigs", { stripId: "n", job: "camera", personId: "bob" }),
        ...night.tables.assignment,
        row("assignment", "again", { stripId: "day", job: "camera", personId: "bob" }),
      ],
    });
    const ofPeople = asking("person", { apart: true });
    expect(askedOf(longer, ofPeople)).toEqual(["person:ann: n day", "person:bob: n", "person:bob: day"]);
    expect(askedOf(longer, apart())).toEqual(["module:nauka: n", "module:nauka: day"]);
  });

  test("of people, and of the plan", () => {
    const ofPeople = asking("person", { apart: true });
    expect(askedOf(PLAN, ofPeople)).toEqual(["person:ann: a b", "person:ann: c", "person:ann: d e"]);
    expect(askedAfter(ofPeople, PLAN, moved(PLAN, { e: { start: "12T10:00" } }))).toEqual([
      "person:ann: d",
      "person:ann: e",
    ]);
    const ofThePlan = asking("plan", { apart: true });
    expect(askedOf(PLAN, ofThePlan)).toEqual(["plan: a b", "plan: c", "plan: d e"]);
    expect(askedAfter(ofThePlan, PLAN, moved(PLAN, { c: { start: "10T10:00" } }))).toEqual(["plan: c"]);
  });

  describe("and looks back", () => {
    const back = apart({ apart: { after: ({ strip }) => ["a", "e"].includes(strip.id) } });
    test("sees the nearest stretch before that holds what it looks for", () => {
      expect(askedOf(PLAN, back)).toEqual([
        "module:nauka: a b",
        "module:nauka: c after a b",
        "module:nauka: d after a b",
        "module:zvezda: e",
      ]);
    });

    test.each<{ name: string; to: Readonly<Record<string, Partial<Stands>>>; says: readonly string[] }>([
      {
        name: "what it sees moves",
        to: { a: { start: "8T11:00" } },
        says: ["module:nauka: a b", "module:nauka: c after a b", "module:nauka: d after a b"],
      },
      {
        name: "what it passes over moves",
        to: { c: { start: "9T11:00" } },
        says: ["module:nauka: c after a b"],
      },
      {
        name: "what it sees goes",
        to: { a: { start: null }, b: { start: null } },
        says: ["module:nauka: c", "module:nauka: d"],
      },
      { name: "the last moves", to: { d: { start: "12T10:00" } }, says: ["module:nauka: d after a b"] },
      {
        name: "something that it looks for comes between",
        to: { e: { moduleId: "nauka", start: "10T10:00" } },
        says: ["module:nauka: e after a b", "module:nauka: d after e"],
      },
    ])("is asked again: $name", ({ to, says }) => {
      expect(askedAfter(back, PLAN, moved(PLAN, to)).toSorted()).toEqual(says.toSorted());
    });
  });

  describe("and says something of its subject besides", () => {
    const besides = (group: AnyGroup): Judged<string> => {
      asked.push(`besides ${[group.key, ...idsOf(group)].join(" ")}`);
      return { violations: [breach(`besides ${group.key}`)], unknown: [] };
    };
    const rule = apart({ besides, reads: ["blocksOf"] }, (group) => ({
      violations: [breach(idsOf(group).join(" "))],
    }));
    const ofAll = ["besides module:nauka", "besides module:zvezda", "besides module:zarya"];
    const askedBesides = (lines: readonly string[]) => lines.filter((line) => line.startsWith("besides"));

    test("says it first, once for each subject, whatever its strips", () => {
      const { findings } = check(PLAN, [rule]);
      expect(findings.map((f) => f.message)).toEqual([
        "besides module:nauka",
        "a b",
        "c",
        "d",
        "besides module:zvezda",
        "e",
        "besides module:zarya",
      ]);
      expect(askedBesides(askedOf(PLAN, rule))).toEqual(ofAll);
    });

    test("what of it cannot be judged is told with what of the strips cannot", () => {
      const gaps = (group: AnyGroup) => [{ reason: "Not known.", strips: idsOf(group), span: null }];
      const open = apart(
        {
          besides: (group) => ({
            violations: [],
            unknown: [...gaps(group), { reason: "Nor that.", strips: [], span: null }],
          }),
        },
        (group) => ({ unknown: gaps(group) }),
      );
      const lines = (rule: Rule) =>
        check(PLAN, [rule]).findings.map((f) => `${f.groupKey} ${f.message} ${f.strips.join(" ")}`.trim());
      expect(lines(open)).toEqual([
        "module:nauka Not known. a b c d",
        "module:nauka Nor that.",
        "module:zvezda Not known. e",
        "module:zvezda Nor that.",
        "module:zarya Not known.",
        "module:zarya Nor that.",
      ]);
    });

    test("is not asked it again when a strip moves, and is when what it reads is another", () => {
      expect(askedAfter(rule, PLAN, moved(PLAN, { c: { start: "9T11:00" } }))).toEqual(["module:nauka: c"]);
      const duty = withTables(PLAN, { crewBlock: [block("duty", "8T10:00")] });
      expect(askedBesides(askedAfter(rule, PLAN, duty))).toEqual(ofAll);
    });
  });
});

describe("what is said", () => {
  const PLAN = planOf({
    a: { start: "8T10:00" },
    b: { start: "9T10:00" },
    c: { start: "10T10:00" },
    d: { start: "10T14:00" },
  });
  const gap = (reason: string, group: AnyGroup, from: string | null = null) => ({
    reason,
    strips: idsOf(group),
    span: from === null ? null : span(from, "12T00:00"),
  });
  const told = (findings: readonly Finding[]) =>
    findings.map((f) => `${f.kind} ${f.id} ${f.message} ${f.strips.join("+")}`);

  test("breaches of all stretches come before gaps, and a gap of one reason and no span is told once", () => {
    const rule = asking("module", { apart: true }, (group) => ({
      violations: [breach("No.", { strips: idsOf(group) })],
      unknown: [gap("Not known.", group), ...(idsOf(group)[0] === "b" ? [gap("Nor this.", group)] : [])],
    }));
    expect(told(check(PLAN, [rule]).findings)).toEqual([
      "violation x|module:nauka|a No. a",
      "violation x|module:nauka|b No. b",
      "violation x|module:nauka|c+d No. c+d",
      "unknown x|module:nauka?|a+b+c+d Not known. a+b+c+d",
      "unknown x|module:nauka?|b Nor this. b",
    ]);
  });

  test("two gaps of one reason are one already, and a gap is a finding of nobody's that costs nothing", () => {
    const rule = asking("module", { apart: true, level: "soft" }, (group) => ({
      unknown: [gap("Not known.", group)],
    }));
    expect(check(planOf({ a: { start: "8T10:00" }, b: { start: "9T10:00" } }), [rule]).findings).toEqual([
      {
        id: "x|module:nauka?|a+b",
        ruleId: "x",
        kind: "unknown",
        level: "soft",
        amount: 0,
        unit: "minutes",
        points: 0,
        waiverId: null,
        span: null,
        strips: ["a", "b"],
        people: [],
        groupKey: "module:nauka",
        message: "Not known.",
      },
    ]);
  });

  test("of two gaps the one that an edit changes is told anew", () => {
    const rule = asking("module", { apart: true, reads: ["events"] }, (group) => ({
      unknown: [
        gap("Always.", group),
        gap(group.facts.events.length > 0 ? "With an event." : "Without.", group),
      ],
    }));
    const start = startCheck(PLAN, [rule]);
    const messages = (report: { readonly findings: readonly Finding[] }) =>
      report.findings.map((f) => f.message);
    expect(messages(start.report)).toEqual(["Always.", "Without."]);
    const burning = start.after(withTables(PLAN, { stationEvent: [event("burn")] }));
    expect(messages(burning.report)).toEqual(["Always.", "With an event."]);
  });

  test("gaps that have a span are told one by one", () => {
    const rule = asking("module", { apart: true }, (group) => ({
      unknown: [gap("Not known.", group, "8T00:00")],
    }));
    expect(told(check(PLAN, [rule]).findings)).toEqual([
      "unknown x|module:nauka?|a Not known. a",
      "unknown x|module:nauka?|b Not known. b",
      "unknown x|module:nauka?|c+d Not known. c+d",
    ]);
  });

  test("an edit brings, changes and takes a gap", () => {
    const rule = asking("module", { apart: true }, (group) => ({
      unknown: idsOf(group).some((id) => (id as string) === "d") ? [gap("Not known.", group)] : [],
    }));
    const start = startCheck(PLAN, [rule]);
    expect(told(start.report.findings)).toEqual(["unknown x|module:nauka?|c+d Not known. c+d"]);
    const alone = start.after(moved(PLAN, { d: { start: "11T10:00" } }));
    expect(told(alone.report.findings)).toEqual(["unknown x|module:nauka?|d Not known. d"]);
    const none = alone.after(moved(PLAN, { d: { start: null } }));
    expect(told(none.report.findings)).toEqual([]);
    expect(none.after(PLAN).report).toEqual(start.report);
  });

  test("a gap that an edit leaves is the very same, one that it changes is another", () => {
    const rule = asking("module", { apart: true, reads: ["events"] }, (group) =>
      idsOf(group).length > 0
        ? { unknown: [gap(`Of ${group.facts.events.length > 1 ? "many" : "few"}.`, group)] }
        : {},
    );
    const start = startCheck(PLAN, [rule]);
    const one = start.after(withTables(PLAN, { stationEvent: [event("burn")] }));
    expect(one.report.findings[0]).toBe(start.report.findings[0]);
    const two = one.after(withTables(PLAN, { stationEvent: [event("burn"), event("spin")] }));
    expect(told(two.report.findings)).toEqual(["unknown x|module:nauka?|a+b+c+d Of many. a+b+c+d"]);
    const fewer = start.after(moved(PLAN, { d: { start: null } }));
    expect(told(fewer.report.findings)).toEqual(["unknown x|module:nauka?|a+b+c Of few. a+b+c"]);
    const other = fewer.after(moved(PLAN, { c: { start: null } }));
    expect(told(other.report.findings)).toEqual(["unknown x|module:nauka?|a+b+d Of few. a+b+d"]);
  });

  test("a gap whose span alone is another is another", () => {
    const rule = asking("module", { apart: true, reads: ["events"] }, (group) =>
      idsOf(group).length > 0
        ? { unknown: [gap("Not known.", group, group.facts.events.length > 0 ? "9T00:00" : null)] }
        : {},
    );
    const alone = planOf({ a: { start: "8T10:00" } });
    const burning = withTables(alone, { stationEvent: [event("burn")] });
    const there = startCheck(alone, [rule]).after(burning);
    expect(there.report.findings.map((f) => f.span)).toEqual([span("9T00:00", "12T00:00")]);
  });

  test("a rule that fails on a stretch leaves the others judged, until the stretch is another", () => {
    const rule = asking("module", { apart: true }, (group) => {
      if (idsOf(group).length > 1) throw new Error("a mistake of ours");
      return { violations: [breach("No.", { strips: idsOf(group) })] };
    });
    const start = startCheck(PLAN, [rule]);
    expect(told(start.report.findings)).toEqual([
      "violation x|module:nauka|a No. a",
      "violation x|module:nauka|b No. b",
      "unknown x|module:nauka?|c+d Rule x failed here and could not judge nauka. c+d",
    ]);
    const there = start.after(moved(PLAN, { d: { start: "11T10:00" } }));
    expect(told(there.report.findings)).toEqual([
      "violation x|module:nauka|a No. a",
      "violation x|module:nauka|b No. b",
      "violation x|module:nauka|c No. c",
      "violation x|module:nauka|d No. d",
    ]);
    expect(there.after(PLAN).report).toEqual(start.report);
  });

  test("of very many strips a finding keeps its id from edit to edit, and names those that it is of now", () => {
    const starts = Array.from({ length: 20 }, (_, i) => [`s${i}`, { start: `8T${10 + (i % 10)}:0${i % 3}` }]);
    const many = planOf(Object.fromEntries(starts));
    const rule = asking("module", {}, (group) => {
      const strips = idsOf(group);
      return strips.length > 0
        ? { violations: [breach("All.", { strips }), breach("Again.", { strips })] }
        : {};
    });
    const idOf = (ids: readonly string[]) => `x|module:nauka|${ids.toSorted().join("+")}`;
    const ids = many.tables.strip.map((s) => s.id as string);
    const start = startCheck(many, [rule]);
    expect(start.report.findings.map((f) => f.id)).toEqual([idOf(ids), `${idOf(ids)}|1`]);
    const first = start.after(moved(many, { s3: { start: "8T09:00" } }));
    expect(first.report.findings.map((f) => f.id)).toEqual([idOf(ids), `${idOf(ids)}|1`]);
    expect(first.report.findings.map((f) => f.strips[0])).toEqual(["s3", "s3"]);
    const fewer = first.after(moved(many, { s3: { start: null } }));
    const left = ids.filter((id) => id !== "s3");
    expect(fewer.report.findings.map((f) => f.id)).toEqual([idOf(left), `${idOf(left)}|1`]);
    expect(fewer.report.findings.map((f) => f.strips.length)).toEqual([19, 19]);
    expect(fewer.after(many).report).toEqual(start.report);
  });
});

describe("how a rule is set", () => {
  const PLAN = planOf({ a: { start: "8T10:00" } });
  const rule = asking("strip", { params: z.object({ most: z.number().max(9).default(1) }) }, (_, params) => ({
    violations: [breach(`At most ${(params as { most: number }).most}.`)],
  }));
  const set = (params: object) =>
    withTables(PLAN, { ruleSetting: [row("ruleSetting", "x", { params: params as never })] });

  test("otherwise, it is asked of all; the same in another row, of nobody", () => {
    expect(askedAfter(rule, PLAN, set({ most: 2 }))).toEqual(["strip:a: a"]);
    expect(askedAfter(rule, set({ most: 2 }), set({ most: 3 }))).toEqual(["strip:a: a"]);
    expect(askedAfter(rule, set({ most: 2 }), set({ most: 2 }))).toEqual([]);
  });

  test("to what does not fit, it is not judged until it fits", () => {
    const start = startCheck(set({ most: 2 }), [rule]);
    const wrong = start.after(set({ most: 99 }));
    expect(wrong.report.judged).toEqual([]);
    expect(wrong.report.findings.map((f) => [f.groupKey, f.message])).toEqual([
      [
        "plan",
        "Rule x was not judged: its parameters do not fit. most: 99 is too much. Use at most 9. Set them again on the rules page.",
      ],
    ]);
    const still = wrong.after(moved(set({ most: 99 }), { a: { start: "8T11:00" } }));
    expect(still.report).toEqual(wrong.report);
    const right = still.after(set({ most: 3 }));
    expect(right.report.findings.map((f) => f.message)).toEqual(["At most 3."]);
    expect(right.report.judged).toEqual(["x"]);
  });
});
