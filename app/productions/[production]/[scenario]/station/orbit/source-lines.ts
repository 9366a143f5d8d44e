import { moment } from "#core/base/format.ts";
import type { Interval } from "#core/base/interval.ts";
import { measure, profile } from "#core/base/profile.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import type { Tables } from "#core/model/entities.ts";
import type { LightTable } from "#core/model/light-table.ts";
import { marginAt } from "#core/orbit/choose.ts";
import { driftWarning } from "#core/orbit/drift-warning.ts";
import { type ElementSet, parseElementSet } from "#core/orbit/element-set.ts";
import { parseEphemeris } from "#core/orbit/ephemeris.ts";
import type { OrbitSource } from "#core/orbit/source.ts";

/** A piece of orbit data as the list shows it. */
export interface SourceLine {
  readonly id: string;
  readonly entity: "elementSet" | "ephemeris";
  readonly label: string;
  readonly format: "TLE" | "OMM" | "OEM";
  readonly source: string;
  readonly usedFrom: EpochSeconds | null;
  readonly usedUntil: EpochSeconds | null;
  /** Null: it cannot be read, and `problem` says why. */
  readonly epoch: EpochSeconds | null;
  readonly problem: string | null;
  /** Where it has positions at all; null: anywhere. */
  readonly extent: Interval | null;
  /** Minutes of the planned days that are told from it, and from when to when. */
  readonly usedMin: number;
  readonly used: Interval | null;
  /** How far a moment told from it may be off where it is used first and last. */
  readonly marginS: { readonly first: number; readonly last: number } | null;
  readonly warnings: readonly string[];
}

/** Along its track the station makes so many kilometres a second: 7.66 at 420 km, speed of a round orbit there. */
const KM_PER_S = 7.66;
/** `±4 s, 31 km along the track`. */
export const trust = (seconds: number): string =>
  `±${Math.ceil(seconds)} s, ${Math.round(Math.ceil(seconds) * KM_PER_S).toLocaleString("en")} km along the track`;

type Row = Pick<SourceLine, "id" | "entity" | "label" | "format" | "source" | "usedFrom" | "usedUntil"> & {
  readonly read: () => ReturnType<typeof parseElementSet> | ReturnType<typeof parseEphemeris>;
};

const rowsOf = ({ elementSet, ephemeris }: Pick<Tables, "elementSet" | "ephemeris">): readonly Row[] => [
  ...ephemeris.map(
    (row): Row => ({
      ...pick(row),
      entity: "ephemeris",
      format: "OEM",
      read: () => parseEphemeris(row),
    }),
  ),
  ...elementSet.map(
    (row): Row => ({
      ...pick(row),
      entity: "elementSet",
      format: row.form === "omm" ? "OMM" : "TLE",
      read: () => parseElementSet(row.form === "omm" ? { ...row, form: "omm" } : { ...row, form: "tle" }),
    }),
  ),
];
const pick = ({
  id,
  label,
  source,
  usedFrom,
  usedUntil,
}: Tables["elementSet"][number] | Tables["ephemeris"][number]) => ({
  ...{ id: id as string, label, source, usedFrom, usedUntil },
});

/** All orbit data of a plan, in order of epochs; what cannot be read comes last. */
export function sourceLines(
  tables: Pick<Tables, "elementSet" | "ephemeris">,
  light: LightTable,
): readonly SourceLine[] {
  const read = rowsOf(tables).map((row) => ({ row, parsed: row.read() }));
  const sets = read
    .flatMap(({ parsed }) =>
      parsed.ok && parsed.value.kind === "element-set" ? [parsed.value as ElementSet] : [],
    )
    .sort((a, b) => a.epoch - b.epoch);
  return read
    .map(({ row: { read: _, ...row }, parsed }): SourceLine => {
      const source: OrbitSource | null = parsed.ok ? parsed.value : null;
      const spans = profile(light.spans.filter((s) => s.source === row.label).map((s) => s.span));
      const [first, last] = [spans[0], spans.at(-1)];
      const used = first && last ? { start: first.start, end: last.end } : null;
      return {
        ...row,
        epoch: source?.epoch ?? null,
        problem: parsed.ok ? null : parsed.error,
        extent: source?.extent ?? null,
        usedMin: Math.round(measure(spans)),
        used,
        marginS:
          source && used ? { first: marginAt(source, used.start), last: marginAt(source, used.end) } : null,
        warnings: source ? driftsOf(source, sets) : [],
      };
    })
    .sort((a, b) => (a.epoch ?? Infinity) - (b.epoch ?? Infinity) || a.label.localeCompare(b.label));
}

/** Where a set and one of its neighbours cannot both be true. */
function driftsOf(source: OrbitSource, sets: readonly ElementSet[]): readonly string[] {
  const i = (sets as readonly OrbitSource[]).indexOf(source);
  const [before, own, after] = [sets[i - 1], sets[i], sets[i + 1]];
  if (!own) return [];
  return [before && driftWarning(before, own), after && driftWarning(own, after)].flatMap((warning) =>
    warning ? [warning.sentence] : [],
  );
}

const DAY = 86_400;
/** "2.4 days before the window", "inside the window". */
export function ageWords(epoch: EpochSeconds, window: Interval): string {
  if (epoch < window.start) return `${((window.start - epoch) / DAY).toFixed(1)} days before the window`;
  return epoch <= window.end
    ? "inside the window"
    : `${((epoch - window.end) / DAY).toFixed(1)} days after the window`;
}

/** For which times it is meant. */
export const spanWords = (from: EpochSeconds | null, until: EpochSeconds | null): string =>
  from === null && until === null
    ? "wherever it is the nearest"
    : [from === null ? "" : `from ${moment(from)}`, until === null ? "" : `until ${moment(until)}`]
        .filter(Boolean)
        .join(" ");
