import type { Facts } from "../../model/facts.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import type { Strip } from "../../model/strip.ts";
import type { Checked } from "../../rules/check.ts";
import type { Compiled } from "./compile.ts";
import type { Parted } from "./fixed.ts";
import { objectiveOf } from "./objective.ts";
import { hardFindings } from "./verdict.ts";
import type { Views } from "./views.ts";

/** What plans are compared by, the weightiest first; less is better. */
export type Rank = readonly [hard: number, mustsMissingMin: number, cost: number];

export const isBetter = (a: Rank, b: Rank): boolean => {
  for (const [i, own] of a.entries())
    if (Math.abs(own - (b[i] as number)) > 1e-6) return own < (b[i] as number);
  return false;
};

/** What a plan is worth beside the plan of today. */
export function worthOf({ tables }: ScenarioSnapshot, movePoints: number) {
  const was = new Map(tables.strip.filter((s) => s.startsAt !== null).map((strip) => [strip.id, strip]));
  /** Points for a strip that stands elsewhere than today, or nowhere. */
  const moved = (strip: Strip): number => {
    const old = was.get(strip.id);
    const isMoved = old && (old.startsAt !== strip.startsAt || old.moduleId !== strip.moduleId);
    return isMoved ? movePoints : 0;
  };
  const moves = ({ snapshot }: Checked): number =>
    movePoints === 0 ? 0 : snapshot.tables.strip.reduce((sum, strip) => sum + moved(strip), 0);
  return {
    moved,
    /** Of all strips. */
    moves,
    rank(checked: Checked): Rank {
      const { mustsMissingMin, points } = objectiveOf(checked.report);
      return [hardFindings(checked.report).length, mustsMissingMin, moves(checked) - points];
    },
  };
}

/** The most that the soft rules which look at strips alone leave of the points when only what is fixed stands; below 0. */
export function pointsOfFixed(views: Views, { fixed }: Parted): number {
  const alone = views.rules.filter(({ rule, view }) => rule.level === "soft" && view.alone !== undefined);
  return alone.reduce(
    (sum, of) =>
      sum - views.pointsOf(of, []) - fixed.reduce((own, placed) => own + views.alone(of, placed).points, 0),
    0,
  );
}

/**
 * What a gap is a share of: the points of all set-ups that look for a place, a must counted like the dearest of the others (one point
 * where there are only musts), and at least what the plan costs.
 */
export function stakeOf(
  { strict: { items }, stripOf, pointsPerUnit }: Compiled,
  { setUpsOfStrip }: Facts,
): (points: number) => number {
  let [sum, musts, dearest] = [0, 0, 1];
  for (const [i, { pinned, options }] of items.entries()) {
    if (pinned) continue;
    const own = (setUpsOfStrip.get(stripOf(i)) ?? []).filter((setUp) => !setUp.isShot);
    const must = own.filter((setUp) => setUp.tier === "must").length;
    const worth = Math.max(0, ...options.map(({ points }) => points * pointsPerUnit));
    sum += worth;
    musts += must;
    if (own.length > must) dearest = Math.max(dearest, worth / (own.length - must));
  }
  return (points) => Math.max(1, sum + musts * dearest, -points);
}
