import { expect, test } from "vitest";
import { plan, row } from "../../../model/build.ts";
import { pricedOf } from "./price.ts";

const { tables } = plan({ ownRule: [row("ownRule", "b7c1", { title: "Nothing nice" })] });
const worth = (...parts: readonly (readonly [string, number])[]) => ({
  mustsMissingMin: 0,
  points: -parts.reduce((sum, [, points]) => sum + points, 0),
  parts: parts.map(([ruleId, points]) => ({ ruleId, points })),
});

test("a price is the sum of its parts: what is asked, and what each rule takes more; the scene's own worth is none of it", () => {
  const before = worth(["tiers", 300], ["few-moves", 20], ["own:b7c1", 5]);
  const after = worth(["few-moves", 80], ["own:b7c1", 2]);
  const { price, parts } = pricedOf({ asking: 240, gain: 300 }, before, after, tables);
  expect(parts).toEqual([
    { ruleId: null, rule: null, points: 240 },
    { ruleId: "few-moves", rule: "few moves", points: 60 },
    { ruleId: "own:b7c1", rule: 'own rule "Nothing nice"', points: -3 },
  ]);
  expect(price).toBe(297);
  expect(price).toBe(240 + before.points + 300 - after.points);
});

test("what is left out besides is part of the price", () => {
  const { parts } = pricedOf({ asking: 0, gain: 300 }, worth(["tiers", 300]), worth(["tiers", 40]), tables);
  expect(parts).toEqual([{ ruleId: "tiers", rule: "tiers", points: 40 }]);
});
