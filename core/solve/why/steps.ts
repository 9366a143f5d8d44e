/** So many questions, and no longer than somebody waits. */
export interface Steps {
  /** Asked before each step, and counts it. The same answer from then on. */
  isLate(): boolean;
  /** What ended it: that all steps were taken, or that time was up before; null while neither is so. */
  endedBy(): "steps" | "clock" | null;
}

/** Steps come in the same order every time, so that what ends by them ends the same on every machine. */
export function stepsOf(most: number, isTimeUp: () => boolean = () => false): Steps {
  let taken = 0;
  let ended: "steps" | "clock" | null = null;
  return {
    isLate() {
      if (ended) return true;
      if (taken >= most) ended = "steps";
      else if (isTimeUp()) ended = "clock";
      taken += 1;
      return ended !== null;
    },
    endedBy: () => ended,
  };
}
