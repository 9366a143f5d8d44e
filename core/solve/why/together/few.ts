import type { Placement } from "../../placement.ts";
import type { Fit } from "./fit.ts";

/** What is left of members that cannot all hold, when all that can be missed is left out. */
export interface Few<M> {
  readonly members: readonly M[];
  /** Of them, those without which the others hold, each with a plan. Of the rest neither that nor the contrary could be shown. */
  readonly needed: ReadonlyMap<M, readonly Placement[]>;
}

/**
 * Leaves members out as long as it stays proved that the others cannot all hold; `ask` says what becomes of some of them. Many go at
 * once where that is proved, then fewer; those named first go first. Once it is late all that is left stays.
 */
export function fewOf<M>(
  members: readonly M[],
  ask: (kept: ReadonlySet<M>, isOneLess: boolean) => Pick<Fit, "is" | "best">,
  isLate: () => boolean,
): Few<M> {
  let kept: ReadonlySet<M> = new Set(members);
  const needed = new Map<M, readonly Placement[]>();
  const leaveOut = (some: readonly M[]): void => {
    const [only] = some;
    if (only === undefined || isLate()) return;
    const isOne = some.length === 1;
    if (isOne || some.length < kept.size) {
      const gone = new Set(some);
      const rest = new Set([...kept].filter((member) => !gone.has(member)));
      const { is, best } = ask(rest, isOne);
      if (is === "never") kept = rest;
      else if (isOne && is === "fits") needed.set(only, best);
      if (isOne || is === "never") return;
    }
    const half = some.length >> 1;
    leaveOut(some.slice(0, half));
    leaveOut(some.slice(half));
  };
  leaveOut(members);
  return { members: members.filter((member) => kept.has(member)), needed };
}
