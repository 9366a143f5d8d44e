import * as z from "zod";
import { instant } from "#core/model/field.ts";
import { rules } from "#core/rules/index.ts";
import { shapes } from "#core/rules/own/index.ts";
import { parameterProblems } from "#core/rules/parameters/problems.ts";

const reason = z.string().trim().max(4_000, "At most 4,000 characters");
/** Whatever the rule's own schema reads. */
const params = z.record(z.string(), z.unknown());

/** Of an own rule, as its table has it. */
export const LONGEST_TITLE = 200;

export const LAYERS = ["scenario", "production"] as const;

/** Parameters of a schema that is known only at run time: what does not fit lands at `params.<name>`. */
function parsedBy(schema: z.ZodType | undefined, given: unknown, context: z.core.$RefinementCtx) {
  for (const { path, message } of schema ? parameterProblems(schema, given) : [])
    context.addIssue({ code: "custom", message, path: ["params", ...path] });
}

/** What a sheet was opened with. The plan has one count of its edits, what all scenarios share another. */
const base = z.object({ revision: z.number().int(), productionRevision: z.number().int() });
export type Base = z.infer<typeof base>;
/** A sheet as it was opened; null: a new one. Only what differs from it is saved. */
const was = z.record(z.string(), z.unknown()).nullable();

/** How a rule of the book departs from it, here or in the whole production. */
export const ruleSheet = z
  .object({
    layer: z.enum(LAYERS),
    isEnabled: z.boolean(),
    params,
    reason: reason.min(1, "Say why: whoever reads the plan will ask"),
    ruleId: z.string(),
  })
  .superRefine((sheet, context) =>
    parsedBy(rules.find((rule) => rule.id === sheet.ruleId)?.params, sheet.params, context),
  );
export type RuleSheetInput = z.input<typeof ruleSheet>;

export const ruleChange = z.object({
  scenarioId: z.string(),
  base,
  sheet: ruleSheet,
});

/** One layer of a rule of the book. */
export const ruleLayer = z.object({
  scenarioId: z.string(),
  base,
  ruleId: z.string(),
  layer: z.enum(LAYERS),
});

/** An own rule, made of a shape. */
export const ownRuleSheet = z
  .object({
    /** Empty: called by what it says. */
    title: z.string().trim().max(LONGEST_TITLE, "At most 200 characters"),
    shape: z.enum(shapes.map((shape) => shape.id) as [string, ...string[]], "Choose a shape"),
    level: z.enum(["hard", "soft"]),
    isEnabled: z.boolean(),
    params,
    reason,
  })
  .refine(({ isEnabled, reason: why }) => isEnabled || why !== "", {
    error: "Say why it is off: whoever reads the plan will ask",
    path: ["reason"],
  })
  .superRefine((sheet, context) =>
    parsedBy(shapes.find((shape) => shape.id === sheet.shape)?.params, sheet.params, context),
  );
export type OwnRuleSheetInput = z.input<typeof ownRuleSheet>;

export const ownRuleChange = z.object({
  scenarioId: z.string(),
  /** Null: a new one. */
  ownRuleId: z.string().nullable(),
  base,
  was,
  sheet: ownRuleSheet,
});

const someone = z.string().trim().min(1, "Name them").max(200, "At most 200 characters");

/** Leave to break a rule. Times are GMT. */
export const waiverSheet = z
  .object({
    ruleId: z.string().min(1).max(64),
    stripIds: z.array(z.string()),
    personIds: z.array(z.string()),
    startsAt: instant,
    endsAt: instant,
    amount: z.number("Say up to how much").nonnegative("Use 0 or more").max(1e9, "Use at most 1,000,000,000"),
    rationale: reason.min(1, "Say why it is acceptable"),
    askedBy: someone,
    signedBy: someone,
  })
  .refine((w) => w.startsAt < w.endsAt, { error: "It ends after it starts", path: ["endsAt"] })
  .refine((w) => w.stripIds.length > 0 || w.personIds.length > 0, {
    error: "Name at least one strip or person",
    path: ["stripIds"],
  });
export type WaiverSheetInput = z.input<typeof waiverSheet>;

export const waiverChange = z.object({
  scenarioId: z.string(),
  /** Null: a new one. */
  waiverId: z.string().nullable(),
  base,
  was,
  sheet: waiverSheet,
});

export const rowOf = z.object({ scenarioId: z.string(), base, id: z.string() });
export const findingOf = z.object({ scenarioId: z.string(), findingId: z.string() });
export const repairOf = z.object({
  scenarioId: z.string(),
  baseRevision: z.number().int(),
  commandId: z.string(),
  input: z.unknown(),
});
