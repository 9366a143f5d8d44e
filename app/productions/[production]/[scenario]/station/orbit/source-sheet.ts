import * as z from "zod";
import { elementSet } from "#core/model/orbit-data.ts";

/** What of orbit data may be changed: what it is called, where it is from, for when it is meant. The numbers never. */
export const sourceSheet = elementSet
  .pick({ label: true, source: true, usedFrom: true, usedUntil: true })
  .refine(({ usedFrom, usedUntil }) => usedFrom === null || usedUntil === null || usedFrom < usedUntil, {
    error: "The span of use ends before it begins",
    path: ["usedUntil"],
  });
export type SourceSheetInput = z.input<typeof sourceSheet>;

const one = { scenarioId: z.string(), entity: z.enum(["elementSet", "ephemeris"]), id: z.string() };
export const oneSource = z.object(one);
export const sourceChange = z.object({
  ...one,
  baseRevision: z.number().int(),
  was: z.record(z.string(), z.json()),
  now: z.record(z.string(), z.json()),
});
