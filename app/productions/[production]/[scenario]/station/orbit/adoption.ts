import { list } from "#core/base/format.ts";
import { isoOf } from "#core/base/instant.ts";
import type { EpochSeconds } from "#core/base/quantity.ts";
import { err, ok, type Result } from "#core/base/result.ts";
import { commandById } from "#core/model/command/index.ts";
import type { Tables } from "#core/model/entities.ts";
import { applyPatch } from "#core/model/patch.ts";
import type { OrbitEvent } from "#core/orbit/orbit-events.ts";
import type { VettedOrbit } from "#core/orbit/vet.ts";

/** When new orbit data is used. Open ends are null. */
export type Use =
  | { readonly kind: "nearest" }
  | { readonly kind: "instead"; readonly from: EpochSeconds | null; readonly until: EpochSeconds | null };

interface PlannedEdit {
  readonly commandId: "add-rows" | "change-row" | "remove-row";
  readonly input: unknown;
}
/** What adopting does: an edit of what all scenarios share, and one of this scenario's events. Either may be empty. */
export interface Adoption {
  readonly shared: readonly PlannedEdit[];
  readonly own: readonly PlannedEdit[];
  /** In sentences, for whoever is asked. */
  readonly does: readonly string[];
}

const iso = (at: EpochSeconds | null) => (at === null ? null : isoOf(at));

function rowOf(vetted: VettedOrbit, id: string, use: Use) {
  const span =
    use.kind === "nearest"
      ? { usedFrom: null, usedUntil: null }
      : { usedFrom: iso(use.from), usedUntil: iso(use.until) };
  if (vetted.kind === "ephemeris") {
    const { label, frame, createdAt, segments, source } = vetted.input;
    return {
      entity: "ephemeris",
      row: { id, label, frame, createdAt: iso(createdAt), segments, source, ...span },
    };
  }
  const { label, source } = vetted.input;
  const elements =
    vetted.input.form === "omm"
      ? { form: "omm", line1: "", line2: "", omm: vetted.input.omm }
      : { form: "tle", line1: vetted.input.line1, line2: vetted.input.line2, omm: "" };
  return { entity: "elementSet", row: { id, label, source, ...elements, ...span } };
}

interface Meant {
  readonly id: string;
  readonly label: string;
  readonly usedFrom: EpochSeconds | null;
  readonly usedUntil: EpochSeconds | null;
}
const early = (at: EpochSeconds | null) => at ?? Number.NEGATIVE_INFINITY;
const late = (at: EpochSeconds | null) => at ?? Number.POSITIVE_INFINITY;

/** Makes room in the spans of use that others have: what lies wholly inside goes, what overlaps ends or begins there. */
function roomFor(
  entity: "elementSet" | "ephemeris",
  rows: readonly Meant[],
  { from, until }: Extract<Use, { kind: "instead" }>,
): { readonly edits: readonly PlannedEdit[]; readonly does: readonly string[] } {
  const edits: PlannedEdit[] = [];
  const does: string[] = [];
  for (const row of rows) {
    if (row.usedFrom === null && row.usedUntil === null) continue;
    const [begins, ends] = [early(row.usedFrom), late(row.usedUntil)];
    if (ends <= early(from) || begins >= late(until)) continue;
    const change = (changes: object) =>
      edits.push({ commandId: "change-row", input: { entity, id: row.id, changes } });
    if (from !== null && begins < from) {
      change({ usedUntil: iso(from) });
      does.push(`${row.label} is used until then only.`);
    } else if (until !== null && ends > until) {
      change({ usedFrom: iso(until) });
      does.push(`${row.label} is used from its end on.`);
    } else {
      edits.push({ commandId: "remove-row", input: { entity, id: row.id } });
      does.push(`${row.label} is taken out: its whole span of use is taken over.`);
    }
  }
  return { edits, does };
}

/** Events that came with an ephemeris say so; the next ephemeris replaces them. */
const FROM_EPHEMERIS = "From ephemeris";
/** The same docking in the plan already, as somebody wrote it. Guess: plans and ephemerides differ by minutes. */
const SAME_EVENT_S = 2 * 3_600;
/**
 * Minutes around the moment that an ephemeris states, in which the attitude is not the station's own: 30 before and
 * after a docking or undocking, 15 around a burn. Working assumptions [G].
 */
const AROUND_MIN = { docking: 30, undocking: 30, reboost: 15, launch: 0, other: 0 } as const;

function eventRow(event: OrbitEvent, label: string, id: string) {
  const around = AROUND_MIN[event.kind];
  const deltaV = event.deltaVMps ? `, ${event.deltaVMps} m/s` : "";
  return {
    entity: "stationEvent",
    row: {
      ...{ id, kind: event.kind === "launch" ? "other" : event.kind, title: event.title },
      ...{ startsAt: isoOf(event.at), durationMin: 0, marginBeforeMin: around, marginAfterMin: around },
      ...{ moduleIds: [], personIds: [], takesPanes: false, takesAttitude: around > 0, takesQuiet: false },
      source: `${FROM_EPHEMERIS} ${label}${deltaV}; minutes before and after are working assumptions [G]`,
    },
  };
}

function eventEdits(
  tables: Pick<Tables, "stationEvent">,
  vetted: readonly VettedOrbit[],
  newId: () => string,
): { readonly edits: readonly PlannedEdit[]; readonly does: readonly string[] } {
  const latest = vetted.filter((each) => each.kind === "ephemeris").at(-1);
  if (!latest) return { edits: [], does: [] };
  const old = tables.stationEvent.filter(({ source }) => source.startsWith(FROM_EPHEMERIS));
  const kept = tables.stationEvent.filter((event) => !old.includes(event));
  const isThere = (event: OrbitEvent) =>
    kept.some((other) => other.kind === event.kind && Math.abs(other.startsAt - event.at) <= SAME_EVENT_S);
  const added = latest.events.filter((event) => !isThere(event));
  const edits: PlannedEdit[] = old.map(({ id }) => ({
    commandId: "remove-row",
    input: { entity: "stationEvent", id },
  }));
  if (added.length > 0)
    edits.push({
      commandId: "add-rows",
      input: { rows: added.map((event) => eventRow(event, latest.input.label, newId())) },
    });
  const known = latest.events.length - added.length;
  return {
    edits,
    does: [
      ...(added.length > 0 ? [`Adds ${added.length} of its events to this scenario: ${names(added)}.`] : []),
      ...(known > 0 ? [`${known} of its events stand in the plan already and are left as they are.`] : []),
      ...(old.length > 0 ? [`Takes out ${old.length} events of the ephemeris before.`] : []),
    ],
  };
}

const names = (events: readonly OrbitEvent[]) =>
  list([
    ...events.slice(0, 4).map(({ title }) => title),
    ...(events.length > 4 ? [`${events.length - 4} more`] : []),
  ]);

/** The edits that would take orbit data into the plan. Pure: ids come from outside. */
export function adoptionOf(
  tables: Pick<Tables, "elementSet" | "ephemeris" | "stationEvent">,
  vetted: readonly VettedOrbit[],
  use: Use,
  newId: () => string,
): Adoption {
  if (vetted.length === 0) return { shared: [], own: [], does: [] };
  const room =
    use.kind === "instead"
      ? [roomFor("elementSet", tables.elementSet, use), roomFor("ephemeris", tables.ephemeris, use)]
      : [];
  const events = eventEdits(tables, vetted, newId);
  return {
    shared: [
      ...room.flatMap(({ edits }) => edits),
      { commandId: "add-rows", input: { rows: vetted.map((each) => rowOf(each, newId(), use)) } },
    ],
    own: events.edits,
    does: [...room.flatMap(({ does }) => does), ...events.does],
  };
}

/** One edit of several commands. */
export const together = (edits: readonly PlannedEdit[]) => ({ commandId: "together", input: { edits } });

/** The tables with an adoption in them, nothing stored. */
export function withAdoption(tables: Tables, { shared, own }: Adoption): Result<Tables, string> {
  let now = tables;
  for (const edits of [shared, own]) {
    if (edits.length === 0) continue;
    const { commandId, input } = together(edits);
    const patch = commandById(commandId)?.bind(input).resolve(now);
    if (!patch?.ok) return err(patch?.error.message ?? "There is no such edit.");
    const next = applyPatch(now, patch.value);
    if (!next.ok) return err("The plan has changed since. Look at the data again.");
    now = next.value;
  }
  return ok(now);
}
