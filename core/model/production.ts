import * as z from "zod";
import { name, text } from "./field.ts";
import { productionId, scenarioId } from "./ids.ts";

/** A film. Everything about it that is the same in all its scenarios. */
export const production = z.object({
  id: productionId,
  /** Its name in addresses and on the command line. */
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Use small letters, digits and hyphens")
    .max(60),
  title: name,
  /** The title in the film's own language, where it differs. */
  titleLocal: text,
  company: text,
  /** IANA zone of home times, such as Europe/Moscow; GMT always leads. */
  homeZone: z.string().min(1).max(60),
  /** Short name of the home zone, such as MSK. */
  homeZoneLabel: z.string().min(1).max(8),
  /** What a reader must know about the data: sources, what is illustrative. */
  note: text,
});
export type Production = z.output<typeof production>;

/** One version of a production's plan, with its own shoot windows, events and rule settings. */
export const scenario = z.object({
  id: scenarioId,
  name,
  note: text,
  /** Counts the edits; 0 when made. */
  revision: z.number().int().min(0),
  isCurrent: z.boolean(),
});
export type Scenario = z.output<typeof scenario>;
