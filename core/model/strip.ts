import * as z from "zod";
import { id, instant, text, wholeMinutes } from "./field.ts";
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
