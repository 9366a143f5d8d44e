import * as z from "zod";
import { stripId } from "#core/model/ids.ts";

/** `isLonger`: the first look did not try every way out. */
export const question = z.object({ scenarioId: z.string(), stripId, isLonger: z.boolean() });
/** Scenes by their numbers, whether they can all be in; `null`: everything that must be shot. */
export const questionTogether = z.object({
  scenarioId: z.string(),
  scenes: z.array(z.string().max(40)).max(1_000).nullable(),
  isLonger: z.boolean(),
});
/** A way out as it was offered, and the plan that it was tried on. */
export const wayTaken = z.object({
  scenarioId: z.string(),
  revision: z.number().int(),
  edit: z.object({ commandId: z.string(), input: z.unknown() }),
});
/** What others have to grant goes to a copy, which is called by it. */
export const wayOnCopy = wayTaken.extend({ words: z.string().min(1).max(400) });
