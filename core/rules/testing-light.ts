import { degrees, minutes, seconds } from "../base/quantity.ts";
import { at, row, span } from "../model/build.ts";
import type { LightSpan, LightTable, LinkPass, SunCrossing, TargetPass } from "../model/light-table.ts";

const MARGIN = seconds(60);
const lit = (kind: LightSpan["kind"], from: string, to: string, source = "d"): LightSpan => ({
  kind,
  span: span(from, to),
  source,
  margin: MARGIN,
});
const crossing = (kind: SunCrossing["kind"], from: string, to: string) =>
  ({ kind, firstContact: at(from), pointSun: at(from), lastContact: at(to), margin: MARGIN }) as SunCrossing;
const pass = (kind: LinkPass["kind"], from: string, to: string) =>
  ({ kind, by: kind, name: kind, span: span(from, to), margin: MARGIN }) as LinkPass;
const over = (targetId: string, from: string, to: string, sunElevationDeg: number) =>
  ({ targetId, span: span(from, to), sunElevationDeg, margin: seconds(5) }) as TargetPass;

/**
 * For tests: day 10:00–11:00 (orbit data change at 10:30), night until 11:35, day until 12:00; then nothing is known until
 * 13:00. Noons 08:59 and 10:32, beta −40°: the Sun stands to starboard. Margin 1 min.
 */
export const LIGHT: LightTable = {
  window: span("8T10:00", "8T13:00"),
  spans: [
    lit("day", "8T10:00", "8T10:30"),
    lit("day", "8T10:30", "8T11:00", "e"),
    lit("night", "8T11:00", "8T11:35"),
    lit("day", "8T11:35", "8T12:00"),
  ],
  crossings: [crossing("sunset", "8T11:00", "8T11:01"), crossing("sunrise", "8T11:35", "8T11:36")],
  unknown: [{ span: span("8T12:00", "8T13:00"), reason: "A manoeuvre lies between." }],
  noons: [
    { at: at("8T08:59"), betaDeg: degrees(-40) },
    { at: at("8T10:32"), betaDeg: degrees(-40) },
  ],
  passes: [pass("ground-site", "8T10:09", "8T10:21"), pass("relay", "8T10:18", "8T10:51")],
  targets: [over("volga", "8T10:10", "8T10:12", 30), over("volga", "8T11:43", "8T11:45", -20)],
  beta: [],
};

/** For tests: the fields of a set-up of two takes of 4 min and a reset of 2. */
export const TWO_TAKES = { takes: 2, takeMin: minutes(4), resetMin: minutes(2) };

/** For tests: a shutter or attitude event over the first hour. */
export const eventTaking = (what: "takesPanes" | "takesAttitude") =>
  row("stationEvent", "Thruster test", {
    startsAt: at("8T10:00"),
    durationMin: minutes(60),
    [what]: true,
  });
