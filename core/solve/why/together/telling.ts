import type { WhyTogether } from "./together.ts";

/**
 * Whether one answer to the same question tells at least as much as another. A decided one tells more than an open one; then what is
 * proved, what was found, and what is offered count, in this order.
 */
export function isAsTelling(next: WhyTogether, was: WhyTogether): boolean {
  const [a, b] = [worthOf(next), worthOf(was)];
  const i = a.findIndex((each, at) => each !== b[at]);
  return i < 0 || (a[i] as number) > (b[i] as number);
}

const worthOf = ({ is, most, plan, conflicts, place }: WhyTogether): readonly number[] => [
  is === "open" ? 0 : 1,
  conflicts.length,
  -most,
  plan.length,
  conflicts.filter(({ isMinimal }) => isMinimal).length,
  conflicts.reduce((sum, { ways }) => sum + ways.length, 0) + (place ? 1 : 0),
  conflicts.flatMap(({ told }) => told).filter(({ isEnough }) => isEnough).length,
];
