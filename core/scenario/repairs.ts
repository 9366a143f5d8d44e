import { isoOf, plusMinutes } from "../base/instant.ts";
import { type EpochSeconds, minutes } from "../base/quantity.ts";
import { commandById } from "../model/command/index.ts";
import { moveStrips } from "../model/command/move-strips.ts";
import { returnStrips } from "../model/command/return-strips.ts";
import type { Tables } from "../model/entities.ts";
import { factsOf } from "../model/facts.ts";
import type { CheckReport, Finding } from "../model/finding.ts";
import { applyPatch } from "../model/patch.ts";
import type { Breach, Repair } from "../model/rule.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import type { Strip } from "../model/strip.ts";
import { groupsOf } from "../rules/groups.ts";
import { allInForce } from "../rules/in-force.ts";
import { type Effect, effectOf } from "./effect.ts";

/** An edit that mends a finding, tried on a copy of the plan. */
export interface OfferedRepair {
  readonly commandId: string;
  readonly input: unknown;
  /** What history would say of it. */
  readonly words: string;
  /** What is left of the finding's rule in its group: less than it was, 0 where it is mended. */
  readonly left: number;
  /** What else it would change. */
  readonly effect: Effect;
}

/** Starts looked at on either side when a strip is moved to mend a finding, minutes apart. */
const STEP = 15;
/** A strip is not moved farther than two days to mend something; the optimiser looks at the whole window. */
const REACH = 2 * 24 * 60;

/**
 * Edits that would mend a finding, those that mend it whole before those that only lessen it, the least change first: what its
 * rule offers, then the nearest starts of its strips at which nothing hard breaks, then the boneyard. Each was applied to a copy and judged by the whole book; none that leaves the finding as it is, or breaks
 * something hard elsewhere, is offered. `judge` judges the tables of the same plan; it is asked at most `tries` times.
 */
export function repairsFor(
  snapshot: ScenarioSnapshot,
  report: CheckReport,
  finding: Finding,
  judge: (tables: Tables) => CheckReport,
  { limit = 3, tries = 400 } = {},
): readonly OfferedRepair[] {
  if (finding.kind !== "violation") return [];
  const whole: OfferedRepair[] = [];
  const partly: OfferedRepair[] = [];
  const was = amountOf(report, finding);
  let left = tries;
  const mended = new Set<string>();
  for (const { kind, ...repair } of candidates(snapshot, finding)) {
    if (whole.length >= limit || left === 0) break;
    if (kind !== null && mended.has(kind)) continue;
    const tried = carriedOut(snapshot.tables, repair);
    if (!tried) continue;
    left--;
    const after = judge(tried.tables);
    const effect = effectOf(report, after);
    const now = amountOf(after, finding);
    if (now >= was || effect.breaks.length > 0) continue;
    if (now === 0 && kind !== null) mended.add(kind);
    (now === 0 ? whole : partly).push({ ...repair, words: tried.words, left: now, effect });
  }
  return [...whole, ...partly].slice(0, limit);
}

/** The rule's findings in the same group, together: a finding's own id changes with the strips that it names. */
const amountOf = ({ findings }: CheckReport, { ruleId, groupKey }: Finding): number =>
  findings
    .filter((f) => f.kind === "violation" && f.ruleId === ruleId && f.groupKey === groupKey)
    .reduce((sum, f) => sum + f.amount, 0);

/** A repair to try. Of a kind, only the first that mends the finding whole is offered: a quarter of an hour more is no other way out. */
interface Candidate extends Repair {
  readonly kind: string | null;
}

function* candidates(snapshot: ScenarioSnapshot, finding: Finding): Generator<Candidate, void, void> {
  for (const repair of offeredByRule(snapshot, finding)) yield { ...repair, kind: null };
  for (const id of finding.strips) {
    const strip = snapshot.tables.strip.find((s) => s.id === id);
    if (strip && strip.startsAt !== null && !strip.isPinned && strip.status === "planned")
      yield* otherStarts(strip, strip.startsAt);
    yield { commandId: returnStrips.id, input: { stripIds: [id] }, kind: null };
  }
}

/** The rule is asked again for the finding's group, and says the same of it. */
function offeredByRule({ tables, light }: ScenarioSnapshot, finding: Finding): readonly Repair[] {
  const inForce = allInForce(tables).find(({ rule }) => rule.id === finding.ruleId);
  if (!inForce) return [];
  const groups = groupsOf(inForce.rule.scope, factsOf({ tables, light }));
  const group = groups.find(({ key }) => key === finding.groupKey);
  const offers = group ? inForce.rule.mend(inForce.params, group) : [];
  return offers.find(({ breach }) => isOf(breach, finding))?.repairs ?? [];
}

const isOf = (breach: Breach, { message, span, strips }: Finding): boolean =>
  breach.message === message && breach.span?.start === span?.start && breach.strips.join() === strips.join();

/** Nearer first, later before earlier. */
function* otherStarts(strip: Strip, from: EpochSeconds): Generator<Candidate, void, void> {
  for (let away = STEP; away <= REACH; away += STEP)
    for (const by of [away, -away])
      yield {
        commandId: moveStrips.id,
        input: { moves: [{ stripId: strip.id, startsAt: isoOf(plusMinutes(from, minutes(by))) }] },
        kind: `${strip.id} ${by > 0 ? "later" : "earlier"}`,
      };
}

/** Null for what cannot be carried out: it is not offered. */
function carriedOut(tables: Tables, { commandId, input }: Repair) {
  try {
    const bound = commandById(commandId)?.bind(input);
    const patch = bound?.resolve(tables);
    if (!bound || !patch?.ok) return null;
    const after = applyPatch(tables, patch.value);
    return after.ok ? { tables: after.value, words: bound.describe(tables) } : null;
  } catch {
    return null;
  }
}
