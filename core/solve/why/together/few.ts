import type { Placement } from "../../placement.ts";
import type { Fit } from "./fit.ts";

/** What is left of members that cannot all hold, when all that can be missed is left out. */
export interface Few<M> {
  readonly members: readonly M[];
  /** Of them, those without which the others hold, each with a plan. Of the rest neither that nor the contrary could be shown. */
  readonly needed: ReadonlyMap<M, readonly Placement[]>;
  /** Each was tried: false when time was up before. */
  readonly isWhole: boolean;
}

/**
 * Leaves members out as long as it stays proved that the others cannot all hold: many at once where that is proved, then fewer; those
 * named first go first. Then of each that is left it is asked whether the others hold. Once it is late all that is left stays.
 */
export function fewOf<M>(
  members: readonly M[],
  ask: (kept: ReadonlySet<M>, onlyProof: boolean) => Pick<Fit, "is" | "best">,
  isLate: () => boolean,
): Few<M> {
  let kept: ReadonlySet<M> = new Set(members);
  let isWhole = true;
  const needed = new Map<M, readonly Placement[]>();
  const without = (some: readonly M[]): ReadonlySet<M> => {
    const gone = new Set(some);
    return new Set([...kept].filter((member) => !gone.has(member)));
  };
  const leaveOut = (some: readonly M[]): void => {
    if (some.length === 0) return;
    if (isLate()) {
      isWhole = false;
      return;
    }
    const isOne = some.length === 1;
    if (isOne || some.length < kept.size) {
      const rest = without(some);
      const isProved = ask(rest, true).is === "never";
      if (isProved) kept = rest;
      if (isOne || isProved) return;
    }
    const half = some.length >> 1;
    leaveOut(some.slice(0, half));
    leaveOut(some.slice(half));
  };
  leaveOut(members);
  for (const member of kept) {
    if (isLate()) break;
    const rest = without([member]);
    const { is, best } = ask(rest, false);
    if (is === "never") kept = rest;
    if (is === "fits") needed.set(member, best);
  }
  return { members: members.filter((member) => kept.has(member)), needed, isWhole };
}
