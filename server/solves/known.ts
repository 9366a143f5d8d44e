import { isBetter } from "#core/solve/plan/worth.ts";
import type { Changes } from "#core/solve/propose.ts";
import type { Asked, ProposedPlan } from "./solving.ts";

/** The best that was found of a plan before anybody asked for it. */
export interface Known {
  /** Keeps what is better than what was known of the same plan by the same measure, or is of another plan; whether it did. */
  keep(asked: Asked, plan: ProposedPlan): boolean;
  /** What was found of the very same plan by the same measure. */
  best(asked: Asked): ProposedPlan | null;
  /** The same asked, to begin with what was found of that plan, by whatever measure. */
  goingOn(asked: Asked): Asked;
}

/** Of the plan that was asked about last. */
export function knownOf(): Known {
  let found: { readonly asked: Asked; readonly plan: ProposedPlan } | null = null;
  const of = (asked: Asked) => (found && found.asked.of === asked.of ? found : null);
  const best = (asked: Asked): ProposedPlan | null => {
    const known = of(asked);
    return known && isAlike(known.asked, asked) ? known.plan : null;
  };
  return {
    keep(asked, plan) {
      const before = best(asked);
      if (before && !isBetter(plan.rank, before.rank)) return false;
      found = { asked, plan };
      return true;
    },
    best,
    goingOn(asked) {
      const known = of(asked);
      return known ? begunWith(known.plan, asked) : asked;
    },
  };
}

/** The same asked, to begin with that plan. */
export const begunWith = ({ placements, returned }: Changes, asked: Asked): Asked => ({
  ...asked,
  found: { placements, returned },
});

/** The same may move, and moves cost as much: plans of both can be compared. */
export const isAlike = ({ input: a }: Asked, { input: b }: Asked): boolean =>
  a.freedom === b.freedom && a.movePoints === b.movePoints;
