import * as z from "zod";
import { err, ok } from "../../base/result.ts";
import { defineCommand } from "../command.ts";
import { text } from "../field.ts";
import { dayId } from "../ids.ts";
import { changeOf } from "../patch.ts";
import { missing } from "./look-up.ts";

/** Loses a shoot day, or opens it again. What stands on it stays there, outside the window. */
export const closeDay = defineCommand({
  id: "close-day",
  version: 1,
  stream: "scenario",
  input: z.object({ dayId, isClosed: z.boolean(), note: text.optional() }),

  resolve(tables, { dayId: id, isClosed, note }) {
    const day = tables.shootDay.find((d) => d.id === id);
    return day
      ? ok([changeOf("shootDay", day, { isClosed, ...(note === undefined ? {} : { note }) })])
      : err(missing("shoot day"));
  },

  describe(tables, { dayId: id, isClosed }) {
    const day = tables.shootDay.find((d) => d.id === id);
    return `Day ${day?.number ?? "?"} ${isClosed ? "lost" : "open again"}`;
  },
});
