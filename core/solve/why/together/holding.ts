import type { StripId } from "../../../model/ids.ts";

/** What holds while it is asked whether strips fit together. */
export interface Holding {
  rule(ruleId: string): boolean;
  /** A limit of a rule on one account: whose minutes they are. */
  account(ruleId: string, account: string): boolean;
  /** A pinned or shot strip stays. */
  pin(id: StripId): boolean;
}
/** Every rule, every limit, every pin. */
export const EVERYTHING: Holding = { rule: () => true, account: () => true, pin: () => true };
