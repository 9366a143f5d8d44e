import type * as z from "zod";
import { allocation, consent, crewBlock, handover } from "./block.ts";
import { banner, shootDay } from "./day.ts";
import { flight, seat } from "./flight.ts";
import { elementSet, ephemeris, groundSite, groundTarget, relayPass } from "./orbit-data.ts";
import { contact, person, role } from "./person.ts";
import { houseRule, ownRule, ruleSetting, waiver } from "./rule-setting.ts";
import { clearance, element, restoration, scene, sceneElement, sceneOrder, setUp } from "./scene.ts";
import { exerciseDevice, hatch, kit, lamp, module, pane, stationEvent } from "./station.ts";
import { assignment, changeRequest, publishedStrip, strip } from "./strip.ts";
import { attendance, certificate, course, holding, trainingSession } from "./training.ts";
import { shootWindow, windowClaim } from "./window.ts";

/**
 * The tables of a plan, parents before children. `stream`: which edit stream changes it; production rows are shared by all
 * scenarios, scenario rows are copied when a scenario is branched. `refs`: which field holds whose id. `goesWithLast`: lists without
 * which a row says something else; with the last that they name, it goes too.
 */
const entity = <S extends z.ZodType, St extends "production" | "scenario">(
  schema: S,
  stream: St,
  refs: Record<string, string> = {},
  goesWithLast: readonly string[] = [],
) => ({ schema, stream, refs, goesWithLast });

export const entities = {
  person: entity(person, "production"),
  contact: entity(contact, "production", { personId: "person" }),
  role: entity(role, "production", { personId: "person" }),
  certificate: entity(certificate, "production"),
  holding: entity(holding, "production", { personId: "person", certificateId: "certificate" }),
  course: entity(course, "production", { certificateId: "certificate", prerequisiteIds: "course" }),
  trainingSession: entity(trainingSession, "production", { courseId: "course" }),
  attendance: entity(attendance, "production", { trainingSessionId: "trainingSession", personId: "person" }),
  elementSet: entity(elementSet, "production"),
  ephemeris: entity(ephemeris, "production"),
  houseRule: entity(houseRule, "production"),
  shootWindow: entity(shootWindow, "scenario"),
  windowClaim: entity(windowClaim, "scenario", { windowId: "shootWindow" }),
  module: entity(module, "scenario"),
  flight: entity(flight, "scenario", { moduleId: "module" }),
  seat: entity(seat, "scenario", { flightId: "flight", personId: "person" }),
  shootDay: entity(shootDay, "scenario"),
  banner: entity(banner, "scenario", { dayId: "shootDay" }),
  hatch: entity(hatch, "scenario", { fromModuleId: "module", toModuleId: "module" }),
  pane: entity(pane, "scenario", { moduleId: "module" }),
  lamp: entity(lamp, "scenario", { moduleId: "module" }),
  stationEvent: entity(stationEvent, "scenario", { moduleIds: "module", personIds: "person" }),
  kit: entity(kit, "scenario", { upFlightId: "flight", downFlightId: "flight" }),
  exerciseDevice: entity(exerciseDevice, "scenario", { moduleId: "module" }),
  groundSite: entity(groundSite, "scenario"),
  groundTarget: entity(groundTarget, "scenario"),
  relayPass: entity(relayPass, "scenario"),
  scene: entity(scene, "scenario", { moduleId: "module" }),
  element: entity(element, "scenario"),
  sceneElement: entity(sceneElement, "scenario", { sceneId: "scene", elementId: "element" }),
  strip: entity(strip, "scenario", { sceneId: "scene", moduleId: "module" }),
  setUp: entity(setUp, "scenario", {
    sceneId: "scene",
    stripId: "strip",
    paneId: "pane",
    roleIds: "role",
    kitIds: "kit",
    targetId: "groundTarget",
  }),
  assignment: entity(assignment, "scenario", { stripId: "strip", personId: "person" }),
  sceneOrder: entity(sceneOrder, "scenario", { firstSceneId: "scene", thenSceneId: "scene" }),
  crewBlock: entity(crewBlock, "scenario", {
    personId: "person",
    moduleId: "module",
    deviceId: "exerciseDevice",
  }),
  handover: entity(handover, "scenario", { outgoingPersonId: "person", incomingPersonId: "person" }),
  clearance: entity(clearance, "scenario", {
    personId: "person",
    elementId: "element",
    kitId: "kit",
    moduleId: "module",
  }),
  restoration: entity(restoration, "scenario", {
    sceneId: "scene",
    personId: "person",
    blockId: "crewBlock",
  }),
  publishedStrip: entity(publishedStrip, "scenario", {
    stripId: "strip",
    moduleId: "module",
    personIds: "person",
  }),
  changeRequest: entity(changeRequest, "scenario", { stripId: "strip" }),
  allocation: entity(allocation, "scenario", { personId: "person" }),
  consent: entity(consent, "scenario", { personId: "person" }),
  ruleSetting: entity(ruleSetting, "scenario"),
  ownRule: entity(ownRule, "scenario"),
  waiver: entity(waiver, "scenario", { stripIds: "strip", personIds: "person" }, ["stripIds", "personIds"]),
} as const;

export type EntityName = keyof typeof entities;
export type Entity<N extends EntityName> = z.output<(typeof entities)[N]["schema"]>;
/** All rows of one scenario and of its production. Immutable. */
export type Tables = { readonly [N in EntityName]: readonly Entity<N>[] };

export const ENTITY_NAMES = Object.keys(entities) as EntityName[];

/** No rows in any table. */
export const emptyTables = (): Tables =>
  Object.fromEntries(ENTITY_NAMES.map((entityName) => [entityName, []])) as unknown as Tables;
