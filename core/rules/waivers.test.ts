import { describe, expect, test } from "vitest";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import type { Waiver } from "../model/rule-setting.ts";
import { check } from "./check.ts";
import { sleep } from "./sleep.ts";
import { waiverUses } from "./waivers.ts";

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
