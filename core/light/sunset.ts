import { aroundContacts } from "./around-contacts.ts";
import type { LightCondition } from "./condition.ts";

export const sunset: LightCondition = {
  id: "sunset",
  sentence: "Sunset: from 4 minutes before the disc touches the limb to 3 minutes after it is gone.",
  times: (table) => aroundContacts("sunset", table),
};
