import type { LightCondition } from "./condition.ts";
import { day } from "./day.ts";
import { night } from "./night.ts";
import { sunrise } from "./sunrise.ts";
import { sunset } from "./sunset.ts";

/** The list: a new light condition is one file and one line here. Knows no orbits. */
export const conditions: readonly LightCondition[] = [day, night, sunrise, sunset];
