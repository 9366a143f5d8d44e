import { crossings } from "../base/crossings.ts";
import type { Interval } from "../base/interval.ts";
import { type Degrees, type EpochSeconds, seconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import { earthFixedFromTeme } from "./frames.ts";
import { geodeticOf } from "./geodetic.ts";
import type { OrbitSource } from "./source.ts";

/** The station crossing the equator northward. */
export interface NodeCrossing {
  readonly at: EpochSeconds;
  /** East positive, −180 to 180. */
  readonly lonDeg: Degrees;
}

/** Well under half an orbit: the station stays longer than this on either side of the equator. */
const STEP = seconds(600);
/** In which the equator is moved by 0.07 m of track. */
const TOLERANCE = seconds(1e-5);

/**
 * Where the station crosses the equator northward inside the window, in order, each within 10 µs of where the
 * source's own positions cross. An error where the source has no position somewhere in the window.
 */
export function ascendingNodes(source: OrbitSource, window: Interval): Result<NodeCrossing[], string> {
  let refusal: string | null = null;
  const height = (at: EpochSeconds): number => {
    const state = source.positionAt(at);
    if (state.ok) return state.value.position.z;
    refusal = state.error;
    return 1;
  };
  const rising = crossings(height, window, { step: STEP, tolerance: TOLERANCE }).filter((c) => c.rising);
  if (refusal !== null) return err(refusal);
  const nodes: NodeCrossing[] = [];
  for (const { at } of rising) {
    const state = source.positionAt(at);
    if (!state.ok) return state;
    nodes.push({ at, lonDeg: geodeticOf(earthFixedFromTeme(state.value.position, at)).lonDeg });
  }
  return ok(nodes);
}
