import fc from "fast-check";
import { expect, test } from "vitest";
import { placeLabels } from "./label-places.ts";

const size = { width: 1080, height: 540 };
const label = (key: string, x: number, y: number, text = key) => ({ key, text, x, y });

test("a name alone stands right of its point; at the right edge, left of it", () => {
  expect(placeLabels([label("Dzhusaly", 500, 200)], size)).toMatchObject([{ labelX: 507, anchor: "start" }]);
  expect(placeLabels([label("Petropavlovsk", 1070, 200)], size)).toMatchObject([
    { labelX: 1063, anchor: "end" },
  ]);
});

test("two at one place do not cover each other", () => {
  const [a, b] = placeLabels([label("Moscow", 600, 100), label("Shchelkovo", 603, 101)], size);
  expect(a && b && (a.anchor !== b.anchor || Math.abs(a.labelY - b.labelY) >= 10)).toBe(true);
});

test("whatever stands where, no name leaves the map and the first has its place", () => {
  const anywhere = fc.tuple(fc.integer({ min: 0, max: 1080 }), fc.integer({ min: 0, max: 540 }));
  fc.assert(
    fc.property(fc.array(anywhere, { minLength: 1, maxLength: 40 }), (points) => {
      const placed = placeLabels(
        points.map(([x, y], i) => label(`name ${i}`, x, y)),
        size,
      );
      for (const { labelX, labelY, text, anchor } of placed) {
        const end = anchor === "start" ? labelX + text.length * 6 : labelX - text.length * 6;
        for (const x of [labelX, end]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(1080);
        }
        expect(labelY).toBeLessThanOrEqual(540);
      }
    }),
  );
});
