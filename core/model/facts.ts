import type { Interval } from "../base/interval.ts";
import { type Profile, profile } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import type { CrewBlock } from "./block.ts";
import type { Entity, EntityName, Tables } from "./entities.ts";
import type {
  ExerciseDeviceId,
  GroundTargetId,
  KitId,
  ModuleId,
  PersonId,
  RoleId,
  SceneId,
  SetUpId,
  StripId,
} from "./ids.ts";
import type { LightTable } from "./light-table.ts";
import type { GroundTarget } from "./orbit-data.ts";
import type { Person, Role } from "./person.ts";
import { type Placed, place } from "./placed.ts";
import type { Element, Scene, SetUp } from "./scene.ts";
import type { ScenarioSnapshot } from "./snapshot.ts";
import type { ExerciseDevice, Kit, Lamp, Module } from "./station.ts";
import type { Assignment, ChangeRequest, PublishedStrip, Strip } from "./strip.ts";

/** What rules may read beside the strips of their group; each rule names what it reads. All looked up, nothing computed twice. */
export interface Facts {
  readonly people: ReadonlyMap<PersonId, Person>;
  readonly roles: ReadonlyMap<RoleId, Role>;
  readonly modules: ReadonlyMap<ModuleId, Module>;
  readonly scenes: ReadonlyMap<SceneId, Scene>;
  readonly setUps: ReadonlyMap<SetUpId, SetUp>;
  /** Set-ups of a scene, whether on a strip or not. */
  readonly setUpsOfScene: ReadonlyMap<SceneId, readonly SetUp[]>;
  /** Set-ups of a strip, in order. */
  readonly setUpsOfStrip: ReadonlyMap<StripId, readonly SetUp[]>;
  readonly assignmentsOfStrip: ReadonlyMap<StripId, readonly Assignment[]>;
  /** All strips, placed or not. */
  readonly strips: ReadonlyMap<StripId, Strip>;
  readonly placed: ReadonlyMap<StripId, Placed>;
  readonly windows: Tables["shootWindow"];
  /** In order. */
  readonly days: Tables["shootDay"];
  readonly events: Tables["stationEvent"];
  readonly panes: ReadonlyMap<string, Entity<"pane">>;
  /** In order of start. */
  readonly blocksOf: ReadonlyMap<PersonId, readonly CrewBlock[]>;
  /** When a person is aboard the station: hatch opening to hatch closing of their ships. No entry: no flight is known. */
  readonly aboard: ReadonlyMap<PersonId, Profile>;
  /** When a person is launched: departures of their legs up, in order. No entry: no flight up is known. */
  readonly launches: ReadonlyMap<PersonId, readonly EpochSeconds[]>;
  readonly certificates: Tables["certificate"];
  readonly holdings: Tables["holding"];
  readonly allocations: Tables["allocation"];
  readonly consents: Tables["consent"];
  /** Hatches to pass between two modules; no entry: there is no way. */
  readonly hatchesBetween: ReadonlyMap<ModuleId, ReadonlyMap<ModuleId, number>>;
  /** Modules on the other side of a module's hatches. */
  readonly neighbours: ReadonlyMap<ModuleId, readonly ModuleId[]>;
  readonly lampsOf: ReadonlyMap<ModuleId, readonly Lamp[]>;
  readonly kit: ReadonlyMap<KitId, Kit>;
  readonly devices: ReadonlyMap<ExerciseDeviceId, ExerciseDevice>;
  /** Exercise by the module that it shakes: the device's, else the block's own; null where neither is named. In order of start. */
  readonly exerciseIn: ReadonlyMap<ModuleId | null, readonly CrewBlock[]>;
  readonly elementsOfScene: ReadonlyMap<SceneId, readonly Element[]>;
  readonly flights: Tables["flight"];
  readonly seats: Tables["seat"];
  readonly sceneOrders: Tables["sceneOrder"];
  readonly clearances: Tables["clearance"];
  readonly restorations: Tables["restoration"];
  readonly handovers: Tables["handover"];
  readonly targets: ReadonlyMap<GroundTargetId, GroundTarget>;
  /** Where strips stood when their day was last published. */
  readonly published: ReadonlyMap<StripId, PublishedStrip>;
  readonly changeRequestsOf: ReadonlyMap<StripId, readonly ChangeRequest[]>;
  readonly light: LightTable;
}
export type FactName = keyof Facts;

const byId = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<T["id"], T> =>
  new Map(rows.map((row) => [row.id, row]));

function grouped<K, T>(rows: readonly T[], key: (row: T) => K | null): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const k = key(row);
    if (k === null) continue;
    const group = groups.get(k);
    if (group) group.push(row);
    else groups.set(k, [row]);
  }
  return groups;
}

const inOrder = (setUps: readonly SetUp[]): readonly SetUp[] =>
  [...setUps].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));

const FOREVER = { start: epochSeconds(-8.64e12), end: epochSeconds(8.64e12) };

/** From the seats: aboard from the hatch opening of the leg up until the hatch closing of the leg down. */
function aboardSpans({
  flight: flights,
  seat: seats,
}: Pick<Tables, "flight" | "seat">): ReadonlyMap<PersonId, Profile> {
  const legs = byId(flights);
  const spans = new Map<PersonId, Profile>();
  for (const [personId, own] of grouped(seats, (seat) => seat.personId)) {
    const ways = own
      .map((seat) => legs.get(seat.flightId))
      .filter((leg) => leg !== undefined)
      .sort((a, b) => a.hatchAt - b.hatchAt);
    if (ways.length === 0) continue;
    const stays: Interval[] = [];
    let since = ways[0]?.direction === "down" ? FOREVER.start : null;
    for (const leg of ways) {
      if (leg.direction === "up") since ??= leg.hatchAt;
      else if (since !== null && since < leg.hatchAt) {
        stays.push({ start: since, end: leg.hatchAt });
        since = null;
      }
    }
    if (since !== null) stays.push({ start: since, end: FOREVER.end });
    spans.set(personId, profile(stays));
  }
  return spans;
}

function launchesOf({ flight: flights, seat: seats }: Pick<Tables, "flight" | "seat">): Facts["launches"] {
  const legs = byId(flights);
  const found = new Map<PersonId, EpochSeconds[]>();
  for (const { flightId, personId } of seats) {
    const leg = legs.get(flightId);
    if (leg?.direction !== "up") continue;
    found.set(
      personId,
      [...(found.get(personId) ?? []), leg.departsAt].sort((a, b) => a - b),
    );
  }
  return found;
}

function exerciseByModule({
  crewBlock,
  exerciseDevice,
}: Pick<Tables, "crewBlock" | "exerciseDevice">): Facts["exerciseIn"] {
  const devices = byId(exerciseDevice);
  const found = new Map<ModuleId | null, CrewBlock[]>();
  for (const block of crewBlock) {
    if (block.kind !== "exercise") continue;
    const where = (block.deviceId && devices.get(block.deviceId)?.moduleId) ?? block.moduleId;
    const known = found.get(where);
    if (known) known.push(block);
    else found.set(where, [block]);
  }
  for (const blocks of found.values())
    blocks.sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
  return found;
}

function neighboursOf({
  module: modules,
  hatch: hatches,
}: Pick<Tables, "module" | "hatch">): Facts["neighbours"] {
  const next = new Map<ModuleId, ModuleId[]>(modules.map((m) => [m.id, []]));
  for (const { fromModuleId, toModuleId } of hatches) {
    next.get(fromModuleId)?.push(toModuleId);
    next.get(toModuleId)?.push(fromModuleId);
  }
  return next;
}

function elementsByScene({
  element,
  sceneElement,
}: Pick<Tables, "element" | "sceneElement">): Facts["elementsOfScene"] {
  const elements = byId(element);
  const found = new Map<SceneId, Element[]>();
  for (const { sceneId, elementId } of sceneElement) {
    const here = elements.get(elementId);
    if (!here) continue;
    const known = found.get(sceneId);
    if (known) known.push(here);
    else found.set(sceneId, [here]);
  }
  return found;
}

/** Breadth first from every module. */
function hatchCounts(next: Facts["neighbours"]): Facts["hatchesBetween"] {
  const from = (start: ModuleId) => {
    const reached = new Map([[start, 0]]);
    for (const [here, steps] of reached)
      for (const there of next.get(here) ?? []) if (!reached.has(there)) reached.set(there, steps + 1);
    return reached;
  };
  return new Map([...next.keys()].map((id) => [id, from(id)]));
}

/** Rows that came out the same keep their array, so that what depends on them can tell that nothing changed. */
function sameArrays<K, T>(
  before: ReadonlyMap<K, readonly T[]> | undefined,
  now: ReadonlyMap<K, readonly T[]>,
): ReadonlyMap<K, readonly T[]> {
  if (!before) return now;
  return new Map(
    [...now].map(([key, rows]) => {
      const known = before.get(key);
      const isSame = known?.length === rows.length && known.every((row, i) => row === rows[i]);
      return [key, isSame ? known : rows];
    }),
  );
}

/** What an edit leaves as it was is not made again; a table that is the same array is the same table. */
type Made = Pick<ScenarioSnapshot, "tables" | "light"> & { readonly facts: Facts };

/** Every placed strip. One is placed again only where its own row, scene, set-ups, assignments or the people of its roles changed. */
function placedStrips(
  strips: Tables["strip"],
  facts: Pick<Facts, "scenes" | "setUpsOfStrip" | "assignmentsOfStrip" | "roles">,
  before: Facts | undefined,
): Facts["placed"] {
  const isRecast = (setUps: readonly SetUp[]) =>
    before?.roles !== facts.roles &&
    setUps.some(({ roleIds }) =>
      roleIds.some((id) => before?.roles.get(id)?.personId !== facts.roles.get(id)?.personId),
    );
  const placed = new Map<StripId, Placed>();
  for (const strip of strips) {
    const scene = facts.scenes.get(strip.sceneId);
    const setUps = facts.setUpsOfStrip.get(strip.id);
    const assignments = facts.assignmentsOfStrip.get(strip.id);
    const isKnown =
      before !== undefined &&
      before.strips.get(strip.id) === strip &&
      before.scenes.get(strip.sceneId) === scene &&
      before.setUpsOfStrip.get(strip.id) === setUps &&
      before.assignmentsOfStrip.get(strip.id) === assignments &&
      !isRecast(setUps ?? []);
    const here = isKnown
      ? before.placed.get(strip.id)
      : scene && place(strip, scene, setUps ?? [], assignments ?? [], facts.roles);
    if (here) placed.set(strip.id, here);
  }
  return placed;
}

/** The facts of a plan. `before`: those of another state of it, so that only what differs is made. */
export function factsOf({ tables, light }: Pick<ScenarioSnapshot, "tables" | "light">, before?: Made): Facts {
  /** The fact as it was where none of the tables that it is made from changed. */
  const from = <T extends EntityName, F extends FactName>(
    names: readonly T[],
    fact: F,
    make: (tables: Pick<Tables, T>, was: Facts[F] | undefined) => Facts[F],
  ): Facts[F] =>
    before && names.every((name) => before.tables[name] === tables[name])
      ? before.facts[fact]
      : make(tables, before?.facts[fact]);
  const scenes = from(["scene"], "scenes", (t) => byId(t.scene));
  const roles = from(["role"], "roles", (t) => byId(t.role));
  const setUpsOfStrip = from(["setUp"], "setUpsOfStrip", (t, was) =>
    sameArrays(
      was,
      grouped(inOrder(t.setUp), (setUp) => setUp.stripId),
    ),
  );
  const assignmentsOfStrip = from(["assignment"], "assignmentsOfStrip", (t, was) =>
    sameArrays(
      was,
      grouped(t.assignment, (a) => a.stripId),
    ),
  );
  const placed = from(["strip", "scene", "setUp", "assignment", "role"], "placed", (t) =>
    placedStrips(t.strip, { scenes, setUpsOfStrip, assignmentsOfStrip, roles }, before?.facts),
  );
  return {
    people: from(["person"], "people", (t) => byId(t.person)),
    roles,
    modules: from(["module"], "modules", (t) => byId(t.module)),
    scenes,
    setUps: from(["setUp"], "setUps", (t) => byId(t.setUp)),
    setUpsOfScene: from(["setUp"], "setUpsOfScene", (t, was) =>
      sameArrays(
        was,
        grouped(inOrder(t.setUp), (setUp) => setUp.sceneId),
      ),
    ),
    setUpsOfStrip,
    assignmentsOfStrip,
    strips: from(["strip"], "strips", (t) => byId(t.strip)),
    placed,
    windows: tables.shootWindow,
    days: from(["shootDay"], "days", (t) => [...t.shootDay].sort((a, b) => a.wakesAt - b.wakesAt)),
    events: tables.stationEvent,
    panes: from(["pane"], "panes", (t) => byId(t.pane)),
    blocksOf: from(["crewBlock"], "blocksOf", (t, was) =>
      sameArrays(
        was,
        grouped(
          [...t.crewBlock].sort((a, b) => a.startsAt - b.startsAt),
          (block) => block.personId,
        ),
      ),
    ),
    aboard: from(["flight", "seat"], "aboard", aboardSpans),
    launches: from(["flight", "seat"], "launches", launchesOf),
    certificates: tables.certificate,
    holdings: tables.holding,
    allocations: tables.allocation,
    consents: tables.consent,
    hatchesBetween: from(["module", "hatch"], "hatchesBetween", (t) => hatchCounts(neighboursOf(t))),
    neighbours: from(["module", "hatch"], "neighbours", neighboursOf),
    lampsOf: from(["lamp"], "lampsOf", (t) => grouped(t.lamp, (lamp) => lamp.moduleId)),
    kit: from(["kit"], "kit", (t) => byId(t.kit)),
    devices: from(["exerciseDevice"], "devices", (t) => byId(t.exerciseDevice)),
    exerciseIn: from(["crewBlock", "exerciseDevice"], "exerciseIn", exerciseByModule),
    elementsOfScene: from(["element", "sceneElement"], "elementsOfScene", elementsByScene),
    flights: tables.flight,
    seats: tables.seat,
    sceneOrders: tables.sceneOrder,
    clearances: tables.clearance,
    restorations: tables.restoration,
    handovers: tables.handover,
    targets: from(["groundTarget"], "targets", (t) => byId(t.groundTarget)),
    published: from(
      ["publishedStrip"],
      "published",
      (t) => new Map(t.publishedStrip.map((row) => [row.stripId, row])),
    ),
    changeRequestsOf: from(["changeRequest"], "changeRequestsOf", (t) =>
      grouped(t.changeRequest, (request) => request.stripId),
    ),
    light,
  };
}
