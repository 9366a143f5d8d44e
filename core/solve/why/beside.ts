import { intersect, overlaps } from "../../base/interval.ts";
import { epochSeconds } from "../../base/quantity.ts";
import type { Finding } from "../../model/finding.ts";
import type { StripId } from "../../model/ids.ts";
import type { Placed } from "../../model/placed.ts";
import type { Draw } from "../../model/rule.ts";
import type { Checked } from "../../rules/check.ts";
import { shootDayAt } from "../../rules/duty.ts";
import { moduleExclusive } from "../../rules/module-exclusive.ts";
import { noDoubleBooking } from "../../rules/no-double-booking.ts";
import { effectOf } from "../../scenario/effect.ts";
import { placedAt } from "../openings.ts";
import { type Placement, withPlacements } from "../placement.ts";
import type { Lengths } from "../plan/lengths.ts";
import type { RuleView, Views } from "../plan/views.ts";
import type { Alone } from "./alone.ts";

/** A rule that a start breaks because of strips that stand where they do. */
export interface Clash {
  readonly ruleId: string;
  readonly with: readonly StripId[];
}

/** A strip beside the others as they stand. */
export interface Beside {
  /** With the rig that it needs there, after what stands before it. */
  placement(start: number): Placement;
  /** What keeps it out of a start, beside what bars it there alone; each of the clashes is enough. Empty: it goes there. */
  clashes(start: number): readonly Clash[];
  /** Some of them: those that are known without asking the whole book. */
  quick(start: number): readonly Clash[];
  /** What it would break there, as the rules say it. */
  breaks(start: number): readonly Finding[];
}

/** `bare`: the plan without the strip, judged by the hard rules. */
export function besideOthers(bare: Checked, views: Views, lengths: Lengths, alone: Alone): Beside {
  const { strip, shootAt } = alone;
  const { facts, snapshot } = bare;
  const scene = facts.scenes.get(strip.sceneId);
  const judged = new Set(bare.report.judged);
  const unit = [...facts.placed.values()]
    .filter((p) => p.scene.unit === scene?.unit && p.strip.id !== strip.id)
    .sort((a, b) => a.span.start - b.span.start);
  const rigs = scene ? [...new Set(lengths.rigs(strip, scene))].sort((a, b) => a - b) : [strip.rigMin];

  /** What stands before a start in the unit and in the module: from it comes the rig. */
  const before = (startsAt: number) => {
    const earlier = unit.filter((p) => p.span.start < startsAt);
    const last = earlier.at(-1) ?? null;
    const day = shootDayAt(facts.days, epochSeconds(startsAt));
    const isToday = last !== null && shootDayAt(facts.days, last.span.start) === day;
    const inModule = earlier.findLast((p) => p.moduleId === scene?.moduleId) ?? null;
    return { previous: isToday ? last : null, inModule };
  };
  const needed = (startsAt: number): number => {
    if (!scene) return 0;
    const { previous, inModule } = before(startsAt);
    return lengths.rigAfter(strip, { scene, moduleId: scene.moduleId }, previous, inModule);
  };
  const placement = (start: number): Placement => {
    const at = shootAt[start] as Placement["startsAt"];
    const rigMin = rigs.find((rig) => needed(at - rig * 60) <= rig) ?? (rigs.at(-1) as Placement["rigMin"]);
    return {
      stripId: strip.id,
      startsAt: epochSeconds(at - rigMin * 60),
      moduleId: scene?.moduleId ?? null,
      rigMin,
      shootMin: lengths.shoot(strip, at),
    };
  };
  const breaks = (start: number): readonly Finding[] => {
    const tables = withPlacements(snapshot.tables, [placement(start)]);
    return effectOf(bare.report, bare.after({ ...snapshot, tables }).report).breaks;
  };

  const hard = views.rules.filter(({ rule }) => rule.level === "hard" && judged.has(rule.id));
  /** Strips that it comes before or after. */
  const orders = hard.flatMap((of) =>
    views.orders(of, [...facts.strips.values()]).flatMap(({ first, second, minMin, maxMin }) => {
      const isFirst = first === strip.id;
      const other = facts.placed.get(isFirst ? second : first);
      const isOurs = isFirst || second === strip.id;
      return isOurs && other && other.strip.id !== strip.id
        ? [{ ruleId: of.rule.id, with: [other.strip.id], other, isFirst, lag: minMin, most: maxMin }]
        : [];
    }),
  );

  /** Accounts, what others take of them on the days of a limit, and who. */
  const limits = hard.flatMap((of) =>
    views.caps(of).map((cap) => {
      const days = new Set(cap.days);
      const draws = [...facts.placed.values()].flatMap((p) => {
        const day = shootDayAt(facts.days, p.span.start);
        const own = day && days.has(day) ? views.draws(of, p) : [];
        const amount = own.reduce((sum, draw) => sum + (draw.account === cap.account ? draw.amount : 0), 0);
        return amount > 0 ? [{ id: p.strip.id, amount }] : [];
      });
      return { of, cap, days, draws, taken: draws.reduce((sum, { amount }) => sum + amount, 0) };
    }),
  );
  const spent = (here: Placed): readonly Clash[] => {
    const day = shootDayAt(facts.days, here.span.start);
    const draws = new Map<RuleView, readonly Draw[]>();
    return limits.flatMap(({ of, cap, days, draws: others, taken }): readonly Clash[] => {
      if (!day || !days.has(day)) return [];
      const own = draws.get(of) ?? views.draws(of, here);
      draws.set(of, own);
      const asked = own.reduce((sum, draw) => sum + (draw.account === cap.account ? draw.amount : 0), 0);
      if (asked === 0 || taken + asked <= cap.most || taken > cap.most) return [];
      return [{ ruleId: of.rule.id, with: asked > cap.most ? [] : others.map(({ id }) => id) }];
    });
  };

  const named = (here: Placed): readonly Clash[] =>
    [
      ...overlapping(here, [...facts.placed.values()]).filter(({ ruleId }) => judged.has(ruleId)),
      ...orders.filter(({ other, isFirst, lag, most }) => {
        const ends = isFirst ? here.span.end : other.span.end;
        const min = ((isFirst ? other.span.start : here.span.start) - ends) / 60;
        return min < lag || (most !== null && min > most);
      }),
      ...spent(here),
    ].map(({ ruleId, with: stays }) => ({ ruleId, with: stays }));
  const quickly = new Map<number, readonly Clash[]>();
  const quick = (start: number): readonly Clash[] => {
    const shortest = alone.placed(start);
    const found = quickly.get(start) ?? (shortest ? named(shortest) : []);
    quickly.set(start, found);
    return found;
  };
  /** With the rig that it needs there, where the shortest says nothing. */
  const find = (start: number): readonly Clash[] => {
    const { rigMin, shootMin, startsAt } = placement(start);
    const here = placedAt(facts, { ...strip, shootMin }, rigMin, shootAt[start] as Placement["startsAt"]);
    if (!here) return [];
    const own = named(here);
    const clashes =
      own.length > 0
        ? own
        : breaks(start).map((f) => ({ ruleId: f.ruleId, with: blamed(f, here, facts.placed.values()) }));
    // A longer rig than the shortest comes of what stands before it.
    const { previous, inModule } = before(startsAt);
    const forRig =
      rigMin > (rigs[0] ?? 0) ? [previous, inModule].flatMap((p) => (p ? [p.strip.id] : [])) : [];
    return clashes.map((clash) => ({ ...clash, with: [...new Set([...clash.with, ...forRig])] }));
  };
  const known = new Map<number, readonly Clash[]>();
  return {
    placement,
    breaks,
    quick: (start) => known.get(start) ?? quick(start),
    clashes(start) {
      const soon = quick(start);
      const found = known.get(start) ?? (soon.length > 0 ? soon : find(start));
      known.set(start, found);
      return found;
    },
  };
}

/** Whom or what it shares with others at the same time: known without asking. */
const overlapping = (here: Placed, others: readonly Placed[]): readonly Clash[] =>
  others.flatMap((other): readonly Clash[] => {
    if (other.strip.id === here.strip.id || !overlaps(other.span, here.span)) return [];
    const isShared = here.calls.some(({ personId, span }) =>
      other.calls.some((call) => call.personId === personId && intersect(call.span, span)),
    );
    const stays = { with: [other.strip.id] };
    return [
      ...(isShared ? [{ ruleId: noDoubleBooking.id, ...stays }] : []),
      ...(here.moduleId !== null && here.moduleId === other.moduleId
        ? [{ ruleId: moduleExclusive.id, ...stays }]
        : []),
    ];
  });

const DAY_S = 86_400;

/** Strips that a finding is about, beside this one; where it names none, those of its people at about that time. */
function blamed({ strips, people }: Finding, here: Placed, placed: Iterable<Placed>): readonly StripId[] {
  if (strips.length > 0) return strips.filter((id) => id !== here.strip.id);
  return [...placed].flatMap((p) =>
    p.strip.id !== here.strip.id &&
    Math.abs(p.span.start - here.span.start) < DAY_S &&
    p.calls.some((call) => people.includes(call.personId))
      ? [p.strip.id]
      : [],
  );
}
