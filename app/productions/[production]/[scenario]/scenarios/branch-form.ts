import * as z from "zod";
import { name, text } from "#core/model/field.ts";

export const CHANGES = ["none", "cut", "lose-day"] as const;
export const CHANGE_NAMES: Readonly<Record<(typeof CHANGES)[number], string>> = {
  none: "Nothing yet",
  cut: "The window closes earlier",
  "lose-day": "A shoot day is lost",
};

/** What happens to the branch at once, beside being a copy. */
const change = z.object({
  /** The scenario that is branched. */
  scenarioId: z.string().min(1, "Choose the scenario to start from"),
  change: z.enum(CHANGES),
  cutBy: z
    .number("Use a whole number")
    .int("Use a whole number")
    .min(1, "Use 1 or more")
    .max(336, "Use at most two weeks")
    .nullable(),
  cutUnit: z.enum(["hours", "days"]),
  dayId: z.string().nullable(),
});
type ChangeValues = z.output<typeof change>;

const isWhole = (values: ChangeValues, context: z.RefinementCtx) => {
  if (values.change === "cut" && values.cutBy === null)
    context.addIssue({ code: "custom", path: ["cutBy"], message: "Say by how much" });
  if (values.change === "lose-day" && !values.dayId)
    context.addIssue({ code: "custom", path: ["dayId"], message: "Choose the day" });
};

export const branchChange = change.superRefine(isWhole);
export type BranchChange = z.output<typeof branchChange>;

export const branchForm = change.extend({ name, note: text }).superRefine(isWhole);
export type BranchFormInput = z.input<typeof branchForm>;

export const scenarioNames = z.object({ scenarioId: z.string(), name, note: text });
export type ScenarioNames = z.input<typeof scenarioNames>;
export const oneScenario = z.object({ scenarioId: z.string() });
