import * as z from "zod";
import { id, instant, name, text, wholeMinutes } from "./field.ts";
import { moduleId, personId, sceneId, stripId } from "./ids.ts";
import { JOBS } from "./job.ts";
import { STRIP_STATUSES } from "./scene.ts";

/** A scene, or part n of m of one, as the board shows it. Placed, or in the boneyard (startsAt null). */
export const strip = z.object({
  id: stripId,
  sceneId,
  part: z.number().int().min(1),
  parts: z.number().int().min(1),
  /** Placement: when its rig begins; null in the boneyard. Ends are never stored. */
  startsAt: instant.nullable(),
  /** Placement: where; null on the ground and in the boneyard. */
  moduleId: moduleId.nullable(),
  rigMin: wholeMinutes,
  shootMin: wholeMinutes,
  strikeMin: wholeMinutes,
  isPinned: z.boolean(),
  status: z.enum(STRIP_STATUSES),
  note: text,
});
export type Strip = z.output<typeof strip>;

/** Who does which job on a strip. */
export const assignment = z.object({ id: id<"AssignmentId">(), stripId, job: z.enum(JOBS), personId });
export type Assignment = z.output<typeof assignment>;

/** Where a strip stood when the plan of its day was last published: what a re-plan is measured against. The id is the strip's. */
export const publishedStrip = z.object({
  id: id<"PublishedStripId">(),
  stripId,
  startsAt: instant,
  moduleId: moduleId.nullable(),
  rigMin: wholeMinutes,
  shootMin: wholeMinutes,
  strikeMin: wholeMinutes,
  /** Station crew who were bound. */
  personIds: z.array(personId),
  publishedAt: instant,
});
export type PublishedStrip = z.output<typeof publishedStrip>;

/** Leave to change station-crew time of a strip after its day was frozen. */
export const changeRequest = z.object({
  id: id<"ChangeRequestId">(),
  stripId,
  /** Its number with the planners. */
  reference: name,
  reason: text,
  agreedBy: text,
});
export type ChangeRequest = z.output<typeof changeRequest>;
