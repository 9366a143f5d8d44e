import { aroundContacts } from "./around-contacts.ts";
import type { LightCondition } from "./condition.ts";

export const sunset: LightCondition = {
  id: "sunset",
  sentence: "Sunset: from some minutes before the disc touches the limb to some minutes after it is gone.",
  isAsked: ({ light }) => light === "sunset",
  times: (_, outside, choices) => aroundContacts("sunset", outside, choices),
  lacking: () => "outside the sunset light it asks for",
};
