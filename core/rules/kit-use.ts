import { hull, type Interval } from "../base/interval.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import type { Facts } from "../model/facts.ts";
import type { KitId } from "../model/ids.ts";
import type { Placed } from "../model/placed.ts";
import type { SetUp } from "../model/scene.ts";
import type { Kit } from "../model/station.ts";

/** Not a rule: what the rules about kit share. */

/** Pieces of one item of kit at work in a placement, and when. */
export interface KitUse {
  readonly kit: Kit;
  readonly pieces: number;
  readonly span: Interval;
  readonly placed: Placed;
}

type KitOf = Facts["kit"];

/** Pieces of each item that a set-up uses: one that it names twice, it uses twice. */
function piecesOf({ kitIds }: Pick<SetUp, "kitIds">): ReadonlyMap<KitId, number> {
  const pieces = new Map<KitId, number>();
  for (const id of kitIds) pieces.set(id, (pieces.get(id) ?? 0) + 1);
  return pieces;
}

/** A placement never changes, so that its kit is counted once: several rules ask, and a whole plan asks again after every edit. */
function remembered(count: (placed: Placed, kit: KitOf) => readonly KitUse[]) {
  const counted = new WeakMap<Placed, { readonly kit: KitOf; readonly uses: readonly KitUse[] }>();
  return (placed: Placed, kit: KitOf): readonly KitUse[] => {
    const known = counted.get(placed);
    if (known?.kit === kit) return known.uses;
    const uses = count(placed, kit);
    counted.set(placed, { kit, uses });
    return uses;
  };
}

/**
 * Kit at work: what is built in runs from rig to strike, with the pieces of the set-up that uses most; what is held in the hand runs
 * while each set-up that uses it is shot.
 */
export const kitAtWork = remembered((placed, kit) => {
  const uses: KitUse[] = [];
  const builtIn = new Map<Kit, number>();
  for (const { setUp, span } of placed.setUps) {
    if (setUp.kitIds.length === 0) continue;
    for (const [id, pieces] of piecesOf(setUp)) {
      const item = kit.get(id);
      if (item?.isBuiltIn) builtIn.set(item, Math.max(pieces, builtIn.get(item) ?? 0));
      else if (item && span.start < span.end) uses.push({ kit: item, pieces, span, placed });
    }
  }
  for (const [item, pieces] of builtIn) uses.push({ kit: item, pieces, span: placed.span, placed });
  return uses;
});

/** Kit that nobody else can have: what is held in the hand stays with its unit from the first to the last set-up that uses it. */
export const kitBound = remembered((placed, kit) => {
  const bound = new Map<Kit, KitUse>();
  for (const use of kitAtWork(placed, kit)) {
    const before = bound.get(use.kit);
    bound.set(
      use.kit,
      before
        ? { ...use, pieces: Math.max(use.pieces, before.pieces), span: hull(before.span, use.span) }
        : use,
    );
  }
  return [...bound.values()];
});

/** From when an item is aboard, by its own date or the ship that brings it; null when neither is known. */
export const aboardFrom = (kit: Kit, flights: Facts["flights"]): EpochSeconds | null =>
  kit.aboardFrom ?? flights.find((leg) => leg.id === kit.upFlightId)?.hatchAt ?? null;

/** All pieces of the items that are there at a moment; an item whose arrival is not known is not there. */
export const piecesAboard = (
  items: readonly Kit[],
  flights: Facts["flights"],
  at: EpochSeconds,
): readonly Kit[] =>
  items.filter((item) => {
    const from = aboardFrom(item, flights);
    return from !== null && from <= at;
  });

/** A battery charger, a card that is recorded on, a disk that is copied to: told by what they can do. */
export const isCharger = (kit: Kit): boolean => kit.chargeW !== null;
export const isCard = (kit: Kit): boolean => kit.cardGb !== null && kit.copyGbPerMin === null;
export const isDisk = (kit: Kit): boolean => kit.cardGb !== null && kit.copyGbPerMin !== null;
