import type { Facts } from "../../../model/facts.ts";
import type { Finding } from "../../../model/finding.ts";
import type { StripId } from "../../../model/ids.ts";
import type { RuleSetting } from "../../../model/rule-setting.ts";
import type { ScenarioSnapshot } from "../../../model/snapshot.ts";
import type { Strip } from "../../../model/strip.ts";
import { type Checked, startCheck } from "../../../rules/check.ts";
import { shootDayAt } from "../../../rules/duty.ts";
import { rules as allRules } from "../../../rules/index.ts";
import { ownRuleId } from "../../../rules/own/own-rule.ts";
import { rigTime } from "../../../rules/rig-time.ts";
import { slowdown } from "../../../rules/slowdown.ts";
import { effectOf } from "../../../scenario/effect.ts";
import { solve } from "../../engine/engine.ts";
import type { LinearSolver } from "../../engine/linear.ts";
import { type ProblemSpec, problemOf, type Placement as Slot } from "../../engine/problem.ts";
import { searchOf } from "../../engine/search.ts";
import type { Placement } from "../../placement.ts";
import { type Compiled, type CompileInput, compile } from "../../plan/compile.ts";
import type { Parted } from "../../plan/fixed.ts";
import { type Lengths, lengthsOf } from "../../plan/lengths.ts";
import { dayJudge, judgeOf, placementsOf, standingIn } from "../../plan/verdict.ts";
import type { Views } from "../../plan/views.ts";
import { waysFrom } from "../../plan/ways.ts";
import type { Room } from "./room.ts";

/** What holds while it is asked whether strips fit together. */
export interface Holding {
  rule(ruleId: string): boolean;
  /** A limit of a rule on one account: whose minutes they are. */
  account(ruleId: string, account: string): boolean;
  /** A pinned or shot strip stays. */
  pin(id: StripId): boolean;
}
export const EVERYTHING: Holding = { rule: () => true, account: () => true, pin: () => true };

/**
 * Whether strips fit, wherever they stand. `fits`: there is a plan of them that the rules were asked about. `never`: it is proved that
 * there is none, whatever else is in the plan. `open`: neither was found; `best` is the largest plan that was.
 */
export interface Fit {
  readonly is: "fits" | "never" | "open";
  /** A plan of them, or of as many as were found. */
  readonly best: readonly Placement[];
  /** No more of them can be in, as far as it is proved. */
  readonly most: number;
  /** Strips that are in every count for nothing: without them the others do not fit either, most likely. */
  readonly easy: readonly StripId[];
  /** Those that stand nowhere, even by themselves. */
  readonly nowhere: readonly StripId[];
}

/** What an item counts for; whole, and so that prices tell it apart. */
const EACH = 1_000;
/** Turns of the search, at a temperature that falls, and its iterations a turn: a plan is mostly found at once or not at all. */
const TURNS = 12;
const ITERATIONS = 150;
const [HOT, COLD] = [300, 30];
/** Rounds of the bound until a proof is given up: most come in the first. */
const ROUNDS = 12;
/** Of the search in company, where days are put together by what each can hold. */
const COMPANY_ROUNDS = 12;

export interface Asking {
  isLate(): boolean;
  /** Proves more than prices alone can; see core/solve/highs. */
  readonly solver: LinearSolver | null;
  /** Another seed searches another way. */
  readonly seed: number;
  /** Only a proof is wanted: no plan is searched for. */
  readonly onlyProof?: boolean;
  /** No plan is searched for with others beside them, which takes long. */
  readonly onlyAlone?: boolean;
}

/** Asks about strips, all of them among some, in a room in which something holds. */
export type Fitting = (ids: ReadonlySet<StripId>, asking: Asking) => Fit;

/** The problem is put together once for all of them. */
export function fittingOf(room: Room, among: ReadonlySet<StripId>, holding: Holding): Fitting {
  const of = askedOf(room, among, holding);
  return (ids, asking) => {
    const { onlyProof = false, onlyAlone = false } = asking;
    const wanted = of.alone.free.filter(({ id }) => ids.has(id)).length;
    const nowhere = of.loose.nowhere.filter((id) => ids.has(id));
    const none = { best: [], most: wanted, easy: [], nowhere };
    if (nowhere.length > 0) return { ...none, is: "never", most: wanted - nowhere.length };
    const at: Asked = { ...of, ids, wanted };
    const alone = onlyProof ? [] : searched(at, only(of.strict(), ids), false, asking);
    if (inIt(alone, ids) === wanted) return { ...none, is: "fits", best: alone };
    const proof = proved(at, asking);
    const isHopeful = proof.is === "open" && proof.isLooselyIn && !onlyProof && !onlyAlone;
    if (!isHopeful) return { ...none, ...proof, best: alone };
    // What stands before a scene shortens its rig: in company a scene may go in that does not alone.
    const best = searched(at, of.inCompany(), true, asking);
    return inIt(best, ids) === wanted
      ? { ...none, is: "fits", best }
      : { ...none, ...proof, best: inIt(best, ids) >= inIt(alone, ids) ? best : alone };
  };
}

export const fitOf = (room: Room, ids: ReadonlySet<StripId>, holding: Holding, asking: Asking): Fit =>
  fittingOf(room, ids, holding)(ids, asking);

const inIt = (plan: readonly Placement[], ids: ReadonlySet<StripId>): number =>
  plan.filter(({ stripId }) => ids.has(stripId)).length;
type Asked = ReturnType<typeof askedOf> & {
  readonly ids: ReadonlySet<StripId>;
  /** How many of them may be anywhere. */
  readonly wanted: number;
};

/** The strips alone in the room, with what holds. */
function askedOf(room: Room, among: ReadonlySet<StripId>, holding: Holding) {
  const { bare, facts, today } = room;
  const pins = room.pins.filter(({ strip }) => holding.pin(strip.id));
  const isPin = new Set(pins.map(({ strip }) => strip.id));
  // A pin that may go is no more in the way than a strip of the boneyard.
  const loosened = room.pins.filter(({ strip }) => !isPin.has(strip.id));
  const free = [
    ...room.free,
    ...loosened.filter(({ strip }) => strip.status !== "shot").map(({ strip }) => strip),
  ];
  const alone: Parted = { fixed: pins, free: free.filter((strip) => among.has(strip.id)) };
  const ruled = withoutRules(
    emptied(
      bare,
      loosened.map(({ strip }) => strip.id),
    ),
    holding,
  );
  const views: Views = {
    ...room.views,
    rules: room.views.rules.filter(({ rule }) => holding.rule(rule.id)),
    caps: (of) => room.views.caps(of).filter(({ account }) => holding.account(of.rule.id, account)),
  };
  const lengths = lengthsOf(ruled, facts);
  const standing = new Map([...today].filter(([id]) => among.has(id)));
  const asked = { views, from: standing };
  const ways = waysFrom(views, lengths, standing, 0);
  const compiled = (parted: Parted): Known => ({
    parted,
    compiled: compiledOf({ ...asked, lengths, ways, parted }),
  });
  const short = shortened(lengths, free, facts);
  const loose = compiledOf({
    ...{ ...asked, parted: alone, lengths: short },
    ways: waysFrom(views, short, standing, 0),
  });
  let relaxed: ProblemSpec | null = null;
  let [strict, inCompany]: (Known | null)[] = [null, null];
  return {
    ...{ room, holding, ruled, views, lengths, alone },
    loose,
    relaxed() {
      relaxed ??= loose.relaxed();
      return relaxed;
    },
    strict() {
      strict ??= compiled(alone);
      return strict;
    },
    /** With all that stands in the same modules, for it may leave a rig standing. */
    inCompany() {
      const modules = new Set(alone.free.map(({ sceneId }) => facts.scenes.get(sceneId)?.moduleId));
      const isBeside = ({ sceneId }: Strip) => modules.has(facts.scenes.get(sceneId)?.moduleId);
      inCompany ??= compiled({ fixed: pins, free: free.filter((s) => among.has(s.id) || isBeside(s)) });
      return inCompany;
    },
  };
}
/** With all the time that it takes. */
function compiledOf(input: CompileInput): Compiled {
  const compiled = compile(input);
  if (!compiled) throw new Error("Nothing stops it.");
  return compiled;
}

interface Known {
  readonly parted: Parted;
  readonly compiled: Compiled;
}

/** The same with only some of the strips that may move. */
function only({ parted, compiled }: Known, ids: ReadonlySet<StripId>): Known {
  const { strict, stripOf, leadOf, shootOf, start } = compiled;
  const kept = [...strict.items.keys()].filter((i) => strict.items[i]?.pinned || ids.has(stripOf(i)));
  if (kept.length === strict.items.length) return { parted, compiled };
  const own = (placement: Slot): Slot => ({ ...placement, item: kept[placement.item] as number });
  const now = new Map(kept.map((item, i) => [item, i]));
  return {
    parted: { ...parted, free: parted.free.filter(({ id }) => ids.has(id)) },
    compiled: {
      ...compiled,
      strict: someOf(strict, kept),
      start: start.flatMap((slot) => {
        const item = now.get(slot.item);
        return item === undefined ? [] : [{ ...slot, item }];
      }),
      stripOf: (item) => stripOf(kept[item] as number),
      leadOf: (slot) => leadOf(own(slot)),
      shootOf: (slot) => shootOf(own(slot)),
    },
  };
}

/** A problem of some of the items. */
function someOf(spec: ProblemSpec, kept: readonly number[]): ProblemSpec {
  const now = new Map(kept.map((item, i) => [item, i]));
  const orders = spec.orders.flatMap((order) => {
    const [first, then] = [now.get(order.first), now.get(order.then)];
    return first === undefined || then === undefined ? [] : [{ ...order, first, then }];
  });
  return { ...spec, orders, items: kept.map((item) => spec.items[item] as ProblemSpec["items"][number]) };
}

/**
 * Rigs as short as others of the boneyard could make them by standing before: a proof is to hold whatever else is in the plan. What
 * stands before takes the unit no less time than the longer rig: see `besideOthers`.
 */
function shortened(lengths: Lengths, all: readonly Strip[], { scenes }: Facts): Lengths {
  const moduleOf = ({ sceneId }: Strip) => scenes.get(sceneId)?.moduleId;
  return {
    ...lengths,
    rigs(strip, scene) {
      const own = lengths.rigs(strip, scene);
      const [same, relit] = own;
      if (same === undefined || relit === undefined) return own;
      const others = all.filter(({ id }) => id !== strip.id);
      if (others.some(({ sceneId }) => sceneId === scene.id)) return own.map(() => same);
      return others.some((other) => moduleOf(other) === scene.moduleId) ? [same, relit, relit] : own;
    },
  };
}

/** The time that a rig is shorter in company is no time won for the unit: the company's own rig takes as much. */
function besideOthers(
  spec: ProblemSpec,
  { loose, lengths, room: { facts } }: ReturnType<typeof askedOf>,
): ProblemSpec {
  const at = (start: number) =>
    loose.shootOf({ item: 0, option: 0, unit: 0, day: 0, level: 0, start }).shootAt;
  const tickMin = (at(1) - at(0)) / 60;
  /** By configuration and level: ticks by which the rigs of all strips in it are shorter, at least. */
  const won = new Map<number, number[]>();
  for (const [i, { options, pinned }] of spec.items.entries())
    for (const option of options) {
      const strip = facts.strips.get(loose.stripOf(i));
      const scene = strip && facts.scenes.get(strip.sceneId);
      const rigs = strip && scene ? lengths.rigs(strip, scene) : [];
      const less = option.levels.map(({ lead }, level) =>
        pinned ? 0 : Math.max(0, Math.floor((rigs[level] ?? 0) / tickMin) - lead),
      );
      const known = won.get(option.class);
      won.set(option.class, known ? known.map((ticks, level) => Math.min(ticks, less[level] ?? 0)) : less);
    }
  // Days begin where the first rig of a strip may: with the time that it is shorter before it.
  const most = Math.max(0, ...[...won.values()].flat());
  const days = spec.days.map(({ from, to }, d) => ({
    from: Math.max(from - most, spec.days[d - 1]?.to ?? 0, 0),
    to,
  }));
  return {
    ...spec,
    days,
    transition(before, now) {
      const plain = spec.transition(before, now);
      return { ...plain, gap: plain.gap + (won.get(now)?.[plain.level] ?? 0) };
    },
  };
}

/** Every strip that is asked about counts the same, and nothing else but next to nothing. */
const counted = (spec: ProblemSpec, isAsked: (item: number) => boolean): ProblemSpec => ({
  ...spec,
  tags: [],
  transition: (before, now) => ({ ...spec.transition(before, now), cost: 0 }),
  items: spec.items.map((item, i) => ({
    ...item,
    must: false,
    options: item.options.map((option) => ({
      ...option,
      tags: [],
      points: item.pinned ? 0 : isAsked(i) ? EACH : 1,
    })),
  })),
});

/** The largest plan that was found and judged. */
function searched(
  { room, ids, holding, ruled, views, lengths, wanted }: Asked,
  { parted, compiled }: Known,
  isInCompany: boolean,
  { isLate, seed }: Asking,
): readonly Placement[] {
  const rules = allRules.filter(
    (rule) => rule.level === "hard" && holding.rule(rule.id) && !hasLooseAccount(room, holding, rule.id),
  );
  const before = startCheck(ruled, rules);
  const judged = judgeOf(before, ruled);
  const days = dayJudge(views);
  const planned = { views, lengths, parted };
  const standing = standingIn(compiled, planned);
  let best: readonly Placement[] = [];
  const problem = problemOf({
    ...counted(compiled.strict, (item) => ids.has(compiled.stripOf(item))),
    learnt: days.learnt,
    judge: (_, slots) => days.learnt() === 0 || days.holds(...standing(slots)),
    confirm(slots) {
      const placements = placementsOf(slots, compiled, planned);
      const after = judged(placements);
      const broken = brokenBy(before, after);
      days.ask(broken);
      if (broken.length > 0 || !keepsAccounts(room, holding, after))
        return slots.every(({ item }) => compiled.strict.items[item]?.pinned === true);
      if (inIt(placements, ids) > inIt(best, ids)) best = placements;
      return true;
    },
  });
  if (!problem.ok || problem.value.items === 0) return best;
  const isFound = () => inIt(best, ids) >= wanted || isLate();
  if (isInCompany) {
    const input = { problem: problem.value, seed, start: compiled.start };
    solve(input, { rounds: COMPANY_ROUNDS, isStopped: isFound });
    return best;
  }
  // Cool at first, so that what stands stays where it can.
  const search = searchOf(problem.value, seed, compiled.start);
  search?.run(ITERATIONS, COLD, COLD);
  const heat = (turn: number) => HOT * (COLD / HOT) ** (turn / TURNS);
  for (let turn = 0; search && turn < TURNS && !isFound(); turn++)
    search.run(ITERATIONS, heat(turn), heat(turn + 1));
  return best;
}

/** What is broken that was not, and what can no longer be judged: that does not stand. */
function brokenBy(before: Checked, after: Checked): readonly Finding[] {
  const { breaks, asks } = effectOf(before.report, after.report);
  return [...breaks, ...asks.filter(({ kind, level }) => kind === "unknown" && level === "hard")];
}

const looseAccounts = ({ views }: Room, holding: Holding, ruleId: string) =>
  views.rules
    .filter(({ rule }) => rule.id === ruleId)
    .flatMap((of) => views.caps(of).filter(({ account }) => !holding.account(ruleId, account)));
const hasLooseAccount = (room: Room, holding: Holding, ruleId: string): boolean =>
  looseAccounts(room, holding, ruleId).length > 0;

/** Of a rule of which one account is let go, the others are counted here: the rule itself would tell of all. */
function keepsAccounts(room: Room, holding: Holding, { facts }: Checked): boolean {
  const { views } = room;
  return views.rules
    .filter(({ rule }) => holding.rule(rule.id) && hasLooseAccount(room, holding, rule.id))
    .every((of) =>
      views
        .caps(of)
        .filter(({ account }) => holding.account(of.rule.id, account))
        .every(({ account, days, most }) => {
          let sum = 0;
          for (const placed of facts.placed.values()) {
            const day = shootDayAt(facts.days, placed.span.start);
            if (day && days.some(({ id }) => id === day.id))
              for (const draw of views.draws(of, placed)) if (draw.account === account) sum += draw.amount;
          }
          return sum <= most;
        }),
    );
}

/** How many can be in at most; the engine's bound on the looser problem. */
function proved(
  asked: Asked,
  { isLate, solver, seed }: Asking,
): Pick<Fit, "is" | "most" | "easy"> & { readonly isLooselyIn: boolean } {
  const { loose, wanted, ids } = asked;
  const open = { is: "open", most: wanted, easy: [], isLooselyIn: false } as const;
  const relaxed = asked.relaxed();
  const kept = [...relaxed.items.keys()].filter((i) => relaxed.items[i]?.pinned || ids.has(loose.stripOf(i)));
  if (kept.length === 0) return open;
  // All limits of the days: with few strips one may bind that is not short in sum.
  const spec = someOf({ ...besideOthers(relaxed, asked), limits: loose.strict.limits }, kept);
  const problem = problemOf(counted(spec, () => true));
  if (!problem.ok) return open;
  let most = wanted;
  let isIn = false;
  const outcome = solve(
    { problem: problem.value, seed, solver },
    { rounds: ROUNDS, isStopped: () => most < wanted || isIn || isLate() },
    ({ bound, points }) => {
      most = Math.min(most, Math.floor(bound.points / EACH + 1e-9));
      isIn = points >= wanted * EACH;
    },
  );
  if (!outcome || most >= wanted) return { ...open, isLooselyIn: isIn };
  const easy = [...outcome.prices].flatMap((price, i) => {
    const item = kept[i] as number;
    return price >= EACH && !relaxed.items[item]?.pinned ? [loose.stripOf(item)] : [];
  });
  return { is: "never", most, easy, isLooselyIn: false };
}

/** The plan with some rules switched off: those that give lengths, and the production's own. The others are left out where they are asked. */
function withoutRules(snapshot: ScenarioSnapshot, { rule: holds }: Holding): ScenarioSnapshot {
  const { ruleSetting, ownRule } = snapshot.tables;
  const off = [rigTime.id, slowdown.id].filter((id) => !holds(id));
  const isOff = (id: string) => off.includes(id);
  const rows = off.map((id) => ({ id: id as RuleSetting["id"], isEnabled: false, params: {}, reason: "" }));
  return {
    ...snapshot,
    tables: {
      ...snapshot.tables,
      ruleSetting: [...ruleSetting.filter(({ id }) => !isOff(id)), ...rows],
      ownRule: ownRule.filter((row) => holds(ownRuleId(row))),
    },
  };
}

const emptied = (snapshot: ScenarioSnapshot, ids: readonly StripId[]): ScenarioSnapshot =>
  ids.length === 0
    ? snapshot
    : {
        ...snapshot,
        tables: {
          ...snapshot.tables,
          strip: snapshot.tables.strip.map((s) =>
            ids.includes(s.id) ? { ...s, startsAt: null, moduleId: null } : s,
          ),
        },
      };
