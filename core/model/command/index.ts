import type { Command } from "../command.ts";
import { addRows } from "./add-rows.ts";
import { changeRow } from "./change-row.ts";
import { closeDay } from "./close-day.ts";
import { markStrip } from "./mark-strip.ts";
import { moveStrips } from "./move-strips.ts";
import { pinStrips } from "./pin-strips.ts";
import { removeRow } from "./remove-row.ts";
import { returnStrips } from "./return-strips.ts";
import { splitStrip } from "./split-strip.ts";
import { together } from "./together.ts";

const single: readonly Command[] = [
  moveStrips,
  returnStrips,
  pinStrips,
  markStrip,
  splitStrip,
  closeDay,
  addRows,
  changeRow,
  removeRow,
];

/** Every edit that a plan can take. One file and one line each. */
export const commands: readonly Command[] = [...single, together(single)];

export const commandById = (id: string): Command | undefined => commands.find((command) => command.id === id);
