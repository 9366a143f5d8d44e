import { clock, moment } from "../base/format.ts";
import { isoOf, plusMinutes } from "../base/instant.ts";
import { type Interval, overlaps } from "../base/interval.ts";
import { type Profile, within } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { blockName, type CrewBlock } from "../model/block.ts";
import type { Facts } from "../model/facts.ts";
import type { Repair } from "../model/rule.ts";
import { changed } from "../rules/offers.ts";
import { GRID_MIN } from "../solve/openings.ts";

const GRID_S = GRID_MIN * 60;

/** A block at another time, as an edit in words. */
export type MovedBlock = Repair & { readonly words: string; readonly span: Interval };

export const mayMove = ({ earliestAt, latestAt, durationMin }: CrewBlock): boolean =>
  earliestAt !== null && latestAt !== null && durationMin > 0 && latestAt - earliestAt > durationMin * 60;

/** Where a block may go: next to what it meets, and to the ends of its span; none for one that is fixed. The nearest first. */
export function placesBeside(block: CrewBlock, met: readonly Interval[]): readonly EpochSeconds[] {
  const { startsAt, earliestAt, latestAt, durationMin } = block;
  if (earliestAt === null || latestAt === null) return [];
  const last = latestAt - durationMin * 60;
  const beside = met.flatMap(({ start, end }) => [
    Math.floor((start - durationMin * 60) / GRID_S) * GRID_S,
    Math.ceil(end / GRID_S) * GRID_S,
  ]);
  const fits = [...beside, earliestAt, last].filter(
    (at) => at >= earliestAt && at <= last && at !== startsAt,
  );
  return [...new Set(fits)].sort((a, b) => Math.abs(a - startsAt) - Math.abs(b - startsAt)).map(epochSeconds);
}

export function movedTo({ people }: Pick<Facts, "people">, block: CrewBlock, at: EpochSeconds): MovedBlock {
  const name = people.get(block.personId)?.shortName ?? "Somebody";
  return {
    ...changed("crewBlock", block.id, { startsAt: isoOf(at) }),
    words: `${name}’s ${blockName(block).toLowerCase()} at ${clock(at)} instead of ${moment(block.startsAt)}`,
    span: { start: at, end: plusMinutes(at, block.durationMin) },
  };
}

/** Out of the way of what it meets, where its person has nothing else; null: nowhere. */
export function movedAside(
  facts: Pick<Facts, "people">,
  block: CrewBlock,
  met: readonly Interval[],
  taken: Profile,
): MovedBlock | null {
  const moves = placesBeside(block, met).map((at) => movedTo(facts, block, at));
  return (
    moves.find(
      ({ span }) => !met.some((other) => overlaps(other, span)) && within(taken, span).length === 0,
    ) ?? null
  );
}
