import { DEFAULT_CHOICES, lightChoices } from "../model/light/choices.ts";
import { groundLink } from "../model/light/conditions/ground-link.ts";
import { defineRule } from "../model/rule.ts";
import { lackingIn, lackingText, OUTSIDE_READS, startsWhereHeld } from "./asked-light.ts";

const CONDITIONS = [groundLink];

export const link = defineRule({
  id: "link",
  level: "hard",
  sentence: "The takes of a set-up that needs the ground live lie inside a pass.",
  source:
    "Passes over Russian ground sites computed from orbit data [C], the list of sites and its mask of 7° [G]; relay coverage as given. facts.md §4.",
  unit: "minutes",
  params: lightChoices.pick({ link: true }),
  scope: "strip",
  reads: OUTSIDE_READS,
  search: {
    alone: "start",
    ofShoot: true,
    concerns: ({ setUps }) => setUps.some(({ setUp }) => setUp.groundLink),
  },

  // Resets need no link. One pass may follow on another without a break: it is the line to the ground that counts, not who
  // holds it. A plan that knows of no site and no relay cannot be judged.
  check({ subject: placed, facts }, p) {
    const choices = { ...DEFAULT_CHOICES, ...p };
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

  repairs: (_, { subject, facts }, p) =>
    startsWhereHeld(subject, CONDITIONS, facts, { ...DEFAULT_CHOICES, ...p }),
});
