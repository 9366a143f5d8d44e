import * as z from "zod";
import { count } from "../../base/format.ts";
import { err, ok } from "../../base/result.ts";
import { defineCommand } from "../command.ts";
import { stripId } from "../ids.ts";
import { changeOf } from "../patch.ts";
import { missing, sceneOfStrip, stripOf } from "./look-up.ts";

/** A pinned strip is moved by nobody, person or optimiser, until it is unpinned. */
export const pinStrips = defineCommand({
  id: "pin-strips",
  version: 1,
  stream: "scenario",
  input: z.object({ stripIds: z.array(stripId).min(1).max(500), isPinned: z.boolean() }),

  resolve(tables, { stripIds, isPinned }) {
    const patch = [];
    for (const id of stripIds) {
      const strip = stripOf(tables, id);
      if (!strip) return err(missing("strip"));
      if (isPinned && strip.startsAt === null)
        return err({
          message: `Scene ${sceneOfStrip(tables, strip)} is in the boneyard. Place it, then pin it.`,
        });
      patch.push(changeOf("strip", strip, { isPinned }));
    }
    return ok(patch);
  },

  describe(tables, { stripIds, isPinned }) {
    const strip = stripIds.length === 1 ? stripOf(tables, stripIds[0] ?? "") : undefined;
    return `${strip ? `Scene ${sceneOfStrip(tables, strip)}` : count(stripIds.length, "strip")} ${isPinned ? "pinned" : "unpinned"}`;
  },
});
