import type { StripId } from "../../model/ids.ts";
import { amongOf } from "./among.ts";
import type { Clash } from "./beside.ts";
import type { Case } from "./case.ts";
import { type Cover, cover } from "./cover.ts";
import { type Member, ruled, staying } from "./member.ts";

/** Things that cannot all hold beside the strip's being in, and would without any one of them. */
export type Conflict = Cover<Member>;

/**
 * Why a strip has no start while everything else stays where it stands; else the starts that it has. Exact on the board's grid: every start
 * was asked, and for every member there is a start that only it bars, by the rules and strips of the set alone.
 */
export function conflictOf(at: Case): Conflict | { readonly free: readonly number[] } {
  const { alone, beside } = at;
  const starts = [...alone.shootAt.keys()];
  const open: number[] = [];
  /** How many starts each rule was first to bar. */
  const barred = new Map<Member, number>();
  const note = (ruleId: string) => barred.set(ruled(ruleId), (barred.get(ruled(ruleId)) ?? 0) + 1);
  for (const start of starts) {
    const ruleId = alone.barOf(start);
    if (ruleId) note(ruleId);
    else open.push(start);
  }
  const free = open.filter((start) => beside.clashes(start).length === 0);
  if (free.length > 0) return { free };

  const stays = new Map<Member, number>();
  for (const clash of fewest(open.map((start) => beside.clashes(start)))) {
    note(clash.ruleId);
    for (const id of clash.with) stays.set(staying(id), (stays.get(staying(id)) ?? 0) + 1);
  }
  if (open.length === 0) for (const ruleId of alone.barAll()) barred.set(ruled(ruleId), starts.length);
  // What is left out first: those who would have to move, then what bars little.
  const members = [...inOrder(stays), ...inOrder(barred)];
  const among = amongOf(at, members);
  const found = cover(members, {
    starts: starts.length,
    cause(start, isKept) {
      const ruleId = alone.barOf(start, (id) => isKept(ruled(id)));
      if (ruleId) return [ruled(ruleId)];
      const clash = beside
        .quick(start)
        .find((c) => isKept(ruled(c.ruleId)) && c.with.every((id) => isKept(staying(id))));
      return clash ? [ruled(clash.ruleId), ...clash.with.map(staying)] : among(start, isKept);
    },
  });
  if (!found) throw new Error("A start that something bars is barred.");
  return found;
}

const inOrder = (counts: ReadonlyMap<Member, number>): readonly Member[] =>
  [...counts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([member]) => member);

/** For each start one of its clashes, so that few strips are named: those that keep most starts first. */
function fewest(starts: readonly (readonly Clash[])[]): readonly Clash[] {
  const chosen = new Set<StripId>();
  const found: Clash[] = [];
  let left = starts;
  while (left.length > 0) {
    left = left.filter((clashes) => {
      const clash = clashes.find((c) => c.with.every((id) => chosen.has(id)));
      if (clash) found.push(clash);
      return !clash;
    });
    const counts = new Map<StripId, number>();
    for (const clashes of left)
      for (const id of new Set(clashes.flatMap((c) => c.with.filter((other) => !chosen.has(other)))))
        counts.set(id, (counts.get(id) ?? 0) + 1);
    const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (most) chosen.add(most[0]);
  }
  return found;
}
