import type { Interval } from "#core/base/interval.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import type { TrackPoint } from "#core/light/index.ts";

/** The orbits of a stretch: from one ascending node to the next; the first and the last may be parts. */
export function orbitsIn(points: readonly TrackPoint[]): readonly Interval[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first.at >= last.at) return [];
  const nodes = points.slice(1).flatMap((to, i) => {
    const from = points[i] as TrackPoint;
    if (from.latDeg >= 0 || to.latDeg < 0) return [];
    const share = -from.latDeg / (to.latDeg - from.latDeg);
    return [epochSeconds(Math.round(from.at + share * (to.at - from.at)))];
  });
  const cuts = [first.at, ...nodes.filter((at) => at > first.at && at < last.at), last.at];
  return cuts.slice(1).map((end, i) => ({ start: cuts[i] as typeof end, end }));
}
