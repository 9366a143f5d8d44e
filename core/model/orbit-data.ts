import * as z from "zod";
import { id, instant, name, text } from "./field.ts";

/** A two-line element set as it was published, and when it is to be used. Read by core/orbit. */
export const elementSet = z.object({
  id: id<"ElementSetId">(),
  label: name,
  line1: z.string().max(80),
  line2: z.string().max(80),
  source: text,
  /** Use it only from and until here; open where null. */
  usedFrom: instant.nullable(),
  usedUntil: instant.nullable(),
});
export type ElementSetRow = z.output<typeof elementSet>;
