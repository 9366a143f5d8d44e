import type { Facts } from "../model/facts.ts";
import type { StripId } from "../model/ids.ts";
import type { Strip } from "../model/strip.ts";
import { solve } from "./engine/engine.ts";
import { type Placement, problemOf } from "./engine/problem.ts";
import { searchOf } from "./engine/search.ts";
import { COOLING, homing, LAST_SHARE, look, SOON, warm } from "./look.ts";
import { EASY_MOVE_POINTS } from "./move-points.ts";
import { type Compiled, compile } from "./plan/compile.ts";
import { beyondTheSearch, notesOn, nothingToPlan, PINS_DO_NOT_STAND } from "./plan/notes.ts";
import { polish } from "./plan/polish.ts";
import { type Planned, type Planning, planningOf } from "./planning.ts";
import type { OnProgress, Proposal, ProposeBudget, ProposeInput } from "./proposal.ts";
import { staysCompiled } from "./stays-compiled.ts";

export { FREEDOMS, type Freedom } from "./plan/fixed.ts";
export { type Objective, objectiveOf } from "./plan/objective.ts";
export {
  type Changes,
  type Proposal,
  type ProposalProgress,
  type ProposeBudget,
  type ProposeInput,
  setUpsIn,
} from "./proposal.ts";

/** The last touches are so many turns of so many iterations, and cool down between these points. */
const LAST_TURNS = 8;
const LAST_ITERATIONS = 250;
const [LAST_HOT, LAST_COLD] = [30, 2];
/** Where rounds are counted, so many moves are tried for each. */
const LAST_TRIES = 2_500;
/** Of the time, so much is left in the end for what may go back. */
const SETTLE_SHARE = 0.02;

/** With fewer seconds left than this nothing is begun that takes long, and nothing proven. */
const SHORT_S = 1;

/** Where more of what may move has no place there is no plan yet to change, and it is planned from nothing. */
const MOST_LOOSE = 2 / 3;

/** Who lost their place find one so many times, each time with those that had to leave for the others. */
const MOST_MENDS = 4;

/** No turn of that begins after this share of the time: what is left goes to looking at everything. */
const MEND_SHARE = 0.35;

/**
 * The best plan that was found: hard rules kept wherever the plan before kept them, soft ones at as few points as could be; the plan
 * of today itself, where nothing better was found. Null when stopped before it was judged.
 */
export function propose(
  input: ProposeInput,
  budget: ProposeBudget,
  onProgress: OnProgress = () => undefined,
): Proposal | null {
  if (budget.isStopped?.()) return null;
  const planning = planningOf(input, budget, onProgress);
  const { all, standing } = planning;
  const { free } = all.parted;
  staysCompiled("planning", planning, free.length);
  if (free.length === 0) {
    planning.nothingFits();
    return planning.proposal([nothingToPlan(input.freedom, input.snapshot.tables)]);
  }
  const loose = free.filter(({ id }) => !standing.facts.placed.has(id));
  if (loose.length > MOST_LOOSE * free.length) begin(planning, input.seed);
  else {
    // A plan stands: what has no place finds one first, beside or instead of what stays where it is.
    if (!planning.isBegun && !input.atOnce) mend(planning, input.seed);
    if (planning.timer.secondsLeft() < SHORT_S) return planning.proposal(finishSoon(planning, input));
  }
  return planning.proposal(planWhole(planning, input, budget));
}

/** Whether a strip holds what must be in the plan. */
const mustIn =
  ({ setUpsOfStrip }: Facts) =>
  ({ id }: Strip): boolean =>
    (setUpsOfStrip.get(id) ?? []).some(({ tier, isShot }) => tier === "must" && !isShot);

/** Finds places for what has none, while the rest stays where it is or leaves. */
function mend(planning: Planning, seed: number): void {
  const { all, best, timer, today } = planning;
  const isMust = mustIn(today.facts);
  // What lay in the boneyard before waits, unless it must be in the plan or nothing else is out.
  const isUrgent = (strip: Strip) => today.facts.placed.has(strip.id) || isMust(strip);
  const isLoose = new Set<StripId>();
  const isLate = () => timer.isOver() || timer.secondsLeft() < (1 - MEND_SHARE) * timer.seconds;
  for (let turn = 0; turn < MOST_MENDS && !isLate(); turn++) {
    const { placed } = best().facts;
    const out = all.parted.free.filter(({ id }) => !placed.has(id) && !isLoose.has(id));
    const urgent = out.filter(isUrgent);
    const more = urgent.length > 0 ? urgent : out;
    if (more.length === 0) break;
    for (const { id } of more) isLoose.add(id);
    const mended = compile({
      ...all,
      from: placed,
      look: ({ id }) => (isLoose.has(id) ? "most" : "own"),
      isOver: timer.isOver,
    });
    look(planning, all, mended, seed);
  }
}

/**
 * With little time left everything may move until it is over, to all its places; but when nobody has looked before, what stands where
 * it stood today to most of them, for looking takes its time. What is worth saying of it.
 */
function finishSoon(
  planning: Planning,
  { seed, movePoints, begin: known, atOnce = false }: ProposeInput,
): readonly string[] {
  const { all, best, timer, today } = planning;
  const { placed } = best().facts;
  const stood = (strip: Strip) => {
    const now = placed.get(strip.id);
    return now !== undefined && now.span.start === today.facts.placed.get(strip.id)?.span.start;
  };
  const compiled = compile({
    ...all,
    from: placed,
    look: (strip) => (known === undefined && stood(strip) ? "most" : "all"),
    isOver: timer.isOver,
  });
  if (!compiled) return [];
  look(planning, all, compiled, seed, warm(compiled, atOnce));
  look(planning, all, compiled, seed, homing(movePoints));
  planning.settle();
  return notesOn(compiled, all.views.facts);
}

/** A first plan soon, of what must be in it and what stands, with few starts to choose from; then the same with all of them. */
function begin(planning: Planning, seed: number): void {
  const { all, best, standing, timer } = planning;
  const isMust = mustIn(standing.facts);
  const { free } = all.parted;
  const some = free.filter((strip) => standing.facts.placed.has(strip.id) || isMust(strip));
  const parted = { ...all.parted, free: some.length > 0 ? some : free };
  const planned: Planned = { ...all, parted };
  const from = () => best().facts.placed;
  const { isOver } = timer;
  look(planning, planned, compile({ ...planned, from: from(), look: () => "few", isOver }), seed);
  if (some.length > 0) look(planning, planned, compile({ ...planned, from: from(), isOver }), seed);
}

/** Plans everything at all starts, and proves how good that is; what is worth saying of it. */
function planWhole(
  planning: Planning,
  { seed, solver = null, atOnce = false }: ProposeInput,
  budget: ProposeBudget,
): readonly string[] {
  const { all, best, bestIn, problemFor, settle, timer } = planning;
  const compiled = compile({ ...all, from: best().facts.placed, isOver: timer.isOver });
  if (!compiled) return [];
  const notes = notesOn(compiled, all.views.facts);
  if (compiled.strict.items.length === 0) {
    planning.nothingFits();
    return notes;
  }
  const spec = atOnce ? compiled.easy(EASY_MOVE_POINTS) : compiled.strict;
  const problem = problemFor(all, compiled, spec);
  if (!problem.ok) return [...notes, beyondTheSearch(problem.error)];
  const isShort = timer.secondsLeft() < SHORT_S;
  look(planning, all, compiled, seed, isShort ? COOLING : SOON);
  if (isShort) {
    settle();
    return notes;
  }
  // What is worth more than it is proves nothing.
  const looser = atOnce ? spec : compiled.relaxed();
  const relaxed = looser === spec ? problem : problemOf(looser);
  if (!relaxed.ok) return [...notes, beyondTheSearch(relaxed.error)];
  const seconds = timer.secondsLeft() * (1 - LAST_SHARE);
  const start = bestIn(compiled) ?? compiled.start;
  const outcome = solve(
    { problem: problem.value, relaxed: relaxed.value, seed, start, solver },
    { ...budget, ...(Number.isFinite(seconds) ? { seconds } : {}) },
    atOnce ? undefined : planning.proving(compiled),
  );
  if (!outcome) return [...notes, PINS_DO_NOT_STAND];
  touchUp(planning, compiled, seed, bestIn(compiled) ?? outcome.plan, budget.rounds);
  settle();
  return notes;
}

/** What is worth less than one of the engine's points counts in the end, and what no view tells the engine of. */
function touchUp(
  { all, bestIn, costIn, problemFor, timer }: Planning,
  compiled: Compiled,
  seed: number,
  start: readonly Placement[],
  rounds = Number.POSITIVE_INFINITY,
): void {
  const fine = problemFor(all, compiled, compiled.fine());
  if (!fine.ok) return;
  const search = compiled.pointsPerUnit > 1 ? searchOf(fine.value, seed, start) : null;
  for (let i = 0; search && i < LAST_TURNS && !timer.isOver(); i++) {
    const at = (turn: number) => LAST_HOT * (LAST_COLD / LAST_HOT) ** (turn / LAST_TURNS);
    search.run(LAST_ITERATIONS, at(i), at(i + 1));
  }
  const isOver = () => timer.isOver() || timer.secondsLeft() < SETTLE_SHARE * timer.seconds;
  const tries = LAST_TRIES * rounds;
  polish(fine.value, bestIn(compiled) ?? start, { cost: costIn(compiled), seed, tries, isOver });
}
