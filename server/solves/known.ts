import { isBetter } from "#core/solve/plan/worth.ts";
import type { Changes } from "#core/solve/propose.ts";
import type { Asked, ProposedPlan } from "./solving.ts";

/** What was found of a plan before anybody asked for it. */

export interface Known {
  /** Whether it is better than what was known of the same plan, by the same measure: it is from now on. */
  keep(asked: Asked, plan: ProposedPlan): boolean;
  /** A plan that was looked for by another measure: good to begin with. The last one counts. */
  lead(asked: Asked, plan: ProposedPlan): void;
  hasLead(asked: Asked): boolean;
  /** The best that was found in the very same state and by the same measure. */
  best(asked: Asked): ProposedPlan | null;
  /** The same asked, to begin with what was found. */
  goingOn(asked: Asked): Asked;
  /** The same asked, to begin with the lead, where there is one that nobody has gone on from; else with what was found. */
  led(asked: Asked): Asked;
}

interface Found {
  readonly asked: Asked;
  readonly plan: ProposedPlan;
}

/** Of the plan that was asked about last. */
export function knownOf(): Known {
  let found: Found | null = null;
  let lead: Found | null = null;
  const of = (known: Found | null, asked: Asked): Found | null =>
    known && known.asked.of === asked.of ? known : null;
  const best = (asked: Asked): ProposedPlan | null => {
    const known = of(found, asked);
    return known && isAlike(known.asked, asked) ? known.plan : null;
  };
  const goingOn = (asked: Asked): Asked => begun(asked, of(found, asked));
  return {
    keep(asked, plan) {
      const before = best(asked);
      if (before && !isBetter(plan.rank, before.rank)) return false;
      found = { asked, plan };
      return true;
    },
    lead(asked, plan) {
      lead = { asked, plan };
    },
    hasLead: (asked) => of(lead, asked) !== null,
    best,
    goingOn,
    led(asked) {
      const known = of(lead, asked);
      if (!known) return goingOn(asked);
      lead = null;
      return begun(asked, known);
    },
  };
}

const begun = (asked: Asked, known: Found | null): Asked =>
  known ? { ...asked, found: changesIn(known.plan) } : asked;
const changesIn = ({ placements, returned }: Changes): Changes => ({ placements, returned });

/** Whether plans are compared by the same for both. */
export const isAlike = ({ input: a }: Asked, { input: b }: Asked): boolean =>
  a.freedom === b.freedom && a.movePoints === b.movePoints;
