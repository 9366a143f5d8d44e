import { instant, isoOf } from "#core/base/instant.ts";
import type { Interval } from "#core/base/interval.ts";
import { difference, profile, within } from "#core/base/profile.ts";
import { type EpochSeconds, epochSeconds, minutes } from "#core/base/quantity.ts";
import type { ShootDay } from "#core/model/day.ts";
import type { Facts } from "#core/model/facts.ts";
import type { ModuleId, PersonId, StripId } from "#core/model/ids.ts";
import type { Placed } from "#core/model/placed.ts";
import type { Strip } from "#core/model/strip.ts";
import type { Checked } from "#core/rules/check.ts";
import { blockSpan } from "#core/rules/duty.ts";
import { type Hand, type HandLengths, handOf, type Put } from "#core/solve/by-hand.ts";
import type { Column } from "./columns.ts";

/** Starts that the board proposes stand on full five minutes. */
export const STEP_S = 300;
/** Hatches are passed with kit. Rule book, `travel`. */
const KIT_MIN_PER_HATCH = 3;

type Planned = Pick<Checked, "snapshot" | "facts">;

/** One move of the `move-strips` edit, as it is sent. */
export interface Move extends Omit<Put, "startsAt"> {
  readonly startsAt: string;
}

/** A drop: on a day, before the strip that stands at `index` among those that are not held. */
export interface DropAt {
  readonly day: ShootDay;
  readonly index: number;
}

const downToStep = (at: number) => epochSeconds(Math.floor(at / STEP_S) * STEP_S);
const upToStep = (at: number) => epochSeconds(Math.ceil(at / STEP_S) * STEP_S);

const peopleOf = (facts: Facts, strip: Strip): ReadonlySet<PersonId> =>
  new Set([
    ...(facts.assignmentsOfStrip.get(strip.id) ?? []).map((a) => a.personId),
    ...(facts.setUpsOfStrip.get(strip.id) ?? [])
      .flatMap((setUp) => setUp.roleIds)
      .flatMap((id) => facts.roles.get(id)?.personId ?? []),
  ]);

/** When a strip could stand on a day: in its window, its people in no block, its module not taken by the station. */
function freeTime(facts: Facts, day: ShootDay, strip: Strip, moduleId: ModuleId | null) {
  if (day.isClosed) return [];
  const unit = facts.scenes.get(strip.sceneId)?.unit;
  const windows = facts.windows
    .filter((w) => w.unit === unit)
    .map((w) => ({ start: w.startsAt, end: w.endsAt }));
  const blocks = [...peopleOf(facts, strip)]
    .flatMap((id) => facts.blocksOf.get(id) ?? [])
    .map(blockSpan)
    .filter((span) => span !== null);
  const events = facts.events
    .filter((e) => moduleId !== null && e.moduleIds.includes(moduleId))
    .map(
      (e): Interval => ({
        start: epochSeconds(e.startsAt - e.marginBeforeMin * 60),
        end: epochSeconds(e.startsAt + (e.durationMin + e.marginAfterMin) * 60),
      }),
    );
  const awake = within(profile(windows), { start: day.wakesAt, end: day.sleepsAt });
  return difference(awake, profile([...blocks, ...events]));
}

const travelSeconds = (facts: Facts, from: ModuleId | null, to: ModuleId | null): number =>
  from === null || to === null || from === to
    ? 0
    : (facts.hatchesBetween.get(from)?.get(to) ?? 0) * KIT_MIN_PER_HATCH * 60;

const secondsOf = (strip: Strip, { rigMin, shootMin }: Pick<HandLengths, "rigMin" | "shootMin">): number =>
  (rigMin + shootMin + strip.strikeMin) * 60;

/** The moves as they are put down, to be asked about. */
export const putsOf = (moves: readonly Move[]): readonly Put[] =>
  moves.map(({ startsAt, ...put }) => ({ ...put, startsAt: instant(startsAt) }));
const asMove = ({ startsAt, ...put }: Put): Move => ({ ...put, startsAt: isoOf(startsAt) });

/** What stands before the strip that is put next. */
interface Before {
  readonly moduleId: ModuleId | null;
  readonly end: EpochSeconds;
}

/** Puts held strips down one after another: `startOf` says where the next begins after what stands before it. */
function putAll(
  checked: Planned,
  held: readonly StripId[],
  first: Before | null,
  startOf: (hand: Hand, strip: Strip, moduleId: ModuleId | null, before: Before | null) => EpochSeconds,
): readonly Move[] {
  const hand = handOf(checked, held);
  let before = first;
  return held.flatMap((id) => {
    const strip = checked.facts.strips.get(id);
    const scene = strip && checked.facts.scenes.get(strip.sceneId);
    if (!strip || !scene) return [];
    const moduleId = strip.moduleId ?? scene.moduleId;
    const put = hand.put(strip, { startsAt: startOf(hand, strip, moduleId, before), moduleId });
    before = { moduleId, end: epochSeconds(put.startsAt + secondsOf(strip, put)) };
    return [asMove(put)];
  });
}

const endOf = (placed: Placed | null): Before | null =>
  placed && { moduleId: placed.moduleId, end: placed.span.end };

/**
 * Where held strips come to stand when they are dropped: the first right after what stands there before, with the way, the rig and the
 * shoot that it needs there, at the first moment at which its people are free; on an empty day at the first free moment. The others
 * follow. Where there is no room the strip stands there all the same, and the rules say what it breaks.
 */
export function proposeMoves(
  checked: Planned,
  column: Column,
  { day, index }: DropAt,
  held: readonly StripId[],
): readonly Move[] {
  const { facts } = checked;
  const standing = column.strips.filter((p) => !held.includes(p.strip.id));
  const next = standing[index] ?? null;
  return putAll(checked, held, endOf(standing[index - 1] ?? null), (hand, strip, moduleId, before) => {
    const length = (startsAt: EpochSeconds) =>
      secondsOf(strip, hand.lengthsAt(strip, { startsAt, moduleId }));
    const earliest = before
      ? upToStep(before.end + travelSeconds(facts, before.moduleId, moduleId))
      : day.wakesAt;
    const free = freeTime(facts, day, strip, moduleId);
    const room = next ? within(free, { start: day.wakesAt, end: next.span.start }) : free;
    const fits = room
      .map((span) => ({ at: upToStep(Math.max(span.start, earliest)), end: span.end }))
      .find(({ at, end }) => at + length(at) <= end);
    if (fits) return fits.at;
    if (!next) return earliest;
    if (before) return epochSeconds(Math.min(earliest, next.span.start));
    // Before the first of the day: right before it, as far as the day reaches.
    const until = next.span.start - travelSeconds(facts, moduleId, next.moduleId);
    return epochSeconds(Math.max(day.wakesAt, downToStep(until - length(day.wakesAt))));
  });
}

/** Held strips where the user wants them: the first at that very start, the others right after it, with their ways and lengths. */
export function startMoves(
  checked: Planned,
  column: Column,
  at: EpochSeconds,
  held: readonly StripId[],
): readonly Move[] {
  const standing = column.strips.filter((p) => !held.includes(p.strip.id));
  const previous = endOf(standing.findLast((p) => p.span.start <= at) ?? null);
  let isFirst = true;
  return putAll(checked, held, previous, (_hand, _strip, moduleId, before) => {
    const follows = !isFirst;
    isFirst = false;
    return before && follows
      ? upToStep(before.end + travelSeconds(checked.facts, before.moduleId, moduleId))
      : at;
  });
}

/** What a user typed into the form: the first strip there, the others on its heels; what is not given follows from the place. */
export function typedMoves(
  checked: Planned,
  ids: readonly StripId[],
  at: EpochSeconds,
  { moduleId, rigMin }: { readonly moduleId?: ModuleId | null; readonly rigMin?: number | null },
): readonly Move[] {
  const hand = handOf(checked, ids);
  let from = at;
  return ids.flatMap((id) => {
    const strip = checked.facts.strips.get(id);
    if (!strip) return [];
    const home = strip.moduleId ?? checked.facts.scenes.get(strip.sceneId)?.moduleId ?? null;
    const spot = { startsAt: from, moduleId: moduleId === undefined ? home : moduleId };
    const put = hand.put(strip, spot, typeof rigMin === "number" ? { rigMin: minutes(rigMin) } : {});
    from = epochSeconds(from + secondsOf(strip, put));
    return [asMove(put)];
  });
}

/** Puts a strip elsewhere. A rig that somebody made longer stays longer where the place asks for the same as the one it stood in. */
function putMoved(checked: Planned, hand: Hand, strip: Strip, startsAt: EpochSeconds): Put {
  const { moduleId } = strip;
  const { rigMin } = hand.lengthsAt(strip, { startsAt, moduleId });
  const asked =
    strip.startsAt === null
      ? null
      : handOf(checked, [strip.id]).lengthsAt(strip, { startsAt: strip.startsAt, moduleId });
  const kept = asked?.rigMin === rigMin ? Math.max(strip.rigMin, rigMin) : rigMin;
  return hand.put(strip, { startsAt, moduleId }, { rigMin: minutes(kept) });
}

/** Strips moved to other starts in their modules, as one. */
function movedTo(
  checked: Planned,
  starts: readonly { readonly strip: Strip; readonly startsAt: EpochSeconds }[],
): readonly Move[] {
  const inOrder = [...starts].sort((a, b) => a.startsAt - b.startsAt);
  const hand = handOf(
    checked,
    inOrder.map(({ strip }) => strip.id),
  );
  return inOrder.map(({ strip, startsAt }) => asMove(putMoved(checked, hand, strip, startsAt)));
}

/** Strips moved by some seconds, each by as much. */
export const shiftMoves = (checked: Planned, ids: readonly StripId[], bySeconds: number): readonly Move[] =>
  movedTo(
    checked,
    ids.flatMap((id) => {
      const strip = checked.facts.strips.get(id);
      return !strip || strip.startsAt === null
        ? []
        : [{ strip, startsAt: epochSeconds(strip.startsAt + bySeconds) }];
    }),
  );

/** To the next or previous day of the board, at the same hour. */
export function dayMoves(
  checked: Planned,
  columns: readonly Column[],
  ids: readonly StripId[],
  by: 1 | -1,
): readonly Move[] {
  return movedTo(
    checked,
    ids.flatMap((id) => {
      const i = columns.findIndex((c) => c.strips.some((p) => p.strip.id === id));
      const [from, to] = [columns[i], columns[i + by]];
      const strip = checked.facts.strips.get(id);
      if (!from || !to || !strip || strip.startsAt === null) return [];
      const seconds = (Date.parse(to.day.date) - Date.parse(from.day.date)) / 1000;
      return [{ strip, startsAt: epochSeconds(strip.startsAt + seconds) }];
    }),
  );
}

/** Two neighbours change places: the later one starts where the earlier did, which follows it with the gap there was. */
export function swapMoves(checked: Planned, column: Column, stripId: StripId, by: 1 | -1): readonly Move[] {
  const i = column.strips.findIndex((p) => p.strip.id === stripId);
  const [first, second] =
    by === 1 ? [column.strips[i], column.strips[i + 1]] : [column.strips[i - 1], column.strips[i]];
  if (!first || !second) return [];
  const gap = Math.max(0, second.span.start - first.span.end);
  const hand = handOf(checked, [first.strip.id, second.strip.id]);
  const put = putMoved(checked, hand, second.strip, first.span.start);
  const startsAt = epochSeconds(put.startsAt + secondsOf(second.strip, put) + gap);
  return [put, putMoved(checked, hand, first.strip, startsAt)].map(asMove);
}
