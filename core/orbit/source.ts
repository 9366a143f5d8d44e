import type { Interval } from "../base/interval.ts";
import type { EpochSeconds } from "../base/quantity.ts";
import type { Result } from "../base/result.ts";
import type { State, Teme } from "./vector.ts";

/** Something that says where the station is at an instant: an element set, an ephemeris. */
export interface OrbitSource {
  readonly kind: "element-set" | "ephemeris";
  readonly label: string;
  /** It ages from here. */
  readonly epoch: EpochSeconds;
  /** Use it only from and until here; open where null. */
  readonly usedFrom: EpochSeconds | null;
  readonly usedUntil: EpochSeconds | null;
  /** Where it has positions at all; null: its theory carries it anywhere. */
  readonly extent: Interval | null;
  /** Changes of the orbit that its positions hold already. */
  readonly burns: readonly EpochSeconds[];
  /** Position (km) and velocity (km/s), or a sentence that says why there is none. Never a NaN. */
  positionAt(at: EpochSeconds): Result<State<Teme>, string>;
}
