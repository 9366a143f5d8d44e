import fc from "fast-check";
import { expect, test } from "vitest";
import { type AskFew, fewestOf, fewOf, settled, shownOf } from "./few.ts";

const never = () => false;
const MEMBERS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const cores = fc.array(fc.subarray(MEMBERS, { minLength: 1 }), { minLength: 1, maxLength: 4 });

/** Members cannot all hold where they contain one of the cores. */
const cannot = (some: readonly (readonly number[])[], kept: ReadonlySet<number>) =>
  some.some((core) => core.every((member) => kept.has(member)));

test("what is left is one of the cores, and each of it is shown to be needed", () => {
  fc.assert(
    fc.property(cores, (some) => {
      const ask: AskFew<number> = (kept) => ({ is: cannot(some, kept) ? "never" : "fits", best: [] });
      const few = shownOf(fewOf(MEMBERS, ask, never), ask, never, 1);
      const left = new Set(few.members);
      expect(cannot(some, left)).toBe(true);
      for (const member of few.members)
        expect(cannot(some, new Set([...left].filter((other) => other !== member)))).toBe(false);
      expect([...few.needed.keys()].sort()).toEqual([...few.members].sort());
      expect(few.isWhole).toBe(true);
    }),
  );
});

test("where neither plan nor proof is found a member stays, and is not said to be needed", () => {
  const ask: AskFew<number> = (kept) => ({
    is: cannot([[2, 3, 4]], kept) ? (kept.has(9) ? "never" : "open") : "fits",
    best: [],
  });
  const few = shownOf(fewOf(MEMBERS, ask, never), ask, never, 1);
  expect(few.members).toEqual([2, 3, 4, 9]);
  expect([...few.needed.keys()].sort()).toEqual([2, 3, 4]);
});

test("when time is up what is left stays, and that is said", () => {
  const few = fewOf(
    MEMBERS,
    () => ({ is: "never", best: [] }),
    () => true,
  );
  expect(few).toMatchObject({ members: MEMBERS, isWhole: false });
});

test("what was shown stays shown, and is not asked about again", () => {
  const efforts: number[] = [];
  const ask: AskFew<number> = (kept, { effort = 1 }) => {
    efforts.push(effort);
    return { is: kept.has(0) || effort > 1 ? "fits" : "open", best: [] };
  };
  const few = { members: [0, 1, 2], needed: new Map(), isWhole: true };
  const soon = shownOf(few, ask, never, 1);
  expect([...soon.needed.keys()]).toEqual([1, 2]);
  expect([...shownOf(soon, ask, never, 2).needed.keys()].sort()).toEqual([0, 1, 2]);
  expect(efforts).toEqual([1, 1, 1, 2]);
});

test("whatever groups go last, what is left is one of the cores, and each of it is shown to be needed", () => {
  fc.assert(
    fc.property(cores, fc.array(fc.subarray(MEMBERS), { maxLength: 3 }), (some, groups) => {
      const ask: AskFew<number> = (kept) => ({ is: cannot(some, kept) ? "never" : "fits", best: [] });
      const few = fewestOf(
        MEMBERS,
        [...groups, MEMBERS].map((group) => new Set(group)),
        ask,
        never,
      );
      expect(some.some((core) => [...core].sort().join() === [...few.members].sort().join())).toBe(true);
      expect([...few.needed.keys()].sort()).toEqual([...few.members].sort());
    }),
  );
});

test("a group of which every member is shown to be needed is taken, not one that leaves some open", () => {
  const some = [
    [0, 1, 2, 3],
    [5, 6],
  ];
  // Of the second nothing is ever found that holds without one of its members.
  const ask: AskFew<number> = (kept) => ({
    is: cannot(some, kept) ? "never" : kept.has(5) || kept.has(6) ? "open" : "fits",
    best: [],
  });
  const groups = [new Set([5, 6]), new Set([0, 1, 2, 3])];
  expect(fewestOf(MEMBERS, groups, ask, never).members).toEqual([0, 1, 2, 3]);
  expect(fewestOf(MEMBERS, groups.slice(0, 1), ask, never).members).toEqual([5, 6]);
});

test("what is open is looked for again, longer: it is shown to be needed, or goes after all", () => {
  // 2 and 3 cannot hold; without 9 that is proved with four times the effort, without 3 a plan is found with twice.
  const ask: AskFew<number> = (kept, { effort = 1 }) => {
    if (kept.has(2) && kept.has(3)) return { is: kept.has(9) || effort >= 4 ? "never" : "open", best: [] };
    return { is: effort >= 2 ? "fits" : "open", best: [] };
  };
  const few = fewOf(MEMBERS, ask, never);
  expect(few.members).toEqual([2, 3, 9]);
  expect(few.needed.size).toBe(0);
  const done = settled(few, ask, never, [1, 2, 4]);
  expect(done.members).toEqual([2, 3]);
  expect([...done.needed.keys()].sort()).toEqual([2, 3]);
});

test("a plan that was met shows of more than one that it is needed, without another question", () => {
  const asked: string[] = [];
  const ask: AskFew<number> = (kept) => {
    asked.push([...kept].sort().join());
    return { is: kept.size > 3 ? "never" : "fits", best: [] };
  };
  const few = fewOf([0, 1, 2, 3], ask, never);
  expect(few.members).toEqual([0, 1, 2, 3]);
  expect(few.needed.size).toBe(4);
  expect(new Set(asked).size).toBe(asked.length);
});
