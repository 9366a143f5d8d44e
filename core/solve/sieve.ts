import { byStart } from "../base/interval.ts";
import type { Facts } from "../model/facts.ts";
import type { Placed } from "../model/placed.ts";
import type { Breach, Rule, Scope } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import type { Strip } from "../model/strip.ts";
import { allInForce } from "../rules/in-force.ts";
import { minutesInHand, travelMinutes } from "../rules/minutes-in-hand.ts";
import { placedAt } from "./openings.ts";
import type { Candidate, Sequence } from "./sequence.ts";

/**
 * Rules by which placements of the same person get into each other's way, and how far from each other those may lie, in seconds;
 * the others see one placement at a time, or blocks.
 */
const BETWEEN_PLACEMENTS: ReadonlyMap<string, number> = new Map([
  ["no-double-booking", 43_200],
  ["travel", 43_200],
  ["crew-time-ledger", 86_400],
  ["turnaround", 2 * 86_400],
  ["daily-duty", 8 * 86_400],
]);

/** Asks the rules themselves, as few as will do while searching. The whole book is asked at the end. */
export interface Sieve {
  /** Does a strip stand there by every hard rule about single strips and about its module? What cannot be judged does not. */
  strip(strip: Strip, at: Pick<Candidate, "shootAt" | "rigMin">): boolean;
  /** Does a plan hold with this strip: its people's calls, and the reserve of its day? */
  plan(strip: Strip, sequence: Sequence): boolean;
}

export function sieveOf(snapshot: ScenarioSnapshot, facts: Facts, rules: readonly Rule[]): Sieve {
  const hard = allInForce(snapshot.tables, rules).flatMap(({ rule, isEnabled, params }) =>
    rule.level === "hard" && isEnabled ? [{ ...rule, run: rule.bind(params) }] : [],
  );
  const ofScope = (scope: Scope) => hard.filter((rule) => rule.scope === scope);
  const ofStrip = ofScope("strip");
  const between = ofScope("person").flatMap((rule) => {
    const reach = BETWEEN_PLACEMENTS.get(rule.id);
    return reach === undefined ? [] : [{ run: rule.run, reach }];
  });
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

  const room = new Map(minutesInHand({ ...facts, placed: new Map() }).days.map((d) => [d.dayId, d]));
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
    strip(strip, { rigMin, shootAt }) {
      const key = `${strip.id}|${rigMin}|${shootAt}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const placed = placedAt(facts, strip, rigMin, shootAt);
      const stands = placed !== null && standsAlone(placed) && fitsModule(placed);
      known.set(key, stands);
      return stands;
    },

    plan(strip, sequence) {
      if (!keepsReserve(strip, sequence)) return false;
      const here = sequence.standing.find((s) => s.strip.id === strip.id)?.placed;
      if (!here) return false;
      const placed = sequence.standing.map((s) => s.placed).sort((a, b) => byStart(a.span, b.span));
      return here.calls.every(({ personId }) => {
        const subject = facts.people.get(personId);
        if (!subject) return false;
        const own = placed.filter((p) => p.calls.some((call) => call.personId === personId));
        return between.every(({ run, reach }) => {
          const strips = own.filter((p) => Math.abs(p.span.start - here.span.start) < reach);
          const { violations } = run({ key: `person:${personId}`, subject, strips, facts });
          return !violations.some((v) => isHard(v) && v.strips.includes(strip.id));
        });
      });
    },
  };
}
