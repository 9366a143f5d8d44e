import { certainly, untold } from "../light-times.ts";
import type { LightCondition } from "./condition.ts";

export const night: LightCondition = {
  id: "night",
  sentence: "Orbital night: from the moment the Sun's disc touches the limb to its first point coming back.",
  isAsked: ({ light }) => light === "night",
  times: (_, { light }) => ({ certain: certainly("night", light), unknown: untold(light) }),
  lacking: () => "outside the orbital night it asks for",
};
