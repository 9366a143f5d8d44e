import type * as z from "zod";
import { allocation, consent, crewBlock } from "./block.ts";
import { banner, shootDay } from "./day.ts";
import { flight, seat } from "./flight.ts";
import { elementSet } from "./orbit-data.ts";
import { contact, person, role } from "./person.ts";
import { ruleSetting } from "./rule-setting.ts";
import { element, scene, sceneElement, setUp } from "./scene.ts";
import { hatch, kit, lamp, module, pane, stationEvent } from "./station.ts";
import { assignment, strip } from "./strip.ts";
import { attendance, certificate, course, holding, trainingSession } from "./training.ts";
import { shootWindow, windowClaim } from "./window.ts";

/**
 * The tables of a plan, parents before children. `stream`: which edit stream changes it; production rows are shared by all
 * scenarios, scenario rows are copied when a scenario is branched. `refs`: which field holds whose id.
 */
const entity = <S extends z.ZodType, St extends "production" | "scenario">(
  schema: S,
  stream: St,
  refs: Record<string, string> = {},
) => ({ schema, stream, refs });

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
  shootWindow: entity(shootWindow, "scenario"),
  windowClaim: entity(windowClaim, "scenario", { windowId: "shootWindow" }),
  flight: entity(flight, "scenario"),
  seat: entity(seat, "scenario", { flightId: "flight", personId: "person" }),
  shootDay: entity(shootDay, "scenario"),
  banner: entity(banner, "scenario", { dayId: "shootDay" }),
  module: entity(module, "scenario"),
  hatch: entity(hatch, "scenario", { fromModuleId: "module", toModuleId: "module" }),
  pane: entity(pane, "scenario", { moduleId: "module" }),
  lamp: entity(lamp, "scenario", { moduleId: "module" }),
  stationEvent: entity(stationEvent, "scenario", { moduleIds: "module", personIds: "person" }),
  kit: entity(kit, "scenario"),
  scene: entity(scene, "scenario", { moduleId: "module" }),
  element: entity(element, "scenario"),
  sceneElement: entity(sceneElement, "scenario", { sceneId: "scene", elementId: "element" }),
  strip: entity(strip, "scenario", { sceneId: "scene", moduleId: "module" }),
  setUp: entity(setUp, "scenario", { sceneId: "scene", stripId: "strip", paneId: "pane", roleIds: "role" }),
  assignment: entity(assignment, "scenario", { stripId: "strip", personId: "person" }),
  crewBlock: entity(crewBlock, "scenario", { personId: "person", moduleId: "module" }),
  allocation: entity(allocation, "scenario", { personId: "person" }),
  consent: entity(consent, "scenario", { personId: "person" }),
  ruleSetting: entity(ruleSetting, "scenario"),
} as const;

export type EntityName = keyof typeof entities;
export type Entity<N extends EntityName> = z.output<(typeof entities)[N]["schema"]>;
/** All rows of one scenario and of its production. Immutable. */
export type Tables = { readonly [N in EntityName]: readonly Entity<N>[] };

export const ENTITY_NAMES = Object.keys(entities) as EntityName[];

export const emptyTables = (): Tables =>
  Object.fromEntries(ENTITY_NAMES.map((entityName) => [entityName, []])) as unknown as Tables;
