import { duration } from "#core/base/format.ts";
import { TIERS } from "#core/model/scene.ts";
import type { ProposalProgress } from "#core/solve/propose.ts";

/** What a search says of itself, in words. */

export const signed = (n: number): string =>
  n === 0 ? "0" : `${n > 0 ? "+" : "−"}${Math.abs(n).toLocaleString("en", { maximumFractionDigits: 1 })}`;

/** Points of a plan: none is above 0, since what is left out and what is costly is taken off. */
export const worth = (points: number): string =>
  `${points < 0 ? "−" : ""}${Math.abs(Math.round(points)).toLocaleString("en")} points`;

/** What is known of plans that nobody has found. A share is rounded up: less may be promised, never more. */
export function gapText({ gap, isOptimal }: Pick<ProposalProgress, "gap" | "isOptimal">): string {
  if (isOptimal) return "Proved optimal: no plan is better.";
  if (gap === null) return "How much better a plan could be is not proved.";
  return `At most ${(Math.ceil(Math.round(gap * 1e6) / 1e3) / 10).toFixed(1)} % better is possible.`;
}

export const mustsText = (mustsMissingMin: number): string =>
  mustsMissingMin === 0
    ? "Every must set-up has a place."
    : `Must set-ups of ${duration(mustsMissingMin)} have no place.`;

export const tierLines = (setUps: ProposalProgress["setUpsIn"]) =>
  TIERS.map((tier) => ({ tier, ...setUps[tier] })).filter(({ of }) => of > 0);
