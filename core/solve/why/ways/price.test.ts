import { expect, test } from "vitest";
import { pricedOf } from "./price.ts";

const worth = (...parts: readonly (readonly [string, number])[]) => ({
  mustsMissingMin: 0,
  points: -parts.reduce((sum, [, points]) => sum + points, 0),
  parts: parts.map(([ruleId, points]) => ({ ruleId, points })),
});

test("a price is the sum of its parts: what is asked, and what each rule takes more; the scene's own worth is none of it", () => {
  const before = worth(["tiers", 300], ["fewer-moves", 20], ["reserve", 5]);
  const after = worth(["fewer-moves", 80], ["reserve", 2]);
  const { price, parts } = pricedOf({ asking: 240, gain: 300 }, before, after);
  expect(parts).toEqual([
    { ruleId: null, points: 240 },
    { ruleId: "fewer-moves", points: 60 },
    { ruleId: "reserve", points: -3 },
  ]);
  expect(price).toBe(297);
  expect(price).toBe(240 + before.points + 300 - after.points);
});

test("what is left out besides is part of the price", () => {
  const { parts } = pricedOf({ asking: 0, gain: 300 }, worth(["tiers", 300]), worth(["tiers", 40]));
  expect(parts).toEqual([{ ruleId: "tiers", points: 40 }]);
});
