import { plusMinutes } from "../base/instant.ts";
import { type Interval, lengthOf, overlaps } from "../base/interval.ts";
import { difference, type Profile, profile, union, within } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, minutes } from "../base/quantity.ts";
import type { CrewBlock } from "../model/block.ts";
import type { Facts } from "../model/facts.ts";
import type { PersonId } from "../model/ids.ts";
import type { WantedBlock } from "../model/rule.ts";
import { blockSpan } from "../rules/duty.ts";
import { busyOf, GRID_MIN } from "../solve/openings.ts";

const GRID_S = GRID_MIN * 60;

/** Where a block may be had. */
export type Where = Pick<CrewBlock, "moduleId" | "deviceId">;
export interface BlockPlace {
  readonly span: Interval;
  readonly where: Where;
  /** The first or the last start of a stretch. */
  readonly isEdge: boolean;
}

/** When somebody has anything else in the plan. */
export type Taken = (personId: PersonId) => Profile;

/** What else it would be: but for some blocks and strips, which go elsewhere. */
export function takenOf(facts: Facts, but: ReadonlySet<string> = NOTHING): Taken {
  const blocksOf =
    but.size === 0
      ? facts.blocksOf
      : new Map([...facts.blocksOf].map(([id, own]) => [id, own.filter((block) => !but.has(block.id))]));
  const busy = busyOf({ ...facts, blocksOf });
  return (id) => union(busy.person(id), profile(callsOf(facts, id, but)));
}
const NOTHING: ReadonlySet<string> = new Set();
const callsOf = ({ calledFor }: Facts, id: PersonId, but: ReadonlySet<string>): readonly Interval[] =>
  (calledFor.get(id) ?? []).flatMap(({ strip, calls }) =>
    but.has(strip.id) ? [] : calls.filter(({ personId }) => personId === id).map(({ span }) => span),
  );

/** Where all of its people have nothing else and its device is not in use: first where nothing is shot beside it, there the earliest first. */
export function blockPlaces(
  facts: Facts,
  wanted: WantedBlock,
  min: number,
  taken: Taken,
): readonly BlockPlace[] {
  const free = difference([wanted.within], profile(wanted.people.flatMap(taken)));
  const spans = free.flatMap((stretch) => {
    const starts = startsIn(stretch, min);
    return starts.map((start, i) => ({
      span: { start, end: plusMinutes(start, minutes(min)) },
      isEdge: i === 0 || i === starts.length - 1,
    }));
  });
  const wheres = wheresOf(facts, wanted).map((where) => ({ where, inUse: inUse(facts, where) }));
  const places = spans.flatMap(({ span, isEdge }) =>
    wheres
      .filter((w) => within(w.inUse, span).length === 0)
      .map(({ where }): BlockPlace => ({ span, where, isEdge })),
  );
  const isBesideShoot = ({ span, where }: BlockPlace) =>
    facts.inOrder.some(
      ({ moduleId, shoot }) =>
        moduleId !== null && moduleId === where.moduleId && shoot && overlaps(shoot, span),
    );
  const beside = new Map(places.map((place) => [place, isBesideShoot(place)]));
  return [...places].sort((a, b) => Number(beside.get(a)) - Number(beside.get(b)));
}

/** On the grid; of a stretch in which it only just fits its start. */
function startsIn(stretch: Interval, min: number): readonly EpochSeconds[] {
  const last = stretch.end - min * 60;
  const starts: EpochSeconds[] = [];
  for (let at = Math.ceil(stretch.start / GRID_S) * GRID_S; at <= last; at += GRID_S)
    starts.push(epochSeconds(at));
  return starts.length === 0 && lengthOf(stretch) >= min ? [stretch.start] : starts;
}

/** Where its first person has such time on other days, most often first; else where others have it; on devices then all others. */
function wheresOf({ blocksOf, devices }: Facts, { kind, people, onDevice }: WantedBlock): readonly Where[] {
  const like = (blocks: readonly CrewBlock[]) =>
    blocks.filter((block) => block.kind === kind && (!onDevice || block.deviceId !== null));
  const own = mostOften(like((people[0] && blocksOf.get(people[0])) ?? []));
  if (onDevice) {
    const rest = [...devices.values()]
      .map((device): Where => ({ moduleId: device.moduleId, deviceId: device.id }))
      .filter((where) => !own.some(({ deviceId }) => deviceId === where.deviceId));
    const all = [...own, ...rest];
    return all.length > 0 ? all : [NOWHERE];
  }
  const [first] = own.length > 0 ? own : mostOften(like([...blocksOf.values()].flat()));
  return [first ?? NOWHERE];
}
const NOWHERE: Where = { moduleId: null, deviceId: null };

function mostOften(blocks: readonly CrewBlock[]): readonly Where[] {
  const tally = new Map<string, { readonly where: Where; n: number }>();
  for (const { moduleId, deviceId } of blocks) {
    const known = tally.get(`${moduleId} ${deviceId}`);
    if (known) known.n++;
    else tally.set(`${moduleId} ${deviceId}`, { where: { moduleId, deviceId }, n: 1 });
  }
  return [...tally.values()].sort((a, b) => b.n - a.n).map(({ where }) => where);
}

const inUse = ({ blocksOf }: Facts, { deviceId }: Where): Profile =>
  deviceId === null
    ? []
    : profile(
        [...blocksOf.values()].flatMap((blocks) =>
          blocks.flatMap((block) => (block.deviceId === deviceId ? (blockSpan(block) ?? []) : [])),
        ),
      );
