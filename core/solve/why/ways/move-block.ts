import { list, moment } from "../../../base/format.ts";
import { isoOf, plusMinutes } from "../../../base/instant.ts";
import { overlaps } from "../../../base/interval.ts";
import { type EpochSeconds, epochSeconds } from "../../../base/quantity.ts";
import { blockName, type CrewBlock } from "../../../model/block.ts";
import { changed } from "../../../rules/offers.ts";
import { GRID_MIN, placedAt } from "../../openings.ts";
import { ASKING } from "./asking.ts";
import type { Kind } from "./way.ts";

const GRID_S = GRID_MIN * 60;

/** Exercise, meals and whatever else may move within its span makes room for a call that runs into it. */
export const moveBlock: Kind = {
  id: "move-block",
  asks: "a call to mission control for each block that moves",
  *attempts({ at: { strip, bare }, nearMisses }) {
    const { facts } = bare;
    for (const { placement } of nearMisses) {
      const { rigMin, shootMin, startsAt } = placement;
      const here = placedAt(facts, { ...strip, shootMin }, rigMin, plusMinutes(startsAt, rigMin));
      const seen = new Set<CrewBlock["id"]>();
      const inTheWay = (here?.calls ?? []).flatMap(({ personId, span }) =>
        (facts.blocksOf.get(personId) ?? [])
          .filter((block) => block.durationMin > 0 && overlaps(spanOf(block), span) && !seen.has(block.id))
          .map((block) => {
            seen.add(block.id);
            return { block, to: placesOf(block, span.start, span.end) };
          }),
      );
      // What is fixed and in the way stays there: moving others does not help.
      if (inTheWay.length === 0 || inTheWay.some(({ to }) => to.length === 0)) continue;
      const most = Math.max(...inTheWay.map(({ to }) => to.length));
      for (let i = 0; i < most; i++) {
        const moves = inTheWay.map(({ block, to }) => ({
          block,
          startsAt: to[Math.min(i, to.length - 1)] as EpochSeconds,
        }));
        const named = moves.map(({ block, startsAt: at }) => {
          const name = facts.people.get(block.personId)?.shortName ?? block.personId;
          return `${name}'s ${blockName(block).toLowerCase()} to ${moment(at)}`;
        });
        yield {
          words: `Move ${list(named)}`,
          edits: moves.map(({ block, startsAt: at }) =>
            changed("crewBlock", block.id, { startsAt: isoOf(at) }),
          ),
          placement,
          asking: ASKING.block * moves.length,
        };
      }
    }
  },
};

const spanOf = ({ startsAt, durationMin }: CrewBlock) => ({
  start: startsAt,
  end: plusMinutes(startsAt, durationMin),
});

/** Where a block may go beside a call: next to it, and to the ends of its span; none for one that is fixed. */
function placesOf(
  { earliestAt, latestAt, durationMin }: CrewBlock,
  from: EpochSeconds,
  to: EpochSeconds,
): readonly EpochSeconds[] {
  if (earliestAt === null || latestAt === null) return [];
  const last = latestAt - durationMin * 60;
  const wanted = [
    Math.floor((from - durationMin * 60) / GRID_S) * GRID_S,
    Math.ceil(to / GRID_S) * GRID_S,
    earliestAt,
    last,
  ];
  const isClear = (at: number) => at + durationMin * 60 <= from || at >= to;
  const fits = wanted.filter((at) => at >= earliestAt && at <= last && isClear(at));
  return [...new Set(fits)].map(epochSeconds);
}
