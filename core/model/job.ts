/** What a person does on a strip. Acting is not a job: it follows from the roles of the set-ups. */
export const JOBS = ["direct", "camera", "light", "sound", "dress", "spotter", "assist", "escort"] as const;
export type Job = (typeof JOBS)[number];

export const JOB_NAMES: Record<Job, string> = {
  direct: "Director",
  camera: "Camera operator",
  light: "Light",
  sound: "Sound",
  dress: "Set dressing and props",
  spotter: "Spotter",
  assist: "Assistant",
  escort: "Escort",
};

export type Phase = "rig" | "shoot" | "strike";

/** In which phases of a placement each job binds its person (rule book, definitions). */
export const JOB_PHASES: Record<Job, readonly Phase[]> = {
  direct: ["shoot"],
  camera: ["rig", "shoot", "strike"],
  light: ["rig", "shoot", "strike"],
  sound: ["shoot"],
  dress: ["rig", "strike"],
  /** Only while a set-up with a moving camera is shot. */
  spotter: ["shoot"],
  assist: ["rig", "strike"],
  escort: ["rig", "shoot", "strike"],
};
