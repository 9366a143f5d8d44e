import { expect, test } from "vitest";
import type * as z from "zod";
import { at, plan, row } from "../model/build.ts";
import type { Rule } from "../model/rule.ts";
import { crewTime } from "./crew-time.ts";
import { fewHoldDays } from "./few-hold-days.ts";
import { fewMoves } from "./few-moves.ts";
import { judge } from "./judge.ts";
import { reserve } from "./reserve.ts";
import { scriptOrder } from "./script-order.ts";
import { stability } from "./stability.ts";
import { tiers } from "./tiers.ts";

type SetUp = Parameters<typeof row<"setUp">>[2];
/** Strip p is placed, strip b in the boneyard. */
const planOf = (...setUps: readonly SetUp[]) =>
  plan({
    scene: [row("scene", "7")],
    strip: [
      row("strip", "p", { sceneId: "7", startsAt: at("8T10:00") }),
      row("strip", "b", { sceneId: "7" }),
    ],
    setUp: setUps.map((setUp, i) => row("setUp", `u${i}`, { sceneId: "7", stripId: "b", ...setUp })),
  });

test.each<{ name: string; setUps: readonly SetUp[]; points: number }>([
  { name: "a should set-up left out", setUps: [{ tier: "should" }], points: 20_000 },
  { name: "a nice one, a tenth of it", setUps: [{ tier: "nice" }], points: 2_000 },
  { name: "both add up", setUps: [{ tier: "should" }, { tier: "nice" }, { tier: "nice" }], points: 24_000 },
  { name: "must is for must-scenes", setUps: [{ tier: "must" }], points: 0 },
  { name: "placed costs nothing", setUps: [{ tier: "should", stripId: "p" }], points: 0 },
  { name: "shot costs nothing", setUps: [{ tier: "should", isShot: true }], points: 0 },
  { name: "on no strip is left out", setUps: [{ tier: "nice", stripId: null }], points: 2_000 },
])("$name", ({ setUps, points }) => {
  expect(judge(tiers, planOf(...setUps)).amount).toBe(points);
});

test("says how many of which, and the strips that hold them", () => {
  const { messages, violations } = judge(
    tiers,
    planOf({ tier: "should" }, { tier: "nice" }, { tier: "nice", stripId: null }),
  );
  expect(messages).toEqual(["Not placed: 1 should set-up and 2 nice set-ups (1 h 30), 24,000 points."]);
  expect(violations).toMatchObject([{ points: 24_000, strips: ["b"] }]);
});

const SOFT: readonly Rule[] = [tiers, crewTime, fewMoves, fewHoldDays, reserve, scriptOrder, stability];

test.each(SOFT)("$id has a weight in points, 0 or more, that the amount is counted by", (rule) => {
  const parse = (raw: unknown) =>
    rule.params.safeParse(raw) as z.ZodSafeParseResult<{ pointsPerUnit: number }>;
  expect(parse({}).data?.pointsPerUnit).toBeGreaterThan(0);
  expect(parse({ pointsPerUnit: -1 }).success).toBe(false);
});

test("no sum of the others buys off a should set-up in a plan of usual size", () => {
  const weight = (rule: Rule) => (rule.params.parse({}) as { pointsPerUnit: number }).pointsPerUnit;
  const most = [
    weight(crewTime) * 8 * 8 * 120,
    weight(fewMoves) * 149,
    weight(fewHoldDays) * 30,
    weight(reserve) * 12 * 240,
    weight(scriptOrder) * ((150 * 149) / 2),
    weight(stability) * 150,
  ].reduce((sum, points) => sum + points, 0);
  const { amount } = judge(tiers, planOf({ tier: "should" }));
  expect(most).toBeLessThan(amount);
  expect(judge(tiers, planOf({ tier: "nice" })).amount).toBeLessThan(amount);
});

test("tells only what is left out, and never what must be shot", () => {
  expect(judge(tiers, planOf({ tier: "should" }, { tier: "must" })).findings).toEqual([
    "Not placed: 1 should set-up (30 min), 20,000 points. | 20000 soft = 20000 points | no span | b | nobody",
  ]);
  expect(judge(tiers, planOf({ tier: "nice" }, { tier: "must", stripId: null })).findings).toEqual([
    "Not placed: 1 nice set-up (30 min), 2,000 points. | 2000 soft = 2000 points | no span | b | nobody",
  ]);
});
