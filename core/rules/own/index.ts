import { atMost } from "./at-most.ts";
import { before } from "./before.ts";
import { needs } from "./needs.ts";
import { notWithin } from "./not-within.ts";
import { onlyBetween } from "./only-between.ts";
import type { Shape } from "./shape.ts";
import { totalAtMost } from "./total-at-most.ts";

/** The shapes that own rules are made of. One file and one line each. */
export const shapes: readonly Shape[] = [atMost, totalAtMost, onlyBetween, needs, before, notWithin];
