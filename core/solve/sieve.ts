import type { Facts } from "../model/facts.ts";
import type { Placed } from "../model/placed.ts";
import type { Breach, Rule, Scope } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import type { Strip } from "../model/strip.ts";
import { allInForce, settingsOf } from "../rules/in-force.ts";
import { minutesInHand, reserveShares, travelMinutes } from "../rules/minutes-in-hand.ts";
import { reserve } from "../rules/reserve.ts";
import { placedAt } from "./openings.ts";
import type { Candidate, Sequence } from "./sequence.ts";

/** Asks the rules themselves, as few as will do while searching. The whole book is asked at the end. */
export interface Sieve {
  /** Does a strip stand there by every hard rule about single strips and about its module? What cannot be judged does not. */
  strip(strip: Strip, at: Pick<Candidate, "shootAt" | "rigMin" | "shootMin">): boolean;
  /** Does the day of this strip keep its reserve? */
  keepsReserve(strip: Strip, sequence: Sequence): boolean;
}

export function sieveOf(snapshot: ScenarioSnapshot, facts: Facts, rules: readonly Rule[]): Sieve {
  const hard = allInForce(snapshot.tables, rules).flatMap(({ rule, isEnabled, params }) =>
    rule.level === "hard" && isEnabled ? [{ ...rule, run: rule.bind(params) }] : [],
  );
  const ofScope = (scope: Scope) => hard.filter((rule) => rule.scope === scope);
  const ofStrip = ofScope("strip");
  const isHard = (breach: Breach) => (breach.level ?? "hard") === "hard";

  const ofModule = ofScope("module");
  const fitsModule = (placed: Placed): boolean => {
    const subject = placed.moduleId && facts.modules.get(placed.moduleId);
    if (!subject) return true;
    const group = { key: `module:${subject.id}`, subject, strips: [placed], facts };
    return ofModule.every(({ run }) => !run(group).violations.some(isHard));
  };

  const known = new Map<string, boolean>();
  const standsAlone = (placed: Placed): boolean =>
    ofStrip.every(({ run }) => {
      const group = { key: `strip:${placed.strip.id}`, subject: placed, strips: [placed], facts };
      const { violations, unknown } = run(group);
      return unknown.length === 0 && !violations.some(isHard);
    });

  const shares = reserveShares.safeParse(settingsOf(reserve, snapshot.tables).params).data;
  const empty = { ...facts, placed: new Map() };
  const room = new Map(minutesInHand(empty, shares).days.map((d) => [d.dayId, d]));
  const keepsReserve = (strip: Strip, { standing }: Sequence): boolean => {
    const here = standing.find((s) => s.strip.id === strip.id);
    if (!here?.day || here.placed.scene.unit !== "main") return true;
    const day = room.get(here.day.id);
    const today = standing
      .filter((s) => s.placed.scene.unit === "main" && s.day === here.day)
      .map((s) => s.placed);
    const used = today.reduce((sum, p, i) => {
      const before = today[i - 1];
      const way = before ? travelMinutes(before, p, facts.hatchesBetween) : 0;
      return sum + (p.span.end - p.span.start) / 60 + way;
    }, 0);
    return day !== undefined && used <= day.shootable - day.reserved;
  };

  return {
    strip(strip, { rigMin, shootAt, shootMin }) {
      const key = `${strip.id}|${rigMin}|${shootAt}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const placed = placedAt(facts, { ...strip, shootMin }, rigMin, shootAt);
      const stands = placed !== null && standsAlone(placed) && fitsModule(placed);
      known.set(key, stands);
      return stands;
    },

    keepsReserve,
  };
}
