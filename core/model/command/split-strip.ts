import * as z from "zod";
import { minutes } from "../../base/quantity.ts";
import { err, ok } from "../../base/result.ts";
import { defineCommand } from "../command.ts";
import { setUpId, stripId } from "../ids.ts";
import { additionOf, changeOf, type RowChange } from "../patch.ts";
import { neededShootMinutes } from "../placed.ts";
import type { Strip } from "../strip.ts";
import { missing, sceneOfStrip, stripOf } from "./look-up.ts";

/** Cuts a strip in two: the named set-ups go, in their order, to a new part in the boneyard that keeps the same jobs. */
export const splitStrip = defineCommand({
  id: "split-strip",
  version: 1,
  stream: "scenario",
  input: z.object({ stripId, newStripId: stripId, setUpIds: z.array(setUpId).min(1) }),

  resolve(tables, { stripId: id, newStripId, setUpIds }) {
    const strip = stripOf(tables, id);
    if (!strip) return err(missing("strip"));
    if (stripOf(tables, newStripId)) return err({ message: "This split was made already." });
    const own = tables.setUp.filter((setUp) => setUp.stripId === id);
    const going = own.filter((setUp) => setUpIds.includes(setUp.id));
    const staying = own.filter((setUp) => !setUpIds.includes(setUp.id));
    if (going.length !== setUpIds.length)
      return err(missing(`set-up of scene ${sceneOfStrip(tables, strip)}`));
    if (staying.length === 0) return err({ message: "Leave at least one set-up on the first part." });
    const siblings = tables.strip.filter((other) => other.sceneId === strip.sceneId && other.id !== id);
    const parts = siblings.length + 2;
    const part: Strip = {
      ...strip,
      id: newStripId,
      part: parts,
      parts,
      startsAt: null,
      moduleId: null,
      isPinned: false,
      status: "planned",
      shootMin: minutes(neededShootMinutes(going)),
    };
    return ok<RowChange[]>([
      additionOf("strip", part),
      changeOf("strip", strip, { parts, shootMin: minutes(neededShootMinutes(staying)) }),
      ...siblings.map((sibling) => changeOf("strip", sibling, { parts })),
      ...going.map((setUp) => changeOf("setUp", setUp, { stripId: newStripId })),
      ...tables.assignment
        .filter((a) => a.stripId === id)
        .map((a) =>
          additionOf("assignment", {
            ...a,
            id: `${newStripId}:${a.job}:${a.personId}`.slice(0, 64),
            stripId: newStripId,
          } as typeof a),
        ),
    ]);
  },

  describe(tables, { stripId: id }) {
    const strip = stripOf(tables, id);
    return `Scene ${strip ? sceneOfStrip(tables, strip) : "?"} split`;
  },
});
