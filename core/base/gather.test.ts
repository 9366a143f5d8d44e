import fc from "fast-check";
import { expect, test } from "vitest";
import { gather } from "./gather.ts";

test("gathers what is made of each row, in order, as flatMap does", () => {
  const made = (row: number, index: number) => Array.from({ length: row % 4 }, (_, n) => [row, index, n]);
  fc.assert(
    fc.property(fc.array(fc.nat()), (rows) => {
      expect(gather(rows, made)).toEqual(rows.flatMap(made));
    }),
  );
});
