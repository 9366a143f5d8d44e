import fc from "fast-check";
import { expect, test } from "vitest";
import { cover } from "./cover.ts";

/** Starts, each with causes; a cause is members that bar it together. */
const instance = fc.array(
  fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
  { maxLength: 8 },
);
const MEMBERS = [0, 1, 2, 3, 4, 5, 6];
const isBarred = (causes: readonly (readonly number[])[], kept: readonly number[]) =>
  causes.some((cause) => cause.every((member) => kept.includes(member)));

test("against every subset: the set bars all starts, and no set with one fewer does", () => {
  fc.assert(
    fc.property(instance, fc.shuffledSubarray(MEMBERS, { minLength: 7 }), (starts, order) => {
      const bars = (kept: readonly number[]) => starts.every((causes) => isBarred(causes, kept));
      const found = cover(order, {
        starts: starts.length,
        cause: (start, isKept) => starts[start]?.find((cause) => cause.every(isKept)) ?? null,
      });
      expect(found === null).toBe(!bars(MEMBERS));
      if (!found) return;
      expect(bars(found.members)).toBe(true);
      for (const member of found.members) {
        const others = found.members.filter((m) => m !== member);
        expect(bars(others)).toBe(false);
        const free = [...found.without(member)];
        expect(free).toEqual([...starts.keys()].filter((s) => !isBarred(starts[s] ?? [], others)));
      }
    }),
  );
});

test("what is named first is left out first", () => {
  const either = {
    starts: 1,
    cause: (_: number, isKept: (m: string) => boolean) => ["a", "b"].filter(isKept).slice(0, 1),
  };
  const cause = (start: number, isKept: (m: string) => boolean) => {
    const found = either.cause(start, isKept);
    return found.length > 0 ? found : null;
  };
  expect(cover(["a", "b"], { starts: 1, cause })?.members).toEqual(["b"]);
  expect(cover(["b", "a"], { starts: 1, cause })?.members).toEqual(["a"]);
});
