import { caseOf } from "../../case.ts";
import type { Conflict } from "../../conflict.ts";
import { anotherModule } from "../../ways/another-module.ts";
import { oneMoreDay, openDay } from "../../ways/more-days.ts";
import { anyLight, dropSetUp, fewerTakes } from "../../ways/shorten.ts";
import type { Kind } from "../../ways/way.ts";
import type { TogetherKind } from "../ways.ts";

/** Ways out that a strip alone has too: for one of the strips after the other, in turns. */
const NOTHING: Conflict = { members: [], barredBy: () => [], *without() {} };

const forEach = (kind: Kind, isOfPlan: boolean): TogetherKind => ({
  id: kind.id,
  asks: kind.asks,
  *tries({ room, conflict, whole, asking: { isLate } }) {
    const strips = isOfPlan ? conflict.strips.members.slice(0, 1) : conflict.strips.members;
    const left = strips.flatMap((id) => {
      const at = caseOf(room.bare, id);
      return at
        ? [kind.attempts({ at, conflict: NOTHING, whole, nearMisses: [], isLate })[Symbol.iterator]()]
        : [];
    });
    // The first of each, then the second of each.
    while (left.length > 0)
      for (const attempts of [...left]) {
        const next = attempts.next();
        if (next.done) left.splice(left.indexOf(attempts), 1);
        else {
          const { words, edits, asking: price, instead, grantedBy } = next.value;
          yield {
            ...{ words, edits, asking: price },
            ...(instead && { instead }),
            ...(grantedBy && { grantedBy }),
          };
        }
      }
  },
});

export const oneByOne: readonly TogetherKind[] = [
  forEach(openDay, true),
  forEach(fewerTakes, false),
  forEach(dropSetUp, false),
  forEach(anotherModule, false),
  forEach(anyLight, false),
  forEach(oneMoreDay, true),
];
