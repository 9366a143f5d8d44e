import * as z from "zod";
import { id, name, text } from "./field.ts";
import { personId, roleId } from "./ids.ts";

export const PERSON_CATEGORIES = ["film-crew", "expedition-crew", "ground-crew"] as const;
export type PersonCategory = (typeof PERSON_CATEGORIES)[number];

/** As in a sentence; the Expedition crew is called by its name. */
export const PERSON_CATEGORY_NAMES: Readonly<Record<PersonCategory, string>> = {
  "film-crew": "film crew",
  "expedition-crew": "Expedition crew",
  "ground-crew": "ground crew",
};

/** A human: film crew aboard, Expedition crew, or ground crew. */
export const person = z.object({
  id: personId,
  name,
  /** The name in its own script, such as Клим Шипенко; empty where the same. */
  nameLocal: text,
  /** What others call them on a strip or a call sheet: the family name. */
  shortName: z.string().trim().min(1).max(40),
  category: z.enum(PERSON_CATEGORIES),
  agency: z.string().trim().min(1).max(60),
  /** What they do, in words: "Commander, Soyuz MS-18". */
  duties: text,
  /** Standing and sitting height in cm, mass in kg: seat limits. */
  heightCm: z.number().positive().max(260).nullable(),
  sittingHeightCm: z.number().positive().max(140).nullable(),
  massKg: z.number().positive().max(250).nullable(),
  firstFlight: z.boolean(),
  /** Crew medical officer (CMO). */
  isMedicalOfficer: z.boolean(),
  /** Segments of which they are a qualified member: they may escort there. */
  segments: z.array(z.enum(["RS", "USOS"])).default([]),
  source: text,
});
export type Person = z.output<typeof person>;

/** A character, and who plays it. Crew-played: by a station crew member, out of an allocation. */
export const role = z.object({
  id: roleId,
  /** Cast number on strips and call sheets. */
  number: z.number().int().min(1).max(999),
  name,
  nameLocal: text,
  personId: personId.nullable(),
  crewPlayed: z.boolean(),
});
export type Role = z.output<typeof role>;

/** Whom to call: printed on the call sheet, never sent to viewers of the plan. */
export const contact = z.object({
  id: id<"ContactId">(),
  kind: z.enum(["safety", "medical", "production"]),
  label: name,
  /** The loop, telephone or address. */
  channel: text,
  personId: personId.nullable(),
  order: z.number().int(),
});
export type Contact = z.output<typeof contact>;
