import type { Objective } from "../propose.ts";
import type { Price } from "./index.ts";
import type { Variant } from "./variant.ts";

/** What a plan holds. */
export type Plan = Pick<Price, "setUpsIn" | "objective">;
/** What was found and proved of a variant by itself. */
export interface Priced {
  readonly variant: Pick<Variant, "holds" | "grownFrom">;
  readonly price: Price;
}

export const isBetter = (a: Objective, b: Objective): boolean =>
  a.mustsMissingMin !== b.mustsMissingMin ? a.mustsMissingMin < b.mustsMissingMin : a.points > b.points;
export const planned = ({ setUpsIn, objective }: Plan): Plan => ({ setUpsIn, objective });
export const lesser = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.min(a, b);

/** As what is more and what is less must be: nothing that is less is worth more, and the other way round. */
export function ordered(told: readonly Priced[], base: Plan): readonly Price[] {
  /** Of what is had in amounts, as days of a window are: with less of it than what comes. */
  let less = null as Price | null;
  return told.map(({ variant, price }) => {
    const raised = variant.grownFrom && less ? grown(price, less) : price;
    const held = variant.holds === "less" ? heldBelow(raised, base) : heldAbove(raised, base);
    if (variant.grownFrom) less = held;
    return held;
  });
}

/** A plan of less is one of the shoot, whose best is worth as much at least. */
function heldBelow(price: Price, base: Plan): Price {
  const { mustsMissingMin, points } = base.objective;
  const own = isBetter(price.objective, base.objective) ? { ...price, ...base } : price;
  const isSame = own.objective.mustsMissingMin === mustsMissingMin;
  const byDuals = price.byDuals && Math.min(0, price.byDuals);
  return { ...own, bound: isSame ? lesser(own.bound, points) : own.bound, byDuals };
}

/** A plan of the shoot as it is stands with more of something too. */
function heldAbove(price: Price, base: Plan): Price {
  const { objective } = base;
  const byDuals = price.byDuals && Math.max(0, price.byDuals);
  if (isBetter(price.objective, objective)) {
    const gain = price.objective.points - objective.points;
    return { ...price, byDuals: byDuals === null ? null : Math.max(byDuals, gain) };
  }
  const isNone = price.bound !== null && price.bound <= objective.points;
  const note = price.note || (isNone ? "It brings nothing, as is proved." : "No better plan was found.");
  return { ...price, ...base, byDuals, note };
}

/** What can be had with less can be had with more, where that is left unused. */
function grown(price: Price, less: Price): Price {
  const greater = (a: number | null, b: number | null) => (a === null || b === null ? a : Math.max(a, b));
  // What is proved is proved of plans with as few musts missing.
  const isSame = price.objective.mustsMissingMin === less.objective.mustsMissingMin;
  const bound = isSame ? greater(price.bound, less.bound) : price.bound;
  const most = { bound, byDuals: greater(price.byDuals, less.byDuals) };
  if (!isBetter(less.objective, price.objective)) return { ...price, ...most };
  return { ...price, ...most, ...planned(less), note: price.note || "No better plan was found." };
}
