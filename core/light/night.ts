import { certainly } from "./certain.ts";
import type { LightCondition } from "./condition.ts";

export const night: LightCondition = {
  id: "night",
  sentence: "Orbital night: from the moment the Sun's disc touches the limb to its first point coming back.",
  times: (table) => certainly("night", table),
};
