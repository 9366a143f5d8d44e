import type { Checked } from "../rules/check.ts";
import type { Progress } from "./engine/engine.ts";
import { type ProblemSpec, problemOf, type Placement as Slot } from "./engine/problem.ts";
import { type Placement, withProposal } from "./placement.ts";
import { changesTo } from "./plan/changes.ts";
import { cleared } from "./plan/cleared.ts";
import type { Compiled } from "./plan/compile.ts";
import { bareOf, type Parted, partedBy } from "./plan/fixed.ts";
import { type Lengths, lengthsOf } from "./plan/lengths.ts";
import { objectiveOf } from "./plan/objective.ts";
import { putBack } from "./plan/put-back.ts";
import { softCostOf } from "./plan/soft-cost.ts";
import { judgedToday } from "./plan/today.ts";
import { breaksNoMoreThan, dayJudge, judgeOf, placementsOf, standingIn } from "./plan/verdict.ts";
import { type Views, viewsOf } from "./plan/views.ts";
import { type Ways, waysFrom } from "./plan/ways.ts";
import { isBetter, pointsOfFixed, type Rank, stakeOf, worthOf } from "./plan/worth.ts";
import {
  type Changes,
  type OnProgress,
  type Proposal,
  type ProposalProgress,
  type ProposeBudget,
  type ProposeInput,
  setUpsIn,
} from "./proposal.ts";

/** What is planned, as the compiler sees it, and the verdict on plans of it. */
export interface Planned {
  readonly views: Views;
  readonly lengths: Lengths;
  readonly ways: Ways;
  readonly parted: Parted;
  judged(placements: readonly Placement[]): Checked;
}

/** How much time there is. Without a clock as much as anybody wants. */
export interface Timer {
  readonly seconds: number;
  secondsLeft(): number;
  /** The time is over, or somebody has stopped it. */
  isOver(): boolean;
}

/** A proposal in the making: what is planned, and the best plan so far, which the whole book has judged. */
export interface Planning {
  readonly all: Planned;
  readonly timer: Timer;
  readonly today: Checked;
  /** The plan of today; where it is broken and that is better, what of it can stand; where that is better, the plan to begin with. */
  readonly standing: Checked;
  /** Whether that is a plan to begin with. */
  readonly isBegun: boolean;
  best(): Checked;
  /** A problem for the engine: whatever would be the best is judged by the whole book first. */
  problemFor(planned: Planned, compiled: Compiled, spec: ProblemSpec): ReturnType<typeof problemOf>;
  /** The best plan as a problem compiled so sees it; null where it came from elsewhere. */
  bestIn(compiled: Compiled): readonly Slot[] | null;
  /** What the engine's plans cost by the soft rules and by what moves, whether a view tells the engine of it or not. */
  costIn(compiled: Compiled): (slots: readonly Slot[]) => number;
  /** Strips that gained nothing by moving go back. */
  settle(): void;
  /** From now on what is proven of a problem compiled so is told. */
  proving(compiled: Compiled): (progress: Progress) => void;
  /** Nothing that may move has a place anywhere: where nothing of it stands either, no plan is better, and that is proven. */
  nothingFits(): void;
  proposal(notes: readonly string[]): Proposal;
}

/** The best plan so far, and how the engine sees it. */
interface Best {
  readonly checked: Checked;
  readonly rank: Rank;
  readonly slots: readonly Slot[];
  /** In which problem; null: in none. */
  readonly of: Compiled | null;
}

/** What the engine last told: no plan brings more points than `bound`, beside what moves cost. */
interface Told {
  readonly round: number;
  readonly iterations: number;
  readonly bound: number | null;
}

export function planningOf(
  { snapshot, freedom, movePoints, begin }: ProposeInput,
  budget: ProposeBudget,
  onProgress: OnProgress,
): Planning {
  const timer = timerOf(budget);
  const today = judgedToday(snapshot);
  const { facts } = today;
  const parted = partedBy(snapshot, facts, freedom);
  const bare = bareOf(snapshot, parted.free);
  const worth = worthOf(snapshot, movePoints);
  const asBest = (checked: Checked): Best => ({ checked, rank: worth.rank(checked), slots: [], of: null });
  let best = asBest(today);
  let told: Told = { round: 0, iterations: 0, bound: null };
  let stake = (points: number) => Math.max(1, -points);
  const progress = (): ProposalProgress => {
    const objective = objectiveOf(best.checked.report);
    const bound = told.bound === null ? null : told.bound + worth.moves(best.checked);
    return {
      round: told.round,
      iterations: told.iterations,
      rank: best.rank,
      objective,
      bound,
      gap: bound === null ? null : Math.max(0, bound - objective.points) / stake(objective.points),
      isOptimal: bound !== null && bound <= objective.points + 1e-6,
      setUpsIn: setUpsIn(best.checked.snapshot.tables),
    };
  };
  const changes = () => changesTo(snapshot.tables.strip, best.checked.snapshot.tables.strip);
  const tell = () => onProgress(progress(), changes);
  const keep = (next: Best) => {
    best = next;
    tell();
  };
  tell();

  /** What of a plan can stand, where that is better than the best so far. */
  const stands = (plan: Checked): boolean => {
    const valid = cleared(plan, parted.free);
    // A finding about what may not move can have another name with fewer strips in it: then the plan of today is what counts.
    const isClean = breaksNoMoreThan(best.checked.report)(valid.report).length === 0;
    if (!isClean || !isBetter(worth.rank(valid), best.rank)) return false;
    keep(asBest(valid));
    return true;
  };
  stands(today);
  const isBegun = begin !== undefined && stands(today.after(withProposal(snapshot, ofThese(parted, begin))));
  const standing = best.checked;

  const views = viewsOf(bare, undefined, { tables: snapshot.tables, facts });
  const lengths = lengthsOf(snapshot, facts);
  const ways = waysFrom(views, lengths, facts.placed, movePoints);
  const all: Planned = { views, lengths, ways, parted, judged: judgeOf(today, bare) };
  const breaks = breaksNoMoreThan(standing.report);
  const days = dayJudge(views);

  return {
    all,
    timer,
    today,
    standing,
    isBegun,
    best: () => best.checked,
    problemFor(planned, compiled, spec) {
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
          if (isBetter(rank, best.rank)) keep({ checked, rank, slots, of: compiled });
          return true;
        },
      });
    },
    bestIn: (compiled) => (best.of === compiled ? best.slots : null),
    costIn: (compiled) => softCostOf(all, compiled, worth.moved),
    settle() {
      const checked = putBack(best.checked, {
        free: parted.free,
        judged: all.judged,
        accepts: (plan, instead) =>
          breaks(plan.report).length === 0 && !isBetter(worth.rank(instead), worth.rank(plan)),
        isOver: timer.isOver,
      });
      if (checked !== best.checked) keep(asBest(checked));
    },
    proving(compiled) {
      stake = stakeOf(compiled, facts);
      const constant = pointsOfFixed(views, parted);
      return ({ round, iterations, bound, missing }) => {
        const isTight = bound.missing === missing;
        told = {
          round,
          iterations,
          bound: isTight ? constant + bound.points * compiled.pointsPerUnit : null,
        };
        tell();
      };
    },
    nothingFits() {
      if (parted.free.some(({ id }) => best.checked.facts.placed.has(id))) return;
      told = { ...told, bound: objectiveOf(best.checked.report).points - worth.moves(best.checked) };
      tell();
    },
    proposal: (notes) => ({
      ...progress(),
      ...changes(),
      report: best.checked.report,
      notes,
    }),
  };
}

/** Changes to what may move. */
function ofThese({ free }: Parted, { placements, returned }: Changes): Changes {
  const ids = new Set(free.map(({ id }) => id));
  return {
    placements: placements.filter(({ stripId }) => ids.has(stripId)),
    returned: returned.filter((id) => ids.has(id)),
  };
}

function timerOf({ seconds: wanted, now, isStopped }: ProposeBudget): Timer {
  const seconds = wanted !== undefined && now ? wanted : Number.POSITIVE_INFINITY;
  const began = now?.() ?? 0;
  const secondsLeft = () => seconds - ((now?.() ?? 0) - began);
  return { seconds, secondsLeft, isOver: () => (isStopped?.() ?? false) || secondsLeft() <= 0 };
}
