import type { EpochSeconds } from "../base/quantity.ts";
import { SCENARIO_ENTITIES } from "../model/bundle.ts";
import { sceneOfStrip } from "../model/command/look-up.ts";
import { spoken } from "../model/command/rows.ts";
import type { EntityName, Tables } from "../model/entities.ts";
import { factsOf } from "../model/facts.ts";
import type { ModuleId, PersonId, StripId } from "../model/ids.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import type { Strip } from "../model/strip.ts";
import type { Unit } from "../model/window.ts";

export interface Place {
  readonly startsAt: EpochSeconds;
  readonly moduleId: ModuleId | null;
}
/** A strip that stands elsewhere; null: in the boneyard, or not there at all. */
export interface StripMove {
  readonly stripId: StripId;
  /** `12`, `12 part 2`. */
  readonly scene: string;
  readonly kind: "moved" | "placed" | "returned" | "added" | "removed";
  readonly from: Place | null;
  readonly to: Place | null;
}
export interface WindowEdge {
  readonly unit: Unit;
  readonly edge: "start" | "end";
  readonly from: EpochSeconds;
  readonly to: EpochSeconds;
}
export interface DayChange {
  readonly number: number;
  readonly kind: "lost" | "open again" | "added" | "removed";
}
/** What one scenario does differently from another. */
export interface Comparison {
  readonly isSame: boolean;
  /** In the order of where they stand. */
  readonly strips: readonly StripMove[];
  /** Whose calls that concerns, most first. */
  readonly people: readonly {
    readonly personId: PersonId;
    readonly name: string;
    readonly strips: number;
  }[];
  readonly windowEdges: readonly WindowEdge[];
  readonly days: readonly DayChange[];
  /** Rows that differ besides, by what they are: "set-up", "crew block" … */
  readonly others: readonly { readonly what: string; readonly rows: number }[];
}

type Plan = Pick<ScenarioSnapshot, "tables" | "light">;
type Row = { readonly id: string };

const rowsById = (tables: Tables, entity: EntityName) =>
  new Map((tables[entity] as readonly Row[]).map((row) => [row.id, row]));
const isSameRow = (a: Row | undefined, b: Row | undefined) =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));

const placeOf = (strip: Strip | undefined): Place | null =>
  strip?.startsAt == null ? null : { startsAt: strip.startsAt, moduleId: strip.moduleId };

function stripMoves(base: Tables, other: Tables): readonly StripMove[] {
  const before = new Map(base.strip.map((strip) => [strip.id, strip]));
  const after = new Map(other.strip.map((strip) => [strip.id, strip]));
  const moves = [...new Set([...before.keys(), ...after.keys()])].flatMap((stripId): StripMove[] => {
    const [was, is] = [before.get(stripId), after.get(stripId)];
    const [from, to] = [placeOf(was), placeOf(is)];
    const scene = is ? sceneOfStrip(other, is) : was ? sceneOfStrip(base, was) : "?";
    const about = { stripId, scene, from, to };
    if (!was) return [{ ...about, kind: "added" }];
    if (!is) return [{ ...about, kind: "removed" }];
    if (from && to)
      return from.startsAt === to.startsAt && from.moduleId === to.moduleId
        ? []
        : [{ ...about, kind: "moved" }];
    if (from) return [{ ...about, kind: "returned" }];
    return to ? [{ ...about, kind: "placed" }] : [];
  });
  const at = ({ from, to }: StripMove) => to?.startsAt ?? from?.startsAt ?? Number.POSITIVE_INFINITY;
  return moves.sort((a, b) => at(a) - at(b) || a.scene.localeCompare(b.scene, "en", { numeric: true }));
}

/** Everyone who is called to one of the strips, before or after. */
function concerned(base: Plan, other: Plan, moves: readonly StripMove[]): Comparison["people"] {
  if (moves.length === 0) return [];
  const plans = [factsOf(base), factsOf(other)];
  const strips = new Map<PersonId, Set<StripId>>();
  for (const { stripId } of moves)
    for (const facts of plans)
      for (const { personId } of facts.placed.get(stripId)?.calls ?? [])
        strips.set(personId, (strips.get(personId) ?? new Set()).add(stripId));
  const nameOf = (id: PersonId) => plans[1]?.people.get(id)?.shortName ?? plans[0]?.people.get(id)?.shortName;
  return [...strips]
    .map(([personId, own]) => ({ personId, name: nameOf(personId) ?? personId, strips: own.size }))
    .sort((a, b) => b.strips - a.strips || a.name.localeCompare(b.name));
}

function windowEdges(base: Tables, other: Tables): readonly WindowEdge[] {
  return base.shootWindow.flatMap((was) => {
    const is = other.shootWindow.find((w) => w.id === was.id);
    if (!is) return [];
    const edge = (name: "start" | "end", from: EpochSeconds, to: EpochSeconds): WindowEdge[] =>
      from === to ? [] : [{ unit: was.unit, edge: name, from, to }];
    return [...edge("start", was.startsAt, is.startsAt), ...edge("end", was.endsAt, is.endsAt)];
  });
}

function dayChanges(base: Tables, other: Tables): readonly DayChange[] {
  const before = new Map(base.shootDay.map((day) => [day.id, day]));
  const after = new Map(other.shootDay.map((day) => [day.id, day]));
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((id): DayChange[] => {
    const [was, is] = [before.get(id), after.get(id)];
    if (!was) return is ? [{ number: is.number, kind: "added" }] : [];
    if (!is) return [{ number: was.number, kind: "removed" }];
    if (was.isClosed === is.isClosed) return [];
    return [{ number: is.number, kind: is.isClosed ? "lost" : "open again" }];
  });
  return changes.sort((a, b) => a.number - b.number);
}

/** Said by their own lines above. */
const TOLD: readonly EntityName[] = ["strip", "shootWindow", "shootDay"];

function otherRows(base: Tables, other: Tables): Comparison["others"] {
  return SCENARIO_ENTITIES.filter((entity) => !TOLD.includes(entity)).flatMap((entity) => {
    if (base[entity] === other[entity]) return [];
    const [before, after] = [rowsById(base, entity), rowsById(other, entity)];
    const rows = [...new Set([...before.keys(), ...after.keys()])].filter(
      (id) => !isSameRow(before.get(id), after.get(id)),
    ).length;
    return rows > 0 ? [{ what: spoken(entity), rows }] : [];
  });
}

/** What `other` does differently from `base`. Rows keep their ids when a scenario is branched, so that they can be met again. */
export function compare(base: Plan, other: Plan): Comparison {
  const strips = stripMoves(base.tables, other.tables);
  const found = {
    strips,
    people: concerned(base, other, strips),
    windowEdges: windowEdges(base.tables, other.tables),
    days: dayChanges(base.tables, other.tables),
    others: otherRows(base.tables, other.tables),
  };
  const isSame = Object.values(found).every((list) => list.length === 0);
  return { isSame, ...found };
}
