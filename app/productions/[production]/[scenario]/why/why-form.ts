import * as z from "zod";

/** A way out as it was offered, and the plan that it was tried on. */
export const wayTaken = z.object({
  scenarioId: z.string(),
  revision: z.number().int(),
  edit: z.object({ commandId: z.string(), input: z.unknown() }),
});
/** What others have to grant goes to a copy, which is called by it. */
export const wayOnCopy = wayTaken.extend({ words: z.string().min(1).max(400) });
