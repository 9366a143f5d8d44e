import type { Profile } from "../base/profile.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import type { CrewBlock } from "./block.ts";
import type { Entity, Tables } from "./entities.ts";
import { aboardSpans, launchesOf } from "./facts/flights.ts";
import { type Made, making } from "./facts/making.ts";
import { exerciseModule, hatchCounts, moduleOfBlock, neighboursOf } from "./facts/modules.ts";
import { placedStrips, standingOf } from "./facts/placed-strips.ts";
import { byId } from "./facts/rows.ts";
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
import type { Placed } from "./placed.ts";
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

const orderOfSetUps = (a: SetUp, b: SetUp) => a.order - b.order || (a.id < b.id ? -1 : 1);
const orderOfBlocks = (a: CrewBlock, b: CrewBlock) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1);

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

/** The same facts with only these strips placed; the strips' own rows stay as they are. */
export function withPlaced(facts: Facts, strips: readonly Placed[]): Facts {
  const placed = new Map(strips.map((p) => [p.strip.id, p]));
  return { ...facts, placed, ...standingOf(placed, undefined, false) };
}

/** The facts of a plan. `before`: those of another state of it, so that only what differs is made. */
export function factsOf(plan: Pick<ScenarioSnapshot, "tables" | "light">, before?: Made): Facts {
  const { tables, light } = plan;
  const { from, changed, rowsById, groups } = making(tables, before);

  const scenes = rowsById("scene", "scenes");
  const roles = rowsById("role", "roles");
  const strips = rowsById("strip", "strips");
  const setUpsOfStrip = groups("setUp", "setUpsOfStrip", {
    keyOf: ({ stripId }) => stripId ?? undefined,
    order: orderOfSetUps,
  });
  const assignmentsOfStrip = groups("assignment", "assignmentsOfStrip", { keyOf: ({ stripId }) => stripId });
  const placed = from(["strip", "scene", "setUp", "assignment", "role"], "placed", (t) =>
    placedStrips(t.strip, { strips, scenes, setUpsOfStrip, assignmentsOfStrip, roles }, before?.facts, {
      strips: changed("strip"),
      setUps: changed("setUp"),
      assignments: changed("assignment"),
    }),
  );
  const { standing, inOrder, calledFor } = standingOf(placed, before?.facts, changed("strip") !== null);
  return {
    people: rowsById("person", "people"),
    roles,
    modules: rowsById("module", "modules"),
    scenes,
    setUps: rowsById("setUp", "setUps"),
    setUpsOfScene: groups("setUp", "setUpsOfScene", {
      keyOf: ({ sceneId }) => sceneId,
      order: orderOfSetUps,
    }),
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
    blocksOf: groups("crewBlock", "blocksOf", { keyOf: ({ personId }) => personId, order: orderOfBlocks }),
    aboard: from(["flight", "seat"], "aboard", aboardSpans),
    launches: from(["flight", "seat"], "launches", launchesOf),
    certificates: tables.certificate,
    holdings: tables.holding,
    allocations: tables.allocation,
    consents: tables.consent,
    hatchesBetween: from(["module", "hatch"], "hatchesBetween", (t) => hatchCounts(neighboursOf(t))),
    neighbours: from(["module", "hatch"], "neighbours", neighboursOf),
    lampsOf: groups("lamp", "lampsOf", { keyOf: ({ moduleId }) => moduleId }),
    kit: rowsById("kit", "kit"),
    devices: rowsById("exerciseDevice", "devices"),
    exerciseIn: groups("crewBlock", "exerciseIn", { keyOf: exerciseModule(tables), order: orderOfBlocks }, [
      "exerciseDevice",
    ]),
    blocksIn: groups("crewBlock", "blocksIn", { keyOf: moduleOfBlock, order: orderOfBlocks }),
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
    changeRequestsOf: groups("changeRequest", "changeRequestsOf", { keyOf: ({ stripId }) => stripId }),
    light,
  };
}
