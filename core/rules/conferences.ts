import * as z from "zod";
import { dayMonth, duration, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { plusMinutes } from "../base/instant.ts";
import { covers, type Interval, overlaps, spanFrom, utcDay } from "../base/interval.ts";
import { once } from "../base/once.ts";
import { measure, profile, within } from "../base/profile.ts";
import { minutes, startedMinutes } from "../base/quantity.ts";
import { type BlockKind, blockName, type CrewBlock } from "../model/block.ts";
import type { Facts } from "../model/facts.ts";
import { parameter } from "../model/parameter.ts";
import type { Person } from "../model/person.ts";
import type { Placed } from "../model/placed.ts";
import { defineRule, type Found } from "../model/rule.ts";
import { barsOfUnknown } from "./bars.ts";
import { blockSpan, callsOf, timeIn } from "./duty.ts";
import { meetings } from "./meetings.ts";

type Conference = { readonly person: string; readonly min: number; readonly span: Interval } & (
  | { readonly is: "planning missing"; readonly which: "morning" | "evening" }
  | { readonly is: "medical missing" }
  | { readonly is: "call in it"; readonly scene: string; readonly conference: string }
  | { readonly is: "module open"; readonly scene: string; readonly module: string }
);
type Read = Pick<Facts, "aboard" | "blocksOf" | "days" | "modules" | "placed" | "windows">;

const KEPT: readonly BlockKind[] = ["conference", "medical"];
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Use a time such as 07:30");
const params = z.object({
  morning: parameter("Morning conference", "GMT", timeOfDay.default("07:30"), {
    form: "a time such as 07:30",
  }),
  evening: parameter("Evening conference", "GMT", timeOfDay.default("19:05"), {
    form: "a time such as 07:30",
  }),
  planningMin: parameter("Planning conference", "min", z.number().int().min(0).max(240).default(25)),
  medicalMin: parameter("Medical conference", "min", z.number().int().min(0).max(240).default(15)),
  medicalDays: parameter(
    "Full days with a medical conference",
    "days",
    z.number().int().min(0).max(60).default(3),
  ),
});
type Params = z.output<typeof params>;

export const conferences = defineRule({
  id: "conferences",
  level: "hard",
  sentence:
    "Daily planning conferences and private medical conferences are placed, and no call lies in them.",
  source:
    "Planning at 07:30 and 19:05 GMT [S], facts.md §3.5; medical in Columbus, 7 October 2021 [S], facts.md §1.1; 25 min, 15 min and 3 days [G].",
  unit: "minutes",
  params,
  scope: "person",
  reads: ["aboard", "blocksOf", "days", "modules", "people", "placed", "windows"],
  apart: true,
  near: { blocksOf: { before: 0, after: 0 }, placed: { before: 0, after: 0 } },
  search: {
    alone: "bars",
    busy: ({ personId }, _, { blocksOf }) => timeIn(blocksOf.get(personId), KEPT),
    bars: (placed, { blocksOf, aboard, people }) => [
      ...barsOfUnknown(
        placed,
        ({ personId }) => people.get(personId)?.category === "expedition-crew" && !aboard.has(personId),
      ),
      ...[...blocksOf].flatMap(([personId, blocks]) =>
        placed.calls.some((call) => call.personId === personId)
          ? []
          : closing(blocks)
              .filter((block) => block.moduleId === placed.moduleId)
              .flatMap((block) => blockSpan(block) ?? [])
              .map((span) => ({ part: placed.span, never: [span] })),
      ),
    ],
  },
  sees({ subject: { id }, facts }) {
    const blocks = facts.blocksOf.get(id);
    const isClosing = blocks !== undefined && closing(blocks).length > 0;
    return [
      blocks,
      facts.aboard.get(id),
      facts.days,
      facts.windows,
      facts.modules,
      isClosing ? facts.placed : null,
    ];
  },

  // Resident: Expedition crew, on every shoot day that they are aboard from wake to sleep. Newcomer: whoever comes aboard inside
  // the main window, on the first such days. Whether a pass covers a medical conference is not judged.
  besides({ subject: person, facts }, p) {
    const blocks = facts.blocksOf.get(person.id) ?? [];
    return {
      violations: [
        ...openModules(person, blocks, facts),
        ...planningMissing(person, blocks, facts, p),
        ...medicalMissing(person, blocks, facts, p),
      ],
      unknown: [],
    };
  },

  check({ subject: person, strips, facts }) {
    const violations = callsInside(person, strips, facts.blocksOf.get(person.id) ?? []);
    const isOpen = person.category === "expedition-crew" && !facts.aboard.has(person.id) && strips.length > 0;
    const reason = `${person.shortName}: no flight is known, so their conferences are not judged.`;
    const unknown = isOpen ? [{ span: null, strips: strips.map((s) => s.strip.id), reason }] : [];
    return { violations, unknown };
  },

  wants({ facts: c, people, span }) {
    if (!span || (c.is !== "planning missing" && c.is !== "medical missing")) return [];
    const of =
      c.is === "planning missing"
        ? ({
            kind: "conference",
            title: `${c.which === "morning" ? "Morning" : "Evening"} planning conference`,
          } as const)
        : ({ kind: "medical", title: "Private medical conference" } as const);
    return [{ ...of, source: "Rule conferences [S]", people, minutes: c.min, within: span }];
  },

  explain(c: Conference) {
    switch (c.is) {
      case "planning missing":
        return `${c.person}: ${duration(c.min)} missing of the ${c.which} planning conference (${spanText(c.span)}).`;
      case "medical missing":
        return `${c.person}: ${duration(c.min)} missing of the private medical conference on ${dayMonth(c.span.start)}.`;
      case "call in it":
        return `${c.person}: ${duration(c.min)} of scene ${c.scene} in ${c.conference} (${spanText(c.span)}).`;
      case "module open":
        return `${c.person}: ${duration(c.min)} of scene ${c.scene} in ${c.module} during a private medical conference there (${spanText(c.span)}).`;
    }
  },
});

function callsInside(
  person: Person,
  strips: readonly Placed[],
  blocks: readonly CrewBlock[],
): Found<Conference>[] {
  return gather(meetings(callsOf(person.id, strips), blocks, KEPT), ({ call, placed, blocks: met }) => {
    const lost = within(profile(met.map(({ span }) => span)), call.span);
    const [first] = lost;
    const [at] = met;
    if (!first || !at) return [];
    const what = { is: "call in it", scene: placed.scene.number, conference: blockName(at.block) } as const;
    return [found(person, startedMinutes(measure(lost)), first, what, [placed])];
  });
}

const closing = (blocks: readonly CrewBlock[]) =>
  once(blocks, "closing a module", () => blocks.filter((b) => b.kind === "medical" && b.moduleId !== null));

/** A private medical conference closes its module to others; what the person themselves is called for is counted as their call. */
function openModules(person: Person, blocks: readonly CrewBlock[], facts: Read): Found<Conference>[] {
  return gather(closing(blocks), (block) => {
    const span = blockSpan(block);
    if (block.moduleId === null || !span) return [];
    const module = facts.modules.get(block.moduleId)?.name ?? "the module";
    return gather(
      [...facts.placed.values()]
        .filter((p) => p.moduleId === block.moduleId && overlaps(p.span, span))
        .filter((p) => !p.calls.some((call) => call.personId === person.id)),
      (p) => {
        const [lost] = within([p.span], span);
        const what = { is: "module open", scene: p.scene.number, module } as const;
        return lost ? [found(person, startedMinutes(measure([lost])), lost, what, [p])] : [];
      },
    );
  });
}

function planningMissing(
  person: Person,
  blocks: readonly CrewBlock[],
  facts: Read,
  p: Params,
): Found<Conference>[] {
  if (person.category !== "expedition-crew") return [];
  const held = timeIn(blocks, ["conference"]);
  return gather(fullDays(person, facts), (day) =>
    gather(["morning", "evening"] as const, (which) => {
      const span = spanFrom(plusMinutes(utcDay(day.date).start, minuteOf(p[which])), minutes(p.planningMin));
      if (!span || !covers({ start: day.wakesAt, end: day.sleepsAt }, span)) return [];
      const min = startedMinutes(p.planningMin - measure(within(held, span)));
      return min > 0 ? [found(person, min, span, { is: "planning missing", which })] : [];
    }),
  );
}

const minuteOf = (timeOfDay: string) =>
  minutes(Number(timeOfDay.slice(0, 2)) * 60 + Number(timeOfDay.slice(3)));

function medicalMissing(
  person: Person,
  blocks: readonly CrewBlock[],
  facts: Read,
  p: Params,
): Found<Conference>[] {
  const arrival = facts.aboard.get(person.id)?.[0]?.start;
  const isNew = facts.windows.some(
    (w) => w.unit === "main" && arrival !== undefined && w.startsAt <= arrival && arrival < w.endsAt,
  );
  if (!isNew) return [];
  const held = timeIn(blocks, ["medical"]);
  return gather(fullDays(person, facts).slice(0, p.medicalDays), (day) => {
    const span = { start: day.wakesAt, end: day.sleepsAt };
    const min = startedMinutes(p.medicalMin - measure(within(held, span)));
    return min > 0 ? [found(person, min, span, { is: "medical missing" })] : [];
  });
}

/** Shoot days that a person is aboard from wake to sleep. */
const fullDays = (person: Person, { aboard, days }: Read): Read["days"] => {
  const stays = aboard.get(person.id) ?? [];
  return days.filter((day) => stays.some((s) => covers(s, { start: day.wakesAt, end: day.sleepsAt })));
};

type What = Conference extends infer C
  ? C extends unknown
    ? Omit<C, "person" | "min" | "span">
    : never
  : never;
const found = (
  person: Person,
  min: number,
  span: Interval,
  what: What,
  strips: readonly Placed[] = [],
): Found<Conference> => ({
  amount: min,
  span,
  strips: strips.map((p) => p.strip.id),
  people: [person.id],
  facts: { person: person.shortName, min, span, ...what } as Conference,
});
