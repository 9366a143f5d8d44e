import * as z from "zod";
import { id, instant, name, text } from "./field.ts";
import { personId, stripId, waiverId } from "./ids.ts";

const setting = z.object({
  id: id<"RuleId">(),
  isEnabled: z.boolean(),
  /** Parameters that differ from the defaults; parsed by the rule's own schema. */
  params: z.record(z.string(), z.json()),
  reason: text,
});

/** How a production departs from a rule's defaults. The id is the rule's. */
export const houseRule = setting;
export type HouseRule = z.output<typeof houseRule>;

/** How a scenario departs from the production's. The id is the rule's. */
export const ruleSetting = setting;
export type RuleSetting = z.output<typeof ruleSetting>;

/** A rule made of a common shape and its parameters, without code. Judged, listed and explained like the others. */
export const ownRule = z.object({
  id: id<"OwnRuleId">(),
  /** Id of a shape in core/rules/own. */
  shape: z.string().min(1).max(40),
  title: name,
  level: z.enum(["hard", "soft"]),
  /** Parsed by the shape's own schema. */
  params: z.record(z.string(), z.json()),
  isEnabled: z.boolean(),
  reason: text,
});
export type OwnRule = z.output<typeof ownRule>;

const someone = (missing: string) => z.string().trim().min(1, missing).max(200, "At most 200 characters");

/**
 * Leave to break a hard rule, for named strips or people and a stretch of time, up to an amount. It lapses for whatever lies outside
 * the stretch or grows beyond the amount.
 */
export const waiver = z
  .object({
    id: waiverId,
    /**
     * The rule's id, or an own rule's. It need not be there: own rules are removed and rules of the book come with versions, and what was
     * signed is kept; where waivers are listed it is said that the rule is gone.
     */
    ruleId: z.string().min(1).max(64),
    stripIds: z.array(stripId),
    personIds: z.array(personId),
    startsAt: instant,
    endsAt: instant,
    /** The most that is waived, in the rule's unit. */
    amount: z.number("Say up to how much").nonnegative("Use 0 or more").max(1e9, "Use at most 1,000,000,000"),
    rationale: text.min(1, "Say why it is acceptable"),
    askedBy: someone("Say who asked for it"),
    signedBy: someone("Say who signed it"),
  })
  .refine((w) => w.startsAt < w.endsAt, { error: "The waiver ends after it starts", path: ["endsAt"] });
export type Waiver = z.output<typeof waiver>;
