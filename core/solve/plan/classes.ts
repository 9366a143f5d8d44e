import type { Placed } from "../../model/placed.ts";
import type { Scene } from "../../model/scene.ts";
import type { Strip } from "../../model/strip.ts";
import type { Transition } from "../engine/problem.ts";
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

/** Between classes: the least that two of them ask for. A rig that may have stood overnight counts as used again only where `isLoose`. */
export function transitionsOf(
  views: Views,
  { list }: Classes,
  examples: readonly (readonly Placed[])[],
  { tickS, ticksOf }: { readonly tickS: number; ticksOf(min: number): number },
): (before: number | null, now: number, isLoose: boolean) => Transition {
  const gaps = views.rules.filter(({ view }) => view.hasGaps);
  const along = views.rules.filter(({ rule, view }) => rule.level === "soft" && view.ofNeighbours);
  const between = (before: number, now: number): Transition => {
    const [from, to] = [list[before] as Class, list[now] as Class];
    const isHere = from.moduleId === to.moduleId;
    const level =
      to.moduleId === null || (before === now && to.isSplit) ? SAME_RIG : isHere ? RE_LIGHT : NEW_RIG;
    const [firsts, thens] = [examples[before] ?? [], examples[now] ?? []];
    const isFew = firsts.length * thens.length <= MOST_PAIRS;
    let gap = isFew ? Number.POSITIVE_INFINITY : 0;
    let cost = isFew ? Number.POSITIVE_INFINITY : 0;
    for (const first of isFew ? firsts : [])
      for (const then of thens) {
        if (first.strip.id === then.strip.id) continue;
        if (gap > 0) {
          const length = first.span.end - (first.shoot?.start ?? first.span.end);
          const min = gaps.reduce((most, of) => Math.max(most, views.gap(of, first, then)), 0);
          gap = Math.min(
            gap,
            Math.max(0, ticksOf(length / 60 + min) - Math.max(1, Math.ceil(length / tickS))),
          );
        }
        if (cost > 0) {
          const points = along.reduce(
            (sum, of) =>
              sum +
              views.pointsOf(of, [first, then]) -
              views.pointsOf(of, [first]) -
              views.pointsOf(of, [then]),
            0,
          );
          cost = Math.min(cost, Math.max(0, Math.floor(points + 1e-6)));
        }
        if (gap === 0 && cost === 0) break;
      }
    return { gap: Number.isFinite(gap) ? gap : 0, cost: Number.isFinite(cost) ? cost : 0, level };
  };
  const known = new Map<number, Transition>();
  return (before, now, isLoose) => {
    if (before === null) {
      const { moduleId, isSplit } = list[now] as Class;
      const level = moduleId === null || (isLoose && isSplit) ? SAME_RIG : NEW_RIG;
      return { gap: 0, cost: 0, level };
    }
    const key = before * list.length + now;
    const found = known.get(key) ?? between(before, now);
    known.set(key, found);
    return found;
  };
}
