import { describe, expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row, span } from "../model/build.ts";
import type { Finding } from "../model/finding.ts";
import type { Waiver } from "../model/rule-setting.ts";
import { check } from "./check.ts";
import { sleep } from "./sleep.ts";
import { waiverUses, withWaivers } from "./waivers.ts";

/** Dubrov films for 45 min, of which 30 in his sleep period. */
const planWith = (waivers: readonly Waiver[], startsAt = "8T21:15") =>
  plan({
    person: [row("person", "dubrov")],
    scene: [row("scene", "1", { moduleId: "nauka" })],
    module: [row("module", "nauka")],
    strip: [
      row("strip", "s1", { sceneId: "1", startsAt: at(startsAt), moduleId: "nauka", shootMin: minutes(45) }),
    ],
    setUp: [row("setUp", "1A", { sceneId: "1", stripId: "s1" })],
    assignment: [row("assignment", "a1", { stripId: "s1", job: "camera", personId: "dubrov" })],
    crewBlock: [
      row("crewBlock", "b", {
        personId: "dubrov",
        kind: "sleep",
        startsAt: at("8T21:30"),
        durationMin: minutes(510),
      }),
    ],
    waiver: waivers,
  });
const waiver = (fields: Partial<Waiver> = {}): Waiver =>
  row("waiver", "w", {
    ...{ ruleId: "sleep", stripIds: ["s1"], startsAt: at("8T06:00"), endsAt: at("9T06:00"), amount: 30 },
    ...(fields as object),
  });
const reportOf = (waivers: readonly Waiver[], startsAt?: string) =>
  check(planWith(waivers, startsAt), [sleep]);

test("a breach without waiver does not fit; with one it does, and shows as waived", () => {
  expect(reportOf([])).toMatchObject({ verdict: "does-not-fit", findings: [{ waiverId: null }] });
  expect(reportOf([waiver()])).toMatchObject({
    verdict: "fits",
    findings: [{ waiverId: "w", level: "hard", amount: 30 }],
  });
});

describe("a waiver covers nothing else", () => {
  test.each([
    { name: "another rule", fields: { ruleId: "travel" } },
    { name: "another strip", fields: { stripIds: ["s2"] } },
    { name: "nobody", fields: { stripIds: [] } },
    { name: "another person", fields: { personIds: ["novitsky"] } },
    { name: "a smaller amount", fields: { amount: 29 } },
    { name: "a time that ends before", fields: { endsAt: at("8T21:40") } },
    { name: "a time that begins after", fields: { startsAt: at("8T22:00") } },
  ])("$name", ({ fields }) => {
    expect(reportOf([waiver(fields as never)]).verdict).toBe("does-not-fit");
  });
});

describe("what has become of it", () => {
  const usesOf = (w: Waiver, startsAt?: string) =>
    waiverUses(reportOf([w], startsAt).findings, [w]).map(({ covers, lapsed }) => ({
      covers: covers.length,
      lapsed: lapsed.map(({ why }) => why),
    }));

  test("it covers", () => expect(usesOf(waiver())).toEqual([{ covers: 1, lapsed: [] }]));
  test("it lapses when the amount grows", () =>
    expect(usesOf(waiver({ amount: 20 }))).toEqual([{ covers: 0, lapsed: ["grown"] }]));
  test("it lapses when the strip moves out of its time", () =>
    expect(usesOf(waiver({ endsAt: at("8T21:00") }))).toEqual([{ covers: 0, lapsed: ["moved"] }]));
  test("it is not needed when nothing is broken", () =>
    expect(usesOf(waiver(), "8T15:00")).toEqual([{ covers: 0, lapsed: [] }]));
});

describe("of what a waiver speaks", () => {
  const found = (over: Partial<Finding> = {}): Finding => ({
    id: "f",
    ruleId: "sleep",
    kind: "violation",
    level: "hard",
    amount: 30,
    unit: "minutes",
    points: 0,
    waiverId: null,
    span: span("8T10:00", "8T10:30"),
    strips: ["s1"] as never,
    people: ["dubrov"] as never,
    groupKey: "person:dubrov",
    message: "Found.",
    ...over,
  });
  const isCovered = (finding: Partial<Finding>, w: Parameters<typeof waiver>[0] = {}) =>
    withWaivers([found(finding)], [waiver(w)])[0]?.waiverId === "w";
  const ids = (...names: string[]) => names as never;

  test.each<{ name: string; finding: Partial<Finding>; w?: Parameters<typeof waiver>[0]; covered: boolean }>([
    { name: "a hard violation of its rule", finding: {}, covered: true },
    { name: "no gap", finding: { kind: "unknown" }, covered: false },
    { name: "no soft one, which costs points", finding: { level: "soft" }, covered: false },
    { name: "two strips of which it names one", finding: { strips: ids("s1", "s2") }, covered: false },
    {
      name: "two strips, both named",
      finding: { strips: ids("s1", "s2") },
      w: { stripIds: ids("s2", "s1") },
      covered: true,
    },
    { name: "a person named beside the strip", finding: {}, w: { personIds: ids("dubrov") }, covered: true },
    {
      name: "two people of whom it names one",
      finding: { people: ids("dubrov", "novitsky") },
      w: { personIds: ids("dubrov") },
      covered: false,
    },
    {
      name: "two people, both named",
      finding: { people: ids("dubrov", "novitsky") },
      w: { personIds: ids("novitsky", "dubrov") },
      covered: true,
    },
    {
      name: "no strip, a person named",
      finding: { strips: [] },
      w: { stripIds: [], personIds: ids("dubrov") },
      covered: true,
    },
    { name: "no strip, and nobody named", finding: { strips: [] }, covered: false },
    {
      name: "neither strip nor person",
      finding: { strips: [], people: [] },
      w: { stripIds: [], personIds: ids("dubrov") },
      covered: false,
    },
    {
      name: "a strip, where it names only people",
      finding: {},
      w: { stripIds: [], personIds: ids("dubrov") },
      covered: false,
    },
    { name: "what has no time", finding: { span: null }, covered: true },
    {
      name: "what fills its time",
      finding: {},
      w: { startsAt: at("8T10:00"), endsAt: at("8T10:30") },
      covered: true,
    },
    { name: "what begins before it", finding: {}, w: { startsAt: at("8T10:01") }, covered: false },
    { name: "what ends after it", finding: {}, w: { endsAt: at("8T10:29") }, covered: false },
    { name: "as much as it allows", finding: {}, w: { amount: 30 }, covered: true },
    { name: "more", finding: {}, w: { amount: 29 }, covered: false },
  ])("$name: $covered", ({ finding, w, covered }) => expect(isCovered(finding, w)).toBe(covered));

  test.each([
    { name: "another strip beside its own", finding: { strips: ids("s1", "s2") }, why: ["others"] },
    {
      name: "another person beside its own",
      finding: { people: ids("dubrov", "novitsky") },
      why: ["others"],
    },
    { name: "its person on no strip", finding: { strips: [] }, why: ["others"] },
    { name: "its person on another's strip", finding: { strips: ids("s2") }, why: [] },
    { name: "a soft one", finding: { strips: ids("s1", "s2"), level: "soft" as const }, why: [] },
  ])("$name: $why", ({ finding, why }) => {
    const w = waiver({ personIds: ids("dubrov"), stripIds: ids("s1") });
    const people = finding.strips?.length === 0 ? ids("dubrov", "novitsky") : undefined;
    const [use] = waiverUses([found(people ? { ...finding, people } : finding)], [w]);
    expect(use?.lapsed.map((each) => each.why)).toEqual(why);
  });

  test.each([
    { name: "its strip among others", finding: { strips: ids("s2", "s1") }, isOpen: true },
    { name: "another strip", finding: { strips: ids("s2") }, isOpen: false },
    { name: "its rule in the whole plan", finding: { strips: [], span: null }, isOpen: true },
    { name: "its time", finding: { strips: [] }, isOpen: true },
    {
      name: "another time",
      finding: { strips: [], span: span("20T10:00", "20T11:00") },
      isOpen: false,
    },
    { name: "another rule", finding: { ruleId: "travel" }, isOpen: false },
  ])("what is not known of $name leaves it open: $isOpen", ({ finding, isOpen }) => {
    const gap = found({ kind: "unknown", amount: 0, ...finding });
    expect(waiverUses([gap], [waiver()])[0]?.open).toEqual(isOpen ? [gap] : []);
  });

  test("what breaks leaves nothing open", () =>
    expect(waiverUses([found(), found({ strips: ids("s2") })], [waiver()])[0]?.open).toEqual([]));

  test("the first that covers it is named, one that has lapsed is passed over", () => {
    const [small, second, third] = [{ id: "small", amount: 1 }, { id: "second" }, { id: "third" }].map(
      (over) => waiver(over as never),
    );
    expect(withWaivers([found()], [small!, second!, third!])).toEqual([
      found({ waiverId: "second" as never }),
    ]);
  });

  test("a finding that another waiver covers is not told as lapsed, nor one that it does not speak of", () => {
    const small = waiver({ amount: 1 });
    const others = [found({ waiverId: "other" as never }), found({ ruleId: "travel", amount: 99 })];
    expect(waiverUses(others, [small])).toEqual([{ waiver: small, covers: [], lapsed: [], open: [] }]);
    const grown = found({ amount: 2 });
    const moved = found({ span: span("20T10:00", "20T11:00") });
    expect(waiverUses([grown, moved], [small])).toEqual([
      {
        waiver: small,
        covers: [],
        lapsed: [
          { finding: grown, why: "grown" },
          { finding: moved, why: "moved" },
        ],
        open: [],
      },
    ]);
    const covered = found({ waiverId: "w" as never });
    expect(waiverUses([covered], [small])).toEqual([
      { waiver: small, covers: [covered], lapsed: [], open: [] },
    ]);
  });
});
