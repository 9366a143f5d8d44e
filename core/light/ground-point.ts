import { stretchAt } from "../base/profile.ts";
import { type EpochSeconds, epochSeconds, type Seconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { OutsideLight } from "../model/light-table.ts";
import { chooseElements, marginAt, type Trust } from "../orbit/choose.ts";
import { type ElementSetInput, parseElementSets } from "../orbit/element-set.ts";
import { earthFixedFromTeme } from "../orbit/frames.ts";
import { type Geodetic, geodeticOf } from "../orbit/geodetic.ts";
import { positionAt } from "../orbit/propagate.ts";
import { sunCourse } from "./contacts.ts";

export interface GroundPoint extends Geodetic {
  readonly light: OutsideLight;
  readonly source: string;
  readonly margin: Seconds;
}

/** What lies straight below at an instant, and whether it is orbital day; or why that cannot be told. */
export function groundPointAt(
  inputs: readonly ElementSetInput[],
  at: EpochSeconds,
  trust: Trust = {},
): Result<GroundPoint, string> {
  const { sets, refused } = parseElementSets(inputs);
  const set = chooseElements(sets, at, trust);
  if (!set.ok) return err([set.error, ...refused].join(" "));
  const state = positionAt(set.value, at);
  if (!state.ok) return state;
  const course = sunCourse(set.value, { start: at, end: epochSeconds(at + 1) });
  if (!course.ok) return course;
  return ok({
    ...geodeticOf(earthFixedFromTeme(state.value.position, at)),
    light: stretchAt(course.value.nights, at) ? "night" : "day",
    source: set.value.label,
    margin: marginAt(set.value, at),
  });
}
