import { expect, test } from "vitest";
import type { ProposalProgress } from "#core/solve/propose.ts";
import type { ProgressPoint } from "../db/solves.ts";
import { withPoint } from "./progress.ts";

const progress = (round: number): ProposalProgress => ({
  round,
  iterations: round * 10,
  rank: [0, 0, 1_000 - round],
  objective: { mustsMissingMin: 0, points: -1_000 + round, parts: [] },
  bound: null,
  gap: null,
  isOptimal: false,
  setUpsIn: { must: { in: 1, of: 1 }, should: { in: 0, of: 0 }, nice: { in: 0, of: 0 } },
});

test("a search of any length keeps a bounded number of points, the first and the last among them, in order", () => {
  let points: readonly ProgressPoint[] = [];
  for (let round = 1; round <= 2_000; round++) {
    points = withPoint(points, progress(round), round / 4);
    expect(points.length).toBeLessThanOrEqual(120);
    expect(points[0]?.round).toBe(1);
    expect(points.at(-1)?.round).toBe(round);
  }
  const rounds = points.map((p) => p.round);
  expect(rounds).toEqual([...rounds].sort((a, b) => a - b));
  expect(points.length).toBeGreaterThan(30);
});
