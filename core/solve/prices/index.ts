import { keepsFromFitting } from "../../model/finding.ts";
import type { Tier } from "../../model/scene.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import { check } from "../../rules/check.ts";
import { mustScenes } from "../../rules/must-scenes.ts";
import type { LinearSolver } from "../engine/linear.ts";
import { withProposal } from "../placement.ts";
import {
  type Objective,
  objectiveOf,
  type Proposal,
  type ProposeBudget,
  propose,
  setUpsIn,
} from "../propose.ts";
import { longerDays } from "./day-hours.ts";
import { lostDays } from "./days.ts";
import { moreHours } from "./hours.ts";
import { openerModules } from "./module-hours.ts";
import { closedModules } from "./modules.ts";
import type { Kind, Variant } from "./variant.ts";
import { windowLengths } from "./window.ts";

/** What may be had more or less of. One file and one line each; what is less comes first, for it may better the base. */
const KINDS = {
  days: lostDays,
  modules: closedModules,
  hours: moreHours,
  dayHours: longerDays,
  moduleHours: openerModules,
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
  /** Why it is worth what it is, where a reader would wonder; else empty. */
  readonly note: string;
  readonly setUpsIn: Proposal["setUpsIn"];
  readonly objective: Objective;
  /** No plan with the thing changed brings more points while as many musts are in, as is proved; null where nothing is. */
  readonly bound: number | null;
  /** So many hours it is more in all; null where it is not hours. */
  readonly hours: number | null;
}
export interface Prices {
  /** The shoot as it is. */
  readonly base: Pick<Price, "setUpsIn" | "objective">;
  readonly prices: readonly Price[];
}

/** By how many set-ups a plan holds more or, below 0, fewer than the one of the shoot as it is. */
export const setUpsMore = ({ setUpsIn }: Price, { base }: Prices, tier: Tier): number =>
  setUpsIn[tier].in - base.setUpsIn[tier].in;

/** The plan of the shoot as it is may take so many times as long as each of the others: all are measured by it. */
const BASE_SHARE = 5;

const isBetter = (a: Objective, b: Objective): boolean =>
  a.mustsMissingMin !== b.mustsMissingMin ? a.mustsMissingMin < b.mustsMissingMin : a.points > b.points;

/**
 * What things are worth: plans the shoot as it is, then with one thing more or less at a time, each from the best plan of the shoot. All
 * are plans that stand, so that a difference is one that can be had; that none larger can be had is not said. A plan with less of
 * something that is better than the base is the base from then on, and a plan with more of it is never told as worse. Null when
 * stopped before the first plan; stopped later, what there is.
 */
export function pricesOf(
  { snapshot, seed, solver }: { snapshot: ScenarioSnapshot; seed: number; solver: LinearSolver | null },
  /** Of each plan. */
  budget: ProposeBudget,
  onProgress: (found: Prices, of: number) => void = () => undefined,
): Prices | null {
  const ask = (from: ScenarioSnapshot, share = 1) =>
    propose(
      { snapshot: from, freedom: "free", movePoints: 0, seed, solver },
      {
        ...budget,
        ...(budget.seconds === undefined ? {} : { seconds: budget.seconds * share }),
        ...(budget.rounds === undefined ? {} : { rounds: budget.rounds * share }),
      },
    );
  const first = ask(snapshot, BASE_SHARE);
  if (!first) return null;
  let base: Prices["base"] = { setUpsIn: first.setUpsIn, objective: first.objective };
  let best = withProposal(snapshot, first);
  const told: { readonly holds: Variant["holds"]; price: Price }[] = [];
  const found = (): Prices => ({
    base,
    prices: told.map(({ holds, price }) => {
      if (holds !== "more" || isBetter(price.objective, base.objective)) return price;
      // A plan of the shoot as it is stands with more of something too.
      return { ...price, ...base, note: noGain(budget, price, base.objective) };
    }),
  });
  let of = 0;
  /**
   * What is left of the best plan stands without a search: what was found for less before there was that plan may be worth less than
   * it, and is told anew.
   */
  const ended = (): Prices => {
    for (const kind of PRICE_KINDS) {
      const own = told.filter(({ holds, price }) => holds === "less" && price.kind === kind);
      const variants = own.length > 0 ? KINDS[kind](best) : [];
      for (const one of own) {
        const variant = variants.find(({ id, words }) => id === one.price.id && words === one.price.words);
        if (!variant) continue;
        const left = standing(variant.snapshot);
        const isMore = left !== null && isBetter(left.objective, one.price.objective);
        one.price = { ...one.price, ...(isMore ? left : {}), note: variant.note ?? "" };
      }
    }
    const all = found();
    onProgress(all, of);
    return all;
  };
  const variantsOf = (kinds: readonly PriceKind[]) =>
    kinds.flatMap((kind) => KINDS[kind](best).map((variant: Variant) => ({ kind, variant })));
  let left = [...PRICE_KINDS];
  of = variantsOf(left).length;
  onProgress(found(), of);
  for (const kind of PRICE_KINDS) {
    const own = variantsOf([kind]);
    left = left.slice(1);
    of = told.length + own.length + variantsOf(left).length;
    for (const { variant } of own) {
      if (budget.isStopped?.()) return ended();
      const plan = ask(variant.snapshot, variant.share);
      if (!plan) return ended();
      const { setUpsIn, objective, bound } = plan;
      const { id, words, holds, note = "", hours = null } = variant;
      told.push({ holds, price: { kind, id, words, note, setUpsIn, objective, bound, hours } });
      const better = holds === "less" ? asItIs(snapshot, withProposal(variant.snapshot, plan)) : null;
      if (better && isBetter(better.objective, base.objective)) {
        base = { setUpsIn: better.setUpsIn, objective: better.objective };
        best = better.plan;
      }
      onProgress(found(), of);
    }
  }
  return ended();
}

/** That none was found is not that there is none; what is proved of it is said. */
function noGain({ seconds }: ProposeBudget, price: Price, objective: Objective): string {
  const found = `No gain was found${seconds === undefined ? "" : ` in ${Math.round(seconds)} s`}.`;
  const most = price.bound === null ? null : Math.max(0, Math.ceil(price.bound - objective.points));
  if (most === null) return found;
  return most === 0 ? "There is none, as is proved." : found;
}

/** A plan with less of something as one of the shoot as it is. Null where it breaks something there. */
function asItIs(snapshot: ScenarioSnapshot, { tables: { strip } }: ScenarioSnapshot) {
  const plan = { ...snapshot, tables: { ...snapshot.tables, strip } };
  const held = standing(plan);
  return held && { plan, ...held };
}

/** What a plan holds as it stands. Null where it breaks something, set-ups without a place aside. */
function standing(plan: ScenarioSnapshot): Prices["base"] | null {
  const report = check(plan);
  if (report.findings.some((f) => keepsFromFitting(f) && f.ruleId !== mustScenes.id)) return null;
  return { setUpsIn: setUpsIn(plan.tables), objective: objectiveOf(report) };
}
