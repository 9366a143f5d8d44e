import * as z from "zod";
import { id, instant, name, text, wholeMinutes } from "./field.ts";
import { eventId, exerciseDeviceId, flightId, kitId, moduleId, paneId, personId } from "./ids.ts";

export const SEGMENTS = ["RS", "USOS"] as const;
/** What people need a way to. */
export const FACILITIES = ["toilet", "galley", "exercise", "sleep", "duty"] as const;
const centimetres = z.number("Use a number of centimetres").positive().max(5_000).nullable().default(null);

/** A room of the station. */
export const module = z.object({
  id: moduleId,
  name,
  segment: z.enum(SEGMENTS),
  lengthM: z.number().positive().nullable(),
  diameterM: z.number().positive().nullable(),
  pressurisedM3: z.number().positive().nullable(),
  /** People it may hold while filming. */
  capacity: z.number().int().min(1).max(20),
  noiseDba: z.number().positive().nullable(),
  order: z.number().int(),
  /** False: closed to the film (ships, stowage). */
  isUsable: z.boolean(),
  /** Free space for action and camera, between racks and rails; a hull's diameter is not free space. */
  clearWidthCm: centimetres,
  clearHeightCm: centimetres,
  clearLengthCm: centimetres,
  /** What its outlets give the film, watts. */
  supplyW: z.number().nonnegative().nullable().default(null),
  facilities: z.array(z.enum(FACILITIES)).default([]),
  /** Work here needs a qualified member of the segment's crew present. */
  needsEscort: z.boolean().default(false),
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
  /** Full angle that can be seen through it. */
  fieldOfViewDeg: z.number().positive().max(180).nullable().default(null),
  source: text,
});
export type Pane = z.output<typeof pane>;

/** A luminaire of a module. What it adds to the light level on the set, and its colour temperature; null where nobody says. */
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
  id: kitId,
  name,
  category: z.string().trim().min(1).max(60),
  massKg: z.number().nonnegative().nullable(),
  quantity: z.number().int().min(1),
  aboardFrom: instant.nullable(),
  /** Legs that carry it; null: by other ships, or not at all. */
  upFlightId: flightId.nullable().default(null),
  downFlightId: flightId.nullable().default(null),
  /** Built into the module for the whole placement; hand-held kit is bound for the shoot only. */
  isBuiltIn: z.boolean().default(false),
  /** Drawn from the module's outlets while in use; for a battery charger, while it charges. */
  watts: z.number().nonnegative().nullable().default(null),
  /** Light it adds on the set, of one piece. */
  lux: z.number().nonnegative().nullable().default(null),
  /** Drawn from batteries while in use; what one battery holds. */
  batteryDrawW: z.number().nonnegative().nullable().default(null),
  batteryWh: z.number().positive().nullable().default(null),
  /** What one charger gives a battery. */
  chargeW: z.number().positive().nullable().default(null),
  /** Recorded while rolling; what one card or disk holds; copied to it in a minute: that tells a disk, which takes copies, from a card. */
  recordGbPerMin: z.number().positive().nullable().default(null),
  cardGb: z.number().positive().nullable().default(null),
  copyGbPerMin: z.number().positive().nullable().default(null),
  source: text,
});
export type Kit = z.output<typeof kit>;

/** A running device is exclusive, and makes its module noisy and shaking. */
export const exerciseDevice = z.object({
  id: exerciseDeviceId,
  name,
  moduleId,
  /** In its module while it runs. */
  noiseDba: z.number().positive().nullable(),
  source: text,
});
export type ExerciseDevice = z.output<typeof exerciseDevice>;
