import type { StripId } from "../../../model/ids.ts";
import { askedOf } from "./amounts.ts";
import type { Room } from "./room.ts";

/** So many groups at the most. */
const MOST = 8;

/** Strips that share something there is only so much of: somebody's minutes, those that are short first; then a module, a unit. */
export function sharersOf(room: Room, ids: readonly StripId[]): readonly ReadonlySet<StripId>[] {
  const { facts, views } = room;
  const accounts = views.rules.flatMap((of) =>
    [...new Set(views.caps(of).map(({ account }) => account))].flatMap((account) => {
      const found = askedOf(room, ids, of.rule.id, account);
      return found && found.by.length > 1
        ? [{ by: found.by, share: found.asked / Math.max(1, found.granted) }]
        : [];
    }),
  );
  const places = new Map<string, StripId[]>();
  for (const id of ids) {
    const strip = facts.strips.get(id);
    const scene = strip && facts.scenes.get(strip.sceneId);
    if (!scene) continue;
    const key = `${scene.unit} ${scene.moduleId}`;
    places.set(key, [...(places.get(key) ?? []), id]);
  }
  const groups = [
    ...accounts.sort((a, b) => b.share - a.share).map(({ by }) => by),
    ...[...places.values()].filter((some) => some.length > 1).sort((a, b) => b.length - a.length),
    ids,
  ];
  const seen = new Set<string>();
  return groups
    .filter((some) => {
      const key = [...some].sort().join();
      return seen.size < MOST && !seen.has(key) && seen.add(key);
    })
    .map((some) => new Set(some));
}
