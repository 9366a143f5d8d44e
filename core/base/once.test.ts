import { expect, test } from "vitest";
import { once } from "./once.ts";

test("what is worked out is kept for the thing and the name, also where it is nothing", () => {
  const rows = [1, 2, 3];
  let times = 0;
  const count = (what: string, of: object = rows) =>
    once(of, what, () => {
      times += 1;
      return undefined;
    });
  count("sum");
  count("sum");
  expect(times).toBe(1);
  count("mean");
  expect(times).toBe(2);
  count("sum", [...rows]);
  expect(times).toBe(3);
});
