import { callSheet } from "./call-sheet.tsx";
import { crewTime } from "./crew-time.tsx";
import { dayOutOfDays } from "./day-out-of-days.tsx";
import { oneLiner } from "./one-liner.tsx";
import type { Paper } from "./paper.tsx";

/** The paper of every report; one file and one line each. What it says is decided in core/report. */
export const papers: readonly Paper[] = [callSheet, oneLiner, dayOutOfDays, crewTime];
