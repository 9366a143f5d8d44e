import fc from "fast-check";
import { expect, test } from "vitest";
import { plusMinutes } from "../base/instant.ts";
import { minutes } from "../base/quantity.ts";
import { at, plan, row } from "../model/build.ts";
import { judge } from "./judge.ts";
import { scriptOrder } from "./script-order.ts";

/** Scenes shot in this order of the script, somebody on camera in each. */
const planOf = (orders: readonly number[], roleIds: readonly string[] = ["zhenya"]) =>
  plan({
    role: [row("role", "zhenya")],
    scene: [...new Set(orders)].map((order) => row("scene", `${order}`, { order })),
    strip: orders.map((order, i) =>
      row("strip", `s${i}`, {
        sceneId: `${order}`,
        startsAt: plusMinutes(at("6T08:00"), minutes(i * 60)),
      }),
    ),
    setUp: orders.map((order, i) =>
      row("setUp", `u${i}`, { sceneId: `${order}`, stripId: `s${i}`, roleIds }),
    ),
  });

test.each([
  { orders: [1, 2, 3], pairs: 0 },
  { orders: [2, 1, 3], pairs: 1 },
  { orders: [3, 2, 1], pairs: 3 },
  { orders: [2, 2, 1], pairs: 2 },
  { orders: [1, 1], pairs: 0 },
])("$orders: $pairs", ({ orders, pairs }) => {
  expect(judge(scriptOrder, planOf(orders)).amount).toBe(pairs);
});

test("counts every pair, however many", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), (orders) => {
      const pairs = orders.flatMap((a, i) => orders.slice(i + 1).filter((b) => b < a));
      expect(judge(scriptOrder, planOf(orders)).amount).toBe(pairs.length);
    }),
  );
});

test("an insert without a face has no order", () => {
  expect(judge(scriptOrder, planOf([2, 1], [])).findings).toEqual([]);
});

test("names the strips that come after a later scene", () => {
  const { messages, violations } = judge(scriptOrder, planOf([1, 4, 2, 3]));
  expect(messages).toEqual([
    "2 of 4 placements come after a later scene of the script, 2 pairs the wrong way round.",
  ]);
  expect(violations).toMatchObject([{ strips: ["s2", "s3"], points: 0.4 }]);
});

test("two parts of a scene are in order either way, and a later one of them is not late", () => {
  const { violations } = judge(scriptOrder, planOf([3, 3, 1]));
  expect(violations).toMatchObject([{ amount: 2, strips: ["s2"] }]);
});

test("a placement has an order when there is a face in one of its set-ups", () => {
  const { tables, ...rest } = planOf([2, 1]);
  const insert = row("setUp", "insert", { sceneId: "2", stripId: "s0", order: 1, roleIds: [] });
  const setUp = [...tables.setUp, insert];
  expect(judge(scriptOrder, { ...rest, tables: { ...tables, setUp } }).amount).toBe(1);
});
