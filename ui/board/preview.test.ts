import { expect, test } from "vitest";
import { minutes } from "#core/base/quantity.ts";
import { at, plan, row, shootDays } from "#core/model/build.ts";
import type { Finding } from "#core/model/finding.ts";
import { check } from "#core/rules/check.ts";
import { effectOf } from "#core/scenario/effect.ts";
import { previewMoves, previewText, previewTone, without } from "./preview.ts";

const snapshot = plan({
  shootDay: shootDays(6, 7),
  person: [row("person", "mara")],
  module: [row("module", "nauka")],
  scene: [row("scene", "1", { moduleId: "nauka" })],
  strip: [
    row("strip", "a", { sceneId: "1", moduleId: "nauka", startsAt: at("6T10:00"), rigMin: minutes(60) }),
  ],
  setUp: [row("setUp", "1A", { sceneId: "1", stripId: "a" })],
  assignment: [row("assignment", "x", { stripId: "a", job: "camera", personId: "mara" })],
  crewBlock: [
    row("crewBlock", "sleep", {
      personId: "mara",
      kind: "sleep",
      startsAt: at("6T21:30"),
      durationMin: minutes(510),
    }),
  ],
});
const judge = (tables: typeof snapshot.tables) => check({ ...snapshot, tables });
const before = judge(without(snapshot.tables, ["a"]));

test("a move into the sleep period says what it would break, and by how much", () => {
  const preview = previewMoves(
    snapshot.tables,
    before,
    [{ stripId: "a", startsAt: "2021-10-06T21:00:00Z" }],
    judge,
  );
  const sleep = preview?.breaks.find((f) => f.ruleId === "sleep");
  expect(sleep?.amount).toBe(60);
  expect(preview && previewTone(preview)).toBe("fails");
  expect(preview && previewText(preview)).toMatch(/^\d+ · \d+ min$/);
});

test.each([
  { minutes: 0, says: "1" },
  { minutes: 999, says: "1 · 999 min" },
  { minutes: 1_000, says: "1 · 17 h" },
  { minutes: 6_674, says: "1 · 111 h" },
])("$minutes min over are told as $says", ({ minutes: over, says }) => {
  const [finding] = check(snapshot).findings;
  expect(finding && previewText({ breaks: [finding], asks: [], mends: 0, minutes: over } as never)).toBe(
    says,
  );
});

test("minutes of several rules are not added: only how many are broken is told", () => {
  const of = (...ruleIds: readonly string[]) =>
    previewText({ breaks: ruleIds.map((ruleId) => ({ ruleId })), asks: [], mends: 0, minutes: 291 } as never);
  expect(of("sleep", "sleep")).toBe("2 · 291 min");
  expect(of("sleep", "meal-break", "sleep")).toBe("3");
});

test("a place that breaks nothing says what cannot be judged there", () => {
  const preview = previewMoves(
    snapshot.tables,
    before,
    [{ stripId: "a", startsAt: "2021-10-06T10:05:00Z" }],
    judge,
  );
  expect(preview?.breaks).toEqual([]);
  expect(preview && previewText(preview)).toMatch(/^\d unknown$/);
  expect(preview && previewText({ ...preview, asks: [] })).toBe("fits");
});

test("a pinned strip has no preview", () => {
  const pinned = {
    ...snapshot.tables,
    strip: snapshot.tables.strip.map((strip) => ({ ...strip, isPinned: true })),
  };
  expect(
    previewMoves(pinned, before, [{ stripId: "a", startsAt: "2021-10-06T12:00:00Z" }], judge),
  ).toBeNull();
});

test("amounts are compared by rule and whom they concern, whatever strips a finding names", () => {
  const finding = (amount: number, message: string): Finding => ({
    id: message,
    ruleId: "daily-duty",
    kind: "violation",
    level: "hard",
    amount,
    unit: "minutes over",
    points: 0,
    waiverId: null,
    span: null,
    strips: [],
    people: [],
    groupKey: "person:mara",
    message,
  });
  const report = (...findings: Finding[]) => ({ ...before, findings });
  const worse = effectOf(report(finding(10, "10 over")), report(finding(25, "25 over")));
  expect(worse).toMatchObject({ minutes: 15, mends: 0, breaks: [{ message: "25 over", amount: 15 }] });
  expect(effectOf(report(finding(25, "25 over")), report(finding(10, "10 over")))).toMatchObject({
    breaks: [],
    mends: 1,
  });
  expect(effectOf(report(finding(25, "25 over")), report())).toMatchObject({ breaks: [], mends: 1 });
});
