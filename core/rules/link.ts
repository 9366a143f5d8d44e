import type * as z from "zod";
import { DEFAULT_CHOICES, type LightChoices, lightChoices } from "../model/light/choices.ts";
import { groundLink } from "../model/light/conditions/ground-link.ts";
import { defineRule } from "../model/rule.ts";
import { barsOfTakes, lackingIn, lackingText, OUTSIDE_READS, startsWhereHeld } from "./asked-light.ts";
import { remembered } from "./whereabouts.ts";

const params = lightChoices.pick({ link: true });
const choicesOf = remembered((p: z.output<typeof params>): LightChoices => ({ ...DEFAULT_CHOICES, ...p }));
const CONDITIONS = [groundLink];

export const link = defineRule({
  id: "link",
  level: "hard",
  sentence: "The takes of a set-up that needs the ground live lie inside a pass.",
  source:
    "Passes over Russian ground sites computed from orbit data [C], the list of sites and its mask of 7° [G]; relay coverage as given. facts.md §4.",
  unit: "minutes",
  params,
  scope: "strip",
  reads: OUTSIDE_READS,
  search: {
    alone: "bars",
    ofShoot: true,
    bars: (placed, facts, p) => barsOfTakes(placed, CONDITIONS, facts, choicesOf(p)),
  },

  // Resets need no link. One pass may follow on another without a break: it is the line to the ground that counts, not who
  // holds it. A plan that knows of no site and no relay cannot be judged.
  check({ subject: placed, facts }, p) {
    const choices = choicesOf(p);
    const { lacking, unknown } = lackingIn(placed, CONDITIONS, facts, choices, "the link to the ground");
    const [first] = lacking;
    if (!first) return { violations: [], unknown };
    return {
      violations: [
        {
          amount: lacking.reduce((sum, l) => sum + l.min, 0),
          span: first.outside[0] ?? null,
          strips: [placed.strip.id],
          people: [],
          facts: { scene: placed.scene.number, lacking },
        },
      ],
      unknown,
    };
  },

  explain: ({ scene, lacking }) => `Scene ${scene}: ${lacking.map(lackingText).join("; ")}.`,

  repairs: (_, { subject, facts }, p) => startsWhereHeld(subject, CONDITIONS, facts, choicesOf(p)),
});
