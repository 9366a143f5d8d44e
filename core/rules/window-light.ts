import * as z from "zod";
import { spanText } from "../base/format.ts";
import { type Interval, overlaps } from "../base/interval.ts";
import { once } from "../base/once.ts";
import { difference, measure, type Profile, profile, within } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, startedMinutes } from "../base/quantity.ts";
import type { LightTable, OutsideLight, SunCrossing } from "../model/light-table.ts";
import { defineRule, type NotJudged } from "../model/rule.ts";
import type { LightAsked } from "../model/scene.ts";

const params = z.object({
  beforeMin: z.number().min(0).max(30).default(4),
  afterMin: z.number().min(0).max(30).default(3),
});
type WindowLightParams = z.output<typeof params>;

export const windowLight = defineRule({
  id: "window-light",
  level: "hard",
  sentence: "A set-up that needs light through a pane is shot while that light is there for certain.",
  source:
    "Sunrise and sunset computed from orbit data, with a margin that grows with its age [C]; −4 and +3 min around the contacts [G].",
  unit: "minutes",
  params,
  scope: "strip",
  reads: ["light"],

  // The pane's direction is not judged here. The ship unit leaves the station's orbit, the landing unit has daylight of its own:
  // neither is judged. Where the table cannot tell the light, the set-up is unknown there and not in breach.
  check({ subject: { strip, scene, setUps }, facts: { light } }, p) {
    const asking = scene.unit === "main" ? setUps.filter(({ setUp }) => setUp.light !== "any") : [];
    const dark: { label: string; light: LightAsked; min: number; outside: readonly Interval[] }[] = [];
    const unknown: NotJudged[] = [];
    for (const { setUp, span } of asking) {
      if (span.start >= span.end) continue;
      const open = difference([span], within(knownLight(light), span));
      if (open[0]) {
        const why = light.unknown.find((u) => open.some((o) => overlaps(u.span, o)))?.reason;
        const reason = `Scene ${scene.number}, set-up ${setUp.label}: the light outside is not known (${open.map(spanText).join(", ")}). ${why ?? "No light was computed for this time."}`;
        unknown.push({ span: open[0], strips: [strip.id], reason });
      }
      const there = within(certainLight(setUp.light, light, p), span);
      const outside = difference(difference([span], open), there);
      const min = startedMinutes(measure(outside));
      if (min > 0) dark.push({ label: setUp.label, light: setUp.light, min, outside });
    }
    const [first] = dark;
    if (!first) return { violations: [], unknown };
    const facts = { scene: scene.number, dark };
    const amount = dark.reduce((sum, d) => sum + d.min, 0);
    return {
      violations: [{ amount, span: first.outside[0] ?? null, strips: [strip.id], people: [], facts }],
      unknown,
    };
  },

  explain: ({ scene, dark }) =>
    `Scene ${scene}: ${dark.map((d) => `${d.min} min of set-up ${d.label} outside the ${NAMES[d.light]} it asks for (${d.outside.map(spanText).join(", ")})`).join("; ")}.`,
});

const NAMES: Record<LightAsked, string> = {
  any: "light",
  day: "orbital day",
  night: "orbital night",
  sunrise: "sunrise light",
  sunset: "sunset light",
};

/** When the table tells the light at all. */
const knownLight = (table: LightTable): Profile =>
  once(table, "known light", () => profile(table.spans.map((s) => s.span)));

/** When the light asked for is there for certain. */
function certainLight(asked: LightAsked, table: LightTable, p: WindowLightParams): Profile {
  switch (asked) {
    case "any":
      return knownLight(table);
    case "day":
    case "night":
      return once(table, `certain ${asked}`, () => certainly(asked, table));
    case "sunrise":
    case "sunset":
      return once(table, `${asked} from ${p.beforeMin} ${p.afterMin}`, () => aroundContacts(asked, table, p));
  }
}

/** Only a change from one light to the other costs margin: a change of orbit data, and the table's ends, do not. */
function certainly(kind: OutsideLight, { spans }: LightTable): Profile {
  const changes = new Set<EpochSeconds>(
    spans.filter((s) => s.kind !== kind).flatMap(({ span }) => [span.start, span.end]),
  );
  return profile(
    spans
      .filter((s) => s.kind === kind)
      .flatMap(({ span: { start, end }, margin }) =>
        stretch(changes.has(start) ? start + margin : start, changes.has(end) ? end - margin : end),
      ),
  );
}

const aroundContacts = (
  kind: SunCrossing["kind"],
  { crossings }: LightTable,
  { beforeMin, afterMin }: WindowLightParams,
): Profile =>
  profile(
    crossings
      .filter((c) => c.kind === kind)
      .flatMap((c) =>
        stretch(c.firstContact - beforeMin * 60 + c.margin, c.lastContact + afterMin * 60 - c.margin),
      ),
  );

const stretch = (start: number, end: number): Interval[] =>
  start < end ? [{ start: epochSeconds(start), end: epochSeconds(end) }] : [];
