import { plusMinutes } from "../../base/instant.ts";
import { type Interval, overlaps, widen } from "../../base/interval.ts";
import type { BlockKind } from "../../model/block.ts";
import type { Tables } from "../../model/entities.ts";
import type { Facts } from "../../model/facts.ts";
import type { Person } from "../../model/person.ts";
import { blockSpan } from "../../rules/duty.ts";
import type { DayPlan } from "../day-plan.ts";
import type { Clock, Span } from "../moment.ts";

export interface EventLine extends Span {
  readonly title: string;
  readonly kind: Tables["stationEvent"][number]["kind"];
  /** What nobody films with meanwhile: modules, people, panes, attitude, quiet. */
  readonly keeps: readonly string[];
  readonly marginBeforeMin: number;
  readonly marginAfterMin: number;
}

/** Blocks of the same kind, title and time, for all who have them. */
export interface BlockLine extends Span {
  readonly kind: BlockKind;
  readonly title: string;
  readonly people: readonly string[];
}

/** Events that reach into the day or its night, margins counted. */
export function eventLines(facts: Facts, { untilNextWake }: DayPlan, clock: Clock): readonly EventLine[] {
  return facts.events
    .flatMap((event) => {
      const own = { start: event.startsAt, end: plusMinutes(event.startsAt, event.durationMin) };
      const held = widen(own, event.marginBeforeMin, event.marginAfterMin) ?? own;
      return overlaps(held, untilNextWake) ? [{ event, own }] : [];
    })
    .sort((a, b) => a.own.start - b.own.start)
    .map(({ event, own }) => ({
      ...clock.span(own),
      title: event.title,
      kind: event.kind,
      keeps: [
        ...event.moduleIds.map((id) => facts.modules.get(id)?.name),
        ...event.personIds.map((id) => facts.people.get(id)?.shortName),
        event.takesPanes ? "the panes" : undefined,
        event.takesAttitude ? "the attitude" : undefined,
        event.takesQuiet ? "quiet" : undefined,
      ].filter((name) => name !== undefined),
      marginBeforeMin: event.marginBeforeMin,
      marginAfterMin: event.marginAfterMin,
    }));
}

/** All but rest, in the order of a sheet. */
export const ROUTINE_KINDS: readonly BlockKind[] = [
  "meal",
  "exercise",
  "conference",
  "medical",
  "briefing",
  "handover",
  "travel",
  "duty",
];

export const BLOCK_NAMES: Record<BlockKind, string> = {
  sleep: "Asleep",
  "post-sleep": "Post-sleep",
  "pre-sleep": "Pre-sleep",
  "off-duty": "Off duty",
  meal: "Meal",
  exercise: "Exercise",
  conference: "Conference",
  medical: "Medical",
  duty: "Station duty",
  handover: "Handover",
  briefing: "Briefing",
  travel: "Travel",
};

/** Blocks of some kinds within a stretch, those that run together as one line, by start. */
export function blockLines(
  facts: Facts,
  kinds: readonly BlockKind[],
  within: Interval,
  clock: Clock,
  people: Iterable<Person> = facts.people.values(),
): readonly BlockLine[] {
  const lines = new Map<string, { line: Omit<BlockLine, "people">; people: string[] }>();
  for (const person of people) {
    for (const block of facts.blocksOf.get(person.id) ?? []) {
      const span = blockSpan(block);
      if (!span || !kinds.includes(block.kind) || !overlaps(span, within)) continue;
      const title = block.title || BLOCK_NAMES[block.kind];
      const key = [block.kind, title, span.start, span.end].join("|");
      const known = lines.get(key);
      if (known) known.people.push(person.shortName);
      else
        lines.set(key, {
          line: { ...clock.span(span), kind: block.kind, title },
          people: [person.shortName],
        });
    }
  }
  return [...lines.values()]
    .map(({ line, people }) => ({ ...line, people: [...new Set(people)] }))
    .sort((a, b) => a.start.at - b.start.at || a.end.at - b.end.at);
}

/** The meal that most of these people share; of equals the earliest. */
export function mainMeal(
  facts: Facts,
  people: readonly string[],
  { day }: DayPlan,
  clock: Clock,
): Span | null {
  const called = new Set(people);
  const tally = new Map<string, { span: Interval; people: number }>();
  for (const [personId, blocks] of facts.blocksOf) {
    if (!called.has(personId)) continue;
    for (const block of blocks) {
      const span = blockSpan(block);
      if (block.kind !== "meal" || !span || span.start < day.wakesAt || span.start >= day.sleepsAt) continue;
      const key = `${span.start}-${span.end}`;
      const known = tally.get(key);
      if (known) known.people += 1;
      else tally.set(key, { span, people: 1 });
    }
  }
  const [most] = [...tally.values()].sort((a, b) => b.people - a.people || a.span.start - b.span.start);
  return most ? clock.span(most.span) : null;
}
