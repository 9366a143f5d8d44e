import { certainly, untold } from "../light-times.ts";
import type { LightCondition } from "./condition.ts";

export const day: LightCondition = {
  id: "day",
  sentence: "Orbital day: from the first point of the Sun's disc to the moment it touches the limb again.",
  isAsked: ({ light }) => light === "day",
  times: (_, { light }) => ({ certain: certainly("day", light), unknown: untold(light) }),
  lacking: () => "outside the orbital day it asks for",
};
