import type { Problem } from "./problem.ts";

/** Of an order, for one day: the later one up to that day and the earlier one after it are not both. */
export interface Cut {
  readonly first: number;
  readonly then: number;
  readonly day: number;
}

/** What orders say between days. */
export const cutsOf = (p: Problem): readonly Cut[] =>
  p.spec.orders.flatMap(({ first, then }) =>
    Array.from({ length: p.days - 1 }, (_, day) => ({ first, then, day })),
  );
