import * as z from "zod";
import { count } from "../../base/format.ts";
import { err, ok } from "../../base/result.ts";
import { defineCommand } from "../command.ts";
import { wholeMinutes } from "../field.ts";
import { stripId } from "../ids.ts";
import { changeOf } from "../patch.ts";
import { missing, sceneOfStrip, stripOf } from "./look-up.ts";

/** Takes strips off the board into the boneyard. They keep their jobs, and their lengths where none are given. */
export const returnStrips = defineCommand({
  id: "return-strips",
  version: 1,
  stream: "scenario",
  input: z.object({
    stripIds: z.array(stripId).min(1).max(500),
    /** Of shoots that were longer only for who adapted where they stood. */
    lengths: z
      .array(z.object({ stripId, shootMin: wholeMinutes }))
      .max(500)
      .optional(),
  }),

  resolve(tables, { stripIds, lengths = [] }) {
    const patch = [];
    const shootMins = new Map(lengths.map((own) => [own.stripId, own.shootMin]));
    for (const id of stripIds) {
      const strip = stripOf(tables, id);
      if (!strip) return err(missing("strip"));
      if (strip.isPinned)
        return err({
          message: `Scene ${sceneOfStrip(tables, strip)} is pinned. Unpin it to take it off the board.`,
        });
      const shootMin = shootMins.get(id);
      const length = shootMin === undefined ? {} : { shootMin };
      patch.push(changeOf("strip", strip, { startsAt: null, moduleId: null, ...length }));
    }
    return ok(patch);
  },

  describe(tables, { stripIds }) {
    const strip = stripIds.length === 1 ? stripOf(tables, stripIds[0] ?? "") : undefined;
    return strip
      ? `Scene ${sceneOfStrip(tables, strip)} to the boneyard`
      : `${count(stripIds.length, "strip")} to the boneyard`;
  },
  tally: (_, { stripIds }) => [
    { n: stripIds.length, one: "strip to the boneyard", many: "strips to the boneyard" },
  ],
});
