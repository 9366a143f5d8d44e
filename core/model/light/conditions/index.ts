import type { LightCondition } from "./condition.ts";
import { day } from "./day.ts";
import { groundLink } from "./ground-link.ts";
import { night } from "./night.ts";
import { panesOpen } from "./panes-open.ts";
import { sunInPane } from "./sun-in-pane.ts";
import { sunSide } from "./sun-side.ts";
import { sunrise } from "./sunrise.ts";
import { sunset } from "./sunset.ts";
import { targetBelow } from "./target-below.ts";

/** What is asked of the light in a pane. */
export const windowConditions: readonly LightCondition[] = [
  day,
  night,
  sunrise,
  sunset,
  sunInPane,
  panesOpen,
];

/** The list: a new condition is one file and one line. Knows no orbits. */
export const conditions: readonly LightCondition[] = [...windowConditions, sunSide, targetBelow, groundLink];
