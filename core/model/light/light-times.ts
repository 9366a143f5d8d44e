import { EVER, type Interval } from "../../base/interval.ts";
import { difference, type Profile, profile, within } from "../../base/profile.ts";
import { type EpochSeconds, epochSeconds, seconds } from "../../base/quantity.ts";
import type { LightTable, OutsideLight, SunCrossing, UnknownLight } from "../light-table.ts";
import type { LightChoices } from "./choices.ts";

/** A table never changes, so that what is read from it is read once. */
export function once<V>(read: (table: LightTable, key: string) => V): (table: LightTable, key?: string) => V {
  const tables = new WeakMap<LightTable, Map<string, V>>();
  return (table, key = "") => {
    const known = tables.get(table) ?? new Map<string, V>();
    tables.set(table, known);
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = read(table, key);
    known.set(key, value);
    return value;
  };
}

/** When a table tells the light at all. */
export const known = once((table): Profile => profile(table.spans.map((s) => s.span)));

/** When it does not, and why. */
export const untold = once((table): readonly UnknownLight[] =>
  difference([EVER], known(table)).flatMap((gap) => {
    const told = table.unknown.flatMap(({ span, reason }) =>
      within([gap], span).map((part) => ({ span: part, reason })),
    );
    const rest = difference([gap], profile(told.map(({ span }) => span)));
    return [...told, ...rest.map((span) => ({ span, reason: "No light was computed for this time." }))].sort(
      (a, b) => a.span.start - b.span.start,
    );
  }),
);

const stretch = (start: number, end: number): Interval[] =>
  start < end ? [{ start: epochSeconds(start), end: epochSeconds(end) }] : [];

/** A stretch without the seconds at both ends in which it may not have begun yet, or be over already. */
export const lessMargin = ({ span, margin }: { readonly span: Interval; readonly margin: number }) =>
  stretch(span.start + margin, span.end - margin);

const certainlyOf = once((table, kind): Profile => {
  const changes = new Set<EpochSeconds>(
    table.spans.filter((s) => s.kind !== kind).flatMap(({ span }) => [span.start, span.end]),
  );
  return profile(
    table.spans
      .filter((s) => s.kind === kind)
      .flatMap(({ span: { start, end }, margin }) =>
        stretch(changes.has(start) ? start + margin : start, changes.has(end) ? end - margin : end),
      ),
  );
});

/**
 * The stretches of one light without the seconds in which it may already be, or still be, the other. Only a change
 * from one light to the other costs margin: a change of orbit data, and the table's ends, do not.
 */
export const certainly = (kind: OutsideLight, table: LightTable): Profile => certainlyOf(table, kind);

/** The minutes around a crossing in which there is its colour, less the margin on both sides. */
export const colourAround = (
  { firstContact, lastContact, margin }: SunCrossing,
  { beforeMin, afterMin }: Pick<LightChoices, "beforeMin" | "afterMin">,
): Interval[] => stretch(firstContact - beforeMin * 60 + margin, lastContact + afterMin * 60 - margin);

/** From first to last contact, when a part of the Sun's disc is hidden. */
export const penumbra = once(
  (table): Profile => profile(table.crossings.flatMap((c) => stretch(c.firstContact, c.lastContact))),
);

/** How long the disc takes to cross the limb. */
export const crossingTime = ({ firstContact, lastContact }: SunCrossing) =>
  seconds(lastContact - firstContact);
