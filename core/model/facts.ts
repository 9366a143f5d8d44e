import { byStart, type Interval } from "../base/interval.ts";
import { type Profile, profile } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { sorted } from "../base/sorted.ts";
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
  readonly sceneOfStrip: ReadonlyMap<StripId, SceneId>;
  readonly placed: ReadonlyMap<StripId, Placed>;
  /** Which strips are placed, wherever, in the order of their rows: a strip that moves changes nothing here. */
  readonly standing: ReadonlySet<StripId>;
  /** Placed strips in order of start. */
  readonly inOrder: readonly Placed[];
  /** Placed strips for which a person is called, in order of start. */
  readonly calledFor: ReadonlyMap<PersonId, readonly Placed[]>;
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
  /** Other blocks but sleep, which is behind a cabin's door, by the module that the plan names for them. In order of start. */
  readonly blocksIn: ReadonlyMap<ModuleId, readonly CrewBlock[]>;
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

interface Row {
  readonly id: string;
}
/** A row that an edit changed, before and after. */
type Changed<T> = readonly [was: T, is: T];

/** The rows that an edit changed, where it neither brought, nor took, nor moved any; else null. */
function changedRows<T extends Row>(before: readonly T[], now: readonly T[]): readonly Changed<T>[] | null {
  if (before.length !== now.length) return null;
  const changed: Changed<T>[] = [];
  for (let i = 0; i < now.length; i++) {
    const [was, is] = [before[i] as T, now[i] as T];
    if (was === is) continue;
    if (was.id !== is.id) return null;
    changed.push([was, is]);
  }
  return changed;
}

/** A fact that is made row by row, as it was, and the rows that changed since. */
interface Since<T, F> {
  readonly fact: F;
  readonly changed: readonly Changed<T>[];
}

/** In less time than `new Map` takes, which makes a pair of every entry. */
function copied<K, V>(map: ReadonlyMap<K, V>): Map<K, V> {
  const all = new Map<K, V>();
  map.forEach((value, key) => {
    all.set(key, value);
  });
  return all;
}

type ById<T extends Row> = ReadonlyMap<T["id"], T>;
function byId<T extends Row>(rows: readonly T[], since?: Since<T, ById<T>>): ById<T> {
  if (!since) return new Map(rows.map((row) => [row.id, row]));
  const all = copied(since.fact);
  for (const [, is] of since.changed) all.set(is.id, is);
  return all;
}

interface Grouping<T, K> {
  /** Undefined: the row is in no group. */
  keyOf(row: T): K | undefined;
  /** Of the rows in a group; absent: that of the table. */
  readonly order?: (a: T, b: T) => number;
}

/** Rows by a key. A group that came out the same keeps its array, so that what depends on it can tell that nothing changed. */
function grouped<K, T>(
  rows: readonly T[],
  { keyOf, order }: Grouping<T, K>,
  was?: ReadonlyMap<K, readonly T[]>,
  changed?: readonly Changed<T>[],
): ReadonlyMap<K, readonly T[]> {
  if (was && changed?.every(([a, b]) => keyOf(a) === keyOf(b))) {
    const touched = new Set(changed.map(([, is]) => keyOf(is)));
    touched.delete(undefined);
    if (touched.size === 0) return was;
    const all = copied(was);
    const now = new Map(changed);
    for (const key of touched as Set<K>) {
      const group = (was.get(key) ?? []).map((row) => now.get(row) ?? row);
      all.set(key, order ? sorted(group, order) : group);
    }
    return all;
  }
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  if (order) for (const group of groups.values()) sorted(group, order);
  return was ? sameArrays(was, groups) : groups;
}

const orderOfSetUps = (a: SetUp, b: SetUp) => a.order - b.order || (a.id < b.id ? -1 : 1);
const orderOfBlocks = (a: CrewBlock, b: CrewBlock) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1);

const FOREVER = { start: epochSeconds(-8.64e12), end: epochSeconds(8.64e12) };

/** From the seats: aboard from the hatch opening of the leg up until the hatch closing of the leg down. */
function aboardSpans({
  flight: flights,
  seat: seats,
}: Pick<Tables, "flight" | "seat">): ReadonlyMap<PersonId, Profile> {
  const legs = byId(flights);
  const spans = new Map<PersonId, Profile>();
  for (const [personId, own] of grouped(seats, { keyOf: (seat) => seat.personId })) {
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

/** Where exercise shakes: null where nobody says; undefined for blocks of other kinds. */
const exerciseModule = ({ exerciseDevice }: Pick<Tables, "exerciseDevice">) => {
  const devices = byId(exerciseDevice);
  return ({ kind, deviceId, moduleId }: CrewBlock): ModuleId | null | undefined =>
    kind === "exercise" ? ((deviceId && devices.get(deviceId)?.moduleId) ?? moduleId) : undefined;
};
const moduleOfBlock = ({ kind, moduleId }: CrewBlock): ModuleId | undefined =>
  kind === "exercise" || kind === "sleep" ? undefined : (moduleId ?? undefined);

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

function sameArrays<K, T>(
  before: ReadonlyMap<K, readonly T[]>,
  now: ReadonlyMap<K, readonly T[]>,
): ReadonlyMap<K, readonly T[]> {
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

type PlacedFrom = Pick<Facts, "scenes" | "setUpsOfStrip" | "assignmentsOfStrip" | "roles">;

const placedNow = (strip: Strip, { scenes, setUpsOfStrip, assignmentsOfStrip, roles }: PlacedFrom) => {
  const scene = scenes.get(strip.sceneId);
  return scene
    ? place(strip, scene, setUpsOfStrip.get(strip.id) ?? [], assignmentsOfStrip.get(strip.id) ?? [], roles)
    : null;
};

/** Every placed strip. One is placed again only where its own row, scene, set-ups, assignments or the people of its roles changed. */
function placedStrips(
  strips: Tables["strip"],
  facts: PlacedFrom,
  before: Facts | undefined,
): Facts["placed"] {
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

/** The placed strips where an edit changed only these; null where one of them came to stand or stands no more. */
function placedAgain(
  ids: Iterable<StripId | null>,
  strips: Facts["strips"],
  facts: PlacedFrom,
  before: Facts["placed"],
): Facts["placed"] | null {
  const placed = copied(before);
  for (const id of new Set(ids)) {
    const strip = id === null ? undefined : strips.get(id);
    if (!strip) continue;
    const here = placedNow(strip, facts);
    if ((here !== null) !== before.has(strip.id)) return null;
    if (here) placed.set(strip.id, here);
  }
  return placed;
}

/** Strips that start together keep one order, whatever the order of their rows. */
const orderOfPlaced = (a: Placed, b: Placed) => byStart(a.span, b.span) || (a.strip.id < b.strip.id ? -1 : 1);

/** Strips that stand otherwise than before an edit. */
export interface Moved {
  readonly gone: ReadonlySet<Placed>;
  /** In order of start. */
  readonly come: readonly Placed[];
}

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
function standingOf(
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

/** The same facts with only these strips placed; the strips' own rows stay as they are. */
export function withPlaced(facts: Facts, strips: readonly Placed[]): Facts {
  const placed = new Map(strips.map((p) => [p.strip.id, p]));
  return { ...facts, placed, ...standingOf(placed, undefined, false) };
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
  const changes = new Map<EntityName, readonly Changed<Row>[] | null>();
  /** The rows of a table that changed; null where there is nothing before, or rows came or went. */
  function changed<T extends EntityName>(name: T): readonly Changed<Entity<T>>[] | null {
    if (!before) return null;
    const found = changes.get(name);
    const made = found === undefined ? changedRows<Row>(before.tables[name], tables[name]) : found;
    changes.set(name, made);
    return made as readonly Changed<Entity<T>>[] | null;
  }
  const since = <T extends EntityName, F>(name: T, fact: F | undefined) => {
    const rows = changed(name);
    return rows && fact !== undefined ? { fact, changed: rows } : undefined;
  };
  const rowsById = <T extends EntityName, F extends FactName>(name: T, fact: F): Facts[F] =>
    from([name], fact, (t, was) => {
      const rows = t[name] as readonly Row[];
      return byId<Row>(rows, since(name, was as ById<Row> | undefined)) as Facts[F];
    });
  const blocksBy = <F extends "blocksOf" | "exerciseIn" | "blocksIn", K>(
    names: readonly ("crewBlock" | "exerciseDevice")[],
    fact: F,
    keyOf: (block: CrewBlock) => K | undefined,
  ): Facts[F] =>
    from(names, fact, (_, was) => {
      const isOfBlocks = names.every((name) => name === "crewBlock" || before?.tables[name] === tables[name]);
      const rows = isOfBlocks ? changed("crewBlock") : null;
      const known = was as ReadonlyMap<K, readonly CrewBlock[]> | undefined;
      const grouping = { keyOf, order: orderOfBlocks };
      return grouped(tables.crewBlock, grouping, known, rows ?? undefined) as unknown as Facts[F];
    });

  const scenes = rowsById("scene", "scenes");
  const roles = rowsById("role", "roles");
  const strips = rowsById("strip", "strips");
  const setUpsOfStrip = from(["setUp"], "setUpsOfStrip", (t, was) =>
    grouped(
      t.setUp,
      { keyOf: (setUp) => setUp.stripId ?? undefined, order: orderOfSetUps },
      was,
      changed("setUp") ?? undefined,
    ),
  );
  const assignmentsOfStrip = from(["assignment"], "assignmentsOfStrip", (t, was) =>
    grouped(t.assignment, { keyOf: (a) => a.stripId }, was, changed("assignment") ?? undefined),
  );
  const placed = from(["strip", "scene", "setUp", "assignment", "role"], "placed", (t, was) => {
    const parts = { scenes, setUpsOfStrip, assignmentsOfStrip, roles };
    const edits = [changed("strip"), changed("setUp"), changed("assignment")] as const;
    const isLocal = was && before?.facts.scenes === scenes && before.facts.roles === roles;
    const [ofStrips, ofSetUps, ofAssignments] = edits;
    const again =
      isLocal && ofStrips && ofSetUps && ofAssignments
        ? placedAgain(
            [
              ...ofStrips.map(([, is]) => is.id),
              ...[...ofSetUps, ...ofAssignments].flatMap((rows) => rows.map((row) => row.stripId)),
            ],
            strips,
            parts,
            was,
          )
        : null;
    return again ?? placedStrips(t.strip, parts, before?.facts);
  });
  const { standing, inOrder, calledFor } = standingOf(placed, before?.facts, changed("strip") !== null);
  return {
    people: rowsById("person", "people"),
    roles,
    modules: rowsById("module", "modules"),
    scenes,
    setUps: rowsById("setUp", "setUps"),
    setUpsOfScene: from(["setUp"], "setUpsOfScene", (t, was) =>
      grouped(
        t.setUp,
        { keyOf: (setUp) => setUp.sceneId, order: orderOfSetUps },
        was,
        changed("setUp") ?? undefined,
      ),
    ),
    setUpsOfStrip,
    assignmentsOfStrip,
    strips,
    sceneOfStrip: from(["strip"], "sceneOfStrip", (t, was) =>
      was && changed("strip")?.every(([a, b]) => a.sceneId === b.sceneId)
        ? was
        : new Map(t.strip.map(({ id, sceneId }) => [id, sceneId])),
    ),
    placed,
    standing,
    inOrder,
    calledFor,
    windows: tables.shootWindow,
    days: from(["shootDay"], "days", (t) => [...t.shootDay].sort((a, b) => a.wakesAt - b.wakesAt)),
    events: tables.stationEvent,
    panes: rowsById("pane", "panes"),
    blocksOf: blocksBy(["crewBlock"], "blocksOf", (block) => block.personId),
    aboard: from(["flight", "seat"], "aboard", aboardSpans),
    launches: from(["flight", "seat"], "launches", launchesOf),
    certificates: tables.certificate,
    holdings: tables.holding,
    allocations: tables.allocation,
    consents: tables.consent,
    hatchesBetween: from(["module", "hatch"], "hatchesBetween", (t) => hatchCounts(neighboursOf(t))),
    neighbours: from(["module", "hatch"], "neighbours", neighboursOf),
    lampsOf: from(["lamp"], "lampsOf", (t) => grouped(t.lamp, { keyOf: (lamp) => lamp.moduleId })),
    kit: rowsById("kit", "kit"),
    devices: rowsById("exerciseDevice", "devices"),
    exerciseIn: blocksBy(["crewBlock", "exerciseDevice"], "exerciseIn", exerciseModule(tables)),
    blocksIn: blocksBy(["crewBlock"], "blocksIn", moduleOfBlock),
    elementsOfScene: from(["element", "sceneElement"], "elementsOfScene", elementsByScene),
    flights: tables.flight,
    seats: tables.seat,
    sceneOrders: tables.sceneOrder,
    clearances: tables.clearance,
    restorations: tables.restoration,
    handovers: tables.handover,
    targets: rowsById("groundTarget", "targets"),
    published: from(
      ["publishedStrip"],
      "published",
      (t) => new Map(t.publishedStrip.map((row) => [row.stripId, row])),
    ),
    changeRequestsOf: from(["changeRequest"], "changeRequestsOf", (t) =>
      grouped(t.changeRequest, { keyOf: (request) => request.stripId }),
    ),
    light,
  };
}
