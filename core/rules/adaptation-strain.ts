import * as z from "zod";
import { duration, list, moment, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { plusMinutes } from "../base/instant.ts";
import type { Interval } from "../base/interval.ts";
import { measure, profile, within } from "../base/profile.ts";
import { type EpochSeconds, minutes, startedMinutes } from "../base/quantity.ts";
import type { StripId } from "../model/ids.ts";
import type { Job } from "../model/job.ts";
import { parameter } from "../model/parameter.ts";
import { type Bar, defineRule, type Found, type NotJudged } from "../model/rule.ts";
import { firstLaunches } from "./adaptation.ts";
import { ALWAYS, asGap } from "./bars.ts";
import { type CallOf, callsOf } from "./duty.ts";
import { startingAt } from "./offers.ts";

interface StrainFacts {
  readonly person: string;
  readonly scene: string;
  readonly labels: readonly string[];
  readonly min: number;
  readonly lost: readonly Interval[];
  readonly until: EpochSeconds;
  readonly stripId: StripId;
}

/** Jobs that move with the action; who directs or escorts looks on. */
const MOVING: readonly Job[] = ["camera", "light", "sound", "spotter"];

export const adaptationStrain = defineRule({
  id: "adaptation-strain",
  level: "hard",
  sentence: "No strenuous set-up with a first-time flyer in their first hours after launch.",
  source:
    "48 h [G]; two of three first-time flyers were sick, performance is degraded up to 72 h [S], facts.md §3.6: set it to 72 h to be careful.",
  unit: "minutes",
  params: z.object({
    hours: parameter("Nothing strenuous after launch for", "h", z.number().min(0).max(720).default(48)),
  }),
  scope: "person",
  reads: ["launches", "people"],
  apart: true,
  search: {
    alone: "bars",
    ofShoot: true,
    bars(placed, facts, { hours }) {
      if (placed.scene.unit === "landing") return [];
      return gather(placed.calls, (call): readonly Bar[] => {
        const hard = strenuous({ call, placed });
        const person = hard.length > 0 ? facts.people.get(call.personId) : undefined;
        if (!person) return [];
        const launches = firstLaunches(person, facts);
        if (!launches) return hard.map(({ span }) => asGap({ part: span, never: ALWAYS }));
        const never = profile(
          launches
            .map((launch) => ({ start: launch, end: plusMinutes(launch, minutes(hours * 60)) }))
            .filter(({ start, end }) => start < end),
        );
        return never.length > 0 ? hard.map(({ span }) => ({ part: span, never })) : [];
      });
    },
  },

  // It strains who is on camera in the set-up, and who flies, lights, records or spots it. The ship unit is judged as well; on the ground
  // there is nothing to adapt to that is ours.
  check({ subject: person, strips, facts }, { hours }) {
    const launches = firstLaunches(person, facts);
    if (launches?.length === 0) return { violations: [], unknown: [] };
    const violations: Found<StrainFacts>[] = [];
    const unknown: NotJudged[] = [];
    for (const own of callsOf(person.id, strips)) {
      const { strip, scene } = own.placed;
      const hard = scene.unit === "landing" ? [] : strenuous(own);
      const [first] = hard;
      if (!first) continue;
      if (!launches) {
        const reason = `${person.shortName} flies for the first time and no launch is known; strenuous set-ups of scene ${scene.number} are not judged.`;
        unknown.push({ span: first.span, strips: [strip.id], reason });
        continue;
      }
      const spans = profile(hard.map(({ span }) => span));
      for (const launch of launches) {
        const until = plusMinutes(launch, minutes(hours * 60));
        if (until <= launch) continue;
        const adapting = { start: launch, end: until };
        const lost = within(spans, adapting);
        if (!lost[0]) continue;
        const min = startedMinutes(measure(lost));
        const labels = hard
          .filter(({ span }) => within([span], adapting).length > 0)
          .map(({ setUp }) => setUp.label);
        const about = { person: person.shortName, scene: scene.number, labels, min };
        violations.push({
          amount: min,
          span: lost[0],
          strips: [strip.id],
          people: [person.id],
          facts: { ...about, lost, until, stripId: strip.id },
        });
      }
    }
    return { violations, unknown };
  },

  explain: ({ person, scene, labels, min, lost, until }) =>
    `${person}: ${duration(min)} of strenuous work in scene ${scene}, set-up${labels.length > 1 ? "s" : ""} ${list(labels)} (${lost.map(spanText).join(", ")}), before ${moment(until)}: still adapting.`,

  // Just late enough.
  *repairs({ facts: { until, lost, stripId } }, { strips }) {
    const placed = strips.find(({ strip }) => strip.id === stripId);
    const [first] = lost;
    if (placed && first)
      yield startingAt([stripId, plusMinutes(placed.span.start, minutes((until - first.start) / 60))]);
  },
});

const strenuous = ({ call, placed: { setUps } }: CallOf) =>
  setUps.filter(
    ({ setUp }) =>
      setUp.strenuous &&
      !setUp.isShot &&
      (setUp.roleIds.some((id) => call.roleIds.includes(id)) ||
        MOVING.some((job) => call.jobs.includes(job) && (job !== "spotter" || setUp.movingCamera))),
  );
