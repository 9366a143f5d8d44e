import type { Tables } from "#core/model/entities.ts";
import { groundTargetId } from "#core/model/ids.ts";
import type { SetUp } from "#core/model/scene.ts";
import { rows } from "../rows.ts";

const PLACES = "place from any atlas; how near it must lie is an assumption [G]";
const place = (id: string, name: string, latDeg: number, lonDeg: number, radiusKm: number) => ({
  id,
  name,
  latDeg,
  lonDeg,
  radiusKm,
  source: PLACES,
});

/** What the illustrative scenes look for on the ground, and what a director may. */
export const groundTargets = () =>
  rows("groundTarget", [
    place("volga", "The Volga", 49.5, 46, 700),
    place("moscow", "Moscow", 55.75, 37.62, 900),
    place("baikal", "Lake Baikal", 53.5, 108, 700),
    {
      ...place("landing-steppe", "The landing steppe, Kazakhstan", 47.3, 69.6, 700),
      source: "south-east of Zhezkazgan, where Soyuz ships come down [S] spacenews.com; radius [G]",
    },
    place("baikonur", "Baikonur", 45.92, 63.34, 500),
  ]);

/** Which set-ups ask for what outside: illustrative, as the breakdown is. */
const ASKED: Readonly<Record<string, Partial<SetUp>>> = {
  // "The whole of the steppe in one window."
  "setup-46-a": { targetId: groundTargetId.parse("landing-steppe"), targetLight: "day" },
  // A plate through the port pane with the river in it and the Sun behind the camera.
  "setup-43-c": {
    targetId: groundTargetId.parse("volga"),
    targetLight: "day",
    sunFromDeg: 60,
    sunToDeg: 150,
  },
};

/** @throws RangeError when a set-up that asks is gone. */
export function lookingOut(setUps: Tables["setUp"]): Tables["setUp"] {
  const known = new Set<string>(setUps.map(({ id }) => id));
  for (const id of Object.keys(ASKED))
    if (!known.has(id)) throw new RangeError(`there is no set-up "${id}" to look out`);
  return setUps.map((setUp) => ({ ...setUp, ...ASKED[setUp.id] }));
}
