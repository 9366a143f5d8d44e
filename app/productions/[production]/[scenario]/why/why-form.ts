import * as z from "zod";
import { stripId } from "#core/model/ids.ts";

export const question = z.object({ scenarioId: z.string(), stripId });
/** A way out as it was offered, and the plan that it was tried on. */
export const wayTaken = z.object({
  scenarioId: z.string(),
  revision: z.number().int(),
  edit: z.object({ commandId: z.string(), input: z.unknown() }),
});
