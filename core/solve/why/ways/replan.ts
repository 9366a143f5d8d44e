import { count, list } from "../../../base/format.ts";
import { isoOf } from "../../../base/instant.ts";
import { moveStrips } from "../../../model/command/move-strips.ts";
import { returnStrips } from "../../../model/command/return-strips.ts";
import { USUAL_MOVE_POINTS } from "../../move-points.ts";
import { propose } from "../../propose.ts";
import { nameOfStrip } from "../told.ts";
import type { Kind } from "./way.ts";

/** As many rounds of the search as two seconds allow (4 take 1.9 s of The Challenge, 12 took 4.3 s [C]); the same every time. */
const ROUNDS = 4;
/** What it asks of people that another strip moves as well, in points: what the rule `stability` takes for one. */
const ASKED_OF_EACH = 10;

/** Everything that is not pinned may move; what then finds no place is named, and is part of the price. */
export const replan: Kind = {
  id: "replan",
  asks: "strips that move, at what a move costs in a proposal",
  *attempts({ at: { strip, scene }, whole: { snapshot, facts }, isLate }) {
    // While searching it counts as what must be shot, so that the others make room; judged is the plan as it is.
    const setUp = snapshot.tables.setUp.map((s) =>
      s.stripId === strip.id ? { ...s, tier: "must" as const } : s,
    );
    const wanted = { ...snapshot, tables: { ...snapshot.tables, setUp } };
    const found = propose(
      { snapshot: wanted, freedom: "free", movePoints: USUAL_MOVE_POINTS, seed: 1 },
      { rounds: ROUNDS, isStopped: isLate },
    );
    const placement = found?.placements.find((p) => p.stripId === strip.id);
    if (!found || !placement) return;
    const others = found.placements.filter((p) => p !== placement);
    const moves = others.map(({ startsAt, ...other }) => ({ ...other, startsAt: isoOf(startsAt) }));
    const out = found.returned.map((id) => nameOfStrip(facts, id));
    const left = out.length === 0 ? "none left out" : `scenes ${list(out)} left out`;
    yield {
      words: `Plan anew around scene ${scene.number}: ${count(others.length, "other strip")} moved, ${left}`,
      edits: [
        ...(out.length > 0 ? [{ commandId: returnStrips.id, input: { stripIds: found.returned } }] : []),
        ...(moves.length > 0 ? [{ commandId: moveStrips.id, input: { moves } }] : []),
      ],
      placement,
      asking: others.length * ASKED_OF_EACH,
    };
  },
};
