import * as z from "zod";
import { spanText } from "../base/format.ts";
import { type Interval, lengthOf } from "../base/interval.ts";
import { profile, within } from "../base/profile.ts";
import { epochSeconds, startedMinutes } from "../base/quantity.ts";
import { DEFAULT_CHOICES } from "../model/light/choices.ts";
import { targetBelow } from "../model/light/conditions/target-below.ts";
import { takesOf } from "../model/light/takes.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule, type NotJudged } from "../model/rule.ts";
import type { TARGET_LIGHTS } from "../model/scene.ts";
import { OUTSIDE_READS, startsInside } from "./asked-light.ts";

const params = z.object({
  seenMin: parameter("Seen for at least", "min", z.number().positive().max(30).default(1)),
});

interface Unseen {
  readonly label: string;
  readonly target: string;
  readonly light: (typeof TARGET_LIGHTS)[number];
  readonly min: number;
  readonly best: number;
  readonly asked: number;
}

export const groundTarget = defineRule({
  id: "ground-target",
  level: "hard",
  sentence: "In one take at least, what must be seen below is below, lit as asked.",
  source:
    "The point below the station from orbit data, and the Sun over the target [C]; radius and how long it is to be seen, 1 min, [G].",
  unit: "minutes",
  params,
  scope: "strip",
  reads: [...OUTSIDE_READS, "targets"],
  search: {
    alone: "start",
    ofShoot: true,
    concerns: ({ setUps }) => setUps.some(({ setUp }) => targetBelow.isAsked(setUp)),
  },

  // The station crosses a radius of 300 km in 80 s, and comes back an orbit later 2,500 km to the west: no two takes have the same
  // target. So one take must see it, for seenMin or for all of the take where that is shorter. Clouds are not judged.
  check({ subject: { strip, scene, setUps }, facts }, { seenMin }) {
    const unseen: Unseen[] = [];
    const unknown: NotJudged[] = [];
    const asking = scene.unit === "main" ? setUps.filter(({ setUp }) => targetBelow.isAsked(setUp)) : [];
    for (const placed of asking) {
      const { setUp } = placed;
      const told = targetBelow.times(setUp, facts, DEFAULT_CHOICES);
      const takes = takesOf(placed);
      const seen = takes.map((take) => {
        const asked = Math.min(seenMin, lengthOf(take));
        const best = Math.max(0, ...within(told.certain, take).map(lengthOf));
        return { best, asked, short: asked - best };
      });
      const [nearest] = seen.toSorted((a, b) => a.short - b.short);
      if (!nearest || nearest.short < 1e-9) continue;
      const target = facts.targets.get(setUp.targetId as never)?.name ?? "a target that is gone";
      const open = takes.flatMap((take) =>
        told.unknown.flatMap(({ span, reason }) =>
          within([span], take).map((part) => ({ span: part, reason })),
        ),
      );
      // What cannot be told might show it: no breach before that is known.
      if (open[0]) {
        const reason = `Scene ${scene.number}, set-up ${setUp.label}: whether ${target} lies below is not known (${profile(
          open.map((o) => o.span),
        )
          .map(spanText)
          .join(", ")}). ${open[0].reason}`;
        unknown.push({ span: open[0].span, strips: [strip.id], reason });
        continue;
      }
      const min = Math.max(1, startedMinutes(nearest.short));
      unseen.push({ ...nearest, label: setUp.label, target, light: setUp.targetLight, min });
    }
    if (unseen.length === 0) return { violations: [], unknown };
    const first = setUps.find(({ setUp }) => setUp.label === unseen[0]?.label);
    const amount = unseen.reduce((sum, u) => sum + u.min, 0);
    const violation = { amount, span: first?.span ?? null, strips: [strip.id], people: [] };
    return { violations: [{ ...violation, facts: { scene: scene.number, unseen } }], unknown };
  },

  explain: ({ scene, unseen }) =>
    `Scene ${scene}: ${unseen
      .map(
        ({ label, target, light, best, asked }) =>
          `${target}${IN_LIGHT[light]} is ${best > 0 ? `below for ${seconds(best)} of ${seconds(asked)}` : "not below"} in any take of set-up ${label}`,
      )
      .join("; ")}.`,

  // The middle of the first take goes to the middle of a pass.
  repairs: (_, { subject, facts }, { seenMin }) =>
    startsInside(subject, (placed) => {
      const [take] = takesOf(placed);
      if (!take || !targetBelow.isAsked(placed.setUp)) return null;
      const { certain } = targetBelow.times(placed.setUp, facts, DEFAULT_CHOICES);
      const toMiddle = (take.start + take.end) / 2 - placed.span.start;
      const length = placed.span.end - placed.span.start;
      return certain
        .filter((pass) => lengthOf(pass) >= seenMin)
        .map(({ start, end }): Interval => {
          const from = (start + end) / 2 - toMiddle;
          return { start: epochSeconds(from - REACH_S), end: epochSeconds(from + length + REACH_S) };
        });
    }),
});

/** So far the take's middle may lie from the pass's; the board's grid is no finer. */
const REACH_S = 150;
const seconds = (min: number) => `${Math.round(min * 60)} s`;
const IN_LIGHT = { any: "", day: " by day", night: " by night" } as const;
