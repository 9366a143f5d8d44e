import type * as z from "zod";
import type { Interval } from "../base/interval.ts";
import type { Profile } from "../base/profile.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import type { CrewBlock } from "./block.ts";
import type { ShootDay } from "./day.ts";
import type { FactName, Facts } from "./facts.ts";
import type { PersonId, StripId } from "./ids.ts";
import type { Person } from "./person.ts";
import type { Call, Placed } from "./placed.ts";
import type { Scene } from "./scene.ts";
import type { Module } from "./station.ts";
import type { Strip } from "./strip.ts";

export type Level = "hard" | "soft";

/** Whom a rule judges one at a time. An edit re-judges only the groups it touches. */
export interface Subjects {
  strip: Placed;
  scene: Scene;
  person: Person;
  module: Module;
  day: ShootDay;
  plan: null;
}
export type Scope = keyof Subjects;

/** What a rule sees: one subject, its placed strips in order of start, and the facts that it says it reads. */
export interface Group<S extends Scope, R extends FactName> {
  /** `person:dubrov`, `plan` … */
  readonly key: string;
  readonly subject: Subjects[S];
  readonly strips: readonly Placed[];
  readonly facts: Pick<Facts, R>;
  /** The strips in stretches of other dates each: a stretch that an edit leaves as it was is the same list. */
  readonly stretches?: readonly (readonly Placed[])[];
  /** Of a stretch of strips judged apart, where its rule looks back: the strips of the stretch before. */
  readonly before?: readonly Placed[];
}

/** Facts whose entries have a time: their own, or that of their strip. */
export type TimedFact =
  | "placed"
  | "inOrder"
  | "calledFor"
  | "setUpsOfStrip"
  | "assignmentsOfStrip"
  | "blocksOf";
/** How far a rule looks, in minutes before its group's strips begin and after they end. */
export interface Reach {
  readonly before: number;
  readonly after: number;
}
/** Of these facts a rule looks only at what is so near. */
export type Near = { readonly [F in TimedFact]?: Reach };
/** Where a rule looks back: at the nearest stretch before that holds such a strip. */
export interface LooksBack {
  after(placed: Placed): boolean;
}

/** A breach, with its size in the rule's unit and the facts that explain it. */
export interface Found<F> {
  readonly amount: number;
  readonly span: Interval | null;
  readonly strips: readonly StripId[];
  readonly people: readonly PersonId[];
  readonly facts: F;
  /** Where the rule's level depends on whom it concerns. */
  readonly level?: Level;
}

/** A stretch that cannot be judged because data is missing: never counted as fine. */
export interface NotJudged {
  readonly span: Interval | null;
  readonly strips: readonly StripId[];
  readonly reason: string;
}

export interface Judged<F> {
  readonly violations: readonly Found<F>[];
  readonly unknown: readonly NotJudged[];
}

/** An edit that would mend a breach. It is offered only after it was tried on a copy of the plan. */
export interface Repair {
  /** Of a command in core/model/command. */
  readonly commandId: string;
  readonly input: unknown;
  /** What is to be done, where it says more than the command does of itself: "Spence as escort of scene 12". */
  readonly words?: string;
  /** What it costs that no rule weighs, or whose word it needs first: "costs 3 takes". */
  readonly price?: string;
}

/** Time of somebody's day that a breach asks for and the plan does not hold. Where it goes is sought on the plan as it stands. */
export interface WantedBlock extends Pick<CrewBlock, "kind" | "title" | "source"> {
  /** All of them at once. */
  readonly people: readonly PersonId[];
  readonly minutes: number;
  /** All of it lies in here. */
  readonly within: Interval;
  /** It may be had in several pieces of so many minutes at least; absent: in one. */
  readonly pieceMin?: number;
  /** It is had on an exercise device. */
  readonly onDevice?: true;
  /** What is written down with it: what the block, whose id is given, is for. */
  with?(blockId: string): Repair;
}

/** A stretch of a placement, and when it may not be. */
export interface Bar {
  readonly part: Interval;
  readonly never: Profile;
  /** There the rule cannot judge the strip: no breach. */
  readonly isGap?: true;
}
/** A moment of the placement as it stands, and those, in order, from each of which on something else may be so. */
export interface Turn {
  readonly edge: EpochSeconds;
  readonly at: readonly EpochSeconds[];
}
/** What a placement takes of an account. */
export interface Draw {
  readonly account: string;
  readonly amount: number;
}
/** What may be taken of an account on some shoot days together, in the unit of its draws. */
export interface Cap {
  readonly account: string;
  readonly days: readonly ShootDay[];
  readonly most: number;
}
/** Where both stand, the second begins its rig so many minutes after the first has ended. */
export interface StripOrder {
  readonly first: StripId;
  readonly second: StripId;
  readonly minMin: number;
  /** Null: any time later. */
  readonly maxMin: number | null;
}

/**
 * How the optimiser sees a rule while it searches. It need not see everything: every plan is judged by the rule itself in the end, and
 * a rule without a view is asked of days and plans only. What a view forbids, the rule must forbid in every plan, for the bound rests on it.
 */
export interface SearchView<P, R extends FactName> {
  /**
   * What the rule says of a strip that stands alone it says in any plan with it: a hard breach or gap stays, a soft one costs no less.
   * "anywhere": and the same wherever it stands; "start": asked start by start; "bars": `bars` says all of it.
   */
  readonly alone?: "anywhere" | "start" | "bars";
  /** What it says of a strip alone turns on its shoot, however long the rig before it is. */
  readonly ofShoot?: true;
  /** Whether it has anything to say of the strip alone, wherever it stands; absent: it may. */
  concerns?(placed: Placed, facts: Pick<Facts, R>, params: P): boolean;
  /**
   * Of a rule that is asked start by start: what it says of the strip alone changes only as an edge of it comes to one of these moments.
   * Absent: with any start.
   */
  turns?(placed: Placed, facts: Pick<Facts, R>, params: P): readonly Turn[];
  /**
   * Of a rule that is asked start by start: parts of the placement as it stands, and when they must be for it to have anything to say of
   * the strip alone. Absent, or null where that is not known beforehand: at any start.
   */
  heeds?(placed: Placed, facts: Pick<Facts, R>, params: P): readonly Bar[] | null;
  /** When who is called may not be, however long the call; part of its bars. */
  busy?(call: Call, placed: Placed, facts: Pick<Facts, R>, params: P): Profile;
  /** Parts of the placement as it stands, and when they may not be, whatever its start. */
  bars?(placed: Placed, facts: Pick<Facts, R>, params: P): readonly Bar[];
  /**
   * Bars beyond what the rule forbids, so that days need not look at each other: the search keeps to them, the bound does not. They may
   * leave good plans out and must leave some.
   */
  caution?(placed: Placed, facts: Pick<Facts, R>, params: P): readonly Bar[];
  /** Minutes that must lie between two placements of a unit of which the second comes next. */
  gap?(first: Placed, then: Placed, facts: Pick<Facts, R>, params: P): number;
  /** What it takes of the accounts that `caps` limits, at least. */
  draws?(placed: Placed, facts: Pick<Facts, R>, params: P): readonly Draw[];
  caps?(facts: Pick<Facts, R>, params: P): readonly Cap[];
  /** Orders between strips, by their scenes. */
  orders?(strips: readonly Strip[], facts: Pick<Facts, R>, params: P): readonly StripOrder[];
  /**
   * A soft rule of the whole plan: what it says of two neighbours in a unit adds up along a plan, and turns on nothing but their modules
   * and whether they are of one scene.
   */
  readonly ofNeighbours?: true;
}
/** A view with its rule's parameters. */
export interface BoundView {
  readonly alone: "anywhere" | "start" | "bars" | undefined;
  readonly ofNeighbours: boolean;
  readonly ofShoot: boolean;
  concerns(placed: Placed, facts: Facts): boolean;
  /** Null: with any start. */
  turns(placed: Placed, facts: Facts): readonly Turn[] | null;
  /** Null: it may at any start. */
  heeds(placed: Placed, facts: Facts): readonly Bar[] | null;
  /** Whether it says when people may not be called. */
  readonly isBusy: boolean;
  busy(call: Call, placed: Placed, facts: Facts): Profile;
  /** Its bars but for when people may not be called. */
  barsBeside(placed: Placed, facts: Facts): readonly Bar[];
  /** All of its bars. */
  bars(placed: Placed, facts: Facts): readonly Bar[];
  /** Whether it asks for caution at all, or draws on any account. */
  readonly isCautious: boolean;
  readonly isDrawing: boolean;
  caution(placed: Placed, facts: Facts): readonly Bar[];
  /** Whether it asks for gaps at all. */
  readonly hasGaps: boolean;
  gap(first: Placed, then: Placed, facts: Facts): number;
  draws(placed: Placed, facts: Facts): readonly Draw[];
  caps(facts: Facts): readonly Cap[];
  orders(strips: readonly Strip[], facts: Facts): readonly StripOrder[];
  /** What the rule says of the strips of a group, by weight and not in words. */
  weigh(group: AnyGroup): Weight;
}
/** Hard amounts, gaps of a hard rule, and the points of soft breaches. */
export interface Weight {
  readonly hard: number;
  readonly gaps: number;
  readonly points: number;
}
export const NO_WEIGHT: Weight = { hard: 0, gaps: 0, points: 0 };

export interface RuleSpec<P, F, S extends Scope, R extends FactName> {
  readonly id: string;
  readonly level: Level;
  /** The rule in one sentence. */
  readonly sentence: string;
  readonly source: string;
  /** Of the amount: "minutes", "jobs missing" … */
  readonly unit: string;
  readonly params: z.ZodType<P>;
  readonly scope: S;
  readonly reads: readonly R[];
  /** Pure; sees nothing but its group. */
  check(group: Group<S, R>, params: P): Judged<F>;
  /** The message, from the facts alone. */
  explain(facts: F): string;
  /** What one unit of the amount costs a plan, in priority points. Every soft rule says it; a hard one does where a breach of it may be soft. */
  pointsPerUnit?(params: P): number;
  /**
   * What the check looks at beside the group's subject, strips and the parameters: where each of these is what it was, so is what it
   * says, and an edit elsewhere leaves it standing. Absent: all of the facts that it reads.
   */
  sees?(group: Group<S, R>): readonly unknown[];
  /**
   * Of these facts the check looks only at what lies so near in time to the group's strips, or to the waking hours where its subject is a
   * day: an edit farther away leaves what it says standing. They need not be among what it `sees`.
   */
  readonly near?: Near;
  /**
   * Strips of different dates that neither overlap nor touch have nothing to do with one another: what the check says of all of them is
   * what it says of each such stretch alone, and of no strips nothing. Then it is asked stretch by stretch, and after an edit only of
   * the stretches that the edit touches. Gaps without a span that have the same reason are told as one. Absent: whatever holds a strip
   * of an edit is judged again as a whole.
   */
  readonly apart?: true | LooksBack;
  /** Of a rule that judges stretches apart: what it says of the subject whatever the strips. The group has none. */
  besides?(group: Group<S, R>, params: P): Judged<F>;
  /** What might mend a breach, the least change first. */
  repairs?(found: Found<F>, group: Group<S, R>, params: P): Iterable<Repair>;
  /** What a breach asks for that the plan does not hold. */
  wants?(found: Found<F>, group: Group<S, R>, params: P): readonly WantedBlock[];
  /** How the optimiser sees it; absent: only at the end. */
  readonly search?: SearchView<P, R>;
}

/** What a rule says of one group: a finding but for its rule. */
export interface Breach extends Omit<Found<never>, "facts"> {
  readonly message: string;
  /** Priority points that it costs. */
  readonly points: number;
}
export interface Mendable {
  readonly breach: Breach;
  readonly repairs: readonly Repair[];
  readonly wants: readonly WantedBlock[];
}
type AnyGroup = Group<Scope, FactName>;

/** What a rule says of a group; or of its strips alone, or of its subject whatever the strips. */
export type Run = (group: AnyGroup, of?: "strips" | "subject") => Said;
export interface Said {
  readonly violations: readonly Breach[];
  readonly unknown: readonly NotJudged[];
}

/** A rule as the list holds it: its own types are known only inside. */
export interface Rule {
  readonly id: string;
  readonly level: Level;
  readonly sentence: string;
  readonly source: string;
  readonly unit: string;
  readonly params: z.ZodType;
  readonly scope: Scope;
  readonly reads: readonly FactName[];
  /** @throws z.ZodError when the parameters do not fit the rule's schema. */
  bind(params: unknown): Run;
  /** What the check looks at of a group beside its subject and strips; absent: all facts that it reads. */
  readonly sees: ((group: AnyGroup) => readonly unknown[]) | undefined;
  readonly near?: Near;
  readonly apart?: true | LooksBack;
  readonly hasBesides: boolean;
  /** The breaches of a group in the order of `bind`, each with what the rule offers to mend it. @throws z.ZodError as `bind`. */
  mend(params: unknown, group: AnyGroup): readonly Mendable[];
  /** How the optimiser sees it. @throws z.ZodError as `bind`. */
  view(params: unknown): BoundView;
}

const NO_BREACHES: readonly Breach[] = [];

/** Erases a rule's own types once, so that the list is homogeneous. */
export function defineRule<P, F, S extends Scope, R extends FactName>(
  spec: RuleSpec<P, F, S, R>,
): Rule & Pick<RuleSpec<P, F, S, R>, "check" | "explain"> {
  // To a thousandth of a point, so that sums read as they are meant.
  const pointsOf = ({ amount, level = spec.level }: Found<F>, params: P): number =>
    level === "hard" ? 0 : Math.round(amount * (spec.pointsPerUnit?.(params) ?? 0) * 1_000) / 1_000;
  const breachOf = (all: Found<F>, params: P): Breach => {
    const { facts, ...found } = all;
    return { ...found, message: spec.explain(facts), points: pointsOf(all, params) };
  };
  const { sees, search, besides } = spec;
  const judged = (group: Group<S, R>, params: P, of?: "strips" | "subject"): Judged<F> => {
    if (of === "subject" && !besides) return { violations: [], unknown: [] };
    if (of === "strips" || !besides) return spec.check(group, params);
    const own = besides(group, params);
    if (of === "subject") return own;
    const rest = spec.check(group, params);
    return {
      violations: [...own.violations, ...rest.violations],
      unknown: [...own.unknown, ...rest.unknown],
    };
  };
  return {
    ...spec,
    hasBesides: besides !== undefined,
    sees: sees ? (group) => sees(group as unknown as Group<S, R>) : undefined,
    bind(raw) {
      const params = spec.params.parse(raw);
      return (group, of) => {
        const { violations, unknown } = judged(group as unknown as Group<S, R>, params, of);
        return violations.length === 0
          ? { violations: NO_BREACHES, unknown }
          : { violations: violations.map((found) => breachOf(found, params)), unknown };
      };
    },
    view(raw) {
      const params = spec.params.parse(raw);
      return {
        alone: search?.alone,
        ofNeighbours: search?.ofNeighbours ?? false,
        ofShoot: search?.ofShoot ?? false,
        concerns: (placed, facts) => search?.concerns?.(placed, facts, params) ?? true,
        turns: (placed, facts) => search?.turns?.(placed, facts, params) ?? null,
        heeds: (placed, facts) => search?.heeds?.(placed, facts, params) ?? null,
        isBusy: search?.busy !== undefined,
        busy: (call, placed, facts) => search?.busy?.(call, placed, facts, params) ?? [],
        barsBeside: (placed, facts) => search?.bars?.(placed, facts, params) ?? [],
        bars: (placed, facts) => [
          ...(search?.busy
            ? placed.calls.map((call) => ({
                part: call.span,
                never: search.busy?.(call, placed, facts, params) ?? [],
              }))
            : []),
          ...(search?.bars?.(placed, facts, params) ?? []),
        ],
        isCautious: search?.caution !== undefined,
        isDrawing: search?.draws !== undefined,
        caution: (placed, facts) => search?.caution?.(placed, facts, params) ?? [],
        hasGaps: search?.gap !== undefined,
        gap: (first, then, facts) => search?.gap?.(first, then, facts, params) ?? 0,
        draws: (placed, facts) => search?.draws?.(placed, facts, params) ?? [],
        caps: (facts) => search?.caps?.(facts, params) ?? [],
        orders: (strips, facts) => search?.orders?.(strips, facts, params) ?? [],
        weigh(group) {
          const { violations, unknown } = spec.check(group as unknown as Group<S, R>, params);
          const gaps = spec.level === "hard" ? unknown.length : 0;
          if (violations.length === 0 && gaps === 0) return NO_WEIGHT;
          let [hard, points] = [0, 0];
          for (const found of violations)
            if ((found.level ?? spec.level) === "hard") hard += found.amount;
            else points += pointsOf(found, params);
          return { hard, gaps, points };
        },
      };
    },
    mend(raw, anyGroup) {
      const params = spec.params.parse(raw);
      const group = anyGroup as unknown as Group<S, R>;
      return judged(group, params).violations.map((found) => ({
        breach: breachOf(found, params),
        repairs: [...(spec.repairs?.(found, group, params) ?? [])],
        wants: spec.wants?.(found, group, params) ?? [],
      }));
    },
  };
}
