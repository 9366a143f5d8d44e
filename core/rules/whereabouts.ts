import { gather } from "../base/gather.ts";
import { byStart, type Interval, overlaps } from "../base/interval.ts";
import { once } from "../base/once.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import { sorted } from "../base/sorted.ts";
import type { CrewBlock } from "../model/block.ts";
import type { Facts } from "../model/facts.ts";
import type { ModuleId, PersonId } from "../model/ids.ts";
import type { Person } from "../model/person.ts";
import type { Placed } from "../model/placed.ts";
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

/** `idOf` orders what coincides, so that the order of rows does not matter. */
const timeline = <T extends Timed>(entries: T[], idOf: (entry: T) => string): Timeline<T> => ({
  entries: sorted(entries, (a, b) => byStart(a.span, b.span) || (idOf(a) < idOf(b) ? -1 : 1)),
  longest: longestOf(entries),
});
const longestOf = (entries: readonly Timed[]): number =>
  entries.reduce((longest, { span }) => Math.max(longest, span.end - span.start), 0);

/** Index of the first row that starts after a moment; rows in order of start. */
function firstAfter<T>(rows: readonly T[], startOf: (row: T) => number, at: number): number {
  let low = 0;
  for (let high = rows.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (startOf(rows[middle] as T) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const startOf = ({ span }: Timed): number => span.start;

/** Those that overlap a span, in order of start. */
export function meeting<T extends Timed>({ entries, longest }: Timeline<T>, span: Interval): readonly T[] {
  const met: T[] = [];
  for (let i = firstAfter(entries, startOf, span.start - longest); i < entries.length; i++) {
    const entry = entries[i] as T;
    if (entry.span.start >= span.end) break;
    if (overlaps(entry.span, span)) met.push(entry);
  }
  return met;
}

export const placementsInOrder = remembered(
  (entries: Facts["inOrder"]): Timeline<Placed> => ({ entries, longest: longestOf(entries) }),
);

/** A block and when it is. */
interface TimedBlock extends Timed {
  readonly block: CrewBlock;
}
export const blocksInOrder = remembered((blocks: readonly CrewBlock[]) => {
  const timed: TimedBlock[] = [];
  for (const block of blocks) {
    const span = blockSpan(block);
    if (span) timed.push({ block, span });
  }
  return timeline(timed, ({ block }) => block.id);
});

/** What holds a person somewhere for a while: a call or a block. `moduleId` null: the plan does not say where. */
export interface Engagement extends Timed {
  readonly moduleId: ModuleId | null;
  readonly is: CrewBlock | CallOf;
}

/** Exercise is where its device is, whatever the block says. */
const placeOf = ({ deviceId, moduleId }: CrewBlock, devices: Facts["devices"]): ModuleId | null =>
  (deviceId && devices.get(deviceId)?.moduleId) ?? moduleId;

const engagementId = ({ is }: Engagement): string => ("call" in is ? is.placed.strip.id : is.id);

const blocksOfPerson = remembered((devices: Facts["devices"]) =>
  remembered((blocks: readonly CrewBlock[]): Timeline<Engagement> => {
    const { entries, longest } = blocksInOrder(blocks);
    const placed = ({ block, span }: TimedBlock) => ({ span, moduleId: placeOf(block, devices), is: block });
    return { entries: entries.map(placed), longest };
  }),
);

const engagementsFor = (personId: PersonId, placed: Placed): readonly Engagement[] =>
  placed.calls
    .filter((call) => call.personId === personId)
    .map((call) => ({ span: call.span, moduleId: placed.moduleId, is: { call, placed } }));

const callsOfPerson = (personId: PersonId, strips: readonly Placed[]) =>
  once(strips, `engagements of ${personId}`, () =>
    timeline(
      gather(strips, (placed) => engagementsFor(personId, placed)),
      engagementId,
    ),
  );

/** What a person is engaged in during a span, in order of start. */
export function engagementsIn(
  span: Interval,
  personId: PersonId,
  { blocksOf, calledFor, devices }: Pick<Facts, "blocksOf" | "calledFor" | "devices">,
): readonly Engagement[] {
  const own = blocksOf.get(personId);
  const strips = calledFor.get(personId);
  const blocks = own ? meeting(blocksOfPerson(devices)(own), span) : [];
  const [only] = strips?.length === 1 ? strips : [];
  // One strip is asked about at many places, each of them once.
  const calls = only
    ? engagementsFor(personId, only).filter((e) => overlaps(e.span, span))
    : strips
      ? meeting(callsOfPerson(personId, strips), span)
      : [];
  return calls.length === 0 ? blocks : [...blocks, ...calls].sort((a, b) => byStart(a.span, b.span));
}

const bedsOf = remembered((blocks: readonly CrewBlock[]) =>
  blocksInOrder(blocks)
    .entries.map(({ block }) => block)
    .filter((b) => b.kind === "sleep" && b.moduleId !== null),
);
const NO_BLOCKS: readonly CrewBlock[] = [];

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
  const beds = bedsOf(blocksOf.get(person.id) ?? NO_BLOCKS);
  const bed = beds[Math.max(0, firstAfter(beds, (b) => b.startsAt, at) - 1)];
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
