import type * as z from "zod";
import { DEFAULT_CHOICES, type LightChoices, lightChoices } from "../model/light/choices.ts";
import { windowConditions } from "../model/light/conditions/index.ts";
import { defineRule } from "../model/rule.ts";
import { barsOfTakes, lackingIn, lackingText, OUTSIDE_READS, startsWhereHeld } from "./asked-light.ts";
import { changed } from "./offers.ts";
import { remembered } from "./whereabouts.ts";

const params = lightChoices.pick({ beforeMin: true, afterMin: true, fieldOfViewDeg: true });

const choicesOf = remembered((p: z.output<typeof params>): LightChoices => ({ ...DEFAULT_CHOICES, ...p }));

export const windowLight = defineRule({
  id: "window-light",
  level: "hard",
  sentence: "The takes of a set-up that needs light through a pane lie in that light for certain.",
  source:
    "Sunrise and sunset computed from orbit data, with a margin that grows with its age [C]; −4 and +3 min around the contacts, and a pane's view where none is given, [G].",
  unit: "minutes",
  params,
  scope: "strip",
  reads: OUTSIDE_READS,
  search: {
    alone: "bars",
    ofShoot: true,
    bars: (placed, facts, p) => barsOfTakes(placed, windowConditions, facts, choicesOf(p)),
  },

  // Resets may pass in any light. A sunrise or sunset through a named pane must stand in its view, at attitude +XVV; by day and by
  // night every pane has its light. Where the table cannot tell, or an event has the attitude, the set-up is unknown and not in breach.
  check({ subject: placed, facts }, p) {
    const choices = choicesOf(p);
    const { lacking, unknown } = lackingIn(placed, windowConditions, facts, choices, "the light outside");
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

  // Another start; at the last the script gives way.
  *repairs({ facts: { scene, lacking } }, { subject, facts }, p) {
    yield* startsWhereHeld(subject, windowConditions, facts, choicesOf(p));
    for (const { label } of lacking) {
      const setUp = subject.setUps.find((s) => s.setUp.label === label)?.setUp;
      if (setUp)
        yield {
          ...changed("setUp", setUp.id, { light: "any" }),
          words: `Set-up ${label} of scene ${scene} in any light instead of ${setUp.light}`,
        };
    }
  },
});
