import type { Interval } from "../base/interval.ts";
import type { Degrees, EpochSeconds, Kilometres, Seconds } from "../base/quantity.ts";
import type { GroundTargetId } from "./ids.ts";

export type OutsideLight = "day" | "night";

/** The Sun crossing the Earth's limb as seen from the station, on the oblate Earth. */
export interface SunCrossing {
  readonly kind: "sunrise" | "sunset";
  /** Sunrise: the first point of the disc appears. Sunset: the disc first touches the limb. */
  readonly firstContact: EpochSeconds;
  /** The centre of the disc crosses the limb. */
  readonly pointSun: EpochSeconds;
  /** Sunrise: the disc is whole. Sunset: its last point is gone. */
  readonly lastContact: EpochSeconds;
  /** Where the station is at first contact: geodetic, WGS 84. */
  readonly latDeg: Degrees;
  readonly lonDeg: Degrees;
  readonly altitudeKm: Kilometres;
  /** Label of the orbit data that gave it. */
  readonly source: string;
  /** How far the moment may be off: grows with the age of the orbit data (rule book, `window-light`). */
  readonly margin: Seconds;
}

export interface LightSpan {
  readonly kind: OutsideLight;
  readonly span: Interval;
  readonly source: string;
  readonly margin: Seconds;
}

/** The Sun at its highest over the station: once an orbit. Between two noons its direction follows from angle and beta. */
export interface OrbitNoon {
  readonly at: EpochSeconds;
  /** The Sun's height over the orbit's plane, + toward orbit normal (port, flying forward). */
  readonly betaDeg: Degrees;
}

/** A stretch in which the ground can be talked to. */
export interface LinkPass {
  readonly kind: "ground-site" | "relay";
  /** Id of the ground site; of a relay, its name. */
  readonly by: string;
  readonly name: string;
  readonly span: Interval;
  /** Highest over the site's horizon; null for a relay. */
  readonly maxElevationDeg: Degrees | null;
  readonly source: string;
  readonly margin: Seconds;
}

/** A stretch in which a ground target lies within its radius of the point below the station. */
export interface TargetPass {
  readonly targetId: GroundTargetId;
  readonly span: Interval;
  readonly closestAt: EpochSeconds;
  readonly closestKm: Kilometres;
  /** The Sun over the target's horizon at the closest moment; day above 0°, night below −6° (civil twilight between). */
  readonly sunElevationDeg: Degrees;
  readonly source: string;
  readonly margin: Seconds;
}

/** A stretch for which the light cannot be told, and why. */
export interface UnknownLight {
  readonly span: Interval;
  readonly reason: string;
}

/**
 * What the light is during a window, as a table: rules and browser read this and know no orbits.
 * Orbital day is from sunrise's first contact to sunset's first contact (definition in docs/accuracy.md); `spans` and `unknown`
 * together cover the window without overlap.
 */
export interface LightTable {
  readonly window: Interval;
  readonly spans: readonly LightSpan[];
  readonly crossings: readonly SunCrossing[];
  readonly unknown: readonly UnknownLight[];
  readonly noons: readonly OrbitNoon[];
  readonly passes: readonly LinkPass[];
  readonly targets: readonly TargetPass[];
  /** Beta angle at 12:00 UTC of each UTC date in the window: the Sun's height over the orbit's plane, + toward orbit normal. */
  readonly beta: readonly { readonly date: string; readonly betaDeg: Degrees }[];
}
