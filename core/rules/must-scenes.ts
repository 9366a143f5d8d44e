import * as z from "zod";
import { count, duration } from "../base/format.ts";
import { setUpMinutes } from "../model/placed.ts";
import { defineRule } from "../model/rule.ts";

export const mustScenes = defineRule({
  id: "must-scenes",
  level: "hard",
  sentence: "All must set-ups are placed or in the can.",
  source: "House rule: a film without a must set-up is not finished.",
  unit: "minutes missing",
  params: z.object({}),
  scope: "scene",
  reads: ["setUpsOfScene", "standing"],
  sees: ({ subject: { id }, facts }) => [facts.setUpsOfScene.get(id), facts.standing],

  check({ subject: scene, facts: { setUpsOfScene, standing } }) {
    const missing = (setUpsOfScene.get(scene.id) ?? []).filter(
      (setUp) => setUp.tier === "must" && !setUp.isShot && !(setUp.stripId && standing.has(setUp.stripId)),
    );
    if (missing.length === 0) return { violations: [], unknown: [] };
    const min = missing.reduce((sum, setUp) => sum + setUpMinutes(setUp), 0);
    const strips = [...new Set(missing.map((setUp) => setUp.stripId).filter((id) => id !== null))];
    const facts = { scene: scene.number, setName: scene.setName, setUps: missing.length, min };
    return { violations: [{ amount: min, span: null, strips, people: [], facts }], unknown: [] };
  },

  explain: ({ scene, setName, setUps, min }) =>
    `Scene ${scene}, ${setName}: ${count(setUps, "must set-up")} (${duration(min)}) not placed.`,
});
