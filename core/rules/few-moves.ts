import * as z from "zod";
import { count, list } from "../base/format.ts";
import type { StripId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule } from "../model/rule.ts";

export const fewMoves = defineRule({
  id: "few-moves",
  level: "soft",
  sentence: "The main unit moves and re-rigs little.",
  source:
    "House weight [G]: 15 points each, beside the rig itself; setting up a work site adds 1–2 h [S], facts.md §3.5.",
  unit: "moves",
  params: z.object({
    pointsPerUnit: parameter("Weight of a move", "points", z.number().min(0).max(100_000).default(15)),
  }),
  pointsPerUnit: (p) => p.pointsPerUnit,
  scope: "plan",
  reads: [],
  search: { ofNeighbours: true },

  // By start, whatever the day: a move overnight is a move. Another scene in the module where the unit is costs a re-rig; the scene that
  // stands there, nothing.
  check({ strips }) {
    let before: Placed | null = null;
    let [moves, rigs] = [0, 0];
    const concerned: StripId[] = [];
    for (const placed of strips) {
      if (placed.scene.unit !== "main" || placed.moduleId === null) continue;
      const isMove: boolean = before !== null && before.moduleId !== placed.moduleId;
      const isReRig: boolean = before !== null && !isMove && before.scene.id !== placed.scene.id;
      if (isMove) moves += 1;
      if (isReRig) rigs += 1;
      if (isMove || isReRig) concerned.push(placed.strip.id);
      before = placed;
    }
    const amount = moves + rigs;
    if (amount === 0) return { violations: [], unknown: [] };
    return {
      violations: [{ amount, span: null, strips: concerned, people: [], facts: { moves, rigs } }],
      unknown: [],
    };
  },

  explain: ({ moves, rigs }) =>
    `The main unit makes ${list([
      ...(moves > 0 ? [count(moves, "move from module to module", "moves from module to module")] : []),
      ...(rigs > 0 ? [count(rigs, "re-rig for another scene", "re-rigs for another scene")] : []),
    ])}.`,
});
