import * as z from "zod";
import { id, name, text, wholeMinutes } from "./field.ts";
import {
  blockId,
  elementId,
  groundTargetId,
  kitId,
  moduleId,
  paneId,
  personId,
  roleId,
  sceneId,
  setUpId,
  stripId,
} from "./ids.ts";
import { JOBS } from "./job.ts";
import { UNITS } from "./window.ts";

export const TIERS = ["must", "should", "nice"] as const;
export type Tier = (typeof TIERS)[number];
export const LIGHTS = ["any", "day", "night", "sunrise", "sunset"] as const;
/** The outside light that a set-up asks for through its pane; "any" asks for none. */
export type LightAsked = (typeof LIGHTS)[number];
/** As a script heads its scenes. */
export const INT_EXT = ["INT", "EXT", "I/E"] as const;
export const SCRIPT_DAY_NIGHT = ["DAY", "NIGHT", "DAWN", "DUSK"] as const;

/** What the script asks. */
export const scene = z.object({
  id: sceneId,
  /** Scene number: digits, letters, dots and hyphens; 12A stays 12A. */
  number: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,12}$/, "Use digits, letters, dots and hyphens"),
  intExt: z.enum(INT_EXT),
  /** The set, as the script heads it. */
  setName: name,
  /** Where it is shot; null on the ground. */
  moduleId: moduleId.nullable(),
  unit: z.enum(UNITS),
  /** What the script says; not what the light outside is. */
  scriptDayNight: z.enum(SCRIPT_DAY_NIGHT),
  scriptDay: z.string().trim().max(8),
  /** Script length in eighths of a page. */
  eighths: z.number("Use whole eighths").int("Use whole eighths").min(1, "At least one eighth").max(400),
  synopsis: text,
  /** Place in script order. */
  order: z.number().int(),
});
export type Scene = z.output<typeof scene>;

/** The light below, at the place to be seen. */
export const TARGET_LIGHTS = ["any", "day", "night"] as const;
export const HATCH_CABLES = ["none", "quick-disconnect", "fixed"] as const;
export const FREE_LIQUIDS = ["none", "liquid", "powder", "blood"] as const;
const centimetres = z.number("Use a number of centimetres").positive().max(2_000).nullable().default(null);
const azimuth = z.number("Use degrees, 0 to 360").min(0).max(360).nullable().default(null);

/** One camera and light arrangement with its takes. Belongs to at most one strip. */
export const setUp = z.object({
  id: setUpId,
  sceneId,
  stripId: stripId.nullable(),
  /** Its letter: A, B … */
  label: z.string().trim().min(1).max(4),
  description: text,
  tier: z.enum(TIERS),
  /** Its place in the strip. */
  order: z.number().int(),
  takes: z.number("Use a whole number").int().min(1, "At least one take").max(60),
  takeMin: wholeMinutes,
  /** From the end of a take to the next. */
  resetMin: wholeMinutes,
  light: z.enum(LIGHTS),
  paneId: paneId.nullable(),
  /** The camera flies: a spotter is needed. */
  movingCamera: z.boolean(),
  syncSound: z.boolean(),
  groundLink: z.boolean(),
  strenuous: z.boolean(),
  /** Who is on camera. */
  roleIds: z.array(roleId),
  /** Who is needed behind it; a job twice needs two people. */
  jobs: z.array(z.enum(JOBS)),
  isShot: z.boolean(),
  /** The film's kit that it uses, from the kit list. */
  kitIds: z.array(kitId).default([]),
  /** What must be seen below, and in which light; null asks for nothing. */
  targetId: groundTargetId.nullable().default(null),
  targetLight: z.enum(TARGET_LIGHTS).default("any"),
  /** Where the Sun is to stand: azimuth in station axes, 0 forward, 90 starboard, from–to clockwise; both null ask for nothing. */
  sunFromDeg: azimuth,
  sunToDeg: azimuth,
  /** Light level asked for on the set, lux. */
  lux: z.number("Use a number of lux").positive().max(200_000).nullable().default(null),
  /** Free space that the action needs. */
  clearWidthCm: centimetres,
  clearHeightCm: centimetres,
  clearLengthCm: centimetres,
  /** Camera, light or action stand in the way of who wants to pass through the module. */
  blocksPassage: z.boolean().default(false),
  /** A cable or hose through a hatch, and how it comes apart. */
  hatchCable: z.enum(HATCH_CABLES).default("none"),
  /** Fans of the module stand still for sound. */
  fansOff: z.boolean().default(false),
  /** What floats free, the reference of its approval (empty: none), and whether it is contained. */
  freeLiquid: z.enum(FREE_LIQUIDS).default("none"),
  freeLiquidApproval: text.default(""),
  isContained: z.boolean().default(false),
});
export type SetUp = z.output<typeof setUp>;

export const ELEMENT_CATEGORIES = [
  "props",
  "wardrobe",
  "make-up",
  "set-dressing",
  "special-effects",
  "visual-effects",
  "camera",
  "lighting",
  "sound",
  "kit",
  "notes",
] as const;

/** Something a scene needs, in a breakdown category. */
export const element = z.object({
  id: elementId,
  category: z.enum(ELEMENT_CATEGORIES),
  name,
  /** An agency's hardware in frame: it is shown only when cleared. */
  needsClearance: z.boolean().default(false),
});
export type Element = z.output<typeof element>;

/** What cannot be undone comes after what needs it whole: the first scene before the second. Lag from the end of one to the start of the other. */
export const sceneOrder = z.object({
  id: id<"SceneOrderId">(),
  firstSceneId: sceneId,
  thenSceneId: sceneId,
  minLagMin: wholeMinutes,
  maxLagMin: wholeMinutes.nullable(),
  reason: text,
  source: text,
});
export type SceneOrder = z.output<typeof sceneOrder>;

export const CLEARANCE_STATES = ["asked", "cleared", "refused"] as const;

/** Leave to show an agency's person or hardware: of one person, element, piece of kit or module. */
export const clearance = z.object({
  id: id<"ClearanceId">(),
  personId: personId.nullable(),
  elementId: elementId.nullable(),
  kitId: kitId.nullable(),
  moduleId: moduleId.nullable(),
  /** Who gives it. */
  authority: name,
  state: z.enum(CLEARANCE_STATES),
  note: text,
  source: text,
});
export type Clearance = z.output<typeof clearance>;

export const RESTORE_DUES = ["strike", "hatch-closing", "handed-over"] as const;

/** Something that a scene moves, and by when it is put back: at its strike, before the hatch closes, or by who stays. */
export const restoration = z.object({
  id: id<"RestorationId">(),
  sceneId,
  what: name,
  minutes: wholeMinutes,
  due: z.enum(RESTORE_DUES),
  /** Who puts it back; they are charged for it. */
  personId: personId.nullable(),
  /** The block in which it is put back; null at strike. */
  blockId: blockId.nullable(),
  source: text,
});
export type Restoration = z.output<typeof restoration>;

export const sceneElement = z.object({ id: id<"SceneElementId">(), sceneId, elementId });
export type SceneElement = z.output<typeof sceneElement>;

export const STRIP_STATUSES = ["planned", "part-shot", "shot"] as const;
