import { nameOfStrip } from "../../told.ts";
import { ASKING } from "../../ways/asking.ts";
import type { TogetherKind } from "../ways.ts";

/** One of the strips is given up, those first of which it is known that the others then fit. */
export const oneOut: TogetherKind = {
  id: "one-out",
  asks: "set-ups that must be shot and are given up",
  *tries({ room: { facts }, conflict: { strips } }) {
    const inOrder = [...strips.members].sort(
      (a, b) => Number(strips.needed.has(b)) - Number(strips.needed.has(a)) || lengthOf(a) - lengthOf(b),
    );
    function lengthOf(id: (typeof strips.members)[number]): number {
      return facts.strips.get(id)?.shootMin ?? 0;
    }
    for (const id of inOrder) {
      const setUps = (facts.setUpsOfStrip.get(id) ?? []).filter((s) => !s.isShot);
      yield {
        words: `Give up scene ${nameOfStrip(facts, id)}`,
        edits: [],
        without: id,
        asking: setUps.filter((s) => s.tier === "must").length * ASKING.must,
      };
    }
  },
};
