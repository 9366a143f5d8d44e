import { describe, expect, test } from "vitest";
import type { Rank } from "#core/solve/plan/worth.ts";
import type { ProposalProgress } from "#core/solve/propose.ts";
import { asOne, tellingNews } from "./as-one.ts";
import type { Answer, ProposedPlan } from "./solving.ts";

const found = (rank: Rank): ProposalProgress => ({
  round: 0,
  iterations: 0,
  rank,
  objective: { mustsMissingMin: rank[1], points: -rank[2], parts: [] },
  bound: null,
  gap: null,
  isOptimal: false,
  setUpsIn: { must: { in: 1, of: 1 }, should: { in: 0, of: 0 }, nice: { in: 0, of: 0 } },
});
const planOf = (rank: Rank): ProposedPlan => ({
  ...found(rank),
  placements: [],
  returned: [],
  notes: [],
  judged: null,
});
const progress = (rank: Rank): Answer => ({ kind: "progress", progress: found(rank), atS: 0.1 });
const best = (rank: Rank): Answer => ({ kind: "best", plan: planOf(rank) });
const proposal = (rank: Rank | null, atS = 0.5): Answer => ({
  kind: "proposal",
  proposal: rank && planOf(rank),
  atS,
});

/** What is told when these two say so by turns, and after how many of it the time is over. */
function told(turns: readonly (readonly [by: "first" | "other", answer: Answer])[], isAlone = false) {
  const heard: Answer[] = [];
  let overAfter: number | null = null;
  const listen = asOne(
    tellingNews((answer) => heard.push(answer)),
    {
      isOver() {
        overAfter = heard.length;
      },
      isAlone: () => isAlone,
    },
  );
  const by = { first: listen(true), other: listen(false) };
  for (const [who, answer] of turns) by[who](answer);
  return { heard, overAfter };
}

describe("two that look for the same plan", () => {
  test("tell only what is better than what either has told", () => {
    const [bad, fair, good] = [progress([1, 0, 10]), progress([0, 60, 5]), progress([0, 0, 20])];
    const { heard } = told([
      ["first", bad],
      ["other", bad],
      ["other", fair],
      ["first", bad],
      ["first", best([0, 60, 5])],
      ["first", good],
      ["other", fair],
      ["other", best([0, 60, 6])],
      ["other", best([0, 0, 20])],
    ]);
    expect(heard).toEqual([bad, fair, best([0, 60, 5]), good, best([0, 0, 20])]);
  });

  test.each([
    { first: [0, 0, 20], other: [0, 0, 30], wins: [0, 0, 20] },
    { first: [0, 0, 30], other: [0, 0, 20], wins: [0, 0, 20] },
    { first: [0, 30, 0], other: [0, 0, 99], wins: [0, 0, 99] },
    { first: null, other: [0, 0, 30], wins: [0, 0, 30] },
    { first: [0, 0, 30], other: null, wins: [0, 0, 30] },
    { first: null, other: null, wins: null },
  ] as const)("propose the better plan: $first and $other", ({ first, other, wins }) => {
    const { heard } = told([
      ["other", proposal(other, 0.4)],
      ["first", proposal(first, 0.6)],
    ]);
    expect(heard).toEqual([proposal(wins, 0.6)]);
  });

  test("end when the first does, with one proposal", () => {
    const { heard, overAfter } = told([
      ["first", progress([0, 0, 30])],
      ["first", proposal([0, 0, 30])],
      ["other", progress([0, 0, 20])],
      ["other", proposal([0, 0, 20])],
    ]);
    expect(overAfter).toBe(1);
    expect(heard).toEqual([progress([0, 0, 30]), progress([0, 0, 20]), proposal([0, 0, 20])]);
  });

  test("need not wait for one that has not begun, and hear nothing of it then", () => {
    const late: Answer = proposal([0, 0, 10], 2);
    const { heard, overAfter } = told(
      [
        ["first", proposal([0, 0, 30])],
        ["other", progress([0, 0, 10])],
        ["other", late],
      ],
      true,
    );
    expect(overAfter).toBe(0);
    expect(heard).toEqual([proposal([0, 0, 30])]);
  });

  test("one that fails has failed for both", () => {
    expect(told([["other", { kind: "failed" }]]).heard).toEqual([{ kind: "failed" }]);
  });
});
