import type { StripId } from "../../../model/ids.ts";
import type { Placement } from "../../placement.ts";
import type { Asking } from "./asking.ts";
import { inIt, searched, standingLoosely } from "./found.ts";
import type { Holding } from "./holding.ts";
import { type Asked, only, problemsOf } from "./problem.ts";
import { proved } from "./proof.ts";
import type { Room } from "./room.ts";

/**
 * Whether strips fit, wherever they stand. `fits`: there is a plan of them that the rules were asked about. `never`: it is proved that
 * there is none, whatever else is in the plan. `open`: neither was found; `best` is the largest plan that was.
 */
export interface Fit {
  readonly is: "fits" | "never" | "open";
  /** A plan of them, or of as many as were found. */
  readonly best: readonly Placement[];
  /** No more of them can be in, as far as it is proved. */
  readonly most: number;
  /** Strips that are in every count for nothing: without them the others do not fit either, most likely. */
  readonly easy: readonly StripId[];
  /** Those that stand nowhere, even by themselves. */
  readonly nowhere: readonly StripId[];
}

/** Asks about strips, all of them among some, in a room in which something holds. */
export type Fitting = (ids: ReadonlySet<StripId>, asking: Asking) => Fit;

/** The problem is put together once for all of them. */
export function fittingOf(room: Room, among: ReadonlySet<StripId>, holding: Holding): Fitting {
  const of = problemsOf(room, among, holding);
  return (ids, asking) => {
    const { onlyProof = false, onlyPlan = false, onlyAlone = false } = asking;
    const wanted = of.alone.free.filter(({ id }) => ids.has(id)).length;
    const nowhere = of.loose.nowhere.filter((id) => ids.has(id));
    const none = { best: [], most: wanted, easy: [], nowhere };
    if (nowhere.length > 0) return { ...none, is: "never", most: wanted - nowhere.length };
    const at: Asked = { of, ids, wanted };
    const alone = onlyProof ? [] : searched(at, only(of.strict(), ids), false, asking);
    if (inIt(alone, ids) === wanted) return { ...none, is: "fits", best: alone };
    if (onlyPlan) return { ...none, is: "open", best: alone };
    const { loosely, ...proof } = proved(at, asking);
    const standing = loosely && standingLoosely(of, loosely);
    if (standing) return { ...none, is: "fits", best: standing };
    if (!loosely || onlyProof || onlyAlone) return { ...none, ...proof, best: alone };
    // What stands before a scene shortens its rig: in company a scene may go in that does not alone.
    const best = searched(at, of.inCompany(), true, asking);
    return inIt(best, ids) === wanted
      ? { ...none, is: "fits", best }
      : { ...none, ...proof, best: inIt(best, ids) >= inIt(alone, ids) ? best : alone };
  };
}

/** One question; who has several of the same room asks `fittingOf` once. */
export const fitOf = (room: Room, ids: ReadonlySet<StripId>, holding: Holding, asking: Asking): Fit =>
  fittingOf(room, ids, holding)(ids, asking);
