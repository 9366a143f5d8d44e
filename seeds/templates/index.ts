import { iss } from "./iss.ts";
import type { StationTemplate } from "./template.ts";

/** Stations that a new production can begin from. One file and one line each. */
export const stationTemplates: readonly StationTemplate[] = [iss];
