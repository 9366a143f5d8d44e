import { duration, moment } from "../../../base/format.ts";
import { isoOf } from "../../../base/instant.ts";
import { epochSeconds } from "../../../base/quantity.ts";
import type { ShootWindow } from "../../../model/window.ts";
import { insideWindow } from "../../../rules/inside-window.ts";
import { changed } from "../../../rules/offers.ts";
import { caseOf } from "../case.ts";
import { ruled } from "../member.ts";
import { ASKING } from "./asking.ts";
import { carriedOut } from "./carried-out.ts";
import type { Attempt, Kind, Search } from "./way.ts";

/** A window is asked to open earlier or to close later by no more than a quarter of a day: beyond that it is another day. */
const MOST_S = 6 * 3600;

/** The window of the unit opens earlier, or closes later, by as little as lets the strip in. */
export const longerWindow: Kind = {
  id: "longer-window",
  asks: "minutes of the window that are not granted yet, a point each",
  *attempts(search) {
    const { at, conflict } = search;
    if (!conflict.members.includes(ruled(insideWindow.id))) return;
    for (const window of at.bare.facts.windows.filter(({ unit }) => unit === at.scene.unit)) {
      for (const edge of ["startsAt", "endsAt"] as const) {
        const attempt = movedBy(search, window, edge);
        if (attempt) yield attempt;
      }
    }
  },
};

function movedBy(
  { at: { strip }, whole }: Search,
  window: ShootWindow,
  edge: "startsAt" | "endsAt",
): Attempt | null {
  const sign = edge === "endsAt" ? 1 : -1;
  const was = window[edge];
  const edit = (to: number) => changed("shootWindow", window.id, { [edge]: isoOf(epochSeconds(to)) });
  const wide = carriedOut(whole.snapshot, [edit(was + sign * MOST_S)]);
  const there = wide && caseOf(wide, strip.id);
  if (!there) return null;
  /** How far beyond the edge the strip reaches at a start; negative: not at all. */
  const beyond = (start: number): number => {
    const { startsAt, rigMin, shootMin } = there.beside.placement(start);
    const end = startsAt + (rigMin + shootMin + strip.strikeMin) * 60;
    return edge === "endsAt" ? end - was : was - startsAt;
  };
  const least = [...there.alone.shootAt.keys()]
    .map((start) => ({ start, by: beyond(start) }))
    .filter(({ by }) => by > 0 && by <= MOST_S)
    .sort((a, b) => a.by - b.by)
    .find(({ start }) => there.alone.barOf(start) === null && there.beside.clashes(start).length === 0);
  if (!least) return null;
  const to = epochSeconds(was + sign * least.by);
  const min = least.by / 60;
  return {
    words: `Have the window ${edge === "endsAt" ? `close ${duration(min)} later` : `open ${duration(min)} earlier`}, ${moment(to)}`,
    edits: [edit(to)],
    placement: there.beside.placement(least.start),
    grantedBy: "station",
    asking: min * ASKING.windowMinute,
  };
}
