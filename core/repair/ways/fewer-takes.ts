import { count } from "../../base/format.ts";
import { sceneOfStrip } from "../../model/command/look-up.ts";
import { neededShootMinutes } from "../../model/placed.ts";
import { asOne, changed } from "../../rules/offers.ts";
import { inTurn } from "../in-turn.ts";
import type { Attempt, Search, Way } from "../way.ts";

/** A shoot without the minutes that its set-ups do not ask for, then a set-up in a third fewer takes, then in one. */
export const fewerTakes: Way = {
  id: "fewer-takes",
  tried: "fewer takes",
  tries: 10,
  offers: 1,
  concerns: ({ strips }) => strips.some(({ startsAt }) => startsAt !== null),
  attempts: (search) => inTurn(search.strips.map((strip) => shortened(search, strip))),
};

function* shortened(
  { checked: { facts, snapshot } }: Search,
  strip: Search["strips"][number],
): Generator<Attempt, void, void> {
  if (strip.startsAt === null) return;
  const scene = sceneOfStrip(snapshot.tables, strip);
  const setUps = facts.setUpsOfStrip.get(strip.id) ?? [];
  const spare = strip.shootMin - neededShootMinutes(setUps);
  const key = `${strip.id} shorter`;
  if (spare > 0 && spare < strip.shootMin) {
    const shootMin = strip.shootMin - spare;
    const words = `Shoot scene ${scene} in the ${shootMin} min that its set-ups ask for instead of ${strip.shootMin}`;
    yield { ...changed("strip", strip.id, { shootMin }), words, key };
  }
  for (const setUp of setUps) {
    if (setUp.isShot) continue;
    for (const takes of new Set([Math.ceil((setUp.takes * 2) / 3), 1])) {
      if (takes >= setUp.takes) continue;
      const fewer = setUps.map((s) => (s === setUp ? { ...s, takes } : s));
      const shootMin = neededShootMinutes(fewer) + Math.max(0, spare);
      yield {
        ...asOne([changed("setUp", setUp.id, { takes }), changed("strip", strip.id, { shootMin })]),
        words: `Set-up ${setUp.label} of scene ${scene} in ${count(takes, "take")} instead of ${setUp.takes}`,
        price: `costs ${count(setUp.takes - takes, "take")}`,
        key,
      };
    }
  }
}
