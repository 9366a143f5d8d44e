import { type EpochSeconds, type Minutes, minutes } from "../base/quantity.ts";
import { seededRandom } from "../base/random.ts";
import type { Tables } from "../model/entities.ts";
import { type Facts, factsOf } from "../model/facts.ts";
import type { CheckReport, Finding } from "../model/finding.ts";
import type { ModuleId, StripId } from "../model/ids.ts";
import { neededShootMinutes } from "../model/placed.ts";
import type { Rule } from "../model/rule.ts";
import { TIERS, type Tier } from "../model/scene.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import type { Strip } from "../model/strip.ts";
import { type Checked, check, startCheck } from "../rules/check.ts";
import { shootDayAt } from "../rules/duty.ts";
import { settingsOf } from "../rules/in-force.ts";
import { rules as allRules } from "../rules/index.ts";
import { rigTime } from "../rules/rig-time.ts";
import { type SlowdownParams, slowdown, slowedShoot } from "../rules/slowdown.ts";
import { type Cost, costOf } from "./cost.ts";
import { busyOf } from "./openings.ts";
import {
  type Candidate,
  type Ground,
  groundOf,
  type RigParams,
  resettled,
  rigLengths,
  type Sequence,
  type Standing,
  sequenceOf,
  standingBefore,
} from "./sequence.ts";
import { type Sieve, sieveOf } from "./sieve.ts";

/** Where a strip goes: what the command `move-strips` takes. */
export interface Placement {
  readonly stripId: StripId;
  readonly startsAt: EpochSeconds;
  readonly moduleId: ModuleId | null;
  readonly rigMin: Minutes;
  /** Longer than the strip's own where its people still adapt to weightlessness. */
  readonly shootMin: Minutes;
}
export interface Construction {
  readonly placements: readonly Placement[];
  /** Strips that found no place. */
  readonly left: readonly StripId[];
  /** The verdict on the plan with the placements. */
  readonly report: CheckReport;
}

/** So much worse than the best a plan may be to be gone on from, at first: a must of half an hour; less and less, nothing at the end. */
const SLACK = 3_000;

/** How often two days are emptied and filled again; and how often at most, as long as something that must be shot has no place. */
const ROUNDS = 60;
const MOST_ROUNDS = 240;
/** A plan that leaves nothing out is good enough when so many rounds in a row do not better it. */
const IDLE = 12;

/** A strip with so many openings is not among the hardest; asking the rules about all of them would take longer than it helps. */
const MANY = 40;

/** A day that refuses a strip so often is full: its people's hours or its reserve are spent. What must be shot is tried longer. */
const PATIENCE: Readonly<Record<Tier, number>> = { must: 24, should: 8, nice: 8 };

/** The same tables with strips where the placements say. */
export function withPlacements(tables: Tables, placements: readonly Placement[]): Tables {
  const to = new Map(placements.map((p) => [p.stripId, p]));
  return {
    ...tables,
    strip: tables.strip.map((strip) => {
      const p = to.get(strip.id);
      if (!p) return strip;
      const { startsAt, moduleId, rigMin, shootMin } = p;
      // A row that stays as it is stays the same row: only what moved is judged again.
      const isThere =
        strip.startsAt === startsAt &&
        strip.moduleId === moduleId &&
        strip.rigMin === rigMin &&
        strip.shootMin === shootMin;
      return isThere ? strip : { ...strip, startsAt, moduleId, rigMin, shootMin };
    }),
  };
}

/**
 * Places what lies in the boneyard, the most wanted and hardest first, beside what stands already. Keeps each day's reserve, groups
 * by module where it can, and leaves out what does not go: the rules have the last word, and no placement of ours breaks a hard one.
 * Same input, same plan. A plain heuristic: a start for a person or an optimiser, no proof of anything.
 */
export function construct(snapshot: ScenarioSnapshot, rules: readonly Rule[] = allRules): Construction {
  const facts = factsOf(snapshot);
  const busy = busyOf(facts);
  const rig = rigTime.params.parse(settingsOf(rigTime, snapshot.tables).params) as RigParams;
  const ground = groundOf(facts, busy, rig, shootMinutes(snapshot, facts));
  const sieve = sieveOf(snapshot, facts, rules);
  const wanted = snapshot.tables.strip.flatMap((strip) => wantedOf(ground, sieve, strip) ?? []);
  const cost = costOf(facts);
  const random = seededRandom(1);
  const bare = startCheck(
    snapshot,
    rules.filter((rule) => rule.level === "hard"),
  );
  const choice = { snapshot, sieve, cost, accepts: breaksNoMoreThan(bare.report) };
  const refill = (from: Sequence, checked: Checked, order: readonly Wanted[]) =>
    fill({ sequence: from, checked: judgedWith({ checked }, from, snapshot) }, order, choice);
  let best = refill(
    sequenceOf(ground, standingBefore(ground)),
    bare,
    ranked(wanted, () => 1),
  );
  let now = best;
  for (
    let round = 0, idle = 0;
    round < (isMustWaiting(best) ? MOST_ROUNDS : ROUNDS) && (best.left.length > 0 || idle < IDLE);
    round++
  ) {
    const { kept, out } = ruined(ground, now, wanted, random);
    const left = new Set(now.left);
    const order = ranked(out, (w) => (left.has(w) ? 0.3 : 1) * (0.5 + random()));
    const next = refill(kept, now.checked, order);
    idle = badness(next) < badness(best) ? 0 : idle + 1;
    if (badness(next) <= badness(best) + SLACK * (1 - (round % ROUNDS) / ROUNDS)) now = next;
    if (badness(next) <= badness(best)) best = next;
  }
  return confirmed(snapshot, rules, best, wanted);
}

/** A strip that wants a place. */
interface Wanted {
  readonly strip: Strip;
  readonly tier: Tier;
  readonly needMin: number;
  /** Moments at which its shoot could begin, were it alone. */
  readonly openings: number;
  /** Minutes that it asks of those whose time is granted by the day. */
  readonly grantedMin: number;
}
/** A sequence, and the plan with it as the whole book judges it. */
interface Judged {
  readonly sequence: Sequence;
  readonly checked: Checked;
}
interface Filled extends Judged {
  readonly left: readonly Wanted[];
}
/** What a place is chosen by. */
interface Choice {
  readonly snapshot: ScenarioSnapshot;
  readonly sieve: Sieve;
  readonly cost: Cost;
  accepts(report: CheckReport): boolean;
}

/** The length of a shoot by the rule `slowdown`, if it judges this plan. */
export function shootMinutes(snapshot: ScenarioSnapshot, facts: Facts): Ground["shootMinAt"] {
  const { isEnabled, params } = settingsOf(slowdown, snapshot.tables);
  if (!isEnabled) return (strip) => strip.shootMin;
  const p = slowdown.params.parse(params) as SlowdownParams;
  const known = new Map<StripId, Map<EpochSeconds, Minutes>>();
  return (strip, shootAt) => {
    if (facts.scenes.get(strip.sceneId)?.unit === "landing") return strip.shootMin;
    const lengths = known.get(strip.id) ?? new Map<EpochSeconds, Minutes>();
    known.set(strip.id, lengths);
    const found = lengths.get(shootAt);
    if (found !== undefined) return found;
    const { needed, base } = slowedShoot(strip.id, shootAt, facts, p);
    const length = needed > base ? minutes(Math.max(strip.shootMin, needed)) : strip.shootMin;
    lengths.set(shootAt, length);
    return length;
  };
}

/** The plan judged again with a sequence in the place of the one before. */
function judgedWith(
  { checked }: Pick<Judged, "checked">,
  { standing }: Sequence,
  bare: ScenarioSnapshot,
): Judged["checked"] {
  const ours = new Map(standing.filter((s) => s.isOurs).map((s) => [s.strip.id, s]));
  const was = new Map(checked.snapshot.tables.strip.map((strip) => [strip.id, strip]));
  // Rows as they stand in the plan before, and those that went back as they lay in the boneyard.
  const strip = bare.tables.strip.map((row) => (ours.has(row.id) ? (was.get(row.id) ?? row) : row));
  const placements = [...ours.values()].map(placementOf);
  return checked.after({ ...bare, tables: withPlacements({ ...bare.tables, strip }, placements) });
}

/** Whether a plan has no hard finding that was not there, or was smaller, before we began. */
function breaksNoMoreThan(report: CheckReport): (next: CheckReport) => boolean {
  const before = new Map(hardFindings(report).map((f) => [f.id, f.amount]));
  return (next) => hardFindings(next).every((f) => f.amount <= (before.get(f.id) ?? 0));
}

function wantedOf(ground: Ground, sieve: Sieve, strip: Strip): Wanted | null {
  const { facts } = ground;
  const scene = facts.scenes.get(strip.sceneId);
  const open = (facts.setUpsOfStrip.get(strip.id) ?? []).filter((s) => !s.isShot);
  if (strip.startsAt !== null || strip.status === "shot" || !scene || open.length === 0) return null;
  if (scene.unit === "main" && scene.moduleId === null) return null;
  const rigMin = minutes(Math.max(...rigLengths(ground, strip, scene)));
  const sieved = ground.openingsOf(strip, rigMin, strip.shootMin);
  let openings = 0;
  for (const shootAt of sieved) {
    if (openings === MANY) break;
    if (sieve.strip(strip, { shootAt, rigMin, shootMin: ground.shootMinAt(strip, shootAt) })) openings++;
  }
  return {
    strip,
    tier: TIERS.find((tier) => open.some((s) => s.tier === tier)) ?? "nice",
    needMin: neededShootMinutes(open),
    openings: openings < MANY ? openings : sieved.size,
    grantedMin: grantedMinutes(facts, strip, neededShootMinutes(open)),
  };
}

/** What a strip takes of allocations, roughly: its shoot, of each who is on it and has one. */
function grantedMinutes(facts: Facts, strip: Strip, shootMin: Minutes): number {
  const granted = new Set(facts.allocations.map((allocation) => allocation.personId));
  const jobs = (facts.assignmentsOfStrip.get(strip.id) ?? []).map(({ personId }) => personId);
  const cast = (facts.setUpsOfStrip.get(strip.id) ?? [])
    .flatMap(({ roleIds }) => roleIds)
    .map((roleId) => facts.roles.get(roleId)?.personId);
  return shootMin * new Set([...jobs, ...cast].filter((id) => id && granted.has(id))).size;
}

/** Tiers first, each with its hardest first, shaken by `factor`: few openings, and much of what is granted by the day. */
const ranked = (wanted: readonly Wanted[], factor: (w: Wanted) => number): readonly Wanted[] =>
  wanted
    .map((w) => ({ w, hardness: (w.openings / (1 + w.grantedMin / 30)) * factor(w) }))
    .sort(
      (a, b) =>
        TIERS.indexOf(a.w.tier) - TIERS.indexOf(b.w.tier) ||
        a.hardness - b.hardness ||
        (a.w.strip.id < b.w.strip.id ? -1 : 1),
    )
    .map(({ w }) => w);

const isMustWaiting = ({ left }: Pick<Filled, "left">): boolean => left.some((w) => w.tier === "must");

/** Days on which the most wanted of what was left could stand, were they empty. */
function wishedDays(
  { facts, openingsOf }: Ground,
  left: readonly Wanted[],
  days: readonly Standing["day"][],
): readonly Standing["day"][] {
  const tier = TIERS.find((t) => left.some((w) => w.tier === t));
  const openings = left
    .filter((w) => w.tier === tier)
    .flatMap(({ strip }) => [...openingsOf(strip, strip.rigMin, strip.shootMin)]);
  const open = new Set(openings.map((at) => shootDayAt(facts.days, at)));
  return days.filter((day) => open.has(day));
}

/** Takes out two days of ours, so that what was left may find room there. */
function ruined(ground: Ground, { sequence, left }: Filled, wanted: readonly Wanted[], random: () => number) {
  const days = [...new Set(sequence.standing.filter((s) => s.isOurs).map((s) => s.day))];
  const wish = wishedDays(ground, left, days);
  const one = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)];
  const emptied = [one(wish.length > 0 ? wish : days), one(days)];
  // While something that must be shot has no place, everything less wanted makes room.
  const tiers = new Map(wanted.map((w) => [w.strip.id, w.tier]));
  const isWaiting = isMustWaiting({ left });
  const kept = resettled(
    ground,
    sequence.standing.filter(
      (s) => !s.isOurs || (!emptied.includes(s.day) && !(isWaiting && tiers.get(s.strip.id) !== "must")),
    ),
  );
  const stays = new Set(kept.standing.map((s) => s.strip.id));
  return { kept, out: wanted.filter((w) => !stays.has(w.strip.id)) };
}

function fill(empty: Judged, order: readonly Wanted[], choice: Choice): Filled {
  let filled = empty;
  const left: Wanted[] = [];
  for (const wanted of order) {
    const next = firstFit(filled, wanted, choice);
    if (next) filled = next;
    else left.push(wanted);
  }
  return { ...filled, left };
}

function firstFit(
  { sequence, checked }: Judged,
  wanted: Wanted,
  { snapshot, sieve, cost, accepts }: Choice,
): Judged | null {
  const tried = sequence
    .candidates(wanted.strip)
    .map((at) => ({ at, cost: cost(wanted, at) }))
    .sort((a, b) => a.cost - b.cost || a.at.shootAt - b.at.shootAt);
  const refused = new Map<Candidate["day"], number>();
  for (const { at } of tried) {
    const before = refused.get(at.day) ?? 0;
    if (before >= PATIENCE[wanted.tier] || !sieve.strip(wanted.strip, at)) continue;
    const next = sequence.put(wanted.strip, at);
    if (next && sieve.keepsReserve(wanted.strip, next)) {
      const after = judgedWith({ checked }, next, snapshot);
      if (accepts(after.report)) return { sequence: next, checked: after };
    }
    refused.set(at.day, before + 1);
  }
  return null;
}

/** A minute left out costs so much more than a minute of rig. */
const LEFT_OUT: Readonly<Record<Tier, number>> = { must: 100, should: 6, nice: 1 };

/** Minutes left out, weighed by tier so that none outweighs the one above it; then minutes of rig. */
const badness = ({ sequence, left }: Filled): number =>
  left.reduce((sum, w) => sum + w.needMin * LEFT_OUT[w.tier], 0) +
  sequence.standing.reduce((sum, s) => sum + s.rigMin, 0) * 0.2;

/** Takes out whatever the rules do not let stand, until they do. */
function confirmed(
  snapshot: ScenarioSnapshot,
  rules: readonly Rule[],
  { sequence }: Filled,
  wanted: readonly Wanted[],
): Construction {
  const before = new Map(hardFindings(check(snapshot, rules)).map((f) => [f.id, f.amount]));
  let ours = sequence.standing.filter((s) => s.isOurs);
  for (;;) {
    const placements = ours.map(placementOf);
    const report = check({ ...snapshot, tables: withPlacements(snapshot.tables, placements) }, rules);
    const broken = hardFindings(report).filter((f) => f.amount > (before.get(f.id) ?? 0));
    if (broken.length === 0 || ours.length === 0) {
      const placed = new Set(ours.map((s) => s.strip.id));
      return { placements, left: wanted.map((w) => w.strip.id).filter((id) => !placed.has(id)), report };
    }
    const kept = ours.filter((s) => !broken.some((finding) => isBlamed(finding, s)));
    ours = kept.length < ours.length ? kept : [];
  }
}

const placementOf = ({ placed: { strip, span, moduleId } }: Standing): Placement => ({
  stripId: strip.id,
  startsAt: span.start,
  moduleId,
  rigMin: strip.rigMin,
  shootMin: strip.shootMin,
});

const DAY_S = 86_400;

/** Named by a finding; or, where it names no strip (a meal missing on a day of calls), calling its people on that day. */
function isBlamed({ strips, people, span }: Finding, { placed }: Standing): boolean {
  if (strips.length > 0) return strips.includes(placed.strip.id);
  const isNear = span === null || Math.abs(placed.span.start - span.start) < DAY_S;
  return isNear && placed.calls.some((call) => people.includes(call.personId));
}

/** Hard violations but for what is not placed. */
const hardFindings = ({ findings }: CheckReport): readonly Finding[] =>
  findings.filter((f) => f.kind === "violation" && f.level === "hard" && f.ruleId !== "must-scenes");
