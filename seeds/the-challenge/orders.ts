import { rows } from "../rows.ts";

const ILLUSTRATIVE = "Illustrative, as the breakdown is [G]";
const after = (thenScene: string, firstScene: string, reason: string) => ({
  id: `${firstScene}-before-${thenScene}`,
  firstSceneId: `scene-${firstScene}`,
  thenSceneId: `scene-${thenScene}`,
  minLagMin: 0,
  maxLagMin: null,
  reason,
  source: ILLUSTRATIVE,
});

/** What cannot be made whole again aboard. */
export const sceneOrders = () =>
  rows("sceneOrder", [
    after("35", "31", "the one set of drapes is clean for the incision and used afterwards"),
    after("35", "32", "the one set of drapes is clean for the sphere and used afterwards"),
    after("1", "36", "Oleg wakes unshaven, and shaves in scene 1"),
  ]);
