import { moment } from "../../base/format.ts";
import { isoOf } from "../../base/instant.ts";
import { type Interval, overlaps } from "../../base/interval.ts";
import { sceneOfStrip } from "../../model/command/look-up.ts";
import { moveStrips } from "../../model/command/move-strips.ts";
import type { Facts } from "../../model/facts.ts";
import type { Placed } from "../../model/placed.ts";
import type { Strip } from "../../model/strip.ts";
import { blockSpan } from "../../rules/duty.ts";
import { asOne } from "../../rules/offers.ts";
import { takenOf } from "../block-places.ts";
import { inTurn } from "../in-turn.ts";
import { mayMove, movedAside } from "../moving-blocks.ts";
import { stripPlaces } from "../strip-places.ts";
import type { Attempt, Search, Way } from "../way.ts";

/** Strips of one finding that are tried, blocks that make way for one, and starts past the same blocks. */
const STRIPS = 3;
const BLOCKS = 2;
const STARTS = 2;

/** A strip to a time in which blocks stand that may move, and these to another within their span. */
export const pastABlock: Way = {
  id: "past-a-block",
  tried: "a time at which blocks that may move make way",
  tries: 24,
  offers: 2,
  isLast: true,
  concerns: ({ strips, checked: { facts } }) =>
    strips.length > 0 && [...facts.blocksOf.values()].some((blocks) => blocks.some(mayMove)),
  attempts: (search) => inTurn(search.strips.slice(0, STRIPS).map((strip) => past(search, strip))),
};

function* past({ checked, finding }: Search, strip: Strip): Generator<Attempt | null, void, void> {
  const { facts, snapshot } = checked;
  const places = stripPlaces(checked);
  yield null;
  const others = places.standing.filter((s) => s.strip.id !== strip.id);
  const opened = places.pastBlocks(strip, others, finding.ruleId);
  yield null;
  const from = strip.startsAt;
  const away = ({ shootAt }: { readonly shootAt: number }) =>
    from === null ? shootAt : Math.abs(shootAt - from);
  const scene = sceneOfStrip(snapshot.tables, strip);
  const tried = new Map<string, number>();
  for (const at of [...opened].sort((a, b) => away(a) - away(b))) {
    const here = places.at(strip, at);
    const met = here ? inTheWay(facts, here.placed) : [];
    const key = met.map(({ block }) => block.id).join();
    const n = tried.get(key) ?? 0;
    if (!here || met.length === 0 || met.length > BLOCKS || n >= STARTS) continue;
    const taken = takenOf(facts, new Set([strip.id, ...met.map(({ block }) => block.id)]));
    const aside = met.flatMap(({ block, by }) => movedAside(facts, block, by, taken(block.personId)) ?? []);
    if (aside.length < met.length) continue;
    tried.set(key, n + 1);
    const { rigMin, shootMin } = at;
    const { moduleId, span } = here.placed;
    const move = { stripId: strip.id, startsAt: isoOf(span.start), moduleId, rigMin, shootMin };
    yield {
      ...asOne([
        ...aside.map(({ commandId, input }) => ({ commandId, input })),
        { commandId: moveStrips.id, input: { moves: [move] } },
      ]),
      words: [
        `${from === null ? "Place scene" : "Scene"} ${scene} ${from === null ? "on" : "to"} ${moment(span.start)}`,
        ...aside.map(({ words }) => words),
      ].join("; "),
      key: `${strip.id} past ${key}`,
    };
  }
}

/** Blocks of people who are called then, and may do something else at another time. */
function inTheWay(facts: Facts, { calls }: Placed) {
  return [...new Set(calls.map(({ personId }) => personId))].flatMap((personId) => {
    const by: readonly Interval[] = calls.filter((c) => c.personId === personId).map(({ span }) => span);
    return (facts.blocksOf.get(personId) ?? []).flatMap((block) => {
      const span = mayMove(block) ? blockSpan(block) : null;
      return span && by.some((part) => overlaps(part, span)) ? [{ block, by }] : [];
    });
  });
}
