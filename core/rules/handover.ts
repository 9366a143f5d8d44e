import * as z from "zod";
import { dayMonth, duration, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { type Interval, lengthOf, utcDay } from "../base/interval.ts";
import { difference, intersection, measure, within } from "../base/profile.ts";
import { type EpochSeconds, startedMinutes } from "../base/quantity.ts";
import type { PersonId } from "../model/ids.ts";
import { parameter } from "../model/parameter.ts";
import { defineRule, type Found } from "../model/rule.ts";
import { timeIn } from "./duty.ts";
import { blockAdded } from "./offers.ts";

interface HandoverFacts {
  readonly outgoing: string;
  readonly incoming: string;
  readonly date: EpochSeconds;
  readonly asked: number;
  readonly had: number;
  /** The longest time that they are both up and aboard. */
  readonly together: Interval;
  /** Blocks of one without the other, and who is missing there. */
  readonly alone: readonly {
    readonly absentId: PersonId;
    readonly absent: string;
    readonly span: Interval;
  }[];
}

export const handover = defineRule({
  id: "handover",
  level: "hard",
  sentence: "Who leaves and who takes over have their handover time together, every day of it.",
  source:
    "60 min a day for both [G]: no quota was found; handovers are direct, two weeks as a rule [S], facts.md §3.5.",
  unit: "minutes missing",
  params: z.object({
    minPerDay: parameter("Handover a day", "min", z.number().int().min(0).max(600).default(60)),
  }),
  scope: "day",
  reads: ["aboard", "blocksOf", "handovers", "people"],

  // Only time in which both are in a handover block counts: one alone hands over to nobody. Due on the handover's dates, both included,
  // on which the two are aboard together for as long; without a known flight the dates alone say so. A call in it is station-duty's.
  check({ subject: day, facts }, { minPerDay }) {
    const waking = { start: day.wakesAt, end: day.sleepsAt };
    const violations = gather(facts.handovers, (row): readonly Found<HandoverFacts>[] => {
      if (day.date < row.fromDate || row.untilDate < day.date) return [];
      const ids = [row.outgoingPersonId, row.incomingPersonId] as const;
      const together = ids
        .map((id) => facts.aboard.get(id) ?? [waking])
        .reduce((all, stays) => intersection(all, stays), [waking]);
      const [longest] = [...together].sort((a, b) => lengthOf(b) - lengthOf(a));
      if (!longest || measure(together) < minPerDay) return [];
      const [out, into] = ids.map((id) => within(timeIn(facts.blocksOf.get(id), ["handover"]), waking)) as [
        readonly Interval[],
        readonly Interval[],
      ];
      const had = Math.floor(measure(intersection(out, into)));
      if (had >= minPerDay) return [];
      const nameOf = (id: PersonId) => facts.people.get(id)?.shortName ?? "a person";
      const without = (there: readonly Interval[], other: readonly Interval[], absentId: PersonId) =>
        difference(there, other).map((span) => ({ absentId, absent: nameOf(absentId), span }));
      return [
        {
          amount: startedMinutes(minPerDay - had),
          span: waking,
          strips: [],
          people: [...ids],
          facts: {
            outgoing: nameOf(ids[0]),
            incoming: nameOf(ids[1]),
            date: utcDay(day.date).start,
            asked: minPerDay,
            had,
            together: longest,
            alone: [...without(out, into, ids[1]), ...without(into, out, ids[0])],
          },
        },
      ];
    });
    return { violations, unknown: [] };
  },

  explain: ({ outgoing, incoming, date, asked, had, alone }) =>
    `${outgoing} and ${incoming}: ${duration(had)} of ${duration(asked)} of handover together on ${dayMonth(date)}, ${duration(asked - had)} missing${alone.length > 0 ? ` (${absences(alone)})` : ""}.`,

  wants: ({ facts: { asked, had, together }, people }) => [
    {
      ...{ kind: "handover", title: "Handover", source: "Rule handover [G]" },
      ...{ people, minutes: asked - had, within: together },
    },
  ],

  // Where one stands alone, the other joins.
  *repairs({ facts: { alone } }) {
    for (const { absentId, absent, span } of alone)
      yield {
        ...blockAdded(
          { personId: absentId, kind: "handover", title: "Handover", source: "Rule handover [G]" },
          span.start,
          Math.floor(lengthOf(span)),
        ),
        words: `${absent} joins the handover, ${spanText(span)}`,
      };
  },
});

const absences = (alone: HandoverFacts["alone"]): string =>
  [...new Set(alone.map(({ absent }) => absent))]
    .map((name) => {
      const spans = alone.filter(({ absent }) => absent === name).map(({ span }) => span);
      return `${name} is not there for ${duration(measure(spans))}`;
    })
    .join(", ");
