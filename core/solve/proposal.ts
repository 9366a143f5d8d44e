import type { Tables } from "../model/entities.ts";
import type { CheckReport } from "../model/finding.ts";
import type { StripId } from "../model/ids.ts";
import { TIERS, type Tier } from "../model/scene.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import type { LinearSolver } from "./engine/linear.ts";
import type { Placement } from "./placement.ts";
import type { Freedom } from "./plan/fixed.ts";
import type { Objective } from "./plan/objective.ts";
import type { Rank } from "./plan/worth.ts";

export interface ProposeInput {
  readonly snapshot: ScenarioSnapshot;
  readonly freedom: Freedom;
  /** Priority points that each strip costs which stands elsewhere than in the snapshot; 0: the plan of today counts for nothing. */
  readonly movePoints: number;
  /** Whole; the same seed and rounds give the same proposal. */
  readonly seed: number;
  /** Proves more than prices alone can; see core/solve/highs. */
  readonly solver?: LinearSolver | null;
  /** What an earlier search for the same has found: begun with, as far as it can stand. */
  readonly begin?: Changes | undefined;
  /**
   * Where most of a plan stands: what lost its place is not looked after first, everything is looked at at once; what moves for one
   * scene more counts only afterwards, and nothing is proved.
   */
  readonly atOnce?: boolean;
}

/** A plan as what differs from another. */
export interface Changes {
  /** Where every strip goes that stands elsewhere. */
  readonly placements: readonly Placement[];
  /** Strips that go back to the boneyard. */
  readonly returned: readonly StripId[];
}

/** When to end: after so many rounds, or by a clock; whichever comes first. */
export interface ProposeBudget {
  readonly rounds?: number;
  readonly seconds?: number;
  /** Seconds of any clock that does not go back; needed where `seconds` is given. */
  readonly now?: () => number;
  /** Asked after every round. */
  readonly isStopped?: () => boolean;
}

export interface ProposalProgress {
  readonly round: number;
  readonly iterations: number;
  /** What it is compared by with others for the same plan of today. */
  readonly rank: Rank;
  readonly objective: Objective;
  /** No plan is worth more points with as few musts missing; null while nothing is proven. */
  readonly bound: number | null;
  /** (bound − points) as a share of what is at stake: the points of every set-up that looks for a place, see `stakeOf`; null while nothing is proven. */
  readonly gap: number | null;
  readonly isOptimal: boolean;
  /** Set-ups with a place, by tier. */
  readonly setUpsIn: Readonly<Record<Tier, { readonly in: number; readonly of: number }>>;
}

/** Told how good the best plan so far is; `changes` says which it is. */
export type OnProgress = (progress: ProposalProgress, changes: () => Changes) => void;

/** A plan that the whole book judged, as what differs from the snapshot. It is offered, never adopted by itself. */
export interface Proposal extends ProposalProgress, Changes {
  readonly report: CheckReport;
  /** What is worth saying of it, in whole sentences: nothing to plan, strips that fit nowhere, pins over one another. */
  readonly notes: readonly string[];
}

/** Set-ups that have a place or are in the can. */
export function setUpsIn({
  setUp: setUps,
  strip: strips,
}: Pick<Tables, "setUp" | "strip">): ProposalProgress["setUpsIn"] {
  const placed = new Set(strips.filter((strip) => strip.startsAt !== null).map((strip) => strip.id));
  const count = (tier: Tier) => {
    const all = setUps.filter((setUp) => setUp.tier === tier);
    const isIn = all.filter((setUp) => setUp.isShot || (setUp.stripId !== null && placed.has(setUp.stripId)));
    return [tier, { in: isIn.length, of: all.length }] as const;
  };
  return Object.fromEntries(TIERS.map(count)) as ProposalProgress["setUpsIn"];
}
