import type { ProblemSpec } from "./engine/problem.ts";
import { searchOf } from "./engine/search.ts";
import { EASY_MOVE_POINTS } from "./move-points.ts";
import type { Compiled } from "./plan/compile.ts";
import type { Planned, Planning } from "./planning.ts";
import { staysCompiled } from "./stays-compiled.ts";

/** Of the time, so much is left for the last touches. */
export const LAST_SHARE = 0.1;
/** A turn is so many iterations. */
const ITERATIONS = 200;
/** A short look takes so many turns, at a temperature in points; one that cools down begins with it and comes to the other. */
const FEW_TURNS = 2;
const [HOT, COLD] = [100, 2];
/**
 * A plan of which most stands is kept as warm as this until it goes home, as a share of what an item brings on average: what is sought is one
 * scene more, and a search that cools down settles before it has found it. Re-plans of The Challenge within 1 % of what 16 s find,
 * of 64: 51 and 52 at a share of 0.12, 47 at 0.22; when it cooled down from 40 points to 2 it was 34 of 48.
 */
const WARM = 0.12;
/**
 * While a must is missing, every other turn is so many times as warm: what else is in the plan counts for little then, and has to leave
 * before the must finds room. Of 96 re-plans of The Challenge 71 came within 1 % instead of 65. Not before so much of the time is left,
 * for a plan that was this warm is a jumble: of 8 with a day lost of a shoot drawn at random, 3 were near, and 7 of 10 so.
 */
const WARMER = 4;
const WARMER_FROM = 0.85;
/**
 * In the end, for this share of the time, the search goes on from the best plan with points as fine as they are, and cools down from so
 * many times what a move costs, or from what the last touches begin with: what moved and gained nothing goes back.
 */
const HOMING_SHARE = 0.2;
const HOMING_HOT = 3;
const [TOUCH_HOT, TOUCH_COLD] = [30, 2];

/** How long to look, and how warm. */
interface Looking {
  readonly turns: number;
  /** The temperature of a turn when so much of the time is left (1 to 0). */
  heat(left: number, turn: number, missing: number): number;
  /** So much of the time it leaves to others. */
  readonly leaves: number;
  /** How it sees the plan; else as the engine does. */
  spec?(compiled: Compiled): ProblemSpec;
}
const cooled = (hot: number, cold: number, left: number): number => hot * (cold / hot) ** (1 - left);

const strict = (compiled: Compiled): ProblemSpec => compiled.strict;
/** A short look. */
export const SOON: Looking = { turns: FEW_TURNS, heat: () => HOT, leaves: 0 };
/** Of a plan of which little stands. */
export const COOLING: Looking = {
  turns: Number.POSITIVE_INFINITY,
  heat: (left) => cooled(HOT, COLD, left),
  leaves: 0,
};
/** Of a plan of which most stands: what is sought is one scene more. `isEasy`: whatever has to move for it. */
export function warm(compiled: Compiled, isEasy: boolean): Looking {
  const worth = worthOfOne(compiled);
  return {
    spec: isEasy ? () => compiled.easy(EASY_MOVE_POINTS) : strict,
    turns: Number.POSITIVE_INFINITY,
    heat(left, turn, missing) {
      const isStuck = missing > 0 && left < WARMER_FROM;
      return worth * WARM * (isStuck && turn % 2 === 1 ? WARMER : 1);
    },
    leaves: HOMING_SHARE,
  };
}
/** Then home. */
export const homing = (movePoints: number): Looking => ({
  turns: Number.POSITIVE_INFINITY,
  heat: (left) => cooled(Math.max(TOUCH_HOT, movePoints * HOMING_HOT), TOUCH_COLD, left),
  leaves: 0,
  spec: (compiled) => compiled.fine(),
});

/** Looks for a better plan, until the time is nearly over at the longest. */
export function look(
  { timer, problemFor, bestIn }: Planning,
  planned: Planned,
  compiled: Compiled | null,
  seed: number,
  { turns, heat, leaves, spec = strict }: Looking = SOON,
): void {
  const secondsLeft = () => timer.secondsLeft() - LAST_SHARE * timer.seconds;
  const whole = secondsLeft();
  const isLate = () => turns === Number.POSITIVE_INFINITY && secondsLeft() <= Math.max(0, leaves * whole);
  if (!compiled || compiled.strict.items.length === 0 || isLate()) return;
  const problem = problemFor(planned, compiled, spec(compiled));
  const search = problem.ok ? searchOf(problem.value, seed, bestIn(compiled) ?? compiled.start) : null;
  if (!search) return;
  staysCompiled("search", { search, compiled }, compiled.strict.items.length);
  for (let i = 0; i < turns && !timer.isOver() && !isLate(); i++) {
    const now = heat(secondsLeft() / whole, i, search.best().missing);
    search.run(ITERATIONS, now, now);
  }
}

/** What an item that is worth something brings on average, in the engine's points. */
function worthOfOne({ strict }: Compiled): number {
  const worths = strict.items
    .map(({ options }) => Math.max(0, ...options.map(({ points }) => points)))
    .filter((worth) => worth > 0);
  return Math.max(1, worths.reduce((sum, worth) => sum + worth, 0) / Math.max(1, worths.length));
}
