import type { Tier } from "../../model/scene.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import type { LinearSolver } from "../engine/linear.ts";
import { withProposal } from "../placement.ts";
import { type Objective, type Proposal, type ProposeBudget, propose } from "../propose.ts";
import { lostDays } from "./days.ts";
import { moreHours } from "./hours.ts";
import { closedModules } from "./modules.ts";
import type { Kind, Variant } from "./variant.ts";
import { windowLengths } from "./window.ts";

/** What may be had more or less of, in the order of the page. One file and one line each. */
const KINDS = {
  hours: moreHours,
  days: lostDays,
  modules: closedModules,
  window: windowLengths,
} as const satisfies Readonly<Record<string, Kind>>;
export type PriceKind = keyof typeof KINDS;
export const PRICE_KINDS = Object.keys(KINDS) as readonly PriceKind[];

/** The best plan that was found with one thing more or less. */
export interface Price {
  readonly kind: PriceKind;
  /** `hour-of:dubrov`, `window:11` … */
  readonly id: string;
  readonly words: string;
  readonly setUpsIn: Proposal["setUpsIn"];
  readonly objective: Objective;
}
export interface Prices {
  /** The shoot as it is. */
  readonly base: Pick<Price, "setUpsIn" | "objective">;
  readonly prices: readonly Price[];
}

/** By how many set-ups a plan holds more or, below 0, fewer than the one of the shoot as it is. */
export const setUpsMore = ({ setUpsIn }: Price, { base }: Prices, tier: Tier): number =>
  setUpsIn[tier].in - base.setUpsIn[tier].in;

/**
 * What things are worth: plans the shoot as it is, then with one thing more or less at a time, each from the best plan of the shoot and
 * with the same budget. All are plans that stand, so that a difference is one that can be had; that none larger can be had is not
 * said. Null when stopped before the first plan; stopped later, what there is.
 */
export function pricesOf(
  { snapshot, seed, solver }: { snapshot: ScenarioSnapshot; seed: number; solver: LinearSolver | null },
  /** Of each plan. */
  budget: ProposeBudget,
  onProgress: (found: Prices, of: number) => void = () => undefined,
): Prices | null {
  const ask = (from: ScenarioSnapshot) =>
    propose({ snapshot: from, freedom: "free", movePoints: 0, seed, solver }, budget);
  const base = ask(snapshot);
  if (!base) return null;
  const best = withProposal(snapshot, base);
  const all = PRICE_KINDS.flatMap((kind) => KINDS[kind](best).map((variant: Variant) => ({ kind, variant })));
  const prices: Price[] = [];
  const found = (): Prices => ({
    base: { setUpsIn: base.setUpsIn, objective: base.objective },
    prices: [...prices],
  });
  onProgress(found(), all.length);
  for (const { kind, variant } of all) {
    if (budget.isStopped?.()) break;
    const plan = ask(variant.snapshot);
    if (!plan) break;
    const { setUpsIn, objective } = plan;
    prices.push({ kind, id: variant.id, words: variant.words, setUpsIn, objective });
    onProgress(found(), all.length);
  }
  return found();
}
