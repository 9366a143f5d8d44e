import { byStart, type Interval, overlaps } from "../base/interval.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import type { CrewBlock } from "../model/block.ts";
import type { Facts } from "../model/facts.ts";
import type { ModuleId, PersonId } from "../model/ids.ts";
import type { Person } from "../model/person.ts";
import type { FACILITIES, Module } from "../model/station.ts";
import { blockSpan, type CallOf } from "./duty.ts";

/** Not a rule: where people are, and which ways are left when a module is held. */

export type Facility = (typeof FACILITIES)[number];

/** Made once for each state of the fact that it is made from: facts never change, a new plan brings new ones. */
export function remembered<K extends object, V>(make: (from: K) => V): (from: K) => V {
  const known = new WeakMap<K, V>();
  return (from) => {
    const before = known.get(from);
    if (before !== undefined) return before;
    const made = make(from);
    known.set(from, made);
    return made;
  };
}

interface Timed {
  readonly span: Interval;
}
/** In order of start, with the length of the longest, so that what meets a span is found without reading all. */
interface Timeline<T extends Timed> {
  readonly entries: readonly T[];
  readonly longest: number;
}

export const timeline = <T extends Timed>(entries: readonly T[]): Timeline<T> => ({
  entries: [...entries].sort((a, b) => byStart(a.span, b.span)),
  longest: entries.reduce((longest, { span }) => Math.max(longest, span.end - span.start), 0),
});

/** Those that overlap a span, in order of start. */
export function meeting<T extends Timed>({ entries, longest }: Timeline<T>, span: Interval): readonly T[] {
  let low = 0;
  for (let high = entries.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as T).span.start < span.start - longest) low = middle + 1;
    else high = middle;
  }
  const met: T[] = [];
  for (let i = low; i < entries.length && (entries[i] as T).span.start < span.end; i++)
    if (overlaps((entries[i] as T).span, span)) met.push(entries[i] as T);
  return met;
}

/** A block and when it is. */
export interface TimedBlock extends Timed {
  readonly block: CrewBlock;
}
const timed = (blocks: readonly CrewBlock[]): TimedBlock[] =>
  blocks.flatMap((block) => {
    const span = blockSpan(block);
    return span ? [{ block, span }] : [];
  });

export const blocksInOrder = remembered((blocks: readonly CrewBlock[]) => timeline(timed(blocks)));

const callsOfPeople = remembered((placed: Facts["placed"]) => {
  const calls = new Map<PersonId, (CallOf & Timed)[]>();
  for (const p of placed.values())
    for (const call of p.calls) {
      const own = { call, placed: p, span: call.span };
      const known = calls.get(call.personId);
      if (known) known.push(own);
      else calls.set(call.personId, [own]);
    }
  return new Map([...calls].map(([id, own]) => [id, timeline(own)]));
});

/** Exercise is where its device is, whatever the block says. */
const placeOf = ({ deviceId, moduleId }: CrewBlock, devices: Facts["devices"]): ModuleId | null =>
  (deviceId && devices.get(deviceId)?.moduleId) ?? moduleId;

/** What holds a person somewhere for a while: a call or a block. `moduleId` null: the plan does not say where. */
export interface Engagement extends Timed {
  readonly moduleId: ModuleId | null;
  readonly is: CrewBlock | CallOf;
}

/** What a person is engaged in during a span, in order of start. */
export function engagementsIn(
  span: Interval,
  personId: PersonId,
  { blocksOf, placed, devices }: Pick<Facts, "blocksOf" | "placed" | "devices">,
): readonly Engagement[] {
  const blocks = blocksOf.get(personId);
  const calls = callsOfPeople(placed).get(personId);
  return [
    ...(blocks ? meeting(blocksInOrder(blocks), span) : []).map(
      ({ block, span: when }): Engagement => ({ span: when, moduleId: placeOf(block, devices), is: block }),
    ),
    ...(calls ? meeting(calls, span) : []).map(
      (own): Engagement => ({ span: own.span, moduleId: own.placed.moduleId, is: own }),
    ),
  ].sort((a, b) => byStart(a.span, b.span));
}

const bedsOf = remembered((blocks: readonly CrewBlock[]) =>
  blocks.filter((b) => b.kind === "sleep" && b.moduleId !== null),
);

export const modulesWith = remembered((modules: Facts["modules"]) => {
  const found = new Map<Facility, Module[]>();
  for (const module of [...modules.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)))
    for (const facility of module.facilities) found.set(facility, [...(found.get(facility) ?? []), module]);
  return found as ReadonlyMap<Facility, readonly Module[]>;
});

/**
 * Where a person is taken to be when the plan does not say: where they sleep, by their sleep blocks or else in their segment's
 * quarters. Null where neither is known.
 */
export function homeOf(
  person: Person,
  at: EpochSeconds,
  { blocksOf, modules }: Pick<Facts, "blocksOf" | "modules">,
): ModuleId | null {
  const beds = bedsOf(blocksOf.get(person.id) ?? []);
  const bed = beds.findLast((b) => b.startsAt <= at) ?? beds[0];
  if (bed) return bed.moduleId;
  const quarters = modulesWith(modules).get("sleep") ?? [];
  return quarters.find((m) => person.segments.includes(m.segment))?.id ?? null;
}

const sidesOf = remembered(
  (_neighbours: Facts["neighbours"]) => new Map<ModuleId, ReadonlyMap<ModuleId, number>>(),
);

/** The parts into which the station falls when nobody may pass a module, by number; the module itself is in none. */
export function sidesWithout(held: ModuleId, neighbours: Facts["neighbours"]): ReadonlyMap<ModuleId, number> {
  const all = sidesOf(neighbours);
  const known = all.get(held);
  if (known) return known;
  const side = new Map<ModuleId, number>();
  let number = 0;
  for (const start of neighbours.keys()) {
    if (start === held || side.has(start)) continue;
    const reached = [start];
    side.set(start, number);
    for (const here of reached)
      for (const there of neighbours.get(here) ?? [])
        if (there !== held && !side.has(there)) {
          side.set(there, number);
          reached.push(there);
        }
    number++;
  }
  all.set(held, side);
  return side;
}
