import { list, spanText } from "../base/format.ts";
import { lengthOf } from "../base/interval.ts";
import type { Facts } from "../model/facts.ts";
import type { Repair, WantedBlock } from "../model/rule.ts";
import { blockAdded, blockId } from "../rules/offers.ts";
import type { BlockPlace } from "./block-places.ts";

/** A block that a rule asks for, at a time and a place. */
export interface Placing {
  readonly wanted: WantedBlock;
  readonly place: BlockPlace;
}

/** For each of its people. */
export const blocksAdded = ({ wanted, place: { span, where } }: Placing): readonly Repair[] => {
  const { kind, title, source, people } = wanted;
  return people.flatMap((personId) => [
    blockAdded({ personId, kind, title, source, ...where }, span.start, lengthOf(span)),
    ...(wanted.with ? [wanted.with(blockId(personId, kind, span.start))] : []),
  ]);
};

/** "Midday meal for Shipenko, 4 Oct 13:00–14:00". */
export function addingWords(
  { people, modules, devices }: Pick<Facts, "people" | "modules" | "devices">,
  { wanted, place: { span, where } }: Placing,
): string {
  const names = wanted.people.map((id) => people.get(id)?.shortName ?? "somebody");
  const device = where.deviceId && devices.get(where.deviceId)?.name;
  const module = where.moduleId && modules.get(where.moduleId)?.name;
  return `${wanted.title} for ${list(names)}, ${spanText(span)}${device ? `, on ${device}` : ""}${module ? ` in ${module}` : ""}`;
}
