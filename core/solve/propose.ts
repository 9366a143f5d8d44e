import type { Tables } from "../model/entities.ts";
import type { Facts } from "../model/facts.ts";
import type { CheckReport } from "../model/finding.ts";
import type { StripId } from "../model/ids.ts";
import { TIERS, type Tier } from "../model/scene.ts";
import type { ScenarioSnapshot } from "../model/snapshot.ts";
import type { Strip } from "../model/strip.ts";
import { type Checked, startCheck } from "../rules/check.ts";
import { type Progress, solve } from "./engine/engine.ts";
import type { LinearSolver } from "./engine/linear.ts";
import { type ProblemSpec, problemOf, type Placement as Slot } from "./engine/problem.ts";
import { searchOf } from "./engine/search.ts";
import type { Placement } from "./placement.ts";
import { changesTo } from "./plan/changes.ts";
import { cleared } from "./plan/cleared.ts";
import { type Compiled, compile } from "./plan/compile.ts";
import { bareOf, type Freedom, type Parted, partedBy } from "./plan/fixed.ts";
import { type Lengths, lengthsOf } from "./plan/lengths.ts";
import { beyondTheSearch, notesOn, nothingToPlan, PINS_DO_NOT_STAND } from "./plan/notes.ts";
import { type Objective, objectiveOf } from "./plan/objective.ts";
import { putBack } from "./plan/put-back.ts";
import { breaksNoMoreThan, dayJudge, judgeOf, placementsOf, standingIn } from "./plan/verdict.ts";
import { type Views, viewsOf } from "./plan/views.ts";
import { type Ways, waysFrom } from "./plan/ways.ts";
import { isBetter, pointsOfFixed, type Rank, stakeOf, worthOf } from "./plan/worth.ts";

export { FREEDOMS, type Freedom } from "./plan/fixed.ts";
export { type Objective, objectiveOf } from "./plan/objective.ts";

export interface ProposeInput {
  readonly snapshot: ScenarioSnapshot;
  readonly freedom: Freedom;
  /** Priority points that each strip costs which stands elsewhere than in the snapshot; 0: the plan of today counts for nothing. */
  readonly movePoints: number;
  /** Whole; the same seed and rounds give the same proposal. */
  readonly seed: number;
  /** Proves more than prices alone can; see core/solve/highs. */
  readonly solver?: LinearSolver | null;
}

/** When to end: after so many rounds, or by a clock; whichever comes first. */
export interface ProposeBudget {
  readonly rounds?: number;
  readonly seconds?: number;
  /** Seconds of any clock that does not go back; needed where `seconds` is given. */
  readonly now?: () => number;
  /** Asked after every round. */
  readonly isStopped?: () => boolean;
}

export interface ProposalProgress {
  readonly round: number;
  readonly iterations: number;
  readonly objective: Objective;
  /** No plan is worth more points with as few musts missing; null while nothing is proven. */
  readonly bound: number | null;
  /** (bound − points) as a share of what is at stake: the points of every set-up that looks for a place, see `stakeOf`; null while nothing is proven. */
  readonly gap: number | null;
  readonly isOptimal: boolean;
  /** Set-ups with a place, by tier. */
  readonly setUpsIn: Readonly<Record<Tier, { readonly in: number; readonly of: number }>>;
}

/** A plan that the whole book judged. It is offered, never adopted by itself. */
export interface Proposal extends ProposalProgress {
  /** Where every strip goes that stands elsewhere than in the snapshot. */
  readonly placements: readonly Placement[];
  /** Strips that go back to the boneyard. */
  readonly returned: readonly StripId[];
  readonly report: CheckReport;
  /** What is worth saying of it, in whole sentences: nothing to plan, strips that fit nowhere, pins over one another. */
  readonly notes: readonly string[];
}

/** Set-ups that have a place or are in the can. */
export function setUpsIn({
  setUp: setUps,
  strip: strips,
}: Pick<Tables, "setUp" | "strip">): ProposalProgress["setUpsIn"] {
  const placed = new Set(strips.filter((strip) => strip.startsAt !== null).map((strip) => strip.id));
  const count = (tier: Tier) => {
    const all = setUps.filter((setUp) => setUp.tier === tier);
    const isIn = all.filter((setUp) => setUp.isShot || (setUp.stripId !== null && placed.has(setUp.stripId)));
    return [tier, { in: isIn.length, of: all.length }] as const;
  };
  return Object.fromEntries(TIERS.map(count)) as ProposalProgress["setUpsIn"];
}

/** What is planned, as the compiler sees it, and the verdict on plans of it. */
interface Planned {
  readonly views: Views;
  readonly lengths: Lengths;
  readonly ways: Ways;
  readonly parted: Parted;
  judged(placements: readonly Placement[]): Checked;
}

/** The best plan so far, and how the engine sees it. */
interface Best {
  readonly checked: Checked;
  readonly rank: Rank;
  readonly slots: readonly Slot[];
  /** In which problem; null: in none. */
  readonly of: Compiled | null;
}

/** The last touches are given this share of the time, or so many iterations, and cool down between these points. */
const LAST_SHARE = 0.1;
const LAST_TURNS = 8;
const LAST_ITERATIONS = 250;
const [LAST_HOT, LAST_COLD] = [30, 2];

/** With fewer seconds left than this nothing is begun that takes long, and nothing proven. */
const SHORT_S = 1;

/** Who lost their place find one so many times, each time with those that had to leave for the others. */
const MOST_MENDS = 4;

/** For the first plan: so many turns of so many iterations, at a temperature in points. */
const FIRST_TURNS = 4;
const FIRST_ITERATIONS = 100;
const HOT = 100;

/** Whether a strip holds what must be in the plan. */
const mustIn =
  ({ setUpsOfStrip }: Facts) =>
  ({ id }: Strip): boolean =>
    (setUpsOfStrip.get(id) ?? []).some(({ tier, isShot }) => tier === "must" && !isShot);

/**
 * The best plan that was found: hard rules kept wherever the plan before kept them, soft ones at as few points as could be; the plan
 * of today itself, where nothing better was found. Null when stopped before it was judged.
 */
export function propose(
  { snapshot, freedom, movePoints, seed, solver = null }: ProposeInput,
  budget: ProposeBudget,
  onProgress: (progress: ProposalProgress) => void = () => undefined,
): Proposal | null {
  const began = budget.now?.() ?? 0;
  if (budget.isStopped?.()) return null;
  const today = startCheck(snapshot);
  const { facts } = today;
  const parted = partedBy(snapshot, facts, freedom);
  const bare = bareOf(snapshot, parted.free);
  const worth = worthOf(snapshot, movePoints);
  let stake = (points: number) => Math.max(1, -points);
  let best: Best = { checked: today, rank: worth.rank(today), slots: [], of: null };
  let latest: Progress | null = null;
  let told = { bound: null as number | null, isTight: false };
  const progress = (): ProposalProgress => {
    const objective = objectiveOf(best.checked.report);
    const bound = told.bound === null ? null : told.bound + worth.moves(best.checked);
    const isMost = bound !== null && told.isTight;
    return {
      round: latest?.round ?? 0,
      iterations: latest?.iterations ?? 0,
      objective,
      bound: isMost ? bound : null,
      gap: isMost ? Math.max(0, bound - objective.points) / stake(objective.points) : null,
      isOptimal: isMost && bound <= objective.points + 1e-6,
      setUpsIn: setUpsIn(best.checked.snapshot.tables),
    };
  };
  const proposal = (notes: readonly string[]): Proposal => ({
    ...progress(),
    ...changesTo(snapshot.tables.strip, best.checked.snapshot.tables.strip),
    report: best.checked.report,
    notes,
  });
  onProgress(progress());
  if (parted.free.length === 0) return proposal([nothingToPlan(freedom, snapshot.tables)]);
  const valid = cleared(today, parted.free);
  // A finding about what may not move can have another name with fewer strips in it: then the plan of today is what counts.
  const isClean = breaksNoMoreThan(today.report)(valid.report).length === 0;
  const standing = isClean && isBetter(worth.rank(valid), best.rank) ? valid : today;
  if (standing === valid) {
    best = { checked: valid, rank: worth.rank(valid), slots: [], of: null };
    onProgress(progress());
  }

  const isOver = () =>
    (budget.isStopped?.() ?? false) ||
    (budget.seconds !== undefined && budget.now !== undefined && budget.now() - began >= budget.seconds);
  const left = () =>
    budget.seconds === undefined || !budget.now ? null : budget.seconds - (budget.now() - began);
  const views = viewsOf(bare);
  const lengths = lengthsOf(snapshot, facts);
  const ways = waysFrom(views, lengths, facts.placed, movePoints);
  const breaks = breaksNoMoreThan(standing.report);
  const days = dayJudge(views);
  const all: Planned = { views, lengths, ways, parted, judged: judgeOf(today, bare) };
  /** The problem that the engine plans: whatever would be the best is judged by the whole book first. */
  const problemFor = (planned: Planned, compiled: Compiled, spec: ProblemSpec) => {
    const standingOf = standingIn(compiled, planned);
    return problemOf({
      ...spec,
      learnt: days.learnt,
      judge: (_, slots) => days.learnt() === 0 || days.holds(...standingOf(slots)),
      confirm(slots) {
        const checked = planned.judged(placementsOf(slots, compiled, planned));
        const broken = breaks(checked.report);
        days.ask(broken);
        if (broken.length > 0) return slots.every(({ item }) => spec.items[item]?.pinned === true);
        const rank = worth.rank(checked);
        if (isBetter(rank, best.rank)) {
          best = { checked, rank, slots, of: compiled };
          onProgress(progress());
        }
        return true;
      },
    });
  };

  const startIn = (compiled: Compiled) => (best.of === compiled ? best.slots : compiled.start);
  /** Looks for a better plan for a little while; with `isToTheEnd` until the time is nearly over, cooling down. */
  const look = (planned: Planned, compiled: Compiled | null, isToTheEnd = false) => {
    if (!compiled || compiled.strict.items.length === 0) return;
    const problem = problemFor(planned, compiled, compiled.strict);
    const search = problem.ok ? searchOf(problem.value, seed, startIn(compiled)) : null;
    const whole = (left() ?? 0) - LAST_SHARE * (budget.seconds ?? 0);
    const passed = () => 1 - ((left() ?? 0) - LAST_SHARE * (budget.seconds ?? 0)) / whole;
    for (let i = 0; search && !isOver() && (isToTheEnd ? passed() < 1 : i < FIRST_TURNS); i++) {
      const heat = isToTheEnd ? HOT * (LAST_COLD / HOT) ** passed() : HOT;
      search.run(FIRST_ITERATIONS, heat, heat);
    }
  };
  /** Strips that gained nothing by moving go back. */
  const settle = () => {
    const isNoWorse = (plan: Checked, instead: Checked) =>
      breaks(plan.report).length === 0 && !isBetter(worth.rank(instead), worth.rank(plan));
    const checked = putBack(best.checked, {
      free: parted.free,
      judged: all.judged,
      accepts: isNoWorse,
      isOver,
    });
    if (checked === best.checked) return;
    best = { checked, rank: worth.rank(checked), slots: [], of: null };
    onProgress(progress());
  };

  let mended: Compiled | null = null;
  const isMust = mustIn(facts);
  const standingNow = standing.facts.placed;
  const loose = parted.free.filter(({ id }) => !standingNow.has(id));
  if (loose.length * 2 < parted.free.length) {
    // Most of the plan stands: what has no place finds one first, beside or instead of what stays where it is.
    // What lay in the boneyard before waits, unless it must be in the plan or nothing else is out.
    const isLoose = new Set<StripId>();
    const isUrgent = (strip: Strip) => facts.placed.has(strip.id) || isMust(strip);
    for (let turn = 0; turn < MOST_MENDS && !isOver(); turn++) {
      const { placed } = best.checked.facts;
      const out = parted.free.filter(({ id }) => !placed.has(id) && !isLoose.has(id));
      const urgent = out.filter(isUrgent);
      const more = urgent.length > 0 ? urgent : out;
      if (more.length === 0) break;
      for (const { id } of more) isLoose.add(id);
      mended = compile({
        ...all,
        from: placed,
        look: ({ id }) => (isLoose.has(id) ? "all" : "own"),
        isOver,
      });
      look(all, mended);
    }
  } else {
    // A first plan soon, of what must be in it and what stands, with few starts to choose from; then the same with all of them.
    const some = parted.free.filter((strip) => standingNow.has(strip.id) || isMust(strip));
    const first: Planned = { ...all, parted: { ...parted, free: some.length > 0 ? some : parted.free } };
    look(first, compile({ ...first, from: standingNow, look: () => "few", isOver }));
    if (some.length > 0) look(first, compile({ ...first, from: best.checked.facts.placed, isOver }));
  }

  // All starts of everything take about as long again as what was looked at so far.
  const remaining = left();
  if (
    mended &&
    remaining !== null &&
    budget.seconds !== undefined &&
    remaining < budget.seconds - remaining
  ) {
    look(all, mended, true);
    settle();
    return proposal([]);
  }
  const compiled = compile({ ...all, from: best.checked.facts.placed, isOver });
  if (!compiled) return proposal([]);
  const notes = notesOn(compiled, facts);
  stake = stakeOf(compiled, facts);
  const problem = problemFor(all, compiled, compiled.strict);
  if (compiled.strict.items.length === 0) return proposal(notes);
  if (!problem.ok) return proposal([...notes, beyondTheSearch(problem.error)]);
  const isShort = (left() ?? SHORT_S) < SHORT_S;
  look(all, compiled, isShort);
  if (isShort) {
    settle();
    return proposal(notes);
  }
  const looser = compiled.relaxed();
  const relaxed = looser === compiled.strict ? problem : problemOf(looser);
  if (!relaxed.ok) return proposal([...notes, beyondTheSearch(relaxed.error)]);
  const constant = pointsOfFixed(views, parted);
  const seconds = left();
  const outcome = solve(
    {
      problem: problem.value,
      relaxed: relaxed.value,
      seed,
      start: startIn(compiled),
      solver,
    },
    { ...budget, ...(seconds === null ? {} : { seconds: seconds * (1 - LAST_SHARE) }) },
    (now) => {
      latest = now;
      told = {
        bound: constant + now.bound.points * compiled.pointsPerUnit,
        isTight: now.bound.missing === now.missing,
      };
      onProgress(progress());
    },
  );

  if (!outcome) return proposal([...notes, PINS_DO_NOT_STAND]);

  // What is worth less than one of the engine's points counts in the end.
  const fine = compiled.pointsPerUnit > 1 ? problemFor(all, compiled, compiled.fine()) : null;
  const start = best.of === compiled ? best.slots : outcome.plan;
  const last = fine?.ok ? searchOf(fine.value, seed, start) : null;
  for (let i = 0; last && i < LAST_TURNS && !isOver(); i++) {
    const at = (turn: number) => LAST_HOT * (LAST_COLD / LAST_HOT) ** (turn / LAST_TURNS);
    last.run(LAST_ITERATIONS, at(i), at(i + 1));
  }
  settle();
  return proposal(notes);
}
