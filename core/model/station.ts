import * as z from "zod";
import { id, instant, name, text, wholeMinutes } from "./field.ts";
import { eventId, moduleId, paneId, personId } from "./ids.ts";

/** A room of the station. */
export const module = z.object({
  id: moduleId,
  name,
  segment: z.enum(["RS", "USOS"]),
  lengthM: z.number().positive().nullable(),
  diameterM: z.number().positive().nullable(),
  pressurisedM3: z.number().positive().nullable(),
  /** People it may hold while filming. */
  capacity: z.number().int().min(1).max(20),
  noiseDba: z.number().positive().nullable(),
  order: z.number().int(),
  /** False: closed to the film (ships, stowage). */
  isUsable: z.boolean(),
  /** Where the numbers are from; working assumptions say so. */
  source: text,
});
export type Module = z.output<typeof module>;

/** A way between two modules. */
export const hatch = z.object({ id: id<"HatchId">(), fromModuleId: moduleId, toModuleId: moduleId });
export type Hatch = z.output<typeof hatch>;

/** A window of glass with a direction (window means the shoot window). */
export const pane = z.object({
  id: paneId,
  moduleId,
  name,
  direction: z.enum(["nadir", "zenith", "forward", "aft", "port", "starboard"]),
  source: text,
});
export type Pane = z.output<typeof pane>;

export const lamp = z.object({
  id: id<"LampId">(),
  moduleId,
  name,
  lux: z.number().positive().nullable(),
  kelvin: z.number().positive().nullable(),
  source: text,
});
export type Lamp = z.output<typeof lamp>;

/** Docking, thruster test, PAO event …, with what it takes and the margins around it. */
export const stationEvent = z.object({
  id: eventId,
  kind: z.enum([
    "docking",
    "undocking",
    "hatch",
    "thruster-test",
    "pao",
    "seat-liners",
    "return-preparation",
    "reboost",
    "other",
  ]),
  title: name,
  startsAt: instant,
  durationMin: wholeMinutes,
  marginBeforeMin: wholeMinutes,
  marginAfterMin: wholeMinutes,
  /** Modules, people and panes that nobody films with meanwhile. */
  moduleIds: z.array(moduleId),
  personIds: z.array(personId),
  takesPanes: z.boolean(),
  takesAttitude: z.boolean(),
  takesQuiet: z.boolean(),
  source: text,
});
export type StationEvent = z.output<typeof stationEvent>;

/** A piece of equipment, and since when it is aboard. */
export const kit = z.object({
  id: id<"KitId">(),
  name,
  category: z.string().trim().min(1).max(60),
  massKg: z.number().nonnegative().nullable(),
  quantity: z.number().int().min(1),
  aboardFrom: instant.nullable(),
  source: text,
});
export type Kit = z.output<typeof kit>;
