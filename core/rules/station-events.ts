import * as z from "zod";
import { duration, list, spanText } from "../base/format.ts";
import { gather } from "../base/gather.ts";
import { type Interval, intersect, overlaps, widen } from "../base/interval.ts";
import { once } from "../base/once.ts";
import { measure, type Profile, profile } from "../base/profile.ts";
import { minutes, startedMinutes } from "../base/quantity.ts";
import type { Entity } from "../model/entities.ts";
import type { Placed } from "../model/placed.ts";
import { type Bar, defineRule } from "../model/rule.ts";
import type { SetUp } from "../model/scene.ts";

type StationEvent = Entity<"stationEvent">;

/** The event with its margins. */
const taken = ({ startsAt, durationMin, marginBeforeMin, marginAfterMin }: StationEvent): Interval | null =>
  widen({ start: startsAt, end: startsAt }, marginBeforeMin, minutes(durationMin + marginAfterMin));

type Takes = "moduleIds" | "personIds" | "takesPanes" | "takesAttitude" | "takesQuiet";

/** When events take something, or of the modules or people one. */
const takenBy = (events: readonly StationEvent[], what: Takes, id?: string): Profile =>
  once(events, `${what} ${id}`, () =>
    profile(
      gather(events, (event) => {
        const own = event[what];
        const isTaken = typeof own === "boolean" ? own : own.some((each) => each === id);
        const during = isTaken ? taken(event) : null;
        return during ? [during] : [];
      }),
    ),
  );

const isView = ({ light, paneId }: SetUp): boolean => light !== "any" || paneId !== null;

/** What a strip needs that the event takes, and for when. A view needs panes and attitude alike: the outside turns with the station. */
function needs({ scene, moduleId, span, calls, setUps }: Placed, event: StationEvent) {
  // Panes, attitude and quiet are the station's, so they concern the main unit only; people are taken wherever they work.
  const aboard = scene.unit === "main" ? setUps : [];
  const view = aboard.filter(({ setUp }) => isView(setUp));
  const quiet = aboard.filter(({ setUp }) => setUp.syncSound);
  return {
    module: moduleId !== null && event.moduleIds.includes(moduleId) ? [span] : [],
    people: calls.filter((call) => event.personIds.includes(call.personId)),
    panes: event.takesPanes ? view.map((s) => s.span) : [],
    attitude: event.takesAttitude ? view.map((s) => s.span) : [],
    quiet: event.takesQuiet ? quiet.map((s) => s.span) : [],
  };
}

export const stationEvents = defineRule({
  id: "station-events",
  level: "hard",
  sentence: "Station events keep their modules, people, panes, attitude and quiet.",
  source:
    "Events of 5 to 17 October 2021 [S], margins [G]; facts.md §1.1. Each event carries its own margins and source.",
  unit: "minutes",
  params: z.object({}),
  scope: "strip",
  reads: ["events", "modules", "people"],
  search: {
    alone: "bars",
    busy: ({ personId }, _, { events }) => takenBy(events, "personIds", personId),
    bars({ scene, moduleId, span, setUps }, { events }) {
      const aboard = scene.unit === "main" ? setUps : [];
      const bars: Bar[] =
        moduleId === null ? [] : [{ part: span, never: takenBy(events, "moduleIds", moduleId) }];
      for (const { setUp, span: part } of aboard) {
        if (isView(setUp)) bars.push({ part, never: takenBy(events, "takesPanes") });
        if (isView(setUp)) bars.push({ part, never: takenBy(events, "takesAttitude") });
        if (setUp.syncSound) bars.push({ part, never: takenBy(events, "takesQuiet") });
      }
      return bars.filter(({ never }) => never.length > 0);
    },
  },

  check({ subject: placed, facts: { events, modules, people } }) {
    const violations = gather(events, (event) => {
      const during = taken(event);
      if (!during || !overlaps(during, placed.span)) return [];
      const need = needs(placed, event);
      const busy = need.people.filter((call) => overlaps(call.span, during));
      const hit = (spans: readonly Interval[], name: string) =>
        spans.some((span) => overlaps(span, during)) ? [name] : [];
      const moduleName = (placed.moduleId && modules.get(placed.moduleId)?.name) || "the module";
      const takes = [
        ...hit(need.module, moduleName),
        ...busy.map((call) => people.get(call.personId)?.shortName ?? "a person"),
        ...hit(need.panes, "the panes"),
        ...hit(need.attitude, "the attitude"),
        ...hit(need.quiet, "the quiet"),
      ];
      if (takes.length === 0) return [];
      const lost: readonly Interval[] = profile(
        [...need.module, ...busy.map((call) => call.span), ...need.panes, ...need.attitude, ...need.quiet]
          .map((span) => intersect(span, during))
          .filter((span) => span !== null),
      );
      const min = startedMinutes(measure(lost));
      return [
        {
          amount: min,
          span: lost[0] ?? null,
          strips: [placed.strip.id],
          people: busy.map((call) => call.personId),
          facts: { scene: placed.scene.number, event: event.title, takes, min, lost },
        },
      ];
    });
    return { violations, unknown: [] };
  },

  explain: ({ scene, event, takes, min, lost }) =>
    `Scene ${scene}: ${duration(min)} in ${event}, which takes ${list(takes)} (${lost.map(spanText).join(", ")}).`,
});
