import type { ProposalProgress } from "#core/solve/propose.ts";
import type { ProgressPoint } from "../db/solves.ts";

/** As many points as the chart can show apart; a row stays small however long the search. */
const MOST_POINTS = 120;

const pointOf = (progress: ProposalProgress, atS: number): ProgressPoint => ({
  atS: Math.round(atS * 100) / 100,
  round: progress.round,
  mustsMissingMin: progress.objective.mustsMissingMin,
  points: progress.objective.points,
  bound: progress.bound,
  gap: progress.gap,
  isOptimal: progress.isOptimal,
  setUpsIn: progress.setUpsIn,
});

/** With one point more; when there are too many, every second of the older ones goes. The first and the last always stay. */
export function withPoint(
  points: readonly ProgressPoint[],
  progress: ProposalProgress,
  atS: number,
): readonly ProgressPoint[] {
  const all = [...points, pointOf(progress, atS)];
  return all.length <= MOST_POINTS ? all : all.filter((_, i) => i % 2 === 0 || i === all.length - 1);
}
