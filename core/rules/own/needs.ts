import * as z from "zod";
import { lengthOf } from "../../base/interval.ts";
import { parameter } from "../../model/parameter.ts";
import {
  apart,
  isIn,
  nameOf,
  namesOf,
  notJudged,
  peopleOf,
  SELECTION_READS,
  selection,
} from "./selection.ts";
import { defineShape } from "./shape.ts";

const params = z
  .object({
    what: parameter("What", null, selection),
    /** Who or what must be there: a person or a job on the same placement. */
    needs: parameter("Needs", null, selection),
  })
  .superRefine(apart("what", "needs", "the same needs it, and whatever is there has itself"));

export const needs = defineShape({
  id: "needs",
  sentence: "Something needs somebody on the same placement.",
  unit: "minutes without",
  params,
  reads: SELECTION_READS,

  check({ strips, facts }, { what, needs: needed }) {
    const named = namesOf({ what, needed }, facts);
    if ("gone" in named) return notJudged(named.gone);
    return {
      violations: strips
        .filter((placed) => isIn(what, placed) && !isIn(needed, placed))
        .map(({ strip, span, scene }) => ({
          amount: lengthOf(span),
          span,
          strips: [strip.id],
          people: peopleOf([needed], facts),
          facts: {
            scene: scene.number,
            name: named.names.what,
            needed: nameOf(needed, facts) ?? needed.value,
          },
        })),
      unknown: [],
    };
  },

  explain: ({ scene, name, needed }) => `scene ${scene} (${name}) is without ${needed}.`,

  says: ({ what, needs: needed }, nameOf) => `${nameOf(what)} needs ${nameOf(needed)} on the same placement`,
});
