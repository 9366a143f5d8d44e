import type { Facts } from "../../../model/facts.ts";
import { factsOf } from "../../../model/facts.ts";
import type { StripId } from "../../../model/ids.ts";
import type { Placed } from "../../../model/placed.ts";
import type { ScenarioSnapshot } from "../../../model/snapshot.ts";
import type { Strip } from "../../../model/strip.ts";
import { rules as allRules } from "../../../rules/index.ts";
import { type Placement, withPlacements } from "../../placement.ts";
import { bareOf, partedBy } from "../../plan/fixed.ts";
import { type Alone, type RuleView, type Views, viewsOf } from "../../plan/views.ts";

/** A plan in which nothing stands but what does not move: where it is asked whether strips fit together. */
export interface Room {
  readonly snapshot: ScenarioSnapshot;
  /** With only what is pinned or shot in place, by the hard rules. */
  readonly bare: ScenarioSnapshot;
  readonly facts: Facts;
  /** Where strips stand in the plan. */
  readonly today: Facts["placed"];
  readonly pins: readonly Placed[];
  /** Strips that may be anywhere. */
  readonly free: readonly Strip[];
  /** Of the hard rules, but those of which something is waived: of them only the checker knows. What they say of a strip is kept. */
  readonly views: Views;
}

const hardRules = allRules.filter((rule) => rule.level === "hard");

/** The plan with everything taken up that may move. */
export function roomOf(snapshot: ScenarioSnapshot): Room {
  const whole = factsOf(snapshot);
  const { free, fixed } = partedBy(snapshot, whole, "free");
  const bare = bareOf(snapshot, free);
  const waived = new Set<string>(snapshot.tables.waiver.map((waiver) => waiver.ruleId));
  const views = viewsOf(bare, hardRules);
  const rules = views.rules.filter(({ rule }) => rule.level === "hard" && !waived.has(rule.id));
  return {
    ...{ snapshot, bare, free },
    facts: views.facts,
    today: whole.placed,
    pins: fixed,
    views: remembering({ ...views, rules }),
  };
}

/** The same room, with another plan for that of today: to look from. */
export const roomFrom = (room: Room, plan: readonly Placement[]): Room => {
  const { bare } = room;
  return { ...room, today: factsOf({ ...bare, tables: withPlacements(bare.tables, plan) }).placed };
};

/** The same problem is put together again and again, with a rule or a strip fewer each time. */
function remembering(views: Views): Views {
  const known = new Map<RuleView, Map<StripId, Map<number, Alone>>>();
  return {
    ...views,
    alone(of, placed) {
      const { strip, span } = placed;
      const ofRule = known.get(of) ?? new Map<StripId, Map<number, Alone>>();
      known.set(of, ofRule);
      const ofStrip = ofRule.get(strip.id) ?? new Map<number, Alone>();
      ofRule.set(strip.id, ofStrip);
      // Where it starts, how long its rig is, and how long all of it.
      const key = (span.start * 1_440 + strip.rigMin) * 1_440 + (span.end - span.start) / 60;
      const found = ofStrip.get(key) ?? views.alone(of, placed);
      ofStrip.set(key, found);
      return found;
    },
  };
}
