import fc from "fast-check";
import { expect, test } from "vitest";
import { sorted } from "./sorted.ts";

test("sorts as sort does, in place", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (rows) => {
      const own = [...rows];
      expect(sorted(own, (a, b) => a - b)).toBe(own);
      expect(own).toEqual(rows.sort((a, b) => a - b));
    }),
  );
});
