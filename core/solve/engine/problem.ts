import { err, ok, type Result } from "../../base/result.ts";
import { faultsOf } from "./faults.ts";
import { packed } from "./packed.ts";

/**
 * What the engine plans: items into days, each at most once, in sequences that one unit works off. It knows nothing of films: a
 * compiler says which strip an item is. Times are whole ticks from an origin of the caller's choice, points are whole numbers.
 */
export interface ProblemSpec {
  /** Stretches of ticks, half-open, in order and apart. Every placement lies within one. */
  readonly days: readonly Span[];
  /** Parallel sequences a day; an option says whose it is. */
  readonly units: number;
  /** Configurations that an option may need: what stands, and where. */
  readonly classes: number;
  /** In how many ways an item may be led into, such as same rig, re-light, new module. */
  readonly levels: number;
  /** From one configuration to the next; `before` is null for the first of a unit's day. */
  transition(before: number | null, now: number): Transition;
  /** Ticks that must lie between two items one right after the other, beside the gap of their configurations. The bound leaves it out. */
  between?(before: number, now: number): number;
  /** Things paid for once a day when any item of the day has them: the points each costs. At most 24. */
  readonly tags: readonly number[];
  /** Accounts that items spend from, and what may be spent of them. */
  readonly accounts: number;
  readonly limits: readonly Limit[];
  /** Of what items of several units share: how much there is. */
  readonly resources: readonly Resource[];
  readonly orders: readonly Order[];
  readonly items: readonly ItemSpec[];
  /** Whether a day's plan holds by what no view of the search can say. Answers alike for like plans. */
  judge?(day: number, plan: readonly Placement[]): boolean;
  /** Another number when `judge` has learnt something, so that its earlier answers no longer count. */
  learnt?(): number;
  /** The same of a whole plan; asked of every plan that would be the best so far. */
  confirm?(plan: readonly Placement[]): boolean;
}
export interface Span {
  readonly from: number;
  readonly to: number;
}
export interface Transition {
  /** Ticks between the end of what was before (or the start of the day) and the lead of what comes. */
  readonly gap: number;
  /** Points it costs, 0 or more. */
  readonly cost: number;
  readonly level: number;
}
/** What an account may spend on days `from` to `to`, both included, together. */
export interface Limit {
  readonly account: number;
  readonly from: number;
  readonly to: number;
  readonly most: number;
}
/** There is as much as the last step at or before a tick says; nothing before the first. */
export interface Resource {
  readonly steps: readonly { readonly at: number; readonly amount: number }[];
}
/** Where both stand, `then` starts at least `min` and at most `max` ticks after `first` ends. */
export interface Order {
  readonly first: number;
  readonly then: number;
  readonly min: number;
  readonly max: number | null;
}
export interface ItemSpec {
  /** A plan with one more of these is better than any with one fewer. */
  readonly must: boolean;
  /** Stands from the beginning and is never moved: one option, one start, on the levels on which it may stand. */
  readonly pinned: boolean;
  /** Ways to place it; none for what fits nowhere. */
  readonly options: readonly OptionSpec[];
}
export interface OptionSpec {
  readonly unit: number;
  readonly class: number;
  /** Ticks from start to end. */
  readonly length: number;
  /** What it is worth to have the item placed this way. */
  readonly points: number;
  readonly tags: readonly number[];
  /** One for each level, or one for all. */
  readonly levels: readonly Entry[];
}
export interface Entry {
  /** Ticks before the start that belong to the item. */
  readonly lead: number;
  /** By day, the allowed starts as pairs first, last, first, last …, both included, in order and apart. */
  readonly starts: readonly (readonly number[])[];
  /** Spans from the start (the lead is negative) within lead and length. */
  readonly uses: readonly Use[];
  readonly spends: readonly { readonly account: number; readonly amount: number }[];
}
export interface Use {
  readonly resource: number;
  readonly from: number;
  readonly to: number;
  readonly amount: number;
}

/** An item where it stands; `option` counts within the item. */
export interface Placement {
  readonly item: number;
  readonly option: number;
  readonly unit: number;
  readonly day: number;
  /** Which lead it has. */
  readonly level: number;
  readonly start: number;
}

/** The same, packed. Options are numbered through; a variant is option × levels + level, a cell variant × days + day. */
export interface Problem {
  readonly spec: ProblemSpec;
  readonly items: number;
  readonly days: number;
  readonly units: number;
  readonly classes: number;
  readonly levels: number;
  readonly dayFrom: Int32Array;
  readonly dayTo: Int32Array;
  readonly must: Uint8Array;
  readonly pinned: Uint8Array;
  /** Options of item i: optionFrom[i] to optionFrom[i + 1]. */
  readonly optionFrom: Int32Array;
  readonly itemOf: Int32Array;
  readonly unit: Int32Array;
  readonly class: Int32Array;
  readonly length: Int32Array;
  readonly points: Int32Array;
  readonly tagMask: Int32Array;
  readonly tagCost: Int32Array;
  /** By variant. */
  readonly lead: Int32Array;
  readonly useFrom: Int32Array;
  readonly uses: readonly Use[];
  readonly spendFrom: Int32Array;
  readonly spendAccount: Int32Array;
  readonly spendAmount: Int32Array;
  /** Allowed starts of a cell: pairs windowFrom[cell] to windowFrom[cell + 1] of first and last. */
  readonly windowFrom: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** The last allowed start of an option on a day on any level (option × days + day), -1 where there is none. */
  readonly latest: Int32Array;
  /** Rows of configurations before (the last row: none), columns of configurations now. */
  readonly gap: Int32Array;
  readonly cost: Int32Array;
  readonly level: Int32Array;
  /** Ticks between two items (before × items + now), asked for when needed: -1 until then. Null: none anywhere. */
  readonly between: Int16Array | null;
  readonly accounts: number;
  /** What an account may spend on a day alone (account × days + day). */
  readonly dayLimit: Float64Array;
  /** Limits that run over several days. */
  readonly longLimits: readonly Limit[];
  readonly resources: readonly Resource[];
  /** Orders that concern item i. */
  readonly ordersOf: readonly (readonly Order[])[];
  /** Points that a must outweighs everything else with. */
  readonly mustPoints: number;
  /** What a plan scores beside that is a multiple of this. */
  readonly pointStep: number;
  readonly musts: number;
  /** No sequence holds more items. */
  readonly longest: number;
}

/** Why a problem is none: where in it, and what is wrong. */
export interface Fault {
  readonly at: string;
  readonly what: string;
}

/** Checks a problem and packs it. All faults are told, not only the first. */
export function problemOf(spec: ProblemSpec): Result<Problem, readonly Fault[]> {
  const faults = faultsOf(spec);
  return faults.length > 0 ? err(faults) : ok(packed(spec));
}
