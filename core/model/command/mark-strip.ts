import * as z from "zod";
import { err, ok } from "../../base/result.ts";
import { defineCommand } from "../command.ts";
import { setUpId, stripId } from "../ids.ts";
import { changeOf, type RowChange } from "../patch.ts";
import { missing, sceneOfStrip, stripOf } from "./look-up.ts";

const statusOf = (shot: number, all: number) => (shot === 0 ? "planned" : shot < all ? "part-shot" : "shot");

/** Says which set-ups of a strip are in the can; the strip is shot, part-shot or planned accordingly. */
export const markStrip = defineCommand({
  id: "mark-strip",
  version: 1,
  stream: "scenario",
  input: z.object({ stripId, shotSetUpIds: z.array(setUpId) }),

  resolve(tables, input) {
    const strip = stripOf(tables, input.stripId);
    if (!strip) return err(missing("strip"));
    const own = tables.setUp.filter((setUp) => setUp.stripId === strip.id);
    const stray = input.shotSetUpIds.find((id) => !own.some((setUp) => setUp.id === id));
    if (stray !== undefined) return err(missing(`set-up of scene ${sceneOfStrip(tables, strip)}`));
    const status = statusOf(input.shotSetUpIds.length, own.length);
    return ok<RowChange[]>([
      ...own.map((setUp) => changeOf("setUp", setUp, { isShot: input.shotSetUpIds.includes(setUp.id) })),
      changeOf("strip", strip, { status }),
    ]);
  },

  describe(tables, { stripId: id, shotSetUpIds }) {
    const strip = stripOf(tables, id);
    const all = tables.setUp.filter((setUp) => setUp.stripId === id).length;
    return `Scene ${strip ? sceneOfStrip(tables, strip) : "?"} marked ${statusOf(shotSetUpIds.length, all)}`;
  },
});
