import type { StripId } from "../../../model/ids.ts";
import { carriedOut } from "../ways/carried-out.ts";
import type { TogetherConflict } from "./conflict.ts";
import { fitOf } from "./fit.ts";
import { EVERYTHING, type Holding } from "./holding.ts";
import { kinds } from "./kinds/index.ts";
import { type Ground, type Laying, laidOver, type WayTogether } from "./laid.ts";
import { roomOf } from "./room.ts";
import type { Try } from "./try.ts";

/** What ways out of a conflict of several strips are sought from. */
export interface Sought extends Ground {
  readonly conflict: TogetherConflict;
  /** All that are asked about; those of the conflict are among them. */
  readonly ids: ReadonlySet<StripId>;
}
export interface TogetherKind {
  readonly id: string;
  /** See `Kind`. */
  readonly asks: string;
  tries(sought: Sought): Iterable<Try>;
}

/** Tried of one kind, and offered of it; and laid by the planner in the end, those that cost least. */
const TRIED = 8;
const OFFERED = 3;
const PLANNED = 4;

/** The cheapest first, as many as there is time for: each with a plan of the strips that the whole book has judged. */
export function waysTogether(sought: Sought): readonly WayTogether[] {
  const found: { readonly laying: Laying; way: WayTogether }[] = [];
  const inOrder = () =>
    found.sort((a, b) => a.way.price - b.way.price || (a.way.words < b.way.words ? -1 : 1));
  for (const kind of kinds) {
    if (sought.asking.isLate()) break;
    let [tried, offered] = [0, 0];
    for (const one of kind.tries(sought)) {
      if (sought.asking.isLate() || tried >= TRIED || offered >= OFFERED) break;
      tried += 1;
      const laying = layingOf(sought, kind, one);
      const way = laying && laidOver(sought, laying, false);
      if (!way || found.some((other) => other.way.words === way.words)) continue;
      offered += 1;
      found.push({ laying, way });
    }
  }
  for (const each of inOrder().slice(0, PLANNED)) {
    if (sought.asking.isLate()) break;
    const better = laidOver(sought, each.laying, true);
    if (better && better.price < each.way.price) each.way = better;
  }
  return inOrder().map(({ way }) => way);
}

/** A plan of the strips after the edit, of all that were asked about where there is one; null where there is not even one of the conflict. */
function layingOf(sought: Sought, kind: TogetherKind, one: Try): Laying | null {
  const { whole, conflict, asking } = sought;
  const edited = one.instead ?? carriedOut(whole.snapshot, one.edits);
  if (!edited) return null;
  const room = edited === whole.snapshot ? sought.room : roomOf(edited);
  const holding: Holding = { ...EVERYTHING, rule: (id) => id !== one.waivedRule };
  const ask = (some: Iterable<StripId>) => {
    const ids = new Set(some);
    if (one.without) ids.delete(one.without);
    return fitOf(room, ids, holding, asking);
  };
  const these = ask(conflict.strips.members);
  if (these.is !== "fits") return null;
  const all = ask(sought.ids);
  const isAll = all.is === "fits";
  return {
    ...{ kind: kind.id, asked: kind.asks, one, edited, room },
    best: (isAll ? all : these).best,
    freed: isAll ? sought.ids : new Set(conflict.strips.members),
    frees: isAll ? "all" : "these",
  };
}
