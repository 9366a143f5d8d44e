import * as z from "zod";
import { id, text } from "./field.ts";

/** How a scenario departs from a rule's defaults. The id is the rule's. */
export const ruleSetting = z.object({
  id: id<"RuleId">(),
  isEnabled: z.boolean(),
  /** Parameters that differ from the defaults; parsed by the rule's own schema. */
  params: z.record(z.string(), z.json()),
  reason: text,
});
export type RuleSetting = z.output<typeof ruleSetting>;
