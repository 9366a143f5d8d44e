import { isoOf } from "#core/base/instant.ts";
import type { Interval } from "#core/base/interval.ts";
import { difference, profile, within } from "#core/base/profile.ts";
import { type EpochSeconds, epochSeconds } from "#core/base/quantity.ts";
import type { ShootDay } from "#core/model/day.ts";
import type { Facts } from "#core/model/facts.ts";
import type { ModuleId, PersonId, StripId } from "#core/model/ids.ts";
import type { Placed } from "#core/model/placed.ts";
import type { Scene } from "#core/model/scene.ts";
import type { Strip } from "#core/model/strip.ts";
import { blockSpan } from "#core/rules/duty.ts";
import { neededRigMinutes } from "#core/rules/rig-time.ts";
import type { Column } from "./columns.ts";

/** Starts that the board proposes stand on full five minutes. */
export const STEP_S = 300;
/** Hatches are passed with kit. Rule book, `travel`. */
const KIT_MIN_PER_HATCH = 3;

/** One move of the `move-strips` edit, as it is sent. */
export interface Move {
  readonly stripId: string;
  readonly startsAt: string;
  readonly moduleId?: string | null;
  readonly rigMin?: number;
  readonly shootMin?: number;
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
function freeTime(facts: Facts, day: ShootDay, strip: Strip, scene: Scene, moduleId: ModuleId | null) {
  if (day.isClosed) return [];
  const windows = facts.windows
    .filter((w) => w.unit === scene.unit)
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

type Before = Pick<Placed, "scene" | "moduleId"> & { readonly end: EpochSeconds };

const travelSeconds = (facts: Facts, from: ModuleId | null, to: ModuleId | null): number =>
  from === null || to === null || from === to
    ? 0
    : (facts.hatchesBetween.get(from)?.get(to) ?? 0) * KIT_MIN_PER_HATCH * 60;

/**
 * Where held strips come to stand when they are dropped: the first right after what stands there before, with the way and the
 * rig that it needs, at the first moment at which its people are free; on an empty day at the first free moment. The others
 * follow. Where there is no room the strip stands there all the same, and the rules say what it breaks.
 */
export function proposeMoves(facts: Facts, column: Column, { day, index }: DropAt, held: readonly StripId[]) {
  const standing = column.strips.filter((p) => !held.includes(p.strip.id));
  const next = standing[index] ?? null;
  const previous = standing[index - 1] ?? null;
  let before: Before | null = previous ? { ...previous, end: previous.span.end } : null;
  const moves: Move[] = [];
  for (const id of held) {
    const strip = facts.strips.get(id);
    const scene = strip && facts.scenes.get(strip.sceneId);
    if (!strip || !scene) continue;
    const moduleId: ModuleId | null = strip.moduleId ?? scene.moduleId;
    const rigMin = rigFor(facts, { scene, moduleId }, before, day, held, strip);
    const length = (rigMin + strip.shootMin + strip.strikeMin) * 60;
    const earliest: number = before
      ? before.end + travelSeconds(facts, before.moduleId, moduleId)
      : day.wakesAt;
    const free = freeTime(facts, day, strip, scene, moduleId);
    const room = next ? within(free, { start: day.wakesAt, end: next.span.start }) : free;
    const fits = room
      .map((span) => ({ at: upToStep(Math.max(span.start, earliest)), end: span.end }))
      .find(({ at, end }) => at + length <= end);
    const crowded = !next
      ? upToStep(earliest)
      : before
        ? Math.min(upToStep(earliest), next.span.start)
        : // Before the first of the day: right before it, as far as the day reaches.
          Math.max(
            day.wakesAt,
            downToStep(next.span.start - length - travelSeconds(facts, moduleId, next.moduleId)),
          );
    const startsAt = epochSeconds(fits?.at ?? crowded);
    moves.push({ stripId: id, startsAt: isoOf(startsAt), moduleId, rigMin });
    before = { scene, moduleId, end: epochSeconds(startsAt + length) };
  }
  return moves;
}

/** Held strips where the user wants them: the first at that very start, the others right after it, with their ways and rigs. */
export function startMoves(facts: Facts, column: Column, at: EpochSeconds, held: readonly StripId[]) {
  const standing = column.strips.filter((p) => !held.includes(p.strip.id));
  const previous = standing.findLast((p) => p.span.start <= at) ?? null;
  let before: Before | null = previous ? { ...previous, end: previous.span.end } : null;
  const moves: Move[] = [];
  for (const id of held) {
    const strip = facts.strips.get(id);
    const scene = strip && facts.scenes.get(strip.sceneId);
    if (!strip || !scene) continue;
    const moduleId: ModuleId | null = strip.moduleId ?? scene.moduleId;
    const rigMin = rigFor(facts, { scene, moduleId }, before, column.day, held, strip);
    const startsAt =
      before && moves.length > 0
        ? upToStep(before.end + travelSeconds(facts, before.moduleId, moduleId))
        : at;
    moves.push({ stripId: id, startsAt: isoOf(startsAt), moduleId, rigMin });
    const length = (rigMin + strip.shootMin + strip.strikeMin) * 60;
    before = { scene, moduleId, end: epochSeconds(startsAt + length) };
  }
  return moves;
}

/** The rig that a drop needs; a strip without a module keeps its own. */
function rigFor(
  facts: Facts,
  placed: Pick<Placed, "scene" | "moduleId">,
  before: Before | null,
  day: ShootDay,
  held: readonly StripId[],
  strip: Strip,
): number {
  if (placed.moduleId === null || placed.scene.unit !== "main") return strip.rigMin;
  const until = before?.end ?? day.wakesAt;
  const earlier = [...facts.placed.values()]
    .filter((p) => p.moduleId === placed.moduleId && p.span.start < until && !held.includes(p.strip.id))
    .sort((a, b) => a.span.start - b.span.start)
    .at(-1);
  const inModule = before?.moduleId === placed.moduleId ? before : (earlier ?? null);
  return neededRigMinutes(before, inModule, placed);
}

/** Strips moved by some seconds, each by as much. */
export const shiftMoves = (facts: Facts, ids: readonly StripId[], bySeconds: number): readonly Move[] =>
  ids.flatMap((id) => {
    const at = facts.strips.get(id)?.startsAt ?? null;
    return at === null ? [] : [{ stripId: id, startsAt: isoOf(epochSeconds(at + bySeconds)) }];
  });

/** To the next or previous day of the board, at the same hour. */
export function dayMoves(
  facts: Facts,
  columns: readonly Column[],
  ids: readonly StripId[],
  by: 1 | -1,
): readonly Move[] {
  return ids.flatMap((id) => {
    const i = columns.findIndex((c) => c.strips.some((p) => p.strip.id === id));
    const [from, to] = [columns[i], columns[i + by]];
    if (!from || !to) return [];
    const days = (Date.parse(to.day.date) - Date.parse(from.day.date)) / 1000;
    return shiftMoves(facts, [id], days);
  });
}

/** Two neighbours change places: the later one starts where the earlier did, which follows it with the gap there was. */
export function swapMoves(column: Column, stripId: StripId, by: 1 | -1): readonly Move[] {
  const i = column.strips.findIndex((p) => p.strip.id === stripId);
  const [first, second] =
    by === 1 ? [column.strips[i], column.strips[i + 1]] : [column.strips[i - 1], column.strips[i]];
  if (!first || !second) return [];
  const gap = Math.max(0, second.span.start - first.span.end);
  const length = second.span.end - second.span.start;
  return [
    { stripId: second.strip.id, startsAt: isoOf(first.span.start) },
    { stripId: first.strip.id, startsAt: isoOf(epochSeconds(first.span.start + length + gap)) },
  ];
}
