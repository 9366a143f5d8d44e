import type { StripId } from "../../../model/ids.ts";
import { solve } from "../../engine/engine.ts";
import { problemOf, type Placement as Slot } from "../../engine/problem.ts";
import type { Asking } from "./asking.ts";
import { besideOthers } from "./looser.ts";
import { type Asked, counted, EACH, someOf } from "./problem.ts";

/** Rounds of the bound until a proof is given up, most come in the first; and where one member after the other is left out. */
const ROUNDS = 12;
const FEW_ROUNDS = 4;

/** What the bound says of strips. */
interface Proof {
  readonly is: "never" | "open";
  /** No more of them can be in. */
  readonly most: number;
  /** Strips that are in every count for nothing: without them the others do not fit either, most likely. */
  readonly easy: readonly StripId[];
  /** A plan of all of them in the looser problem, where one was met. */
  readonly loosely: readonly Slot[] | null;
}

/** How many can be in at most; the engine's bound on the looser problem. */
export function proved(
  { of, wanted, ids }: Asked,
  { isLate, solver, seed, effort = 1, onlyProof = false }: Asking,
): Proof {
  const { loose, lengths } = of;
  const open = { is: "open", most: wanted, easy: [], loosely: null } as const;
  const relaxed = of.relaxed();
  const kept = [...relaxed.items.keys()].filter((i) => relaxed.items[i]?.pinned || ids.has(loose.stripOf(i)));
  if (kept.length === 0) return open;
  // All limits of the days: with few strips one may bind that is not short in sum.
  const spec = someOf(
    {
      ...besideOthers(relaxed, { loose, lengths, facts: of.room.facts }),
      limits: loose.strict.limits,
    },
    kept,
  );
  const problem = problemOf(counted(spec, () => true));
  if (!problem.ok) return open;
  let most = wanted;
  let isIn = false;
  const outcome = solve(
    { problem: problem.value, seed, solver },
    {
      rounds: (onlyProof ? FEW_ROUNDS : ROUNDS) * effort,
      isStopped: () => most < wanted || isIn || isLate(),
    },
    ({ bound, points }) => {
      most = Math.min(most, Math.floor(bound.points / EACH + 1e-9));
      isIn = points >= wanted * EACH;
    },
  );
  if (!outcome || most >= wanted) {
    const own = (slot: Slot): Slot => ({ ...slot, item: kept[slot.item] as number });
    return { ...open, loosely: outcome && isIn ? outcome.plan.map(own) : null };
  }
  const easy = [...outcome.prices].flatMap((price, i) => {
    const item = kept[i] as number;
    return price >= EACH && !relaxed.items[item]?.pinned ? [loose.stripOf(item)] : [];
  });
  return { is: "never", most, easy, loosely: null };
}
