import * as z from "zod";
import { date, id, instant, name, text, wholeMinutes } from "./field.ts";
import { certificateId, courseId, moduleId, personId, trainingSessionId } from "./ids.ts";
import { JOBS } from "./job.ts";
import { PERSON_CATEGORIES } from "./person.ts";

/** What training gives, and what nobody of the categories may do without it. */
export const certificate = z.object({
  id: certificateId,
  name,
  /** Jobs that need it. */
  jobs: z.array(z.enum(JOBS)),
  /** Modules in which any work needs it. */
  moduleIds: z.array(moduleId),
  /** Whom the need concerns. */
  categories: z.array(z.enum(PERSON_CATEGORIES)),
  source: text,
});
export type Certificate = z.output<typeof certificate>;

/** A certificate in someone's hand, valid on the days from–until, both included. */
export const holding = z.object({
  id: id<"HoldingId">(),
  personId,
  certificateId,
  validFrom: date,
  validUntil: date,
});
export type Holding = z.output<typeof holding>;

/** What is taught. */
export const course = z.object({
  id: courseId,
  name,
  /** Planned hours for one person. */
  hours: z.number().positive().max(2_000),
  facility: text,
  /** The certificate that passing it gives. */
  certificateId: certificateId.nullable(),
  /** Courses that come first. */
  prerequisiteIds: z.array(courseId),
  source: text,
});
export type Course = z.output<typeof course>;

/** When a course is taught. */
export const trainingSession = z.object({
  id: trainingSessionId,
  courseId,
  title: name,
  startsAt: instant,
  durationMin: wholeMinutes,
  facility: text,
  source: text,
});
export type TrainingSession = z.output<typeof trainingSession>;

/** A person in a training session, and what came of it. */
export const attendance = z.object({
  id: id<"AttendanceId">(),
  trainingSessionId,
  personId,
  result: z.enum(["planned", "attended", "passed", "failed", "absent"]),
});
export type Attendance = z.output<typeof attendance>;
