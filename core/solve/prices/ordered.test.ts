import fc from "fast-check";
import { expect, test } from "vitest";
import type { Price } from "./index.ts";
import { isBetter, ordered } from "./ordered.ts";

const tier = (own: number) => ({ in: own, of: 9 });
const aPlan = fc
  .record({ missing: fc.constantFrom(0, 0, 0, 30), points: fc.integer({ min: -90, max: 0 }) })
  .map(({ missing, points }) => ({
    setUpsIn: { must: tier(9), should: tier(points + 99), nice: tier(0) },
    objective: { mustsMissingMin: missing, points, parts: [] },
  }));
const aPrice = fc
  .record({
    plan: aPlan,
    above: fc.option(fc.nat(60), { nil: null }),
    byDuals: fc.option(fc.integer({ min: -40, max: 40 }), { nil: null }),
  })
  .map(
    ({ plan, above, byDuals }): Price => ({
      ...{ kind: "hours", id: "", words: "", note: "", hours: null, byDuals },
      ...plan,
      bound: above === null ? null : plan.objective.points + above,
    }),
  );

test("whatever was found: less is never worth more, more never less, and a longer window not less than a shorter one", () => {
  fc.assert(
    fc.property(aPlan, fc.array(aPrice), fc.array(aPrice), fc.boolean(), (base, less, more, isGrowing) => {
      const variant = (holds: "less" | "more") => ({
        holds,
        ...(isGrowing ? { grownFrom: () => null } : {}),
      });
      const told = ordered(
        [
          ...less.map((price) => ({ variant: variant("less"), price })),
          ...more.map((price) => ({ variant: variant("more"), price })),
        ],
        base,
      );
      for (const [i, { objective, bound, byDuals }] of told.entries()) {
        const isSame = objective.mustsMissingMin === base.objective.mustsMissingMin;
        if (i < less.length) {
          expect(isBetter(objective, base.objective)).toBe(false);
          expect(byDuals ?? 0).toBeLessThanOrEqual(0);
          if (isSame) expect(bound).toBeLessThanOrEqual(base.objective.points);
        } else {
          expect(isBetter(base.objective, objective)).toBe(false);
          expect(byDuals ?? 0).toBeGreaterThanOrEqual(0);
        }
        const before = told[i - 1];
        if (isGrowing && before) expect(isBetter(before.objective, objective)).toBe(false);
      }
    }),
  );
});
