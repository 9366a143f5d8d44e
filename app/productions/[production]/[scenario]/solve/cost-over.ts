import type { ProgressPoint } from "#server/db/solves.ts";
import { costText } from "./solve-words.ts";

/** How the cost of the best plan has fallen while it was searched for, and how what is proved has risen. */

export interface Step {
  readonly atS: number;
  /** Of the best plan so far, in points. */
  readonly cost: number;
  /** No plan costs less; null: nothing is proved yet. */
  readonly atLeast: number | null;
  /** How far it is drawn where no other follows. */
  readonly untilS: number;
}

export const secondsText = (s: number): string => `${s.toLocaleString("en", { maximumFractionDigits: 1 })} s`;

/** Only as long as no fewer must set-ups are missing: points say nothing across that. Null while nothing has been told. */
export function costOver(all: readonly ProgressPoint[], seconds: number) {
  const last = all.at(-1);
  if (!last) return null;
  const points = all.filter((p) => p.mustsMissingMin === last.mustsMissingMin);
  const told = points.map(
    ({ atS, points: worth, bound }): Step => ({
      ...{ atS, cost: -worth || 0, untilS: last.atS },
      // A plan that stands costs no less than what is proved, whatever rounding says.
      atLeast: bound === null ? null : Math.max(0, Math.min(-bound, -worth)),
    }),
  );
  const isNew = (step: Step, before: Step | undefined) =>
    Math.round(step.cost) !== Math.round(before?.cost ?? Number.NaN) ||
    Math.round(step.atLeast ?? -1) !== Math.round(before?.atLeast ?? -1);
  const steps = told.filter((step, i) => isNew(step, told[i - 1]));
  const [first, end] = [steps[0], steps.at(-1)];
  if (!first || !end) return null;
  const costs = steps.flatMap(({ cost, atLeast }) => [cost, ...(atLeast === null ? [] : [atLeast])]);
  return {
    steps,
    low: Math.min(...costs),
    high: Math.max(...costs),
    /** Where the axis of time ends. */
    untilS: Math.max(last.atS, Math.min(seconds, last.atS * 1.5), 0.1),
    told: [
      first === end
        ? `Costs ${costText(-end.cost)} after ${secondsText(end.atS)}.`
        : `Cost from ${costText(-first.cost)} after ${secondsText(first.atS)} to ${costText(-end.cost)} after ${secondsText(end.atS)}.`,
      end.atLeast === null ? "" : `No plan costs less than ${costText(-end.atLeast)}.`,
    ]
      .join(" ")
      .trim(),
  };
}
