import { byStart } from "../../base/interval.ts";
import type { Tables } from "../entities.ts";
import type { Facts } from "../facts.ts";
import type { PersonId, StripId } from "../ids.ts";
import { type Placed, place } from "../placed.ts";
import type { SetUp } from "../scene.ts";
import type { Assignment, Strip } from "../strip.ts";
import { type Changed, copied } from "./rows.ts";

type PlacedFrom = Pick<Facts, "strips" | "scenes" | "setUpsOfStrip" | "assignmentsOfStrip" | "roles">;

/** The rows that an edit changed; null where rows came or went. */
interface Edited {
  readonly strips: readonly Changed<Strip>[] | null;
  readonly setUps: readonly Changed<SetUp>[] | null;
  readonly assignments: readonly Changed<Assignment>[] | null;
}

const placedNow = (strip: Strip, { scenes, setUpsOfStrip, assignmentsOfStrip, roles }: PlacedFrom) => {
  const scene = scenes.get(strip.sceneId);
  return scene
    ? place(strip, scene, setUpsOfStrip.get(strip.id) ?? [], assignmentsOfStrip.get(strip.id) ?? [], roles)
    : null;
};

/** Every strip is looked at; one is placed again only where its own row, scene, set-ups, assignments or the people of its roles changed. */
function placedOfAll(strips: Tables["strip"], facts: PlacedFrom, before: Facts | undefined): Facts["placed"] {
  const isRecast = (setUps: readonly SetUp[]) =>
    before?.roles !== facts.roles &&
    setUps.some(({ roleIds }) =>
      roleIds.some((id) => before?.roles.get(id)?.personId !== facts.roles.get(id)?.personId),
    );
  const placed = new Map<StripId, Placed>();
  for (const strip of strips) {
    const setUps = facts.setUpsOfStrip.get(strip.id);
    const isKnown =
      before !== undefined &&
      before.strips.get(strip.id) === strip &&
      before.scenes.get(strip.sceneId) === facts.scenes.get(strip.sceneId) &&
      before.setUpsOfStrip.get(strip.id) === setUps &&
      before.assignmentsOfStrip.get(strip.id) === facts.assignmentsOfStrip.get(strip.id) &&
      !isRecast(setUps ?? []);
    const here = isKnown ? before.placed.get(strip.id) : placedNow(strip, facts);
    if (here) placed.set(strip.id, here);
  }
  return placed;
}

/** Only the strips that an edit touched are looked at; null where that is not enough, or one of them came to stand or stands no more. */
function placedAgain(
  { strips, setUps, assignments }: Edited,
  facts: PlacedFrom,
  before: Facts,
): Facts["placed"] | null {
  if (!strips || !setUps || !assignments) return null;
  if (before.scenes !== facts.scenes || before.roles !== facts.roles) return null;
  const ids = new Set<StripId | null>(strips.map(([, is]) => is.id));
  for (const row of [...setUps, ...assignments].flat()) ids.add(row.stripId);
  const placed = copied(before.placed);
  for (const id of ids) {
    const strip = id === null ? undefined : facts.strips.get(id);
    if (!strip) continue;
    const here = placedNow(strip, facts);
    if ((here !== null) !== before.placed.has(strip.id)) return null;
    if (here) placed.set(strip.id, here);
  }
  return placed;
}

/** The strips of these rows that stand. One that `edited` did not touch is the very one that it was `before`. */
export const placedStrips = (
  rows: Tables["strip"],
  facts: PlacedFrom,
  before: Facts | undefined,
  edited: Edited,
): Facts["placed"] => (before && placedAgain(edited, facts, before)) ?? placedOfAll(rows, facts, before);

/** Strips that start together keep one order, whatever the order of their rows. */
export const orderOfPlaced = (a: Placed, b: Placed) =>
  byStart(a.span, b.span) || (a.strip.id < b.strip.id ? -1 : 1);

/** Strips that stand otherwise than before an edit. */
export interface Moved {
  readonly gone: ReadonlySet<Placed>;
  /** In order of start. */
  readonly come: readonly Placed[];
}

/** What is in one of them and not in the other. */
export function movedStrips(now: Facts["placed"], before: Facts["placed"]): Moved {
  const come: Placed[] = [];
  const gone = new Set<Placed>();
  if (now === before) return { gone, come };
  let known = 0;
  // Without the pairs that for … of makes of a map.
  now.forEach((placed, id) => {
    const was = before.get(id);
    if (was) known++;
    if (was === placed) return;
    come.push(placed);
    if (was) gone.add(was);
  });
  if (known < before.size) for (const [id, was] of before) if (!now.has(id)) gone.add(was);
  return { gone, come: come.sort(orderOfPlaced) };
}

/** A list in order of start after an edit. */
export function movedIn(list: readonly Placed[], { gone, come }: Moved): readonly Placed[] {
  const stay = gone.size > 0 ? list.filter((placed) => !gone.has(placed)) : [...list];
  for (const placed of come) {
    let low = 0;
    for (let high = stay.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (orderOfPlaced(stay[middle] as Placed, placed) < 0) low = middle + 1;
      else high = middle;
    }
    stay.splice(low, 0, placed);
  }
  return stay;
}

const calledIn = (placed: Iterable<Placed>): ReadonlyMap<PersonId, Placed[]> => {
  const found = new Map<PersonId, Placed[]>();
  for (const each of placed)
    for (const { personId } of each.calls) {
      const known = found.get(personId);
      if (known) known.push(each);
      else found.set(personId, [each]);
    }
  return found;
};

/** What is known of the placed strips together. `isInOrder`: the rows of all strips are the same and in the order that they had. */
export function standingOf(
  placed: Facts["placed"],
  before: Facts | undefined,
  isInOrder: boolean,
): Pick<Facts, "standing" | "inOrder" | "calledFor"> {
  if (before?.placed === placed) return before;
  const moved = before && movedStrips(placed, before.placed);
  if (!moved || moved.come.length > before.inOrder.length / 4) {
    const inOrder = [...placed.values()].sort(orderOfPlaced);
    return { standing: new Set(placed.keys()), inOrder, calledFor: calledIn(inOrder) };
  }
  const { gone, come } = moved;
  const isAsStanding =
    isInOrder && placed.size === before.standing.size && come.every((p) => before.standing.has(p.strip.id));
  const calledFor = copied(before.calledFor);
  const comeFor = calledIn(come);
  for (const id of new Set([...calledIn(gone).keys(), ...comeFor.keys()]))
    calledFor.set(id, movedIn(calledFor.get(id) ?? [], { gone, come: comeFor.get(id) ?? [] }));
  return {
    standing: isAsStanding ? before.standing : new Set(placed.keys()),
    inOrder: movedIn(before.inOrder, moved),
    calledFor,
  };
}
