import { expect, test } from "vitest";
import { solve } from "#core/solve/engine/engine.ts";
import { problemOf } from "#core/solve/engine/problem.ts";
import { orbitalProblem, orbitalShoot } from "./orbital.ts";

const SIZES = [
  { scenes: 78, days: 12 },
  { scenes: 300, days: 30 },
];

test("the same size and seed draw the same shoot, another seed another", () => {
  const size = { scenes: 78, days: 12, seed: 1 };
  expect(orbitalShoot(size)).toEqual(orbitalShoot(size));
  expect(orbitalShoot({ ...size, seed: 2 })).not.toEqual(orbitalShoot(size));
});

test.each(SIZES)(
  "$scenes scenes in $days days are a problem in which most find room, and not all",
  (size) => {
    const spec = orbitalProblem(orbitalShoot({ ...size, seed: 3 }));
    const problem = problemOf(spec);
    expect(problem.ok).toBe(true);
    if (!problem.ok) return;
    expect(spec.items).toHaveLength(size.scenes);
    const outcome = solve({ problem: problem.value, seed: 1 }, { rounds: 0 });
    expect(outcome?.plan.length).toBeGreaterThan(size.scenes * 0.4);
    expect(outcome?.plan.length).toBeLessThan(size.scenes);
  },
);

test("a shoot of no scenes or of one is one too", () => {
  for (const scenes of [0, 1]) {
    const spec = orbitalProblem(orbitalShoot({ scenes, days: 1, seed: 1 }));
    expect(problemOf(spec).ok).toBe(true);
    expect(spec.items).toHaveLength(scenes);
  }
});

test("light and dark take turns without overlap, 92.9 minutes an orbit", () => {
  const { lit, dark } = orbitalShoot({ scenes: 1, days: 12, seed: 5 });
  const all = [...lit, ...dark].filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
  for (const [i, span] of all.entries()) expect(span.from).toBeGreaterThanOrEqual(all[i - 1]?.to ?? 0);
  const [full] = lit.slice(2);
  const [following] = lit.slice(3);
  expect(((following?.from ?? 0) - (full?.from ?? 0)) * 5).toBeCloseTo(92.9, -1);
});
