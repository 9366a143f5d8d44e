import { clock, moment } from "../../base/format.ts";
import { isoOf, plusMinutes } from "../../base/instant.ts";
import { type Interval, overlaps } from "../../base/interval.ts";
import { type EpochSeconds, epochSeconds } from "../../base/quantity.ts";
import { blockName, type CrewBlock } from "../../model/block.ts";
import { changed } from "../../rules/offers.ts";
import { GRID_MIN } from "../../solve/openings.ts";
import type { Search, Way } from "../way.ts";

const GRID_S = GRID_MIN * 60;

/** Exercise, a meal, whatever else may move within its span makes room: of the finding's people, or in the module that it is about. */
export const blocks: Way = {
  id: "blocks",
  tried: "moving a meal, exercise or what else may move",
  tries: 16,
  offers: 2,
  concerns: (search) => !inTheWay(search).next().done,
  *attempts(search) {
    const { facts } = search.checked;
    for (const { block, met } of inTheWay(search)) {
      const name = facts.people.get(block.personId)?.shortName ?? "Somebody";
      for (const at of placesBeside(block, met))
        yield {
          ...changed("crewBlock", block.id, { startsAt: isoOf(at) }),
          words: `${name}’s ${blockName(block).toLowerCase()} at ${clock(at)} instead of ${moment(block.startsAt)}`,
          key: block.id,
        };
    }
  },
};

/** Blocks that are met by the finding's strips, or in its time, and might be elsewhere. */
function* inTheWay({ checked: { facts }, finding }: Search) {
  const placed = finding.strips.flatMap((id) => facts.placed.get(id) ?? []);
  const spans = [...placed.map((p) => p.span), ...(finding.span ? [finding.span] : [])];
  const modules = new Set(placed.flatMap(({ moduleId }) => moduleId ?? []));
  const moduleOf = ({ moduleId, deviceId }: CrewBlock) =>
    moduleId ?? (deviceId && facts.devices.get(deviceId)?.moduleId) ?? null;
  for (const [personId, own] of facts.blocksOf)
    for (const block of own) {
      const [here, where] = [spanOf(block), moduleOf(block)];
      const isConcerned = finding.people.includes(personId) || (where !== null && modules.has(where));
      const met = here && isConcerned ? spans.filter((span) => overlaps(span, here)) : [];
      if (met.length > 0 && block.earliestAt !== null && block.latestAt !== null) yield { block, met };
    }
}

const spanOf = ({ startsAt, durationMin }: CrewBlock): Interval | null =>
  durationMin > 0 ? { start: startsAt, end: plusMinutes(startsAt, durationMin) } : null;

/** Where a block may go: next to what it meets, and to the ends of its span; none for one that is fixed. The nearest first. */
function placesBeside(
  { startsAt, earliestAt, latestAt, durationMin }: CrewBlock,
  met: readonly Interval[],
): readonly EpochSeconds[] {
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
