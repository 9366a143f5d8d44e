import { aroundContacts } from "./around-contacts.ts";
import type { LightCondition } from "./condition.ts";

export const sunrise: LightCondition = {
  id: "sunrise",
  sentence: "Sunrise: from 4 minutes before the disc's first point appears to 3 minutes after it is whole.",
  times: (table) => aroundContacts("sunrise", table),
};
