import { keepsFromFitting } from "../../model/finding.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import { check } from "../../rules/check.ts";
import { mustScenes } from "../../rules/must-scenes.ts";
import type { LinearSolver } from "../engine/linear.ts";
import { withProposal } from "../placement.ts";
import { changesTo } from "../plan/changes.ts";
import {
  type Changes,
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
import { isBetter, lesser, ordered, type Plan, type Priced, planned } from "./ordered.ts";
import { type Proof, proofOf } from "./proof.ts";
import type { Kind, Variant } from "./variant.ts";
import { windowLengths } from "./window.ts";
import { basisOf, type Worked, type WorkedRow } from "./worked.ts";

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
  /**
   * What it is worth by the duals, in points: by so much more or, below 0, less the bound lets plans bring with it than without. What is
   * found may be less, for plans are whole; null where not both are proved as far as duals can.
   */
  readonly byDuals: number | null;
  /** So many hours it is more in all; null where it is not hours. */
  readonly hours: number | null;
}
export interface Prices {
  /** The shoot as it is. */
  readonly base: Pick<Price, "setUpsIn" | "objective" | "bound">;
  readonly prices: readonly Price[];
}

/** The plan of the shoot as it is may take so many times as long as each of the others, and its proof: all are measured by it. */
const BASE_SHARE = 10;
/** Duals settle in some sixty steps, a second of The Challenge [C]; so many steps and seconds a proof may take. */
const STEPS = 120;
const PROOF_S = 5;

interface Told extends Priced {
  price: Price;
}

interface PricesInput {
  readonly snapshot: ScenarioSnapshot;
  readonly seed: number;
  readonly solver: LinearSolver | null;
  /** What an earlier search for the same came to: it goes on from there, and comes to what it would have come to without a break. */
  readonly begin?: Worked | null | undefined;
}
/** `worked`: what it has come to; null where that is not yet to be gone on from. */
type OnPrices = (found: Prices, of: number, worked: Worked | null) => void;

/**
 * What things are worth: plans the shoot as it is, then with one thing more or less at a time, each from the best plan of the shoot. All
 * are plans that stand, so that a difference is one that can be had; how much more it can be at the most the bound of each says, which
 * begins with the duals of the shoot as it is. A plan with less of something that is better than the base is the base from then on: less
 * is never told as worth more, nor more as worth less. Null when stopped before the first plan; stopped later, what was worked out in
 * full by then.
 */
export function pricesOf(
  { snapshot, seed, solver, begin }: PricesInput,
  /** Of each plan. */
  budget: ProposeBudget,
  onProgress: OnPrices = () => undefined,
): Prices | null {
  const { seconds, rounds } = budget;
  const isStopped = () => budget.isStopped?.() ?? false;
  const inTime = (share: number): ProposeBudget => ({
    ...budget,
    ...(seconds === undefined ? {} : { seconds: seconds * share }),
    ...(rounds === undefined ? {} : { rounds: rounds * share }),
  });
  const ask = (shoot: ScenarioSnapshot, share = 1, from?: Changes) =>
    propose({ snapshot: shoot, freedom: "free", movePoints: 0, seed, solver, begin: from }, inTime(share));
  const proved = (plan: ScenarioSnapshot, known: Proof["duals"] | null): Proof =>
    proofOf({ snapshot: plan, seed, solver, known }, STEPS, {
      ...budget,
      ...(seconds === undefined ? {} : { seconds: PROOF_S }),
    });
  const basis =
    begin?.basis ?? basisOf(ask(snapshot, BASE_SHARE), (plan) => proved(withProposal(snapshot, plan), null));
  if (!basis) return null;
  // A plan that was cut short is told; to go on from it would be another search.
  const isWhole = begin?.basis !== undefined || !isStopped();
  const duals = new Map(basis.duals);
  let best = withProposal(snapshot, basis.changes);
  let base: Plan = planned(basis);
  const told: Told[] = [];
  const rows: WorkedRow[] = [];
  /** What is known still; a row that is not the next is none of this shoot's. */
  let known: readonly WorkedRow[] = begin?.rows ?? [];
  let of = 0;
  const tell = (): Prices => {
    const found = { base: { ...base, bound: basis.bound }, prices: ordered(told, base) };
    onProgress(found, of, isWhole ? { basis, rows: [...rows] } : null);
    return found;
  };
  /**
   * What is left of the best plan stands without a search: what was found for less before there was that plan may be worth less than
   * it, and is told anew.
   */
  const ended = (): Prices => {
    for (const kind of PRICE_KINDS) {
      const own = told.filter(({ variant, price }) => variant.holds === "less" && price.kind === kind);
      const variants = own.length > 0 ? KINDS[kind](best) : [];
      for (const one of own) {
        const variant = variants.find(({ id, words }) => id === one.price.id && words === one.price.words);
        if (!variant) continue;
        const left = standing(variant.snapshot);
        const isMore = left !== null && isBetter(left.objective, one.price.objective);
        one.price = { ...one.price, ...(isMore ? left : {}), note: variant.note ?? "" };
      }
    }
    return tell();
  };
  const variantsOf = (kinds: readonly PriceKind[]) =>
    kinds.flatMap((kind) => KINDS[kind](best).map((variant) => ({ kind, variant })));
  /** Of the kind that is being worked out: the plan with the amount before. */
  let before: ScenarioSnapshot | null = null;
  /** Null when stopped: a plan or a proof that was cut short is no measure. */
  const workedOut = ({ id, snapshot: changed, share, grownFrom }: Variant): WorkedRow | null => {
    const grown = before && grownFrom?.(before);
    const from = grown ? changesTo(changed.tables.strip, grown.tables.strip) : undefined;
    const plan = ask(changed, share, from);
    const proof = plan && proved(withProposal(changed, plan), duals);
    if (!plan || !proof || isStopped()) return null;
    const isSettled = proof.isSettled && basis.isSettled;
    const isProved = isSettled && proof.bound !== null && basis.proved !== null;
    return {
      ...{ id, ...planned(plan), bound: lesser(plan.bound, proof.bound) },
      byDuals: isProved ? (proof.bound as number) - (basis.proved as number) : null,
      changes: { placements: plan.placements, returned: plan.returned },
    };
  };
  const knownRow = (id: string): WorkedRow | undefined => {
    const [next, ...rest] = known;
    known = next?.id === id ? rest : [];
    return next?.id === id ? next : undefined;
  };
  /** Null when stopped. */
  const priced = (kind: PriceKind, variant: Variant): Price | null => {
    const { id, words, note = "", hours = null } = variant;
    const own = { kind, id, words, note, hours };
    // The best plan stands as it is: there is nothing to look for.
    if (variant.isIdle) {
      before = variant.snapshot;
      return { ...own, ...base, bound: base.objective.points, byDuals: 0 };
    }
    const row = knownRow(id) ?? workedOut(variant);
    if (!row) return null;
    const { changes, ...found } = row;
    const then = changes && withProposal(variant.snapshot, changes);
    before = then;
    const better = then && variant.holds === "less" ? asItIs(snapshot, then) : null;
    const isBest = better !== null && isBetter(better.objective, base.objective);
    if (isBest) [base, best] = [planned(better), better.plan];
    // What nothing goes on from need not be kept.
    rows.push({ ...row, changes: isBest || variant.grownFrom ? changes : null });
    return { ...own, ...found };
  };
  let left = [...PRICE_KINDS];
  of = variantsOf(left).length;
  if (known.length === 0) tell();
  for (const kind of PRICE_KINDS) {
    const own = variantsOf([kind]);
    left = left.slice(1);
    of = told.length + own.length + variantsOf(left).length;
    before = null;
    for (const { variant } of own) {
      const price = isStopped() && known.length === 0 ? null : priced(kind, variant);
      if (!price) return ended();
      told.push({ variant, price });
      if (known.length === 0) tell();
    }
  }
  return ended();
}

/** A plan with less of something as one of the shoot as it is. Null where it breaks something there. */
function asItIs(snapshot: ScenarioSnapshot, { tables: { strip } }: ScenarioSnapshot) {
  const plan = { ...snapshot, tables: { ...snapshot.tables, strip } };
  const held = standing(plan);
  return held && { plan, ...held };
}

/** What a plan holds as it stands. Null where it breaks something, set-ups without a place aside. */
function standing(plan: ScenarioSnapshot): Plan | null {
  const report = check(plan);
  if (report.findings.some((f) => keepsFromFitting(f) && f.ruleId !== mustScenes.id)) return null;
  return { setUpsIn: setUpsIn(plan.tables), objective: objectiveOf(report) };
}
