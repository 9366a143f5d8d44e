import { isoOf } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import { MAX_AGE_DAYS } from "./choose.ts";
import { driftWarning } from "./drift-warning.ts";
import { type ElementSet, type ElementSetInput, parseElementSet } from "./element-set.ts";
import type { Ephemeris, EphemerisInput } from "./ephemeris.ts";
import { ascendingNodes } from "./nodes.ts";
import { ephemerisOf, type OemMessage, STATION_OBJECTS } from "./oem.ts";
import { keptOmm, meanElementsOf, type OmmFields } from "./omm.ts";
import type { OrbitEvent } from "./orbit-events.ts";
import { type OrbitInput, orbitSources } from "./orbit-sources.ts";
import type { OrbitSource } from "./source.ts";
import { angleBetween, norm } from "./vector.ts";

/** Orbit data as a file has it, and where in the file: nothing is judged yet. */
export type OrbitRecord =
  | {
      readonly kind: "tle";
      readonly where: string;
      readonly name: string;
      readonly lines: readonly [string, string];
    }
  | { readonly kind: "omm"; readonly where: string; readonly fields: OmmFields }
  | { readonly kind: "oem"; readonly where: string; readonly message: OemMessage };

/** Orbit data that may be adopted: as it would be kept, and as it would be used. */
export type VettedOrbit =
  | { readonly kind: "element-set"; readonly input: ElementSetInput; readonly source: ElementSet }
  | {
      readonly kind: "ephemeris";
      readonly input: EphemerisInput;
      readonly source: Ephemeris;
      readonly objectName: string;
      /** What its author foresees for the station. */
      readonly events: readonly OrbitEvent[];
    };

export interface Vetting {
  /** In order of their epochs. */
  readonly adoptable: readonly VettedOrbit[];
  /** What somebody should know before adopting them. */
  readonly warnings: readonly string[];
  /** Why the others are not taken. */
  readonly refusals: readonly string[];
}

export interface VettingOptions {
  /** What the production has already: new data is held against it. */
  readonly existing?: readonly OrbitInput[];
  /** Data from the future is refused; null: any date will do. */
  readonly today: EpochSeconds | null;
  /** When positions are asked for: data that reaches none of it is warned of. */
  readonly window?: Interval | null;
  /** Objects that are taken, as catalogue number or international designator; the station's if absent, any if null. */
  readonly objects?: readonly string[] | null;
  /** Where the data comes from, in words. */
  readonly source?: string;
}

const DAY = 86_400;
/** Sets are issued for their day; some run hours ahead. */
const AHEAD_DAYS = 3;
/** An ephemeris foretells two to six weeks from its making. */
const AHEAD_EPHEMERIS_DAYS = 45;
/** The station's first part was launched on 20 November 1998. */
const FIRST_FLIGHT = Date.UTC(1998, 10, 20) / 1000;
/** How far two sources may put the station apart at one time, km: a fortnight's slip with a changed burn plan is 570. */
const APART_KM = 600;
/** How far our node times may lie from those an ephemeris states, s. */
const NODE_OFF_S = 0.05;

const minute = (at: number) => `${isoOf(epochSeconds(at)).slice(0, 16)}Z`;

function elementSetOf(
  record: Exclude<OrbitRecord, { kind: "oem" }>,
  source: string,
): Result<VettedOrbit & { kind: "element-set" }, string> {
  const kept = { source, usedFrom: null, usedUntil: null };
  if (record.kind === "tle") {
    const [line1, line2] = record.lines;
    const input = { ...kept, label: record.where, form: "tle" as const, line1, line2 };
    return labelled(input, record.name);
  }
  const mean = meanElementsOf(record.fields);
  if (!mean.ok) return mean;
  const input = { ...kept, label: record.where, form: "omm" as const, omm: keptOmm(record.fields) };
  return labelled(input, mean.value.objectName);
}

function labelled(
  input: ElementSetInput,
  name: string,
): Result<VettedOrbit & { kind: "element-set" }, string> {
  const set = parseElementSet(input);
  if (!set.ok) return set;
  const label = `${name || set.value.catalogueNumber} ${minute(set.value.epoch)}`;
  return ok({ kind: "element-set", input: { ...input, label }, source: { ...set.value, label } });
}

function ephemerisFrom(
  message: OemMessage,
  objects: readonly string[] | null,
  source: string,
): Result<{ vetted: VettedOrbit & { kind: "ephemeris" }; warnings: readonly string[] }, string> {
  const read = ephemerisOf(message, "ephemeris", objects);
  if (!read.ok) return read;
  const { input, ephemeris, events, objectName, originator, nodes } = read.value;
  const label = `${objectName || "Ephemeris"} ephemeris ${minute(ephemeris.epoch)}`;
  const named: Ephemeris = { ...ephemeris, label };
  const warnings = nodes.flatMap((stated) => {
    const { start, end } = ephemeris.extent;
    if (stated.at - 60 < start || stated.at + 60 > end) return [];
    const around = { start: epochSeconds(stated.at - 60), end: epochSeconds(stated.at + 60) };
    const found = ascendingNodes(named, around);
    const node = found.ok ? found.value[0] : undefined;
    if (node && Math.abs(node.at - stated.at) <= NODE_OFF_S) return [];
    return [`${label} states a node at ${isoOf(stated.at)} where its own states cross no equator.`];
  });
  const from = source || originator;
  return ok({
    vetted: {
      kind: "ephemeris",
      input: { ...input, label, source: from },
      source: named,
      objectName,
      events,
    },
    warnings,
  });
}

function timeProblem({ kind, epoch, label }: OrbitSource, today: EpochSeconds | null): string | null {
  const ahead = kind === "ephemeris" ? AHEAD_EPHEMERIS_DAYS : AHEAD_DAYS;
  if (today !== null && epoch > today + ahead * DAY) return `${label} has its epoch in the future.`;
  return epoch < FIRST_FLIGHT ? `${label} is older than the station.` : null;
}

function reachWarning(source: OrbitSource, window: Interval | null): string | null {
  const { epoch, extent, label } = source;
  const age = MAX_AGE_DAYS * DAY;
  const reach = { start: Math.max(epoch - age, extent?.start ?? -Infinity), end: epoch + age };
  if (window && (reach.end <= window.start || reach.start >= window.end))
    return `${label} lies more than ${MAX_AGE_DAYS} days from the days that are planned and says nothing of them.`;
  return null;
}

/** Where one source is an ephemeris: both asked for one instant. */
function apartWarning(a: OrbitSource, b: OrbitSource): string | null {
  const at =
    [a, b].find(({ kind }) => kind === "element-set")?.epoch ?? (a.epoch > b.epoch ? a : b).extent?.start;
  if (at === undefined) return null;
  const [here, there] = [a.positionAt(at), b.positionAt(at)];
  if (!here.ok || !there.ok) return null;
  const km = angleBetween(here.value.position, there.value.position) * norm(here.value.position);
  return km > APART_KM
    ? `${a.label} and ${b.label} put the station ${Math.round(km)} km apart at ${minute(at)}: one of them is not of this station.`
    : null;
}

const isSet = (source: OrbitSource): source is ElementSet => source.kind === "element-set";

/** New data against its neighbours in time, old and new. */
function oddsWarnings(added: readonly OrbitSource[], existing: readonly OrbitSource[]): string[] {
  const all = [...existing, ...added].sort((a, b) => a.epoch - b.epoch);
  const sets = all.filter(isSet);
  const isNew = new Set(added);
  const neighbours = sets.slice(1).flatMap((set, i) => {
    const before = sets[i] as ElementSet;
    return isNew.has(set) || isNew.has(before) ? [driftWarning(before, set)?.sentence ?? null] : [];
  });
  const ephemerides = all.filter((source) => !isSet(source));
  /** Two ephemerides are one pair, not two. */
  const isFirstOfPair = (other: OrbitSource, ephemeris: OrbitSource) =>
    isSet(other) || all.indexOf(other) < all.indexOf(ephemeris);
  const apart = ephemerides.flatMap((ephemeris) =>
    all.flatMap((other) =>
      isFirstOfPair(other, ephemeris) && (isNew.has(other) || isNew.has(ephemeris))
        ? [apartWarning(other, ephemeris)]
        : [],
    ),
  );
  return [...new Set([...neighbours, ...apart].filter((sentence) => sentence !== null))];
}

const sameData = (a: OrbitSource, b: OrbitSource) => {
  if (a.kind !== b.kind) return false;
  if (isSet(a) && isSet(b) && a.catalogueNumber !== b.catalogueNumber) return false;
  const at = a.extent?.start ?? a.epoch;
  const [here, there] = [a.positionAt(at), b.positionAt(at)];
  return here.ok && there.ok && angleBetween(here.value.position, there.value.position) < 1e-9;
};

/**
 * What of a file's orbit data may be adopted, what somebody should know first, and what is refused and why. Pure:
 * nothing is kept. Everything refused: `adoptable` is empty.
 */
export function vetRecords(
  records: readonly OrbitRecord[],
  { existing = [], today, window = null, objects = STATION_OBJECTS, source = "" }: VettingOptions,
): Vetting {
  const known = orbitSources(existing).sources;
  const byEpoch = new Map<number, OrbitSource[]>();
  const keep = (each: OrbitSource) => {
    const key = Math.round(each.epoch * 1000);
    byEpoch.set(key, [...(byEpoch.get(key) ?? []), each]);
  };
  const isKnown = (each: OrbitSource) =>
    (byEpoch.get(Math.round(each.epoch * 1000)) ?? []).some((other) => sameData(each, other));
  known.forEach(keep);
  const adoptable: VettedOrbit[] = [];
  const warnings: string[] = [];
  const refusals: string[] = [];
  for (const record of records) {
    const read = vetted(record, objects, source);
    const problem = read.ok ? timeProblem(read.value.vetted.source, today) : null;
    if (!read.ok) refusals.push(`${record.where} was left out: ${read.error}`);
    else if (problem) refusals.push(`${record.where} was left out: ${problem}`);
    else if (isKnown(read.value.vetted.source))
      warnings.push(`${read.value.vetted.source.label} is there already.`);
    else {
      adoptable.push(read.value.vetted);
      keep(read.value.vetted.source);
      const reach = reachWarning(read.value.vetted.source, window);
      warnings.push(...read.value.warnings, ...(reach ? [reach] : []));
    }
  }
  adoptable.sort((a, b) => a.source.epoch - b.source.epoch);
  warnings.push(
    ...oddsWarnings(
      adoptable.map((each) => each.source),
      known,
    ),
  );
  return { adoptable, warnings, refusals };
}

function vetted(
  record: OrbitRecord,
  objects: readonly string[] | null,
  source: string,
): Result<{ vetted: VettedOrbit; warnings: readonly string[] }, string> {
  if (record.kind === "oem") return ephemerisFrom(record.message, objects, source);
  const set = elementSetOf(record, source);
  if (!set.ok) return set;
  const { catalogueNumber } = set.value.source;
  return objects === null || objects.includes(catalogueNumber)
    ? ok({ vetted: set.value, warnings: [] })
    : err(`It is of satellite ${catalogueNumber}, not of the station.`);
}
