import * as z from "zod";
import { clock } from "../base/format.ts";
import { holds } from "../base/interval.ts";
import { stretchAt } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds } from "../base/quantity.ts";
import { DEFAULT_CHOICES } from "../model/light/choices.ts";
import { degreesOff, sideAsked, sunSide as sunOnSide } from "../model/light/conditions/sun-side.ts";
import { certainly } from "../model/light/light-times.ts";
import { azimuthOf, sunDirectionAt } from "../model/light/sun-direction.ts";
import { takesOf } from "../model/light/takes.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule, type NotJudged } from "../model/rule.ts";
import { OUTSIDE_READS, startsWhereHeld } from "./asked-light.ts";

interface Aside {
  readonly label: string;
  readonly at: EpochSeconds;
  /** Null in orbital night. */
  readonly azimuth: number | null;
  readonly off: number;
  readonly fromDeg: number;
  readonly toDeg: number;
}

export const sunSide = defineRule({
  id: "sun-side",
  level: "soft",
  sentence: "The Sun stands on the side that the shot asks for.",
  source: "Azimuth in the station's axes, attitude +XVV, from orbital noons and beta [C].",
  unit: "degrees",
  params: z.object({
    pointsPerDegree: parameter("Weight of a degree", "points", z.number().min(0).max(1_000).default(0.5)),
  }),
  scope: "strip",
  reads: OUTSIDE_READS,
  search: {
    alone: "start",
    ofShoot: true,
    concerns: ({ setUps }) => setUps.some(({ setUp }) => sideAsked(setUp) !== null),
  },
  pointsPerUnit: ({ pointsPerDegree }) => pointsPerDegree,

  // Each take is judged in its middle, and a set-up by its worst take: takes are cut together. In orbital night there is no Sun, which
  // is as far off as it can be. The station's few degrees of trim are not known.
  check({ subject: { strip, scene, setUps }, facts }) {
    const asides: Aside[] = [];
    const unknown: NotJudged[] = [];
    for (const placed of scene.unit === "main" ? setUps : []) {
      const side = sideAsked(placed.setUp);
      if (!side) continue;
      const gaps = sunOnSide.times(placed.setUp, facts, DEFAULT_CHOICES).unknown;
      const middles = takesOf(placed).map(({ start, end }) => epochSeconds((start + end) / 2));
      const gap = gaps.find(({ span }) => middles.some((at) => holds(span, at)));
      if (gap) {
        const reason = `Scene ${scene.number}, set-up ${placed.setUp.label}: where the Sun stands is not known. ${gap.reason}`;
        unknown.push({ span: placed.span, strips: [strip.id], reason });
        continue;
      }
      const takes = middles.map((at): Aside => {
        const sun = stretchAt(certainly("day", facts.light), at) && sunDirectionAt(facts.light, at);
        const azimuth = sun ? azimuthOf(sun) : null;
        const off = azimuth === null ? 180 : degreesOff(azimuth, side.fromDeg, side.toDeg);
        return { ...side, label: placed.setUp.label, at, azimuth, off: Math.ceil(off - 1e-9) };
      });
      const [worst] = takes.toSorted((a, b) => b.off - a.off);
      if (worst && worst.off > 0) asides.push(worst);
    }
    if (asides.length === 0) return { violations: [], unknown };
    const amount = asides.reduce((sum, { off }) => sum + off, 0);
    const span = setUps.find(({ setUp }) => setUp.label === asides[0]?.label)?.span ?? null;
    return {
      violations: [{ amount, span, strips: [strip.id], people: [], facts: { scene: scene.number, asides } }],
      unknown,
    };
  },

  explain: ({ scene, asides }) =>
    `Scene ${scene}: ${asides
      .map(({ label, at, azimuth, off, fromDeg, toDeg }) =>
        azimuth === null
          ? `set-up ${label} asks for the Sun and has orbital night at ${clock(at)}`
          : `at ${clock(at)} the Sun stands at ${Math.round(azimuth)}°, ${off}° off the ${fromDeg}° to ${toDeg}° that set-up ${label} asks for`,
      )
      .join("; ")}.`,

  repairs: (_, { subject, facts }) => startsWhereHeld(subject, [sunOnSide], facts, DEFAULT_CHOICES),
});
