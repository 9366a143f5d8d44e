import type { Profile } from "../../base/profile.ts";
import type { FactName, Facts } from "../../model/facts.ts";
import { factsOf, withPlaced } from "../../model/facts.ts";
import type { Call, Placed } from "../../model/placed.ts";
import {
  type Bar,
  type BoundView,
  type Cap,
  type Draw,
  type Group,
  NO_WEIGHT,
  type Rule,
  type Scope,
  type StripOrder,
  type Turn,
  type Weight,
} from "../../model/rule.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import type { Strip } from "../../model/strip.ts";
import { shootDayAt } from "../../rules/duty.ts";
import { allInForce } from "../../rules/in-force.ts";
import { rules as allRules } from "../../rules/index.ts";

/** A rule in force, as the search may ask it. */
export interface RuleView {
  readonly rule: Rule;
  /** Departures from the rule's own. */
  readonly params: unknown;
  readonly view: BoundView;
}
/** What a rule says of one placement alone, beyond what it says without it. */
export interface Alone {
  /** A hard breach: there it does not stand. */
  readonly isRefused: boolean;
  /** It cannot judge it there. */
  readonly isBlind: boolean;
  /** Priority points that the placement costs or, below 0, saves. */
  readonly points: number;
}

/**
 * The rules in force as the optimiser sees them, one by one and by id: for the search, and for whoever asks which of them keep a strip
 * from standing somewhere. Nothing here knows a rule by name.
 */
export interface Views {
  readonly facts: Facts;
  /** In the order of the book. A rule whose parameters do not fit is not among them. */
  readonly rules: readonly RuleView[];
  /** Whether the rule has anything to say of a strip alone, wherever it stands. */
  concerns(of: RuleView, placed: Placed): boolean;
  /** What a rule with a view of strips alone says of one. Its bars are not asked. */
  alone(of: RuleView, placed: Placed): Alone;
  /** Moments at which that may change, of a rule that is asked start by start; null: at any. */
  turns(of: RuleView, placed: Placed): readonly Turn[] | null;
  /** Parts of it, and when they must be for such a rule to have anything to say; null: it may at any start. */
  heeds(of: RuleView, placed: Placed): readonly Bar[] | null;
  /** When a person may not be called for a strip, however long the call. */
  busy(of: RuleView, placed: Placed, call: Call): Profile;
  /** Its bars but for those. */
  barsBeside(of: RuleView, placed: Placed): readonly Bar[];
  bars(of: RuleView, placed: Placed): readonly Bar[];
  /** Bars beyond the rule, for the search alone. */
  caution(of: RuleView, placed: Placed): readonly Bar[];
  /** Minutes to lie between a placement and the next of its unit. */
  gap(of: RuleView, first: Placed, then: Placed): number;
  draws(of: RuleView, placed: Placed): readonly Draw[];
  caps(of: RuleView): readonly Cap[];
  orders(of: RuleView, strips: readonly Strip[]): readonly StripOrder[];
  /** Priority points that the rule takes for these strips, were there no others. */
  pointsOf(of: RuleView, strips: readonly Placed[]): number;
  /** The rule's hard breaches of these strips, were there no others, as one amount; a gap in what is known counts one. */
  hardOf(of: RuleView, strips: readonly Placed[]): number;
  /** The same without the gaps. */
  brokenOf(of: RuleView, strips: readonly Placed[]): number;
}

type AnyGroup = Group<Scope, FactName>;

/** `before`: a state of the plan whose facts are known; what they have in common is not made again. */
export function viewsOf(
  snapshot: ScenarioSnapshot,
  rules: readonly Rule[] = allRules,
  before?: Parameters<typeof factsOf>[1],
): Views {
  const facts = factsOf(snapshot, before);
  const bound = allInForce(snapshot.tables, rules).flatMap(({ rule, isEnabled, params }): RuleView[] => {
    if (!isEnabled) return [];
    try {
      return [{ rule, params, view: rule.view(params) }];
    } catch {
      return [];
    }
  });

  const bare = new Map(
    [...facts.strips].map(([id, strip]): readonly [Strip["id"], Strip] => [id, inBoneyard(strip)]),
  );
  const empty: Facts = { ...withPlaced(facts, []), strips: bare };
  // Rules ask one after the other about the same strips: their facts are made once, and the strips of the whole plan when needed.
  let last: readonly Placed[] = [];
  let lastFacts: Facts = empty;
  let lastWhole: Facts | null = null;
  const withOnly = (strips: readonly Placed[]): Facts => {
    const [placed] = strips as [Placed];
    const id = placed.strip.id;
    const calledFor = new Map(placed.calls.map(({ personId }) => [personId, strips]));
    return { ...empty, placed: new Map([[id, placed]]), standing: new Set([id]), inOrder: strips, calledFor };
  };
  const factsWith = (of: RuleView, strips: readonly Placed[]): Facts => {
    if (!of.rule.reads.some((name) => OF_PLACED.includes(name))) return empty;
    const isLast = strips.length === last.length && strips.every((p, i) => p === last[i]);
    if (!isLast) {
      last = strips;
      lastFacts = strips.length === 1 ? withOnly(strips) : withPlaced(empty, strips);
      lastWhole = null;
    }
    if (!of.rule.reads.includes("strips")) return lastFacts;
    lastWhole ??= {
      ...lastFacts,
      strips: new Map([...bare, ...strips.map((p) => [p.strip.id, p.strip] as const)]),
    };
    return lastWhole;
  };

  /** What a rule says of its groups that these strips are in. */
  const judged = (of: RuleView, strips: readonly Placed[]): Weight => {
    const own = factsWith(of, strips);
    return groupsWith(of.rule.scope, strips, own)
      .map((group) => weightOf(of, { ...group, facts: own }))
      .reduce(added, NO_WEIGHT);
  };
  /** The same without any strip: what stands in the way whatever is planned is no strip's fault. */
  const without = new Map<string, Weight>();
  const nothing = (of: RuleView, strips: readonly Placed[]): Weight => {
    // What a rule says of a strip is always of that strip.
    if (of.rule.scope === "strip") return NO_WEIGHT;
    return groupsWith(of.rule.scope, strips, empty)
      .map(({ key, subject }) => {
        const name = `${of.rule.id} ${key}`;
        const known = without.get(name) ?? weightOf(of, { key, subject, strips: [], facts: empty });
        without.set(name, known);
        return known;
      })
      .reduce(added, NO_WEIGHT);
  };
  const beyond = (of: RuleView, strips: readonly Placed[]) => {
    const now = judged(of, strips);
    const isNothing = now === NO_WEIGHT && of.rule.level === "hard";
    return { now, before: isNothing ? NO_WEIGHT : nothing(of, strips) };
  };

  return {
    facts,
    rules: bound,
    concerns: ({ view }, placed) => view.concerns(placed, facts),
    alone(of, placed) {
      const { now, before } = beyond(of, [placed]);
      return {
        isRefused: now.hard > before.hard + 1e-9,
        isBlind: now.gaps > before.gaps,
        points: now.points - before.points,
      };
    },
    turns: ({ view }, placed) => view.turns(placed, facts),
    heeds: ({ view }, placed) => view.heeds(placed, facts),
    busy: ({ view }, placed, call) => view.busy(call, placed, facts),
    barsBeside: ({ view }, placed) => view.barsBeside(placed, facts),
    bars: ({ view }, placed) => view.bars(placed, facts),
    caution: ({ view }, placed) => view.caution(placed, facts),
    gap: ({ view }, first, then) => view.gap(first, then, facts),
    draws: ({ view }, placed) => view.draws(placed, facts),
    caps: ({ view }) => view.caps(facts),
    orders: ({ view }, strips) => view.orders(strips, facts),
    pointsOf: (of, strips) => judged(of, strips).points,
    hardOf(of, strips) {
      const { now, before } = beyond(of, strips);
      return Math.max(0, now.hard - before.hard) + Math.max(0, now.gaps - before.gaps);
    },
    brokenOf(of, strips) {
      const { now, before } = beyond(of, strips);
      return Math.max(0, now.hard - before.hard);
    },
  };
}

/** Facts in which placed strips show. */
const OF_PLACED: readonly FactName[] = ["strips", "placed", "standing", "inOrder", "calledFor"];

const inBoneyard = (strip: Strip): Strip =>
  strip.startsAt === null || strip.status === "shot" ? strip : { ...strip, startsAt: null, moduleId: null };

const added = (a: Weight, b: Weight): Weight =>
  a === NO_WEIGHT
    ? b
    : b === NO_WEIGHT
      ? a
      : { hard: a.hard + b.hard, gaps: a.gaps + b.gaps, points: a.points + b.points };

function weightOf({ view }: RuleView, group: AnyGroup): Weight {
  try {
    return view.weigh(group);
  } catch {
    return { hard: 0, gaps: 1, points: 0 };
  }
}

/** Groups of a scope that some of the strips are in, without facts; as `placesOf` makes them. */
function groupsWith(
  scope: Scope,
  strips: readonly Placed[],
  facts: Facts,
): readonly Omit<AnyGroup, "facts">[] {
  const grouped = <K>(ids: (placed: Placed) => readonly K[], subjectOf: (id: K) => unknown) => {
    const found = new Map<K, Placed[]>();
    for (const placed of strips)
      for (const id of ids(placed)) {
        const own = found.get(id);
        if (own) own.push(placed);
        else found.set(id, [placed]);
      }
    return [...found].flatMap(([id, own]) => {
      const subject = subjectOf(id) as AnyGroup["subject"] | undefined;
      return subject ? [{ key: `${scope}:${id}`, subject, strips: own }] : [];
    });
  };
  switch (scope) {
    case "plan":
      return [{ key: "plan", subject: null, strips }];
    case "strip":
      return strips.map((placed) => ({ key: `strip:${placed.strip.id}`, subject: placed, strips: [placed] }));
    case "scene":
      return grouped(
        (p) => [p.scene.id],
        (id) => facts.scenes.get(id),
      );
    case "module":
      return grouped(
        (p) => (p.moduleId ? [p.moduleId] : []),
        (id) => facts.modules.get(id),
      );
    case "person":
      return grouped(
        (p) => p.calls.map((call) => call.personId),
        (id) => facts.people.get(id),
      );
    case "day":
      return grouped(
        (p) => [shootDayAt(facts.days, p.span.start)?.id].filter((id) => id !== undefined),
        (id) => facts.days.find((day) => day.id === id),
      );
  }
}
