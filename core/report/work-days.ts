/** Day-out-of-days codes. Source: facts.md §7 [S]. */
export const DAY_CODES = {
  SW: "Start work: first working day",
  W: "Work",
  WF: "Work finish: last working day",
  SWF: "Start, work and finish on one day",
  H: "Hold: between first and last working day, not called",
  "/": "Day closed to shooting",
  L: "Launch",
  LD: "Landing",
  PK: "Preparing the return",
} as const;
export type DayCode = keyof typeof DAY_CODES;
export type WorkCode = "SW" | "W" | "WF" | "SWF" | "H" | "/";

export interface WorkDay {
  readonly isWorked: boolean;
  readonly isClosed: boolean;
}

/** Codes of one row, day by day in order; null where there is nothing to say. */
export function workCodes(days: readonly WorkDay[]): readonly (WorkCode | null)[] {
  const first = days.findIndex((day) => day.isWorked);
  const last = days.findLastIndex((day) => day.isWorked);
  return days.map(({ isWorked, isClosed }, i) => {
    if (isWorked) {
      if (first === last) return "SWF";
      return i === first ? "SW" : i === last ? "WF" : "W";
    }
    if (isClosed) return "/";
    return first < i && i < last ? "H" : null;
  });
}
