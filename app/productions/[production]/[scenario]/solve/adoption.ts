import { count, list, moment } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { commandById } from "#core/model/command/index.ts";
import { sceneOfStrip } from "#core/model/command/look-up.ts";
import type { ShootDay } from "#core/model/day.ts";
import type { Tables } from "#core/model/entities.ts";
import type { DayId, ModuleId, StripId } from "#core/model/ids.ts";
import { applyPatch } from "#core/model/patch.ts";
import type { Strip } from "#core/model/strip.ts";
import { shootDayAt } from "#core/rules/duty.ts";

/** How a proposal becomes one edit of the plan as it is now, and why it may no longer. */

/** Where a strip stands; null: in the boneyard. */
export type Stand = {
  readonly startsAt: EpochSeconds;
  readonly moduleId: ModuleId | null;
  readonly rigMin: number;
  readonly shootMin: number;
} | null;
export interface ProposedMove {
  readonly stripId: StripId;
  /** Where it stood in the plan that the proposal was made from. */
  readonly from: Stand;
  readonly to: Stand;
}

const standOf = ({ startsAt, moduleId, rigMin, shootMin }: Strip): Stand =>
  startsAt === null ? null : { startsAt, moduleId, rigMin, shootMin };
const isSame = (a: Stand, b: Stand): boolean =>
  a === null || b === null
    ? a === b
    : a.startsAt === b.startsAt &&
      a.moduleId === b.moduleId &&
      a.rigMin === b.rigMin &&
      a.shootMin === b.shootMin;

export const daysInOrder = (tables: Tables): readonly ShootDay[] =>
  [...tables.shootDay].sort((a, b) => a.wakesAt - b.wakesAt);

/** The days that a move touches: where the strip leaves, where it comes. */
export function daysOf(tables: Tables, { from, to }: ProposedMove): readonly DayId[] {
  const days = daysInOrder(tables);
  const ids = [from, to].flatMap((stand) => (stand ? (shootDayAt(days, stand.startsAt)?.id ?? []) : []));
  return [...new Set(ids)];
}

/** Every day that one of the moves touches, in order. */
export function touchedDays(tables: Tables, moves: readonly ProposedMove[]): readonly DayId[] {
  const touched = new Set(moves.flatMap((move) => daysOf(tables, move)));
  return daysInOrder(tables).flatMap(({ id }) => (touched.has(id) ? [id] : []));
}

/** The moves that make the chosen days as proposed: all that come to one of them, and all that leave one. Null: every day. */
export const movesOfDays = (
  tables: Tables,
  moves: readonly ProposedMove[],
  days: readonly string[] | null,
): readonly ProposedMove[] =>
  days === null ? moves : moves.filter((move) => daysOf(tables, move).some((id) => days.includes(id)));

const place = (stand: Stand) => (stand ? `at ${moment(stand.startsAt)}` : "in the boneyard");

/** A strip that can no longer be moved as proposed, and why. */
export interface Collision {
  readonly stripId: StripId;
  /** `12`, `12 part 2`; empty where the strip is gone. */
  readonly scene: string;
  readonly says: string;
}

/** Why a strip can no longer be moved as proposed; null where it can, or stands there already. */
function collisionOf(tables: Tables, { stripId, from, to }: ProposedMove): string | null {
  const strip = tables.strip.find((s) => s.id === stripId);
  if (!strip) return "A strip of the proposal was removed from the plan.";
  const now = standOf(strip);
  if (isSame(now, to)) return null;
  const scene = `Scene ${sceneOfStrip(tables, strip)}`;
  if (!isSame(now, from))
    return now?.startsAt === from?.startsAt
      ? `${scene} has another module or length now.`
      : `${scene} stands ${place(now)} now; when the proposal was asked for it stood ${place(from)}.`;
  if (strip.isPinned) return `${scene} is pinned now.`;
  if (strip.status === "shot") return `${scene} is in the can now.`;
  if (to?.moduleId && !tables.module.some((module) => module.id === to.moduleId))
    return `${scene} goes to a module that is no longer there.`;
  return null;
}

export const collisionsOf = (tables: Tables, moves: readonly ProposedMove[]): readonly Collision[] =>
  moves.flatMap((move) => {
    const says = collisionOf(tables, move);
    const strip = tables.strip.find(({ id }) => id === move.stripId);
    return says ? [{ stripId: move.stripId, scene: strip ? sceneOfStrip(tables, strip) : "", says }] : [];
  });

/** As much as a sentence holds. `way`: what can be done. */
export function collisionSentence(
  collisions: readonly Pick<Collision, "says">[],
  way = "Propose again.",
): string {
  const shown = collisions.slice(0, 3).map(({ says }) => says);
  const more = collisions.length - shown.length;
  const rest = more > 0 ? ` And ${count(more, "more strip")} changed.` : "";
  return `The plan has changed where the proposal changes it. ${shown.join(" ")}${rest} ${way}`;
}

/** The strips that a part of a proposal leaves out: `scene 30`, `scenes 30 and 31`, `7 strips that have changed`. */
export function leftOutText(collisions: readonly Pick<Collision, "scene">[]): string {
  const scenes = collisions.map(({ scene }) => scene);
  return scenes.length > 3 || scenes.includes("")
    ? `the ${count(scenes.length, "strip that has changed", "strips that have changed")}`
    : `${scenes.length === 1 ? "scene" : "scenes"} ${list(scenes)}`;
}

/** So many parts of a proposal are tried to find the days that go together. */
const MOST_TRIES = 160;

/**
 * The chosen days and those that must come with them so that nothing breaks: day by day that which leaves least to break is added, and in
 * the end each that is not needed is left out again. Null: none do, or not within so many tries.
 * @param breaksOf how much breaks when these days are made as proposed
 */
export async function daysTogether(
  days: readonly string[],
  chosen: readonly string[],
  breaksOf: (days: readonly string[]) => number | Promise<number>,
): Promise<readonly string[] | null> {
  let tries = 0;
  const breaks = (of: readonly string[]) => {
    tries += 1;
    return breaksOf(of);
  };
  const inOrder = (of: readonly string[]) => days.filter((id) => of.includes(id));
  if ((await breaks(days)) > 0) return null;
  let kept: readonly string[] = inOrder(chosen);
  let left = await breaks(kept);
  while (left > 0) {
    const others = days.filter((id) => !kept.includes(id));
    if (tries + others.length > MOST_TRIES) return null;
    const grown = others.map((id) => inOrder([...kept, id]));
    const counts: number[] = [];
    for (const more of grown) counts.push(await breaks(more));
    left = Math.min(...counts);
    kept = grown[counts.indexOf(left)] ?? days;
  }
  for (const id of kept.filter((day) => !chosen.includes(day))) {
    if (tries >= MOST_TRIES) break;
    const fewer = kept.filter((day) => day !== id);
    if ((await breaks(fewer)) === 0) kept = fewer;
  }
  return kept;
}

/** The plan before an adoption with what it made as proposed, and with nothing else that was changed meanwhile. */
export function adoptedTables(before: Tables, after: Tables, moves: readonly ProposedMove[]): Tables {
  const proposed = new Map(moves.map(({ stripId, to }) => [stripId, to]));
  const now = new Map(after.strip.map((strip) => [strip.id, strip]));
  const strip = before.strip.map((was) => {
    const [is, to] = [now.get(was.id), proposed.get(was.id)];
    return is && to !== undefined && isSame(standOf(is), to) ? is : was;
  });
  return { ...before, strip };
}

export interface Adoption {
  readonly commandId: "together";
  readonly input: unknown;
  readonly after: Tables;
}

/** `move-strips` and `return-strips` take so many at once. */
const MOST = 500;
const chunks = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / MOST) }, (_, i) => all.slice(i * MOST, (i + 1) * MOST));

/** The one edit that carries the moves out, and the tables after it; or a sentence on why there is none. */
export function adoptionOf(tables: Tables, moves: readonly ProposedMove[]): Result<Adoption, string> {
  const collisions = collisionsOf(tables, moves);
  if (collisions.length > 0) return err(collisionSentence(collisions));
  const strips = new Map(tables.strip.map((strip) => [strip.id, strip]));
  const open = moves.filter(({ stripId, to }) => {
    const strip = strips.get(stripId);
    return strip && !isSame(standOf(strip), to);
  });
  if (open.length === 0) return err("The plan is as proposed already. There is nothing left to adopt.");
  const returned = open.flatMap(({ stripId, to }) => (to ? [] : [stripId]));
  const placed = open.flatMap(({ stripId, to }) =>
    to ? [{ stripId, ...to, startsAt: isoOf(to.startsAt) }] : [],
  );
  const edits = [
    ...chunks(returned).map((stripIds) => ({ commandId: "return-strips", input: { stripIds } })),
    ...chunks(placed).map((moves) => ({ commandId: "move-strips", input: { moves } })),
  ];
  const input = { title: "Proposal adopted", edits };
  const patch = commandById("together")?.bind(input).resolve(tables);
  if (!patch?.ok) return err(patch ? patch.error.message : "This cannot be adopted.");
  const after = applyPatch(tables, patch.value);
  return after.ok
    ? ok({ commandId: "together", input, after: after.value })
    : err("The plan has just changed. Reload the page.");
}
