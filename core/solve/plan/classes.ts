import { once } from "../../base/once.ts";
import { type Minutes, minutes } from "../../base/quantity.ts";
import type { Placed } from "../../model/placed.ts";
import type { Scene } from "../../model/scene.ts";
import type { Strip } from "../../model/strip.ts";
import type { Transition } from "../engine/problem.ts";
import { keptOf } from "./kept.ts";
import type { Views } from "./views.ts";

/** In how many ways a rig may be led into: used again, re-lit, built anew. */
export const LEVELS = 3;
const [SAME_RIG, RE_LIGHT, NEW_RIG] = [0, 1, 2];

/** What stands where: a module, or a scene of several parts in it; a unit outside the station is one. */
interface Class {
  readonly key: string;
  /** Null: outside the station, where nothing is rigged by rule. */
  readonly moduleId: Scene["moduleId"];
  readonly isSplit: boolean;
  readonly members: { readonly strip: Strip; readonly scene: Scene }[];
}
export interface Classes {
  readonly list: readonly Class[];
  of(scene: Scene): number;
}

export function classesOf(
  members: readonly { readonly strip: Strip; readonly scene: Scene }[],
  all: readonly Strip[],
): Classes {
  const parts = new Map<Scene["id"], number>();
  for (const { sceneId } of all) parts.set(sceneId, (parts.get(sceneId) ?? 0) + 1);
  const isSplit = (scene: Scene) => (parts.get(scene.id) ?? 0) > 1;
  const isRigged = ({ unit, moduleId }: Scene) => unit === "main" && moduleId !== null;
  const keyOf = (scene: Scene) =>
    isRigged(scene) ? `${scene.moduleId}${isSplit(scene) ? ` ${scene.id}` : ""}` : scene.unit;
  const found = new Map<string, Class>();
  for (const member of members) {
    const { scene } = member;
    const key = keyOf(scene);
    const known = found.get(key) ?? {
      key,
      moduleId: isRigged(scene) ? scene.moduleId : null,
      isSplit: isRigged(scene) && isSplit(scene),
      members: [],
    };
    known.members.push(member);
    found.set(key, known);
  }
  const list = [...found.values()];
  const index = new Map(list.map(({ key }, i) => [key, i]));
  return { list, of: (scene) => index.get(keyOf(scene)) ?? -1 };
}

/** So many pairs of placements are looked at for the gap between two classes; of more none is asked. */
const MOST_PAIRS = 4_000;

/** Ticks to lie between two placements, one right after the other, beyond those that the length of the first is rounded up by. */
export function gapsOf(
  views: Views,
  { tickS, ticksOf }: { readonly tickS: number; ticksOf(min: number): number },
): (first: Placed, then: Placed) => number {
  const minutesOf = waitsOf(views);
  return (first, then) => {
    const length = first.span.end - (first.shoot?.start ?? first.span.end);
    return Math.max(
      0,
      ticksOf(length / 60 + minutesOf(first, then)) - Math.max(1, Math.ceil(length / tickS)),
    );
  };
}

/** Minutes that rules ask for between two placements, one right after the other. What they said before they are not asked again. */
function waitsOf(views: Views): (first: Placed, then: Placed) => Minutes {
  const kept = keptOf(views);
  const gaps = views.rules.filter(({ view }) => view.hasGaps);
  const known = once(kept.together([], gaps), "waits", () => new WeakMap<Placed, WeakMap<Placed, Minutes>>());
  return (first, then) => {
    const own = known.get(first) ?? new WeakMap<Placed, Minutes>();
    known.set(first, own);
    const before = own.get(then);
    if (before !== undefined) return before;
    const min = minutes(gaps.reduce((most, of) => Math.max(most, views.gap(of, first, then)), 0));
    own.set(then, min);
    return min;
  };
}

/** Between classes: the least that two of them ask for. A rig that may have stood overnight counts as used again only where `isLoose`. */
export function transitionsOf(
  views: Views,
  { list }: Classes,
  examples: readonly (readonly Placed[])[],
  {
    tickS,
    ticksOf,
    pointsPerUnit,
  }: { readonly tickS: number; ticksOf(min: number): number; readonly pointsPerUnit: number },
): (before: number | null, now: number, isLoose: boolean) => Transition {
  const gapOf = gapsOf(views, { tickS, ticksOf });
  const along = views.rules.filter(({ rule, view }) => rule.level === "soft" && view.ofNeighbours);
  const between = (before: number, now: number): Transition => {
    const [from, to] = [list[before] as Class, list[now] as Class];
    const isHere = from.moduleId === to.moduleId;
    const level =
      to.moduleId === null || (before === now && to.isSplit) ? SAME_RIG : isHere ? RE_LIGHT : NEW_RIG;
    const [firsts, thens] = [examples[before] ?? [], examples[now] ?? []];
    const isFew = firsts.length * thens.length <= MOST_PAIRS;
    const pairs = isFew
      ? firsts.flatMap((first) =>
          thens.filter((then) => then.strip.id !== first.strip.id).map((then) => [first, then] as const),
        )
      : [];
    let gap = pairs.length > 0 ? Number.POSITIVE_INFINITY : 0;
    for (const [first, then] of pairs) {
      gap = Math.min(gap, gapOf(first, then));
      if (gap === 0) break;
    }
    // What a rule says of two neighbours turns on where they are, and so is the same for all of two classes.
    const [first, then] = pairs[0] ?? [firsts[0], thens.find((p) => p.strip.id !== firsts[0]?.strip.id)];
    const cost = first && then ? along.reduce((sum, of) => sum + besideEachOther(of, first, then), 0) : 0;
    return { gap, cost: Math.max(0, Math.floor(cost / pointsPerUnit + 1e-6)), level };
  };
  const besideEachOther = (of: Views["rules"][number], first: Placed, then: Placed) =>
    views.pointsOf(of, [first, then]) - views.pointsOf(of, [first]) - views.pointsOf(of, [then]);
  /** A day mostly begins elsewhere than the one before has ended. */
  const overnight = (now: number) => {
    const [then] = examples[now] ?? [];
    const first = examples.flat().find((p) => then && p.moduleId !== then.moduleId);
    if (!first || !then) return 0;
    return Math.max(
      0,
      Math.floor(along.reduce((sum, of) => sum + besideEachOther(of, first, then), 0) / pointsPerUnit + 1e-6),
    );
  };
  const known = new Map<number, Transition>();
  return (before, now, isLoose) => {
    if (before === null) {
      const { moduleId, isSplit } = list[now] as Class;
      const level = moduleId === null || (isLoose && isSplit) ? SAME_RIG : NEW_RIG;
      return { gap: 0, cost: isLoose ? 0 : overnight(now), level };
    }
    const key = before * list.length + now;
    const found = known.get(key) ?? between(before, now);
    known.set(key, found);
    return found;
  };
}
