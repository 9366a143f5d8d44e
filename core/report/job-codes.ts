import type { Job } from "../model/job.ts";

/** What a strip calls a job where there is no room for its name. */
export const JOB_CODES: Record<Job, string> = {
  direct: "Dir",
  camera: "Cam",
  light: "Light",
  sound: "Sound",
  dress: "Dress",
  spotter: "Spot",
  assist: "Assist",
  escort: "Escort",
};
