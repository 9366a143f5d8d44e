import type { StripId } from "../../../model/ids.ts";
import type { Placement } from "../../placement.ts";
import type { Asking } from "./asking.ts";
import type { Fit } from "./fit.ts";

/** What is left of members that cannot all hold, when all that can be missed is left out. */
export interface Few<M> {
  readonly members: readonly M[];
  /** Of them, those without which the others hold, each with a plan. Of the rest neither that nor the contrary could be shown. */
  readonly needed: ReadonlyMap<M, readonly Placement[]>;
  /** Each was tried: false when time was up before. */
  readonly isWhole: boolean;
}

/** How the members that are kept are asked about. */
type How = Pick<Asking, "onlyProof" | "onlyPlan" | "effort" | "from">;
export type AskFew<M> = (kept: ReadonlySet<M>, how: How) => Pick<Fit, "is" | "best">;

/** Plans that were met, to begin the next search from. */
export class Plans {
  readonly #plans: (readonly Placement[])[] = [];

  add(plan: readonly Placement[]): void {
    if (plan.length > 0) this.#plans.push(plan);
  }

  /** The one that holds the most of some strips, the last of them; or, in turns to come, the one after it. */
  near(ids: ReadonlySet<StripId>, turn: number): Pick<Asking, "from"> {
    const held = (plan: readonly Placement[]) => plan.filter(({ stripId }) => ids.has(stripId)).length;
    const inOrder = [...this.#plans].reverse().sort((a, b) => held(b) - held(a));
    const from = inOrder[turn % Math.max(1, inOrder.length)];
    return from ? { from } : {};
  }
}

/**
 * Leaves members out as long as it stays proved that the others cannot all hold: many at once where that is proved, then fewer; those
 * named first go first. Once it is late all that is left stays. What cannot be missed among more cannot be missed among fewer, so that
 * each is tried once; and what holds together holds with fewer, so that a plan that was met saves other questions.
 */
export function fewOf<M>(members: readonly M[], ask: AskFew<M>, isLate: () => boolean): Few<M> {
  let kept: ReadonlySet<M> = new Set(members);
  let isWhole = true;
  const needed = new Map<M, readonly Placement[]>();
  const met: { readonly held: ReadonlySet<M>; readonly plan: readonly Placement[] }[] = [];
  const isProved = (rest: ReadonlySet<M>): boolean => {
    if (met.some(({ held }) => isWithin(rest, held))) return false;
    const { is, best } = ask(rest, { onlyProof: true });
    if (is === "fits") met.push({ held: rest, plan: best });
    return is === "never";
  };
  const leaveOut = (some: readonly M[]): void => {
    if (some.length === 0) return;
    if (isLate()) {
      isWhole = false;
      return;
    }
    const isOne = some.length === 1;
    if (isOne || some.length < kept.size) {
      const rest = without(kept, some);
      if (isProved(rest)) {
        kept = rest;
        return;
      }
      if (isOne) return;
    }
    const half = some.length >> 1;
    leaveOut(some.slice(0, half));
    leaveOut(some.slice(half));
  };
  leaveOut(members);
  const left = members.filter((member) => kept.has(member));
  for (const member of left) {
    const found = met.find(({ held }) => isWithin(without(kept, [member]), held));
    if (found) needed.set(member, found.plan);
  }
  return { members: left, needed, isWhole };
}

/**
 * The few that are left when members outside one of the groups go first, of the group that leaves the fewest not shown to be needed and
 * then the fewest at all. A group that cannot hold by itself comes first; one of which every member is needed ends it.
 */
export function fewestOf<M>(
  members: readonly M[],
  groups: readonly ReadonlySet<M>[],
  ask: AskFew<M>,
  isLate: () => boolean,
): Few<M> {
  const isProved = (group: ReadonlySet<M>) =>
    group.size < members.length && !isLate() && ask(group, { onlyProof: true }).is === "never";
  const proved = new Set(groups.filter(isProved));
  const inOrder = [...groups].sort((a, b) => Number(proved.has(b)) - Number(proved.has(a)));
  let best: Few<M> | null = null;
  for (const group of inOrder) {
    const own = members.filter((member) => group.has(member));
    const others = proved.has(group) ? [] : members.filter((member) => !group.has(member));
    const few = settled(fewOf([...others, ...own], ask, isLate), ask, isLate, [1]);
    if (!best || isBetter(few, best)) best = few;
    if (isLate() || openIn(best) === 0) break;
  }
  return best ?? fewOf(members, ask, isLate);
}

/**
 * What is open is looked for again, both ways and longer each time: a member without which the others hold is needed, one without which
 * it is proved that they do not goes after all.
 */
export function settled<M>(
  few: Few<M>,
  ask: AskFew<M>,
  isLate: () => boolean,
  efforts: readonly number[],
): Few<M> {
  let kept: ReadonlySet<M> = new Set(few.members);
  const needed = new Map(few.needed);
  for (const effort of efforts)
    for (const member of few.members) {
      if (isLate() || kept.size === needed.size) break;
      if (needed.has(member) || !kept.has(member)) continue;
      const rest = without(kept, [member]);
      const { is, best } = ask(rest, { effort });
      if (is === "fits") needed.set(member, best);
      else if (is === "never") kept = rest;
    }
  return { ...few, members: few.members.filter((member) => kept.has(member)), needed };
}
const openIn = <M>({ members, needed }: Few<M>) => members.length - needed.size;
function isBetter<M>(a: Few<M>, b: Few<M>): boolean {
  if (a.isWhole !== b.isWhole) return a.isWhole;
  return openIn(a) !== openIn(b) ? openIn(a) < openIn(b) : a.members.length < b.members.length;
}

/** The same with more members shown to be needed: a plan is looked for without each of which it was not shown yet. */
export function shownOf<M>(few: Few<M>, ask: AskFew<M>, isLate: () => boolean, effort: number): Few<M> {
  const needed = new Map(few.needed);
  for (const member of few.members) {
    if (isLate()) break;
    if (needed.has(member)) continue;
    const { is, best } = ask(without(new Set(few.members), [member]), { onlyPlan: true, effort });
    if (is === "fits") needed.set(member, best);
  }
  return { ...few, needed };
}

const isWithin = <M>(some: ReadonlySet<M>, all: ReadonlySet<M>): boolean =>
  some.size <= all.size && [...some].every((member) => all.has(member));

function without<M>(kept: ReadonlySet<M>, some: readonly M[]): ReadonlySet<M> {
  const gone = new Set(some);
  return new Set([...kept].filter((member) => !gone.has(member)));
}
