import { moment } from "../../base/format.ts";
import { isoOf } from "../../base/instant.ts";
import { type Interval, overlaps } from "../../base/interval.ts";
import type { CrewBlock } from "../../model/block.ts";
import { sceneOfStrip } from "../../model/command/look-up.ts";
import { moveStrips } from "../../model/command/move-strips.ts";
import type { PersonId } from "../../model/ids.ts";
import type { Placed } from "../../model/placed.ts";
import type { Repair, WantedBlock } from "../../model/rule.ts";
import { blockSpan } from "../../rules/duty.ts";
import { asOne } from "../../rules/offers.ts";
import { addingWords, blocksAdded } from "../adding.ts";
import { mendableOf } from "../asked-again.ts";
import { type BlockPlace, blockPlaces, takenOf } from "../block-places.ts";
import { mayMove, movedAside } from "../moving-blocks.ts";
import { stripPlaces } from "../strip-places.ts";
import type { Attempt, Search, Way } from "../way.ts";

/** So much makes way for one block, and so many starts past the same are tried, the roundest first. */
const IN_THE_WAY = 2;
const STARTS = 4;

/** What stands where a missing meal, exercise or conference might be goes elsewhere, and the block takes its place. */
export const clearForBlock: Way = {
  id: "clear-for-block",
  tried: "moving what stands where it might be",
  tries: 32,
  offers: 2,
  isLast: true,
  concerns: (search) => mendableOf(search).wants.length > 0,
  *attempts(search) {
    for (const wanted of mendableOf(search).wants) yield* cleared(search, wanted);
  },
};

type Obstacle = { readonly block: CrewBlock } | { readonly placed: Placed };

function* cleared(search: Search, wanted: WantedBlock): Generator<Attempt | null, void, void> {
  const { facts } = search.checked;
  const movable = [...facts.placed.values()].filter(
    ({ strip }) => !strip.isPinned && strip.status === "planned",
  );
  const flexible = wanted.people.flatMap((id) => (facts.blocksOf.get(id) ?? []).filter(mayMove));
  const fixed = takenOf(
    facts,
    new Set([...movable.map(({ strip }) => strip.id), ...flexible.map(({ id }) => id)]),
  );
  const tried = new Map<string, number>();
  const places = blockPlaces(facts, wanted, wanted.minutes, fixed);
  for (const place of [...places].sort((a, b) => oddness(a) - oddness(b))) {
    const blocks = flexible.flatMap((block) => (meets(blockSpan(block), place.span) ? [{ block }] : []));
    const strips = movable.flatMap((placed) =>
      isInTheWay(placed, wanted.people, place) ? [{ placed }] : [],
    );
    const obstacles: readonly Obstacle[] = [...blocks, ...strips];
    const key = [
      ...blocks.map(({ block }) => block.id),
      ...strips.map(({ placed }) => placed.strip.id),
    ].join();
    const n = tried.get(key) ?? 0;
    if (obstacles.length === 0 || obstacles.length > IN_THE_WAY || n >= STARTS) continue;
    yield null;
    tried.set(key, n + 1);
    const moves = obstacles.map((obstacle) => elsewhere(search, obstacle, wanted.people, place));
    if (moves.some((each) => each.length === 0)) continue;
    const most = Math.max(...moves.map((each) => each.length));
    for (let i = 0; i < most; i++) {
      const edits = moves.flatMap((each) => each[Math.min(i, each.length - 1)] ?? []);
      yield {
        ...asOne([
          ...edits.map(({ commandId, input }) => ({ commandId, input })),
          ...blocksAdded({ wanted, place }),
        ]),
        words: [...edits.map(({ words }) => words), addingWords(facts, { wanted, place })].join("; "),
        key: `cleared of ${key}`,
      };
    }
  }
}

/** On the hour before on the half hour before at odd times. */
const oddness = ({ span: { start } }: BlockPlace): number =>
  [3_600, 1_800].filter((s) => start % s !== 0).length;

const meets = (span: Interval | null, other: Interval): boolean => span !== null && overlaps(span, other);

/** A call of its people, or what is shot beside its device. */
const isInTheWay = (
  { calls, shoot, moduleId }: Placed,
  people: readonly PersonId[],
  { span, where }: BlockPlace,
): boolean =>
  calls.some((call) => people.includes(call.personId) && overlaps(call.span, span)) ||
  (where.deviceId !== null && moduleId === where.moduleId && meets(shoot, span));

type Move = Repair & { readonly words: string };

/** A block within its span; a strip to the nearest time of its day, else of another day. */
function elsewhere(
  { checked }: Search,
  obstacle: Obstacle,
  people: readonly PersonId[],
  place: BlockPlace,
): readonly Move[] {
  const { facts, snapshot } = checked;
  if ("block" in obstacle) {
    const { block } = obstacle;
    const taken = takenOf(facts, new Set([block.id]))(block.personId);
    const move = movedAside(facts, block, [place.span], taken);
    return move ? [move] : [];
  }
  const { strip, span } = obstacle.placed;
  const places = stripPlaces(checked);
  const others = places.standing.filter((s) => s.strip.id !== strip.id);
  const away = (at: { readonly shootAt: number }) => Math.abs(at.shootAt - span.start);
  const there = [...places.of(strip, others)]
    .sort((a, b) => away(a) - away(b))
    .flatMap((at) => {
      const standing = places.at(strip, at);
      return standing && !isInTheWay(standing.placed, people, place) ? [{ at, ...standing }] : [];
    });
  const day = places.standing.find((s) => s.strip.id === strip.id)?.day;
  const nearest = [there.find((at) => at.day === day), there.find((at) => at.day !== day)];
  return nearest.flatMap((to): readonly Move[] => {
    if (!to) return [];
    const { moduleId, span: standing } = to.placed;
    const { rigMin, shootMin } = to.at;
    const move = { stripId: strip.id, startsAt: isoOf(standing.start), moduleId, rigMin, shootMin };
    return [
      {
        commandId: moveStrips.id,
        input: { moves: [move] },
        words: `Scene ${sceneOfStrip(snapshot.tables, strip)} to ${moment(standing.start)}`,
      },
    ];
  });
}
