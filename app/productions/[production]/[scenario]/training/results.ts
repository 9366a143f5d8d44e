import * as z from "zod";
import { attendance } from "#core/model/training.ts";

export const RESULTS = attendance.shape.result.options;
export type TrainingResult = (typeof RESULTS)[number];

/** What a planner records of one person at one session. */
export const resultForm = z.object({
  scenarioId: z.string(),
  attendanceId: z.string(),
  result: attendance.shape.result,
});
