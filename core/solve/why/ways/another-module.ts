import { changed } from "../../../rules/offers.ts";
import { ASKING } from "./asking.ts";
import type { Kind } from "./way.ts";

export const anotherModule: Kind = {
  id: "another-module",
  asks: "a set that is dressed in another module",
  *attempts({ at: { scene, bare } }) {
    if (scene.moduleId === null) return;
    for (const module of bare.facts.modules.values())
      if (module.isUsable && module.id !== scene.moduleId)
        yield {
          words: `Shoot scene ${scene.number} in ${module.name}`,
          edits: [changed("scene", scene.id, { moduleId: module.id })],
          placement: null,
          asking: ASKING.module,
        };
  },
};
