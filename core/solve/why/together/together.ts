import type { StripId } from "../../../model/ids.ts";
import type { ScenarioSnapshot } from "../../../model/snapshot.ts";
import { startCheck } from "../../../rules/check.ts";
import type { LinearSolver } from "../../engine/linear.ts";
import type { Placement } from "../../placement.ts";
import { cleared } from "../../plan/cleared.ts";
import { nameOfStrip, type Told } from "../told.ts";
import { togetherConflict } from "./conflict.ts";
import { EVERYTHING, type Fit, fitOf } from "./fit.ts";
import { roomOf } from "./room.ts";
import { namesOf, toldTogether } from "./told.ts";
import { type WayTogether, waysTogether } from "./ways.ts";

/** Some of the strips, of which it is proved that they cannot all be in. */
export interface FewTogether {
  readonly strips: readonly StripId[];
  /** "4", "33 part 2". */
  readonly scenes: readonly string[];
  /** So many of them can be in at most. */
  readonly most: number;
  /** Every member was shown to be needed. */
  readonly isMinimal: boolean;
  readonly told: readonly Told[];
  readonly ways: readonly WayTogether[];
}

/** Whether strips can all be in, wherever they stand. */
export interface WhyTogether {
  readonly strips: readonly StripId[];
  /** `fits`: there is a plan of them, judged by the whole book. `never`: it is proved that there is none. `open`: neither. */
  readonly is: Fit["is"];
  /** Those that fit nowhere even by themselves: each is to be asked about alone. */
  readonly nowhere: readonly StripId[];
  /** A plan with all of them, where one was found, or of as many as were. */
  readonly plan: readonly Placement[];
  /** So many of them can be in at most, as far as it is proved. */
  readonly most: number;
  readonly conflicts: readonly FewTogether[];
  /** Time was up before all was worked out and every way out was tried. */
  readonly isCut: boolean;
  /** What there is to know besides, in whole sentences. */
  readonly notes: readonly string[];
}

/** Sets that have no strip in common; more are not sought. */
const MOST_SETS = 3;

export interface AskedTogether {
  /** Proves more than prices alone can; see core/solve/highs. */
  readonly solver?: LinearSolver | null;
  /** Whole; the same seed gives the same answer, where it is not late. */
  readonly seed?: number;
  isLate?(): boolean;
  /** Told as soon as there is something to tell; ways out come later. */
  onProgress?(so: WhyTogether): void;
}

/**
 * Whether strips can all be in, wherever they and all others that may move stand; if not, minimal sets of them with the rules and
 * accounts that keep them apart, and ways out. `never` is said only of what the bound proves, whatever else is in the plan; what is
 * pinned or shot stays. Proofs are on the board's grid, of a unit that works off one placement after the other. Unknown strips and those
 * without a set-up to shoot are not asked about.
 */
export function whyNotTogether(
  snapshot: ScenarioSnapshot,
  asked: readonly StripId[],
  { solver = null, seed = 1, isLate = () => false, onProgress }: AskedTogether = {},
): WhyTogether {
  const room = roomOf(snapshot);
  const isFree = new Set(room.free.map(({ id }) => id));
  const strips = [...new Set(asked)].filter((id) => isFree.has(id));
  const asking = { isLate, solver, seed };
  const rest = new Set(strips);
  const nowhere: StripId[] = [];
  let fit = fitOf(room, rest, EVERYTHING, asking);
  // What fits nowhere leaves no rig standing for others.
  while (fit.nowhere.length > 0) {
    for (const id of fit.nowhere) rest.delete(id);
    nowhere.push(...fit.nowhere);
    fit = fitOf(room, rest, EVERYTHING, asking);
  }
  const notes: string[] = [];
  if (nowhere.length > 0)
    notes.push(
      `${namesOf(room, nowhere)} ${nowhere.length === 1 ? "fits" : "fit"} nowhere even with nothing else in the plan: ask about ${nowhere.length === 1 ? "it" : "each"} alone.`,
    );
  if (nowhere.length > 0 && fit.is === "fits" && rest.size > 1)
    notes.push(`The other ${rest.size} fit together: a plan of them was found and judged by the whole book.`);
  if (fit.is === "open")
    notes.push(
      `Neither a plan with ${rest.size === strips.length ? "all of them" : "the others"} was found nor a proof that there is none; ${fit.best.filter(({ stripId }) => rest.has(stripId)).length} of ${rest.size} were found a place together.`,
    );
  const base = {
    ...{ strips, nowhere, plan: fit.best, most: fit.most, notes },
    is: nowhere.length > 0 ? ("never" as const) : fit.is,
  };
  const conflicts: FewTogether[] = [];
  const whole = startCheck(snapshot);
  const sound = cleared(whole, room.free);
  let next: Fit = fit;
  while (next.is === "never" && rest.size > 0 && conflicts.length < MOST_SETS) {
    const conflict = togetherConflict(room, rest, next, asking);
    // A second set that was not worked out tells less than none.
    if (conflicts.length > 0 && !conflict.strips.isWhole) break;
    const own = conflict.strips.members;
    const few = {
      strips: own,
      scenes: own.map((id) => nameOfStrip(room.facts, id)),
      most: conflict.most,
      isMinimal: [conflict.strips, conflict.pins, conflict.rules, conflict.accounts].every(
        ({ members, needed }) => members.length === needed.size,
      ),
      told: toldTogether(room, conflict),
      ways: [],
    };
    onProgress?.({ ...base, conflicts: [...conflicts, few], isCut: true });
    const ways = isLate()
      ? []
      : waysTogether({ ...{ room, conflict, whole, sound, asking }, ids: new Set(rest) });
    conflicts.push({ ...few, ways });
    for (const id of own) rest.delete(id);
    if (isLate() || rest.size === 0) break;
    next = fitOf(room, rest, EVERYTHING, { ...asking, onlyProof: true });
  }
  return { ...base, conflicts, isCut: base.is !== "fits" && isLate() };
}
