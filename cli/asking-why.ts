import { count } from "#core/base/format.ts";
import type { StripId } from "#core/model/ids.ts";
import type { ScenarioSnapshot } from "#core/model/snapshot.ts";
import { highsSolver } from "#core/solve/highs.ts";
import { stepsOf } from "#core/solve/why/steps.ts";
import { type WhyTogether, whyNotTogether } from "#core/solve/why/together/together.ts";
import { type WhyNot, whyNot } from "#core/solve/why/why.ts";
import type { Stoppable } from "./stoppable.ts";

/** Asks why strips are not in; what is known when it is stopped is the answer. */

/** Strips asked about: those whether they fit together, and of them those without a place, one by one. */
export interface Asked {
  readonly together: readonly StripId[];
  readonly out: readonly StripId[];
}
export interface WhyOrder extends Asked {
  readonly snapshot: ScenarioSnapshot;
  readonly seed: number;
  readonly steps: number;
  /** For whether they fit together. */
  readonly togetherS: number;
  /** For all that are out. */
  readonly seconds: number;
}
export interface WhyKnown {
  readonly together: WhyTogether | null;
  readonly answers: readonly WhyNot[];
  /** Stopped, or the time was up, before anything was asked about these. */
  readonly notAsked: readonly StripId[];
}

/** So long at the least those that are out are asked about alone; beyond the time for ways out as long again. */
const LEAST_ALONE_S = 15;

const until = (s: number): (() => boolean) => {
  const end = performance.now() + s * 1000;
  return () => performance.now() > end;
};

/** `tell`: how far it is, in a line. */
export const askWhy: Stoppable<WhyOrder, string, WhyKnown> = async (
  { snapshot, together: several, out, seed, steps, togetherS, seconds },
  isStopped,
  tell,
) => {
  const unlessStopped = (isLate: () => boolean) => () => isStopped() || isLate();
  let together: WhyTogether | null = null;
  if (several.length > 1) {
    tell(`Asking whether ${count(several.length, "strip")} fit together`);
    together = whyNotTogether(snapshot, several, {
      seed,
      solver: await highsSolver(),
      steps: stepsOf(steps, unlessStopped(until(togetherS))),
      onProgress: ({ conflicts }) =>
        tell(
          conflicts.length === 0
            ? `Looking longer whether ${count(several.length, "strip")} fit together`
            : `Ways out are sought for ${count(conflicts.length, "set")} of scenes that cannot all be in`,
        ),
    });
  }
  const isLate = unlessStopped(until(seconds));
  const isTooLong = until(Math.max(LEAST_ALONE_S, 2 * seconds));
  const answers: WhyNot[] = [];
  for (const [i, id] of out.entries()) {
    // One that was asked about alone is told what is known at once.
    if ((isStopped() && (together || i > 0)) || (i > 0 && isTooLong()))
      return { together, answers, notAsked: out.slice(i) };
    const nth = out.length > 1 ? `, ${i + 1} of ${out.length}` : "";
    const answer = whyNot(snapshot, id, isLate, ({ scene, ways }) =>
      tell(`Scene ${scene}${nth}: ${count(ways.length, "way")} out so far`),
    );
    if (answer) answers.push(answer);
  }
  return { together, answers, notAsked: [] };
};
