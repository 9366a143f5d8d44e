import { stretchAt } from "../base/profile.ts";
import { type Degrees, type EpochSeconds, epochSeconds, type Seconds, seconds } from "../base/quantity.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { OutsideLight } from "../model/light-table.ts";
import { chooseSource, marginAt, type Trust } from "../orbit/choose.ts";
import { type Geodetic, geodeticOf } from "../orbit/geodetic.ts";
import { type OrbitInput, orbitSources } from "../orbit/orbit-sources.ts";
import { type Definition, sunCourse } from "./contacts.ts";
import { placeOf, sunElevation } from "./place.ts";
import { LOOK_AROUND, STEP, trackAround } from "./track.ts";

export interface GroundPoint extends Geodetic {
  readonly light: OutsideLight;
  /** The Sun over the horizon of the ground below: above 0° it is day there, below −6° night, twilight between. */
  readonly sunElevationDeg: Degrees;
  readonly source: string;
  readonly margin: Seconds;
}

/** What lies straight below at an instant, and whether it is orbital day; or why that cannot be told. */
export function groundPointAt(
  inputs: readonly OrbitInput[],
  at: EpochSeconds,
  { definition, ...trust }: Trust & { readonly definition?: Definition } = {},
): Result<GroundPoint, string> {
  const { sources, refused } = orbitSources(inputs);
  const source = chooseSource(sources, at, { ...trust, around: seconds(LOOK_AROUND + STEP) });
  if (!source.ok) return err([source.error, ...refused].join(" "));
  const span = { start: at, end: epochSeconds(at + 1) };
  const track = trackAround(source.value, span);
  const { nights } = sunCourse(track, span, definition);
  const place = geodeticOf(track.fixed(at));
  const refusal = track.refusal();
  if (refusal !== null) return err(refusal);
  return ok({
    ...place,
    light: stretchAt(nights, at) ? "night" : "day",
    sunElevationDeg: sunElevation(placeOf(place), track.sun(at), at),
    source: source.value.label,
    margin: marginAt(source.value, at),
  });
}
