import { sceneOfStrip } from "../../model/command/look-up.ts";
import { returnStrips } from "../../model/command/return-strips.ts";
import type { Way } from "../way.ts";

export const boneyard: Way = {
  id: "boneyard",
  tried: "leaving the scene out",
  tries: 4,
  offers: 1,
  concerns: ({ strips }) => strips.some(({ startsAt }) => startsAt !== null),
  attempts: ({ strips, checked: { snapshot } }) =>
    strips
      .filter(({ startsAt }) => startsAt !== null)
      .map((strip) => ({
        commandId: returnStrips.id,
        input: { stripIds: [strip.id] },
        words: `Scene ${sceneOfStrip(snapshot.tables, strip)} to the boneyard`,
      })),
};
