import { neededShootMinutes } from "../../../model/placed.ts";
import type { SetUp } from "../../../model/scene.ts";
import { changed } from "../../../rules/offers.ts";
import { ASKING } from "./asking.ts";
import type { Kind, Search } from "./way.ts";

const setUpsOf = ({ at: { strip, bare } }: Search): readonly SetUp[] =>
  bare.facts.setUpsOfStrip.get(strip.id) ?? [];

/** Takes are given up one by one; a strip planned longer than its set-ups need keeps what it has beyond them. */
export const fewerTakes: Kind = {
  id: "fewer-takes",
  asks: "takes that the director gives up",
  *attempts(search) {
    const { strip, scene } = search.at;
    const setUps = setUpsOf(search);
    const spare = Math.max(0, strip.shootMin - neededShootMinutes(setUps));
    for (const setUp of setUps.filter((s) => !s.isShot && s.takes > 1)) {
      for (const takes of fewerThan(setUp.takes)) {
        const fewer = setUps.map((s) => (s === setUp ? { ...s, takes } : s));
        yield {
          words: `Shoot set-up ${setUp.label} of scene ${scene.number} in ${takes} ${takes === 1 ? "take" : "takes"} instead of ${setUp.takes}`,
          edits: [
            changed("setUp", setUp.id, { takes }),
            changed("strip", strip.id, { shootMin: neededShootMinutes(fewer) + spare }),
          ],
          placement: null,
          asking: ASKING.setUp * (1 - takes / setUp.takes),
        };
      }
    }
  },
};

/** A third fewer, and one alone. */
const fewerThan = (takes: number): readonly number[] => [
  ...new Set([Math.ceil((takes * 2) / 3), 1].filter((n) => n < takes)),
];

/** A set-up goes to a strip of its own, which stays in the boneyard. */
export const dropSetUp: Kind = {
  id: "drop-set-up",
  asks: "a set-up that must be shot and is put off",
  *attempts(search) {
    const { strip, scene } = search.at;
    const setUps = setUpsOf(search).filter((s) => !s.isShot);
    if (setUps.length < 2) return;
    for (const setUp of setUps)
      yield {
        words: `Leave set-up ${setUp.label} of scene ${scene.number} (${setUp.tier}) for another strip`,
        edits: [
          {
            commandId: "split-strip",
            input: {
              stripId: strip.id,
              newStripId: `${strip.id}-${setUp.label}`.slice(0, 64),
              setUpIds: [setUp.id],
            },
          },
        ],
        placement: null,
        asking: setUp.tier === "must" ? ASKING.must : 0,
      };
  },
};

/** The light outside, a target below or a link to the ground is given up in a set-up. */
export const anyLight: Kind = {
  id: "any-light",
  asks: "the light that the script asks for",
  *attempts(search) {
    for (const setUp of setUpsOf(search)) {
      if (setUp.isShot || setUp.light === "any") continue;
      yield {
        words: `Shoot set-up ${setUp.label} of scene ${search.at.scene.number} in any light instead of ${setUp.light}`,
        edits: [changed("setUp", setUp.id, { light: "any" })],
        placement: null,
        asking: ASKING.setUp,
      };
    }
  },
};
