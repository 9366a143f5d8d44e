import { epochSeconds, minutes } from "../../base/quantity.ts";
import type { CheckReport, Finding } from "../../model/finding.ts";
import type { StripId } from "../../model/ids.ts";
import type { Placed } from "../../model/placed.ts";
import type { ScenarioSnapshot } from "../../model/snapshot.ts";
import type { Checked } from "../../rules/check.ts";
import { shootDayAt } from "../../rules/duty.ts";
import type { Placement as Slot } from "../engine/problem.ts";
import { placedAt } from "../openings.ts";
import type { Placement } from "../placement.ts";
import { LEVELS } from "./classes.ts";
import type { Compiled } from "./compile.ts";
import type { Parted } from "./fixed.ts";
import type { Lengths } from "./lengths.ts";
import type { RuleView, Views } from "./views.ts";

/** Hard violations but for what is not placed. */
export const hardFindings = ({ findings }: CheckReport): readonly Finding[] =>
  findings.filter((f) => f.kind === "violation" && f.level === "hard" && f.ruleId !== "must-scenes");

/** Whether a plan has no hard finding that was not there, or was smaller, before. */
export function breaksNoMoreThan(before: CheckReport): (next: CheckReport) => readonly Finding[] {
  const amounts = new Map(hardFindings(before).map((f) => [f.id, f.amount]));
  return (next) => hardFindings(next).filter((f) => f.amount > (amounts.get(f.id) ?? 0));
}

/** Plans of the engine as strips stand in them. Rigs are as long as what really stood before them asks, overnight too. */
export function placementsOf(
  slots: readonly Slot[],
  { stripOf, shootOf }: Compiled,
  { views: { facts }, lengths, parted }: { views: Views; lengths: Lengths; parted: Parted },
): readonly Placement[] {
  const isFixed = new Set<StripId>(parted.fixed.map(({ strip }) => strip.id));
  const lines = new Map<
    string,
    { at: number; fixed: Placed | null; slot: Slot | null; stripId: StripId }[]
  >();
  const lineOf = (unit: string) => {
    const known = lines.get(unit) ?? [];
    lines.set(unit, known);
    return known;
  };
  for (const placed of parted.fixed)
    lineOf(placed.scene.unit).push({
      at: placed.shoot?.start ?? placed.span.end,
      fixed: placed,
      slot: null,
      stripId: placed.strip.id,
    });
  for (const slot of slots) {
    const stripId = stripOf(slot.item);
    if (isFixed.has(stripId)) continue;
    const strip = facts.strips.get(stripId);
    const scene = strip && facts.scenes.get(strip.sceneId);
    if (scene) lineOf(scene.unit).push({ at: shootOf(slot).shootAt, fixed: null, slot, stripId });
  }
  const found: Placement[] = [];
  for (const line of lines.values()) {
    line.sort((a, b) => a.at - b.at || (a.stripId < b.stripId ? -1 : 1));
    let before: Placed | null = null;
    const inModule = new Map<Placed["moduleId"], Placed>();
    for (const { fixed, slot, stripId } of line) {
      let placed = fixed;
      const strip = facts.strips.get(stripId);
      const scene = strip && facts.scenes.get(strip.sceneId);
      if (slot && strip && scene) {
        const { shootAt, shootMin } = shootOf(slot);
        const here = { scene, moduleId: scene.moduleId };
        const day = shootDayAt(facts.days, shootAt);
        const isSameDay: boolean = before !== null && shootDayAt(facts.days, before.span.start) === day;
        const rigMin = lengths.rigAfter(
          strip,
          here,
          isSameDay ? before : null,
          inModule.get(scene.moduleId) ?? null,
        );
        placed = placedAt(facts, { ...strip, shootMin }, rigMin, shootAt);
        found.push({
          stripId,
          startsAt: epochSeconds(shootAt - rigMin * 60),
          moduleId: scene.moduleId,
          rigMin,
          shootMin: minutes(shootMin),
        });
      }
      if (!placed) continue;
      before = placed;
      inModule.set(placed.moduleId, placed);
    }
  }
  return found;
}

/** Strips of days of the engine, as they stand there, and those of them that are fixed. A place that was met before is the same object. */
export function standingIn(
  { stripOf, shootOf, leadOf }: Compiled,
  { views: { facts }, parted }: { views: Views; parted: Parted },
): (slots: readonly Slot[]) => [all: readonly Placed[], fixed: readonly Placed[]] {
  const pinned = new Map(parted.fixed.map((placed) => [placed.strip.id, placed]));
  const met = new Map<number, Placed | null>();
  const placedFor = (slot: Slot): Placed | null => {
    const { item, option, level, start } = slot;
    const key = ((item * MOST_OPTIONS + option) * LEVELS + level) * MOST_TICKS + start;
    const known = met.get(key);
    if (known !== undefined) return known;
    const strip = facts.strips.get(stripOf(item));
    const { shootAt, shootMin } = shootOf(slot);
    const placed = strip ? placedAt(facts, { ...strip, shootMin }, leadOf(slot), shootAt) : null;
    if (met.size > MOST_MET) met.clear();
    met.set(key, placed);
    return placed;
  };
  return (slots) => {
    const fixed: Placed[] = [];
    const all: Placed[] = [];
    for (const slot of slots) {
      const own = pinned.get(stripOf(slot.item));
      if (own) fixed.push(own);
      const placed = own ?? placedFor(slot);
      if (placed) all.push(placed);
    }
    return [all, fixed];
  };
}
/** So many options has no item, so many ticks no plan; and so many places are kept. */
const MOST_OPTIONS = 1_000;
const MOST_TICKS = 1_000_000;
const MOST_MET = 50_000;

/**
 * Judges days by the rules that have refused a plan before: a rule that never does costs nothing, and one that does is not broken
 * the same way twice. It may refuse a day that another plan would allow; the bound does not rest on it.
 */
export function dayJudge(views: Views) {
  const asked = new Map<string, RuleView>();
  return {
    /** How many rules it asks. */
    learnt: () => asked.size,
    /** From now on these rules are asked. */
    ask(findings: readonly Finding[]): void {
      for (const { ruleId } of findings) {
        const of = views.rules.find(({ rule }) => rule.id === ruleId);
        if (of) asked.set(ruleId, of);
      }
    },
    /** Whether the strips of a day break no more than those of them that are fixed. */
    holds(strips: readonly Placed[], fixed: readonly Placed[]): boolean {
      return [...asked.values()].every(
        (of) => views.brokenOf(of, strips) <= (fixed.length > 0 ? views.brokenOf(of, fixed) : 0) + 1e-9,
      );
    },
  };
}

/** The verdict on plans, one after another, each judged by what differs from the last. */
export function judgeOf(start: Checked, bare: ScenarioSnapshot) {
  let last = start;
  return (placements: readonly Placement[]): Checked => {
    const was = new Map(last.snapshot.tables.strip.map((strip) => [strip.id, strip]));
    const to = new Map(placements.map((p) => [p.stripId, p]));
    const strip = bare.tables.strip.map((row) => {
      const p = to.get(row.id);
      if (!p) return row;
      const old = was.get(row.id);
      const { startsAt, moduleId, rigMin, shootMin } = p;
      const isThere =
        old?.startsAt === startsAt &&
        old.moduleId === moduleId &&
        old.rigMin === rigMin &&
        old.shootMin === shootMin;
      // A row that stays as it is stays the same row: only what moved is judged again.
      return old && isThere ? old : { ...row, startsAt, moduleId, rigMin, shootMin };
    });
    last = last.after({ ...bare, tables: { ...bare.tables, strip } });
    return last;
  };
}
