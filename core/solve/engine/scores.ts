import type { Problem } from "./problem.ts";

/** Points of plans are multiples of `pointStep`, from -worth to +worth, and a must's points are more than twice that. */
const worthOf = ({ mustPoints }: Problem): number => (mustPoints - 1) / 2;

/** The highest score up to a value that a plan could have. */
export function scoreUpTo(p: Problem, value: number): number {
  if (!Number.isFinite(value)) return value;
  const worth = worthOf(p);
  const musts = Math.floor((value + worth) / p.mustPoints);
  const points = Math.min(worth, value - musts * p.mustPoints);
  return musts * p.mustPoints + Math.floor(points / p.pointStep) * p.pointStep;
}
/** No plan scores more than this one and less than that. */
export function scoreAfter(p: Problem, score: number): number {
  const musts = Math.floor((score + worthOf(p)) / p.mustPoints);
  return Math.min(score + p.pointStep, (musts + 1) * p.mustPoints - worthOf(p));
}
