import { list } from "#core/base/format.ts";
import { type Interval, overlaps } from "#core/base/interval.ts";
import { epochSeconds } from "#core/base/quantity.ts";
import type { Facts } from "#core/model/facts.ts";
import { inLanes } from "./lanes.ts";

export interface EventBar {
  readonly id: string;
  readonly title: string;
  readonly span: Interval;
  /** With the margins around it. */
  readonly taken: Interval;
  readonly lane: number;
  readonly text: string;
}

/** Seconds that a letter of a title takes where an hour is drawn as narrow as it gets. */
const LETTER_S = 430;
/** Lanes for events whose titles run on beside short bars: the title takes its place too. */
const inLanesByTitle = <T extends { readonly title: string; readonly taken: Interval }>(
  things: readonly T[],
) =>
  inLanes(
    things.map((thing) => ({
      thing,
      span: {
        start: thing.taken.start,
        end: epochSeconds(Math.max(thing.taken.end, thing.taken.start + thing.title.length * LETTER_S + 600)),
      },
    })),
  ).map(({ thing, lane }) => ({ ...thing, lane }));

/** The station's events of a stretch, with what they take; `when` tells a span. */
export const eventBars = (
  facts: Pick<Facts, "events" | "modules" | "people">,
  range: Interval,
  when: (span: Interval) => string,
): readonly EventBar[] =>
  inLanesByTitle(
    facts.events
      .map((e) => ({
        id: e.id as string,
        title: e.title,
        span: { start: e.startsAt, end: epochSeconds(e.startsAt + Math.max(1, e.durationMin) * 60) },
        taken: {
          start: epochSeconds(e.startsAt - e.marginBeforeMin * 60),
          end: epochSeconds(e.startsAt + (Math.max(1, e.durationMin) + e.marginAfterMin) * 60),
        },
        takes: [
          ...e.moduleIds.flatMap((id) => facts.modules.get(id)?.name ?? []),
          ...e.personIds.flatMap((id) => facts.people.get(id)?.shortName ?? []),
          ...(e.takesPanes ? ["panes"] : []),
          ...(e.takesAttitude ? ["attitude"] : []),
          ...(e.takesQuiet ? ["quiet"] : []),
        ],
      }))
      .filter((e) => overlaps(e.taken, range))
      .map(({ takes, ...e }) => ({
        ...e,
        text: `${e.title}, ${when(e.span)}${takes.length > 0 ? `, takes ${list(takes)}` : ""}`,
      })),
  );
