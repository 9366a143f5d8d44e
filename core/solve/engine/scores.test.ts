import { expect, test } from "vitest";
import { type Problem, problemOf } from "./problem.ts";
import { scoreAfter, scoreUpTo } from "./scores.ts";

/** A must and another item for 30 and 50 points; a beginning costs 20, so points are tens. */
function problem(): Problem {
  const item = (must: boolean, points: number) => ({
    must,
    pinned: false,
    options: [
      {
        unit: 0,
        class: 0,
        length: 1,
        points,
        tags: [],
        levels: [{ lead: 0, starts: [[0, 9]], uses: [], spends: [] }],
      },
    ],
  });
  const result = problemOf({
    days: [{ from: 0, to: 10 }],
    units: 1,
    classes: 1,
    levels: 1,
    transition: (before) => ({ gap: 0, cost: before === null ? 20 : 0, level: 0 }),
    tags: [],
    accounts: 0,
    limits: [],
    resources: [],
    orders: [],
    items: [item(true, 30), item(false, 50)],
  });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

test("points of plans are multiples of what all points have in common", () => {
  expect(problem().pointStep).toBe(10);
});

test("no plan scores between a score and the next, nor between a value and the score up to it", () => {
  const p = problem();
  const worth = (p.mustPoints - 1) / 2;
  const scores: number[] = [];
  for (const musts of [0, 1])
    for (let points = -worth; points <= worth; points++)
      if (points % 10 === 0) scores.push(musts * p.mustPoints + points);
  for (let value = scores[0] as number; value < p.mustPoints + worth; value += 0.25) {
    const upTo = scores.filter((score) => score <= value).at(-1) as number;
    expect(scoreUpTo(p, value)).toBeGreaterThanOrEqual(upTo);
    expect(scoreUpTo(p, value)).toBeLessThanOrEqual(value);
  }
  for (const [i, score] of scores.entries()) {
    const next = scores[i + 1];
    if (next !== undefined) expect(scoreAfter(p, score)).toBeLessThanOrEqual(next);
    expect(scoreAfter(p, score)).toBeGreaterThan(score);
    expect(scoreUpTo(p, score + 9.75)).toBeLessThan(scoreAfter(p, score) + 10);
    expect(scoreUpTo(p, score)).toBe(score);
  }
});

test("nothing is known of a value without end", () => {
  expect(scoreUpTo(problem(), Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY);
});
