import { callSheet } from "./call-sheet.ts";
import { crewTime } from "./crew-time.ts";
import { dayOutOfDays } from "./day-out-of-days.ts";
import { oneLiner } from "./one-liner.ts";
import type { Report } from "./report.ts";

/** Every report, in the order of the menu. One file and one line each; its paper stands in paper/index.ts. */
export const reports: readonly Report[] = [callSheet, oneLiner, dayOutOfDays, crewTime];
