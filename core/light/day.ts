import { certainly } from "./certain.ts";
import type { LightCondition } from "./condition.ts";

export const day: LightCondition = {
  id: "day",
  sentence: "Orbital day: from the first point of the Sun's disc to the moment it touches the limb again.",
  times: (table) => certainly("day", table),
};
