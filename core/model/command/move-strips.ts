import * as z from "zod";
import { count, moment } from "../../base/format.ts";
import { err, ok } from "../../base/result.ts";
import { defineCommand } from "../command.ts";
import { instant, wholeMinutes } from "../field.ts";
import { moduleId, stripId } from "../ids.ts";
import { changeOf } from "../patch.ts";
import { missing, sceneOfStrip, stripOf } from "./look-up.ts";

/** Places strips, or moves them; several at once move as one edit. Without a module a strip goes to the one its scene asks for. */
export const moveStrips = defineCommand({
  id: "move-strips",
  version: 1,
  stream: "scenario",
  input: z.object({
    moves: z
      .array(
        z.object({
          stripId,
          startsAt: instant,
          moduleId: moduleId.nullable().optional(),
          rigMin: wholeMinutes.optional(),
          shootMin: wholeMinutes.optional(),
        }),
      )
      .min(1)
      .max(500),
  }),

  resolve(tables, { moves }) {
    const modules = new Set(tables.module.map((m) => m.id));
    const patch = [];
    for (const move of moves) {
      const strip = stripOf(tables, move.stripId);
      if (!strip) return err(missing("strip"));
      if (strip.isPinned)
        return err({ message: `Scene ${sceneOfStrip(tables, strip)} is pinned. Unpin it to move it.` });
      const home = tables.scene.find((scene) => scene.id === strip.sceneId)?.moduleId ?? null;
      const to = move.moduleId === undefined ? (strip.moduleId ?? home) : move.moduleId;
      if (to !== null && !modules.has(to)) return err(missing("module"));
      patch.push(
        changeOf("strip", strip, {
          startsAt: move.startsAt,
          moduleId: to,
          rigMin: move.rigMin ?? strip.rigMin,
          shootMin: move.shootMin ?? strip.shootMin,
        }),
      );
    }
    return ok(patch);
  },

  describe(tables, { moves: [first, ...others] }) {
    if (!first) return "Nothing moved";
    if (others.length > 0)
      return `${count(others.length + 1, "strip")} moved, the first to ${moment(first.startsAt)}`;
    const strip = stripOf(tables, first.stripId);
    return `Scene ${strip ? sceneOfStrip(tables, strip) : "?"} to ${moment(first.startsAt)}`;
  },
  tally(tables, { moves }) {
    const placed = moves.filter(({ stripId }) => stripOf(tables, stripId)?.startsAt === null).length;
    return [
      { n: moves.length - placed, one: "strip moved", many: "strips moved" },
      { n: placed, one: "strip placed", many: "strips placed" },
    ];
  },
});
