/** Scenes to be put in order, for a cast that is paid from the first of their scenes to the last. */
export interface HoldProblem {
  /** How long each scene takes, in whole units of time, 0 or more. */
  readonly durations: readonly number[];
  readonly cast: readonly CastMember[];
}

export interface CastMember {
  /** For each unit of time between their first scene and their last, whether they play in it or wait; whole, 0 or more. */
  readonly pay: number;
  /** Scene by scene: do they play in it. */
  readonly plays: readonly boolean[];
}

/** What the cast is paid when the scenes are shot in this order, waiting included. */
export function payOf({ durations, cast }: HoldProblem, order: readonly number[]): number {
  let sum = 0;
  for (const { pay, plays } of cast) {
    const first = order.findIndex((scene) => plays[scene]);
    const last = order.findLastIndex((scene) => plays[scene]);
    if (first === -1) continue;
    for (const scene of order.slice(first, last + 1)) sum += pay * (durations[scene] ?? 0);
  }
  return sum;
}

/** What they are paid in any order: the time they play. */
export const workOf = ({ durations, cast }: HoldProblem): number =>
  cast.reduce(
    (sum, { pay, plays }) => sum + durations.reduce((own, d, scene) => own + (plays[scene] ? pay * d : 0), 0),
    0,
  );
