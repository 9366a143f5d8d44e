import * as z from "zod";
import { duration, list, spanText } from "../base/format.ts";
import type { Interval } from "../base/interval.ts";
import { measure, profile, within } from "../base/profile.ts";
import { startedMinutes } from "../base/quantity.ts";
import { blockName } from "../model/block.ts";
import { defineRule } from "../model/rule.ts";
import { callsOf, STATION_DUTY, timeIn } from "./duty.ts";
import { meetings } from "./meetings.ts";

export const stationDuty = defineRule({
  id: "station-duty",
  level: "hard",
  sentence: "Station tasks come first: no call lies in a person's own duty, briefing, handover or travel.",
  source:
    "House rule: the film is a guest aboard. The tasks are blocks in the plan, each with its own source.",
  unit: "minutes",
  params: z.object({}),
  scope: "person",
  reads: ["blocksOf"],
  apart: true,
  near: { blocksOf: { before: 0, after: 0 } },
  search: {
    alone: "bars",
    busy: ({ personId }, _, { blocksOf }) => timeIn(blocksOf.get(personId), STATION_DUTY),
  },
  sees: ({ subject: { id }, facts }) => [facts.blocksOf.get(id)],

  // Two tasks that overlap take a minute of a call once. A flexible block counts where it stands.
  check({ subject: person, strips, facts: { blocksOf } }) {
    const met = meetings(callsOf(person.id, strips), blocksOf.get(person.id), STATION_DUTY);
    return {
      violations: met.map(({ call, placed, blocks }) => {
        const lost: readonly Interval[] = within(profile(blocks.map(({ span }) => span)), call.span);
        const facts = {
          person: person.shortName,
          scene: placed.scene.number,
          min: startedMinutes(measure(lost)),
          tasks: [...new Set(blocks.map(({ block }) => blockName(block)))],
          lost,
        };
        const found = { amount: facts.min, span: lost[0] ?? null, strips: [placed.strip.id] };
        return { ...found, people: [person.id], facts };
      }),
      unknown: [],
    };
  },

  explain: ({ person, scene, min, tasks, lost }) =>
    `${person}: ${duration(min)} of scene ${scene} in ${list(tasks)} (${lost.map(spanText).join(", ")}).`,
});
