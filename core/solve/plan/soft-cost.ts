import { orderOfPlaced } from "../../model/facts/placed-strips.ts";
import type { Placed } from "../../model/placed.ts";
import type { Strip } from "../../model/strip.ts";
import type { Placement as Slot } from "../engine/problem.ts";
import type { Compiled } from "./compile.ts";
import type { Parted } from "./fixed.ts";
import { standingIn } from "./verdict.ts";
import type { RuleView, Views } from "./views.ts";

/**
 * What plans of the engine cost by the soft rules in force, in priority points, each rule asked itself: those too that no view tells the
 * engine of. Near enough to look for a better plan by; the whole book judges what is found. What a rule says of a strip alone is asked
 * once for each place and counts as it is beside others, and rigs are as long as the engine has them.
 */
export function softCostOf(
  planned: { readonly views: Views; readonly parted: Parted },
  compiled: Compiled,
  /** Points that it costs to have a strip so. */
  moved: (strip: Strip) => number,
): (slots: readonly Slot[]) => number {
  const { views, parted } = planned;
  const soft = views.rules.filter(({ rule }) => rule.level === "soft");
  const isByStrip = ({ rule, view }: RuleView) => rule.scope === "strip" || view.alone !== undefined;
  const byStrip = soft.filter(isByStrip);
  const ofAll = soft.filter((of) => !isByStrip(of));
  const bare = byStrip.reduce((sum, of) => sum + views.pointsOf(of, []), 0);
  const standing = standingIn(compiled, planned);
  const known = new WeakMap<Placed, number>();
  const costOf = (placed: Placed): number => {
    const found = known.get(placed);
    if (found !== undefined) return found;
    const points = byStrip.reduce((sum, of) => sum + views.alone(of, placed).points, moved(placed.strip));
    known.set(placed, points);
    return points;
  };
  return (slots) => {
    const [planned] = standing(slots);
    const strips = [...new Set([...planned, ...parted.fixed])].sort(orderOfPlaced);
    const own = strips.reduce((sum, placed) => sum + costOf(placed), bare);
    return ofAll.reduce((sum, of) => sum + views.pointsOf(of, strips), own);
  };
}
