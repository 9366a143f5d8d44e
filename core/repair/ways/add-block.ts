import { duration, moment } from "../../base/format.ts";
import { isoOf, plusMinutes } from "../../base/instant.ts";
import { covers, type Interval, overlaps } from "../../base/interval.ts";
import { within } from "../../base/profile.ts";
import { minutes } from "../../base/quantity.ts";
import { blockName } from "../../model/block.ts";
import type { Facts } from "../../model/facts.ts";
import type { WantedBlock } from "../../model/rule.ts";
import { blockSpan } from "../../rules/duty.ts";
import { asOne, changed } from "../../rules/offers.ts";
import { GRID_MIN } from "../../solve/openings.ts";
import { addingWords, blocksAdded, type Placing } from "../adding.ts";
import { mendableOf } from "../asked-again.ts";
import { blockPlaces, type Taken, takenOf } from "../block-places.ts";
import type { Attempt, Search, Way } from "../way.ts";

/** So many places are tried for all of it in one piece. */
const WHOLE = 36;
/** Of several things that are missing, so many places each are tried with those of the others. */
const TOGETHER = 12;

/**
 * A meal, exercise, a conference, whatever a rule says is missing from somebody's day: what there is of it made longer, or a block of its
 * own at the earliest time at which its people have nothing else.
 */
export const addBlock: Way = {
  id: "add-block",
  tried: "adding what is missing to the day",
  tries: 48,
  offers: 2,
  concerns: (search) => mendableOf(search).wants.length > 0,
  *attempts(search) {
    const { facts } = search.checked;
    const taken = takenOf(facts);
    const wants = mendableOf(search).wants.map((wanted) => ({
      wanted,
      places: blockPlaces(facts, wanted, wanted.minutes, taken),
    }));
    for (const { wanted } of wants) yield* longer(search, wanted, taken);
    const most = Math.min(TOGETHER, Math.max(...wants.map(({ places }) => places.length)));
    if (wants.length > 1)
      for (let i = 0; i < most; i++) {
        const at = wants.flatMap(({ wanted, places }) => {
          const place = places[Math.min(i, places.length - 1)];
          return place ? [{ wanted, place }] : [];
        });
        yield attemptOf(facts, at, "all that is missing");
      }
    for (const { wanted, places } of wants) {
      const who = wanted.people.join();
      for (const place of places.slice(0, WHOLE))
        yield attemptOf(facts, [{ wanted, place }], `${who} ${place.where.deviceId}`);
      yield* inPieces(facts, wanted, taken);
    }
  },
};

const attemptOf = (facts: Facts, placings: readonly Placing[], key: string): Attempt => ({
  ...asOne(placings.flatMap(blocksAdded)),
  words: placings.map((placing) => addingWords(facts, placing)).join("; "),
  key,
});

/** Where everybody has a block of the kind that is only too short: to its end, else from before its start. */
function* longer(
  { checked: { facts } }: Search,
  { kind, people, minutes: min, within: hours, pieceMin }: WantedBlock,
  taken: Taken,
): Generator<Attempt, void, void> {
  if (pieceMin !== undefined) return;
  const own = people.flatMap((id) => {
    const block = facts.blocksOf.get(id)?.find((b) => {
      const span = b.kind === kind ? blockSpan(b) : null;
      return span !== null && overlaps(span, hours);
    });
    return block ? [block] : [];
  });
  if (own.length < people.length) return;
  const sides = [
    (start: Interval["start"], length: number) => plusMinutes(start, minutes(length)),
    (start: Interval["start"]) => plusMinutes(start, minutes(-min)),
  ];
  for (const side of sides) {
    const more = own.map((block) => {
      const start = side(block.startsAt, block.durationMin);
      return { block, part: { start, end: plusMinutes(start, minutes(min)) } };
    });
    const isFree = more.every(
      ({ block, part }) => covers(hours, part) && within(taken(block.personId), part).length === 0,
    );
    if (!isFree) continue;
    const edits = more.map(({ block, part }) =>
      changed("crewBlock", block.id, {
        durationMin: block.durationMin + min,
        ...(part.start < block.startsAt ? { startsAt: isoOf(part.start) } : {}),
      }),
    );
    const words = more.map(({ block, part }) => {
      const name = facts.people.get(block.personId)?.shortName ?? "Somebody";
      const from =
        part.start < block.startsAt ? `, from ${moment(part.start)}` : `, until ${moment(part.end)}`;
      return `${name}’s ${blockName(block).toLowerCase()} ${duration(min)} longer${from}`;
    });
    yield { ...asOne(edits), words: words.join("; "), key: `${people.join()} longer` };
  }
}

/** In two halves where it may be had in pieces and all of it goes nowhere; at least one half. */
function* inPieces(facts: Facts, wanted: WantedBlock, taken: Taken): Generator<Attempt, void, void> {
  const { minutes: min, pieceMin, people } = wanted;
  const half = Math.ceil(min / 2 / GRID_MIN) * GRID_MIN;
  if (pieceMin === undefined || min - half < pieceMin) return;
  const edges = (length: number) => blockPlaces(facts, wanted, length, taken).filter((place) => place.isEdge);
  const [firsts, seconds] = [edges(half), edges(min - half)];
  for (const first of firsts)
    for (const second of seconds)
      if (first.span.end <= second.span.start)
        yield attemptOf(
          facts,
          [first, second].map((place) => ({ wanted, place })),
          `${people.join()} in halves`,
        );
  for (const place of firsts) yield attemptOf(facts, [{ wanted, place }], `${people.join()} half`);
}
