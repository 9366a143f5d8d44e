import type { Tables } from "../model/entities.ts";
import type { CheckReport } from "../model/finding.ts";
import { keepsFromFitting } from "../model/finding.ts";
import type { StripId } from "../model/ids.ts";
import { TIERS, type Tier } from "../model/scene.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import { check } from "../rules/check.ts";
import { construct, type Placement, withPlacements } from "./construct.ts";

/** What may be moved: `open`: only what lies in the boneyard finds a place; `free`: everything that is neither pinned nor shot. */
export const FREEDOMS = ["open", "free"] as const;
export type Freedom = (typeof FREEDOMS)[number];

export interface ProposeInput {
  readonly snapshot: ScenarioSnapshot;
  readonly freedom: Freedom;
  /** Priority points that each strip costs which stands elsewhere than in the snapshot; 0: the plan of today counts for nothing. */
  readonly movePoints: number;
  /** Whole; the same seed and rounds give the same proposal. */
  readonly seed: number;
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

/** What a plan is worth, in priority points; never above 0: what is left out and what is costly is taken off. */
export interface Objective {
  /** Minutes of must set-ups without a place. Fewer is better than any points. */
  readonly mustsMissingMin: number;
  readonly points: number;
  /** Points by soft rule, as the checker counts them, dearest first. */
  readonly parts: readonly { readonly ruleId: string; readonly points: number }[];
}

export interface ProposalProgress {
  readonly round: number;
  readonly iterations: number;
  readonly objective: Objective;
  /** No plan is worth more points with as few musts missing; null while nothing is proven. */
  readonly bound: number | null;
  /** (bound − points) as a share of what is at stake; null while nothing is proven. */
  readonly gap: number | null;
  readonly isOptimal: boolean;
  /** Set-ups with a place, by tier. */
  readonly setUpsIn: Readonly<Record<Tier, { readonly in: number; readonly of: number }>>;
}

/** A plan that the whole book judged. It is offered, never adopted by itself. */
export interface Proposal extends ProposalProgress {
  /** Where every strip goes that stands elsewhere than in the snapshot. */
  readonly placements: readonly Placement[];
  /** Strips that go back to the boneyard. */
  readonly returned: readonly StripId[];
  readonly report: CheckReport;
}

/** As a report counts it: every soft breach at its rule's price, waived or not. */
export function objectiveOf(report: CheckReport): Objective {
  const parts = new Map<string, number>();
  let mustsMissingMin = 0;
  for (const { kind, ruleId, points, amount } of report.findings) {
    if (kind !== "violation") continue;
    if (ruleId === "must-scenes") mustsMissingMin += amount;
    if (points > 0) parts.set(ruleId, (parts.get(ruleId) ?? 0) + points);
  }
  const sorted = [...parts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return {
    mustsMissingMin,
    points: -sorted.reduce((sum, [, points]) => sum + points, 0),
    parts: sorted.map(([ruleId, points]) => ({ ruleId, points })),
  };
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

/** Whether a strip stays where it is, whatever is proposed. */
const isFixed =
  (freedom: Freedom) =>
  ({ isPinned, status, startsAt }: Tables["strip"][number]) =>
    isPinned || status === "shot" || (freedom === "open" && startsAt !== null);

/**
 * The best plan that was found: hard rules kept wherever the plan before kept them, soft ones at as few points as could be. Null when
 * stopped before there was one.
 */
export function propose(
  { snapshot, freedom }: ProposeInput,
  _budget: ProposeBudget,
  onProgress: (progress: ProposalProgress) => void = () => undefined,
): Proposal | null {
  const fixed = isFixed(freedom);
  const bare: ScenarioSnapshot = {
    ...snapshot,
    tables: {
      ...snapshot.tables,
      strip: snapshot.tables.strip.map((s) => (fixed(s) ? s : { ...s, startsAt: null, moduleId: null })),
    },
  };
  const { placements: all } = construct(bare);
  const tables = withPlacements(bare.tables, all);
  const report = check({ ...snapshot, tables });
  const to = new Map(tables.strip.map((strip) => [strip.id, strip]));
  const progress: ProposalProgress = {
    round: 1,
    iterations: 1,
    objective: objectiveOf(report),
    bound: null,
    gap: null,
    isOptimal: !report.findings.some(keepsFromFitting) && objectiveOf(report).points === 0,
    setUpsIn: setUpsIn(tables),
  };
  onProgress(progress);
  const was = new Map(snapshot.tables.strip.map((strip) => [strip.id, strip]));
  return {
    ...progress,
    placements: all.filter((p) => {
      const strip = was.get(p.stripId);
      return (
        strip?.startsAt !== p.startsAt ||
        strip.moduleId !== p.moduleId ||
        strip.rigMin !== p.rigMin ||
        strip.shootMin !== p.shootMin
      );
    }),
    returned: snapshot.tables.strip.flatMap((s) =>
      s.startsAt !== null && to.get(s.id)?.startsAt === null ? [s.id] : [],
    ),
    report,
  };
}
