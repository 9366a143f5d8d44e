import { tablesOf } from "#core/model/bundle.ts";
import { snapshotOf } from "#core/scenario/snapshot.ts";
import type { LinearSolver } from "#core/solve/engine/linear.ts";
import { type ProposalProgress, propose } from "#core/solve/propose.ts";
import { theChallenge, unplaced } from "#seeds/the-challenge/index.ts";

/** When what was reached, in seconds; null: not in time. */
export interface Reached {
  /** A plan better than none. */
  readonly first: number | null;
  /** All musts have a place. */
  readonly musts: number | null;
  /** A gap of 1 %. */
  readonly near: number | null;
  /** At the mark. */
  readonly then: ProposalProgress;
}

/** Plans The Challenge with nothing placed, with all rules and light: what a producer waits for. */
export function fromNothing(seed: number, seconds: number, now: () => number, solver: LinearSolver): Reached {
  const bundle = theChallenge();
  const [own] = bundle.scenarios;
  if (!own) throw new Error(`${bundle.production.title} has no scenario.`);
  const snapshot = snapshotOf(bundle.production, own.scenario, tablesOf(bundle.shared, unplaced()));
  const began = now();
  let first: number | null = null;
  let musts: number | null = null;
  let near: number | null = null;
  let before: ProposalProgress | null = null;
  let then: ProposalProgress | null = null;
  propose({ snapshot, freedom: "free", movePoints: 0, seed, solver }, { seconds, now }, (progress) => {
    const at = now() - began;
    const { mustsMissingMin, points } = progress.objective;
    // The plan of today is told first: nothing has a place.
    const isFirst = before === null;
    if (!isFirst && points !== before?.objective.points) first ??= at;
    if (mustsMissingMin === 0) musts ??= at;
    if (progress.gap !== null && progress.gap <= 0.01) near ??= at;
    // What a round that ended too late has found does not count.
    then = at <= seconds ? progress : (then ?? before ?? progress);
    before = progress;
  });
  if (!then) throw new Error("Nothing was told.");
  return { first, musts, near, then };
}
