import { type Case, edgesOf } from "../case.ts";
import type { Conflict } from "../conflict.ts";
import { ruleIn } from "../member.ts";
import type { NearMiss } from "./way.ts";

/** Starts that are asked for each rule, and how many of them are kept. */
const ASKED = 24;
const KEPT = 2;

/** For each rule of a conflict the starts at which the strip breaks it and nothing else, the least breach first. */
export function nearMissesOf({ alone, beside }: Case, { members }: Conflict): readonly NearMiss[] {
  const starts = [...alone.shootAt.keys()];
  return members.flatMap((member) => {
    const ruleId = ruleIn(member);
    if (ruleId === null) return [];
    const open = starts.filter((start) => alone.barOf(start, (id) => id !== ruleId) === null);
    const found = edgesOf(open, ASKED).flatMap((start): NearMiss[] => {
      if (beside.clashes(start).some((clash) => clash.ruleId !== ruleId)) return [];
      const breaks = beside.breaks(start);
      const isOnly = breaks.length > 0 && breaks.every((f) => f.ruleId === ruleId);
      const amount = breaks.reduce((sum, f) => sum + f.amount, 0);
      const messages = breaks.map((f) => f.message);
      return isOnly ? [{ ruleId, placement: beside.placement(start), amount, messages }] : [];
    });
    return found
      .sort((a, b) => a.amount - b.amount || a.placement.startsAt - b.placement.startsAt)
      .slice(0, KEPT);
  });
}
