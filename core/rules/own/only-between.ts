import * as z from "zod";
import { duration, spanText } from "../../base/format.ts";
import type { Interval } from "../../base/interval.ts";
import { difference, measure, type Profile, profile } from "../../base/profile.ts";
import { epochSeconds, minutes, startedMinutes } from "../../base/quantity.ts";
import { parameter } from "../../model/parameter.ts";
import { isIn, namesOf, notJudged, peopleOf, SELECTION_READS, selection } from "./selection.ts";
import { defineShape } from "./shape.ts";

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Use a time such as 09:30");
const params = z.object({
  what: parameter("What", null, selection),
  /** GMT. Until before from: over midnight. */
  from: parameter("From", "GMT", clock.default("09:00"), { form: "a time such as 09:30" }),
  until: parameter("Until", "GMT", clock.default("18:00"), { form: "a time such as 09:30" }),
});

const DAY_S = 86_400;
const secondsOf = (time: string): number => {
  const [hours = "0", minute = "0"] = time.split(":");
  return Number(hours) * 3_600 + Number(minute) * 60;
};

/** The allowed hours of the dates that a span touches, and of the one before. */
function allowedAround({ start, end }: Interval, from: string, until: string) {
  const opens = secondsOf(from);
  const lasts = (secondsOf(until) - opens + DAY_S) % DAY_S || DAY_S;
  const spans: Interval[] = [];
  for (let day = Math.floor(start / DAY_S) * DAY_S - DAY_S; day < end; day += DAY_S)
    spans.push({ start: epochSeconds(day + opens), end: epochSeconds(day + opens + lasts) });
  return profile(spans);
}

interface Hours {
  readonly from: string;
  readonly until: string;
}
/** Whether there is a minute of the day that both allow. */
export function hoursMeet(a: Hours, b: Hours): boolean {
  const day = { start: epochSeconds(0), end: epochSeconds(DAY_S) };
  const [ofA, ofB] = [a, b].map(({ from, until }) => allowedAround(day, from, until)) as [Profile, Profile];
  return ofA.some((one) =>
    ofB.some((other) => Math.max(one.start, other.start, 0) < Math.min(one.end, other.end, DAY_S)),
  );
}

export const onlyBetween = defineShape({
  id: "only-between",
  sentence: "Something only between two times of day (GMT), the same on every date.",
  unit: "minutes outside",
  params,
  reads: SELECTION_READS,

  check({ strips, facts }, { what, from, until }) {
    const named = namesOf({ what }, facts);
    if ("gone" in named) return notJudged(named.gone);
    return {
      violations: strips
        .filter((placed) => isIn(what, placed))
        .flatMap(({ strip, span, scene }) => {
          const outside = difference([span], allowedAround(span, from, until));
          const amount = startedMinutes(measure(outside));
          const about = { scene: scene.number, name: named.names.what, from, until, amount, span };
          return amount > 0
            ? [
                {
                  amount,
                  span: outside[0] ?? span,
                  strips: [strip.id],
                  people: peopleOf([what], facts),
                  facts: about,
                },
              ]
            : [];
        }),
      unknown: [],
    };
  },

  explain: ({ scene, name, from, until, amount, span }) =>
    `scene ${scene} (${name}), ${spanText(span)}, lies ${duration(minutes(amount))} outside ${from}–${until} GMT.`,

  says: ({ what, from, until }, nameOf) => `${nameOf(what)} only between ${from} and ${until} GMT`,
});
