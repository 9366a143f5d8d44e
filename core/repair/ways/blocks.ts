import { type Interval, overlaps } from "../../base/interval.ts";
import type { CrewBlock } from "../../model/block.ts";
import { blockSpan } from "../../rules/duty.ts";
import { movedTo, placesBeside } from "../moving-blocks.ts";
import type { Search, Way } from "../way.ts";

/** Exercise, a meal, whatever else may move within its span makes room: of the finding's people, or in the module that it is about. */
export const blocks: Way = {
  id: "blocks",
  tried: "moving a meal, exercise or what else may move",
  tries: 16,
  offers: 2,
  concerns: (search) => !inTheWay(search).next().done,
  *attempts(search) {
    const { facts } = search.checked;
    for (const { block, met } of inTheWay(search))
      for (const at of placesBeside(block, met)) {
        const { commandId, input, words } = movedTo(facts, block, at);
        yield { commandId, input, words, key: block.id };
      }
  },
};

/** Blocks that are met by the finding's strips, or in its time, and might be elsewhere. */
function* inTheWay({ checked: { facts }, finding }: Search) {
  const placed = finding.strips.flatMap((id) => facts.placed.get(id) ?? []);
  const spans: readonly Interval[] = [...placed.map((p) => p.span), ...(finding.span ? [finding.span] : [])];
  const modules = new Set(placed.flatMap(({ moduleId }) => moduleId ?? []));
  const moduleOf = ({ moduleId, deviceId }: CrewBlock) =>
    moduleId ?? (deviceId && facts.devices.get(deviceId)?.moduleId) ?? null;
  for (const [personId, own] of facts.blocksOf)
    for (const block of own) {
      const [here, where] = [blockSpan(block), moduleOf(block)];
      const isConcerned = finding.people.includes(personId) || (where !== null && modules.has(where));
      const met = here && isConcerned ? spans.filter((span) => overlaps(span, here)) : [];
      if (met.length > 0 && block.earliestAt !== null && block.latestAt !== null) yield { block, met };
    }
}
