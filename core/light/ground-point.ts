import { stretchAt } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Seconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { OutsideLight } from "../model/light-table.ts";
import { chooseSource, marginAt, type Trust } from "../orbit/choose.ts";
import { earthFixedFromTeme } from "../orbit/frames.ts";
import { type Geodetic, geodeticOf } from "../orbit/geodetic.ts";
import { type OrbitInput, orbitSources } from "../orbit/orbit-sources.ts";
import { LOOK_AROUND, sunCourse } from "./contacts.ts";

export interface GroundPoint extends Geodetic {
  readonly light: OutsideLight;
  readonly source: string;
  readonly margin: Seconds;
}

/** What lies straight below at an instant, and whether it is orbital day; or why that cannot be told. */
export function groundPointAt(
  inputs: readonly OrbitInput[],
  at: EpochSeconds,
  trust: Trust = {},
): Result<GroundPoint, string> {
  const { sources, refused } = orbitSources(inputs);
  const source = chooseSource(sources, at, { ...trust, around: LOOK_AROUND });
  if (!source.ok) return err([source.error, ...refused].join(" "));
  const state = source.value.positionAt(at);
  if (!state.ok) return state;
  const course = sunCourse(source.value, { start: at, end: epochSeconds(at + 1) });
  if (!course.ok) return course;
  return ok({
    ...geodeticOf(earthFixedFromTeme(state.value.position, at)),
    light: stretchAt(course.value.nights, at) ? "night" : "day",
    source: source.value.label,
    margin: marginAt(source.value, at),
  });
}
