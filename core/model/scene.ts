import * as z from "zod";
import { id, name, text, wholeMinutes } from "./field.ts";
import { elementId, moduleId, paneId, roleId, sceneId, setUpId, stripId } from "./ids.ts";
import { JOBS } from "./job.ts";
import { UNITS } from "./window.ts";

export const TIERS = ["must", "should", "nice"] as const;
export type Tier = (typeof TIERS)[number];
export const LIGHTS = ["any", "day", "night", "sunrise", "sunset"] as const;
/** The outside light that a set-up asks for through its pane; "any" asks for none. */
export type LightAsked = (typeof LIGHTS)[number];
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
export const element = z.object({ id: elementId, category: z.enum(ELEMENT_CATEGORIES), name });
export type Element = z.output<typeof element>;

export const sceneElement = z.object({ id: id<"SceneElementId">(), sceneId, elementId });
export type SceneElement = z.output<typeof sceneElement>;

export const STRIP_STATUSES = ["planned", "part-shot", "shot"] as const;
