import * as z from "zod";
import { count, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { type Interval, lengthOf, overlaps } from "../base/interval.ts";
import { stretchAt, within } from "../base/profile.ts";
import { epochSeconds, startedMinutes } from "../base/quantity.ts";
import { heldTimes } from "../model/light/asked.ts";
import { DEFAULT_CHOICES, lightChoices } from "../model/light/choices.ts";
import { windowConditions } from "../model/light/conditions/index.ts";
import { takesIn, takesOf } from "../model/light/takes.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule, type NotJudged } from "../model/rule.ts";
import { OUTSIDE_READS, startsInside } from "./asked-light.ts";

const params = lightChoices.pick({ beforeMin: true, afterMin: true, fieldOfViewDeg: true }).extend({
  stretches: parameter(
    "Stretches of light a set-up may use",
    null,
    z.number().int().min(1).max(20).default(1),
  ),
});

interface Spoilt {
  readonly label: string;
  readonly light: string;
  readonly cut: readonly Interval[];
  readonly late: readonly Interval[];
  /** Takes that have room in the first stretch that the set-up uses. */
  readonly room: number;
}

export const oneLightPerSetUp = defineRule({
  id: "one-light-per-setup",
  level: "hard",
  sentence:
    "Each take lies in one stretch of the light asked for, and a set-up uses at most so many consecutive stretches.",
  source: "Light that changes within a take, or between takes that are cut together, does not match [G].",
  unit: "minutes",
  params,
  scope: "strip",
  reads: OUTSIDE_READS,
  search: {
    alone: "start",
    ofShoot: true,
    concerns: ({ setUps }) => setUps.some(({ setUp }) => windowConditions.some((c) => c.isAsked(setUp))),
  },

  // A take that begins in its light and is cut by its end counts whole: it is shot again. A take with no light at all is the
  // affair of window-light and does not count here; the rule is about which light, not whether.
  check({ subject: { strip, scene, setUps }, facts }, { stretches, ...p }) {
    const choices = { ...DEFAULT_CHOICES, ...p };
    const spoilt: Spoilt[] = [];
    const unknown: NotJudged[] = [];
    for (const placed of scene.unit === "main" ? setUps : []) {
      const { setUp } = placed;
      const times = heldTimes(setUp, windowConditions, facts, choices, around(placed.span));
      if (!times) continue;
      const takes = takesOf(placed);
      const gaps = gather(
        windowConditions.filter((c) => c.isAsked(setUp)),
        (c) => c.times(setUp, facts, choices).unknown,
      );
      const gap = gaps.find(({ span }) => takes.some((take) => overlaps(span, take)));
      if (gap) {
        const reason = `Scene ${scene.number}, set-up ${setUp.label}: which light its takes have is not known. ${gap.reason}`;
        unknown.push({ span: placed.span, strips: [strip.id], reason });
        continue;
      }
      const lit = takes.filter((take) => within(times, take).length > 0);
      const whole = gather(lit, (take) => {
        const stretch = stretchAt(times, take.start);
        return stretch && take.end <= stretch.end ? [{ take, stretch }] : [];
      });
      const cut = lit.filter((take) => !whole.some((w) => w.take === take));
      const first = whole[0]?.stretch;
      const nth = (stretch: Interval) => times.indexOf(stretch) - (first ? times.indexOf(first) : 0);
      const late = whole.filter(({ stretch }) => nth(stretch) >= stretches).map(({ take }) => take);
      if (cut.length + late.length === 0) continue;
      const room = takesIn(first ?? within(times, placed.span)[0] ?? placed.span, setUp);
      spoilt.push({ label: setUp.label, light: setUp.light, cut, late, room });
    }
    if (spoilt.length === 0) return { violations: [], unknown };
    const all = gather(spoilt, ({ cut, late }) => [...cut, ...late]);
    const amount = startedMinutes(all.reduce((sum, take) => sum + lengthOf(take), 0));
    return {
      violations: [
        {
          amount,
          span: all[0] ?? null,
          strips: [strip.id],
          people: [],
          facts: { scene: scene.number, stretches, spoilt },
        },
      ],
      unknown,
    };
  },

  explain: ({ scene, stretches, spoilt }) =>
    `Scene ${scene}: ${spoilt
      .map(({ label, light, cut, late, room }) =>
        [
          ...(cut.length > 0 ? [`the end of the ${light} light cuts ${takesText(cut, label)}`] : []),
          ...(late.length > 0
            ? [
                `${takesText(late, label)} ${late.length === 1 ? "lies" : "lie"} beyond ${count(stretches, "stretch", "stretches")} of ${light} light`,
              ]
            : []),
          `${room === 0 ? "no take has" : count(room, "take has", "takes have")} room in one stretch`,
        ].join(", "),
      )
      .join("; ")}.`,

  repairs: (_, { subject, facts }, p) =>
    startsInside(subject, ({ setUp }) =>
      heldTimes(setUp, windowConditions, facts, { ...DEFAULT_CHOICES, ...p }),
    ),
});

/** Wide enough for whole stretches, where the station has any night. */
const around = ({ start, end }: Interval): Interval => ({
  start: epochSeconds(start - 7_200),
  end: epochSeconds(end + 7_200),
});

const takesText = (takes: readonly Interval[], label: string) =>
  `${count(takes.length, "take")} of set-up ${label} (${takes.map(spanText).join(", ")})`;
