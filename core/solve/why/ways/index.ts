import { anotherModule } from "./another-module.ts";
import { askMinutes } from "./ask-minutes.ts";
import { fillJobs } from "./fill-jobs.ts";
import { leaveOut, moveOther } from "./leave-out.ts";
import { longerWindow } from "./longer-window.ts";
import { oneMoreDay, openDay } from "./more-days.ts";
import { moveBlock } from "./move-block.ts";
import { replan } from "./replan.ts";
import { anyLight, dropSetUp, fewerTakes } from "./shorten.ts";
import { waive } from "./waive.ts";
import type { Kind } from "./way.ts";

/** Every kind of way out, in the order in which they are tried while there is time. */
export const kinds: readonly Kind[] = [
  fillJobs,
  askMinutes,
  moveBlock,
  moveOther,
  anyLight,
  fewerTakes,
  dropSetUp,
  anotherModule,
  longerWindow,
  openDay,
  waive,
  leaveOut,
  replan,
  oneMoreDay,
];
