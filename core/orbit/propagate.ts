import { type SatRec, SatRecError, sgp4 } from "satellite.js";
import { err, ok, type Result } from "../base/result.ts";
import { isFiniteVector, norm, position, type State, type Teme, velocity } from "./vector.ts";

interface Propagated {
  readonly label: string;
  readonly record: SatRec;
}

/** Polar radius, WGS 84: below it is under the ground wherever it is. */
const POLAR_RADIUS_KM = 6356.752;

const REASONS: Record<SatRecError, string> = {
  [SatRecError.None]: "gives no numbers",
  [SatRecError.MeanEccentricityOutOfRange]: "has drag that makes its eccentricity impossible",
  [SatRecError.MeanMotionBelowZero]: "has a mean motion below zero",
  [SatRecError.PerturbedEccentricityOutOfRange]: "is pulled to an impossible eccentricity",
  [SatRecError.SemiLatusRectumBelowZero]: "has a size below zero",
  [SatRecError.Decayed]: "leads under the ground",
};

/**
 * Where SGP4 puts the satellite so many minutes after epoch (before: negative). Never a NaN: an error instead. An
 * instant held in a double is good to 0.1 µs: 2 mm of flight.
 */
export function stateAfter(
  { label, record }: Propagated,
  minutesAfterEpoch: number,
): Result<State<Teme>, string> {
  const state = sgp4(record, minutesAfterEpoch);
  const refused = (why: string) => err(`orbit data ${label} ${why} at this time`);
  if (state === null) return refused(REASONS[record.error]);
  if (!isFiniteVector(state.position) || !isFiniteVector(state.velocity))
    return refused(REASONS[SatRecError.None]);
  if (norm(state.position) < POLAR_RADIUS_KM) return refused(REASONS[SatRecError.Decayed]);
  return ok({ position: position<Teme>(state.position), velocity: velocity<Teme>(state.velocity) });
}
