import { aroundContacts } from "./around-contacts.ts";
import type { LightCondition } from "./condition.ts";

export const sunrise: LightCondition = {
  id: "sunrise",
  sentence:
    "Sunrise: from some minutes before the disc's first point appears to some minutes after it is whole.",
  isAsked: ({ light }) => light === "sunrise",
  times: (_, outside, choices) => aroundContacts("sunrise", outside, choices),
  lacking: () => "outside the sunrise light it asks for",
};
